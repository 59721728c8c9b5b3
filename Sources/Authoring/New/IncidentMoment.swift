// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// The moment at the start of a line of a timeline, as teams write it: `09:40`, `2026-03-04 09:40`,
/// `4 March 2026, 9.40 am`, `Wed 09:40 UTC`, `17.11. 16.00`.
struct IncidentMoment: Hashable {
  /// The day, where the line names one; it may lack its year.
  var day: IncidentDay?
  /// The day of the week, where the line names one.
  var weekday: Weekday?
  /// Minutes after midnight; nil where only a day stands there.
  var minute: Int?
  /// What looks like a day, where it may be two days or none.
  var unclear: String?
  /// A time with a full stop, such as `10.05`, that may be a day as well.
  var eitherWay: String?
  /// The time at which a stretch such as `09:40-09:55` ends, as it is written.
  var end: String?
  /// Whether a full stop stands in a time that can be no day.
  var isDotted = false

  private static let about = [
    "ca", "ca.", "about", "around", "approx", "approx.", "at", "on", "by",
    "am", "um", "gegen", "ab", "vers", "à", "le",
  ]
  private static let zones = [
    "z", "utc", "gmt", "cet", "cest", "bst", "est", "edt", "pst", "pdt", "h", "hrs", "hours",
    "uhr", "local", "time",
  ]

  /// “Monday morning at 8.30”
  private static let partsOfDay: Set<String> = [
    "morning", "afternoon", "evening", "night", "early", "late", "noon", "früh", "morgen",
    "vormittag", "nachmittag", "abend", "matin", "soir", "après-midi",
  ]

  /// Whether a time follows, with a word such as “at” before it or without.
  private static func leadsToTime(_ rest: Substring) -> Bool {
    guard let next = IncidentWord(rest) else { return false }
    if time(next, isBehindDay: true) != nil { return true }
    guard about.contains(next.lower) || partsOfDay.contains(next.lower) else { return false }
    return IncidentWord(next.rest).map { time($0, isBehindDay: true) != nil } == true
  }

  /// Reads the moment that a text begins with, and gives what stands behind it; nil for a text that
  /// begins with none.
  static func read(_ text: String) -> (moment: IncidentMoment, rest: String)? {
    var moment = IncidentMoment()
    var rest = Substring(text)
    while let word = IncidentWord(rest) {
      let next = IncidentWord(word.rest)
      let isBeforeTime =
        moment.minute == nil && !isStretch(word.rest)
        && next.map { time($0, isBehindDay: true) != nil } == true
      if !moment.hasDay, let found = IncidentDay.read(word, isBeforeTime: isBeforeTime) {
        switch found.reading {
        case .day(let day): moment.day = day
        case .unclear(let words): moment.unclear = words
        }
        rest = found.rest
      } else if moment.minute == nil,
        let found = time(word, isBehindDay: moment.hasDay || moment.weekday != nil)
      {
        moment.minute = found.minute
        moment.end = end(of: word.text)
        let isMarked = next.map { zones.contains($0.lower) } == true || found.hasHalf
        if !moment.hasDay, !isMarked, word.text.contains(".") {
          if case .day = IncidentDay.read(word, isBeforeTime: true)?.reading {
            moment.eitherWay = String(word.text)
          } else {
            moment.isDotted = true
          }
        }
        rest = found.rest
      } else if moment.weekday == nil, let day = weekday(word.lower) {
        moment.weekday = day
        rest = word.rest
      } else if moment.minute == nil, moment.hasDay || moment.weekday != nil,
        partsOfDay.contains(word.lower), leadsToTime(word.rest)
      {
        rest = word.rest
      } else if moment.minute != nil, zones.contains(word.lower) {
        rest = word.rest
      } else if about.contains(word.lower), let next,
        moment.isEmpty || (moment.minute == nil && time(next, isBehindDay: true) != nil)
      {
        rest = word.rest
      } else {
        break
      }
    }
    guard !moment.isEmpty else { return nil }
    if moment.minute != nil, moment.end == nil, isStretch(rest), let word = IncidentWord(rest),
      isTime(word.text)
    {
      moment.end = String(word.text)
      rest = word.rest
    }
    // A number that is no moment begins many a sentence; “on” or “at” alone is none either.
    return (moment, String(rest.drop { IncidentWord.isSeparator($0) || $0.isWhitespace }))
  }

  /// Words with the end of the stretch that they tell of.
  func withEnd(_ words: String) -> String {
    guard let end, !words.isEmpty else { return words }
    let doer = words.ranges(of: IncidentText.doer).last?.lowerBound ?? words.endIndex
    return "\(words[..<doer].trimmed()) (until \(end))\(words[doer...])"
  }

  /// The second time of `09:40-09:55`.
  private static func end(of word: Substring) -> String? {
    guard let dash = word.firstIndex(where: { "-–".contains($0) }) else { return nil }
    let end = word[word.index(after: dash)...]
    return isTime(end) ? String(end) : nil
  }

  /// Whether a word is a time such as `09:55` or `9.55`.
  private static func isTime(_ word: Substring) -> Bool {
    let parts = word.split(omittingEmptySubsequences: false) { ":.h".contains($0) }
    return parts.count == 2 && (1...2).contains(parts[0].count) && parts[1].count == 2
      && parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
  }

  private var hasDay: Bool { day != nil || unclear != nil }
  private var isEmpty: Bool { !hasDay && weekday == nil && minute == nil }

  /// The first day that a text names anywhere, unless words before it say that it is another's.
  static func day(in text: String, isOther: (ArraySlice<Substring>) -> Bool) -> IncidentDay? {
    let words = text.split(separator: " ")
    for index in words.indices {
      // A moment has a few words.
      guard let moment = read(words[index...].prefix(8).joined(separator: " "))?.moment,
        let day = moment.day, !isOther(words[..<index])
      else { continue }
      // “3.10.” may be a price at the end of a sentence.
      let first = words[index].last == "." && words[index].contains(where: \.isNumber)
      let before = index > words.startIndex ? words[index - 1].lowercased() : ""
      if day.year == nil, first, !["on", "since", "from", "of", "am", "le"].contains(before) {
        continue
      }
      return day
    }
    return nil
  }

  /// The names of the days, from Monday on, in German and in French.
  private static let foreignDays = [
    ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"],
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
  ]

  private static func weekday(_ word: String) -> Weekday? {
    guard word.count >= 3 else { return nil }
    let stem = word.hasSuffix(".") ? String(word.dropLast()) : word
    for names in foreignDays {
      if let index = names.firstIndex(of: stem) { return Weekday.allCases[index] }
    }
    return Weekday.allCases.first { day in
      let name = day.name.lowercased()
      return name == stem || (stem.count <= 5 && name.hasPrefix(stem))
    }
  }

  // MARK: Times

  /// The time that a word says, with “am” or “pm” behind it.
  ///
  /// - Parameters:
  ///   - word: The word.
  ///   - isBehindDay: Whether a day stands before it, behind which `1605` and `16h` are times.
  /// - Returns: The time, whether “am” or “pm” is there, and what follows; nil for another word.
  private static func time(
    _ word: IncidentWord, isBehindDay: Bool
  ) -> (minute: Int, hasHalf: Bool, rest: Substring)? {
    var digits = Substring(word.lower)
    var half: Int?
    var isHour = false
    for (suffix, hours) in [("am", 0), ("pm", 12), ("h", nil), ("z", nil)] as [(String, Int?)]
    where half == nil && digits.hasSuffix(suffix) && digits.first?.isNumber == true {
      digits = digits.dropLast(suffix.count)
      half = hours
      isHour = isHour || (suffix == "h" && isBehindDay)
    }
    // 14h05, as it is written in French.
    if let hour = digits.firstIndex(of: "h"), digits[..<hour].allSatisfy(\.isNumber),
      digits[hour...].dropFirst().count == 2
    {
      digits = Substring(digits[..<hour] + ":" + digits[hour...].dropFirst())
    }
    var rest = word.rest
    if half == nil, let next = IncidentWord(word.rest), ["am", "pm"].contains(next.lower) {
      half = next.lower == "am" ? 0 : 12
      rest = next.rest
    }
    if isBehindDay, let next = IncidentWord(word.rest), ["uhr", "h", "hrs"].contains(next.lower) {
      isHour = true
    }
    // A stretch such as 09:40-09:55 counts from its start.
    if let dash = digits.firstIndex(where: { "-–".contains($0) }), dash > digits.startIndex {
      digits = digits[..<dash]
    }
    guard digits.allSatisfy(\.isASCII) else { return nil }
    if digits.count == 4, digits.allSatisfy(\.isNumber), half == nil,
      isBehindDay || standsAlone(word)
    {
      digits = digits.prefix(2) + ":" + digits.suffix(2)
    }
    let parts = digits.split(
      separator: digits.contains(":") ? ":" : ".", omittingEmptySubsequences: false)
    let numbers = parts.map { Int($0) }
    let hasMinutes = (2...3).contains(parts.count) && parts[1].count == 2
    guard hasMinutes || (parts.count == 1 && (half != nil || isHour)), var hour = numbers[0],
      let minute = hasMinutes ? numbers[1] : 0, (0..<60).contains(minute), (0..<24).contains(hour)
    else { return nil }
    if let half { hour = hour % 12 + half }
    return (hour * 60 + minute, half != nil, rest)
  }

  /// Whether a dash follows: “10.05 – 10.20” is a stretch of time, and no day with a time.
  private static func isStretch(_ rest: Substring) -> Bool {
    rest.first { !$0.isWhitespace }.map { "–—-".contains($0) } == true
  }

  /// Whether four digits are a time at the start of a line, and count nothing: a sign follows them,
  /// or a word with a capital, or nothing.
  private static func standsAlone(_ word: IncidentWord) -> Bool {
    guard !word.hasColon, let next = word.rest.first(where: { !$0.isWhitespace }) else {
      return true
    }
    let zone = IncidentWord(word.rest).map { zones.contains($0.lower) } == true
    return zone || next.isUppercase || IncidentWord.isSeparator(next)
  }
}
