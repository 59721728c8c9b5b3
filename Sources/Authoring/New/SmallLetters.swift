// SPDX-License-Identifier: GPL-3.0-or-later

/// What a record writes in small letters, as far as it tells words of the language from names: a name
/// that is written small once, in haste, is a name still.
struct SmallLetters {
  /// How a word stands in small letters somewhere.
  private struct Use {
    /// Behind an article, before a number, or leading on to a thing: no name does.
    var isWord = false
    /// Where a name could not stand as it does.
    var isPlain = false
  }

  /// What shows that a word with a capital is a name.
  private enum Evidence: Int { case none, likely, certain }

  private let tongue: RecordTongue
  private let words: [String]
  private let bare: [String]
  /// Where lines begin.
  private let begins: Set<Int>

  /// The words, in small letters, that are none of names.
  private(set) var ordinary: Set<String> = []

  init(_ text: String, _ tongue: RecordTongue) {
    self.tongue = tongue
    var words: [String] = []
    var begins: Set<Int> = []
    for line in text.split(whereSeparator: \.isNewline) {
      begins.insert(words.count)
      words += line.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    self.words = words
    self.begins = begins
    bare = words.map(IncidentNames.bare)
    var uses: [String: Use] = [:]
    var names: [String: Evidence] = [:]
    var deeds: [String: String] = [:]
    for index in words.indices {
      let lower = bare[index].lowercased()
      // A handle is written small, whoever's it is.
      guard !lower.isEmpty, !words[index].contains("@") else { continue }
      if bare[index].first?.isLowercase == true {
        note(useAt: index, &uses[lower, default: Use()])
      } else if tongue == .german, tongue.isArticle(before(index)) {
        uses[lower, default: Use()].isWord = true
      } else if NameForm.isWord(bare[index]) {
        var found = evidence(at: index)
        if found == .likely, tongue == .english, isBegun(index) {
          // One who does this and then that is hardly a thing.
          let deed = deeds[lower] ?? next(index)
          if deed != next(index) { found = .certain }
          deeds[lower] = deed
        }
        if found.rawValue > names[lower, default: .none].rawValue { names[lower] = found }
      }
    }
    for (word, use) in uses {
      let name = names[word, default: .none]
      if use.isWord || name == .none || (use.isPlain && name != .certain) { ordinary.insert(word) }
    }
  }

  private func isBegun(_ index: Int) -> Bool {
    begins.contains(index) || LoneNames.endsSentence(words[index - 1])
  }

  private func before(_ index: Int) -> String {
    begins.contains(index) ? "" : bare[index - 1].lowercased()
  }

  private func next(_ index: Int) -> String {
    index + 1 < words.count && !begins.contains(index + 1) ? words[index + 1] : ""
  }

  private func note(useAt index: Int, _ use: inout Use) {
    let (before, next) = (before(index), next(index))
    let isBegun = isBegun(index)
    // “reset the router” leads on, and “gave tobias the key” does not.
    let leadsOn =
      tongue.isArticle(IncidentNames.bare(next).lowercased())
      && (isBegun || !tongue.isVerb(words[index - 1]))
    if (tongue.isArticle(before) && !isBegun) || leadsOn || next.first?.isNumber == true
      || (!isBegun && tongue.leadsToPlace(before)) || OrdinaryWords.hold(bare[index])
    {
      use.isWord = true
    } else if !(isBegun && acts(next)), !tongue.leadsToSomebody(before) {
      use.isPlain = true
    }
  }

  private func evidence(at index: Int) -> Evidence {
    let (word, lower) = (words[index], bare[index].lowercased())
    if !next(index).isEmpty, PersonWords.holdsRole(LoneNames.remark(index + 1, in: words)) {
      return .certain
    }
    let before = before(index)
    if !isBegun(index) {
      // Within a sentence only nouns have capitals in German; elsewhere, only names.
      if tongue.isArticle(before) || tongue.leadsToPlace(before) { return .none }
      return NameForm.isWord(IncidentNames.bare(next(index))) ? .likely : .certain
    }
    if tongue == .english, word.hasSuffix("'s") || word.hasSuffix("’s") { return .certain }
    let next = next(index)
    // “Checked cameras” begins with what was done.
    guard word.last?.isLetter == true, acts(next), !tongue.isVerbForm(lower) else { return .none }
    return tongue.isAct(next) ? .certain : .likely
  }

  /// Whether a word is what somebody does rather than what becomes of a thing: “kiosk was restarted”.
  private func acts(_ word: String) -> Bool {
    tongue == .english
      ? tongue.isAct(word) || (RecordTongue.isPresent(word) && tongue.isVerb(word))
      : tongue.isVerb(word)
  }
}
