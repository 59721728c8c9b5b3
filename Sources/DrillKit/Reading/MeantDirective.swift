// SPDX-License-Identifier: GPL-3.0-or-later

/// A paragraph of one line that reads as settings, a condition or “detour” and is not, whole, in
/// emphasis: one underscore too few, bold, or no sign at all.
struct MeantDirective {
  /// What was meant.
  enum Kind {
    case settings, condition, detour
  }

  /// What was meant.
  let kind: Kind
  /// The words, in emphasis.
  let words: RichText
  /// The line as it should be; nil where that is not certain, or a word would be another.
  let line: String?
  /// Whether the line begins with “if”, which begins no condition.
  let saysIf: Bool

  /// Longer lines are told, whatever they open with.
  private static let longest = 400
  private static let signs: Set<Character> = ["_", "*", " ", "\t"]

  /// Reads a paragraph's text; nil where it is told.
  ///
  /// - Parameters:
  ///   - text: The paragraph's.
  ///   - line: The line of the source in which it stands.
  ///   - isAsked: Whether it stands under a `###` heading.
  ///   - isFirst: Whether nothing but directives stands between it and its heading.
  init?(_ text: RichText, line: Substring, isAsked: Bool, isFirst: Bool) {
    guard let first = text.runs.first, let end = text.runs.last, Self.mayOpen(first),
      line.utf8.count <= Self.longest
    else { return nil }
    let isWhole = text.runs.allSatisfy { $0.style == .emphasis || $0.text.isBlank }
    let bare = Self.bare(text)
    let opening = bare.plain.prefix { $0.isLetter }.lowercased()
    // A sign that is left in the text has no other to pair with: no sentence is written so.
    let isTorn = !isWhole && (first.text.hasPrefix("_") || end.text.hasSuffix("_"))
    saysIf = opening == "if"
    switch opening {
    case "when" where !isWhole, "if":
      guard Self.isCondition(bare, opening, isTorn: isTorn || isWhole) else { return nil }
      kind = .condition
      words = RichText(
        [RichText.Run("when ", style: .emphasis)] + bare.dropping(opening.count).runs)
      let source = line.trimming(where: Self.signs.contains)
      self.line =
        !saysIf && source.lowercased().hasPrefix(opening)
          && Set(text.runs.map { $0.style.contains(.emphasis) }).count == 1
          && !bare.runs.contains(where: { $0.link == nil && $0.text.contains { "_*".contains($0) } }
          )
        ? "_when\(source.dropFirst(opening.count))_" : nil
    case "detour" where !isWhole:
      guard bare.plain.lowercased() == "detour", !isAsked, isTorn || isFirst else { return nil }
      kind = .detour
      words = RichText([RichText.Run("detour", style: .emphasis)])
      self.line = "_detour_"
    default:
      guard !isWhole, !text.runs.contains(where: { $0.link != nil }),
        let pieces = Self.settings(
          bare.plain, isTorn: isTorn, isAsked: isAsked, isFirst: isFirst)
      else { return nil }
      kind = .settings
      let joined = pieces.joined(separator: "; ")
      words = RichText([RichText.Run(joined, style: .emphasis)])
      self.line = joined.contains { "_*`[\\<&".contains($0) } ? nil : "_\(joined)_"
    }
  }

  /// The cheap test, which nearly every paragraph of a story fails: settings and conditions begin
  /// with a sign, a small letter or a digit, or with one of four words.
  private static func mayOpen(_ run: RichText.Run) -> Bool {
    guard let byte = run.text.utf8.first else { return false }
    if run.style != [] || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "*") { return true }
    if byte &- 0x61 < 26 || byte &- 0x30 < 10 { return true }
    return ["When ", "If ", "Detour", "Id:", "ID:"].contains(where: run.text.hasPrefix)
  }

  /// The text in emphasis, without the signs at its ends.
  private static func bare(_ text: RichText) -> RichText {
    var runs = text.runs.map { RichText.Run($0.text, style: .emphasis, link: $0.link) }
    guard let last = runs.indices.last else { return text }
    runs[0].text = String(runs[0].text.drop(while: signs.contains))
    runs[last].text = String(runs[last].text.trimmingEnd(where: signs.contains))
    return RichText(runs)
  }

  private static func isCondition(_ text: RichText, _ opening: String, isTorn: Bool) -> Bool {
    let rest = text.dropping(opening.count)
    let place = Place(file: "", line: 1, column: 1)
    if (try? ConditionParser.parse(rest, place: place)) != nil {
      return isTorn || text.plain.first?.isLowercase == true
        || rest.runs.contains { $0.link?.hasPrefix("#") == true }
    }
    let second = rest.plain.prefix { !$0.isWhitespace }
    return isTorn && ["passed", "failed", "timed", "chose", "score", "not"].contains(second)
  }

  /// The pieces of a setting line; nil where it may well be a sentence.
  private static func settings(
    _ text: String, isTorn: Bool, isAsked: Bool, isFirst: Bool
  ) -> [String]? {
    guard text.hasByte(UInt8(ascii: ":")) || text.contains(where: \.isNumber) else { return nil }
    var pieces = text.split(separator: ";", omittingEmptySubsequences: false).map { piece in
      String(piece.trimming(where: signs.contains))
    }
    if isAsked, pieces.count == 1, text.hasPrefix("id:") {
      pieces = text.split(separator: ",").map { String($0.trimming(where: signs.contains)) }
    }
    var scratch = ItemSettings()
    var names: [String] = []
    for piece in pieces {
      if let name = try? scratch.apply(piece) { names.append(name) }
    }
    guard let first = names.first else { return nil }
    if isTorn { return isAsked || names.count == pieces.count ? pieces : nil }
    // Words like “watch: the door” are taken for a setting where one is expected only.
    guard names.count == pieces.count else {
      return isAsked && isFirst && names.count * 2 > pieces.count ? pieces : nil
    }
    if pieces.count > 1 || first == "id" || isAsked && isFirst { return pieces }
    let isOpen = ["watch", "competency", "derive"].contains(first)
    return isAsked && !isOpen && text.hasByte(UInt8(ascii: ":")) ? pieces : nil
  }
}
