// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Console

/// `drillhall manual`: the man page, made from the same words as `--help`.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the man page, for whoever installs the program.",
    discussion:
      "“make install” puts it where “man drillhall” finds it; “man -l FILE” reads a file.",
    shouldDisplay: false)

  @OptionGroup var look: LookOptions

  func run() throws {
    try reporting(look) { try $0.printData(ManualPage.text) }
  }
}

/// The man page in troff's `man` macros (man-pages(7)).
enum ManualPage {
  /// The whole page.
  static var text: String {
    var page = """
      .\\" Made by drillhall manual. Don't edit.
      .TH DRILLHALL 1 "" "drillhall \(Program.version)" "User Commands"
      .SH NAME
      drillhall \\- \(escaped(abstract(of: Drillhall.self)))

      """
    section("SYNOPSIS AND COMMANDS", Drillhall.helpMessage(columns: columns), to: &page)
    for (words, command) in commands(of: Drillhall.self, path: ["drillhall"]) {
      section(
        words.joined(separator: " ").uppercased(),
        Drillhall.helpMessage(for: command, columns: columns), to: &page)
    }
    return page
  }

  /// Columns of text; man indents it by seven.
  private static let columns = 72

  /// Every command that is shown, with the words that lead to it.
  private static func commands(
    of command: any ParsableCommand.Type, path: [String]
  ) -> [([String], any ParsableCommand.Type)] {
    command.configuration.subcommands.filter { $0.configuration.shouldDisplay }.flatMap { sub in
      let words = path + [sub.configuration.commandName ?? ""]
      return [(words, sub)] + commands(of: sub, path: words)
    }
  }

  private static func abstract(of command: any ParsableCommand.Type) -> String {
    let text = command.configuration.abstract
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  /// A section whose lines stay as they are.
  private static func section(_ title: String, _ help: String, to page: inout String) {
    page += ".SH \(title)\n.nf\n"
    for line in help.split(separator: "\n", omittingEmptySubsequences: false) {
      page += escaped(String(line)) + "\n"
    }
    page += ".fi\n"
  }

  /// A line of text in which troff sees no request and no escape.
  private static func escaped(_ line: String) -> String {
    var result = ""
    for character in line {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      default: result.append(character)
      }
    }
    return result.hasPrefix(".") || result.hasPrefix("'") ? "\\&" + result : result
  }
}
