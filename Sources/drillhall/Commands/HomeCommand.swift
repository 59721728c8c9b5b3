// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Console
import DrillKit

/// `drillhall`: the console.
struct HomeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "home",
    abstract: "Open the console: the drills and how they stand, and a prompt.",
    discussion: """
      At the prompt, “start NAME” begins a drill and “help” lists the rest. In a drill, type an \
      answer's number, or /help. Everything is saved as you go; a session that is cut off goes on \
      where it was.
      """)

  /// What stands where a command's name was meant: this command is the default one.
  @Argument(help: .hidden)
  var words: [String] = []

  @OptionGroup var session: SessionOptions

  mutating func validate() throws {
    guard let word = words.first else { return }
    let names = Drillhall.commandNames
    let typed = Array(CommandLine.arguments.dropFirst())
    let before = typed.prefix { !names.contains($0) }
    // “--format json check”: what stands before the name may be an option's value.
    if let command = typed.dropFirst(before.count).first,
      before.first.map({ $0.hasPrefix("-") && $0.contains { $0.isLetter } }) == true,
      typed.count(where: names.contains) == 1
    {
      let order = [command] + typed.dropFirst(before.count + 1) + before
      throw ValidationError(
        "The options of a command stand after its name. Write “drillhall "
          + "\(ForeignText.harmless(order.joined(separator: " ")))”.")
    }
    throw ValidationError(
      "There is no command “\(word)”.\(suggestion(for: word, in: names)) “drillhall --help” lists "
        + "them.")
  }

  func run() throws { try Self.run(session) }

  /// Opens the console with these options.
  static func run(_ session: SessionOptions) throws {
    try session.run { (home) throws(ConsoleError) in try home.run() }
  }
}
