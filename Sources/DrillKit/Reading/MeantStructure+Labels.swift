// SPDX-License-Identifier: GPL-3.0-or-later

/// Conditions, injects and ways that stand in other clothes, and hints without their words.
extension MeantStructure {
  /// A condition that is written otherwise, and a moment in emphasis.
  func otherwise(
    _ text: RichText, at place: Place, _ next: MarkdownBlock?, _ room: Room
  ) -> MarkdownBlock.Kind? {
    guard let first = text.runs.first else { return nil }
    let isDirective =
      first.style == .emphasis
      && text.runs.allSatisfy { $0.style.contains(.emphasis) || $0.text.isBlank }
    if let meant = MeantCondition(text, isDirective: isDirective) {
      reportCondition(meant, at: place, isStory: !isDirective)
      return .paragraph(meant.words ?? RichText(text.plain))
    }
    guard isDirective, first.text.utf8.first.map({ $0 | 0x20 == UInt8(ascii: "a") }) == true,
      let moment = Self.moment(text.plain)
    else { return nil }
    let isReadable = room == .item && next?.isQuote == true
    diagnostics.report(
      .looseDirective, at: place,
      "“\(text.plain)” is no setting. What breaks in while the employee thinks is written as "
        + "“After \(moment):” and a quote below it, under a question.",
      fix: isReadable
        ? source.rewriting(place.line, "write “After \(moment):”") { _ in "After \(moment):" } : nil
    )
    return .paragraph(RichText(isReadable ? "After \(moment):" : text.plain))
  }

  /// The moment of `after 60 seconds`, as it is read.
  private static func moment(_ plain: String) -> String? {
    guard plain.lowercased().hasPrefix("after ") else { return nil }
    let head = String(plain.dropFirst(6).trimmingEnd { ":.".contains($0) })
    return InjectMoment(head) == nil ? InjectMoment.meant(head) : head
  }

  private func reportCondition(_ meant: MeantCondition, at place: Place, isStory: Bool) {
    let isComplete = meant.words != nil
    diagnostics.report(
      .looseDirective, at: place,
      "This line reads as a condition and "
        + (isStory ? "is told as the story" : "begins with other words") + ". Write “\(meant.line)”"
        + (isComplete
          ? "." : ", with the scene in which that is asked, so that the reference is a link."),
      fix: isComplete
        ? source.rewriting(place.line, "write “\(meant.line)”") { _ in meant.line } : nil)
  }

  /// A condition that is the one item of a list, or the first paragraph of a quote: the blocks as they
  /// were meant; nil where none is.
  func conditionWithin(_ block: MarkdownBlock) -> [MarkdownBlock]? {
    switch block.kind {
    case .list(let list):
      guard list.items.count == 1, let item = list.items.first, item.tick == nil,
        item.blocks.count == 1, block.place.line == item.blocks[0].endLine,
        let meant = condition(item.blocks[0])
      else { return nil }
      reportCondition(meant, at: block.place, isStory: true)
      return meant.words.map {
        [MarkdownBlock(.paragraph($0), at: block.place, endLine: block.place.line)]
      }
    case .quote(let blocks):
      guard let first = blocks.first, let meant = condition(first), let words = meant.words,
        first.place.line == first.endLine
      else { return nil }
      let rest = Array(blocks.dropFirst())
      diagnostics.report(
        .looseDirective, at: block.place,
        "This line reads as a condition and is shown as a text. A condition stands before what it holds "
          + "for, without “>”: write “\(meant.line)”.",
        fix: apart(meant.line, first, rest.first))
      let place = block.place
      return [MarkdownBlock(.paragraph(words), at: place, endLine: first.endLine)]
        + (rest.first.map {
          [MarkdownBlock(.quote(rest), at: $0.place, endLine: block.endLine)]
        } ?? [])
    default: return nil
    }
  }

  /// The condition that a block is, with its link and without its underscores or with them.
  private func condition(_ block: MarkdownBlock) -> MeantCondition? {
    guard let text = block.paragraph, let byte = text.runs.first?.text.utf8.first,
      "IiOoUuWw([".utf8.contains(byte),
      text.runs.contains(where: { $0.link?.hasPrefix("#") == true })
    else { return nil }
    return MeantCondition(text, isDirective: false)
  }

  /// Takes a condition out of a quote; nil where the rest does not stand apart from it.
  private func apart(_ line: String, _ first: MarkdownBlock, _ next: MarkdownBlock?) -> Fix? {
    let number = first.place.line
    guard let next else { return source.rewriting(number, "write “\(line)”") { _ in line } }
    guard next.place.line == number + 2, source.line(number + 1).trimmed() == ">" else {
      return nil
    }
    return Fix("write “\(line)”", firstLine: number, lineCount: 2, lines: [line, ""])
  }

  // MARK: Labels

  /// What authors call the moment of an inject, or a way, who don't recall the label: reported where it
  /// is not certain what was meant, else read as it was.
  func otherLabel(
    _ text: RichText, _ block: MarkdownBlock, next: MarkdownBlock?, asks verb: String?
  ) -> [MarkdownBlock]? {
    guard let first = text.runs.first, first.link == nil,
      first.text.hasByte(UInt8(ascii: ":")), block.place.line == block.endLine
    else { return nil }
    let place = block.place
    if text.runs.count == 2, let link = text.runs[1].link, link.hasPrefix("#") {
      guard Self.ways.contains(first.text.trimmed().lowercased()) else { return nil }
      let line = "- [\(text.runs[1].text)](\(link)) otherwise"
      diagnostics.report(
        .badLabel, at: place,
        "“\(first.text.trimmed())” is no label, so that this is told as the story. Write “Next:” and "
          + "below it the list “\(line)”.",
        fix: verb == nil
          ? nil
          : Fix(
            "write “Next:” and a list", firstLine: place.line, lineCount: 1,
            lines: ["Next:", "", line]))
      // In a scene it stands elsewhere, before the text.
      guard verb != nil else { return [block] }
      let words = RichText([text.runs[1], RichText.Run(" otherwise")])
      let item = MarkdownListItem(
        tick: nil, blocks: [MarkdownBlock(.paragraph(words), at: place, endLine: place.line)],
        place: place, contentColumn: 3, endLine: place.line, opensWithParenthesis: false)
      return [
        MarkdownBlock(.paragraph(RichText("Next:")), at: place, endLine: place.line),
        MarkdownBlock(
          .list(MarkdownList(isOrdered: false, items: [item])), at: place, endLine: place.line),
      ]
    }
    guard let verb, let next, next.isQuote else { return nil }
    let plain = text.plain
    guard plain.utf8.count < 48, plain.utf8.last == UInt8(ascii: ":") else { return nil }
    let low = String(plain.dropLast()).lowercased()
    if ItemKinds.kind(verb)?.seeksAnswers == true, Self.samples.contains(low) {
      diagnostics.report(
        .badLabel, at: place,
        "“\(plain)” is no label, so that everybody reads what is below it. Did you mean “Model:”?",
        fix: text.runs.count == 1
          ? source.replacing(plain, with: "Model:", inLine: place.line, "write “Model:”") : nil)
      return [MarkdownBlock(.paragraph(RichText("Model:")), at: place, endLine: block.endLine)]
    }
    guard let moment = Self.inject(low) else { return nil }
    let label = "After \(moment.isEmpty ? "20 s" : moment):"
    diagnostics.report(
      .badLabel, at: place,
      moment.isEmpty
        ? "“\(plain)” is no label, so that the quote is shown from the beginning. Say when it breaks in: "
          + "“\(label)”."
        : "“\(plain)” is no label, so that the quote is shown from the beginning. Did you mean "
          + "“\(label)”?",
      fix: moment.isEmpty || text.runs.count > 1
        ? nil : source.replacing(plain, with: label, inLine: place.line, "write “\(label)”"))
    let words = moment.isEmpty ? text : RichText(label)
    return [MarkdownBlock(.paragraph(words), at: place, endLine: block.endLine)]
  }

  private static let ways: Set<String> = [
    "go to:", "goto:", "go on to:", "go on with:", "continue:", "continue with:", "continue at:",
    "continue in:", "jump to:", "leads to:", "next scene:", "then:", "afterwards:",
  ]
  private static let samples: Set<String> = [
    "sample", "sample reply", "model reply", "good reply", "good answer", "ideal reply",
    "ideal answer", "best answer", "example reply", "solution",
  ]

  /// The moment of `inject after 30 s`, `in 20 s`, `30 s later`; empty where it is one, and which can't
  /// be known; nil for other words. Whole words of time are the story's: “30 minutes later:”.
  private static func inject(_ low: String) -> String? {
    if low == "inject" || low == "injects" || low == "interruption" { return "" }
    for opening in ["inject after ", "inject at ", "inject in ", "inject ("]
    where low.hasPrefix(opening) {
      let rest = String(low.dropFirst(opening.count).trimmingEnd { $0 == ")" })
      let head = rest.hasPrefix("after ") ? String(rest.dropFirst(6)) : rest
      return InjectMoment(head) == nil ? InjectMoment.meant(head) ?? "" : head
    }
    let words = low.split(separator: " ").map(String.init)
    let isShort = { (unit: String) in ["s", "sec", "secs", "s.", "sec."].contains(unit) }
    guard words.count == 3, let number = Int(words[words[2] == "later" ? 0 : 1]),
      isShort(words[words[2] == "later" ? 1 : 2]), InjectMoment("\(number) s") != nil
    else { return nil }
    if words[2] == "later" || words[0] == "in" { return "\(number) s" }
    return words[0] == "before" ? "" : nil
  }

  // MARK: Hints

  /// A hint whose words stand in the block below its label, and would be told to everybody: the hint as
  /// it was meant, and whether the block below is a part of it; nil for any other paragraph.
  func loneHint(
    _ text: RichText, _ block: MarkdownBlock, next: MarkdownBlock?
  ) -> (hint: MarkdownBlock, takesNext: Bool)? {
    guard let first = text.runs.first, first.text.utf8.first.map({ $0 | 0x20 }) == 0x68,
      block.place.line == block.endLine
    else { return nil }
    let plain = text.plain
    guard plain.utf8.count < 16, plain.utf8.last == UInt8(ascii: ":"),
      plain.lowercased().hasPrefix("hint"),
      plain.dropFirst(4).allSatisfy({ "s (-0123456789%):".contains($0) })
    else { return nil }
    var price = plain.dropFirst(4).drop { "s ".contains($0) }
    price = price.dropLast()
    let label = price.isEmpty ? "Hint:" : "Hint \(price.trimmed()):"
    let inner = next.map { next in
      if case .quote(let blocks) = next.kind { return blocks }
      return [next]
    }
    let words = inner?.count == 1 ? inner?[0].paragraph : nil
    guard let next, let words, let line = inner?[0].place.line, let end = inner?[0].endLine,
      !PartReader.isLabelled(words)
    else {
      diagnostics.report(
        .badLabel, at: block.place,
        "“\(plain)” has no words, so that nothing is given to who asks for a hint. The words stand in the "
          + "same line: “\(label) …”.")
      return (
        MarkdownBlock(.paragraph(RichText("\(label) …")), at: block.place, endLine: block.endLine),
        false
      )
    }
    let lines = (line...max(line, end)).map { number in
      let typed = source.line(number).trimmed()
      return next.isQuote ? typed.drop { $0 == ">" }.trimmed() : typed
    }
    diagnostics.report(
      .badLabel, at: block.place,
      "“\(plain)” holds its words itself; what stands below it is told to everybody, and who asks for the "
        + "hint gets nothing. Write “\(label) …” in one paragraph.",
      fix: Fix(
        "write “\(label) …” in one paragraph", firstLine: block.place.line,
        lineCount: max(line, end) - block.place.line + 1,
        lines: ["\(label) \(lines[0])"] + lines.dropFirst()))
    let whole = RichText([RichText.Run(label + " ")] + words.runs)
    return (MarkdownBlock(.paragraph(whole), at: block.place, endLine: next.endLine), true)
  }
}

extension PartReader {
  /// Whether a paragraph is a label or a directive of its own, and not the words below another one.
  static func isLabelled(_ text: RichText) -> Bool {
    let plain = text.plain
    let head = plain.prefix { $0 != ":" && $0 != " " }
    return plain.hasSuffix(":") || plain.contains(":") && labels.contains(String(head))
      || text.runs.allSatisfy { $0.style.contains(.emphasis) || $0.text.isBlank }
  }
}
