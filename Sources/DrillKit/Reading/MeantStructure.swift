// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds paragraphs that were meant as structure and would be told as the story: a heading without
/// its space, a setting line without an underscore, a label without its colon. Each is told where it
/// stands and read as it was meant, so that nothing else is said of what it would have changed.
struct MeantStructure {
  let source: SourceText
  let diagnostics: Diagnostics

  /// Where a paragraph stands.
  enum Room {
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
    // Whether what is asked has its answers already: a paragraph before them is about the question.
    var hasAnswers = false
    // What is asked, by its verb.
    var asked = ""
    // A block that was joined to the one before.
    var taken: Int?
    for (index, block) in blocks.enumerated() {
      if index == taken { continue }
      if case .heading = block.kind {
        let following = blocks[(index + 1)...].first { $0.comment == nil }
        let meant = heading(block, next: following, room: room)
        enter(meant, &room, &isFirst)
        hasAnswers = false
        if case .heading(3, let text) = meant.kind {
          asked = String(text.plain.prefix { $0 != ":" })
        }
        result.append(meant)
        continue
      }
      // What stands under a label is read by it.
      if block.paragraph == nil,
        result.last?.paragraph?.runs.last?.text.utf8.last != UInt8(ascii: ":"),
        let pieces = conditionWithin(block)
      {
        result += pieces
        continue
      }
      switch block.kind {
      case .list, .table: hasAnswers = true
      default: break
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
      if room == .item, let (hint, takesNext) = loneHint(text, block, next: next) {
        if takesNext { taken = blocks[(index + 1)...].firstIndex { $0.comment == nil } }
        isFirst = false
        result.append(hint)
        continue
      }
      if room == .item || room == .scene,
        let pieces = otherLabel(text, block, next: next, asks: room == .item ? asked : nil)
      {
        isFirst = false
        result += pieces
        continue
      }
      let meant =
        block.endLine > block.place.line
        ? (room == .item ? clue(text, block) : nil)
        : meant(
          text, block, next: next, room: room, isFirst: isFirst,
          mayAsk: room != .item || hasAnswers)
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
    _ text: RichText, _ block: MarkdownBlock, next: MarkdownBlock?, room: Room, isFirst: Bool,
    mayAsk: Bool
  ) -> MarkdownBlock? {
    let line = source.line(block.place.line)
    let kind: MarkdownBlock.Kind?
    if let directive = MeantDirective(
      text, line: line, isAsked: room == .item, isFirst: isFirst && room != .opening)
    {
      kind = read(directive, at: block.place, room)
    } else if let other = otherwise(text, at: block.place, next, room) {
      kind = other
    } else if room == .closing || room == .opening && text.source.first != "F" {
      return nil
    } else if mayAsk, let verb = verb(text, next: next) {
      diagnostics.report(
        .brokenHeading, at: block.place,
        "“\(verb): …” asks something, and its line lacks the sign of a heading: it is told as the "
          + "story. Begin it with “### ”.",
        fix: source.rewriting(block.place.line, "begin the line with “### ”") { line in
          let words = line.trimmed()
          let sign = words.prefix { $0 == "*" || $0 == "_" }
          guard !sign.isEmpty else { return "### " + words }
          return words.hasSuffix(sign)
            ? "### " + words.dropFirst(sign.count).dropLast(sign.count) : nil
        })
      kind = .heading(level: 3, RichText(text.plain))
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
  func verb(_ text: RichText, next: MarkdownBlock?) -> String? {
    guard let next, let first = text.runs.first, first.link == nil,
      first.style == [] || first.style == .strong && text.runs.count == 1,
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
      let isLabel =
        plain == "Answers:" || plain == "Model:" || plain.hasPrefix("Answer: ")
        || plain.hasPrefix("Hint: ") || plain.hasPrefix("Hint (-")
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
