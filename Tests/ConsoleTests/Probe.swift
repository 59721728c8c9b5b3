// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport

/// The probe program in a terminal of its own.
enum Probe {
  static func path() throws -> String { try TestSupport.builtProduct("console-probe") }

  /// Starts it and waits for its first prompt.
  static func start(
    _ arguments: String..., environment: [String: String] = [:], prompt: String = "probe>",
    columns: Int = 80
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      path(), arguments, environment: environment, columns: columns)
    try terminal.wait(untilScreen: "the prompt") { $0.cursorLine == prompt }
    return terminal
  }
}

extension PseudoTerminal {
  /// Types and waits until the cursor's line is as told.
  func type(_ text: String, shows line: String) throws {
    try send(text)
    try wait(untilScreen: "the line [\(line)]") { $0.cursorLine == line }
  }

  /// Ends the line and waits until the probe has told what it read.
  func enter(reads text: String) throws {
    try send("\r")
    try expect("line=[\(text)]")
  }

  /// Leaves the probe by its command.
  func quit() throws -> ExitStatus {
    try send("quit\r")
    return try end()
  }
}
