// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Authoring
import Console
import DrillKit
import Glibc
import Library
import Reports

/// `drillhall test`: golden answers beside drills, given again.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Give the golden answers that are kept beside drills, and compare what they earn.",
    discussion: """
      Golden answers of name.md stand in name.answers.md: whole runs (“## Run: Careful agent”, \
      “Expect: pass; score 100”, “- **its-id** what is typed”) and single answers to one item \
      (“## Item: first-reply” and a table Reply, Score, Why). Where one comes to something else, \
      what was expected, what was found and why are shown.

      --update shows the same, then writes what was found, and says where that takes an expected \
      critical failure away. It asks nothing: look first without it, or commit the files before.

      Exit status 65 where a file can't be read, 1 where something came to something else, 0 \
      otherwise.
      """)

  @Argument(
    help: ArgumentHelp(
      "Drills by id or file; otherwise all that have golden answers.", valueName: "drill"))
  var drills: [String] = []

  @Flag(name: .long, help: "Write what was found into the files, after showing it.")
  var update = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "With --update: write only what the answer in this line came to; may be repeated.",
      valueName: "line"))
  var only: [Int] = []

  @OptionGroup var library: LibraryOptions
  @OptionGroup var look: LookOptions

  private struct Tally {
    var met = 0
    var failed = 0
    var written = 0
    var unreadable = 0
  }

  func validate() throws {
    guard !only.isEmpty, !update || drills.count != 1 else { return }
    throw ValidationError(
      "“--only” says which line “--update” changes in the answers of one drill: “drillhall test DRILL "
        + "--update --only 24”.")
  }

  func run() throws {
    try reporting(look) { printer in
      let library = try library.open()
      var tally = Tally()
      // Whoever names the answers means the drill that they are given to.
      var named: [String] = []
      for drill in drills.map(LibraryFile.drill(ofAnswers:)) where !named.contains(drill) {
        named.append(drill)
      }
      let files = try ExploreCommand.files(named, in: library)
      // What was asked for is found; each of these is tested as it is.
      library.languageOfFiles = nil
      for file in files {
        let path = LibraryFile.answers(ofDrill: file.path)
        guard access(path, F_OK) == 0 else {
          // A drill that is named has answers, or somebody is waiting for nothing.
          if !drills.isEmpty {
            throw Failure(
              "“\(file.path)” has no golden answers. Write them to “\(path)”.",
              status: Failure.noInput)
          }
          continue
        }
        try test(file.path, path, library, printer, &tally)
      }
      let summary = "\(tally.met) as expected, \(tally.failed) otherwise."
      let isWell = tally.failed == 0 && tally.unreadable == 0
      try printer.tell(StyledText(summary, isWell ? .good : .bad))
      if tally.unreadable > 0 { throw ExitCode(Failure.badData) }
      if tally.failed > tally.written { throw ExitCode(1) }
    }
  }

  private func test(
    _ drill: String, _ path: String, _ library: DrillLibrary, _ printer: Printer,
    _ tally: inout Tally
  ) throws {
    let draft = try DraftDrill(drill, in: library)
    let diagnostics = Diagnostics()
    let source = LibraryFolder.bytes(of: path, diagnostics: diagnostics)
      .flatMap { SourceText(file: path, bytes: $0, diagnostics: diagnostics) }
    guard let source else {
      for problem in diagnostics.sorted { try printer.print(StyledText("\(problem)")) }
      tally.unreadable += 1
      return
    }
    let test = AnswersTest(source, variants: draft.variants, policies: draft.policies)
    for problem in test.problems {
      try printer.print(StyledText("\(problem)"))
      if problem.rule.severity == .error { tally.unreadable += 1 }
    }
    for outcome in test.outcomes {
      if outcome.isMet {
        tally.met += 1
        continue
      }
      tally.failed += 1
      try printer.print(StyledText("\(outcome.place): \(outcome.name)", .strong))
      try printer.print(StyledText("  expected  \(outcome.expected ?? "nothing yet")"))
      try printer.print(StyledText("  found     \(outcome.found)"))
      for line in outcome.explanation { try printer.print(StyledText("    \(line)")) }
      guard isWritten(outcome) else { continue }
      tally.written += 1
      guard outcome.losesFailure else { continue }
      try printer.print(
        StyledText("  A critical failure that was expected is taken out of the file.", .bad))
    }
    try requireOtherwise(test)
    let lines = test.updated(source, only: Set(only))
    guard update, lines != source.lines.map(String.init) else { return }
    do throws(FileProblem) {
      let file = try WholeFile(path)
      try file.write(Array(lines.joined(separator: "\n").utf8))
      try file.finish()
    } catch {
      throw Failure(error)
    }
    try printer.print(StyledText("\(path) says now what was found."))
    let lost = test.outcomes.filter { $0.losesFailure && isWritten($0) }
    guard !lost.isEmpty else { return }
    let rows = lost.map { "\($0.place.line)" }.joined(separator: ", ")
    try printer.tell(
      StyledText(
        "\(lost.count == 1 ? "One answer" : "\(lost.count) answers") that had to be a critical "
          + "failure \(lost.count == 1 ? "is" : "are") none any more (line \(rows)). If the "
          + "drill is wrong and not the file, take that change back.", .bad))
  }

  /// Whether what was found is written down.
  private func isWritten(_ outcome: AnswersTest.Outcome) -> Bool {
    update && (only.isEmpty || only.contains(outcome.place.line))
  }

  /// A line that is named is one of those that were shown.
  private func requireOtherwise(_ test: AnswersTest) throws(Failure) {
    let lines = test.outcomes.filter { !$0.isMet }.map(\.place.line)
    guard let line = only.first(where: { !lines.contains($0) }) else { return }
    let shown = lines.map(String.init).joined(separator: ", ")
    throw Failure(
      "No answer in line \(line) came to something else. "
        + (lines.isEmpty ? "None did." : "Those in these lines did: \(shown)."),
      status: Failure.badUse)
  }
}
