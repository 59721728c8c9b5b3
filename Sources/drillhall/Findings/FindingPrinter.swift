// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Console
import DrillKit

/// Prints findings for a person, and counts them.
final class FindingPrinter {
  /// So many are printed; the rest is counted.
  static let most = 100

  private let printer: Printer
  private let isShort: Bool
  private let most: Int
  private let excerpts = SourceExcerpts()
  private var printed = 0
  private var left = 0
  /// The code of the first finding.
  private(set) var firstCode: String?
  /// What was found.
  private(set) var totals = Totals()

  /// How much was found.
  struct Totals: Hashable {
    var errors = 0
    var warnings = 0

    /// `3 errors, 1 warning`.
    var words: String {
      "\(errors) \(errors == 1 ? "error" : "errors"), "
        + "\(warnings) \(warnings == 1 ? "warning" : "warnings")"
    }

    /// `4 files, 3 errors, 1 warning.`
    func sentence(files: Int) -> StyledText {
      StyledText("\(files) \(files == 1 ? "file" : "files"), \(words).", errors > 0 ? .bad : .good)
    }

    /// Counts a finding.
    mutating func count(_ finding: Diagnostic) {
      if finding.rule.severity == .error { errors += 1 } else { warnings += 1 }
    }
  }

  /// Prints on a printer, one line a finding where it is short, at most so many.
  init(_ printer: Printer, short: Bool = false, most: Int = FindingPrinter.most) {
    self.printer = printer
    isShort = short
    self.most = most
  }

  /// Prints findings of a file.
  func print(_ findings: [Diagnostic]) throws(OutputError) {
    for finding in findings {
      totals.count(finding)
      firstCode = firstCode ?? finding.rule.code
      guard printed < most else {
        left += 1
        continue
      }
      printed += 1
      try printer.print(Self.line(finding))
      if !isShort { try printExcerpt(of: finding) }
    }
  }

  /// Says how many were left out, where any were.
  func printRest() throws(OutputError) {
    guard left > 0 else { return }
    try printer.print(
      StyledText("And \(left) more. “drillhall check --all” shows every finding.", .strong))
  }

  /// `file:line:column: error D101: message`, the form that editors read.
  static func line(_ finding: Diagnostic) -> StyledText {
    var line = StyledText("\(finding.place): ", .strong)
    let isError = finding.rule.severity == .error
    line.append(isError ? "error " : "warning ", isError ? .bad : .warning)
    line.append("\(finding.rule.code): \(finding.message)")
    return line
  }

  private func printExcerpt(of finding: Diagnostic) throws(OutputError) {
    var margin = 2
    if let excerpt = excerpts.excerpt(of: finding) {
      margin = ExcerptText.gutter(excerpt.number)
      let text = ExcerptText(columns: printer.columns ?? Self.pipeColumns)
      let style: Style = finding.rule.severity == .error ? .bad : .warning
      for line in text.lines(of: excerpt, mark: style) { try printer.print(line) }
    }
    guard let fix = finding.fix else { return }
    try printer.print(
      StyledText("Fix: ", .good) + StyledText(fix.title + " (check --fix)."),
      margin: .indent(margin))
  }

  /// How wide an excerpt is where nobody knows how wide the reader's window will be.
  private static let pipeColumns = 80
}
