// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Writes tables: columns in line where all of it fits into a hundred columns, otherwise one space
/// around each cell, because a table that every editor wraps is not read better for being filled up.
struct TableLayout {
  let layout: BlockLayout
  let position: BlockLayout.Position

  /// The widest table whose columns are brought into line.
  static let widest = 100

  /// Which way a column is set.
  private struct Column {
    var width: Int
    let isLeft: Bool
    let isRight: Bool

    /// The row of hyphens under the header.
    func rule(_ width: Int) -> String {
      let hyphens = width - (isLeft ? 1 : 0) - (isRight ? 1 : 0)
      return (isLeft ? ":" : "") + String(repeating: "-", count: hyphens) + (isRight ? ":" : "")
    }
  }

  /// A table's lines.
  func lines(of table: MarkdownTable) throws(LayoutFault) -> [String] {
    let count = table.header.count
    let rules = cells(table.place.line + 1)
    guard rules.count == count, count > 0 else { throw layout.fault(at: table.place, "table") }
    var rows = [try cells(of: table.place, count)]
    for row in table.rows { rows.append(try cells(of: row.place, count)) }
    var columns = rules.map {
      Column(width: 1, isLeft: $0.hasPrefix(":"), isRight: $0.hasSuffix(":"))
    }
    for row in rows {
      for (index, cell) in row.enumerated() {
        columns[index].width = max(columns[index].width, DisplayWidth.of(cell))
      }
    }
    let width = columns.reduce(1) { $0 + $1.width + 3 }
    let isAligned = width <= Self.widest
    let written = rows.map { row in
      "|"
        + zip(row, columns).map { cell, column in
          if !isAligned { return cell.isEmpty ? " |" : " \(cell) |" }
          return " \(Self.filled(cell, column)) |"
        }.joined()
    }
    let rule = "|" + columns.map { $0.rule(isAligned ? $0.width + 2 : 3) + "|" }.joined()
    return [written[0], rule] + written.dropFirst()
  }

  private static func filled(_ cell: String, _ column: Column) -> String {
    let missing = column.width - DisplayWidth.of(cell)
    let before = column.isRight ? (column.isLeft ? missing / 2 : missing) : 0
    return String(repeating: " ", count: before) + cell
      + String(repeating: " ", count: missing - before)
  }

  private func cells(of place: Place, _ count: Int) throws(LayoutFault) -> [String] {
    let cells = cells(place.line)
    guard !cells.isEmpty, cells.count <= count else { throw layout.fault(at: place, "row") }
    return cells + Array(repeating: "", count: count - cells.count)
  }

  /// The raw cells of a row: a bar behind a backslash is text.
  private func cells(_ number: Int) -> [String] {
    let bytes = Array(layout.line(number, at: position).text.utf8)
    var cells: [String] = []
    var cell: [UInt8] = []
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == UInt8(ascii: "|"), previous != UInt8(ascii: "\\") {
        cells.append(Blanks.trimmed(String(decoding: cell, as: UTF8.self)))
        cell = []
      } else {
        cell.append(byte)
      }
      previous = byte
    }
    let rest = Blanks.trimmed(String(decoding: cell, as: UTF8.self))
    if !rest.isEmpty { cells.append(rest) }
    if bytes.first == UInt8(ascii: "|") { cells.removeFirst() }
    return cells
  }
}
