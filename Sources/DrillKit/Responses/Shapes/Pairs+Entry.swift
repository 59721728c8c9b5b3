// SPDX-License-Identifier: GPL-3.0-or-later

extension Pairs {
  /// How many cells are asked.
  var cellCount: Int { rows.count * columns.count }

  /// The cell that is asked at an index, row by row in the order on the screen.
  func cell(_ index: Int, order: [String]) -> (row: Option, column: Column)? {
    guard !columns.isEmpty, index < cellCount else { return nil }
    let shown = OptionFinder(rows, order: order).shown
    guard shown.indices.contains(index / columns.count) else { return nil }
    return (shown[index / columns.count], columns[index % columns.count])
  }

  /// Reads a cell's value: one of the column's, several joined by +.
  func read(_ typed: String, column: Column) throws(Misread) -> String {
    guard !typed.contains(";") else {
      throw Misread(
        "Type one value, or all \(cellCount) at once, row by row, with “;” between them.")
    }
    let parts = typed.split(separator: "+").map { $0.trimmed() }.filter { !$0.isEmpty }
    guard !parts.isEmpty else { throw Misread("Type a value for “\(column.name)”.") }
    var values: [String] = []
    for part in parts {
      let wanted = part.lowercased()
      let exact = column.candidates.first { folded($0) == folded(part) }
      let found = column.candidates.filter { $0.lowercased().hasPrefix(wanted) }
      if let number = Int(part), column.candidates.indices.contains(number - 1), exact == nil {
        values.append(column.candidates[number - 1])
      } else if let value = exact ?? (found.count == 1 ? found.first : nil) {
        values.append(value)
      } else {
        throw Misread(
          found.isEmpty
            ? "“\(part.shortened)” is no value of “\(column.name)”."
              + suggestion(for: part, in: column.candidates)
              + " There are \(column.candidates.joined(separator: ", "))."
            : "“\(part.shortened)” begins \(found.count) of them: "
              + found.joined(separator: ", ") + ". Type more of it.")
      }
    }
    return values.joined(separator: " + ")
  }

  /// Reads all rows by name, in any order, as a transcript tells them: `payment card: payment page;
  /// contact: booking notes`. Nil where the line does not begin with a row's name.
  func readNamed(_ line: String) throws(Misread) -> Response? {
    var values: [String: [String]] = [:]
    for piece in line.split(separator: ";").map({ $0.trimmed() }) where !piece.isEmpty {
      guard let (row, rest) = named(piece) else {
        if values.isEmpty { return nil }
        throw Misread("“\(piece.shortened)” names no row. Type “\(subject): value”.")
      }
      guard values[row.id] == nil else {
        throw Misread("“\(row.text.plain)” stands twice. Give each row once.")
      }
      let cells =
        columns.count == 1
        ? [rest] : rest.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmed() }
      guard cells.count == columns.count else {
        throw Misread(
          "“\(row.text.plain)” needs \(columns.map(\.name).joined(separator: ", ")), with “,” between."
        )
      }
      var read: [String] = []
      for (cell, column) in zip(cells, columns) { read.append(try self.read(cell, column: column)) }
      values[row.id] = read
    }
    let missing = rows.filter { values[$0.id] == nil }.map { "“\($0.text.plain)”" }
    guard missing.isEmpty else {
      if values.isEmpty { return nil }
      throw Misread("There is nothing yet for \(missing.joined(separator: ", ")).")
    }
    return .pairs(rows.map { values[$0.id] ?? [] })
  }

  /// The row that opens a piece, up to a colon, and what follows.
  private func named(_ piece: String) -> (row: Option, rest: String)? {
    for colon in piece.indices where piece[colon] == ":" {
      let name = folded(piece[..<colon])
      if let row = rows.first(where: { folded($0.text.plain) == name }) {
        return (row, piece[piece.index(after: colon)...].trimmed())
      }
    }
    return nil
  }

  /// Cells in the order on the screen as a response: rows in file order.
  func response(_ cells: [String], order: [String]) -> Response {
    let shown = OptionFinder(rows, order: order).shown
    var byID: [String: [String]] = [:]
    for (index, row) in shown.enumerated() {
      let start = index * columns.count
      byID[row.id] = Array(cells.dropFirst(start).prefix(columns.count))
    }
    return .pairs(rows.map { byID[$0.id] ?? columns.map { _ in "" } })
  }
}
