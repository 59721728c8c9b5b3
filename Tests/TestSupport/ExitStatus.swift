// SPDX-License-Identifier: GPL-3.0-or-later

/// How a program ended.
public enum ExitStatus: Sendable, Hashable {
  /// It returned or exited with this code.
  case exited(Int32)
  /// This signal ended it.
  case signalled(Int32)

  /// From the value that waitpid delivers.
  init(waitStatus: Int32) {
    let signal = waitStatus & 0x7F
    self = signal == 0 ? .exited((waitStatus >> 8) & 0xFF) : .signalled(signal)
  }
}
