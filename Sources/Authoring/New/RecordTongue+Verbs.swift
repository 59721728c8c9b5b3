// SPDX-License-Identifier: GPL-3.0-or-later

/// What somebody does, in the language of a record.
extension RecordTongue {
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

  /// Whether a word, in small letters, is what one person does and hardly a thing: “takes”, “sagte”.
  func isDeed(_ word: String) -> Bool {
    switch self {
    case .english: isAct(word) || (Self.isPresent(word) && isVerb(word))
    case .german: Self.deeds.contains(word)
    case .french: Self.frenchDeeds.contains(word)
    }
  }

  /// Whether a word, in small letters, leads to whoever is told something, as in a chat.
  func tells(_ word: String) -> Bool {
    switch self {
    case .english: Self.telling.contains(word)
    case .german: Self.deeds.contains(word) || ["mit", "bei", "von", "an"].contains(word)
    case .french: Self.frenchDeeds.contains(word) || ["chez", "avec", "par", "à"].contains(word)
    }
  }

  /// Whether a word, in small letters, greets whoever is named behind it.
  func greets(_ word: String) -> Bool { Self.greetings.contains(word) }

  private static let greetings: Set<String> = [
    "hi", "hello", "hey", "dear", "thanks", "thx", "sorry", "morning", "hallo", "liebe", "lieber",
    "danke", "bonjour", "salut", "merci", "chère", "cher",
  ]

  private static let telling: Set<String> = [
    "told", "asked", "called", "rang", "informed", "texted", "pinged", "messaged", "emailed",
    "phoned", "paged", "notified", "alerted", "thanked", "warned", "tell", "ask", "call", "inform",
    "ping", "with", "from", "by", "tells", "asks", "calls", "saw", "and", "cc",
  ]
  private static let deeds: Set<String> = [
    "fragt", "fragte", "bittet", "bat", "ruft", "rief", "informiert", "informierte", "sagt",
    "sagte", "meldet", "meldete", "schreibt", "schrieb", "antwortet", "antwortete", "alarmiert",
    "alarmierte", "trifft", "traf", "hilft", "half", "klickt", "klickte", "vergaß", "vergisst",
    "hat", "nimmt", "nahm", "geht", "ging", "holt", "holte", "öffnet", "öffnete", "schickt",
    "schickte", "glaubt", "glaubte", "meint", "meinte", "sieht", "sah",
  ]
  private static let frenchDeeds: Set<String> = [
    "dit", "demande", "appelle", "répond", "prévient", "informe", "écrit", "a", "ouvre", "clique",
    "prend", "voit", "pense", "oublie", "envoie", "avait", "arrive", "remarque",
  ]

  /// Whether a word is what people alone do, in English or German: “said”.
  func isSpeech(_ word: String) -> Bool { Self.speech.contains(word) }

  private static let speech: Set<String> = [
    "said", "says", "asked", "asks", "told", "tells", "thinks", "thought", "knew", "knows",
    "forgot",
    "forgets", "wrote", "writes", "sagt", "sagte", "fragt", "fragte", "bittet", "bat", "ruft",
    "rief",
    "schreibt", "schrieb", "meint", "meinte", "glaubt", "glaubte", "vergaß", "vergisst", "weiß",
    "wusste",
  ]

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
    "stood", "hung", "lost", "comes", "goes", "leaves", "opens", "were", "hasn't", "hasn’t",
    "won't", "won’t", "can't", "can’t", "wouldn't", "wouldn’t", "shouldn't", "shouldn’t", "became",
    "broke", "fell", "grew", "froze", "blew", "stuck", "spread", "hit", "burnt", "bent", "tore",
    "cut",
    "set", "read", "put", "let", "hurt", "lit", "reset", "won",
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
      "ate", "became", "bent", "bit", "blew", "broke", "built", "burnt", "caught", "chose", "drew",
      "drank", "dug", "fell", "fought", "flew", "froze", "grew", "hid", "hit", "hurt", "knelt",
      "laid", "led", "leant", "learnt", "lent", "lit", "overheard", "overslept", "quit", "rode",
      "shook", "slept", "slid", "sought", "sold", "spent", "spilt", "spread", "stole", "stuck",
      "struck", "swore", "swept", "taught", "tore", "understood", "withdrew", "woke", "won",
      "wept", "reset", "mistook", "misread", "misheard", "were", "hasn't", "hasn’t", "won't",
      "won’t", "can't", "can’t", "wouldn't", "wouldn’t", "shouldn't", "shouldn’t",
      "then", "also", "never", "just", "only", "already", "later", "now", "again", "who", "didn't",
      "wasn't", "hadn't", "isn't", "doesn't", "couldn't", "didn’t", "wasn’t", "hadn’t", "isn’t",
      "doesn’t", "couldn’t", "and", "says", "does", "goes",
    ],
    .german: [
      "war", "rief", "ging", "sah", "kam", "gab", "schrieb", "lief", "nahm", "fand", "sprach",
      "bat", "half", "las", "stand", "ließ", "hielt", "verlor", "vergaß", "bekam", "wurde", "soll",
      "will", "kann", "darf", "muss", "weiß", "wusste", "dann", "auch", "schloss", "trug", "schlug",
      "verließ", "begann", "blieb", "trat", "fuhr", "rannte", "zog", "hob", "warf", "vergab",
      "trank",
      "schlief", "unterschrieb", "verschwieg", "erschrak", "griff", "hing", "sprang", "verstand",
      "übernahm", "erfuhr", "dachte", "brachte", "kannte", "sei", "wäre", "hätte", "nimmt",
    ],
    .french: [
      "a", "est", "dit", "va", "met", "fait", "voit", "sait", "prend", "répond", "avait", "était",
      "ne", "n'était", "se", "lui", "prit", "vit", "fit", "dut", "put",
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
}
