// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// What the words of a record give away: that somebody was told, that something came late, which
/// facts of the policies hold.
enum IncidentWords {
  private static let telling = [
    "told", "informed", "notified", "called", "rang", "phoned", "paged", "alerted", "escalated",
    "reported to", "reports to", "tells", "calls", "informs", "notifies",
  ]
  private static let outside = [
    "authority", "regulator", "supervisory", "ico", "commissioner", "csirt", "acquirer",
    "attorney general", "people concerned", "affected people", "affected customers",
    "affected guests", "data subjects",
  ]
  private static let customers = [
    "customer", "guest", "client", "caller", "passenger", "patient", "tenant", "subscriber",
    "user", "visitor", "resident", "member", "student", "parent", "citizen",
  ]
  private static let press = ["press", "journalist", "reporter", "media", "newspaper", "public"]
  private static let words = [
    "told", "said", "wrote", "message", "statement", "repl", "letter", "communicat", "informed",
    "notif", "sent", "announce", "release", "response to", "apolog", "wording", "published",
  ]
  private static let saying = [
    "replied", "answered", "wrote to", "mailed", "e-mailed", "emailed", "responded", "apologised",
    "apologized", "said to", "letter to", "message to", "told the",
  ]
  private static let lateness = [
    "late", "missed", "forgot", "overlooked", "not told", "nobody told", "not informed", "delay",
    "unnoticed", "too long", "only then", "should have", "not noticed", "ignored",
  ]

  /// Somebody was told.
  static func tells(_ text: String) -> Bool { holds(text, telling) }
  /// Somebody outside was told, for whom the policies have clocks.
  static func tellsOutside(_ text: String) -> Bool { tells(text) && holds(text, outside) }
  /// Something was said to a customer, or in public.
  static func speaks(_ text: String) -> Bool {
    (holds(text, saying) && holds(text, customers))
      || (quote(in: text) != nil && holds(text, ["says", "said"])
        && holds(text, customers + press))
      || (answersSomebody(text) && (holds(text, customers) || comes(text)))
  }
  /// Somebody is told something who is not named: “told her that we are sorry”, but not “told her
  /// manager”.
  private static func answersSomebody(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }
    return words.indices.dropFirst().contains { index in
      guard spoken.contains(words[index - 1]) || words[index - 1] == "to" else { return false }
      if words[index - 1] == "to" {
        guard index > 1, spokenTo.contains(words[index - 2]) else { return false }
      }
      let next = index + 1 < words.count ? words[index + 1] : "that"
      return ["him", "them"].contains(words[index])
        || (words[index] == "her" && behindHer.contains(next))
    }
  }
  private static let spoken: Set<Substring> = [
    "told", "tell", "tells", "promised", "answered", "assured", "offered",
  ]
  private static let spokenTo: Set<Substring> = [
    "explained", "apologised", "apologized", "replied", "said", "wrote", "apologise", "apologize",
  ]
  private static let behindHer: Set<Substring> = [
    "that", "we", "to", "about", "she", "it", "how", "what", "when", "where", "why", "and", "there",
    "somebody", "someone", "nobody", "so", "the", "a", "it's", "he", "they", "i", "in", "on", "by",
    "for", "our", "not", "everything", "nothing",
  ]
  /// Somebody from outside comes, or complains.
  static func comes(_ text: String) -> Bool {
    holds(
      text,
      [
        "complain", "is angry", "was angry", "comes to the", "came to the", "comes back",
        "came back", "at the counter", "to the counter", "refund", "money back", "upset", "furious",
      ])
  }
  /// Words that speak of somebody's data.
  static func isOfData(_ text: String) -> Bool {
    holds(
      text,
      [
        "data", "card number", "personal", "photo of", "password", "passport", "wrong recipient",
        "guest list", "customer list", "list of names", "leak", "privacy", "mailing list",
      ])
  }
  /// A heading stands above what was said to customers or in public: “What we told tenants”.
  static func isSaid(heading: String) -> Bool {
    holds(heading, words) && holds(heading, customers + press)
      && !holds(heading, ["who ", "when "])
  }
  /// Somebody from outside calls, to whom nothing was told.
  static func callsIn(_ text: String) -> Bool {
    let outsiders = customers + press
    return holds(
      text,
      outsiders.flatMap { word in
        [word, "\(word)s"].flatMap { word in
          ["call", "rang", "ring", "phone", "complain"].map { "\(word) \($0)" }
        }
      })
  }
  /// Words of at least four that stand in quotes.
  static func quote(in text: String) -> String? {
    for (open, close) in [("\"", "\""), ("“", "”"), ("„", "“"), ("«", "»")] {
      guard let start = text.firstRange(of: open),
        let end = text[start.upperBound...].firstRange(of: close)
      else { continue }
      let words = String(text[start.upperBound..<end.lowerBound]).trimmed()
      if words.split(separator: " ").count > 3 { return words }
    }
    return nil
  }
  /// Whether two lines hold a word of some length together, or one in capitals such as DPO.
  static func share(_ a: String, _ b: String) -> Bool {
    let words = [a, b].map { text in
      Set(
        text.split { !$0.isLetter }.filter {
          $0.count > 4 || ($0.count > 1 && $0.allSatisfy(\.isUppercase))
        }
        .map { $0.lowercased() }.filter { !telling.contains($0) })
    }
    return !words[0].isDisjoint(with: words[1])
  }
  /// Something was missed, or came late.
  static func isLate(_ text: String) -> Bool { holds(text, lateness) }

  /// Words that stand for a value of the policies, where it is one.
  private static let synonyms: [(value: String, words: [String])] = [
    (
      "lost device",
      [
        "lost laptop", "laptop was lost", "stolen laptop", "laptop lost", "left a laptop",
        "left the laptop", "lost a laptop", "lost phone", "stolen", "rucksack",
        "usb stick", "left on the train",
      ]
    ),
    (
      "misdirected message",
      [
        "wrong recipient", "wrong address", "wrong hotel", "wrong customer", "wrong person",
        "misdirected", "sent to the wrong", "wrong list", "wrong distribution list",
        "wrong people", "wrong company", "wrong mailbox",
      ]
    ),
    ("ransomware", ["ransom", "encrypted our files"]),
    ("phishing", ["phish"]),
    (
      "intrusion",
      ["intruder", "attacker", "broke in", "unauthorised access", "unauthorized access"]
    ),
    ("card data in clear", ["card number in"]),
    ("data exposure", ["exposed", "publicly", "leak", "open to anyone", "for sale"]),
    ("contact", ["name", "address", "e-mail", "email", "telephone", "phone number"]),
    ("identity document", ["passport", "identity card", "driving licence"]),
    ("payment card", ["card number", "credit card", "payment card"]),
    ("credentials", ["password", "sign-in"]),
    ("health", ["health", "medical", "allerg"]),
    ("birthday", ["birthday", "date of birth", "birth date"]),
    ("booking", ["booking", "reservation"]),
    ("unprotected", ["not encrypted", "unencrypted", "in clear", "no password", "unprotected"]),
    ("encrypted", ["was encrypted", "encrypted disk", "fully encrypted"]),
    ("EU residents", ["belgium", "germany", "france", "netherlands", "eu resident"]),
    ("UK residents", ["united kingdom", "uk resident", "british"]),
  ]

  /// The values of a key's vocabulary that a text speaks of.
  static func values(of vocabulary: [String], in text: String) -> [String] {
    vocabulary.filter { value in
      holds(text, [value.lowercased()])
        || synonyms.contains { $0.value == value && holds(text, $0.words) }
    }
  }

  /// The largest whole number that counts something: no year, no time, no part of a number or an id.
  static func count(in text: String) -> Int? {
    text.split(whereSeparator: \.isWhitespace).compactMap { word -> Int? in
      let bare = word.drop { "(~≈".contains($0) }
      let core = bare.last.map { ",.;:)".contains($0) } == true ? bare.dropLast() : bare
      let digits = core.filter { $0 != "," && $0 != "." && $0 != "’" }
      guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy({ $0.isASCII && $0.isNumber })
      else { return nil }
      let groups = core.split { ",.’".contains($0) }
      guard groups.count == 1 || groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
        return nil
      }
      return Int(digits)
    }.max()
  }

  /// Whether one of some words or phrases stands in a text, at the start of a word.
  private static func holds(_ text: String, _ phrases: [String]) -> Bool {
    let text =
      " "
      + text.lowercased().map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : " " }
      .split(separator: " ").map { String($0) }.joined(separator: " ") + " "
    return phrases.contains { text.contains(" \($0)") }
  }
}
