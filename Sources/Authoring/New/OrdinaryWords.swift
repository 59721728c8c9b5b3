// SPDX-License-Identifier: GPL-3.0-or-later

/// Words that begin many a line of a record, and are nobody's name: those of its own language, and of
/// English, which all languages borrow from. “Kraft” is a word of German, and somebody in English.
enum OrdinaryWords {
  /// Whether a word, in small letters, is one.
  static func hold(_ word: String, in tongue: RecordTongue) -> Bool {
    isSmall(word, in: tongue) || isThing(word, in: tongue) || lands.contains(word)
  }

  /// Whether a word, in small letters, is a small one or a day's or a month's name.
  static func isSmall(_ word: String, in tongue: RecordTongue) -> Bool {
    if englishSmall.contains(word) { return true }
    return switch tongue {
    case .english: false
    case .german: germanSmall.contains(word)
    case .french: frenchSmall.contains(word)
    }
  }

  /// Whether a word, in small letters, is a thing that a record tells of.
  static func isThing(_ word: String, in tongue: RecordTongue) -> Bool {
    if englishThings.contains(word) { return true }
    return switch tongue {
    case .english: false
    case .german: germanThings.contains(word)
    case .french: frenchThings.contains(word)
    }
  }

  /// All of them, in small letters.
  static let all = [germanSmall, frenchSmall, englishThings, germanThings, frenchThings, lands]
    .reduce(englishSmall) { $0.union($1) }

  /// Names that are words of English too.
  static let alsoNames: Set<String> = [
    "will", "mark", "rose", "grace", "joy", "bill", "jack", "dawn", "faith", "hope", "frank",
    "grant", "ray", "rich", "drew", "dean", "art", "pat", "sue", "bob", "gene", "guy", "iris",
    "lily", "ivy", "violet", "olive", "amber", "ruby", "pearl", "summer", "chase", "miles", "max",
    "victor", "penny", "robin", "sky", "rob", "don", "jean", "patience", "harmony", "sage",
  ]

  /// Whether a word, in small letters, is a number behind which things stand.
  static func isNumber(_ word: String) -> Bool { numbers.contains(word) }

  /// Whether a German word, in small letters, is made of several, the last of them one of these:
  /// “kassensystem”.
  static func isCompound(_ word: String) -> Bool {
    ["", "s", "e", "n", "en", "er", "es"].contains { ending in
      guard word.hasSuffix(ending) else { return false }
      let stem = word.dropLast(ending.count)
      guard stem.count > 6 else { return false }
      return (4...(stem.count - 3)).contains { germanThings.contains(String(stem.suffix($0))) }
    }
  }

  /// Words of a text, for the lists.
  static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  private static let numbers = words(
    """
    two three four five six seven eight nine ten eleven twelve twenty hundred several many few zwei
    drei vier fünf sechs sieben acht neun zehn elf zwölf mehrere viele einige deux trois quatre cinq
    six sept huit dix plusieurs quelques
    """)

  private static let lands = words(
    """
    germany german germans france belgium belgian netherlands dutch austria switzerland
    swiss italy italian spain spanish portugal poland polish denmark sweden norway
    finland ireland irish england britain british scotland wales europe european america
    american china chinese india japan luxembourg greece london paris berlin brussels
    amsterdam internet christmas easter deutschland frankreich österreich schweiz belgien
    niederlande allemagne belgique suisse espagne italie gdpr
    """)
}
