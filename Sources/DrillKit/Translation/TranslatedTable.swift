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
      let cell = Cell(
        own: own[column], source: source[column], column: column, isHeader: index == nil)
      let key = kept.indices.contains(column) ? kept[column] : ""
      return isKept(cell, at: place)
        ? key : typed.indices.contains(column) ? typed[column] : ""
    }
  }

  /// A cell and the original's.
  private struct Cell {
    let own: String
    let source: String
    let column: Int
    let isHeader: Bool

    /// The parts of one of the two that are right each by itself.
    func pieces(of text: String) -> [String] {
      isHeader ? [text] : text.listed.filter { !$0.isEmpty }
    }
  }

  /// Whether the original's cell is played; what does not fit is reported.
  private func isKept(_ cell: Cell, at place: Place) -> Bool {
    let wanted = cell.pieces(of: cell.source).map { ($0, key(of: $0, cell)) }
    if cell.own.isEmpty, !cell.source.isEmpty {
      if !wanted.allSatisfy({ $0.1 == $0.0 }) {
        report(.unpairedPart, place, "The cell “\(cell.source.shortened)” is not translated.")
      }
      return true
    }
    if !cell.own.isEmpty, cell.source.isEmpty {
      report(
        .unpairedPart, place,
        "“\(cell.own.shortened)” stands in a cell that is empty in the original. Delete it.")
      return true
    }
    let found = cell.pieces(of: cell.own).map { ($0, key(of: $0, cell)) }
    let keys = { (pieces: [(String, String?)]) in pieces.compactMap(\.1).map { folded($0) }.sorted()
    }
    guard keys(wanted) == keys(found),
      wanted.contains(where: { $0.1 == nil }) == found.contains(where: { $0.1 == nil })
    else {
      report(
        .changedKey, place,
        "What is right here is “\(cell.source.shortened)” in the original, and “\(cell.own.shortened)” "
          + "stands here. Times, numbers, marks and words of a policy stay as they are there.")
      return true
    }
    if holdsValues(cell.column), !cell.isHeader, wanted.map(joins) != found.map(joins) {
      report(
        .changedKey, place,
        "“\(cell.source.shortened)” has other “;” and “+” in the original. Write as many here.")
      return true
    }
    return false
  }

  private func joins(_ piece: (String, String?)) -> Int { piece.0.count { $0 == "+" } }

  /// Reports values that are told apart in one of the two texts only.
  func checkValues() {
    for column in original.header.indices where holdsValues(column) {
      var pairs: [String: String] = [:]
      var back: [String: String] = [:]
      for (row, own) in zip(original.rows, translation.rows) {
        let values = { (text: String) in
          text.split { $0 == ";" || $0 == "+" }.map { $0.trimmed() }
        }
        for (value, other) in zip(values(row.cells[column].plain), values(own.cells[column].plain))
        {
          let (key, otherKey) = (folded(value), folded(other))
          guard pairs[key] ?? otherKey == otherKey, back[otherKey] ?? key == key else {
            report(
              .changedKey, own.place,
              "“\(other.shortened)” stands for “\(value.shortened)” here and for something else in "
                + "another row. Say the same for the same, and another word for another.")
            continue
          }
          (pairs[key], back[otherKey]) = (otherKey, key)
        }
      }
    }
  }

  /// Reports cells that were not translated, and are no keys.
  func checkTranslated() {
    diagnostics.checkTranslated(original, translation) { row, column in
      let text = translation.rows[row].cells[column].plain
      let cell = Cell(own: text, source: text, column: column, isHeader: false)
      let pieces = cell.pieces(of: text)
      return pieces.allSatisfy { key(of: $0, cell) == $0 }
    }
  }

  private func holdsValues(_ column: Int) -> Bool {
    kind.holdsValues(column: column, header: original.header, derived: derived)
  }

  private func key(of words: String, _ cell: Cell) -> String? {
    kind.key(
      of: words, column: cell.column, isHeader: cell.isHeader, header: original.header,
      derived: derived)
  }

  private func report(_ rule: Rule, _ place: Place, _ message: String) {
    diagnostics.report(rule, at: place, message)
  }
}
