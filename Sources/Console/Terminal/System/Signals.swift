// SPDX-License-Identifier: GPL-3.0-or-later

internal import CReadline
internal import Glibc

/// The signals that concern a console, blocked and read one at a time from a descriptor, so that
/// nothing ever runs in the middle of something else. Opened before any thread starts, because
/// threads inherit what is blocked.
final class Signals {
  /// Becomes readable when a signal is waiting.
  let descriptor: Int32
  private let previous: sigset_t

  /// Blocks the signals. Fails with the system's error number.
  init() throws(SignalsUnavailable) {
    var watched = sigset_t()
    sigemptyset(&watched)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT]
    // Whoever started the program under nohup means it to outlive the terminal.
    where drillhall_signal_is_ignored(number) == 0 {
      sigaddset(&watched, number)
    }
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &watched, &before)
    let opened = drillhall_signalfd(&watched)
    guard opened >= 0 else {
      let code = errno
      pthread_sigmask(SIG_SETMASK, &before, nil)
      throw SignalsUnavailable(code: code)
    }
    descriptor = opened
    previous = before
    // A reader of our output that goes away is an error value of the printer, not a sudden end.
    signal(SIGPIPE, SIG_IGN)
  }

  /// The number of the next signal that waits, or nil.
  func next() -> Int32? {
    let number = drillhall_next_signal(descriptor)
    return number == 0 ? nil : number
  }

  /// Gives the signals back as they were. Those that still wait are dropped: the program is about
  /// to end of its own accord.
  func close() {
    while next() != nil {}
    var before = previous
    pthread_sigmask(SIG_SETMASK, &before, nil)
    Glibc.close(descriptor)
  }
}

/// The system would not hand out signals.
public struct SignalsUnavailable: Error, Sendable, Hashable {
  /// The system's error number.
  public let code: Int32
}
