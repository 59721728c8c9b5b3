// SPDX-License-Identifier: GPL-3.0-or-later

/// The locks beside a store by which writers take turns before they ask SQLite.
///
/// SQLite's own waiting starves some of many writers, because it sleeps ever longer; with one lock
/// alone, a writer who has just finished takes it again before anybody else wakes up. So there
/// are two: who holds `.queue` is the next to get `.lock`, and nobody can overtake. Both are locks
/// of an open file (`flock`), which go away with their process.
final class WriteLock {
  private let queue: Int32
  private let lock: Int32

  /// Opens the lock files of the store at `path`, and makes them where they are missing.
  init(besides path: String) throws(Platform.Failure) {
    queue = try Platform.openLockFile(path + ".queue")
    do {
      lock = try Platform.openLockFile(path + ".lock")
    } catch {
      Platform.closeFile(queue)
      throw error
    }
  }

  deinit {
    Platform.closeFile(queue)
    Platform.closeFile(lock)
  }

  /// Takes the lock; false where others kept it for all of the time.
  func acquire(within patience: Duration) throws(Platform.Failure) -> Bool {
    let deadline = ContinuousClock.now + patience
    // Not in step with the others, or the same few would always come first.
    guard try wait(for: queue, until: deadline, asking: 400...1_200) else { return false }
    defer { Platform.unlock(queue) }
    // Only one at a time waits here, so that it may ask more often.
    return try wait(for: lock, until: deadline, asking: 50...150)
  }

  /// Gives the lock back.
  func release() { Platform.unlock(lock) }

  /// Asks for a lock every so many microseconds.
  private func wait(
    for file: Int32, until deadline: ContinuousClock.Instant, asking interval: ClosedRange<Int>
  ) throws(Platform.Failure) -> Bool {
    while try !Platform.tryLock(file) {
      guard ContinuousClock.now < deadline else { return false }
      Platform.sleep(microseconds: Int.random(in: interval))
    }
    return true
  }
}
