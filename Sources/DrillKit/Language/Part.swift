// SPDX-License-Identifier: GPL-3.0-or-later

/// A piece of a scene or an item, after labels were bound to the blocks that follow them.
struct Part {
  enum Kind {
    case settings(RichText)
    case detour
    case facts(MarkdownList)
    case answers(MarkdownList)
    case next(MarkdownList)
    case hint(price: Int, RichText)
    case inject(Inject.Moment, evenIfAnswered: Bool, MarkdownBlock)
    case feedback([MarkdownBlock])
    case model([MarkdownBlock])
    case answer(RichText)
    case block(MarkdownBlock)
  }

  let kind: Kind
  let place: Place
  var condition: Condition?

  /// What it is, as an author calls it.
  var name: String {
    switch kind {
    case .settings: "setting line"
    case .detour: "“_detour_”"
    case .facts: "“Facts:”"
    case .answers: "“Answers:”"
    case .next: "“Next:”"
    case .hint: "hint"
    case .inject: "inject"
    case .feedback: "“Feedback:”"
    case .model: "“Model:”"
    case .answer: "“Answer:”"
    case .block(let block): block.name
    }
  }
}

/// Binds labels and directives of a section to what they belong to.
struct PartReader {
  let source: SourceText
  let diagnostics: Diagnostics

  private static let bindingLabels = ["Facts", "Answers", "Next", "Feedback", "Model"]
  private static let labels = bindingLabels + ["Answer", "Hint", "After", "Use"]

  /// The parts of a section and the condition that holds for all of it.
  func read(_ blocks: [MarkdownBlock]) -> (parts: [Part], section: Condition?) {
    var parts: [Part] = []
    var section: Condition?
    var pending: Condition?
    var rest = blocks[...]
    var isTop = true
    while let block = rest.popFirst() {
      if case .comment = block.kind { continue }
      if let text = block.paragraph, let condition = when(text, block) {
        if isTop { section = condition } else { pending = condition }
        continue
      }
      guard var part = part(block, &rest) else { continue }
      if case .settings = part.kind {} else { isTop = false }
      if let condition = pending { attach(condition, to: &part) }
      pending = nil
      parts.append(part)
    }
    if let pending {
      diagnostics.report(
        .looseDirective, at: pending.place,
        "“_when …_” holds for the block after it, and none follows. Move it before one.")
    }
    return (parts, section)
  }

  private func attach(_ condition: Condition, to part: inout Part) {
    switch part.kind {
    case .facts, .answers, .answer, .settings, .detour, .next, .model:
      diagnostics.report(
        .conditionMisplaced, at: condition.place,
        "“_when …_” can't stand before \(part.name): facts and answers hold always. Put it before "
          + "text, a quote, a hint or an inject, or right under the heading for the whole section.")
    case .block(let block):
      if case .list = block.kind {
        diagnostics.report(
          .conditionMisplaced, at: condition.place,
          "“_when …_” can't stand before a list of answers. Put it under the heading, for the item."
        )
      } else {
        part.condition = condition
      }
    default: part.condition = condition
    }
  }

  /// The condition of `_when …_`; nil for any other paragraph, and where it does not parse.
  private func when(_ text: RichText, _ block: MarkdownBlock) -> Condition? {
    guard isDirective(text), text.plain.hasPrefix("when") else { return nil }
    do throws(SettingProblem) {
      return try ConditionParser.parse(text.dropping(4), place: block.place)
    } catch {
      diagnostics.report(.badCondition, at: block.place, error.message)
      // A condition that never holds keeps the block out, so nothing else is misread.
      return nil
    }
  }

  /// A paragraph that is one emphasis and nothing else.
  private func isDirective(_ text: RichText) -> Bool {
    !text.runs.isEmpty
      && text.runs.allSatisfy { $0.style == .emphasis || $0.text.allSatisfy(\.isWhitespace) }
  }

  private func part(_ block: MarkdownBlock, _ rest: inout ArraySlice<MarkdownBlock>) -> Part? {
    guard let text = block.paragraph else { return Part(kind: .block(block), place: block.place) }
    let plain = text.plain
    if isDirective(text) {
      if plain.hasPrefix("when") { return nil }
      let kind: Part.Kind = plain == "detour" ? .detour : .settings(text)
      return Part(kind: kind, place: block.place)
    }
    reportBuried(text, block)
    if plain.utf8.last == UInt8(ascii: ":"),
      let label = Self.bindingLabels.first(where: { plain.dropLast() == $0 })
    {
      return bind(label, block, &rest)
    }
    if plain.hasPrefix("Answer:") {
      return Part(kind: .answer(text.dropping(7)), place: block.place)
    }
    if plain.hasPrefix("Hint") { return hint(text, block) }
    if plain.hasPrefix("After "), plain.hasSuffix(":") {
      return inject(text, block, &rest)
    }
    reportMistaken(text, block, next: rest.first)
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
    var head = text.plain.dropFirst(6).dropLast().trimmed()
    var evenIfAnswered = false
    if let comma = head.firstIndex(of: ",") {
      guard head[head.index(after: comma)...].trimmed() == "even if answered" else {
        diagnostics.report(.badLabel, at: block.place, "Write “After 20 s, even if answered:”.")
        return nil
      }
      evenIfAnswered = true
      head = String(head[..<comma])
    }
    let words = head.split(separator: " ").map(String.init)
    let moment: Inject.Moment
    if words.count == 2, words[1] == "s", let seconds = Int(words[0]), (1...3600).contains(seconds)
    {
      moment = .seconds(seconds)
    } else if words.count == 2, words[0] == "line", let line = Int(words[1]), line > 0 {
      moment = .line(line)
    } else {
      diagnostics.report(
        .badLabel, at: block.place,
        "“\(text.plain)” is no moment. Write “After 20 s:” or, in Spot, “After line 12:”.")
      return nil
    }
    guard let quote = rest.first, quote.isQuote else {
      diagnostics.report(
        .labelBindsNothing, at: block.place, "“\(text.plain)” needs a quote right after it.")
      return nil
    }
    rest.removeFirst()
    return Part(
      kind: .inject(moment, evenIfAnswered: evenIfAnswered, quote), place: block.place)
  }

  // MARK: What was probably meant

  /// A label after a soft line break is part of the paragraph above and binds nothing.
  private func reportBuried(_ text: RichText, _ block: MarkdownBlock) {
    let lines = text.source.split(separator: "\n", omittingEmptySubsequences: false)
    for (offset, line) in lines.enumerated().dropFirst() where line.utf8.contains(0x3A) {
      let trimmed = line.trimmed()
      let isLabel =
        Self.labels.contains { trimmed == "\($0):" } || trimmed.hasPrefix("Answer:")
        || trimmed.hasPrefix("Hint (-") || (trimmed.hasPrefix("After ") && trimmed.hasSuffix(":"))
      guard isLabel else { continue }
      let place = source.place(block.place.line + offset)
      diagnostics.report(
        .buriedLabel, at: place,
        "“\(trimmed)” belongs to the paragraph above. Put an empty line before it.",
        fix: Fix("insert an empty line", firstLine: place.line, lineCount: 0, lines: [""]))
    }
  }

  private func reportMistaken(_ text: RichText, _ block: MarkdownBlock, next: MarkdownBlock?) {
    if let first = text.runs.first, first.style == .emphasis, text.runs.count > 1 {
      let word = first.text.split(separator: " ").first.map(String.init) ?? ""
      if ["when", "detour", "id:", "competency:", "within"].contains(word) {
        diagnostics.report(
          .looseDirective, at: block.place,
          "This paragraph opens like a setting line and goes on as text. Put the setting line on "
            + "its own, with an empty line after it.")
      }
    }
    let plain = text.plain
    let label =
      plain.utf8.contains(0x3A) ? Self.bindingLabels.first { plain.hasPrefix("\($0): ") } : nil
    if let label {
      diagnostics.report(
        .badLabel, at: block.place,
        "“\(label):” stands alone in its paragraph, and what belongs to it comes after an empty line."
      )
    } else if plain.hasSuffix(":"), plain.count < 16, !plain.contains(" ") {
      let word = String(plain.dropLast())
      let isFollowed = next.map { $0.isQuote || $0.isList } ?? false
      guard isFollowed, let meant = nearest(to: word, in: Self.bindingLabels) else { return }
      diagnostics.report(
        .badLabel, at: block.place, "“\(plain)” is no label. Did you mean “\(meant):”?")
    } else if plain.hasPrefix("Use: ") {
      diagnostics.report(
        .badLabel, at: block.place, "“Use:” is not understood by this version. Copy the text here.")
    }
  }
}

extension MarkdownBlock {
  /// Whether it is a list.
  var isList: Bool {
    if case .list = kind { return true }
    return false
  }
}
