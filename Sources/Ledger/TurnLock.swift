// SPDX-License-Identifier: GPL-3.0-or-later

internal import Synchronization

/// A lock on a file for which one waits in a queue, but no longer than one's patience lasts.
///
/// The system queues those who wait in `flock` and wakes only the first, but has no end to the
/// wait; asking again and again has an end, but no queue. So a thread waits, on a descriptor of its
/// own: a lock that comes after the patience has run out is given back with that descriptor.
final class TurnLock {
  private let path: String
  /// For taking a free lock at once.
  private let own: Int32
  /// The descriptor that holds the lock: the own one or a thread's; -1 for none.
  private var holder: Int32 = -1

  /// Opens the lock's file, and makes it where it is missing.
  init(_ path: String) throws(Platform.Failure) {
    self.path = path
    own = try Platform.openLockFile(path)
  }

  deinit {
    release()
    Platform.closeFile(own)
  }

  /// Takes the lock; false where it did not come in time.
  func acquire(until deadline: ContinuousClock.Instant) throws(Platform.Failure) -> Bool {
    if try Platform.tryLock(own) {
      holder = own
      return true
    }
    let wait = try LockWait(Platform.openLockFile(path))
    guard let taken = try wait.result(within: deadline - .now) else { return false }
    holder = taken
    return true
  }

  /// Gives the lock back, if it is held.
  func release() {
    if holder == own { Platform.unlock(own) } else if holder >= 0 { Platform.closeFile(holder) }
    holder = -1
  }
}

/// One wait for a lock, which a thread does.
private final class LockWait: Sendable {
  private enum State: Equatable {
    case waiting, taken
    case failed(code: Int32)
    /// Nobody wants the lock any more.
    case abandoned
  }

  private let file: Int32
  private let bell: Platform.Bell
  private let state = Mutex(State.waiting)

  /// Begins to wait on a descriptor, which the wait closes unless it hands it out.
  init(_ file: Int32) throws(Platform.Failure) {
    self.file = file
    do {
      bell = try Platform.Bell()
    } catch {
      Platform.closeFile(file)
      throw error
    }
    do {
      try Platform.startThread { self.wait() }
    } catch {
      Platform.closeFile(file)
      throw error
    }
  }

  private func wait() {
    let code = Platform.lock(file)
    let isWanted = state.withLock { state in
      if state == .abandoned { return false }
      state = code == 0 ? .taken : .failed(code: code)
      return true
    }
    // Closing gives a lock back that came too late.
    if isWanted { bell.ring() } else { Platform.closeFile(file) }
  }

  /// The descriptor that holds the lock; nil where the time was up before it came.
  func result(within patience: Duration) throws(Platform.Failure) -> Int32? {
    bell.wait(within: patience)
    let outcome = state.withLock { state in
      if state == .waiting { state = .abandoned }
      return state
    }
    switch outcome {
    case .taken: return file
    case .failed(let code):
      Platform.closeFile(file)
      throw Platform.Failure(code: code)
    case .waiting, .abandoned: return nil
    }
  }
}
