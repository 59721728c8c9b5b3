// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Testing

@testable import drillhall

/// The console's arguments are read in two ways, which give the same.
@Suite("Arguments of the console") struct ConsoleStartTests {
  @Test(
    "read without the list of commands, they are what the argument parser reads",
    arguments: [
      "", "--agree", "--as anna", "--as anna --agree --timers 3x", "--plain --no-color",
      "--store /tmp/a.db --drills /tmp/d --policies /tmp/p", "--no-color --as a --plain --agree",
      "--timers off --store x", "--lang de --plain",
    ])
  func same(_ line: String) throws {
    let arguments = line.split(separator: " ").map(String.init)
    let ours = try #require(ConsoleStart(arguments)?.session)
    let home = try #require(try Drillhall.parseAsRoot(arguments) as? HomeCommand)
    let theirs = home.session
    #expect(ours.employee.id == theirs.employee.id)
    #expect(ours.employee.timers.timers == theirs.employee.timers.timers)
    #expect(ours.employee.agree == theirs.employee.agree)
    #expect(ours.store.store == theirs.store.store)
    #expect(ours.library.drills == theirs.library.drills)
    #expect(ours.library.policies == theirs.library.policies)
    #expect(ours.look.plain == theirs.look.plain)
    #expect(ours.look.noColor == theirs.look.noColor)
  }

  @Test(
    "what is not only the console's options, written in full, is left to the parser",
    arguments: [
      "run lost-laptop", "home", "--help", "-h", "--version", "chek", "--as", "--as --agree",
      "--as=anna", "--as anna --as bert", "--agree --help", "--timers 99x", "--as a/b", "--",
      "--generate-completion-script bash", "---completion home", "--drill x", "--agree extra",
    ])
  func left(_ line: String) {
    #expect(ConsoleStart(line.split(separator: " ").map(String.init))?.session == nil)
  }

  @Test(
    "options of the console may stand before a command",
    arguments: [
      ("--lang de try a", "try --lang de a"),
      ("--plain --lang=de check", "check --plain --lang=de"),
      ("try --lang de a", "try --lang de a"), ("--lang try", "--lang try"),
      ("--lang de tray", "--lang de tray"), ("--help try", "--help try"), ("a try", "a try"),
    ])
  func before(_ typed: String, _ parsed: String) {
    let words = typed.split(separator: " ").map(String.init)
    let moved = ConsoleStart.commandFirst(words, ["try", "check"])
    #expect(moved.joined(separator: " ") == parsed)
  }

  @Test("every option of the console is read, so that none can be forgotten")
  func everyOption() {
    let help = HomeCommand.helpMessage(columns: 200)
    let options = Set(
      help.split { !($0.isLetter || $0 == "-") }.map(String.init).filter { $0.hasPrefix("--") })
    #expect(options.subtracting(ConsoleStart.options) == ["--help"])
    #expect(ConsoleStart.options.isSubset(of: options))
  }
}
