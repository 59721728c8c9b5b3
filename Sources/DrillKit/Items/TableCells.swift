// SPDX-License-Identifier: GPL-3.0-or-later

/// What kinds that are written as a table share.
extension MarkdownTable {
  /// The index of the column with a header, whatever its case.
  func column(_ header: String) -> Int? {
    let wanted = folded(header)
    return self.header.firstIndex { folded($0) == wanted }
  }

  /// The column that explains a row.
  static let why = "Why"
}

extension Remark {
  /// An author's words as feedback; nil where none were written. Their first link to a policy is
  /// the clause that they cite.
  init?(feedback text: RichText, at place: Place) {
    guard !text.isBlank else { return nil }
    let block = MarkdownBlock(.paragraph(text), at: place, endLine: place.line)
    self.init(.feedback, text.plain, clause: [block].firstClause)
  }
}

extension SourceText {
  /// Where the words of a table's cell begin; the line's start for an empty cell.
  func place(ofCell index: Int, inLine number: Int) -> Place {
    let text = line(number)
    var rest = Array(text.unicodeScalars)[...]
    rest = rest.drop { $0 == ">" || $0.isSpace }
    // A bar at the line's start opens the first cell; any other bar ends one.
    if rest.first == "|" { rest = rest.dropFirst() }
    var bars = 0
    var previous: Unicode.Scalar = " "
    for (offset, scalar) in zip(rest.indices, rest) {
      if scalar == "|", previous != "\\" {
        bars += 1
        if bars > index { break }
      } else if bars == index, !scalar.isSpace {
        return place(number, offset + 1)
      }
      previous = scalar
    }
    return place(number)
  }
}

extension ItemSection {
  /// Reports headers that stand twice or are empty; true where none is.
  func checkHeaders(_ table: MarkdownTable) -> Bool {
    var seen: Set<String> = []
    for (index, header) in table.header.enumerated() where !seen.insert(folded(header)).inserted {
      report(
        .badTable, at: source.place(ofCell: index, inLine: table.place.line),
        "The column “\(header)” stands twice. Rename one.")
      return false
    }
    guard !table.header.contains("") else {
      report(.badTable, at: table.place, "A column has no header. Name what stands in it.")
      return false
    }
    return true
  }
}
