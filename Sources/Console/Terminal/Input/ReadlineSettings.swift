// SPDX-License-Identifier: GPL-3.0-or-later

internal import CReadline

/// How readline is set up: no file of the user's is read, and only functions that edit a line can
/// be reached from the keyboard.
enum ReadlineSettings {
  /// The functions that keys may call. Not among them: anything that reads or prints files and
  /// settings, keyboard macros, completion (ours is another), numeric arguments (a million letters
  /// at one key), inserting control characters, the switch to vi's keys, and whatever waits for
  /// a further key inside readline.
  static let keptFunctions = [
    "abort", "accept-line", "backward-char", "backward-delete-char", "backward-kill-line",
    "backward-kill-word", "backward-word", "beginning-of-history", "beginning-of-line",
    "capitalize-word", "clear-display", "clear-screen", "delete-char",
    "delete-horizontal-space", "do-lowercase-version", "downcase-word", "end-of-history",
    "end-of-line", "forward-char", "forward-search-history", "forward-word",
    "history-search-backward", "history-search-forward", "kill-line", "kill-whole-line",
    "kill-word", "next-history", "previous-history", "redraw-current-line",
    "reverse-search-history", "revert-line", "self-insert", "transpose-chars",
    "transpose-words", "undo", "unix-line-discard", "unix-word-rubout", "upcase-word", "yank",
    "yank-pop",
  ]

  /// Variables that differ from what readline would do, or must not depend on its defaults.
  static let variables = [
    ("bell-style", "none"),
    ("bind-tty-special-chars", "off"),
    ("blink-matching-paren", "off"),
    ("completion-query-items", "-1"),
    ("convert-meta", "off"),
    ("disable-completion", "on"),
    ("editing-mode", "emacs"),
    ("enable-active-region", "off"),
    ("enable-bracketed-paste", "on"),
    ("enable-keypad", "off"),
    ("enable-meta-key", "off"),
    ("expand-tilde", "off"),
    ("horizontal-scroll-mode", "off"),
    ("input-meta", "on"),
    ("keyseq-timeout", "0"),
    ("output-meta", "on"),
    ("page-completions", "off"),
    ("revert-all-at-newline", "on"),
  ]

  /// Keys that terminals send and readline does not know by itself.
  static let keys = [
    ("\\e[1~", "beginning-of-line"), ("\\e[7~", "beginning-of-line"),
    ("\\e[H", "beginning-of-line"), ("\\eOH", "beginning-of-line"),
    ("\\e[4~", "end-of-line"), ("\\e[8~", "end-of-line"),
    ("\\e[F", "end-of-line"), ("\\eOF", "end-of-line"),
    ("\\e[3~", "delete-char"), ("\\e[3;5~", "kill-word"),
    ("\\e[1;5C", "forward-word"), ("\\e[1;3C", "forward-word"), ("\\eOc", "forward-word"),
    ("\\e[1;5D", "backward-word"), ("\\e[1;3D", "backward-word"), ("\\eOd", "backward-word"),
  ]

  /// Starts readline with these settings. `INPUTRC` must be /dev/null by then.
  static func apply() {
    // Before the start, or the terminal's own editing keys are bound during it.
    set("bind-tty-special-chars", to: "off")
    rl_initialize()
    for (name, value) in variables { set(name, to: value) }
    for (sequence, function) in keys {
      _ = rl_bind_keyseq(sequence, rl_named_function(function))
    }
    let kept = keptFunctions.map { rl_named_function($0) }.filter { $0 != nil }
    kept.withUnsafeBufferPointer { kept in
      drillhall_rl_keep_only(
        rl_get_keymap_by_name("emacs"), kept.baseAddress, kept.count, 0)
    }
    drillhall_rl_complete_nothing()
    using_history()
    stifle_history(Int32(CommandHistory.mostCommands))
  }

  /// Whether a key, as the terminal sends it, does anything.
  static func isBound(_ key: [UInt8]) -> Bool {
    key.withUnsafeBytes {
      drillhall_rl_is_bound($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count) != 0
    }
  }

  private static func set(_ name: String, to value: String) {
    rl_variable_bind(name, value)
  }
}
