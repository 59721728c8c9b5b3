// SPDX-License-Identifier: GPL-3.0-or-later

/// Headings that lack their space, or have a sign too many or too few.
extension MeantStructure {
  /// A heading as it was meant: `#### Choose: …`, `## Choose: …` above its answers, and `## Facts`.
  func heading(
    _ block: MarkdownBlock, next: MarkdownBlock?, room: Room
  ) -> MarkdownBlock {
    guard case .heading(let level, let text) = block.kind else { return block }
    if level > 3 || level == 2 || level == 1 && room != .opening, room != .closing,
      let verb = verb(text, next: next)
    {
      diagnostics.report(
        .brokenHeading, at: block.place,
        "“\(verb): …” asks something, and that begins with “### ”, not with “"
          + String(repeating: "#", count: level) + " ”.",
        fix: source.rewriting(block.place.line, "begin the line with “### ”") {
          $0.hasPrefix("#") ? "###" + $0.drop { $0 == "#" } : nil
        })
      return MarkdownBlock(.heading(level: 3, text), at: block.place, endLine: block.endLine)
    }
    let label = String(text.plain.trimmingEnd { $0 == ":" })
    // “## Feedback” may well be a scene; a list of facts or ways is none.
    let isClear = level == 3 || text.plain.hasSuffix(":") || ["Facts", "Next"].contains(label)
    if level > 1, isClear, let next, PartReader.bindingLabels.contains(label),
      PartReader.binds(label, next, isAsked: room == .item)
    {
      diagnostics.report(
        .badLabel, at: block.place,
        "“\(label)” is a label and no heading: the signs “#” go, and a colon stands behind it. Write "
          + "“\(label):”.",
        fix: source.rewriting(block.place.line, "write “\(label):”") {
          $0.hasPrefix("#") ? label + ":" : nil
        })
      return MarkdownBlock(
        .paragraph(RichText(label + ":")), at: block.place, endLine: block.endLine)
    }
    return block
  }

  /// The blocks of a paragraph that has a line such as `##Title`; nil where it has none.
  func headings(
    in text: RichText, _ block: MarkdownBlock, isStart: Bool
  ) -> [MarkdownBlock]? {
    guard text.runs.contains(where: { $0.text.hasByte(UInt8(ascii: "#")) }) else { return nil }
    let range = block.place.line...max(block.place.line, block.endLine)
    let levels = range.map {
      level(of: source.line($0), isStart: isStart && $0 == range.lowerBound)
    }
    guard levels.contains(where: { $0 != nil }) else { return nil }
    for (number, level) in zip(range, levels) {
      guard let level else { continue }
      let signs = String(repeating: "#", count: level)
      diagnostics.report(
        .brokenHeading, at: source.place(number),
        "A heading needs a space after “\(signs)”; without it the line is told as the story. If it "
          + "is text, write “\\\(signs)”.",
        fix: source.rewriting(number, "put a space after “\(signs)”") {
          signs + " " + title($0[...])
        })
    }
    let lines = text.lines
    // A code span that goes over a line's end makes one line of two.
    guard lines.count == levels.count else { return [block] }
    var pieces: [MarkdownBlock] = []
    var words = RichText()
    var first = range.lowerBound
    func tell(through last: Int) {
      guard !words.isBlank else { return }
      pieces.append(
        MarkdownBlock(.paragraph(words), at: source.place(first), endLine: max(first, last)))
      words = RichText()
    }
    for (offset, number) in range.enumerated() {
      guard let level = levels[offset] else {
        if words.runs.isEmpty { first = number } else { words.append(RichText.Run("\n")) }
        for run in lines[offset].runs { words.append(run) }
        continue
      }
      tell(through: number - 1)
      let plain = lines[offset].source
      pieces.append(
        MarkdownBlock(
          .heading(
            level: level, lines[offset].dropping(plain.count - title(plain[...]).count)),
          at: source.place(number), endLine: number))
    }
    tell(through: block.endLine)
    return pieces
  }

  /// The level of a heading that lacks its space. One sign alone may begin a word of its own, as
  /// people write them on the net; at the start of a drill it begins the title.
  private func level(of line: Substring, isStart: Bool) -> Int? {
    let text = line.drop { $0 == " " }
    guard line.utf8.count - text.utf8.count < 4 else { return nil }
    let signs = text.utf8.prefix { $0 == UInt8(ascii: "#") }.count
    guard signs == 2 || signs == 3 || signs == 1 && isStart,
      let next = text.dropFirst(signs).first, next != " ", next != "\t", !title(text).isBlank
    else { return nil }
    return signs
  }

  /// What stands behind the signs and white space of any kind.
  private func title(_ line: Substring) -> Substring {
    line.drop { $0 == " " }.drop { $0 == "#" }.drop(while: \.isWhitespace)
  }
}
