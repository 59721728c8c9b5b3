// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// The words of a name: given and family names, and initials such as “J.” that stand for them.
enum NameForm {
  /// Whether a word is one of a name: a capital, then small letters, and no common word.
  static func isWord(_ word: String) -> Bool {
    guard let first = word.first, first.isUppercase, word.count > 1 else { return false }
    return word.dropFirst().contains(where: \.isLowercase) && !common.contains(word.lowercased())
      && word.allSatisfy(isSign)
  }

  /// Whether a word stands before a name: “Mr”, “Dr.”.
  static func isTitle(_ word: String) -> Bool {
    word.first?.isUppercase == true && titles.contains(word.lowercased().filter(\.isLetter))
  }

  /// Whether a word is one that stands before a name, in small letters: “mr”, and not “miss”.
  static func isSmallTitle(_ word: String) -> Bool {
    word.first?.isLowercase == true
      && ["mr", "mrs", "ms", "mx", "dr", "prof", "mme", "mlle", "herr", "frau", "hr"].contains(
        word.filter(\.isLetter))
  }

  /// Whether a word is a small one within a family name: “van”, “der”.
  static func isParticle(_ word: String) -> Bool { particles.contains(word) }

  /// Whether words with capitals are those of an authority, and no name of somebody.
  static func isInstitution(_ words: [String]) -> Bool {
    words.contains { institutions.contains($0.lowercased().filter(\.isLetter)) }
  }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "madam", "mevr", "mw", "dhr", "mme",
    "mlle", "monsieur", "madame", "herr", "frau", "hr", "señor", "señora", "sr", "sra",
  ]
  private static let particles: Set<String> = [
    "van", "von", "der", "den", "de", "ter", "zu", "di", "da", "del", "della", "dos", "el", "al",
    "bin", "ibn",
  ]
  private static let institutions: Set<String> = [
    "authority", "regulator", "commission", "commissioner", "agency", "ministry", "police",
    "csirt", "ombudsman", "court", "brigade",
  ]

  /// Whether a word is a family name in capitals, which is told from a short form such as “IT” only
  /// beside an initial.
  static func isLoud(_ word: String) -> Bool {
    word.count > 2 && word.allSatisfy { isSign($0) && !$0.isLowercase }
      && word.contains(where: \.isUppercase)
  }

  private static func isSign(_ sign: Character) -> Bool { sign.isLetter || "-'’".contains(sign) }

  /// The initials that a word is, “J.”, “J.K.” or “J.-K.”, without signs around it; nil for any
  /// other word.
  static func initials(_ word: String) -> String? {
    var text = word.drop { !$0.isLetter }
    while let last = text.last, last != ".", !last.isLetter { text = text.dropLast() }
    guard text.last == "." else { return nil }
    let letters = text.dropLast().split(omittingEmptySubsequences: false) { ".".contains($0) }
    let areSingle = letters.allSatisfy { piece in
      let letter = piece.hasPrefix("-") ? piece.dropFirst() : piece
      return letter.count == 1 && letter.allSatisfy(\.isUppercase)
    }
    return areSingle && !countries.contains(String(text)) ? String(text) : nil
  }

  /// Whether a text is a name of two to four words: “Jane Okafor”, “J. Okafor”, “Okafor, J.”.
  static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ").map(String.init)
    guard (2...4).contains(words.count) else { return false }
    var hasWord = false
    for (index, word) in words.enumerated() where initials(word) == nil {
      let next = index + 1 < words.count ? words[index + 1] : ""
      let isTurned = word.hasSuffix(",") && initials(next) != nil
      let bare = isTurned ? String(word.dropLast()) : word
      guard isWord(bare) || (isLoud(bare) && words.contains { initials($0) != nil }) else {
        return false
      }
      hasWord = true
    }
    return hasWord
  }

  /// The forms in which a name is written elsewhere in a record: “Jane Okafor” is also “J. Okafor”,
  /// “Okafor, J.”, “Okafor J.” and “Okafor, Jane”.
  static func forms(of name: String) -> [String] {
    let words = name.split(separator: " ").map { String($0.filter { $0 != "," }) }
    let isTurned = name.contains(",")
    guard words.count > 1 else { return [name] }
    let family = isTurned ? words[0] : words[words.count - 1]
    let given = isTurned ? Array(words.dropFirst()) : Array(words.dropLast())
    guard initials(family) == nil else { return [name] }
    let letters = given.flatMap { word in
      initials(word).map { $0.filter(\.isLetter).map { "\($0)." } } ?? [word.prefix(1) + "."]
    }
    // “Jean-Luc” is “J.” and “J.-L.”.
    let hyphened = given.map { word in
      initials(word) ?? word.split(separator: "-").map { $0.prefix(1) + "." }.joined(separator: "-")
    }.joined(separator: " ")
    var forms = [name]
    let all = given.joined(separator: " ")
    let shorter = [hyphened, letters.joined(separator: " "), letters.joined(), letters.first ?? ""]
    for before in [all] + shorter {
      forms += ["\(before) \(family)", "\(family), \(before)", "\(family) \(before)"]
    }
    var seen: Set<String> = []
    return forms.filter { seen.insert($0).inserted }
  }

  private static let countries: Set<String> = ["U.K.", "U.S.", "E.U.", "U.N.", "A.M.", "P.M."]

  /// Whether a word in small letters is common at a line's start, or a month's name.
  static func isCommon(_ word: String) -> Bool { common.contains(word) }

  private static let common: Set<String> = [
    "the", "a", "an", "we", "it", "he", "she", "they", "i", "on", "at", "in", "after", "before",
    "this", "that", "there", "nobody", "somebody", "someone", "all", "no", "one", "when", "told",
    "our", "his", "her", "their", "then", "and", "but", "from", "to", "guests", "customers",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "email", "e-mail", "word", "excel", "what", "which", "who", "only",
    "dear", "hello", "affected", "everybody", "everyone", "people", "staff", "hi", "sorry",
    "regards", "thanks", "kind", "ask", "asked", "tell", "call", "called", "inform", "informed",
    "rang", "phoned", "paged", "emailed", "alerted", "notify", "notified", "contact", "contacted",
    "remind", "reminded", "warn", "warned", "thank", "brief", "briefed", "met", "invited",
  ]
}
