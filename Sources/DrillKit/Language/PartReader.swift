// SPDX-License-Identifier: GPL-3.0-or-later

/// Binds labels and directives of a section to what they belong to.
struct PartReader {
  let source: SourceText
  let diagnostics: Diagnostics

  static let bindingLabels = ["Facts", "Answers", "Next", "Feedback", "Model"]
  static let labels = bindingLabels + ["Answer", "Hint", "After", "Use"]

  /// The parts of a section and the condition that holds for all of it.
  typealias Parts = (parts: [Part], section: Condition?)

  /// Reads a section's blocks.
  func read(_ blocks: [MarkdownBlock]) -> Parts {
    var parts: [Part] = []
    var section: Condition?
    var pending: Condition?
    let blocks = blocks.contains(where: runsOn) ? blocks.flatMap(apart) : blocks
    var rest = blocks[...]
    var isTop = true
    for block in blocks { reportBuried(in: block) }
    while let block = rest.popFirst() {
      if case .comment = block.kind { continue }
      if let text = block.paragraph, isTwoDirectives(text, block) { continue }
      if let text = block.paragraph, isDirective(text), isWhen(text) {
        guard let condition = when(text, block) else { continue }
        if let other = pending ?? (isTop ? section : nil) {
          diagnostics.report(
            .looseDirective, at: block.place,
            "A “_when …_” stands right above this one (line \(other.place.line)). Join the two with "
              + "“and”, or put what the first is about between them.")
          continue
        }
        if isTop { section = condition } else { pending = condition }
        continue
      }
      let following = rest
      guard var part = part(block, &rest) else { continue }
      // A condition that stands above would stay behind.
      if pending == nil {
        part.endLine = following[..<rest.startIndex].last?.endLine ?? block.endLine
      }
      switch part.kind {
      case .settings, .detour: break
      default: isTop = false
      }
      if let condition = pending { attach(condition, to: &part) }
      pending = nil
      parts.append(contentsOf: Self.apart(part, diagnostics))
    }
    if let pending {
      diagnostics.report(
        .looseDirective, at: pending.place,
        "“_when …_” holds for the block after it, and none follows. Move it before one.")
    }
    return (parts, section)
  }

  /// Facts and answers that Markdown joined to one list, apart.
  private static func apart(_ part: Part, _ diagnostics: Diagnostics) -> [Part] {
    guard case .facts(let list) = part.kind,
      let first = list.items.firstIndex(where: { $0.tick != nil })
    else { return [part] }
    let answers = Array(list.items[first...])
    diagnostics.report(
      .badLabel, at: answers[0].place,
      "Here the answers join the list of facts. Put a line “Answers:” between the two.",
      fix: Fix(
        "insert “Answers:”", firstLine: answers[0].place.line, lineCount: 0,
        lines: ["", "Answers:", ""]))
    let facts = MarkdownList(isOrdered: list.isOrdered, items: Array(list.items[..<first]))
    return [
      Part(kind: .facts(facts), place: part.place, condition: part.condition),
      Part(
        kind: .answers(MarkdownList(isOrdered: list.isOrdered, items: answers)),
        place: answers[0].place),
    ]
  }

  private func attach(_ condition: Condition, to part: inout Part) {
    switch part.kind {
    case .facts, .answers, .answer, .settings, .detour, .next, .model:
      diagnostics.report(
        .conditionMisplaced, at: condition.place,
        "“_when …_” can't stand before \(part.name): facts and answers hold always. Put it before "
          + "text, a quote, a hint or an inject, or right under the heading for the whole section.")
    default: part.condition = condition
    }
  }

  /// Whether a directive is a condition.
  private func isWhen(_ text: RichText) -> Bool {
    let plain = text.plain
    // No other letter has a “w” for its small one.
    guard let first = plain.utf8.first, first | 0x20 == UInt8(ascii: "w") else { return false }
    return plain.prefix { !$0.isWhitespace }.lowercased() == "when"
  }

  /// The condition of `_when …_`; nil where it does not parse. The block after a condition that
  /// does not parse is read all the same, so that what is wrong with it is found as well.
  private func when(_ text: RichText, _ block: MarkdownBlock) -> Condition? {
    guard text.plain.hasPrefix("when") else {
      diagnostics.report(.badCondition, at: block.place, "Write “when” with a small letter.")
      return nil
    }
    do throws(SettingProblem) {
      return try ConditionParser.parse(text.dropping(4), place: block.place)
    } catch {
      diagnostics.report(.badCondition, at: block.place, error.message)
      return nil
    }
  }

  private func part(_ block: MarkdownBlock, _ rest: inout ArraySlice<MarkdownBlock>) -> Part? {
    guard let text = block.paragraph else { return Part(kind: .block(block), place: block.place) }
    if isDirective(text) {
      let kind: Part.Kind = text.plain.lowercased() == "detour" ? .detour : .settings(text)
      return Part(kind: kind, place: block.place)
    }
    let plain = text.plain
    if plain.utf8.last == UInt8(ascii: ":"), plain.last == ":",
      let label = Self.bindingLabels.first(where: { plain.dropLast() == $0 })
    {
      return bind(label, block, &rest)
    }
    if plain == "Answer:", let list = rest.first, list.isList {
      diagnostics.report(
        .badLabel, at: block.place, "A list follows “Answer:”. Did you mean “Answers:”?")
      return bind("Answers", block, &rest)
    }
    if plain.hasPrefix("Answer:") {
      return Part(kind: .answer(text.dropping(7)), place: block.place)
    }
    if plain.hasPrefix("Hint") { return hint(text, block) }
    if isMoment(plain) {
      return inject(text, block, &rest)
    }
    if let label = misspelt(plain, block, next: rest.first) { return bind(label, block, &rest) }
    if isInline(plain, block) { return nil }
    reportMistaken(text, plain, block)
    return Part(kind: .block(block), place: block.place)
  }

  // MARK: Labels

  private func bind(
    _ label: String, _ block: MarkdownBlock, _ rest: inout ArraySlice<MarkdownBlock>
  ) -> Part? {
    let bound = rest.first
    switch (label, bound?.kind) {
    case ("Facts", .list(let list)):
      rest.removeFirst()
      return Part(kind: .facts(list), place: block.place)
    case ("Answers", .list(let list)):
      rest.removeFirst()
      return Part(kind: .answers(list), place: block.place)
    case ("Next", .list(let list)):
      rest.removeFirst()
      return Part(kind: .next(list), place: block.place)
    case ("Feedback", .quote(let blocks)):
      rest.removeFirst()
      return Part(kind: .feedback(blocks), place: block.place)
    case ("Model", .quote(let blocks)):
      rest.removeFirst()
      return Part(kind: .model(blocks), place: block.place)
    default:
      let wanted = label == "Feedback" || label == "Model" ? "quote" : "list"
      diagnostics.report(
        .labelBindsNothing, at: block.place,
        "“\(label):” needs a \(wanted) right after it"
          + (bound.map { ", and a \($0.name) follows." } ?? ", and nothing follows."))
      return nil
    }
  }

  /// `Hint (-25%): text`
  private func hint(_ text: RichText, _ block: MarkdownBlock) -> Part? {
    let plain = text.plain
    var price = 0
    var head = plain.dropFirst(4).drop(while: \.isWhitespace)
    if head.first == "(" {
      let inside = head.dropFirst().prefix { $0 != ")" }
      guard inside.hasPrefix("-"), inside.hasSuffix("%"),
        let value = Int(inside.dropFirst().dropLast()),
        (0...100).contains(value)
      else {
        diagnostics.report(
          .badLabel, at: block.place, "Write a hint and its price as “Hint (-25%): …”.")
        return nil
      }
      price = value
      head = head.dropFirst(inside.count + 2)
    }
    guard head.first == ":" else {
      if isNearlyHint(plain) {
        diagnostics.report(
          .badLabel, at: block.place, "Write a hint and its price as “Hint (-25%): …”.")
        return nil
      }
      // A sentence that begins with the word, such as “Hints are cheap.”
      return Part(kind: .block(block), place: block.place)
    }
    let used = text.source.distance(
      from: text.source.startIndex, to: text.source.firstIndex(of: ":") ?? text.source.startIndex)
    return Part(kind: .hint(price: price, text.dropping(used + 1)), place: block.place)
  }

  /// `After 20 s:`, `After 20 s, even if answered:`, `After line 12:` and a quote
  private func inject(
    _ text: RichText, _ block: MarkdownBlock, _ rest: inout ArraySlice<MarkdownBlock>
  ) -> Part? {
    let head = text.plain.dropFirst(6).dropLast().trimmed()
    guard let moment = InjectMoment(head) ?? meantMoment(head, block) else { return nil }
    guard let quote = rest.first, quote.isQuote else {
      diagnostics.report(
        .labelBindsNothing, at: block.place, "“\(text.plain)” needs a quote right after it.")
      return nil
    }
    rest.removeFirst()
    return Part(
      kind: .inject(moment.moment, evenIfAnswered: moment.evenIfAnswered, quote),
      place: block.place)
  }

  /// Reports a moment that is none, and gives the one that was meant.
  private func meantMoment(_ head: String, _ block: MarkdownBlock) -> InjectMoment? {
    let meant = InjectMoment.meant(head)
    let advice =
      meant.map { "Did you mean “After \($0):”?" }
      ?? (head.contains(",")
        ? "Write “After 20 s, even if answered:”."
        : "Write “After 20 s:” or, in Spot, “After line 12:”.")
    diagnostics.report(
      .badLabel, at: block.place, "“After \(head):” is no moment. \(advice)",
      fix: meant.flatMap { meant in
        source.replacing(
          "After \(head):", with: "After \(meant):", inLine: block.place.line,
          "write “After \(meant):”")
      })
    return meant.flatMap(InjectMoment.init)
  }
}
