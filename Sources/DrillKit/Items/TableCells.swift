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
  /// Words of other heads for “Why”.
  private static let whys: Set<String> = [
    "reason", "reasons", "because", "explanation", "note", "notes", "rationale", "comment",
    "feedback", "begründung", "grund", "warum", "weshalb", "erklärung", "hinweis", "pourquoi",
    "raison", "explication", "motif", "why?", "why so", "reason why",
  ]

  /// A table whose last column explains its rows under another name, which is reported, with “Why” as
  /// its head; any other as it is.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - isAsked: Whether a column of another name is asked: one whose values stand in several rows,
  ///     or are short, may well be.
  /// - Returns: The table to be read.
  func withWhy(_ table: MarkdownTable, isAsked: Bool) -> MarkdownTable {
    guard let last = table.header.indices.last, last > 1, table.column(MarkdownTable.why) == nil,
      case let name = table.header[last], Self.whys.contains(folded(name))
    else { return table }
    if isAsked {
      guard settings.derive.map({ folded($0) != folded(name) }) ?? true else { return table }
      let all = table.rows.filter { !$0.cells[0].isBlank }.map { $0.cells[last].plain }
      let cells = all.filter { !$0.isEmpty }
      // What is asked stands in every row.
      guard Set(cells.map { folded($0) }).count == cells.count,
        cells.count < all.count
          || cells.contains(where: { $0.split(separator: " ").count > 2 || $0.hasSuffix(".") })
      else { return table }
    }
    let place = source.place(ofCell: last, inLine: table.place.line)
    report(
      .badTable, at: place,
      "The column that says why a row is so is called “Why”"
        + (isAsked ? "; under “\(name)” each cell would be asked." : ", and not “\(name)”."),
      fix: source.replacing(
        name, with: MarkdownTable.why, inLine: place.line, at: place.column, "write “Why”"))
    var header = table.header
    header[last] = MarkdownTable.why
    return MarkdownTable(header: header, place: table.place, rows: table.rows)
  }

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
