// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Finds what may be the names of people in a record, and writes their roles instead.
struct IncidentNames {
  /// Words that stand for a person, and the role that stands for them.
  private struct Substitution {
    let words: String
    let role: String
    /// The parts of the person's name, one of which a text must hold.
    let parts: Set<String>
  }

  /// In the order in which they are made.
  private let substitutions: [Substitution]
  let vocabulary: Set<String>
  /// Names that stand in brackets behind their roles.
  private let behindRoles: [(name: String, role: String)]
  /// Names found anywhere in the record, whose other forms are found too.
  private(set) var known = KnownNames([])
  /// Words, in small letters, of those that are names on good evidence.
  private var certain: Set<String> = []
  /// Words, in small letters, that stand alone somewhere and may be names.
  private var single: Set<String> = []
  /// What tells names that stand alone.
  private(set) var lone: LoneNames

  /// Names of a record; what the policies call by name, such as an owner, is none.
  init(_ record: IncidentRecord, vocabulary: [String]) {
    var roles = record.roles
    let lone = LoneNames(record.words)
    self.lone = lone
    for (name, role) in Self.inBrackets(record.words) where roles[name] == nil {
      guard roles.count < IncidentRecord.maximumPeople else { break }
      roles[name] = role
    }
    var behind: [(name: String, role: String)] = []
    for (name, role) in PersonWords.namesBehindRoles(in: record.words)
    where !roles.keys.contains(where: { Self.parts(of: $0).contains(name) }) {
      guard roles.count < IncidentRecord.maximumPeople else { break }
      roles[name] = role
      behind.append((name, role))
    }
    behindRoles = behind
    let vocabulary = Set(vocabulary.flatMap { $0.split(separator: " ").map { $0.lowercased() } })
    self.vocabulary = vocabulary
    for (name, role) in Self.loneInBrackets(record.words, lone) {
      // “Jonas (courier)” may be Jonas Meijer, whose role is known.
      guard roles.count < IncidentRecord.maximumPeople, !vocabulary.contains(name.lowercased()),
        !roles.keys.contains(where: { Self.parts(of: $0).contains(name) })
      else { continue }
      roles[name] = role
    }
    substitutions = Self.substitutions(of: roles, lone)
    self.lone.learn(roles: roles.values)
    // Words with capitals may be any in a title.
    var named = record
    named.title = ""
    let found = named.words.split(separator: "\n").flatMap { findings(in: String($0)) }
    known = KnownNames(Array(roles.keys) + found.map(\.words.capitalisedFirst))
    certain = Set(
      (Array(roles.keys) + found.filter { $0.weight == .take }.map(\.words))
        .flatMap { $0.split(separator: " ") }.map { Self.bare(String($0)).lowercased() }
    ).filter { !lone.isDoubtful($0) && !NameForm.isParticle($0) }
    single = Set(found.map { Self.bare($0.words).lowercased() }.filter { !$0.contains(" ") })
  }

  private static func substitutions(
    of roles: [String: String], _ lone: LoneNames
  ) -> [Substitution] {
    var forms: [String: [String]] = [:]
    var parts: [String: [String]] = [:]
    for name in roles.keys {
      for form in NameForm.forms(of: name) { forms[form, default: []].append(name) }
      for part in Self.parts(of: name) where part.count > 2 {
        parts[part, default: []].append(name)
      }
    }
    // The longest first. What people of two roles bear stands for neither, and a part of a name only
    // after all whole ones.
    return [forms, parts].flatMap { bearers in
      bearers.filter { Set($0.value.compactMap { roles[$0] }).count == 1 }
        .sorted { ($1.key.count, $0.key) < ($0.key.count, $1.key) }
        .flatMap { words, names in
          let role = roles[names[0]] ?? ""
          let own = Set(names.flatMap(Self.parts).map { $0.lowercased() })
          let person = PersonWords.person(of: role)
          let written = [words] + (lone.mayBeSmall(words) ? [words.lowercased()] : [])
          return (written.flatMap { ["\($0) (\(role))", $0] } + [words.uppercased()]).map {
            Substitution(words: $0, role: lone.tongue.the(person), parts: own)
          }
        }
    }
  }

  /// A text with roles for the names whose role the record gives.
  func withRoles(_ text: String) -> String {
    var text = PersonWords.withoutNames(behindRoles, in: text)
    let pieces = text.split { !$0.isLetter && !"-'’".contains($0) }
    // “Meijer's” holds “Meijer”, “meijer-account” too, and “O'Brien” is one name.
    let words = Set(
      (pieces + pieces.flatMap { $0.split { "-'’".contains($0) } }).map { $0.lowercased() })
    for made in substitutions where !made.parts.isDisjoint(with: words) {
      text = replacing(made.words, in: text, made.role)
    }
    return text.capitalisedFirst
  }

  /// A text for headings: who is named on good evidence is somebody; who may be stays, for a mark
  /// below. A title's words go on to an id and a summary, where no mark stands: in it whoever may be
  /// named elsewhere is somebody, and words with capitals alone may be any.
  func forHeading(_ text: String, isTitle: Bool = false) -> String {
    var text = withRoles(text)
    for finding in findings(in: text) {
      let words = finding.words
      if isSomebody(words, finding.weight, isTitle: isTitle) {
        text = replacing(words, in: text, Self.somebody)
      } else if !words.contains(" ") {
        // “Kevins Konto”, “tobias-account”
        let half = String(words.prefix { $0 != "-" })
        if words.hasSuffix("s"), isSomebody(String(words.dropLast()), .mark, isTitle: isTitle) {
          text = replacing(words, in: text, "\(Self.somebody)'s")
        } else if half != words, isSomebody(half, .mark, isTitle: isTitle) {
          text = replacing(half, in: text, Self.somebody)
        }
      }
    }
    return text.capitalisedFirst
  }

  private func isSomebody(_ words: String, _ weight: LoneNames.Weight, isTitle: Bool) -> Bool {
    let parts = words.split(separator: " ").map(String.init)
    let bare = parts.map { Self.bare($0).lowercased() }
    if isTitle, bare.count == 1, single.contains(bare[0]) { return true }
    if bare.contains(where: lone.isDoubtful) { return false }
    if bare.allSatisfy({ certain.contains($0) || FirstNames.hold($0) }) { return true }
    guard isTitle else { return weight == .take || bare.contains(where: certain.contains) }
    return parts.contains { NameForm.initials($0) != nil || $0.contains("@") }
      || !words.contains(where: \.isLetter)
  }

  private static let somebody = "somebody"

  private static func parts(of name: String) -> [String] {
    name.split(separator: " ").map { String($0.filter { $0 != "," }) }
  }

  /// A text with words replaced where they stand as words, and not as a part of a longer name.
  private func replacing(_ words: String, in text: String, _ other: String) -> String {
    var result = ""
    var rest = text[...]
    while let found = rest.firstRange(of: words) {
      result += rest[..<found.lowerBound]
      rest = rest[found.upperBound...]
      guard isWhole(words, between: result, and: rest) else {
        result += words
        continue
      }
      // “Mr Meijer” is the role too, without “Mr”.
      let last = result.split(separator: " ").last.map(String.init) ?? ""
      if result.hasSuffix(" "), NameForm.isTitle(last) {
        result = String(result.dropLast(last.count + 1))
      }
      // “Kollegin Ayşe” is a colleague, and no name need stand behind that.
      if result.hasSuffix(" "), last.last?.isLetter == true, PersonWords.isRole(last) {
        result.removeLast()
        continue
      }
      // “Der Kevin” is spoken, and nobody is “der somebody”.
      if other.hasPrefix(Self.somebody), result.hasSuffix(" "),
        lone.tongue.isArticle(last.lowercased())
      {
        result = String(result.dropLast(last.count + 1))
      }
      var other = other
      // “the tobias account” is the clerk account.
      if other.hasPrefix("the "), result.hasSuffix(" "), lone.tongue.isArticle(last.lowercased()) {
        other = String(other.dropFirst(4))
      }
      let isFirst = result.last { !$0.isWhitespace }.map { ".!?".contains($0) } ?? false
      result += isFirst ? other.capitalisedFirst : other
      // “Jonas'” becomes “the courier's”, and “Meijer's” “the accounts'”.
      if let mark = rest.first, "'’".contains(mark) {
        let tail = rest.dropFirst()
        let isGenitive = tail.first == "s" && tail.dropFirst().first?.isLetter != true
        if isGenitive || (words.hasSuffix("s") && tail.first?.isLetter != true) {
          result += other.hasSuffix("s") ? String(mark) : "\(mark)s"
          rest = isGenitive ? tail.dropFirst() : tail
        }
      } else if rest.first == "-", lone.tongue == .english {
        // “the clerk's account”
        result += other.hasSuffix("s") ? "' " : "'s "
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  /// Whether words between two texts are whole words, and one alone no part of a longer name.
  private func isWhole(
    _ words: String, between before: String, and after: Substring
  ) -> Bool {
    // “J.” ends with its own sign; after a letter a letter would go on with the word.
    if let last = before.last, last.isLetter || "-@_.".contains(last) { return false }
    if words.last?.isLetter == true, let next = after.first {
      if next.isLetter || "@_".contains(next) { return false }
      if next == ".", after.dropFirst().first?.isLetter == true { return false }
      // “meijer-account” is somebody's account, “Jean-Luc” somebody else.
      if next == "-" {
        let half = String(after.dropFirst().prefix(while: \.isLetter))
        guard after.dropFirst(half.count + 1).first != "-", lone.isKnown(half) else { return false }
      }
    }
    guard !words.contains(" ") else { return true }
    let last = before.split(separator: " ").last.map(String.init) ?? ""
    let following = after.split(separator: " ").map(String.init)
    let next = following.first ?? ""
    let follows =
      before.hasSuffix(" ")
      && (NameForm.initials(last) != nil
        || (NameForm.isParticle(last) && !lone.tongue.isArticle(last) && !lone.tongue.isOf(last))
        || (isPartOfName(last) && !NameForm.isTitle(last)))
    let goesOn =
      after.hasPrefix(" ")
      && (isPartOfName(Self.bare(next))
        || lone.isOfName(next, behind: "", leadingTo: following.dropFirst()[...]))
    return !follows && !goesOn
  }

  /// Whether a word beside a name may be another of it: in German, nouns have capitals too.
  private func isPartOfName(_ word: String) -> Bool {
    NameForm.isWord(word) && !PersonWords.isRole(word)
      && !(lone.tongue == .german && lone.areNouns([word]))
  }
}
