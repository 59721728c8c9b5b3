// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Console
import Ledger

/// Options of commands that look at attempts.
struct AttemptOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Only this employee's attempts; otherwise yours.", valueName: "id"))
  var id: String?

  @OptionGroup var store: StoreOptions
  @OptionGroup var look: LookOptions

  /// The employee whose attempts are meant.
  var employee: String { id ?? Environment["DRILLHALL_EMPLOYEE"] ?? Environment.loginName }

  /// Opens the store for reading and shows pages of it.
  func run(_ work: (AttemptPages) throws -> Void) throws {
    try reporting(look) { printer in
      try work(AttemptPages(printer, store: try store.open(.readOnly), isPlain: printer.isPlain))
    }
  }
}

/// `drillhall scores`: attempts and what they earned.
struct ScoresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scores", abstract: "List attempts and what they earned.",
    discussion: """
      A line an attempt: the drill, how it stands, when it began, and the first eight letters of its \
      id, by which “explain” and “replay” find it. What was critical is named beside it.
      """)

  @Flag(name: .long, help: "Everybody's attempts in this store.")
  var all = false

  @OptionGroup var options: AttemptOptions

  func run() throws {
    try options.run { try $0.printScores(of: all ? nil : options.employee) }
  }
}

/// `drillhall explain ATTEMPT`: what earned and what lost credit.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell why an attempt earned what it did, answer by answer.",
    discussion: """
      For each answer: what earned credit, what lost it, and the policy's clause that says so. It \
      is read from the record, and nothing is judged anew.
      """)

  @Argument(
    help: ArgumentHelp(
      "The beginning of the attempt's id, a drill's id for the latest one, or “last”.",
      valueName: "attempt"))
  var attempt = "last"

  @OptionGroup var options: AttemptOptions

  func run() throws {
    try options.run { pages in
      try pages.printExplanation(try pages.find(attempt, employee: options.id))
    }
  }
}

/// `drillhall replay ATTEMPT`: the attempt as it was.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Show an attempt as it was: what was told, what was answered, what was said to it.",
    discussion: """
      The drill's and the policies' texts come from the copies that the attempt was bound to, so \
      that it reads as it did on that day, whatever was edited since.
      """)

  @Argument(
    help: ArgumentHelp(
      "The beginning of the attempt's id, a drill's id for the latest one, or “last”.",
      valueName: "attempt"))
  var attempt = "last"

  @OptionGroup var options: AttemptOptions

  func run() throws {
    try options.run { pages in
      try pages.printTranscript(try pages.find(attempt, employee: options.id))
    }
  }
}
