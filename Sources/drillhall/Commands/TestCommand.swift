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

  @OptionGroup var library: LibraryOptions
  @OptionGroup var look: LookOptions

  private struct Tally {
    var met = 0
    var failed = 0
    var unreadable = 0
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
      for file in try ExploreCommand.files(named, in: library) {
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
      if tally.failed > 0, !update { throw ExitCode(1) }
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
      guard update, outcome.losesFailure else { continue }
      try printer.print(
        StyledText("  A critical failure that was expected is taken out of the file.", .bad))
    }
    let lines = test.updated(source)
    guard update, lines != source.lines.map(String.init) else { return }
    do throws(FileProblem) {
      let file = try WholeFile(path)
      try file.write(Array(lines.joined(separator: "\n").utf8))
      try file.finish()
    } catch {
      throw Failure(error)
    }
    try printer.print(StyledText("\(path) says now what was found."))
    let lost = test.outcomes.filter(\.losesFailure)
    guard !lost.isEmpty else { return }
    let rows = lost.map { "\($0.place.line)" }.joined(separator: ", ")
    try printer.tell(
      StyledText(
        "\(lost.count == 1 ? "One answer" : "\(lost.count) answers") that had to be a critical "
          + "failure \(lost.count == 1 ? "is" : "are") none any more (line \(rows)). If the "
          + "drill is wrong and not the file, take that change back.", .bad))
  }
}
