// SPDX-License-Identifier: GPL-3.0-or-later

/// Marks that stand where none are read: in brackets, without parentheses, behind an answer's words.
/// They would be shown as text, and a critical failure would be none; so each is reported, and read as
/// it was meant.
extension AnswerReader {
  /// A mark in brackets instead of parentheses: `[50%] Wait.`
  func takeMark(
    inBrackets text: inout RichText, _ item: MarkdownListItem, _ marks: inout Marks
  ) {
    guard let first = text.runs.first, first.link == nil, first.text.hasPrefix("["),
      let close = first.text.firstIndex(of: "]")
    else { return }
    let mark = String(first.text[first.text.index(after: first.text.startIndex)..<close])
    guard mark.hasSuffix("%") || mark.hasSuffix("min") || mark == "fail" else { return }
    var after = marks
    guard (try? after.apply(mark)) != nil, after.own == marks.own else { return }
    marks = after
    text = text.dropping(mark.count + 2)
    diagnostics.report(
      .unknownMark, at: item.place,
      "“[\(mark)]” is no mark, and is shown. Marks stand in parentheses: write “(\(mark))”.",
      fix: source.replacing(
        "[\(mark)]", with: "(\(mark))", inLine: item.place.line, "write “(\(mark))”"))
  }

  /// The word of a critical failure before an answer, without parentheses: `fail: Wait.`, `FAIL Wait.`,
  /// `**Fail** Wait.`
  func takeFailure(
    before text: inout RichText, _ item: MarkdownListItem, among list: MarkdownList,
    _ marks: inout Marks
  ) {
    guard let first = text.runs.first, let byte = first.text.utf8.first,
      byte | 0x20 == UInt8(ascii: "f"), first.link == nil, item.tick != .ticked,
      let (mark, used) = Self.failure(first, follows: text.runs.count > 1),
      !isRubric || text.plain.dropFirst(used).contains(":"),
      // “Fail: nobody greets” and “Pass: …” are what the answers of a test say.
      !list.items.contains(where: { $0.text.plain.lowercased().hasPrefix("pass") })
    else { return }
    let written = first.text.prefix(used).trimmed()
    let rest = text.dropping(used)
    // What is escaped is text: `Fail\: nobody came`.
    guard !rest.isBlank, source.line(item.place.line).hasBytes(of: written),
      (try? marks.apply(mark)) != nil
    else { return }
    text = rest
    diagnostics.report(
      .unknownMark, at: item.place,
      "“\(written)” before this answer is no mark, and is shown as text. Marks stand in parentheses: "
        + "write “(\(mark))”."
        + (written.hasSuffix(":") ? " If it is text, write “\\:”." : ""),
      fix: fix(ofFailure: written, mark, item))
  }

  /// The mark that a run opens with, and how many characters of it are no words.
  private static func failure(
    _ run: RichText.Run, follows: Bool
  ) -> (mark: String, used: Int)? {
    let word = run.text.prefix(while: \.isLetter)
    guard word.lowercased() == "fail" else { return nil }
    var rest = run.text.dropFirst(word.count).drop { $0 == " " }
    let hasColon = rest.first == ":"
    if hasColon { rest = rest.dropFirst().drop { $0 == " " } }
    let name = rest.prefix(while: \.isLetter)
    var mark = "fail"
    if let kind = CriticalClass(rawValue: name.lowercased()) {
      let behind = rest.dropFirst(name.count).drop { $0 == " " }
      let isAlone = behind.isEmpty ? follows : behind.first.map { ":–—-".contains($0) } ?? false
      if isAlone {
        mark = "fail: \(kind.rawValue)"
        rest = behind.drop { ":–—- ".contains($0) }
      }
    }
    let used = run.text.count - rest.count
    // In bold it is a word of its own; in capitals as well, where a sentence begins behind it.
    if run.style.contains(.strong) { return rest.isEmpty && follows ? (mark, used) : nil }
    guard run.style == [], !rest.isEmpty else { return nil }
    let isLoud = word == "FAIL" && rest.first?.isUppercase == true
    return hasColon || isLoud ? (mark, used) : nil
  }

  private func fix(ofFailure written: String, _ mark: String, _ item: MarkdownListItem) -> Fix? {
    guard !item.opensWithParenthesis else { return nil }
    return source.rewriting(item.place.line, "write “(\(mark))”") { line in
      let start = wordsStart(of: line, item)
      let words = line[start...]
      for sign in ["**", "__", ""] {
        let opening = sign + written
        for form in [opening + sign + ":", opening + sign, opening] where words.hasPrefix(form) {
          let rest = words.dropFirst(form.count).trimmed()
          return rest.isEmpty ? nil : line[..<start] + "(\(mark)) " + rest
        }
      }
      return nil
    }
  }

  /// Marks behind an answer's words, or behind its target: `Wait (fail)`, `Wait. (50%)`.
  func takeMarks(
    behind text: inout RichText, _ item: MarkdownListItem, _ marks: inout Marks
  ) {
    let end = text.trimmingEnd()
    guard let last = end.runs.last, let byte = last.text.utf8.last,
      byte == UInt8(ascii: ")")
        || byte == UInt8(ascii: ".") && last.text.utf8.dropLast().last == UInt8(ascii: ")"),
      last.link == nil,
      !last.style.contains(.code), let (written, stop) = Self.parenthesis(atEndOf: last.text)
    else { return }
    let before = RichText(
      end.runs.dropLast() + [
        RichText.Run(
          last.text.dropLast(written.count + stop.count).trimmingEnd(where: \.isWhitespace) + stop,
          style: last.style)
      ])
    let plain = before.plain
    let pieces = String(written.dropFirst().dropLast()).listed
    // The full stop behind the parenthesis ends the sentence with it.
    let said = String(plain.dropLast(stop.count))
    let meant = pieces.compactMap { meantMark($0, behind: stop.isEmpty ? plain : said, item) }
    guard meant.count == pieces.count, !meant.isEmpty, plain.count > stop.count,
      let place = Self.place(of: written, in: source, item)
    else { return }
    let mark = "(\(meant.joined(separator: "; ")))"
    diagnostics.report(
      .unknownMark, at: item.place,
      "“\(written)” stands behind the words, and is shown as text. Marks stand before them: write "
        + "“\(mark) …”. If it is text, write “\\(”.",
      fix: last.style == [] ? move(written, at: place, to: mark, item) : nil)
    for piece in meant { try? marks.apply(piece) }
    text = before
  }

  /// A text's last parenthesis, and the full stop behind it.
  private static func parenthesis(atEndOf text: String) -> (written: String, stop: String)? {
    var words = text[...]
    let stop = words.utf8.last == UInt8(ascii: ".") ? "." : ""
    if !stop.isEmpty { words = words.dropLast() }
    // The longest that is a mark is “(fail: compliance; +10080 min)”.
    guard words.utf8.last == UInt8(ascii: ")"), let open = words.lastIndex(of: "("),
      words[open...].utf8.count <= 40
    else { return nil }
    return (String(words[open...]), stop)
  }

  /// Words beside which a share is one of something else: “Offer half the price (50%)”.
  private static let amounts: Set<String> = [
    "amount", "battery", "brightness", "capacity", "charge", "charged", "chance", "commission",
    "cpu", "credit", "deposit", "discount", "disk", "fee", "fees", "full", "half", "humidity",
    "load", "majority", "memory", "off", "part", "percent", "price", "prices", "quarter", "quota",
    "rate", "rebate", "refund", "room", "sale", "share", "speed", "tax", "third", "threshold",
    "tip",
    "vat", "voucher", "volume", "zoom",
  ]

  /// What a grade or a state of something is called: “Note the result (fail)”.
  private static let states: Set<String> = [
    "grade", "mark", "result", "results", "score", "state", "status", "test", "verdict",
  ]

  /// The mark that stands behind an answer's words; nil where it may as well be one of them.
  func meantMark(_ piece: String, behind plain: String, _ item: MarkdownListItem) -> String? {
    let low = piece.lowercased()
    let words = { Set(plain.lowercased().split { !$0.isLetter }.map(String.init)) }
    // Behind a sentence's end it is none of its words.
    let isApart = plain.last.map { ".!?".contains($0) } ?? false
    if low == "fail" { return isApart || words().isDisjoint(with: Self.states) ? low : nil }
    if low.hasPrefix("fail") {
      let meant = Marks.meant(piece) ?? low
      return meant.hasPrefix("fail: ") && CriticalClass(rawValue: String(meant.dropFirst(6))) != nil
        ? meant : nil
    }
    // In a conversation only a failure is marked; the rest may be said.
    guard item.text.speaker == nil else { return nil }
    if low == "coach" {
      // “Ring Robin (coach)” says what somebody is.
      let isName = plain.split(separator: " ").dropFirst().last?.first?.isUppercase ?? true
      return isName && !isApart ? nil : low
    }
    if isRubric, item.tick == .ticked, let weight = Self.weight(low) { return weight }
    var scratch = Marks()
    let meant = Marks.meant(piece) ?? piece
    guard (try? scratch.apply(meant)) != nil, scratch.own.isEmpty else { return nil }
    if scratch.minutes > 0 { return piece.hasPrefix("+") ? meant : nil }
    guard let share = scratch.share ?? scratch.deduction, share.isMultiple(of: 5),
      item.tick != nil, isApart || item.tick == .unticked,
      isApart || !plain.contains(where: { $0.isNumber || $0 == "%" }),
      isApart || words().isDisjoint(with: Self.amounts)
    else { return nil }
    return meant
  }

  /// The weight of a rubric's line as it is read: `2`, `2 points`.
  static func weight(_ text: String) -> String? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = text.dropFirst(digits.count).trimmed()
    guard let value = Int(digits), (1...20).contains(value),
      ["", "x", "pt", "pts", "point", "points"].contains(unit)
    else { return nil }
    return String(value)
  }

  /// The line in which a parenthesis stands that is no text, the last of an answer's; nil for none.
  static func place(of written: String, in source: SourceText, _ item: MarkdownListItem) -> Int? {
    guard let block = item.blocks.first, block.place.line <= block.endLine else { return nil }
    return (block.place.line...block.endLine).last { number in
      let line = source.line(number)
      guard let found = line.ranges(of: written).last else { return false }
      return line[..<found.lowerBound].utf8.last != UInt8(ascii: "\\")
    }
  }

  /// Moves marks from the place where they stand to that before the answer's words.
  func move(
    _ written: String, at number: Int, to mark: String, _ item: MarkdownListItem
  ) -> Fix? {
    let first = item.place.line
    guard first <= number else { return nil }
    var lines = (first...number).map { String(source.line($0)) }
    let last = lines.count - 1
    guard let found = lines[last].ranges(of: written).last else { return nil }
    let before = lines[last][..<found.lowerBound].trimmingEnd(where: \.isWhitespace)
    guard !before.isBlank else { return nil }
    let rest = lines[last][found.upperBound...]
    lines[last] = String(before + rest.trimmingEnd(where: \.isWhitespace))
    let start = wordsStart(of: lines[0], item)
    guard start < lines[0].endIndex, lines[0][start] != "[" else { return nil }
    let words = lines[0][start...]
    lines[0] =
      lines[0][..<start]
      + (item.opensWithParenthesis
        ? mark.dropLast() + "; " + words.dropFirst() : mark + " " + words)
    return Fix("write “\(mark)”", firstLine: first, lineCount: number - first + 1, lines: lines)
  }

  /// Where an answer's words start in its line, behind the box.
  private func wordsStart(of line: String, _ item: MarkdownListItem) -> String.Index {
    let marker = ListMarker(line: line[...], column: item.place.column)
    return line.unicodeScalars.index(
      line.startIndex, offsetBy: marker.textColumn - 1, limitedBy: line.endIndex) ?? line.endIndex
  }
}
