// SPDX-License-Identifier: GPL-3.0-or-later

internal import Console
internal import Glibc

/// A console without drills, for driving the terminal layer from outside. Its last argument names
/// what it does; see ``Scenario``.
@main
struct ConsoleProbe {
  static func main() {
    var options = Terminal.Options()
    var arguments = CommandLine.arguments.dropFirst()
    var scenario = Scenario.commands
    while let argument = arguments.popFirst() {
      switch argument {
      case "--plain": options.plain = true
      case "--no-color": options.noColour = true
      case "--restricted": options.restricted = true
      case "--history": options.historyPath = arguments.popFirst()
      default:
        guard let named = Scenario(rawValue: argument) else { exit(64) }
        scenario = named
      }
    }
    do {
      let terminal = try Terminal(options)
      let status = Probing(terminal: terminal).run(scenario)
      terminal.close()
      exit(status)
    } catch {
      exit(70)
    }
  }
}

/// What the probe does.
enum Scenario: String {
  /// Reads commands; some of them do something.
  case commands
  /// Reads one answer while a message comes every fifth of a second.
  case injects
  /// Reads an answer for two and a half seconds, then another without a limit.
  case deadline
  /// Shows a line every fifth of a second; "p" holds it, Enter goes on, "q" ends.
  case display
}
