// SPDX-License-Identifier: GPL-3.0-or-later

/// The locks beside a store by which writers take turns before they ask SQLite.
///
/// SQLite's own waiting starves some of many writers, because it sleeps ever longer; with one lock
/// alone, a writer who has just finished takes it again before anybody else wakes up. So there
/// are two: who holds `.queue` is the next to get `.lock`, and nobody can overtake. Both are locks
/// of an open file (`flock`), which go away with their process, and the system gives each to
/// whoever has waited longest.
final class WriteLock {
  private let queue: TurnLock
  private let lock: TurnLock

  /// Opens the lock files of the store at `path`, and makes them where they are missing.
  init(besides path: String) throws(Platform.Failure) {
    queue = try TurnLock(path + ".queue")
    lock = try TurnLock(path + ".lock")
  }

  /// Takes the lock; false where others kept it for all of the time.
  func acquire(within patience: Duration) throws(Platform.Failure) -> Bool {
    let deadline = ContinuousClock.now + patience
    guard try queue.acquire(until: deadline) else { return false }
    defer { queue.release() }
    return try lock.acquire(until: deadline)
  }

  /// Gives the lock back.
  func release() { lock.release() }
}
