// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds paragraphs that were meant as structure and would be told as the story: a heading without
/// its space, a setting line without an underscore, a label without its colon. Each is told where it
/// stands and read as it was meant, so that nothing else is said of what it would have changed.
struct MeantStructure {
  let source: SourceText
  let diagnostics: Diagnostics

  /// Where a paragraph stands.
  private enum Room {
    case opening, scene, item
    /// `## End` and `## Variants`.
    case closing
  }

  /// The blocks as they were meant.
  func mend(_ blocks: [MarkdownBlock]) -> [MarkdownBlock] {
    var result: [MarkdownBlock] = []
    result.reserveCapacity(blocks.count)
    var room = Room.opening
    var isFirst = true
    for (index, block) in blocks.enumerated() {
      if case .heading = block.kind {
        let following = blocks[(index + 1)...].first { $0.comment == nil }
        let meant = heading(block, next: following, room: room)
        enter(meant, &room, &isFirst)
        result.append(meant)
        continue
      }
      guard case .paragraph(let text) = block.kind else {
        switch block.kind {
        case .comment: break
        default: isFirst = false
        }
        result.append(block)
        continue
      }
      if let pieces = headings(in: text, block, isStart: index == 0) {
        for piece in pieces {
          result.append(piece)
          enter(piece, &room, &isFirst)
        }
        continue
      }
      if case .table(let above)? = result.last?.kind,
        let rows = MeantTable.rows(text, below: above, at: block, in: source)
      {
        let whole = MarkdownTable(
          header: above.header, place: above.place, rows: above.rows + rows)
        reportGap(in: whole, before: block)
        result[result.count - 1] = MarkdownBlock(
          .table(whole), at: above.place, endLine: block.endLine)
        continue
      }
      if let table = MeantTable(text)?.table(at: block, in: source) {
        result.append(MarkdownBlock(.table(table), at: block.place, endLine: block.endLine))
        isFirst = false
        continue
      }
      if room == .item, isFirst, let pieces = settingsAbove(text, block) {
        result += pieces
        isFirst = false
        continue
      }
      let next = blocks[(index + 1)...].first { $0.comment == nil }
      let meant =
        block.endLine > block.place.line
        ? (room == .item ? clue(text, block) : nil)
        : meant(text, block, next: next, room: room, isFirst: isFirst)
      enter(meant ?? block, &room, &isFirst)
      // Settings further down are told as such, and not as out of order as well.
      if let meant, room == .item, setsSomething(meant),
        let heading = result.lastIndex(where: \.isItem)
      {
        result.insert(meant, at: heading + 1)
      } else {
        result.append(meant ?? block)
      }
    }
    return result
  }

  /// Reports an empty line between the rows of a table.
  private func reportGap(in table: MarkdownTable, before block: MarkdownBlock) {
    var first = block.place.line
    while first > table.place.line, source.line(first - 1).isBlank { first -= 1 }
    diagnostics.report(
      .brokenTable, at: block.place,
      "An empty line ends the table above, so that this row is told as the story. Delete it.",
      fix: first < block.place.line
        ? Fix(
          "delete the empty line", firstLine: first, lineCount: block.place.line - first, lines: [])
        : nil)
  }

  /// Goes on behind a block.
  private func enter(_ block: MarkdownBlock, _ room: inout Room, _ isFirst: inout Bool) {
    switch block.kind {
    case .heading(2, let text):
      room = ["End", "Variants"].contains(text.plain) ? .closing : .scene
      isFirst = true
    case .heading(3, _) where room != .opening && room != .closing:
      room = .item
      isFirst = true
    case .paragraph(let text):
      isFirst =
        isFirst && text.runs.allSatisfy { $0.style.contains(.emphasis) || $0.text.isBlank }
    default: break
    }
  }

  private func meant(
    _ text: RichText, _ block: MarkdownBlock, next: MarkdownBlock?, room: Room, isFirst: Bool
  ) -> MarkdownBlock? {
    let line = source.line(block.place.line)
    let kind: MarkdownBlock.Kind?
    if let directive = MeantDirective(
      text, line: line, isAsked: room == .item, isFirst: isFirst && room != .opening)
    {
      kind = read(directive, at: block.place, room)
    } else if room == .closing || room == .opening && text.source.first != "F" {
      return nil
    } else if let verb = verb(text, next: next) {
      diagnostics.report(
        .brokenHeading, at: block.place,
        "“\(verb): …” asks something, and its line lacks the sign of a heading: it is told as the "
          + "story. Begin it with “### ”.",
        fix: source.rewriting(block.place.line, "begin the line with “### ”") {
          "### " + $0.trimmed()
        })
      kind = .heading(level: 3, text)
    } else if let label = MeantLabel(text, next: next, isAsked: room == .item) {
      diagnostics.report(
        .badLabel, at: block.place,
        "“\(label.written)” lacks its colon, so that it is told as the story. Did you mean "
          + "“\(label.label):”?",
        fix: fix(label, at: block.place))
      kind = .paragraph(label.words)
    } else if room == .item, let label = MeantLabel(moment: text, next: next) {
      diagnostics.report(
        .badLabel, at: block.place,
        label.isReadable
          ? "“\(text.plain)” is no label. Did you mean “\(label.label):”?"
          : "“\(text.plain)” is no label. A moment is written like “\(label.label):”, in seconds.",
        fix: label.isReadable ? fix(label, at: block.place) : nil)
      kind = label.isReadable ? .paragraph(label.words) : nil
    } else if room == .item, let clue = clue(text, block) {
      return clue
    } else {
      kind = nil
    }
    return kind.map { MarkdownBlock($0, at: block.place, endLine: block.endLine) }
  }

  /// Writes a line as the label that was meant; nil where formatting would be lost.
  private func fix(_ label: MeantLabel, at place: Place) -> Fix? {
    guard label.isPlain else { return nil }
    return source.rewriting(place.line, "write “\(label.label):”") { _ in label.words.plain }
  }

  /// Reports a hint that begins with another word, and gives it as it was meant.
  private func clue(_ text: RichText, _ block: MarkdownBlock) -> MarkdownBlock? {
    guard let label = MeantLabel(clue: text) else { return nil }
    diagnostics.report(
      .badLabel, at: block.place,
      "“\(label.written):” is no label, so that everybody reads this line. Did you mean "
        + "“\(label.label):”? If it is text, begin it with another word.",
      fix: source.replacing(
        label.written + ":", with: label.label + ":", inLine: block.place.line,
        "write “\(label.label):”"))
    return MarkdownBlock(.paragraph(label.words), at: block.place, endLine: block.endLine)
  }

  /// Reports a directive and gives the paragraph that was meant; nil where none can stand.
  private func read(
    _ directive: MeantDirective, at place: Place, _ room: Room
  ) -> MarkdownBlock.Kind? {
    let what =
      switch directive.kind {
      case .settings: "settings"
      case .condition: "a condition"
      case .detour: "“_detour_”"
      }
    guard directive.kind != .settings || room == .item else {
      diagnostics.report(
        .looseDirective, at: place,
        "This line reads as settings and is told as the story. Settings stand under a heading “###”, "
          + "between underscores; if it is text, make a sentence of it.")
      return nil
    }
    diagnostics.report(
      .looseDirective, at: place,
      directive.saysIf
        ? "A condition begins with “when”, and “if” is told as the story. Write “_when …_”, between two "
          + "underscores."
        : "This line reads as \(what) and is told as the story. Begin and end it with “_”, and with no "
          + "other sign.",
      fix: directive.line.flatMap { line in
        source.rewriting(place.line, "write it between underscores") { _ in line }
      })
    return .paragraph(directive.words)
  }

  /// Settings without underscores that run on in the next line, apart from it; nil where a paragraph
  /// has none.
  private func settingsAbove(_ text: RichText, _ block: MarkdownBlock) -> [MarkdownBlock]? {
    let place = block.place
    guard block.endLine > place.line, let first = text.runs.first, first.style == [],
      let byte = first.text.utf8.first, byte &- 0x61 < 26 || byte &- 0x30 < 10,
      let words = text.lines.first,
      let directive = MeantDirective(
        words, line: source.line(place.line), isAsked: true, isFirst: true),
      directive.kind == .settings,
      directive.words.plain.contains(";") || directive.words.plain.hasPrefix("id:"),
      let kind = read(directive, at: place, .item)
    else { return nil }
    let next = source.place(place.line + 1)
    let rest = text.dropping(words.source.count + 1)
    return [
      MarkdownBlock(kind, at: place, endLine: place.line),
      MarkdownBlock(.paragraph(rest), at: next, endLine: block.endLine),
    ]
  }

  /// The verb of a line that asks something and is no heading: what follows tells it from a sentence.
  private func verb(_ text: RichText, next: MarkdownBlock?) -> String? {
    guard let next, let first = text.runs.first, first.style == [], first.link == nil,
      let byte = first.text.utf8.first, byte &- 0x41 < 26, first.text.hasByte(UInt8(ascii: ":"))
    else { return nil }
    let name = first.text.prefix { $0 != ":" }
    guard ItemKinds.kind(String(name)) != nil, name.count + 1 < text.plain.count else { return nil }
    switch next.kind {
    case .list(let list):
      return list.items.contains { $0.tick != nil || $0.blocks.contains(where: \.isQuote) }
        ? String(name) : nil
    case .paragraph(let text):
      let plain = text.plain
      let isLabel = plain == "Answers:" || plain == "Model:" || plain.hasPrefix("Answer: ")
      let line = source.line(next.place.line)
      let isMeant =
        MeantDirective(text, line: line, isAsked: true, isFirst: true)?.kind == .settings
      return isLabel || isMeant || setsSomething(text) ? String(name) : nil
    default: return nil
    }
  }

  private func setsSomething(_ block: MarkdownBlock) -> Bool {
    block.paragraph.map(setsSomething) ?? false
  }

  /// Whether a paragraph is a setting line.
  private func setsSomething(_ text: RichText) -> Bool {
    guard text.runs.allSatisfy({ $0.style == .emphasis && $0.link == nil }) else { return false }
    var settings = ItemSettings()
    return text.plain.split(separator: ";").contains { piece in
      (try? settings.apply(piece.trimmed())) != nil
    }
  }

  // MARK: Headings

  /// A heading as it was meant: `#### Choose: …`, `## Choose: …` above its answers, and `## Facts`.
  private func heading(
    _ block: MarkdownBlock, next: MarkdownBlock?, room: Room
  ) -> MarkdownBlock {
    guard case .heading(let level, let text) = block.kind else { return block }
    let line = source.line(block.place.line)
    if level > 3 || level == 2, room != .closing, let verb = verb(text, next: next) {
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
    if level > 1, let next, PartReader.bindingLabels.contains(label),
      PartReader.binds(label, next, isAsked: room == .item)
    {
      diagnostics.report(
        .badLabel, at: block.place,
        "“\(label)” is a label and no heading: the signs “#” go, and a colon stands behind it. Write "
          + "“\(label):”.",
        fix: line.hasPrefix("#")
          ? source.rewriting(block.place.line, "write “\(label):”") { _ in label + ":" } : nil)
      return MarkdownBlock(
        .paragraph(RichText(label + ":")), at: block.place, endLine: block.endLine)
    }
    return block
  }

  /// The blocks of a paragraph that has a line such as `##Title`; nil where it has none.
  private func headings(
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

extension MarkdownBlock {
  /// Whether it is the heading of something that is asked.
  fileprivate var isItem: Bool {
    if case .heading(3, _) = kind { return true }
    return false
  }

  /// The text of a comment, or nil of any other block.
  fileprivate var comment: String? {
    if case .comment(let text) = kind { return text }
    return nil
  }
}
