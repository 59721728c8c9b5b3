// SPDX-License-Identifier: GPL-3.0-or-later

/// Tells names that stand alone, such as a first name at the start of a line, from other words with a
/// capital: by the words around them, and by how the record writes them elsewhere.
struct LoneNames {
  /// How surely a word is somebody's name.
  enum Weight: Int, Comparable {
    /// A word of the language, as far as can be told.
    case none
    /// It may be a name: whoever writes the drill has to look.
    case mark
    /// It is a name, on good evidence.
    case take

    static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
  }

  /// The language of the record.
  let tongue: RecordTongue
  /// Whether most sentences of the record begin with a small letter, as in a chat.
  let isChat: Bool
  /// The alphabet of the record, in which it writes its own words.
  let alphabet: Alphabet
  /// Words of the record that are none of names.
  private var ordinary: Set<String>
  /// Words that the record writes small where a word of the language might stand too.
  private let doubtful: Set<String>

  /// What a record's words say of its names.
  init(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace)
    let tongue = RecordTongue(of: words)
    self.tongue = tongue
    let letters = SmallLetters(text, tongue)
    (ordinary, doubtful, isChat) = (letters.common, letters.doubtful, letters.isChat)
    alphabet = Alphabet(of: text)
  }

  /// Takes the words of roles for what they are.
  mutating func learn(roles: some Sequence<String>) {
    for role in roles {
      ordinary.formUnion(role.split { !$0.isLetter && $0 != "-" }.map { $0.lowercased() })
    }
  }

  /// Whether words with capitals side by side are none of names: nouns, in a language where all have
  /// one, or a title such as “Duty Manager”.
  func areNouns(_ words: [String]) -> Bool {
    words.allSatisfy { word in
      let isDouble = OrdinaryWords.alsoNames.contains(word.lowercased())
      let isWork = PersonWords.isRole(word) || PersonWords.isPlace(word)
      return (isKnown(word) || isWork) && !isDouble && !FirstNames.hold(word)
    }
  }

  /// Words with capitals side by side without those at their ends that are none of the name:
  /// “Sabine Schicht”, “Kollegin Sabine”, “Sabine von”.
  func withoutNouns(_ words: [String]) -> [String] {
    guard words.count > 1 else { return words }
    var inner = words[...]
    while let first = inner.first,
      PersonWords.isRole(first) || (tongue != .english && tongue.isOf(first))
        || (tongue == .german && areNouns([first]))
        || (tongue == .french && isKnown(first) && inner.dropFirst().first.map(tongue.isOf) == true)
    {
      inner = inner.dropFirst()
    }
    while let last = inner.last,
      NameForm.isParticle(last) || (tongue == .german && areNouns([last]))
    {
      inner = inner.dropLast()
    }
    return Array(inner)
  }

  /// Whether a small word such as “van” leads on to a family name: in German “den” does so only
  /// behind another one, and elsewhere it is an article.
  func isOfName(_ word: String, behind before: String, leadingTo words: ArraySlice<String>) -> Bool
  {
    guard NameForm.isParticle(word), !tongue.isArticle(word) || NameForm.isParticle(before),
      let next = words.first(where: { !NameForm.isParticle($0) }).map(IncidentNames.bare)
    else { return false }
    return NameForm.isWord(next) && !(tongue == .german && areNouns([next]))
  }

  /// How surely a word of a text, alone with its capital, is a name.
  func weight(at index: Int, in words: [String]) -> Weight {
    let (word, bare) = (words[index], IncidentNames.bare(words[index]))
    guard NameForm.isWord(bare), !PersonWords.isRole(bare), !PersonWords.isPlace(bare) else {
      return .none
    }
    if FirstNames.hold(bare) { return .take }
    let isFirst = isFirst(index, in: words)
    // “Will asks” is a name, whatever “will” is elsewhere.
    if OrdinaryWords.alsoNames.contains(bare.lowercased()) {
      return weightOfDouble(at: index, in: words, isFirst: isFirst)
    }
    let isPlain = !".,:;!?)".contains(word.last ?? " ")
    let isOfRole = isPlain && PersonWords.holdsRole(Self.remark(index + 1, in: words))
    // A role behind it says more than small letters elsewhere, and so does a capital within an
    // English sentence.
    let isCertain = isOfRole || (!isFirst && tongue == .english)
    guard !(isCertain ? isKnown(bare) : isOrdinary(bare)) else {
      return mayBeSurname(at: index, in: words) ? .mark : .none
    }
    if isOfRole { return .take }
    if isPlain, opensRemark(index + 1, in: words) { return .mark }
    if isInPair(index, in: words) { return .mark }
    if tongue == .english, word.hasSuffix("'s") || word.hasSuffix("’s") { return .mark }
    // “somebody (Mika) took it”
    if word.hasPrefix("("), word.hasSuffix(")") { return .mark }
    return isFirst ? weightOfFirst(at: index, in: words) : weightWithin(at: index, in: words)
  }

  /// Whether an English word for a thing stands where only somebody does: “told Hall”, “Hall said”.
  private func mayBeSurname(at index: Int, in words: [String]) -> Bool {
    let lower = IncidentNames.bare(words[index]).lowercased()
    guard tongue == .english, OrdinaryWords.isThing(lower, in: tongue), !ordinary.contains(lower),
      !PersonWords.isFirm(lower)
    else { return false }
    if isFirst(index, in: words) {
      return index + 1 < words.count && words[index].last?.isLetter == true
        && tongue.isSpeech(words[index + 1])
    }
    let before = words[index - 1].lowercased()
    return tongue.leadsToSomebody(before) && !tongue.joins(before)
      && !["with", "by"].contains(before)
  }

  /// A word at the start of a sentence.
  private func weightOfFirst(at index: Int, in words: [String]) -> Weight {
    let (word, bare) = (words[index], IncidentNames.bare(words[index]))
    let next = index + 1 < words.count ? words[index + 1] : ""
    // Who speaks, or who did it, at the end of a line.
    if word.hasSuffix(":") { return .mark }
    if index > 0, next.isEmpty || word.hasSuffix(","), ["–", "—"].contains(words[index - 1]) {
      return .mark
    }
    // “Jana, who was ill, rang”; “Luckily, it rang” and “Asked, it rang” are none.
    if word.hasSuffix(","), !next.isEmpty {
      return tongue.isManner(bare.lowercased()) ? .none : .mark
    }
    if leadsPair(index, in: words) || standsAsName(index, in: words) { return .mark }
    guard word.last?.isLetter == true, tongue.isVerb(next), !tongue.isManner(bare.lowercased())
    else { return .none }
    return tongue.isAct(next) ? .take : .mark
  }

  /// Whether an English sentence begins with a word as with somebody, without a verb: “Ngaire off
  /// sick”, “Ngaire -> security”, or is nothing but it: “Ngaire.”
  private func standsAsName(_ index: Int, in words: [String]) -> Bool {
    guard tongue == .english, !tongue.isManner(IncidentNames.bare(words[index]).lowercased()) else {
      return false
    }
    guard index + 1 < words.count, words[index].last?.isLetter == true else {
      return index == 0 || Self.endsSentence(words[index - 1])
    }
    return [
      "+", "&", "->", "→", "at", "off", "on", "back", "away", "out", "in", "with", "from", "not",
      "still",
      "never", "too", "again", "here", "there",
    ].contains(
      words[index + 1].last == "," ? String(words[index + 1].dropLast()) : words[index + 1])
  }

  /// A word within a sentence.
  private func weightWithin(at index: Int, in words: [String]) -> Weight {
    let next = index + 1 < words.count ? words[index + 1] : ""
    let before = IncidentNames.bare(words[index - 1]).lowercased()
    if tongue == .german {
      // “danach testet Sven”
      let isTurned =
        index > 1 && tongue.isVerb(words[index - 1])
        && tongue.turns(IncidentNames.bare(words[index - 2]).lowercased())
      // “wie Moritz sagte”
      let isSaying =
        tongue.opensClause(before) && tongue.isVerb(next)
        && tongue.leadsToPerson(IncidentNames.bare(next))
      // “Chat, Moritz: …”
      let isSpeaker = words[index].hasSuffix(":") && words[index - 1].hasSuffix(",")
      let isName =
        tongue.leadsToPerson(before) || isTurned || isSaying || isSpeaker
        || (tongue.joins(before) && index > 1 && leadsPair(index - 2, in: words))
        || PersonWords.isRole(before)
      return isName ? .mark : .none
    }
    // Nobody is in a name; and in French an article stands before firms and places.
    if tongue.leadsToPlace(before) || (tongue == .french && tongue.isArticle(before)) {
      return .none
    }
    return tongue.isAct(next) || (tongue.leadsToSomebody(before) && !tongue.joins(before))
      ? .take : .mark
  }

  /// Whether a word is the first of a sentence, or stands behind a time, a colon or a dash.
  func isFirst(_ index: Int, in words: [String]) -> Bool {
    guard index > 0 else { return true }
    if let opening = words[index].first, "(\"“„«".contains(opening) { return true }
    return Self.endsSentence(words[index - 1])
  }

  /// Whether a sentence begins behind a word: behind its end, a time, a colon or a dash.
  static func endsSentence(_ word: String) -> Bool {
    guard !abbreviations.contains(word.lowercased()) else { return false }
    var before = Substring(word)
    while let last = before.last, ")\"”“»".contains(last) { before = before.dropLast() }
    return before.first?.isNumber == true || !before.contains(where: \.isLetter)
      || before.last.map { ".!?:;".contains($0) } == true
  }

  private static let abbreviations: Set<String> = [
    "incl.", "inkl.", "excl.", "exkl.", "e.g.", "i.e.", "z.b.", "d.h.", "bzw.", "resp.", "esp.",
    "approx.", "ca.", "evtl.", "ggf.", "vs.", "ext.", "&",
  ]

  /// Whether a word and another one behind “and” are two people.
  private func leadsPair(_ index: Int, in words: [String]) -> Bool {
    guard index + 2 < words.count, tongue.joins(words[index + 1]) else { return false }
    let pair = [words[index], words[index + 2]].map(IncidentNames.bare)
    guard pair.allSatisfy({ NameForm.isWord($0) && !isOrdinary($0) && !PersonWords.isRole($0) })
    else { return false }
    // Two nouns of German look so too.
    return tongue != .german
      || (isFirst(index, in: words) && index + 3 < words.count
        && (tongue.isVerb(words[index + 3]) || IncidentNames.bare(words[index + 3]).hasSuffix("en")))
  }

  /// Whether a word begins a remark in brackets: in small letters, or a role.
  private func opensRemark(_ index: Int, in words: [String]) -> Bool {
    guard index < words.count, words[index].hasPrefix("(") else { return false }
    if words[index].dropFirst().first?.isLowercase == true { return true }
    return PersonWords.holdsRole(Self.remark(index, in: words))
  }

  /// The words in brackets that begin at a word.
  static func remark(_ index: Int, in words: [String]) -> String {
    guard index < words.count, words[index].hasPrefix("(") else { return "" }
    let rest = words[index...].prefix(8).joined(separator: " ").dropFirst()
    guard let end = rest.firstIndex(of: ")") else { return "" }
    return String(rest[..<end])
  }

  // MARK: Words

  /// Whether a word is one of the language, and nobody's name: the record writes it in small letters
  /// as no name is, or it is known.
  func isOrdinary(_ word: String) -> Bool {
    !FirstNames.hold(word) && (forms(of: word).contains(where: ordinary.contains) || isKnown(word))
  }

  /// Whether a word is one of the language, whatever the record says.
  func isKnown(_ word: String) -> Bool {
    let lower = word.lowercased()
    return !FirstNames.hold(lower)
      && (forms(of: lower).contains { OrdinaryWords.hold($0, in: tongue) }
        || tongue.hasEndingOfNoun(lower)
        || (tongue == .german && OrdinaryWords.isCompound(lower)))
  }

  /// Whether the record writes a word small as a word of the language might be, so that nobody can
  /// be certain that it is a name.
  func isDoubtful(_ word: String) -> Bool {
    doubtful.contains(word.lowercased()) && !FirstNames.hold(word)
  }

  /// A word in small letters, also as one of several, and as one of one.
  private func forms(of word: String) -> [String] {
    let lower = word.lowercased()
    let endings = tongue == .german ? ["s", "e", "n", "en", "er"] : ["s", "es"]
    var forms = [lower] + endings.map { lower + $0 }
    for ending in endings where lower.hasSuffix(ending) && lower.count > ending.count + 3 {
      forms.append(String(lower.dropLast(ending.count)))
    }
    return forms
  }

  /// Whether a known name may be written small: “may” and “frank” are words of the language.
  func mayBeSmall(_ word: String) -> Bool {
    word.count > 2 && !isOrdinary(word) && !NameForm.isCommon(word.lowercased())
      && !forms(of: word).contains(where: OrdinaryWords.alsoNames.contains)
  }

  /// Whether a word where somebody is told, or does something, may be a name.
  func mayBeName(_ word: String) -> Bool {
    OrdinaryWords.alsoNames.contains(word.lowercased())
      || (!isOrdinary(word) && !PersonWords.isPlace(word))
  }
}
