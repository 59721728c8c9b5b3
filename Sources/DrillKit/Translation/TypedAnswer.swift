// SPDX-License-Identifier: GPL-3.0-or-later

/// An item of a list of answers as its lines are typed: what is a key in them, and what is text.
struct TypedAnswer {
  /// The first line up to the item's box.
  let marker: String
  /// `[x] `, or nothing.
  let box: String
  /// `(50%; +10 min)`, or nothing.
  let marks: String
  /// The words, a line each, without what stands before and after them.
  let words: [String]
  /// `→ [Scene](#scene)`, or nothing.
  let target: String
  /// The number of the first line, 1-based.
  let firstLine: Int

  /// Takes an item's first paragraph apart.
  init(_ item: MarkdownListItem, in source: SourceText) {
    firstLine = item.place.line
    let last = max(
      item.blocks.first?.paragraph == nil ? firstLine : item.blocks[0].endLine, firstLine)
    var lines = (firstLine...last).map { String(source.line($0)) }
    let typed = ListMarker(line: source.line(firstLine), column: item.place.column)
    let scalars = Array(lines[0].unicodeScalars)
    let (content, text) = (
      min(typed.contentColumn - 1, scalars.count), min(typed.textColumn - 1, scalars.count)
    )
    marker = String(scalars: scalars[..<content])
    box = String(scalars: scalars[content..<text]).trimmed()
    var rest = scalars[text...]
    let marks = item.opensWithParenthesis ? Self.parenthesis(rest) : 0
    self.marks = String(scalars: rest.prefix(marks))
    rest = rest.dropFirst(marks).drop { $0 == " " }
    lines[0] = String(scalars: rest)
    if let arrow = Self.target(in: lines[lines.count - 1]) {
      target = lines[lines.count - 1][arrow...].trimmed()
      lines[lines.count - 1] = String(lines[lines.count - 1][..<arrow])
    } else {
      target = ""
    }
    // Two spaces before a line's end would break a line that goes on.
    lines[lines.count - 1] = lines[lines.count - 1].trimmedEnd
    words = lines
  }

  /// The marks, apart.
  var markList: [String] { marks.isEmpty ? [] : String(marks.dropFirst().dropLast()).listed }

  /// The slug of the scene that it leads to; empty without one.
  var slug: String {
    target.ranges(of: "](#").last.map { String(target[$0.upperBound...].dropLast()) } ?? ""
  }

  /// The lines with another answer's keys.
  func lines(box: String, marks: String, target: String) -> [String] {
    var lines = words
    let keys = [box, marks].filter { !$0.isEmpty }.map { $0 + " " }.joined()
    lines[0] = (marker + keys + lines[0])
    // A link without its arrow at the end is a mistake that is told as one.
    let endsInLink = lines[lines.count - 1].hasSuffix(")") && lines[lines.count - 1].contains("](#")
    if !target.isEmpty, !endsInLink { lines[lines.count - 1] += " " + target }
    return lines.map(\.trimmedEnd)
  }

  /// Its lines without a key that is the original's to say.
  func leavingOut(_ leave: (inout (box: String, marks: String, target: String)) -> Void) -> Fix {
    var keys = (box: box, marks: marks, target: target)
    leave(&keys)
    return Fix(
      "leave it out", firstLine: firstLine, lineCount: words.count,
      lines: lines(box: keys.box, marks: keys.marks, target: keys.target))
  }

  /// Its lines with other marks, where they stand in one line.
  func writing(marks: String) -> Fix? {
    guard words.count == 1 else { return nil }
    return Fix(
      "write “\(marks)”", firstLine: firstLine, lineCount: 1,
      lines: lines(box: box, marks: marks, target: target))
  }

  /// How many scalars an opening parenthesis and what it holds take; 0 where it is not closed.
  private static func parenthesis(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    var depth = 0
    for (count, scalar) in scalars.enumerated() {
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth -= 1 }
      if depth == 0 { return count + 1 }
    }
    return 0
  }

  /// Where a target begins at a line's end.
  private static func target(in line: String) -> String.Index? {
    guard let arrow = line.ranges(of: "→ [").last else { return nil }
    let rest = line[arrow.lowerBound...].trimmed()
    guard rest.hasSuffix(")"), rest.ranges(of: "](#").count == 1 else { return nil }
    return arrow.lowerBound
  }
}

extension String {
  /// The text without white space at its end.
  var trimmedEnd: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
