// SPDX-License-Identifier: GPL-3.0-or-later

/// A paragraph that is a label but for its colon, above what the label would bind.
struct MeantLabel {
  /// The label.
  let label: String
  /// What stands in its place.
  let written: String
  /// The paragraph as it was meant.
  let words: RichText
  /// Whether the paragraph has no marks within that a rewritten line would lose.
  let isPlain: Bool
  /// Whether it can be read as it was meant.
  var isReadable = true

  /// What may stand where the colon should.
  private static let ends: Set<Character> = [" ", ":", ";", ".", "：", "\u{A0}"]

  /// Reads a paragraph's text; nil where it is one that is told.
  init?(_ text: RichText, next: MarkdownBlock?, isAsked: Bool) {
    guard let first = text.runs.first, first.link == nil, let byte = first.text.utf8.first,
      // F, H, A, N, M: with them the labels begin.
      "FHANM".utf8.contains(byte)
    else { return nil }
    let plain = text.plain
    if byte == UInt8(ascii: "H") {
      guard isAsked, let (head, used) = Self.hint(plain) else { return nil }
      isPlain = Self.isPlain(text)
      label = head
      written = head
      words = RichText([RichText.Run(head + ": ")] + text.dropping(used).runs)
      return
    }
    guard plain.utf8.count < 14, !plain.hasSuffix(":") || plain.contains(where: \.isWhitespace),
      let next
    else { return nil }
    let word = String(plain.trimmingEnd(where: Self.ends.contains))
    guard PartReader.bindingLabels.contains(word), PartReader.binds(word, next, isAsked: isAsked)
    else {
      return nil
    }
    isPlain = Self.isPlain(text)
    label = word
    written = plain
    words = RichText(word + ":")
  }

  /// Whether a text has no formatting, so that its words can be written anew.
  private static func isPlain(_ text: RichText) -> Bool {
    text.runs.count == 1 && !text.source.contains { "_*`[\\<&".contains($0) }
  }

  /// Reads a paragraph of an item that begins with another word for a hint, `Tip: …`, or with a slip of
  /// the right one, `Hnit (-25%): …`; nil where it is one that is told.
  init?(clue text: RichText) {
    guard let first = text.runs.first, first.link == nil, first.style == [],
      let (word, price, used) = Self.head(first.text), text.plain.count > used
    else { return nil }
    guard HintWord.means(word, isPriced: !price.isEmpty) else { return nil }
    label = price.hasPrefix("(-") && price.hasSuffix("%)") ? "Hint \(price)" : "Hint"
    written = String(first.text.prefix(used - 1))
    words = RichText([RichText.Run(label + ": ")] + text.dropping(used).runs)
    isPlain = false
  }

  /// The word and the price before a paragraph's colon, and how many characters are used with it.
  private static func head(_ text: String) -> (word: String, price: String, used: Int)? {
    guard let colon = text.utf8.prefix(32).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let head = text[..<colon]
    // In most texts with a colon this early several words stand before it.
    let room = head.firstIndex(ofSign: 0x20).map { head[$0...].trimmedAtStart() } ?? ""
    guard room.isEmpty || room.utf8.first == UInt8(ascii: "(") else { return nil }
    let word = head.prefix(while: \.isLetter)
    let price = head.dropFirst(word.count).trimmed()
    guard !word.isEmpty, word.count < 14,
      price.isEmpty || price.hasPrefix("(") && price.hasSuffix(")")
    else { return nil }
    return (String(word), price, head.count + 1)
  }

  /// Reads a paragraph of an item that is nearly the moment of an inject, `Afetr 20 s:`, `After 20 s`,
  /// `20 s:`, above a quote; nil where it is one that is told.
  init?(moment text: RichText, next: MarkdownBlock?) {
    let plain = text.plain
    guard let next, next.isQuote, plain.utf8.count < 48,
      plain.utf8.contains(where: { $0 &- 0x30 < 10 })
    else { return nil }
    let hasColon = plain.utf8.last == UInt8(ascii: ":")
    let bare = plain.trimmingEnd { ":;.-–— ".contains($0) }
    let word = bare.prefix(while: \.isLetter)
    let typed = bare.dropFirst(word.count).drop { ": ".contains($0) }.trimmed()
    let isAfter = word == "After"
    guard word.isEmpty || isAfter || Self.meansAfter(String(word)) else { return nil }
    let moment = InjectMoment(typed) == nil ? InjectMoment.meant(typed) : typed
    // What is read already, with what is wrong in it, is no slip of this kind; a sentence is none either.
    let isRead = isAfter && hasColon && plain == "After \(typed):"
    guard !isRead, moment != nil || hasColon && !word.isEmpty && !isAfter else { return nil }
    guard !word.isEmpty || hasColon && moment?.hasSuffix(" s") == true else { return nil }
    isReadable = moment != nil
    label = "After " + (moment ?? "20 s")
    written = String(plain.trimmingEnd { $0 == ":" })
    words = RichText(label + ":")
    isPlain = text.runs.count == 1
  }

  private static func meansAfter(_ word: String) -> Bool {
    ["nach", "après", "apres", "dopo", "después"].contains(word.lowercased())
      || word.count > 3 && nearest(to: word, in: ["After"]) != nil
  }

  /// `Hint (-25%) Where?`, `Hint - Where?`, `Hint Where is it?`: the label with its price, and how
  /// many characters stand before its words.
  private static func hint(_ plain: String) -> (head: String, used: Int)? {
    guard plain.hasPrefix("Hint ") else { return nil }
    var rest = plain.dropFirst(5).drop(while: \.isWhitespace)
    var head = "Hint"
    if rest.hasPrefix("(-"), let close = rest.firstIndex(of: ")") {
      let price = rest[...close]
      guard price.hasSuffix("%)"), let value = Int(price.dropFirst(2).dropLast(2)),
        (0...100).contains(value)
      else { return nil }
      head += " " + price
      rest = rest[close...].dropFirst().drop(while: \.isWhitespace)
      if rest.first == ":" { return nil }
    } else if !["- ", "– ", "— "].contains(where: rest.hasPrefix) {
      guard rest.first?.isUppercase == true, rest.hasSuffix("?") else { return nil }
    }
    rest = rest.drop { "-–— ".contains($0) }
    return rest.isEmpty ? nil : (head, plain.count - rest.count)
  }
}
