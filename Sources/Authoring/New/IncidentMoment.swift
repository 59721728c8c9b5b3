// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// The moment at the start of a line of a timeline, as teams write it: `09:40`, `2026-03-04 09:40`,
/// `4 March 2026, 9.40 am`, `Wed 09:40 UTC`.
struct IncidentMoment: Hashable {
  /// The day, where the line names one.
  var date: CalendarDate?
  /// The day of the week, where the line names one.
  var weekday: Weekday?
  /// Minutes after midnight; nil where only a day stands there.
  var minute: Int?

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let about = [
    "ca", "ca.", "about", "around", "approx", "approx.", "at", "on", "by",
  ]
  private static let zones = [
    "z", "utc", "gmt", "cet", "cest", "bst", "est", "edt", "pst", "pdt", "h", "hrs", "hours",
    "uhr", "local", "time",
  ]

  /// Reads the moment that a text begins with, and gives what stands behind it; nil for a text that
  /// begins with none.
  static func read(_ text: String) -> (moment: IncidentMoment, rest: String)? {
    var moment = IncidentMoment()
    var rest = Substring(text)
    while let (word, tail) = nextWord(rest) {
      let lower = word.lowercased()
      if moment.date == nil, let found = date(lower, tail) {
        moment.date = found.date
        rest = found.rest
      } else if moment.minute == nil, let found = time(lower, tail) {
        moment.minute = found.minute
        rest = found.rest
      } else if moment.weekday == nil, let day = weekday(lower) {
        moment.weekday = day
        rest = tail
      } else if moment.minute != nil, zones.contains(lower) {
        rest = tail
      } else if about.contains(lower), let (next, after) = nextWord(tail),
        moment.isEmpty || (moment.minute == nil && time(next.lowercased(), after) != nil)
      {
        rest = tail
      } else {
        break
      }
    }
    guard !moment.isEmpty else { return nil }
    // A number that is no moment begins many a sentence; “on” or “at” alone is none either.
    return (moment, String(rest.drop { isSeparator($0) || $0.isWhitespace }))
  }

  private var isEmpty: Bool { date == nil && weekday == nil && minute == nil }

  private static func isSeparator(_ character: Character) -> Bool {
    "–—-,;:|/()[]~≈.T".contains(character) && character != "T"
  }

  /// The next word, and what follows it, without separators around.
  private static func nextWord(_ text: Substring) -> (word: Substring, rest: Substring)? {
    let start = text.drop { $0.isWhitespace || isSeparator($0) }
    let word = start.prefix { !$0.isWhitespace && !",;|()[]–—".contains($0) }
    guard !word.isEmpty else { return nil }
    let trimmed = word.last.map { ":.".contains($0) } == true ? word.dropLast() : word
    return (trimmed, start.dropFirst(word.count))
  }

  // MARK: Days

  private static func weekday(_ word: String) -> Weekday? {
    guard word.count >= 3 else { return nil }
    let stem = word.hasSuffix(".") ? String(word.dropLast()) : word
    return Weekday.allCases.first { day in
      let name = day.name.lowercased()
      return name == stem || (stem.count <= 5 && name.hasPrefix(stem))
    }
  }

  private static func date(
    _ word: String, _ tail: Substring
  ) -> (date: CalendarDate, rest: Substring)? {
    // 2026-03-04, also with a time behind a T.
    let head = word.prefix(10)
    if let date = CalendarDate(head) {
      let rest = word.dropFirst(10)
      if rest.isEmpty { return (date, tail) }
      if rest.first == "t" { return (date, Substring(rest.dropFirst() + " " + tail)) }
      return nil
    }
    let parts = word.split(separator: ".")
    if parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]),
      let year = Int(parts[2]), let date = CalendarDate(year: year, month: month, day: day)
    {
      return (date, tail)
    }
    return written(word, tail)
  }

  /// `4 March 2026`, `March 4, 2026`.
  private static func written(
    _ word: String, _ tail: Substring
  ) -> (date: CalendarDate, rest: Substring)? {
    guard let (second, afterSecond) = nextWord(tail),
      let (third, rest) = nextWord(afterSecond), let year = Int(third), year > 1900
    else { return nil }
    func day(_ text: some StringProtocol) -> Int? {
      Int(text.prefix { $0.isNumber })
    }
    func month(_ text: some StringProtocol) -> Int? {
      let lower = text.lowercased()
      return lower.count < 3 ? nil : months.firstIndex { lower.hasPrefix($0) }.map { $0 + 1 }
    }
    let pairs = [(day(word), month(second)), (day(second), month(word))]
    for case (let day?, let month?) in pairs {
      if let date = CalendarDate(year: year, month: month, day: day) { return (date, rest) }
    }
    return nil
  }

  // MARK: Times

  private static func time(
    _ word: String, _ tail: Substring
  ) -> (minute: Int, rest: Substring)? {
    var digits = Substring(word)
    var half: Int?
    for (suffix, hours) in [("am", 0), ("pm", 12), ("h", nil), ("z", nil)] as [(String, Int?)]
    where half == nil && digits.hasSuffix(suffix) && digits.first?.isNumber == true {
      digits = digits.dropLast(suffix.count)
      half = hours
    }
    // 14h05, as it is written in French.
    if let hour = digits.firstIndex(of: "h"), digits[..<hour].allSatisfy(\.isNumber),
      digits[hour...].dropFirst().count == 2
    {
      digits = Substring(digits[..<hour] + ":" + digits[hour...].dropFirst())
    }
    var rest = tail
    if half == nil, let (next, after) = nextWord(tail) {
      let mark = next.lowercased()
      if mark == "am" || mark == "pm" {
        half = mark == "am" ? 0 : 12
        rest = after
      }
    }
    // A stretch such as 09:40-09:55 counts from its start.
    if let dash = digits.firstIndex(where: { "-–".contains($0) }), dash > digits.startIndex {
      digits = digits[..<dash]
    }
    let parts = digits.split(separator: digits.contains(":") ? ":" : ".").map { Int($0) }
    let hasMinutes = (2...3).contains(parts.count)
    guard hasMinutes || (parts.count == 1 && half != nil), var hour = parts[0],
      let minute = hasMinutes ? parts[1] : 0, (0..<60).contains(minute), (0..<24).contains(hour),
      digits.allSatisfy({ $0.isASCII })
    else { return nil }
    if let half { hour = hour % 12 + half }
    return (hour * 60 + minute, rest)
  }
}
