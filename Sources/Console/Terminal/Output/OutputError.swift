// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// Why something could not be printed.
public enum OutputError: Error, Sendable, Hashable {
  /// Whoever read the output has gone (EPIPE), or the terminal has (EIO).
  case readerGone
  /// The disk or the quota behind the output is full (ENOSPC, EDQUOT).
  case noSpace
  /// Any other refusal, with the system's error number.
  case refused(code: Int32)

  init(code: Int32) {
    switch code {
    case EPIPE, EIO: self = .readerGone
    case ENOSPC, EDQUOT: self = .noSpace
    default: self = .refused(code: code)
    }
  }

  /// One sentence for a person.
  public var message: String {
    switch self {
    case .readerGone: "Nobody reads the output any more."
    case .noSpace: "The output could not be written: there is no space left. Make room, try again."
    case .refused(let code): "The output could not be written (\(String(cString: strerror(code))))."
    }
  }
}
