// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

extension Platform {
  /// Waits for the exclusive lock, however long; 0, or the `errno` of the failure.
  static func lock(_ file: Int32) -> Int32 {
    while flock(file, LOCK_EX) != 0 {
      if errno != EINTR { return errno }
    }
    return 0
  }

  /// Rung on one thread and waited for on another.
  final class Bell: Sendable {
    private let hear: Int32
    private let strike: Int32

    /// A bell that has not been rung.
    init() throws(Failure) {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { throw Failure(code: errno) }
      hear = ends[0]
      strike = ends[1]
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    deinit {
      close(hear)
      close(strike)
    }

    /// Rings.
    func ring() {
      var byte: UInt8 = 1
      while write(strike, &byte, 1) < 0, errno == EINTR {}
    }

    /// Returns when the bell has been rung, or the time is up.
    func wait(within patience: Duration) {
      let deadline = ContinuousClock.now + patience
      while true {
        let (seconds, attoseconds) = max(.zero, deadline - .now).components
        // Rounded up, or the last of the time would be spent in a hurry.
        let left = seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1
        var waiting = pollfd(fd: hear, events: Int16(POLLIN), revents: 0)
        if poll(&waiting, 1, Int32(clamping: left)) > 0 || ContinuousClock.now >= deadline {
          return
        }
      }
    }
  }

  private final class ThreadBody: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Runs `body` on a thread of its own, on which no signal is taken.
  static func startThread(_ body: @escaping @Sendable () -> Void) throws(Failure) {
    var everything = sigset_t()
    sigfillset(&everything)
    var before = sigset_t()
    // A thread begins with the signals blocked that its maker has blocked.
    pthread_sigmask(SIG_SETMASK, &everything, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let boxed = Unmanaged.passRetained(ThreadBody(body))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<ThreadBody>.fromOpaque(pointer).takeRetainedValue().run() }
        return nil
      }, boxed.toOpaque())
    guard code == 0 else {
      boxed.release()
      throw Failure(code: code)
    }
    pthread_detach(thread)
  }
}
