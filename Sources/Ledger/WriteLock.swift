// SPDX-License-Identifier: GPL-3.0-or-later

/// The lock file beside a store, by which writers take turns before they ask SQLite.
///
/// SQLite's own waiting starves some of many writers, because it sleeps ever longer. Here everyone
/// who waits asks at the same short interval. The lock goes away with its process.
final class WriteLock {
  private let file: Int32

  /// Opens the lock file, and makes it where it is missing.
  init(path: String) throws(Platform.Failure) {
    file = try Platform.openLockFile(path)
  }

  deinit { Platform.closeFile(file) }

  /// Takes the lock; false where somebody else kept it for all of the time.
  func acquire(within patience: Duration) throws(Platform.Failure) -> Bool {
    if try Platform.tryLock(file) { return true }
    let clock = ContinuousClock()
    let deadline = clock.now + patience
    while clock.now < deadline {
      // Not in step with the others, or the same few would always come first.
      Platform.sleep(microseconds: Int.random(in: 300...1_000))
      if try Platform.tryLock(file) { return true }
    }
    return false
  }

  /// Gives the lock back.
  func release() { Platform.unlock(file) }
}
