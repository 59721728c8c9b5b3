// SPDX-License-Identifier: GPL-3.0-or-later

/// Names that are words too: of the language, or of a month.
extension LoneNames {
  /// Whether a word is a month's name and a first name: “April”, “May”.
  static func isMonth(_ word: String) -> Bool { months.contains(word) }

  private static let months: Set<String> = ["April", "May", "June", "August"]

  /// Whether a month's name is likely somebody's: somebody who is told or does something.
  func isSomebody(monthAt index: Int, in words: [String]) -> Bool {
    if isInPair(index, in: words) { return true }
    guard isMonthAlone(at: index, in: words) else { return false }
    let next = index + 1 < words.count ? words[index + 1] : ""
    let before = index > 0 ? words[index - 1].lowercased() : ""
    return RecordTongue.isPresent(next) || tongue.isAct(next) || Self.loose.contains(before)
      || PersonWords.holdsRole(Self.remark(index + 1, in: words)) || Self.told.contains(before)
  }

  /// Whether a month's name stands without a day, a year, or a word such as “in” before it.
  func isMonthAlone(at index: Int, in words: [String]) -> Bool {
    guard Self.isMonth(IncidentNames.bare(words[index])) else { return false }
    let (before, next) = (
      index > 0 ? words[index - 1] : "", index + 1 < words.count ? words[index + 1] : ""
    )
    let small = IncidentNames.bare(before).lowercased()
    // “09:20 May asks”: a moment is no day of a month.
    let isDay = before.contains(where: \.isNumber) && !before.contains(":")
    guard !isDay, !next.contains(where: \.isNumber), !Self.datings.contains(small),
      !tongue.isArticle(small)
    else { return false }
    // “from May to June”, “from April on”, “end of April”; “a message from April” is somebody's.
    let goesOn = ["to", "on", "onwards", "until", "till", "through"].contains(next.lowercased())
    let isStretch = words[..<index].suffix(4).contains { $0.lowercased() == "from" }
    let isPart =
      small == "of" && index > 1
      && Self.datings.contains(IncidentNames.bare(words[index - 2]).lowercased())
    return !(Self.loose.contains(small) && (goesOn || (small == "to" && isStretch) || isPart))
  }

  /// Words that lead to a month, whatever follows.
  private static let datings: Set<String> = [
    "in", "since", "until", "till", "during", "early", "late", "mid", "last", "next", "im", "seit",
    "bis", "ende", "anfang", "mitte", "through", "end", "month",
  ]
  /// Words that lead to a month or to somebody.
  private static let loose: Set<String> = ["from", "to", "of", "by", "before", "after"]
  private static let told: Set<String> = [
    "told", "tell", "asked", "ask", "called", "call", "informed", "rang", "incl.", "inkl.", "and",
    "gave", "thanked", "paged", "asks", "tells", "calls", "gives",
  ]

  /// Whether a word and another one beside a stroke may be two people: “Tom / Ana shift”,
  /// “Alex/Sam did nothing”; in German both may be nouns.
  func isInPair(_ index: Int, in words: [String]) -> Bool {
    let first = index > 1 && words[index - 1] == "/" ? index - 2 : index
    guard first + 2 < words.count, words[first + 1] == "/" else { return false }
    let pair = [words[first], words[first + 2]].map(IncidentNames.bare)
    let areDoubles = pair.allSatisfy {
      Self.isMonth($0)
        || ($0.first?.isUppercase == true && OrdinaryWords.alsoNames.contains($0.lowercased()))
    }
    guard
      pair.allSatisfy({
        Self.isMonth($0) || (NameForm.isWord($0) && mayBeName($0) && !PersonWords.isRole($0))
      })
    else { return false }
    let next = first + 3 < words.count ? words[first + 3] : ""
    let isShift = Self.shifts.contains(IncidentNames.bare(next).lowercased())
    return isShift || (areDoubles ? next.first?.isNumber != true : acts(next))
  }

  private func acts(_ next: String) -> Bool {
    tongue == .english || tongue.isVerb(next)
  }

  private static let shifts: Set<String> = [
    "shift", "shifts", "nights", "schicht", "frühschicht", "spätschicht", "nachtschicht",
  ]

  /// Words, in each of which one name stands: “Tom/Ana” is three.
  static func apart(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).flatMap { word -> [String] in
      let parts = word.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2,
        parts.allSatisfy({
          let bare = IncidentNames.bare(String($0))
          return NameForm.isWord(bare) || isMonth(bare)
        })
      else { return [String(word)] }
      return [String(parts[0]), "/", String(parts[1])]
    }
  }

  /// How surely a name that is a word too, with a capital, is somebody's.
  func weightOfDouble(at index: Int, in words: [String], isFirst: Bool) -> Weight {
    let next = index + 1 < words.count ? words[index + 1] : ""
    if RecordTongue.isPresent(next) || next.hasPrefix("(") || isOfPlace(index, in: words) {
      return .take
    }
    if isInPair(index, in: words) { return .mark }
    if isFirst {
      // “Grace, who was ill, rang”
      if words[index].hasSuffix(","), tongue.opensRelative(next) { return .mark }
      let isName =
        tongue == .english
        ? tongue.isAct(next) || joinsName(index, in: words) : tongue.isVerb(next)
      return isName ? .mark : .none
    }
    if tongue == .english { return .take }
    let before = IncidentNames.bare(words[index - 1]).lowercased()
    let isPerson =
      tongue == .german ? tongue.leadsToPerson(before) : !tongue.isArticle(before)
    return isPerson && !tongue.leadsToPlace(before) ? .mark : .none
  }

  /// Whether “and” and another name follow.
  private func joinsName(_ index: Int, in words: [String]) -> Bool {
    guard index + 2 < words.count, tongue.joins(words[index + 1]) else { return false }
    let other = IncidentNames.bare(words[index + 2])
    return NameForm.isWord(other) && !isOrdinary(other) && !PersonWords.isRole(other)
  }

  /// Whether a name that is a word too stands before where somebody works: “Frank from IT”.
  func isOfPlace(_ index: Int, in words: [String]) -> Bool {
    guard index + 2 < words.count,
      ["from", "aus", "vom", "von", "du", "de"].contains(words[index + 1])
    else { return false }
    return words[(index + 2)...].prefix(2).contains { word in
      let bare = IncidentNames.bare(word)
      return PersonWords.isPlace(bare) || (tongue != .english && NameForm.isLoud(bare))
    }
  }
}
