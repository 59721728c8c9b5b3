// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Authoring
import Console
import DrillKit
import Glibc
import Library

/// In which form findings leave the program.
enum FindingFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, sarif
}

/// A check whose findings go to a person or to another program as they come.
struct CheckOutput {
  let library: DrillLibrary
  let check: LibraryCheck
  let printer: Printer
  let format: FindingFormat
  let isShort: Bool
  let most: Int
  /// What to say of a path that was named and is not there.
  var missing: Failure?

  /// Checks and prints; returns how many errors there were.
  func run(_ paths: [String]) throws -> Int {
    switch format {
    case .text: try text(paths)
    case .json: try lines(paths)
    case .sarif: try sarif(paths)
    }
  }

  /// Says in the form that was asked for that nothing could be checked: whoever reads standard output
  /// alone must not take nothing for no findings.
  static func print(_ failure: Failure, as format: FindingFormat, to printer: Printer) throws {
    switch format {
    case .text: break
    case .json:
      try printer.printBytes(
        FindingLines().failure(failure.message, exitCode: Int(failure.status)))
    case .sarif:
      let log = SARIFLog(workingFolder: workingFolder)
      try printer.printBytes(
        log.opening(version: Program.version)
          + log.closing(exitCode: Int(failure.status), reason: failure.message))
    }
  }

  /// Checks what is named; golden answers by the drill beside them. Returns how many files that is.
  private func check(_ paths: [String], report: ([Diagnostic]) throws -> Void) throws -> Int {
    let files = try check.run(paths, report: report)
    let answers = paths.filter(LibraryFile.isOfAnswers)
    for path in answers {
      let findings = problems(ofAnswers: path)
      if !findings.isEmpty { try report(findings) }
    }
    return files + answers.count
  }

  /// What can't be read in golden answers; what they come to is for “test” to say. Nothing is said
  /// where there is no drill beside them that can be played.
  private func problems(ofAnswers path: String) -> [Diagnostic] {
    let diagnostics = Diagnostics()
    guard let draft = try? DraftDrill(LibraryFile.drill(ofAnswers: path), in: library),
      let bytes = LibraryFolder.bytes(of: path, diagnostics: diagnostics),
      let source = SourceText(file: path, bytes: bytes, diagnostics: diagnostics)
    else { return diagnostics.sorted }
    return AnswersTest(source, variants: draft.variants, policies: draft.policies).problems
  }

  private func text(_ paths: [String]) throws -> Int {
    let findings = FindingPrinter(printer, short: isShort, most: most)
    let files = try check(paths) { try findings.print($0) }
    try findings.printRest()
    for note in LibraryFile.notes(on: paths) { try printer.tell(StyledText(note, .dim)) }
    try printer.tell(findings.totals.sentence(files: files))
    if let code = findings.firstCode {
      try printer.tell(StyledText("“drillhall explain-code \(code)” tells more.", .dim))
    }
    return findings.totals.errors
  }

  private func lines(_ paths: [String]) throws -> Int {
    let lines = FindingLines()
    var totals = FindingPrinter.Totals()
    let files = try check(paths) { findings in
      for finding in findings { totals.count(finding) }
      try printer.printBytes(findings.flatMap(lines.bytes))
    }
    try printer.printBytes(
      lines.summary(files: files, errors: totals.errors, warnings: totals.warnings))
    if let missing { try Self.print(missing, as: .json, to: printer) }
    return totals.errors
  }

  private func sarif(_ paths: [String]) throws -> Int {
    var log = SARIFLog(workingFolder: Self.workingFolder)
    var totals = FindingPrinter.Totals()
    try printer.printBytes(log.opening(version: Program.version))
    _ = try check(paths) { findings in
      for finding in findings {
        totals.count(finding)
        try printer.printBytes(log.bytes(of: finding))
      }
    }
    try printer.printBytes(
      missing.map { log.closing(exitCode: Int($0.status), reason: $0.message) }
        ?? log.closing(exitCode: Int(totals.errors > 0 ? Failure.badData : 0)))
    return totals.errors
  }

  /// The folder in which the program was started; empty where it is gone.
  private static var workingFolder: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }
}
