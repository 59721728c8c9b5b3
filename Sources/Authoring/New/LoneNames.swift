// SPDX-License-Identifier: GPL-3.0-or-later

/// Tells names that stand alone, such as a first name at the start of a line, from other words with a
/// capital: by the words around them, and by what the record writes in small letters elsewhere.
struct LoneNames {
  /// The language of the record.
  let tongue: RecordTongue
  /// Words of the record that are none of names.
  private var ordinary: Set<String>

  /// What a record's words say of its names.
  init(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace)
    let tongue = RecordTongue(of: words)
    self.tongue = tongue
    ordinary = SmallLetters(text, tongue).ordinary
  }

  /// Takes the words of roles for what they are.
  mutating func learn(roles: some Sequence<String>) {
    for role in roles {
      ordinary.formUnion(role.split { !$0.isLetter && $0 != "-" }.map { $0.lowercased() })
    }
  }

  /// Whether words with capitals side by side are nouns, in a language where all have one.
  func areNouns(_ words: [String]) -> Bool {
    tongue == .german
      && words.allSatisfy { isKnown($0) && !OrdinaryWords.alsoNames.contains($0.lowercased()) }
  }

  /// Words with capitals side by side without the nouns at their ends: “Sabine Schicht”.
  func withoutNouns(_ words: [String]) -> [String] {
    guard tongue == .german, words.count > 1 else { return words }
    let isNoun = { (word: String) in self.areNouns([word]) }
    let inner = words.drop(while: isNoun)
    return Array(
      inner.prefix((inner.lastIndex { !isNoun($0) } ?? inner.startIndex) - inner.startIndex + 1))
  }

  /// Whether a word of a text, alone with its capital, is likely a name.
  func isName(at index: Int, in words: [String]) -> Bool {
    let (word, bare) = (words[index], IncidentNames.bare(words[index]))
    let next = index + 1 < words.count ? words[index + 1] : ""
    // “Will asks” is a name, whatever “will” is elsewhere.
    let isDouble = OrdinaryWords.alsoNames.contains(bare.lowercased())
    guard NameForm.isWord(bare), !PersonWords.isRole(bare), !PersonWords.isPlace(bare) else {
      return false
    }
    if isDouble {
      let isActing = RecordTongue.isPresent(next) || next.hasPrefix("(")
      return isActing || leadsPair(index, in: words) || isOfPlace(index, in: words)
        || isInPair(index, in: words)
        || (!self.isFirst(index, in: words) && tongue == .english)
    }
    let isFirst = isFirst(index, in: words)
    let isPlain = !".,:;!?)".contains(word.last ?? " ")
    // A role behind it says more than small letters elsewhere, and so does a capital within an
    // English sentence.
    let isCertain =
      (isPlain && PersonWords.holdsRole(Self.remark(index + 1, in: words)))
      || (!isFirst && tongue == .english)
    guard !(isCertain ? isKnown(bare) : isOrdinary(bare)) else { return false }
    if isPlain, opensRemark(index + 1, in: words) { return true }
    if isInPair(index, in: words) { return true }
    if tongue == .english, word.hasSuffix("'s") || word.hasSuffix("’s") { return true }
    // “somebody (Mika) took it”
    if word.hasPrefix("("), word.hasSuffix(")") { return true }
    if isFirst {
      // Who speaks, or who did it, at the end of a line.
      if word.hasSuffix(":") { return true }
      if index > 0, next.isEmpty || word.hasSuffix(","), ["–", "—"].contains(words[index - 1]) {
        return true
      }
      return (isPlain && tongue.isVerb(next)) || leadsPair(index, in: words)
    }
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
      return tongue.leadsToPerson(before) || isTurned || isSaying
        || (tongue.joins(before) && index > 1 && leadsPair(index - 2, in: words))
    }
    // A name has no article, and nobody is in it.
    return !tongue.isArticle(before) && !tongue.leadsToPlace(before)
  }

  /// Whether a word is the first of a sentence, or stands behind a time, a colon or a dash.
  private func isFirst(_ index: Int, in words: [String]) -> Bool {
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
    "approx.", "ca.", "evtl.", "ggf.", "vs.", "ext.",
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

  /// Whether a word is one of the language, and nobody's name: the record writes it in small letters
  /// elsewhere, or it is known.
  func isOrdinary(_ word: String) -> Bool {
    forms(of: word).contains(where: ordinary.contains) || isKnown(word)
  }

  private func isKnown(_ word: String) -> Bool {
    forms(of: word).contains(where: OrdinaryWords.hold) || tongue.hasEndingOfNoun(word.lowercased())
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
    word.count > 2 && !isOrdinary(word) && !OrdinaryWords.alsoNames.contains(word.lowercased())
      && !NameForm.isCommon(word.lowercased())
  }

  /// Whether a word where somebody is told, or does something, may be a name.
  func mayBeName(_ word: String) -> Bool {
    OrdinaryWords.alsoNames.contains(word.lowercased())
      || (!isOrdinary(word) && !PersonWords.isPlace(word))
  }
}
