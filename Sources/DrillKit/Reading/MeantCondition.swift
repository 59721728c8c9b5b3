// SPDX-License-Identifier: GPL-3.0-or-later

/// A condition in other clothes: `(when failed [first](#opening))`, `Only if [first](#opening) was
/// failed:`, `_unless passed [first](#opening)_`, `[when failed first]`.
struct MeantCondition {
  /// The condition as it is written.
  let line: String
  /// Its words, in emphasis; nil where its item can't be found, because the link is missing.
  let words: RichText?

  /// Longer texts are told.
  private static let longest = 240
  /// What ends a condition that is written otherwise.
  private static let ends: Set<Character> = [")", "]", ":", ".", ",", "_", "*"]

  private enum Token {
    case word(String)
    case link(String, String)

    /// In small letters; empty for a link.
    var low: String {
      if case .word(let word) = self { return word.lowercased() }
      return ""
    }

    var isLink: Bool {
      if case .link = self { return true }
      return false
    }
  }

  /// Reads a text; nil where it is one that is told.
  ///
  /// - Parameters:
  ///   - text: A paragraph's.
  ///   - isDirective: Whether it stands, whole, in emphasis.
  init?(_ text: RichText, isDirective: Bool) {
    guard let first = text.runs.first,
      isDirective || first.text.utf8.first == UInt8(ascii: "[")
        || text.runs.contains(where: { $0.link?.hasPrefix("#") == true }),
      Self.mayOpen(first.text),
      // `_when …_` is read, with all that is wrong in it.
      !isDirective || !Self.opens(first.text, with: "when")
        || first.text.utf8.dropFirst(4).first == UInt8(ascii: ":"),
      text.source.utf8.count <= Self.longest
    else { return nil }
    var tokens: [Token] = []
    for run in text.runs {
      if let link = run.link {
        tokens.append(.link(run.text, link))
      } else {
        tokens += run.text.split(whereSeparator: \.isWhitespace).map { .word(String($0)) }
      }
    }
    let isBracketed = first.text.utf8.first == UInt8(ascii: "[")
    if case .word(let word)? = tokens.first {
      tokens[0] = .word(String(word.drop { "([_*".contains($0) }))
    }
    if case .word(let word)? = tokens.last {
      tokens.removeLast()
      let rest = word.trimmingEnd(where: Self.ends.contains)
      if !rest.isEmpty { tokens.append(.word(String(rest))) }
    }
    guard let isNegated = Self.takeOpening(&tokens) else { return nil }
    let parts = tokens.split { $0.low == "and" }.map(Array.init)
    guard (1...2).contains(parts.count), !isNegated || parts.count == 1 else { return nil }
    var terms: [[Token]] = []
    for part in parts {
      guard let term = Self.term(part, isNegated: isNegated, isFree: isDirective || isBracketed)
      else { return nil }
      terms.append(term)
    }
    let joined = Array(terms.joined(separator: [.word("and")]))
    var line = "_when"
    var runs = [RichText.Run("when", style: .emphasis)]
    var isComplete = true
    for token in joined {
      switch token {
      case .word(let word):
        line += " " + word
        runs.append(RichText.Run(" " + word, style: .emphasis))
      case .link(let name, let target):
        line += " [\(name)](\(target))"
        runs.append(RichText.Run(" ", style: .emphasis))
        runs.append(RichText.Run(name, style: .emphasis, link: target))
        if target == Self.somewhere { isComplete = false }
      }
    }
    self.line = line + "_"
    guard isComplete else {
      words = nil
      return
    }
    let words = RichText(runs)
    let place = Place(file: "", line: 1, column: 1)
    guard (try? ConditionParser.parse(words.dropping(4), place: place)) != nil else { return nil }
    self.words = words
  }

  /// The target that is named where the author has to fill it in.
  private static let somewhere = "#scene"

  private static let openings: [StaticString] = ["condition", "if", "only", "unless", "when"]

  /// Whether a text opens with a word of small letters, however it is written.
  private static func opens(_ text: String, with word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    return text.withBytes { bytes in
      guard bytes.count >= count else { return false }
      for offset in 0..<count where bytes[offset] | 0x20 != word.utf8Start[offset] { return false }
      return bytes.count == count || (bytes[count] | 0x20) &- 0x61 >= 26
    }
  }

  /// The cheap test, which nearly every paragraph fails.
  private static func mayOpen(_ text: String) -> Bool {
    guard let byte = text.utf8.first else { return false }
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "_"), UInt8(ascii: "*"): return true
    default:
      return openings.contains { opens(text, with: $0) }
    }
  }

  /// Takes “only if”, “unless”, “condition:” off; gives whether the opposite is meant, nil where no
  /// condition begins so.
  private static func takeOpening(_ tokens: inout [Token]) -> Bool? {
    var isOpen = false
    while let low = tokens.first?.low {
      switch low {
      case "condition:":
        isOpen = true
      case "only": break
      case "if", "when", "when:", "if:":
        tokens.removeFirst()
        return tokens.isEmpty ? nil : false
      case "unless":
        tokens.removeFirst()
        return tokens.isEmpty ? nil : true
      default: return isOpen ? false : nil
      }
      tokens.removeFirst()
    }
    return nil
  }

  private static let tests: Set<String> = [
    "passed", "failed", "timed", "chose", "score", "severity", "variant",
  ]
  /// What goes with “passed” and “failed” in a sentence, and is no item's id.
  private static let particles: Set<String> = [
    "on", "by", "out", "over", "through", "away", "it", "us", "me", "him", "her", "them", "this",
    "that", "here", "there", "again", "already", "to", "in", "at", "down", "up", "back", "along",
  ]

  /// One test as it is read; nil for other words.
  private static func term(_ part: [Token], isNegated: Bool, isFree: Bool) -> [Token]? {
    var part = part
    var isNegated = isNegated
    if part.first?.low == "not" {
      part.removeFirst()
      isNegated.toggle()
    }
    guard let first = part.first else { return nil }
    let start: [Token] = isNegated ? [.word("not")] : []
    if tests.contains(first.low) {
      // `failed first`: the item is named without its link.
      if isFree, part.count == 2, ["passed", "failed"].contains(first.low), let id = id(part[1]) {
        return start + [.word(first.low), .link(id, somewhere)]
      }
      guard part.contains(where: \.isLink) || isFree else { return nil }
      return start + [.word(first.low)] + part.dropFirst()
    }
    // `[first](#opening) was failed`, `first failed`
    let item: Token
    switch first {
    case .link(let name, let target): item = .link(name, target)
    case .word:
      guard isFree, let id = id(first) else { return nil }
      item = .link(id, somewhere)
    }
    var rest = part.dropFirst().map(\.low)
    while let word = rest.first, ["was", "were", "is", "has", "had", "been"].contains(word) {
      rest.removeFirst()
    }
    if rest.first == "not" {
      rest.removeFirst()
      isNegated.toggle()
    }
    guard rest == ["passed"] || rest == ["failed"] || rest == ["timed", "out"] else { return nil }
    return (isNegated ? [.word("not")] : []) + rest.map { .word($0) } + [item]
  }

  /// An item's id.
  private static func id(_ token: Token) -> String? {
    guard case .word(let word) = token, !particles.contains(word),
      word.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
    else { return nil }
    return word
  }
}
