// SPDX-License-Identifier: GPL-3.0-or-later

/// What a record writes in small letters, as far as it tells words of the language from names. Small
/// letters alone never do: in haste a name is written small as often as not.
struct SmallLetters {
  private let tongue: RecordTongue
  private let words: [String]
  private let bare: [String]
  /// Where lines begin.
  private let begins: Set<Int>

  /// Words, in small letters, that stand somewhere as no name does: behind an article, before or
  /// behind a number, or leading on to a thing.
  private(set) var common: Set<String> = []
  /// Words that stand in small letters somewhere else, where a word of the language might too: names
  /// of which nobody can be certain.
  private(set) var doubtful: Set<String> = []
  /// Whether most sentences of the record begin with a small letter, as in a chat.
  let isChat: Bool

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
    var sentences = (small: 0, capital: 0)
    for index in words.indices
    where begins.contains(index) || LoneNames.endsSentence(words[index - 1]) {
      if bare[index].first?.isLowercase == true { sentences.small += 1 }
      if bare[index].first?.isUppercase == true { sentences.capital += 1 }
    }
    isChat = sentences.small > sentences.capital
    var spoken: Set<String> = []
    var people: Set<String> = []
    for index in words.indices {
      let lower = bare[index].lowercased()
      // A handle is written small, whoever's it is.
      guard !lower.isEmpty, !words[index].contains("@") else { continue }
      if bare[index].first?.isLowercase == true {
        note(useAt: index)
      } else if tongue == .german {
        // “der Kevin” is spoken, where a name stands elsewhere as only people do.
        if tongue.isSpeech(next(index)) || words[index].hasSuffix(":") {
          people.insert(lower)
        } else if ["der", "die", "den", "dem"].contains(before(index)) {
          spoken.insert(lower)
        } else if tongue.isArticle(before(index)) {
          common.insert(lower)
        }
      }
    }
    common.formUnion(spoken.subtracting(people))
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

  private mutating func note(useAt index: Int) {
    let (before, next) = (before(index), next(index))
    let (isBegun, following) = (isBegun(index), IncidentNames.bare(next).lowercased())
    // “gave tobias the key”, “told tobias 3 times”
    let isGiven = !isBegun && (tongue.isVerb(words[index - 1]) || tongue.leadsToSomebody(before))
    // “reset the router” leads on; “tobias, a clerk” and “in tobias's bag” do not.
    let isPlain = words[index].last?.isLetter == true
    let isOwner = words[index].hasSuffix("'s") || words[index].hasSuffix("’s")
    let leadsOn =
      isPlain && !isOwner && (tongue.isArticle(following) || next.first?.isNumber == true)
    // “the tobias account” is somebody's.
    let isOfThing = OrdinaryWords.isThing(following, in: tongue)
    let isThing = tongue.isArticle(before) && !isBegun && !isOfThing
    let isCounted =
      OrdinaryWords.isNumber(before) || (before.count < 4 && before.allSatisfy(\.isNumber))
    if isThing || (leadsOn && !isGiven) || (isCounted && !before.isEmpty)
      || (!isBegun && !isOwner && tongue.leadsToPlace(before))
    {
      common.insert(bare[index])
    } else if !(isBegun && acts(next)), !tongue.leadsToSomebody(before) {
      doubtful.insert(bare[index])
    }
  }

  /// Whether a word is what somebody does rather than what becomes of a thing: “kiosk was restarted”.
  private func acts(_ word: String) -> Bool {
    tongue == .english
      ? tongue.isAct(word) || (RecordTongue.isPresent(word) && tongue.isVerb(word))
      : tongue.isVerb(word)
  }
}
