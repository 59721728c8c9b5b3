// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Console

/// A line of a file with its number, and a mark under the place of a finding.
struct ExcerptText {
  /// Columns that a line may take, the number included.
  let columns: Int

  /// Spaces up to the next multiple of this stand for a tab, as Markdown counts them
  /// (CommonMark 0.31, section 2.2).
  private static let tabStop = 4

  /// What stands in one or more columns.
  private struct Cell {
    let text: String
    let width: Int
  }

  /// Blank columns before what belongs to a line of this number.
  static func gutter(_ number: Int) -> Int { "  \(number) | ".count }

  /// The line, and the mark below it.
  func lines(of excerpt: SourceExcerpt, mark style: Style) -> [StyledText] {
    let (cells, marked) = Self.cells(of: excerpt)
    let gutter = Self.gutter(excerpt.number)
    let (shown, before) = window(
      cells, around: marked, room: max(Self.tabStop * 2, columns - gutter))
    let numbered = "  \(excerpt.number) |"
    var line = StyledText(numbered, .dim)
    if !shown.isEmpty { line.append(" " + shown) }
    var mark = StyledText(String(repeating: " ", count: numbered.count - 1) + "|", .dim)
    mark.append(" " + String(repeating: " ", count: before) + "^", style)
    return [line, mark]
  }

  /// The line's characters, and which of them the place is at: their number for a place behind all.
  private static func cells(of excerpt: SourceExcerpt) -> (cells: [Cell], marked: Int) {
    // What a terminal would obey is one sign afterwards as well, so that places stay the same.
    let harmless = ForeignText.harmless(excerpt.line)
    let offset = excerpt.before.unicodeScalars.count
    var cells: [Cell] = []
    var marked: Int?
    var column = 0
    var scalars = 0
    for character in harmless {
      scalars += character.unicodeScalars.count
      if marked == nil, scalars > offset { marked = cells.count }
      guard character == "\t" else {
        let width = TextWidth.columns(of: character)
        cells.append(Cell(text: String(character), width: width))
        column += width
        continue
      }
      let blanks = tabStop - column % tabStop
      cells.append(Cell(text: String(repeating: " ", count: blanks), width: blanks))
      column += blanks
    }
    while let last = cells.last, last.text.allSatisfy({ $0 == " " }), cells.count > marked ?? 0 {
      cells.removeLast()
    }
    return (cells, marked ?? cells.count)
  }

  /// As much of a line as there is room for, and the columns before the mark in it.
  private func window(_ cells: [Cell], around marked: Int, room: Int) -> (String, before: Int) {
    func width(_ range: Range<Int>) -> Int { cells[range].reduce(0) { $0 + $1.width } }
    func text(_ range: Range<Int>) -> String { cells[range].map(\.text).joined() }
    // A mark behind the last character takes a column of its own.
    guard width(0..<cells.count) + (marked == cells.count ? 1 : 0) > room else {
      return (text(0..<cells.count), width(0..<marked))
    }
    let inner = room - 2
    var start = marked
    var end = marked
    var taken = 1
    // Two thirds of the room go to what stands before the place, as far as there is so much.
    while start > 0, taken + cells[start - 1].width <= inner * 2 / 3 {
      start -= 1
      taken += cells[start].width
    }
    while end < cells.count, taken - (end == marked ? 1 : 0) + cells[end].width <= inner {
      taken += cells[end].width - (end == marked ? 1 : 0)
      end += 1
    }
    while start > 0, taken + cells[start - 1].width <= inner {
      start -= 1
      taken += cells[start].width
    }
    let left = start > 0 ? "…" : ""
    let right = end < cells.count ? "…" : ""
    return (left + text(start..<end) + right, left.count + width(start..<marked))
  }
}
