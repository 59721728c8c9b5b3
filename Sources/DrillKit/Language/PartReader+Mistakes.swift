// SPDX-License-Identifier: GPL-3.0-or-later

/// What an author probably meant by a paragraph that is nearly a label or a directive.
extension PartReader {
  /// A paragraph that is emphasis and nothing else.
  func isDirective(_ text: RichText) -> Bool {
    text.runs.contains { $0.style == .emphasis }
      && text.runs.allSatisfy { $0.style == .emphasis || $0.text.isBlank }
  }

  /// Reports two setting lines or conditions in one paragraph, where they would run together.
  func isTwoDirectives(_ text: RichText, _ block: MarkdownBlock) -> Bool {
    guard isDirective(text) else { return false }
    let lines = text.runs.filter { $0.link == nil && !$0.text.isBlank }
    let breaks = text.runs.contains { $0.style == [] && $0.text.contains("\n") }
    guard breaks, lines.count > 1 else { return false }
    let place = source.place(block.place.line + 1)
    diagnostics.report(
      .looseDirective, at: place,
      "Two lines in emphasis stand in one paragraph. Put an empty line between them.",
      fix: Fix("insert an empty line", firstLine: place.line, lineCount: 0, lines: [""]))
    return true
  }

  /// Whether a paragraph of several lines opens like a setting line or a condition.
  func runsOn(_ block: MarkdownBlock) -> Bool {
    guard block.endLine > block.place.line, let text = block.paragraph,
      let first = text.runs.first, first.style == .emphasis
    else { return false }
    return !isDirective(text) && opensDirective(first.text)
  }

  /// A setting line or a condition that goes on as text in the next line, apart from what follows, as
  /// it was meant; any other block as it is.
  func apart(_ block: MarkdownBlock) -> [MarkdownBlock] {
    guard runsOn(block), let text = block.paragraph, let line = text.lines.first,
      isDirective(line)
    else { return [block] }
    let next = source.place(block.place.line + 1)
    diagnostics.report(
      .looseDirective, at: block.place,
      "The line below runs on behind this one, so that both are told as text. Put an empty line "
        + "between them.",
      fix: Fix("insert an empty line", firstLine: next.line, lineCount: 0, lines: [""]))
    let rest = text.dropping(line.source.count + 1)
    return [
      MarkdownBlock(.paragraph(line), at: block.place, endLine: block.place.line),
      MarkdownBlock(.paragraph(rest), at: next, endLine: block.endLine),
    ]
  }

  /// Whether a paragraph is meant as the moment of an inject, and no sentence that ends in a colon.
  func isMoment(_ plain: String) -> Bool {
    guard plain.hasPrefix("After "), plain.hasSuffix(":") else { return false }
    let words = plain.split(separator: " ")
    let isCounted = ["second", "sec", "minute", "line"].contains { unit in
      words.contains { $0.hasPrefix(unit) }
    }
    return words[1].first?.isNumber == true || isCounted && words.count <= 4
      || plain.hasSuffix("even if answered:")
  }

  /// `Hint -25%:` and the like: a price before the colon, and not the form that is read.
  func isNearlyHint(_ plain: String) -> Bool {
    plain.prefix { $0 != ":" }.contains("%") && plain.contains(":")
  }

  /// A label after a soft line break is part of the paragraph above and binds nothing.
  func reportBuried(in block: MarkdownBlock) {
    switch block.kind {
    case .paragraph(let text):
      guard !isDirective(text) else { return }
      reportBuried(text, from: block.place.line)
      reportArrows(in: text, at: block.place)
    case .list(let list):
      for item in list.items {
        for (index, inner) in item.blocks.enumerated() {
          guard let text = inner.paragraph else {
            if inner.isQuote { reportBuried(in: inner) }
            continue
          }
          reportBuried(text, from: inner.place.line)
          if index > 0 { reportArrows(in: text, at: inner.place) }
        }
      }
    case .quote(let blocks):
      for inner in blocks {
        if let text = inner.paragraph { reportArrows(in: text, at: inner.place) }
      }
    default: break
    }
  }

  private func reportBuried(_ text: RichText, from first: Int) {
    guard text.runs.contains(where: { $0.text.hasByte(0x0A) }) else { return }
    for (offset, line) in text.source.lines.enumerated().dropFirst() {
      let trimmed = line.trimmed()
      let isLabel =
        (trimmed.last == ":" && Self.labels.contains { trimmed.dropLast() == $0 })
        || trimmed.hasPrefix("Answer:") || trimmed.hasPrefix("Hint (-") || isMoment(trimmed)
      guard isLabel else { continue }
      let place = self.source.place(first + offset)
      diagnostics.report(
        .buriedLabel, at: place,
        "“\(trimmed)” belongs to the paragraph above. Put an empty line before it.",
        fix: Fix("insert an empty line", firstLine: place.line, lineCount: 0, lines: [""]))
    }
  }

  /// An arrow before a link leads somewhere at the end of an answer only.
  private func reportArrows(in text: RichText, at place: Place) {
    guard text.runs.contains(where: { $0.link?.hasPrefix("#") == true }) else { return }
    let occurrences = Occurrences(in: source)
    let last = place.line + text.source.utf8.count { $0 == 0x0A }
    for (before, run) in zip(text.runs, text.runs.dropFirst()) {
      guard let link = run.link, link.hasPrefix("#"), before.text.endsInArrow else { continue }
      diagnostics.report(
        .strayArrow, at: occurrences.place(of: "](\(link))", from: place.line, through: last),
        "This arrow leads nowhere: it works at the end of an answer's own words only. Move it there, "
          + "or write a “Next:” list.")
    }
  }

  /// The label that a paragraph is nearly, reported and read as it was meant, so that nothing else is
  /// said of what it binds; nil where none was meant.
  func misspelt(_ plain: String, _ block: MarkdownBlock, next: MarkdownBlock?) -> String? {
    guard plain.utf8.last == UInt8(ascii: ":"), plain.last == ":", plain.count < 16, let next
    else { return nil }
    let word = String(plain.dropLast())
    if let meant = Self.otherWords[word.lowercased()], Self.binds(meant, next, isAsked: true),
      // Boxes tell a rubric from a list of the story.
      meant != "Answers" || next.hasBoxes
    {
      diagnostics.report(
        .badLabel, at: block.place, "“\(plain)” is no label. Did you mean “\(meant):”?",
        fix: source.replacing(
          plain, with: "\(meant):", inLine: block.place.line, "write “\(meant):”"))
      return meant
    }
    guard !plain.contains(" ") else { return nil }
    let bound = Self.bindingLabels.filter { label in
      label == "Feedback" || label == "Model" ? next.isQuote : next.isList
    }
    guard let meant = nearest(to: word, in: bound) else { return nil }
    diagnostics.report(
      .badLabel, at: block.place, "“\(plain)” is no label. Did you mean “\(meant):”?",
      fix: word.lowercased() == meant.lowercased()
        ? source.replacing(
          plain, with: "\(meant):", inLine: block.place.line, "write “\(meant):”") : nil)
    return Self.binds(meant, next, isAsked: true) ? meant : nil
  }

  /// What authors call a label who don't recall it.
  private static let otherWords = [
    "model answer": "Model", "sample answer": "Model", "example answer": "Model",
    "then": "Next", "next scene": "Next", "next scenes": "Next", "afterwards": "Next",
    "after that": "Next", "go to": "Next", "goto": "Next", "continue": "Next",
    "continue with": "Next", "ways": "Next", "branches": "Next", "rubric": "Answers",
  ]

  /// Whether a block is what authors put under a label, and nothing that a heading of the story
  /// would have below it.
  static func binds(_ label: String, _ block: MarkdownBlock, isAsked: Bool) -> Bool {
    switch (label, block.kind) {
    case ("Feedback", .quote), ("Model", .quote), ("Answers", .list): isAsked
    case ("Facts", .list(let list)):
      list.items.allSatisfy { $0.tick != nil || $0.text.plain.hasByte(UInt8(ascii: ":")) }
    case ("Next", .list(let list)):
      list.items.contains {
        $0.text.plain.hasPrefix("Go on") || $0.text.links.first?.destination.hasPrefix("#") == true
      }
    default: false
    }
  }

  /// Reports a label that goes on as text in its own paragraph.
  func isInline(_ plain: String, _ block: MarkdownBlock) -> Bool {
    if plain.hasPrefix("After "), let colon = plain.utf8.firstIndex(of: UInt8(ascii: ":")),
      InjectMoment(String(plain[..<colon].dropFirst(6))) != nil
    {
      diagnostics.report(
        .badLabel, at: block.place,
        "“\(plain[...colon])” stands alone in its paragraph, and what comes is a quote below it, after "
          + "an empty line.")
      return true
    }
    guard let label = Self.bindingLabels.first(where: plain.hasPrefix),
      plain.dropFirst(label.count).hasPrefix(": ")
    else { return false }
    diagnostics.report(
      .badLabel, at: block.place,
      "“\(label):” stands alone in its paragraph, and what belongs to it comes after an empty line."
    )
    return true
  }

  /// Reports a paragraph that opens like a directive or a label and is read as text.
  func reportMistaken(_ text: RichText, _ plain: String, _ block: MarkdownBlock) {
    if let first = text.runs.first, first.style == .emphasis, opensDirective(first.text) {
      diagnostics.report(
        .looseDirective, at: block.place,
        "This paragraph opens like a setting line and goes on as text. Put the setting line on "
          + "its own, with an empty line after it.")
    }
    if plain.hasPrefix("Use: ") {
      diagnostics.report(
        .badLabel, at: block.place,
        "A snippet is taken in by \(SnippetUse.form), alone in its paragraph and in no list or quote."
      )
    } else if let first = plain.utf8.first, first | 0x20 == UInt8(ascii: "h"),
      plain.lowercased().hasPrefix("hint"), isNearlyHint(plain)
    {
      diagnostics.report(
        .badLabel, at: block.place, "Write a hint and its price as “Hint (-25%): …”.")
    }
  }

  private func opensDirective(_ text: String) -> Bool {
    let first = text.split(separator: ";").first.map { $0.trimmed() } ?? ""
    let openings = ["when ", "id:", "competency:", "within "]
    if first == "detour" || openings.contains(where: first.hasPrefix) { return true }
    var settings = ItemSettings()
    return (try? settings.apply(first)) != nil
  }
}

extension MarkdownBlock {
  /// Whether it is a list whose first item has a box.
  fileprivate var hasBoxes: Bool {
    if case .list(let list) = kind { return list.items.first?.tick != nil }
    return false
  }
}

extension String {
  /// Arrows as people draw them; the first is the one that is read.
  static let arrows = ["→", "->", "=>", "—>", "–>", "⇒", "➔", "➜"]

  /// Whether an arrow stands at its end, however it is drawn.
  var endsInArrow: Bool { droppingArrow != nil }

  /// The text before an arrow at its end; nil where there is none.
  var droppingArrow: String? {
    let words = trimmed()
    return Self.arrows.first { words.hasSuffix($0) }
      .map { words.dropLast($0.count).trimmed() }
  }
}
