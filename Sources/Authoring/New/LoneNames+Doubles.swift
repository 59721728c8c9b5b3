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
    return RecordTongue.isPresent(next) || tongue.isAct(next)
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
    return !isDay && !next.contains(where: \.isNumber)
      && !Self.datings.contains(small) && !tongue.isArticle(small)
  }

  /// Words that lead to a month.
  private static let datings: Set<String> = [
    "in", "of", "since", "until", "till", "by", "from", "to", "during", "early", "late", "mid",
    "last", "next", "before", "after", "im", "seit", "bis", "ende", "anfang", "mitte", "through",
  ]
  private static let told: Set<String> = [
    "told", "tell", "asked", "ask", "called", "call", "informed", "rang", "incl.", "inkl.", "and",
    "gave", "thanked", "paged", "asks", "tells", "calls", "gives",
  ]

  /// Whether a word and another one beside a stroke are two people: “Tom / Ana shift”.
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
    return isShift || (areDoubles && next.first?.isNumber != true)
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
