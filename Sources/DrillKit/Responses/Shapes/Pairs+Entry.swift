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
