// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Console
import DrillKit
import Ledger
import Library
import Reports

/// `drillhall rescore DRILL`: past answers, judged with the drill as it is now.
struct RescoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rescore",
    abstract: "Judge past answers with an edited drill or policy; look first, then correct.",
    discussion: """
      The answers of every finished attempt at the drill are judged with the drill and the policies \
      as they are now. --preview says which results that changes and writes nothing. With --reason \
      each changed attempt gets a correction in the record, with your id, the moment, the reason and \
      both results; what happened stays as it was. What can't be judged anew (an item that is gone, \
      a story that leads elsewhere) is named, and stays as it is.

      What was interrupted is completed by running it once more.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: ArgumentHelp("The drill's id.", valueName: "drill"))
  var drill: String

  @Flag(name: .long, help: "Say what would change, and write nothing.")
  var preview = false

  @Option(
    name: .long,
    help: ArgumentHelp("Why results are corrected: a sentence for the record.", valueName: "text"))
  var reason: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Judge with this file; otherwise with the drill of the library.", valueName: "file"))
  var with: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Who corrects; otherwise your login name.", valueName: "id"))
  var id: String?

  @Option(name: .long, help: "text, or json: one object.")
  var format: Format = .text

  @OptionGroup var library: LibraryOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var look: LookOptions

  /// Who corrects.
  private var author: String { id ?? Environment["DRILLHALL_EMPLOYEE"] ?? Environment.loginName }

  func validate() throws {
    guard preview != (reason != nil) else {
      throw ValidationError(
        preview
          ? "--preview writes nothing, so that it needs no --reason. Give one of them."
          : "Look first, with --preview. Correcting results needs --reason “…”.")
    }
    if let reason, let flaw = AttemptEvent.Corrected.flaw(ofReason: reason) {
      throw ValidationError(flaw)
    }
    if reason != nil, let problem = EmployeeOptions.problem(with: author) {
      throw ValidationError("--as, $DRILLHALL_EMPLOYEE, or your login name: \(problem)")
    }
  }

  func run() throws {
    try reporting(look) { printer in
      let playable = try self.playable()
      let store = try store.open(preview ? .readOnly : .readWrite)
      let others = try library.open()
      var rescore = Rescore(playable, store: store) { language in
        LanguageTag(language).flatMap { Self.text(in: $0, of: playable, others, beside: with) }
      }
      var report = try rescore.preview()
      if format == .text { try printer.printRescore(report) }
      if let reason {
        let written = try rescore.correct(report.rows, by: author, reason: reason.trimmed())
        report.written = written
        if format == .text {
          try printer.print(StyledText(Self.sentence(written: written), .good))
        }
      } else if format == .text, !report.rows.isEmpty {
        try printer.print(
          StyledText("Nothing was changed. --reason “…” instead of --preview corrects them.", .dim))
      }
      if format == .json { try printer.printData(report.json + "\n") }
    }
  }

  private static func sentence(written: Int) -> String {
    switch written {
    case 0: "There was nothing to correct."
    case 1: "1 correction is on record."
    default: "\(written) corrections are on record."
    }
  }

  /// The drill to judge with: the library's, or a file's that has the same id.
  private func playable() throws -> DrillLibrary.Playable {
    let library = try library.open()
    if let with {
      let diagnostics = Diagnostics()
      guard let text = library.drills.text(of: with, diagnostics: diagnostics),
        let header = DrillReader.header(file: with, bytes: text.bytes)
      else {
        guard diagnostics.hasErrors else {
          throw Failure(
            "“\(with)” has no front matter of a drill. “drillhall check” says more.",
            status: Failure.badData)
        }
        throw Failure(ConsoleError.unplayable(.init(path: with, diagnostics: diagnostics.sorted)))
      }
      guard header.id == drill.lowercased() else {
        throw Failure(
          "“\(with)” is the drill “\(header.id)”, and “\(drill)” is to be judged. Answers to one "
            + "drill can't be judged with another.", status: ExitCode.validationFailure.rawValue)
      }
      return try Self.playable(library.playable(.init(header: header, path: with)))
    }
    let entries = library.entries(named: drill)
    guard entries.count == 1, let entry = entries.first else {
      throw Failure(unknown: drill, meant: entries.map(\.header.id), in: library)
    }
    return try Self.playable(library.playable(entry))
  }

  /// A drill in another language: the library's, or for a draft what lies beside it. Nil where there
  /// is none of its version.
  private static func text(
    in language: LanguageTag, of drill: DrillLibrary.Playable, _ library: DrillLibrary,
    beside draft: String?
  ) -> DrillLibrary.Playable? {
    let header = drill.variants[0].header
    let folder = draft.map { LibraryFolder.folder(of: $0) }
    let shelf =
      folder.map { DrillLibrary(drills: LibraryFolder($0), policies: library.policies) } ?? library
    guard
      let entry = shelf.entries(in: language).first(where: { $0.header.id == header.id }),
      LanguageTag(entry.header.language) == language, entry.header.version == header.version
    else { return nil }
    return try? shelf.playable(entry).get()
  }

  private static func playable(
    _ result: Result<DrillLibrary.Playable, Unplayable>
  ) throws -> DrillLibrary.Playable {
    switch result {
    case .success(let playable): return playable
    case .failure(let problem): throw Failure(ConsoleError.unplayable(problem))
    }
  }
}

extension Printer {
  /// The sentence, the table, and what can't be judged.
  fileprivate func printRescore(_ report: RescoreReport) throws(OutputError) {
    try print(StyledText(report.summary, .strong))
    if !report.rows.isEmpty {
      try print()
      for line in report.table { try print(StyledText(line)) }
      try print()
    }
    let unjudged = report.unjudged
    if !unjudged.isEmpty {
      try print(
        StyledText(
          unjudged.count == 1
            ? "1 attempt can't be judged anew, and stays as it is:"
            : "\(unjudged.count) attempts can't be judged anew, and stay as they are:", .warning))
      for (attempt, reason) in unjudged {
        try print(
          StyledText(
            "\(attempt.employee) · attempt \(attempt.number) · \(attempt.id.prefix(8)): \(reason)"),
          margin: .indent(2))
      }
    }
    if report.unfinished > 0 {
      try print(
        StyledText(
          report.unfinished == 1
            ? "1 attempt under way goes on with the text that it began with."
            : "\(report.unfinished) attempts under way go on with the text that they began with.",
          .dim))
    }
  }
}
