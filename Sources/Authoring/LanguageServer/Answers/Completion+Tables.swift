// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

extension Completion {
  /// In a table's cell: the words of its column, and those that the policies know for it.
  func cell() -> Fitting? {
    guard before.first == "|" else { return nil }
    var first = line
    while first > 0, line - first <= PolicyTable.maximumRows, draft.line(first - 1).hasPrefix("|") {
      first -= 1
    }
    guard first < line else { return nil }
    let column = Self.cells(of: before).count - 1
    let header = Self.cells(of: draft.line(first))
    guard header.indices.contains(column) else { return nil }
    var found: [String] = []
    var last = first + 2
    while last < draft.document.feeds.count, draft.line(last).hasPrefix("|"),
      last - first <= PolicyTable.maximumRows
    {
      let cells = Self.cells(of: draft.line(last))
      if last != line, cells.indices.contains(column) {
        found += cells[column].split(separator: ";").map { $0.trimmed() }.filter { !$0.isEmpty }
      }
      last += 1
    }
    let typed = Self.tail(of: before, after: "|;+")
    return replacing(last: typed, words(known(header[column])) + words(found))
  }

  private func known(_ column: String) -> [String] {
    let book = draft.shelf.book
    return switch column {
    case "Owner": book.ownerNames
    case "Channel": book.channels
    case "Level": book.severityLevels.map(\.name)
    default: book.vocabulary(of: column)
    }
  }

  /// The cells of a row up to its end, the last one also where no bar closes it.
  static func cells(of row: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in row.trimmed().dropFirst() {
      if character == "|", !isEscaped {
        cells.append(cell.trimmed())
        cell = ""
      } else {
        cell.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    // An open cell counts where something may still be typed into it.
    if !row.trimmed().hasSuffix("|") || row.hasSuffix(" ") || row == "|" {
      cells.append(cell.trimmed())
    }
    return cells
  }
}
