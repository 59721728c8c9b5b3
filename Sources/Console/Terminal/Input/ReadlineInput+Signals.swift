// SPDX-License-Identifier: GPL-3.0-or-later

internal import CReadline
internal import Glibc

extension ReadlineInput {
  /// Does what a signal asks for; an event where the caller has to know.
  func handle(_ number: Int32) -> InputEvent? {
    switch number {
    case SIGINT:
      decoder.reset()
      changes = []
      if open != nil { clearLine(after: number) }
      return .interrupted
    case SIGTSTP:
      // Where no shell waits above, nobody could wake the program again.
      if suspends, getsid(0) != getpid() { suspend() }
      return nil
    case SIGCONT:
      resume()
      return nil
    case SIGWINCH:
      rl_resize_terminal()
      return nil
    default:
      return terminate(number)
    }
  }

  /// Leaves the line on the screen as it stands and goes on with an empty one below.
  private func clearLine(after number: Int32) {
    rl_callback_sigcleanup()
    rl_echo_signal_char(number)
    rl_free_line_state()
    rl_crlf()
    rl_replace_line("", 1)
    rl_reset_line_state()
    rl_redisplay()
    fflush(nil)
  }

  private func suspend() {
    rl_deprep_terminal()
    fflush(nil)
    raise(SIGSTOP)
    // Going on is announced by CONT, which waits by now.
  }

  /// A shell has had the terminal in between, whether we stopped by ourselves or were stopped.
  private func resume() {
    rl_deprep_terminal()
    drillhall_rl_prep(1)
    rl_resize_terminal()
    if open != nil {
      rl_forced_update_display()
    }
    fflush(nil)
  }

  /// Gives the terminal back before the process ends.
  func terminate(_ number: Int32) -> InputEvent {
    abandonLine()
    Self.giveTerminalBack()
    return .terminated(signal: number)
  }

  /// Leaves the terminal in the modes that it was found in. Harmless when done twice.
  static func giveTerminalBack() {
    rl_deprep_terminal()
    fflush(nil)
  }
}
