// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// A day as teams write it: `2026-11-17`, `17/11/2026`, `17.11.`, `17 Nov`, `November 17, 2026`.
struct IncidentDay: Hashable {
  /// What a word, or some, say of a day.
  enum Reading: Hashable {
    /// One day, or one of each year.
    case day(IncidentDay)
    /// What looks like a day and may be two, or none.
    case unclear(String)
  }

  /// Nil where only day and month are written.
  let year: Int?
  /// The month.
  let month: Int
  /// The day of the month.
  let day: Int

  /// The day; one without a year is that nearest to another one.
  func date(near other: CalendarDate) -> CalendarDate? {
    if let year { return CalendarDate(year: year, month: month, day: day) }
    func distance(_ date: CalendarDate) -> Int { abs(date.daysSinceEpoch - other.daysSinceEpoch) }
    return dates(around: other).min { distance($0) < distance($1) }
  }

  /// The day; one without a year is the last that was not after another one.
  func date(until other: CalendarDate) -> CalendarDate? {
    if let year { return CalendarDate(year: year, month: month, day: day) }
    return dates(around: other).last { $0 <= other }
  }

  private func dates(around other: CalendarDate) -> [CalendarDate] {
    // The 29th of February is in one year of four.
    (-4...1).compactMap {
      CalendarDate(year: other.components.year + $0, month: month, day: day)
    }
  }

  private init?(_ year: Int?, _ month: Int, _ day: Int) {
    // A leap year where none is written.
    guard CalendarDate(year: year ?? 2000, month: month, day: day) != nil else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  // MARK: Reading

  /// The day that words begin with, and what follows it.
  ///
  /// - Parameters:
  ///   - word: The first word.
  ///   - isBeforeTime: Whether a time follows, beside which `17/11` is a day.
  /// - Returns: What they say and what follows; nil where they say nothing of a day.
  static func read(
    _ word: IncidentWord, isBeforeTime: Bool
  ) -> (reading: Reading, rest: Substring)? {
    if let reading = numbers(word, isBeforeTime: isBeforeTime) { return (reading, word.rest) }
    // 2026-03-04T09:40
    if word.text.count > 11, let date = CalendarDate(word.text.prefix(10)),
      word.text.dropFirst(10).first?.lowercased() == "t"
    {
      let (year, month, day) = date.components
      guard let day = IncidentDay(year, month, day) else { return nil }
      return (.day(day), word.text.dropFirst(11) + " " + word.rest)
    }
    return named(word)
  }

  private static func numbers(_ word: IncidentWord, isBeforeTime: Bool) -> Reading? {
    for sign in [".", "/", "-"] as [Character] {
      let parts = word.text.split(separator: sign, omittingEmptySubsequences: false)
      let numbers = parts.compactMap { part in
        part.count <= 4 && part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
      }
      guard numbers.count == parts.count else { continue }
      if parts.count == 3 {
        return reading(of: numbers, lengths: parts.map(\.count), sign, word.text)
      }
      guard parts.count == 2, parts.allSatisfy({ $0.count <= 2 }), sign != "-" else { continue }
      // “17.11.” is a day; “17.11” is one beside a time, and “3/4” too.
      guard isBeforeTime || (sign == "." && word.hasDot) else { return nil }
      if sign == "/" { return either(numbers[0], numbers[1], nil, word.text) }
      if let day = IncidentDay(nil, numbers[1], numbers[0]) { return .day(day) }
      // “14.20.” is a time behind which a sentence ends.
      return isBeforeTime ? .unclear(String(word.text)) : nil
    }
    return nil
  }

  private static func reading(
    of numbers: [Int], lengths: [Int], _ sign: Character, _ text: Substring
  ) -> Reading? {
    if lengths[0] == 4, lengths[1] <= 2, lengths[2] <= 2 {
      return IncidentDay(numbers[0], numbers[1], numbers[2]).map(Reading.day)
        ?? .unclear(String(text))
    }
    guard lengths[0] <= 2, lengths[1] <= 2, lengths[2] == 4 || lengths[2] == 2 else { return nil }
    let year = lengths[2] == 2 ? 2000 + numbers[2] : numbers[2]
    if sign == "." {
      return IncidentDay(year, numbers[1], numbers[0]).map(Reading.day) ?? .unclear(String(text))
    }
    return either(numbers[0], numbers[1], year, text)
  }

  /// Day and month in either order, where only one of them can be.
  private static func either(
    _ first: Int, _ second: Int, _ year: Int?, _ text: Substring
  ) -> Reading {
    let days = Set(
      [
        IncidentDay(year, second, first), IncidentDay(year, first, second),
      ].compactMap { $0 })
    guard days.count == 1, let day = days.first else { return .unclear(String(text)) }
    return .day(day)
  }

  // MARK: Months by name

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// `4 March 2026`, `4th of March`, `March 4, 2026`, `Mar 4`.
  private static func named(_ word: IncidentWord) -> (reading: Reading, rest: Substring)? {
    guard var second = IncidentWord(word.rest) else { return nil }
    var isDayFirst = number(word.text) != nil
    if isDayFirst, second.lower == "of", let next = IncidentWord(second.rest) { second = next }
    guard let day = isDayFirst ? number(word.text) : number(second.text) else { return nil }
    let name = isDayFirst ? second.text : word.text
    isDayFirst = isDayFirst && second.text.first?.isLetter == true
    let third = IncidentWord(second.rest)
    // A year of four digits makes a day of whatever begins like a month, in any language.
    if let third, third.text.count == 4, let year = Int(third.text), (1900..<2200).contains(year),
      let month = month(likely: name)
    {
      return IncidentDay(year, month, day).map { (.day($0), third.rest) }
        ?? (.unclear("\(word.text) \(second.text) \(third.text)"), third.rest)
    }
    guard let month = month(named: name) else { return nil }
    return IncidentDay(nil, month, day).map { (.day($0), second.rest) }
      ?? (.unclear("\(word.text) \(second.text)"), second.rest)
  }

  /// The day of the month that a word is: `4`, `4.`, `4th`.
  private static func number(_ text: Substring) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count),
      ["", "st", "nd", "rd", "th"].contains(text.dropFirst(digits.count).lowercased())
    else { return nil }
    return Int(digits)
  }

  private static func month(named text: Substring) -> Int? {
    let lower = text.lowercased()
    // “May” is a month, “may” is none.
    guard text.first?.isUppercase == true else { return nil }
    return months.firstIndex {
      lower == $0 || lower == $0.prefix(3) || (lower, $0) == ("sept", "september")
    }
    .map { $0 + 1 }
  }

  /// Months that begin otherwise in German and French.
  private static let foreignMonths = [
    "mär": 3, "mai": 5, "okt": 10, "dez": 12, "fév": 2, "avr": 4, "juin": 6, "juil": 7, "aoû": 8,
    "déc": 12,
  ]

  private static func month(likely text: Substring) -> Int? {
    let lower = text.lowercased()
    guard lower.count >= 3 else { return nil }
    return months.firstIndex { lower.hasPrefix($0.prefix(3)) }.map { $0 + 1 }
      ?? foreignMonths.first { lower.hasPrefix($0.key) }?.value
  }
}

/// The next word of a text, without the separators around it.
struct IncidentWord {
  /// The word, without a colon or a full stop at its end.
  let text: Substring
  /// Whether a full stop stands at its end.
  let hasDot: Bool
  /// Whether a colon stands at its end.
  let hasColon: Bool
  /// What follows.
  let rest: Substring

  /// The word in small letters.
  var lower: String { text.lowercased() }

  /// The first word of a text; nil where there is none.
  init?(_ text: Substring) {
    let start = text.drop { $0.isWhitespace || Self.isSeparator($0) }
    let word = start.prefix { !$0.isWhitespace && !",;|()[]–—".contains($0) }
    guard !word.isEmpty else { return nil }
    hasDot = word.last == "."
    hasColon = word.last == ":"
    self.text = hasDot || hasColon ? word.dropLast() : word
    rest = start.dropFirst(word.count)
  }

  /// Whether a sign stands between the words of a line.
  static func isSeparator(_ character: Character) -> Bool {
    "–—-,;:|/()[]~≈.".contains(character)
  }
}
