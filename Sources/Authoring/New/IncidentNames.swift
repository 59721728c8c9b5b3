// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Finds what may be the names of people in a record, and writes their roles instead.
struct IncidentNames {
  private let roles: [String: String]
  private let known: Set<String>

  /// Names of a record; what the policies call by name, such as an owner, is none.
  init(_ record: IncidentRecord, vocabulary: [String]) {
    var roles = record.roles
    for (name, role) in Self.inBrackets(record.words) where roles[name] == nil {
      roles[name] = role
    }
    self.roles = roles
    known = Set(vocabulary.flatMap { $0.split(separator: " ").map { $0.lowercased() } })
  }

  /// A text with roles for the names whose role the record gives.
  func withRoles(_ text: String) -> String {
    var text = text
    for (name, role) in roles.sorted(by: { ($1.key.count, $0.key) < ($0.key.count, $1.key) }) {
      text = text.replacing("\(name) (\(role))", with: "the \(role)")
      text = text.replacing(name, with: "the \(role)")
    }
    // Parts of a name stand for whoever bears it, where nobody else does.
    for (name, role) in roles {
      for part in name.split(separator: " ") {
        let bearers = roles.keys.filter { $0.split(separator: " ").contains(part) }
        if bearers.count == 1, part.count > 2 {
          text = Self.replacing(part, in: text, "the \(role)")
        }
      }
    }
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  private static func replacing(_ word: Substring, in text: String, _ other: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { piece in
      let core = piece.drop { !$0.isLetter }.prefix { $0.isLetter || $0 == "-" }
      return core == word ? String(piece).replacing(word, with: other) : String(piece)
    }.joined(separator: " ")
  }

  // MARK: Finding

  /// What may be the name of somebody in a text: words with capitals side by side, one where
  /// somebody is told or does something, and addresses of mail.
  func found(in text: String) -> [String] {
    var found: [String] = []
    var run: [String] = []
    var before = ""
    func end() {
      if run.count > 1 { found.append(run.joined(separator: " ")) }
      run = []
    }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    for (index, word) in words.enumerated() {
      let bare = Self.bare(word)
      if bare.contains("@"), bare.contains(".") { found.append(bare) }
      if isCapital(bare) {
        run.append(bare)
        let next = index + 1 < words.count ? Self.bare(words[index + 1]).lowercased() : ""
        let isAlone =
          run.count == 1 && !(index + 1 < words.count && isCapital(Self.bare(words[index + 1])))
        if isAlone, Self.told.contains(before) || Self.acting.contains(next) { found.append(bare) }
      } else {
        end()
      }
      if word.last?.isPunctuation == true { end() }
      before = bare.lowercased()
    }
    end()
    var seen: Set<String> = []
    return found.filter { seen.insert($0).inserted }
  }

  private static let told: Set<String> = [
    "told", "called", "informed", "rang", "phoned", "paged", "asked", "emailed", "alerted",
    "notified", "with", "from",
  ]
  private static let acting: Set<String> = [
    "told", "called", "rang", "phoned", "said", "says", "noticed", "found", "opened", "sent",
    "reported", "calls", "asked", "wrote", "paged", "forgot", "saw", "clicked", "left", "was",
  ]
  private static let common: Set<String> = [
    "the", "a", "an", "we", "it", "he", "she", "they", "i", "on", "at", "in", "after", "before",
    "this", "that", "there", "nobody", "somebody", "someone", "all", "no", "one", "when", "told",
    "our", "his", "her", "their", "then", "and", "but", "from", "to", "guests", "customers",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "email", "e-mail", "word", "excel", "what", "which", "who", "only",
  ]

  private func isCapital(_ word: String) -> Bool {
    guard Self.hasForm(word) else { return false }
    return !known.contains(word.lowercased())
  }

  private static func hasForm(_ word: String) -> Bool {
    guard let first = word.first, first.isUppercase, word.count > 1 else { return false }
    return word.dropFirst().contains(where: \.isLowercase) && !common.contains(word.lowercased())
      && word.allSatisfy { $0.isLetter || $0 == "-" || $0 == "'" || $0 == "’" }
  }

  private static func bare(_ word: String) -> String {
    var text = Substring(word).drop { !$0.isLetter && !$0.isNumber }
    while let last = text.last, !last.isLetter, !last.isNumber { text = text.dropLast() }
    for ending in ["'s", "’s"] where text.hasSuffix(ending) { text = text.dropLast(2) }
    return String(text)
  }

  /// Whether a text is two to four words with capitals.
  static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ").map(String.init)
    return (2...4).contains(words.count) && words.allSatisfy(hasForm)
  }

  /// `Jonas Meijer (accounts)`: a name and, in brackets, a role.
  private static func inBrackets(_ text: String) -> [(name: String, role: String)] {
    var found: [(String, String)] = []
    for line in text.split(separator: "\n") {
      let pieces = line.split(separator: "(", omittingEmptySubsequences: false)
      for (before, after) in zip(pieces, pieces.dropFirst()) {
        let words = before.split(separator: " ").map(String.init)
        let name = words.suffix(2).joined(separator: " ")
        let role = String(after.prefix { $0 != ")" }).trimmed()
        guard before.hasSuffix(" "), isName(name), after.contains(")"), !role.isEmpty,
          role.count <= 40, !isName(role), !role.contains(where: \.isNumber)
        else { continue }
        found.append((name, role))
      }
    }
    return found
  }
}
