// SPDX-License-Identifier: GPL-3.0-or-later

/// A row of a table as it is typed, cell by cell.
struct TypedRow {
  /// The cells' sources, without white space at their ends.
  let cells: [String]

  /// Splits a line at its bars; `\|` is text.
  init(_ line: some StringProtocol) {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.trimmed() {
      if character == "|", !isEscaped {
        cells.append(cell.trimmed())
        cell = ""
      } else {
        cell.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    cells.append(cell.trimmed())
    // A bar at either end opens or closes a cell and parts none.
    if cells.count > 1, cells.first?.isEmpty == true { cells.removeFirst() }
    if cells.count > 1, cells.last?.isEmpty == true, line.trimmed().hasSuffix("|") {
      cells.removeLast()
    }
    self.cells = cells
  }

  /// A row's line.
  static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
}

/// The table of an item in a translation: which of its cells are keys, and what becomes of them.
struct TranslatedTable {
  let kind: any ItemKind.Type
  let original: MarkdownTable
  let translation: MarkdownTable
  /// The column that a policy fills, if the item says so.
  let derived: String?
  let diagnostics: Diagnostics

  /// The cells of a row (nil: of the header) as they are played; differences are reported.
  func cells(ofRow index: Int?, _ typed: [String], _ kept: [String], at place: Place) -> [String] {
    let (own, source) =
      index.map { (translation.rows[$0].cells.map(\.plain), original.rows[$0].cells.map(\.plain)) }
      ?? (translation.header, original.header)
    return original.header.indices.map { column in
      let cell = typed.indices.contains(column) ? typed[column] : ""
      let key = kept.indices.contains(column) ? kept[column] : ""
      let isHeader = index == nil
      let pieces = isHeader ? [source[column]] : source[column].listed
      let keys = pieces.filter { isKey($0, column, isHeader: isHeader) }
      if own[column].isEmpty, !source[column].isEmpty {
        if keys.count != pieces.count {
          report(.unpairedPart, place, "The cell “\(source[column].shortened)” is not translated.")
        }
        return key
      }
      if !own[column].isEmpty, source[column].isEmpty {
        report(
          .unpairedPart, place,
          "“\(own[column].shortened)” stands in a cell that is empty in the original. Delete it.")
        return ""
      }
      let written = isHeader ? [own[column]] : own[column].listed
      let others = Set(written.map { folded($0) })
      if let lost = keys.first(where: { !others.contains(folded($0)) }) {
        report(
          .changedKey, place,
          "“\(lost.shortened)” is a key, and “\(own[column].shortened)” stands here. Write it as in "
            + "the original.")
        return key
      }
      return cell
    }
  }

  private func isKey(_ words: String, _ column: Int, isHeader: Bool) -> Bool {
    kind.isKey(
      words, column: column, isHeader: isHeader, header: original.header, derived: derived)
  }

  private func report(_ rule: Rule, _ place: Place, _ message: String) {
    diagnostics.report(rule, at: place, message)
  }
}
