// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// What an input can wait for: bytes, a signal, a deadline.
struct Readiness {
  /// Standard input has bytes, or has ended.
  let input: Bool
  /// Nothing more will come than what is there: the terminal or the pipe is closed.
  let isHungUp: Bool
  /// A signal waits.
  let signal: Bool

  /// Waits until something is there or the deadline has come; neither flag is set then.
  static func wait(
    input: Int32, signals: Int32, until deadline: BootInstant?
  ) throws(InputError) -> Readiness {
    while true {
      var timeout: Int32 = -1
      if let deadline {
        let left = deadline.milliseconds(since: .now)
        // A minute at a time: a machine that slept looks at its clock again soon after.
        timeout = Int32(max(0, min(left, 60_000)))
      }
      var waiting = [
        pollfd(fd: input, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&waiting, nfds_t(waiting.count), timeout)
      if count < 0 && errno != EINTR { throw .unreadable(code: errno) }
      if count > 0 {
        let events = waiting[0].revents
        return Readiness(
          input: events != 0,
          isHungUp: events & Int16(POLLHUP | POLLERR | POLLNVAL) != 0,
          signal: waiting[1].revents != 0)
      }
      if let deadline, deadline <= .now {
        return Readiness(input: false, isHungUp: false, signal: false)
      }
    }
  }

  /// Reads what is there, at most 4 KiB. Empty at the end of the input, nil where there is
  /// nothing yet.
  static func read(_ descriptor: Int32) throws(InputError) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    if count >= 0 { return Array(buffer[..<count]) }
    switch errno {
    case EINTR, EAGAIN: return nil
    // The terminal behind it is gone.
    case EIO: return []
    case let code: throw .unreadable(code: code)
    }
  }
}
