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
      error proves later that the record was not cut short: keep it outside (drillhall verify \
      --root), or let --checkpoint write it to a file, signed.
      """,
    subcommands: [CSVCommand.self, JSONCommand.self])

  /// `export csv`
  struct CSVCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "csv",
      abstract: "Completions as CSV, for a spreadsheet or for a program.",
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
      commandName: "json", abstract: "Completions as one JSON object, with a version in it.",
      discussion: """
        One object: format, version, the ledger's id, its root, and “completions”, a list with an \
        object a row, whose keys are the columns of the CSV. Cells without a value are null.
        """)

    @OptionGroup var options: ExportOptions

    func run() throws { try options.write(.json) }
  }
}

/// Options of every export.
struct ExportOptions: ParsableArguments {
  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "A file, written whole or not at all; otherwise standard output.", valueName: "file"))
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Also write a signed checkpoint of the record to this file.",
      discussion:
        "Keep it where the store's owner can't change it: “drillhall verify --checkpoint”.",
      valueName: "file"))
  var checkpoint: String?

  @OptionGroup var store: StoreOptions
  @OptionGroup var look: LookOptions

  mutating func validate() throws {
    guard let output, let checkpoint, WholeFile.target(of: output) != nil else { return }
    if WholeFile.target(of: output) == WholeFile.target(of: checkpoint) {
      throw ValidationError(
        "--output and --checkpoint lead to one file, “\(output)”. Name two.")
    }
  }

  /// Writes the export.
  func write(_ form: CompletionExport.Form) throws {
    try reporting(look) { printer in
      let store = try store.open(.readOnly)
      for path in [output, checkpoint].compactMap(\.self)
      where WholeFile.target(of: path) == store.file {
        throw Failure(
          "“\(path)” is the store itself. Name another file. Nothing was written.",
          status: ExitCode.validationFailure.rawValue)
      }
      let head: TreeHead
      do {
        head =
          try output.map { try write(form, from: store, to: $0) }
          ?? print(form, from: store, to: printer)
      } catch let problem as FileProblem {
        throw Failure(problem)
      } catch is Interruption {
        throw Failure("It was interrupted. Nothing was written.", status: 130)
      }
      try printer.tell(StyledText("Root \(head.size):\(head.root)", .dim))
      if checkpoint != nil { try printer.tell(StyledText("Key \(store.verifierKey())", .dim)) }
    }
  }

  /// Writes rows and checkpoint to files. Nothing is printed meanwhile, so that nobody waits in
  /// vain while signals are held back.
  private func write(
    _ form: CompletionExport.Form, from store: Store, to path: String
  ) throws -> TreeHead {
    try Interruption.heldBack {
      let file = try WholeFile(path)
      let note = try checkpoint.map { try WholeFile($0) }
      let (head, text) = try export(form, from: store) { bytes in
        try Interruption.check()
        try file.write(bytes)
      }
      try note?.write(Array(text.utf8))
      try file.finish()
      try note?.finish()
      return head
    }
  }

  /// Prints the rows; the checkpoint's file is there only while signals are held back, and none
  /// are while somebody may be waited for who reads what is printed.
  private func print(
    _ form: CompletionExport.Form, from store: Store, to printer: Printer
  ) throws -> TreeHead {
    // That the file can be made is known before the first row is out.
    if let checkpoint { try Interruption.heldBack { _ = try WholeFile(checkpoint) } }
    let (head, text) = try export(form, from: store) { try printer.printBytes($0) }
    if let checkpoint {
      try Interruption.heldBack {
        let note = try WholeFile(checkpoint)
        try note.write(Array(text.utf8))
        try note.finish()
      }
    }
    return head
  }

  /// Hands the rows to a sink; gives the head that they were read with, and the checkpoint of it
  /// where one is asked for.
  private func export(
    _ form: CompletionExport.Form, from store: Store, to sink: ([UInt8]) throws -> Void
  ) throws -> (TreeHead, checkpoint: String) {
    let export = CompletionExport(form)
    var text = ""
    // One view of the store for rows, root and checkpoint, whoever writes meanwhile.
    let head = try Self.reading(store) {
      let head = try export.write(store, to: sink)
      if checkpoint != nil { text = try store.signedCheckpoint() }
      return head
    }
    return (head, text)
  }

  private static func reading(_ store: Store, _ work: () throws -> TreeHead) throws -> TreeHead {
    var head: TreeHead?
    try store.read { _ in head = try work() }
    return try head ?? store.head()
  }
}
