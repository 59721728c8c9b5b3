// SPDX-License-Identifier: GPL-3.0-or-later

internal import CReadline
internal import Glibc

/// What the process finds around it: terminals, their kind and size, the locale.
public struct TerminalEnvironment: Sendable, Hashable {
  /// Standard input is a terminal.
  public let inputIsTerminal: Bool
  /// Standard output is a terminal.
  public let outputIsTerminal: Bool
  /// Standard error is a terminal.
  public let errorsAreTerminal: Bool
  /// The kind of terminal that is worked with, nil where there is none to draw on ("dumb").
  public let term: String?
  /// The variable NO_COLOR.
  public let noColour: String?

  /// Columns assumed where a terminal does not tell.
  static let assumedColumns = 80

  /// Kinds of terminals whose descriptions are trusted. Another name could lead to a description
  /// that a user has written to make the program send what it should not.
  static let knownTerms: Set<String> = [
    "alacritty", "ansi", "contour", "cygwin", "foot", "gnome", "gnome-256color", "hurd",
    "konsole", "konsole-256color", "linux", "mintty", "putty", "putty-256color", "rxvt",
    "rxvt-256color", "rxvt-unicode", "rxvt-unicode-256color", "screen", "screen-256color",
    "screen.xterm-256color", "st", "st-256color", "sun", "tmux", "tmux-256color", "vt100",
    "vt102", "vt220", "vte", "vte-256color", "wezterm", "xterm", "xterm-16color",
    "xterm-256color", "xterm-color", "xterm-direct", "xterm-ghostty", "xterm-kitty",
  ]

  /// Where a system keeps its descriptions of terminals.
  private static let descriptionFolders = [
    "/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo",
  ]

  /// Sets the locale and the environment up for the terminal and looks around. To be called once,
  /// before anything is printed and before any thread starts.
  public static func prepare() -> TerminalEnvironment {
    useUTF8()
    // Files and sizes that a user could hand to the libraries below us.
    for name in ["TERMCAP", "TERMINFO_DIRS", "TERMPATH", "LS_COLORS", "LINES", "COLUMNS"] {
      unsetenv(name)
    }
    setenv("INPUTRC", "/dev/null", 1)
    let found = description(for: variable("TERM"))
    unsetenv("TERMINFO")
    if let found {
      setenv("TERM", found.term, 1)
      // Named, so that a description in the user's home does not come first.
      if let folder = found.folder { setenv("TERMINFO", folder, 1) }
    }
    return TerminalEnvironment(
      inputIsTerminal: isatty(0) == 1, outputIsTerminal: isatty(1) == 1,
      errorsAreTerminal: isatty(2) == 1, term: found?.term, noColour: variable("NO_COLOR"))
  }

  /// Columns of the terminal behind a descriptor, 80 where it does not tell.
  static func columns(of descriptor: Int32) -> Int {
    let columns = Int(drillhall_terminal_columns(descriptor))
    return columns > 0 ? columns : assumedColumns
  }

  /// An environment variable.
  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The kind of terminal to work with and the folder of its description. A kind that is unknown,
  /// or unknown to this system, is taken for a simple one that nearly all can play.
  private static func description(for term: String?) -> (term: String, folder: String?)? {
    guard let term, !term.isEmpty, term != "dumb" else { return nil }
    let wanted = knownTerms.contains(term) ? [term] : []
    let family = term.hasPrefix("xterm") || term.contains("256color") ? ["xterm-256color"] : []
    for candidate in wanted + family + ["vt100"] {
      for folder in descriptionFolders where hasDescription(of: candidate, in: folder) {
        return (candidate, folder)
      }
    }
    return ("vt100", nil)
  }

  private static func hasDescription(of term: String, in folder: String) -> Bool {
    access("\(folder)/\(term.prefix(1))/\(term)", R_OK) == 0
  }

  /// Readline and the widths of characters follow the locale, and drills are UTF-8.
  private static func useUTF8() {
    setlocale(LC_CTYPE, "")
    guard drillhall_locale_is_utf8() == 0 else { return }
    setenv("LC_ALL", "C.UTF-8", 1)
    setlocale(LC_CTYPE, "C.UTF-8")
  }
}
