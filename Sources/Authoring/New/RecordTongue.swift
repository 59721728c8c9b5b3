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
      case .english: ["in", "at", "on", "into", "near", "via", "through", "using", "within"]
      case .german: ["in", "auf", "aus", "nach"]
      case .french: ["en", "dans", "via", "sous", "vers"]
      }
    return words.contains(word)
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

  /// Whether a word is likely a verb of which one person is the subject, or leads to one.
  func isVerb(_ word: String) -> Bool {
    guard word.first?.isLowercase == true else { return false }
    let lower = String(word.lowercased().prefix { $0.isLetter || "'’".contains($0) })
    if Self.verbs[self]?.contains(lower) == true { return true }
    guard Self.noVerbs[self]?.contains(lower) != true else { return false }
    switch self {
    case .english: return Self.isPresent(word) || (lower.hasSuffix("ed") && lower.count > 3)
    case .german: return lower.count > 2 && (lower.hasSuffix("t") || lower.hasSuffix("te"))
    case .french:
      return lower.count > 3
        && (lower.hasSuffix("t") || lower.hasSuffix("a")
          || (lower.hasSuffix("e") && !lower.hasSuffix("ée")))
    }
  }

  /// Whether a word is what one person does, in English: “asks”.
  static func isPresent(_ word: String) -> Bool {
    guard word.first?.isLowercase == true else { return false }
    let lower = word.prefix(while: \.isLetter)
    return lower.count > 3 && lower.hasSuffix("s") && !lower.hasSuffix("ss")
  }

  /// Whether an English word is surely what one person does, and no noun of several: “was”.
  func isCertainVerb(_ word: String) -> Bool {
    let lower = String(word.prefix { $0.isLetter || "'’".contains($0) })
    return Self.certain.contains(lower)
      || (Self.verbs[self]?.contains(lower) == true
        && !Self.loose.contains(lower))
  }

  /// Whether an English word leads to whoever is told something, or is with somebody.
  func leadsToSomebody(_ word: String) -> Bool {
    self == .english
      && ["told", "asked", "called", "informed", "with", "by", "and", "gave", "thanked"]
        .contains(word)
  }

  /// Whether an English word is what somebody did, and no month or thing does.
  func isAct(_ word: String) -> Bool {
    self == .english && isCertainVerb(word) && !Self.states.contains(word)
  }
  private static let states: Set<String> = [
    "is", "was", "has", "had", "will", "can", "could", "would", "should", "must", "may", "did",
    "does", "came", "began", "brought", "saw", "made", "isn't", "wasn't", "hadn't", "didn't",
    "doesn't", "couldn't", "isn’t", "wasn’t", "hadn’t", "didn’t", "doesn’t", "couldn’t", "ran",
    "stood", "hung", "lost", "comes", "goes", "leaves", "opens",
  ]

  /// Whether a word in small letters is itself a verb, which a note without its subject begins with.
  func isVerbForm(_ word: String) -> Bool {
    guard self == .english else { return false }
    return word.hasSuffix("ed") || word.hasSuffix("ing") || Self.verbs[self]?.contains(word) == true
  }

  private static let certain: Set<String> = [
    "takes", "asks", "tells", "walks", "opens", "brings", "gives", "sends", "goes", "comes",
    "finds", "sees", "thinks", "knows", "writes", "leaves", "says", "walks", "rings", "meets",
    "forgets", "gets",
  ]
  /// Verbs, as a rule, but they follow many other words too.
  private static let loose: Set<String> = [
    "then", "also", "never", "just", "only", "already", "later", "now", "again", "who", "and",
    "set", "read", "cut", "left", "found", "put", "let",
  ]

  private static let verbs: [Self: Set<String>] = [
    .english: [
      "is", "was", "has", "had", "will", "can", "could", "would", "should", "must", "may", "did",
      "does", "said", "saw", "forgot", "left", "took", "went", "told", "gave", "wrote", "came",
      "put", "ran", "knew", "made", "sent", "got", "kept", "thought", "found", "rang", "spoke",
      "heard", "began", "brought", "bought", "held", "lost", "met", "paid", "read", "sat", "set",
      "shut", "stood", "let", "cut", "hung", "wore", "drove", "felt", "meant", "threw", "tried",
      "then", "also", "never", "just", "only", "already", "later", "now", "again", "who", "didn't",
      "wasn't", "hadn't", "isn't", "doesn't", "couldn't", "didn’t", "wasn’t", "hadn’t", "isn’t",
      "doesn’t", "couldn’t", "and", "says", "does", "goes",
    ],
    .german: [
      "war", "rief", "ging", "sah", "kam", "gab", "schrieb", "lief", "nahm", "fand", "sprach",
      "bat", "half", "las", "stand", "ließ", "hielt", "verlor", "vergaß", "bekam", "wurde", "soll",
      "will", "kann", "darf", "muss", "weiß", "wusste", "dann", "auch",
    ],
    .french: [
      "a", "est", "dit", "va", "met", "fait", "voit", "sait", "prend", "répond", "avait", "était",
      "vient", "n'a", "n’a", "s'est", "s’est", "l'a", "l’a", "qui", "doit", "peut", "veut", "perd",
    ],
  ]
  private static let noVerbs: [Self: Set<String>] = [
    .english: [
      "across", "towards", "besides", "less", "this", "its", "his", "need", "indeed",
      "terminals", "cards", "visitors", "customers", "guests", "routers", "passwords", "accounts",
      "servers", "printers", "computers", "laptops", "numbers", "names", "tickets", "tills",
      "counters", "doors", "keys", "badges", "vehicles", "tools", "teams", "records", "heaters",
      "lights", "items", "details", "copies", "pages", "letters", "emails", "messages", "weeks",
      "days", "hours", "minutes", "times", "clients", "members", "tenants", "people",
    ],
    .german: [
      "nicht", "mit", "seit", "jetzt", "erst", "sonst", "fast", "laut", "damit", "zuletzt", "samt",
      "heute", "rechte",
    ],
    .french: [
      "tout", "avant", "pendant", "quant", "devant", "dont", "contre", "entre", "comme", "cette",
      "toute", "même", "encore", "seule", "depuis", "totale", "totalement", "sans", "notre",
      "leurs",
    ],
  ]

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
          "ung", "ungen", "heit", "keit", "schaft", "tion", "tionen", "nummer", "nummern", "daten",
          "karte", "karten", "liste", "dienst", "gerät", "besucher",
        ]
      case .french: ["tion", "tions", "sion", "sions", "ment", "ments", "age", "eur", "eurs"]
      }
    return word.count > 7 && endings.contains { word.hasSuffix($0) }
  }

  /// Who does something, by a role: “the clerk”; only English has one article for all.
  func the(_ role: String) -> String { self == .english ? "the \(role)" : role }
}
