// SPDX-License-Identifier: GPL-3.0-or-later

/// A paragraph that was meant as a table: lines between bars whose row of dashes is missing, or has
/// not as many cells as the head, so that Markdown reads text.
struct MeantTable {
  /// The cells of each line, the row of dashes not among them.
  private let rows: [[RichText]]
  /// Whether the second line is a row of dashes.
  private let hasDashes: Bool

  /// Reads a paragraph's text; nil where it is one that is told.
  init?(_ text: RichText) {
    guard text.runs.first?.text.utf8.first == UInt8(ascii: "|") else { return nil }
    let lines = text.lines
    guard lines.count > 1, lines.allSatisfy({ $0.plain.hasPrefix("|") }) else { return nil }
    var rows = lines.map(Self.cells)
    hasDashes = Self.isDashes(lines[1].plain)
    if hasDashes { rows.remove(at: 1) }
    let width = rows[0].count
    // Two lines with as many cells each between bars are no accident; a row of dashes tells the rest.
    guard
      hasDashes
        || width > 1 && rows.allSatisfy({ $0.count == width })
          && lines.allSatisfy({ $0.plain.trimmed().hasSuffix("|") })
    else { return nil }
    self.rows = rows
  }

  /// Reports that it is none, and mends it where the lines have as many cells as the head.
  func report(_ block: MarkdownBlock, in source: SourceText, _ diagnostics: Diagnostics) {
    let width = rows[0].count
    let line = block.place.line + 1
    let dashes = "|" + String(repeating: "---|", count: width)
    let opening = source.line(block.place.line).prefix { $0 != "|" }
    let isMendable =
      hasHead && rows.allSatisfy { $0.count == width }
      && opening.allSatisfy { " >\t".contains($0) }
    diagnostics.report(
      .brokenTable, at: source.place(hasDashes ? line : block.place.line),
      hasDashes
        ? "This is no table, because its head and the row of dashes have not the same number of "
          + "cells. Below this head stands “\(dashes)”."
        : "This is no table, because the row of dashes below its head is missing. "
          + (hasHead
            ? "Put “\(dashes)” below this line."
            : "If this line is the head, put “\(dashes)” below it; if it is a row like the others, "
              + "write a head that names the columns, and the dashes, above it."),
      fix: isMendable
        ? Fix(
          "write the row of dashes", firstLine: line, lineCount: hasDashes ? 1 : 0,
          lines: [opening + dashes]) : nil)
  }

  /// Whether the first line is surely a head, and no row like the others: dashes stood below it, its
  /// cells are bold, or name columns that tables of drills and policies have.
  private var hasHead: Bool {
    if hasDashes { return true }
    let cells = rows[0].filter { !$0.isBlank }
    if cells.allSatisfy({ $0.runs.allSatisfy { $0.style.contains(.strong) || $0.text.isBlank } }) {
      return true
    }
    let names = cells.map(\.plain)
    return names.contains(where: Self.heads.contains)
      || names.filter(Self.columns.contains).count > 1
  }

  /// Words that head a column, and stand in no row.
  private static let heads: Set<String> = [
    "Why", "Field", "Accept", "Amount", "Score", "May go to", "Never to", "Starts at", "Whom",
    "Up to",
    "Due within", "Service level", "Handling time", "Within",
  ]
  /// Words that head a column; one of them alone may also be what a row is about.
  private static let columns: Set<String> = [
    "Severity", "Incident", "Records", "Data", "Level", "Owner", "Channel", "Within", "Hours",
    "Reach", "Out of hours", "Class", "Never to", "Regime", "Recipient", "Source", "From", "To",
    "Days", "Name", "Aliases", "Audience", "Competency", "What", "Who", "Where", "When", "Role",
    "Remedy", "Limit", "Value", "Answer", "Does", "Meaning", "Affected", "Protection",
  ]

  /// The table that was meant; rows have as many cells as the head.
  func table(at block: MarkdownBlock, in source: SourceText) -> MarkdownTable {
    let width = rows[0].count
    let first = block.place.line + (hasDashes ? 1 : 0)
    return MarkdownTable(
      header: rows[0].map(\.plain), place: block.place,
      rows: rows.enumerated().dropFirst().map { index, cells in
        let missing = max(0, width - cells.count)
        return MarkdownTable.Row(
          cells: Array(cells.prefix(width)) + Array(repeating: RichText(), count: missing),
          place: source.place(first + index))
      })
  }

  /// The cells of each line of a paragraph, where each begins and ends with a bar and has so many; nil
  /// where it is a text or another table.
  static func rows(_ text: RichText, width: Int) -> [[RichText]]? {
    guard text.runs.first?.text.utf8.first == UInt8(ascii: "|") else { return nil }
    let lines = text.lines
    guard lines.allSatisfy({ $0.plain.hasPrefix("|") && $0.plain.trimmed().hasSuffix("|") })
    else { return nil }
    let rows = lines.map(cells)
    return rows.allSatisfy { $0.count == width } ? rows : nil
  }

  static func isDashes(_ line: String) -> Bool {
    line.contains { "-–—".contains($0) } && line.allSatisfy { "|-–—: ".contains($0) }
  }

  /// The cells between the bars of a line.
  static func cells(_ line: RichText) -> [RichText] {
    var cells = [RichText()]
    for run in line.runs {
      let pieces = run.text.split(separator: "|", omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 { cells.append(RichText()) }
        guard !piece.isEmpty else { continue }
        cells[cells.count - 1].append(
          RichText.Run(String(piece), style: run.style, link: run.link))
      }
    }
    // Bars at a line's ends open and close it.
    if cells.first?.isBlank == true { cells.removeFirst() }
    if cells.count > 1, cells.last?.isBlank == true { cells.removeLast() }
    return cells.map { $0.trimmingStart().trimmingEnd() }
  }
}
