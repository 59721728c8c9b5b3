// SPDX-License-Identifier: GPL-3.0-or-later

/// Words that begin many a line of a record, and are nobody's name.
enum OrdinaryWords {
  /// All of them, in small letters.
  static let all = small.union(things).union(lands)

  /// Whether a word, in small letters, is one.
  static func hold(_ word: String) -> Bool { all.contains(word) }

  /// Whether a word, in small letters, is a small one or a day's or a month's name.
  static func isSmall(_ word: String) -> Bool { small.contains(word) }

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

  private static let small = englishSmall.union(germanSmall).union(frenchSmall)
  private static let things = englishThings.union(germanThings).union(frenchThings)
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
