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
  private let vocabulary: Set<String>
  /// Names that stand in brackets behind their roles.
  private let behindRoles: [(name: String, role: String)]
  /// Names found anywhere in the record, whose other forms are found too.
  private var known = KnownNames([])
  /// Those that stand alone somewhere.
  private var single: Set<String> = []
  /// What tells names that stand alone.
  private var lone: LoneNames

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
    let names = named.words.split(separator: "\n").flatMap { found(in: String($0)) }
    known = KnownNames(Array(roles.keys) + names)
    single = Set(names.filter { NameForm.isWord($0) || LoneNames.isMonth($0) })
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
          var ways = ["\(words) (\(role))", words, words.uppercased()]
          if lone.mayBeSmall(words) { ways.append(words.lowercased()) }
          return ways.map {
            Substitution(words: $0, role: lone.tongue.the(person), parts: own)
          }
        }
    }
  }

  /// A text with roles for the names whose role the record gives.
  func withRoles(_ text: String) -> String {
    var text = PersonWords.withoutNames(behindRoles, in: text)
    let pieces = text.split { !$0.isLetter && !"-'’".contains($0) }
    // “Meijer's” holds “Meijer”, and “O'Brien” is one name.
    let words = Set(
      (pieces + pieces.flatMap { $0.split { "'’".contains($0) } }).map { $0.lowercased() })
    for made in substitutions where !made.parts.isDisjoint(with: words) {
      text = Self.replacing(made.words, in: text, made.role)
    }
    return text.capitalisedFirst
  }

  /// A text for headings, which no mark can stand in: whoever is named with an initial is somebody,
  /// and in a scene's heading whoever is named elsewhere. Words with capitals alone may be a title's.
  func forHeading(_ text: String, isTitle: Bool = false) -> String {
    var text = withRoles(text)
    for name in found(in: text) {
      let words = name.split(separator: " ").map(String.init)
      let isSomebody =
        words.contains { NameForm.initials($0) != nil || $0.contains("@") }
        || !name.contains(where: \.isLetter)
        || (isTitle
          ? single.contains(name) : words.contains { known.hold($0) || known.holdPart($0) })
      guard isSomebody else { continue }
      text =
        name.first?.isLowercase == true
        ? Self.replacing(name, in: text, "somebody") : text.replacing(name, with: "somebody")
    }
    return text.capitalisedFirst
  }

  private static func parts(of name: String) -> [String] {
    name.split(separator: " ").map { String($0.filter { $0 != "," }) }
  }

  /// A text with words replaced where they stand as words, and not as a part of a longer name.
  private static func replacing(_ words: String, in text: String, _ other: String) -> String {
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
      }
    }
    return result + rest
  }

  /// Whether words between two texts are whole words, and one alone no part of a longer name.
  private static func isWhole(
    _ words: String, between before: String, and after: Substring
  ) -> Bool {
    // “J.” ends with its own sign; after a letter a letter would go on with the word.
    if let last = before.last, last.isLetter || "-@_.".contains(last) { return false }
    if words.last?.isLetter == true, let next = after.first {
      if next.isLetter || "-@_".contains(next) { return false }
      if next == ".", after.dropFirst().first?.isLetter == true { return false }
    }
    guard !words.contains(" ") else { return true }
    let last = before.split(separator: " ").last.map(String.init) ?? ""
    let next = after.split(separator: " ").first.map(String.init) ?? ""
    let follows =
      before.hasSuffix(" ")
      && (NameForm.initials(last) != nil || NameForm.isParticle(last)
        || (NameForm.isWord(last) && !NameForm.isTitle(last)))
    let goesOn =
      after.hasPrefix(" ")
      && (NameForm.isWord(bare(next)) || NameForm.isParticle(next))
    return !follows && !goesOn
  }

  // MARK: Finding

  /// What may be the name of somebody in a text: words with capitals side by side, initials among
  /// them; one where somebody is told or does something; other forms of names that the record holds;
  /// handles, addresses of mail and telephone numbers.
  func found(in text: String) -> [String] {
    var found: [String] = []
    var run: [String] = []
    var before = ""
    func end() {
      if run.count > 1, run.contains(where: { NameForm.initials($0) == nil }),
        !NameForm.isInstitution(run), !lone.areNouns(run)
      {
        let name = lone.withoutNouns(run)
        if name.count > 1 || name.allSatisfy(lone.mayBeName) {
          found.append(name.joined(separator: " "))
        }
      }
      run = []
    }
    let words = LoneNames.apart(text)
    for (index, word) in words.enumerated() {
      let bare = Self.bare(word)
      let next = index + 1 < words.count ? words[index + 1] : ""
      let isTold = Self.told.contains(before)
      let isActing = Self.acting.contains(Self.bare(next).lowercased())
      let isTurned = word.hasSuffix(",") && NameForm.initials(next) != nil
      if bare.contains("@"), bare.contains(".") { found.append(bare) }
      if word.hasPrefix("(") { end() }
      if NameForm.isTitle(word) {
        end()
        run = [word]
      } else if NameForm.isParticle(word), !run.isEmpty || !lone.tongue.isArticle(word),
        leadsToCapital(words[(index + 1)...])
      {
        run.append(word)
      } else if let initials = NameForm.initials(word) {
        run.append(initials)
        let isAlone = run.count == 1 && !isCapital(Self.bare(next)) && !isLoud(Self.bare(next))
        if isAlone, isTold || isActing { found.append(initials) }
        if !word.hasSuffix(".") { end() }
      } else if LoneNames.isMonth(bare) {
        end()
        if lone.isSomebody(monthAt: index, in: words) { found.append(bare) }
      } else if run.isEmpty, !isTurned, OrdinaryWords.isSmall(bare.lowercased()),
        !OrdinaryWords.alsoNames.contains(bare.lowercased())
      {
        end()
      } else if isCapital(bare) || (isLoud(bare) && (isTurned || run.last.map(isInitial) == true)) {
        run.append(isTurned ? "\(bare)," : bare)
        let isEnd =
          next.hasPrefix("(") || (!isTurned && word.last.map { ".,!?:;".contains($0) } == true)
        let isAlone =
          run.count == 1
          && (isEnd
            || (!isCapital(Self.bare(next)) && NameForm.initials(next) == nil
              && !(NameForm.isParticle(next) && leadsToCapital(words[(index + 1)...]))))
        if isAlone,
          ((isTold || isActing) && lone.mayBeName(bare)) || lone.isName(at: index, in: words),
          !PersonWords.isRole(bare)
        {
          found.append(bare)
        }
        if word.last?.isPunctuation == true, !isTurned { end() }
      } else {
        end()
      }
      before = bare.lowercased()
    }
    end()
    found += otherForms(in: words, besides: found) + Self.numbers(in: text)
    var seen: Set<String> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// Whether words begin with one that has a capital, behind small ones of a family name.
  private func leadsToCapital(_ words: ArraySlice<String>) -> Bool {
    words.first { !NameForm.isParticle($0) }.map { isCapital(Self.bare($0)) } ?? false
  }

  /// Handles, names such as “O'Brien”, and other forms of names that the record holds.
  private func otherForms(in words: [String], besides found: [String]) -> [String] {
    let taken = Set(found.flatMap { $0.split(separator: " ").map { Self.bare(String($0)) } })
    return words.enumerated().compactMap { index, word in
      let bare = Self.bare(word)
      if LoneNames.isMonth(bare), !lone.isMonthAlone(at: index, in: words) { return nil }
      guard !bare.isEmpty, !taken.contains(bare), !vocabulary.contains(bare.lowercased()) else {
        return nil
      }
      let opened = word.drop { !$0.isLetter && $0 != "@" }
      if opened.first == "@", opened.dropFirst().first?.isLetter == true { return "@\(bare)" }
      let marks = Array(bare)
      let isIrish =
        marks.count > 3 && "OD".contains(marks[0]) && "'’".contains(marks[1])
        && marks[2].isUppercase
      let isSmall = known.holdPart(bare) && lone.mayBeSmall(bare)
      return isIrish || isSmall || known.hold(bare) ? bare : nil
    }
  }

  /// Telephone numbers and addresses of mail.
  private static func numbers(in text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return LeakDetector().scan(text).filter { $0.kind == .phone || $0.kind == .email }.map { leak in
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[leak.range.clamped(to: scalars.indices)])
      return String(words)
    }
  }

  private func isInitial(_ word: String) -> Bool { NameForm.initials(word) != nil }

  private static let told: Set<String> = [
    "told", "called", "informed", "rang", "phoned", "paged", "asked", "emailed", "alerted",
    "notified", "with", "from", "tell", "ask", "call", "inform", "contact", "contacted", "thank",
    "notify", "remind", "reminded", "warn", "warned", "brief", "briefed", "met", "invited",
  ]
  private static let acting: Set<String> = [
    "told", "called", "rang", "phoned", "said", "says", "noticed", "found", "opened", "sent",
    "reported", "calls", "asked", "wrote", "paged", "forgot", "saw", "clicked", "left", "was",
  ]
  private func isCapital(_ word: String) -> Bool {
    NameForm.isWord(word) && !vocabulary.contains(word.lowercased())
  }

  private func isLoud(_ word: String) -> Bool {
    NameForm.isLoud(word) && !vocabulary.contains(word.lowercased())
  }

  /// A word without signs around it, the ending of whose it is, and a French “d'” before it.
  static func bare(_ word: String) -> String {
    var text = Substring(word).drop { !$0.isLetter && !$0.isNumber }
    if let mark = text.prefix(3).firstIndex(where: { "'’".contains($0) }),
      text[..<mark].allSatisfy(\.isLowercase), text[mark...].dropFirst().first?.isUppercase == true
    {
      text = text[mark...].dropFirst()
    }
    while let last = text.last, !last.isLetter, !last.isNumber { text = text.dropLast() }
    for ending in ["'s", "’s"] where text.hasSuffix(ending) { text = text.dropLast(2) }
    return String(text)
  }
}
