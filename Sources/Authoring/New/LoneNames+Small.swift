// SPDX-License-Identifier: GPL-3.0-or-later

/// Names that are written small, as in a chat.
extension LoneNames {
  /// Whether a word in small letters may be a name by where it stands, or is a common one.
  func isSmallName(at index: Int, in words: [String]) -> Bool {
    let (word, bare) = (words[index], IncidentNames.bare(words[index]))
    guard bare.first?.isLowercase == true, bare.count > 2 else { return false }
    if FirstNames.hold(bare) { return true }
    if bare.contains("-") {
      return bare.split(separator: "-").contains { FirstNames.hold(String($0)) }
    }
    let isDouble = OrdinaryWords.alsoNames.contains(bare)
    guard isDouble || isUnknown(bare) else { return false }
    let next = index + 1 < words.count ? words[index + 1] : ""
    let isFirst = isFirst(index, in: words)
    // “xenia takes the key”, “xenia clicked the link”
    if isFirst, word.last?.isLetter == true {
      let after = index + 2 < words.count ? IncidentNames.bare(words[index + 2]).lowercased() : ""
      let acts =
        isDouble ? RecordTongue.isPresent(next) || tongue.isDeed(next) : tongue.isDeed(next)
      if acts || (tongue.isVerb(next) && tongue.isArticle(after) && !isDouble && tongue == .english)
      {
        return true
      }
    }
    let before = index > 0 && !isFirst ? words[index - 1].lowercased() : ""
    // “mr okafor”
    if NameForm.isSmallTitle(index > 0 ? words[index - 1] : "") { return true }
    if isDouble { return tongue.leadsToSomebody(before) && !tongue.joins(before) && before != "by" }
    return isChat && isNameOfChat(at: index, isFirst: isFirst, behind: before, in: words)
  }

  /// Whether an unknown word of a chat stands as a name does: who speaks, is spoken to, has something,
  /// is told or greeted, or does something.
  private func isNameOfChat(
    at index: Int, isFirst: Bool, behind before: String, in words: [String]
  ) -> Bool {
    let word = words[index]
    let next = index + 1 < words.count ? words[index + 1] : ""
    if isFirst, word.hasSuffix(":") || word.hasSuffix(",") { return true }
    if tongue == .english, word.hasSuffix("'s") || word.hasSuffix("’s") { return true }
    if tongue.tells(before) || tongue.greets(IncidentNames.bare(before)) { return true }
    // “xenia okafor”
    let isThing = tongue.isVerb(word) || word.hasSuffix("s")
    let isFollowed =
      word.last?.isLetter == true && isUnknown(IncidentNames.bare(next)) && !tongue.isVerb(next)
    let isFollowing = isUnknown(before) && !tongue.isVerb(before)
    // “our manager xenia”, “they came late, xenia, and left”
    let isBehindRole = PersonWords.isRole(before)
    let isApart = before.hasSuffix(",") && word.hasSuffix(",")
    if !isThing, isFollowed || isFollowing || isBehindRole || isApart { return true }
    // “when will xenia ring”, “then xenia did”; “her old sofa was” is a thing.
    let isPlain = word.last?.isLetter == true && !word.hasSuffix("s")
    let behind = IncidentNames.bare(before)
    return isPlain && tongue == .english && (tongue.isCertainVerb(next) || next == "will")
      && (isFirst
        || ((OrdinaryWords.isSmall(behind, in: tongue) || NameForm.isCommon(behind))
          && !tongue.isArticle(behind)))
  }

  /// Whether a small word is none that the language is known to have.
  private func isUnknown(_ lower: String) -> Bool {
    lower.count > 2 && lower.allSatisfy { $0.isLetter || $0 == "-" } && !isOrdinary(lower)
      && !NameForm.isCommon(lower)
      && !PersonWords.isRole(lower) && !PersonWords.isPlace(lower) && !tongue.isVerbForm(lower)
      && !tongue.isManner(lower) && !tongue.isArticle(lower)
  }

  /// Words with capitals that a list joins to a name: “mit Lena, Tim und Ole”.
  func companions(of isName: (Int) -> Bool, in words: [String]) -> [Int] {
    var found: [Int] = []
    for index in words.indices where isName(index) {
      var at = index
      while let next = follower(of: at, in: words) {
        if !isName(next) { found.append(next) }
        at = next
      }
    }
    return found
  }

  /// The word with a capital behind a comma or “and” that follows a word of a list.
  private func follower(of index: Int, in words: [String]) -> Int? {
    var next = index + 1
    guard next < words.count else { return nil }
    if tongue.joins(words[next]) {
      next += 1
    } else if !words[index].hasSuffix(",") {
      return nil
    }
    guard next < words.count else { return nil }
    let bare = IncidentNames.bare(words[next])
    let isAlone =
      next + 1 >= words.count || words[next].last?.isLetter == false
      || !NameForm.isWord(IncidentNames.bare(words[next + 1])) || tongue == .german
    return isAlone && NameForm.isWord(bare) && !isOrdinary(bare) && !PersonWords.isRole(bare)
      && !PersonWords.isPlace(bare) ? next : nil
  }
}
