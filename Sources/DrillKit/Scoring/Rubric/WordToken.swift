// SPDX-License-Identifier: GPL-3.0-or-later

/// A word of a reply or of a phrase, made comparable.
struct WordToken: Hashable, Sendable {
  /// Where the word was typed, in Unicode scalars; both words of a contraction have its range.
  var range: Range<Int>
  /// Lower case with accents, as the stemmer wants it.
  var lowered: String
  /// Lower case without accents; a number in its normal form.
  var folded: String
  /// The number of the sentence, from 0.
  var sentence: Int
  /// Whether a comma, bracket, dash or the like stands between the word before and this one.
  var followsBreak: Bool
  /// Whether it is a number or a sign, which has no stem.
  var isNumber: Bool
  /// Whether a `*` follows at once: in a phrase, any ending.
  var hasStar: Bool

  /// The names under which a currency or a percentage is the same, however it is written.
  private static let signs: [String: String] = [
    "€": "¤eur", "eur": "¤eur", "euro": "¤eur", "euros": "¤eur",
    "£": "¤gbp", "gbp": "¤gbp", "pound": "¤gbp", "pounds": "¤gbp",
    "$": "¤usd", "usd": "¤usd", "dollar": "¤usd", "dollars": "¤usd",
    "¥": "¤jpy", "jpy": "¤jpy", "yen": "¤jpy", "chf": "¤chf",
    "%": "¤%", "percent": "¤%", "prozent": "¤%", "percento": "¤%",
  ]

  private static let codes: Set<String> = [
    "€", "£", "$", "¥", "eur", "gbp", "usd", "jpy", "chf",
  ]

  /// The common name of a currency or of the percent sign, or nil for any other word.
  var sign: String? { Self.signs[folded] }

  /// Whether the word may stand before an amount as well as after it: `EUR 25`.
  var isCurrencyCode: Bool { Self.isCurrencyCode(folded) }

  /// Whether a word in lower case is a currency's sign or code.
  static func isCurrencyCode(_ word: String) -> Bool { codes.contains(word) }

  /// The word under all names by which another may equal it: as typed, by its stem, and by the
  /// spellings that its language has for it.
  func keys(language: RubricLanguage, stemmer: borrowing Stemmer) -> [String] {
    var keys = [folded]
    if let sign { keys.append(sign) }
    guard !isNumber else { return keys }
    // Two or three as a rule: a set would cost more than it saves.
    func add(_ key: String) {
      if !keys.contains(key) { keys.append(key) }
    }
    add(LetterFolding.folded(stemmer.stem(lowered)))
    if folded != lowered { add(stemmer.stem(folded)) }
    for spelling in Self.spellings(of: lowered, in: language.code) {
      add(spelling)
      add(LetterFolding.folded(stemmer.stem(spelling)))
    }
    return keys
  }

  /// Endings that British and American English write in two ways.
  private static let endings: [(british: String, american: String)] = {
    let verbs = ["e", "ed", "es", "er", "ers", "ing", "able", "ation", "ations"]
    let nouns = ["", "s", "ed", "ing", "able", "ite", "ites"]
    return verbs.flatMap { [("is" + $0, "iz" + $0), ("ys" + $0, "yz" + $0)] }
      + nouns.map { ("our" + $0, "or" + $0) }
  }()

  /// Other spellings of one word: British and American English, German without umlauts.
  private static func spellings(of word: String, in code: String) -> [String] {
    switch code {
    case "en":
      // Few words have “is”, “ys” or “ur”, and most of them none of the endings.
      let mayDiffer = word.withBytes { bytes in
        zip(bytes, bytes.dropFirst()).contains { first, second in
          second == UInt8(ascii: "s") && (first == UInt8(ascii: "i") || first == UInt8(ascii: "y"))
            || second == UInt8(ascii: "r") && first == UInt8(ascii: "u")
        }
      }
      guard mayDiffer else { return [] }
      for (british, american) in endings where word.hasSuffix(british) {
        let stem = word.dropLast(british.count)
        if stem.count >= 3 { return [stem + american] }
      }
      return []
    case "de":
      guard word.contains(where: { "äöü".contains($0) }) else { return [] }
      let spelled: [Character: String] = ["ä": "ae", "ö": "oe", "ü": "ue"]
      return [LetterFolding.folded(word.map { spelled[$0] ?? String($0) }.joined())]
    default:
      return []
    }
  }
}
