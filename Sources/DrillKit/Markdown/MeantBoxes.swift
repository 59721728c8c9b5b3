// SPDX-License-Identifier: GPL-3.0-or-later

/// Boxes that are drawn in another way: `[ x]`, `[✓]`, `[y]`, a Cyrillic `[х]`, `(x)`, `☑`. Each is
/// told where it stands and read as it was meant, so that nobody hears first that nothing is ticked.
struct MeantBoxes {
  let source: SourceText
  let diagnostics: Diagnostics

  /// What stands before an item's words in place of a box.
  private struct Sign {
    let written: String
    /// How many characters of the text it takes: an escaped bracket has a sign more in the source.
    let width: Int
    /// Nil where a person has to say.
    let meant: Tick?
    /// Whether it is a box wherever it stands, and not only among others.
    let isClear: Bool
  }

  private static let ticks: Set<String> = ["x", "X", "х", "Х", "×", "✓", "✔", "√", "☑"]
  private static let ticksAmongBoxes: Set<String> = [
    "y", "v", "+", "*", "j", "yes", "ok", "ja", "oui", "si", "sí", "✅", "right",
  ]
  private static let emptyAmongBoxes: Set<String> = [
    "-", "–", "_", ".", "n", "no", "nein", "non", "nee", "☐", "wrong",
  ]
  private static let doubtful: Set<String> = ["o", "0", "✗", "✘", "☒", "❌", "?", "#", "!"]
  private static let bare: [Character: Tick] = ["☑": .ticked, "✅": .ticked, "☐": .unticked]
  /// What says whether a sign is drawn as a picture or a letter is none itself.
  private static func isDrawn(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\u{FE0F}" && scalar != "\u{FE0E}"
  }

  /// No sign is longer.
  private static let longest = 9

  /// The items with their boxes as they were meant.
  func mend(_ items: [MarkdownListItem]) -> [MarkdownListItem] {
    guard items.contains(where: mayOpen) else { return items }
    let isAmongBoxes = items.contains { $0.tick != nil }
    // A cross says “this one” to some and “not this one” to others: the list tells which.
    let isTicked = items.contains { $0.tick == .ticked || sign(of: $0)?.meant == .ticked }
    return items.map { item in
      guard let sign = sign(of: item), sign.isClear || isAmongBoxes else { return item }
      report(sign, item)
      return read(item, sign.meant ?? (isTicked ? .unticked : .ticked), width: sign.width)
    }
  }

  private func read(_ item: MarkdownListItem, _ tick: Tick, width: Int) -> MarkdownListItem {
    guard let first = item.blocks.first, let text = first.paragraph else { return item }
    let words = text.dropping(width)
    let paragraph = MarkdownBlock(.paragraph(words), at: first.place, endLine: first.endLine)
    return MarkdownListItem(
      tick: tick, blocks: [paragraph] + item.blocks.dropFirst(), place: item.place,
      contentColumn: item.contentColumn, endLine: item.endLine,
      opensWithParenthesis: words.runs.first?.text.first == "(")
  }

  /// The cheap test, which most items of a text fail.
  private func mayOpen(_ item: MarkdownListItem) -> Bool {
    guard item.tick == nil, let byte = item.text.runs.first?.text.utf8.first else { return false }
    return byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") || byte >= 0xE2
  }

  private func sign(of item: MarkdownListItem) -> Sign? {
    guard mayOpen(item), let run = item.text.runs.first, run.style == [], run.link == nil else {
      return nil
    }
    let opening = run.text.prefix(Self.longest)
    guard let first = opening.first else { return nil }
    let line = source.line(item.place.line).dropFirst(item.contentColumn - 1)
    let drawn = String(scalars: first.unicodeScalars.filter(Self.isDrawn))
    if let tick = drawn.first.flatMap({ Self.bare[$0] }) {
      return Sign(written: String(first), width: 1, meant: tick, isClear: false)
    }
    guard first == "[" || first == "(",
      let close = opening.firstIndex(of: first == "[" ? "]" : ")")
    else { return nil }
    let box = opening[...close]
    let after = run.text[box.endIndex...].first
    guard after == nil || after?.isWhitespace == true else { return nil }
    let inside = box.dropFirst().dropLast()
    let word = String(
      scalars: inside.trimmed().lowercased().unicodeScalars.filter(Self.isDrawn))
    let isRound = first == "("
    let isTick = Self.ticks.contains(word)
    guard isTick || word.isEmpty || !isRound else { return nil }
    guard
      isTick || word.isEmpty || Self.ticksAmongBoxes.contains(word)
        || Self.emptyAmongBoxes.contains(word) || Self.doubtful.contains(word)
    else { return nil }
    // Some editors write a sign before each bracket, which makes text of it.
    let escaped = "\\[\(inside)\\]"
    let isEscaped = line.hasPrefix(escaped)
    guard isEscaped || line.hasPrefix(box) else { return nil }
    let meant: Tick? =
      isTick || Self.ticksAmongBoxes.contains(word)
      ? .ticked : Self.doubtful.contains(word) ? nil : .unticked
    return Sign(
      written: isEscaped ? escaped : String(box), width: box.count, meant: meant,
      isClear: (isTick || word.isEmpty) && !isRound && !isEscaped)
  }

  private func report(_ sign: Sign, _ item: MarkdownListItem) {
    let column = item.contentColumn
    diagnostics.report(
      .brokenBox, at: item.place.at(column: column),
      sign.written.unicodeScalars.contains { "\u{A0}\u{2007}\u{202F}".unicodeScalars.contains($0) }
        ? "In “\(sign.written)” stands a no-break space, which makes it no box. Write “[x]” before what "
          + "is right and “[ ]”, with an ordinary space, before the rest."
        : "“\(sign.written)” is no box. Write “[x]” before what is right and “[ ]” before the rest.",
      fix: sign.meant.flatMap { tick in
        source.rewriting(item.place.line, "write the box as it is read") { line in
          let rest = line.dropFirst(column - 1)
          guard rest.hasPrefix(sign.written) else { return nil }
          let words = rest.dropFirst(sign.written.count).drop(while: \.isWhitespace)
          return line.prefix(column - 1) + (tick == .ticked ? "[x] " : "[ ] ") + words
        }
      })
  }
}
