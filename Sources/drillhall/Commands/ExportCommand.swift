// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Console
import Ledger
import Reports

/// `drillhall export`: the record as other programs read it.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write completions, a row an attempt, for a spreadsheet or another program.",
    discussion: """
      Answers that were typed never leave with an export. The root that is printed on standard \
      error proves later that the record was not cut short: keep it outside (drillhall verify --root).
      """,
    subcommands: [CSVCommand.self, JSONCommand.self])

  /// `export csv`
  struct CSVCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "csv",
      abstract: "Completions as CSV.",
      discussion: """
        The profile “excel” is for opening in a spreadsheet: every field is quoted, and what a \
        spreadsheet could take for a formula is guarded by an apostrophe. “data” is RFC 4180 as \
        programs read it, without any guard.
        """)

    @Option(
      name: .long, help: "excel or data.",
      transform: { text in
        guard let profile = CSVProfile(rawValue: text) else {
          throw ValidationError("“\(text)” is no profile; there are excel and data.")
        }
        return profile
      })
    var profile: CSVProfile = .excel

    @OptionGroup var options: ExportOptions

    func run() throws { try options.write(.csv(profile)) }
  }

  /// `export json`
  struct JSONCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "json", abstract: "Completions as one JSON object, with a version in it.")

    @OptionGroup var options: ExportOptions

    func run() throws { try options.write(.json) }
  }
}

/// Options of every export.
struct ExportOptions: ParsableArguments {
  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("A file, written whole or not at all; otherwise standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var store: StoreOptions
  @OptionGroup var look: LookOptions

  /// Writes the export.
  func write(_ form: CompletionExport.Form) throws {
    try reporting(look) { printer in
      let store = try store.open(.readOnly)
      let export = CompletionExport(form)
      if let output {
        do {
          let file = try WholeFile(output)
          try export.write(store) { try file.write($0) }
          try file.finish()
        } catch let problem as FileProblem {
          throw Failure(
            problem.message,
            status: problem.isCreation ? Failure.cannotCreate : Failure.cannotWrite)
        }
      } else {
        try export.write(store) { try printer.printBytes($0) }
      }
      let head = try store.head()
      try printer.tell(StyledText("Root \(head.size):\(head.root)", .dim))
    }
  }
}
