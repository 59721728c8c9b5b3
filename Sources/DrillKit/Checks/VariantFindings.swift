// SPDX-License-Identifier: GPL-3.0-or-later

/// What is wrong in a variant alone. Where a cell of the table is to blame, it is told once, at the
/// cell, with the column's name; what else a variant brings says which variant it is.
struct VariantFindings {
  let source: SourceText
  let table: VariantTable
  /// The variant, from 1: the first column is the text as it is written.
  let variant: Int
  /// What is found where one row of the table keeps its words as they are written.
  let without: (_ row: Int) -> [Diagnostic]

  /// Rules about a value itself: with it nothing can be read, wherever it is put.
  private static let ofValues: Set<Rule> = [
    .badFact, .misspeltFact, .unknownFact, .badTable, .badAnswerLine, .rubricSyntax, .foreseenNever,
    .noRowFits,
  ]
  /// Most rows that are tried: each is a drill that is read and checked anew.
  private static let mostTried = 4

  private struct Spot: Hashable {
    let rule: Rule
    let line: Int

    init(_ finding: Diagnostic) {
      rule = finding.rule
      line = finding.place.line
    }
  }

  /// Tells what was found in the variant, and not in the text as it is written.
  func told(_ found: [Diagnostic], besides known: [Diagnostic]) -> [Diagnostic] {
    let everywhere = Set(known.map(Spot.init))
    var told = found.filter { everywhere.contains(Spot($0)) }
    var alone = found.filter { !everywhere.contains(Spot($0)) }
    for row in suspects(in: alone) {
      let word = table.rows[row].cells[variant]
      guard alone.contains(where: { isAbout(word, $0) }) else { continue }
      let left = Set(without(row).map(Spot.init))
      let gone = alone.filter { !left.contains(Spot($0)) }
      guard let cause = gone.first(where: { isAbout(word, $0) }) else { continue }
      told.append(finding(row, cause))
      alone.removeAll { left.contains(Spot($0)) == false }
    }
    let name = table.names[variant].shortened
    return told
      + alone.map { finding in
        Diagnostic(
          finding.rule, at: finding.place, "\(finding.message) (In the variant “\(name)”.)",
          fix: finding.fix)
      }
  }

  private func suspects(in alone: [Diagnostic]) -> [Int] {
    guard alone.contains(where: { Self.ofValues.contains($0.rule) }) else { return [] }
    let rows = table.rows.indices.filter { row in
      let cells = table.rows[row].cells
      return !cells[variant].isEmpty && cells[variant] != cells[0]
        && alone.contains { isAbout(cells[variant], $0) }
    }
    return Array(rows.prefix(Self.mostTried))
  }

  private func isAbout(_ word: String, _ finding: Diagnostic) -> Bool {
    Self.ofValues.contains(finding.rule) && finding.message.contains(word)
  }

  private func finding(_ row: Int, _ cause: Diagnostic) -> Diagnostic {
    let (cells, line) = (table.rows[row].cells, table.rows[row].place.line)
    let place = source.place(ofCell: variant, inLine: line)
    let meant = cause.rule == .badFact ? Self.meant(cells[variant]) : nil
    return Diagnostic(
      .badReplacement, at: place,
      "In the variant “\(table.names[variant].shortened)”, “\(cells[variant].shortened)” stands for "
        + "“\(cells[0].shortened)”, and line \(cause.place.line) is wrong with it: \(cause.message)",
      fix: meant.flatMap { meant in
        source.rewriting(line, "write “\(meant)” in the table") { text in
          let scalars = text.unicodeScalars
          let start = scalars.index(
            scalars.startIndex, offsetBy: place.column - 1, limitedBy: scalars.endIndex)
          guard let start, text[start...].hasPrefix(cells[variant]) else { return nil }
          return text[..<start] + meant + text[start...].dropFirst(cells[variant].count)
        }
      })
  }

  /// The day or the moment that a cell nearly names; nil where it may be one or another.
  private static func meant(_ cell: String) -> String? {
    let near = WrittenMoment.nearly(cell)
    if near.count == 1 { return near[0] }
    let days = WrittenMoment.nearly("\(cell) 00:00")
    return days.count == 1 ? days[0].words().first.map(String.init) : nil
  }
}
