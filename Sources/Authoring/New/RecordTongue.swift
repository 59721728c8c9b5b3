// SPDX-License-Identifier: GPL-3.0-or-later

/// The language in which a record is written, as far as names need it.
enum RecordTongue {
  case english, german, french

  /// The language whose small words are the most among a record's.
  init(of words: [Substring]) {
    var counts: [Self: Int] = [:]
    for word in words {
      for (tongue, signs) in Self.signs where signs.contains(word) {
        counts[tongue, default: 0] += 1
      }
    }
    let most = counts.max { ($0.value, $1.key == .english ? 1 : 0) < ($1.value, 0) }
    self = most.map(\.key) ?? .english
    if counts[.english] == most?.value { self = .english }
  }

  /// Words that one language has and the others have not.
  private static let signs: [Self: Set<Substring>] = [
    .english: ["the", "and", "of", "to", "was", "is", "that", "we", "by", "if", "with", "it"],
    .german: [
      "der", "das", "und", "nicht", "ist", "wird", "wurde", "mit", "auf", "ein", "eine", "den",
      "dem", "im", "ob", "zu", "von", "sich",
    ],
    .french: [
      "le", "la", "les", "et", "des", "une", "un", "est", "pas", "à", "du", "que", "dans", "au",
      "sur", "pour",
    ],
  ]

  private static let articles: [Self: Set<String>] = [
    .english: [
      "the", "a", "an", "our", "their", "its", "this", "that", "these", "those", "every", "each",
      "some", "any", "no", "all", "my", "your", "new", "old",
    ],
    .german: [
      "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines",
      "im", "am", "zum", "zur", "beim", "vom", "ins", "kein", "keine", "keinen", "unser", "unsere",
      "unserem", "ihre", "ihr", "seine", "sein", "diese", "dieser", "dieses", "alle", "allen",
    ],
    .french: [
      "le", "la", "les", "l", "un", "une", "des", "du", "au", "aux", "notre", "nos", "son", "sa",
      "ses", "leur", "leurs", "ce", "cette", "ces", "chaque", "tous", "toutes",
    ],
  ]

  /// Whether a word stands before nouns, and before no name.
  func isArticle(_ word: String) -> Bool { Self.articles[self]?.contains(word) == true }

  /// Whether a word leads to a place or a thing rather than to somebody.
  func leadsToPlace(_ word: String) -> Bool {
    let words: Set<String> =
      switch self {
      case .english: ["in", "at", "on", "into", "within"]
      case .german: ["in", "auf", "aus", "nach"]
      case .french: ["en", "dans", "sous"]
      }
    return words.contains(word)
  }

  /// Whether a small word within names is also one before them: “Anruf von Lena”, “le sac de Lena”.
  func isOf(_ word: String) -> Bool {
    switch self {
    case .english: false
    case .german: ["von", "zu"].contains(word)
    case .french: ["de", "du", "des", "d"].contains(word)
    }
  }

  /// Whether a word leads to somebody, in a language where all nouns have capitals.
  func leadsToPerson(_ word: String) -> Bool { self == .german && Self.personal.contains(word) }

  /// Whether a word turns a sentence round, so that whoever does it stands behind the verb.
  func turns(_ word: String) -> Bool { self == .german && Self.adverbs.contains(word) }

  private static let adverbs: Set<String> = [
    "danach", "dann", "dort", "später", "zuerst", "zuletzt", "daraufhin", "anschließend", "nun",
    "schließlich", "jetzt", "heute", "gestern", "dabei", "deshalb", "daher", "uhr", "inzwischen",
    "leider", "trotzdem", "sofort", "erst", "hier", "da",
  ]

  private static let personal: Set<String> = [
    "fragt", "fragte", "bittet", "bat", "ruft", "rief", "informiert", "informierte", "sagt",
    "sagte", "meldet", "meldete", "schreibt", "schrieb", "antwortet", "antwortete", "alarmiert",
    "alarmierte", "trifft", "traf", "unterrichtet", "hilft", "half", "von", "mit", "bei", "an",
    "durch", "inkl", "inklusive", "samt", "außer",
  ]

  /// Whether a word opens a clause in which somebody may stand before a verb.
  func opensClause(_ word: String) -> Bool {
    self == .german
      && ["wie", "dass", "weil", "nachdem", "bevor", "als", "ob", "was"].contains(word)
  }

  /// Whether a word joins two people.
  func joins(_ word: String) -> Bool {
    ["and", "und", "et", "&", "or", "oder", "ou"].contains(word)
  }

  /// Whether an ending is one of nouns that stand for things.
  func hasEndingOfNoun(_ word: String) -> Bool {
    let endings =
      switch self {
      case .english:
        [
          "tion", "sion", "tions", "sions", "ment", "ments", "ness", "ware", "ship", "able", "ible",
          "ous", "ful", "less",
        ]
      case .german:
        [
          "ig", "lich", "isch", "bar", "sam", "los", "haft", "weise", "ung", "ungen", "heit",
          "keit", "schaft", "tion", "tionen", "nummer", "nummern", "daten",
          "karte", "karten", "liste", "dienst", "gerät", "besucher",
        ]
      case .french: ["tion", "tions", "sion", "sions", "ment", "ments", "age", "eur", "eurs"]
      }
    let least = self == .german ? 5 : 7
    return word.count > least && endings.contains { word.hasSuffix($0) }
  }

  /// Whether a word, in small letters, tells how or when, or what was done before: “luckily”.
  func isManner(_ word: String) -> Bool {
    guard word.count > 4 else { return false }
    switch self {
    case .english: return word.hasSuffix("ly") || word.hasSuffix("ing") || word.hasSuffix("ed")
    case .german:
      // “gesendet”, “geschickt”, “gegeben”
      let isDone =
        word.hasPrefix("ge")
        && ["et", "ckt", "llt", "tzt", "cht", "sst", "hlt", "agt", "en"].contains(
          where: word.hasSuffix)
      return isDone || word.hasSuffix("weise") || word.hasSuffix("end") || word.hasSuffix("ens")
    case .french: return word.hasSuffix("ment") || word.hasSuffix("ant") || word.hasSuffix("és")
    }
  }

  /// Whether a word, in small letters, has an ending of German words that stand before nouns.
  func isQuality(_ word: String) -> Bool {
    self == .german && word.count > 4 && (word.hasSuffix("es") || word.hasSuffix("em"))
  }

  /// Whether a word opens a clause that says who somebody is: “who was ill”.
  func opensRelative(_ word: String) -> Bool {
    ["who", "whose", "whom", "der", "die", "deren", "dessen", "qui", "dont"].contains(word)
  }

  /// Who does something, by a role: “the clerk”, also where “Clerk” begins a line; only English has
  /// one article for all.
  func the(_ role: String) -> String {
    guard self == .english else { return role }
    let words = role.split(separator: " ").map(String.init)
    let beginsLine =
      words.first.map(NameForm.isWord) == true
      && !words.dropFirst().contains { $0.first?.isUppercase == true }
    return "the \(beginsLine ? role.prefix(1).lowercased() + role.dropFirst() : role)"
  }
}
