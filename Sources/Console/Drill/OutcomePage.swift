// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// The page at the end: critical failures first, averages last, then what was missed and why.
public struct OutcomePage {
  private let outcome: Telling.Outcome

  /// The page of an outcome.
  public init(_ outcome: Telling.Outcome) { self.outcome = outcome }

  /// Prints it.
  public func print(on printer: Printer) throws(OutputError) {
    let finished = outcome.finished
    try printer.print()
    try printer.print(StyledText("Result", .heading))
    for failure in finished.critical {
      try printer.print(
        StyledText("Critical failure (\(failure.kind.rawValue)): ", .bad) + StyledText(failure.what)
      )
    }
    let needed = "\(outcome.pass.percent) % needed"
    let score = "\(finished.score.percent) % (\(needed))"
    if finished.passed {
      try printer.print(StyledText("Passed: ", .good) + StyledText(score))
    } else if finished.critical.isEmpty {
      try printer.print(StyledText("Not passed: ", .bad) + StyledText(score))
    } else {
      let count = finished.critical.count
      try printer.print(
        StyledText(
          "Not passed, because of \(count == 1 ? "a critical failure" : "\(count) critical failures"). ",
          .bad) + StyledText("Without \(count == 1 ? "it" : "them"): \(score)"))
    }
    for (name, credit) in outcome.competencies {
      try printer.print(StyledText("\(name): \(credit.percent) %"), margin: .indent(2))
    }
    try printMissed(on: printer)
    try printer.print()
    try printer.print(StyledText(outcome.advice))
  }

  private func printMissed(on printer: Printer) throws(OutputError) {
    guard !outcome.missed.isEmpty else { return }
    try printer.print()
    try printer.print(StyledText("What was missed", .heading))
    for missed in outcome.missed {
      let earned =
        "\(missed.credit.percent) % of \(missed.points) "
        + (missed.points == 1 ? "point" : "points")
      try printer.print(StyledText(missed.question, .strong) + StyledText(" \(earned):", .dim))
      for (index, remark) in missed.remarks.enumerated() {
        var text = StyledText(remark.text)
        // A clause that also decides the next line is named after the last.
        let next = index + 1 < missed.remarks.count ? missed.remarks[index + 1].clause : nil
        if let clause = remark.clause, clause != next { text.append(" (policy \(clause))", .dim) }
        try printer.print(
          text, margin: Margin(first: "  - ", rest: "    "))
      }
    }
  }
}
