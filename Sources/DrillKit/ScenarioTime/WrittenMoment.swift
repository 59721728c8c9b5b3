// SPDX-License-Identifier: GPL-3.0-or-later

/// A moment as someone wrote it, before a clock says which one is meant: `Friday 18:40`,
/// `Fri 18:40`, `2026-05-08 18:40`, `18:40`, `tomorrow 9:00 am`.
public struct WrittenMoment: Hashable, Sendable {
  /// What was said about the day.
  public enum Day: Hashable, Sendable {
    case weekday(Weekday)
    case date(CalendarDate)
    case today, tomorrow, yesterday
  }

  /// The day, where one was named.
  public let day: Day?
  /// Minutes since the day's start, 0 to 1440 (24:00).
  public let minuteOfDay: Int

  /// Reads a moment; case, short weekday names and a comma after the day do not matter. Nil for
  /// any other text.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.contains(where: isDigit) else { return nil }
    var words = text.lowercased().words(separatedBy: UInt8(ascii: ",")).map(String.init)
    // "6:40 pm" is one time, "6:40pm" as well.
    if words.count >= 2, let last = words.last, ["am", "pm", "a.m.", "p.m."].contains(last) {
      words.removeLast()
      words[words.count - 1] += last.filter(\.isLetter)
    }
    words.removeAll { $0 == "at" || $0 == "on" || $0 == "by" }
    guard let time = words.popLast(), let minute = Self.minuteOfDay(time), words.count <= 1 else {
      return nil
    }
    minuteOfDay = minute
    switch words.first {
    case nil: day = nil
    case "today": day = .today
    case "tomorrow": day = .tomorrow
    case "yesterday": day = .yesterday
    case let word?:
      if let weekday = Weekday(word) {
        day = .weekday(weekday)
      } else if let date = CalendarDate(word) {
        day = .date(date)
      } else {
        return nil
      }
    }
  }

  /// The moments that a text nearly is, as authors write them: the day that was misspelt, and the
  /// time's own form. Several where the day may be one or another; empty where none is near.
  public static func nearly(_ text: some StringProtocol) -> [String] {
    var words = text.words(separatedBy: UInt8(ascii: ",")).map { String($0) }
    if words.count > 1, let last = words.last?.lowercased() {
      let isHalf = ["am", "pm", "a.m.", "p.m."].contains(last)
      if isHalf || ["h", "uhr"].contains(last) { words.removeLast() }
      if isHalf { words[words.count - 1] += last.filter(\.isLetter) }
    }
    guard var time = words.popLast(), words.count <= 1 else { return [] }
    if minuteOfDay(time) == nil { time = meantTime(time) }
    guard let day = words.first, WrittenMoment("\(day) \(time)") == nil else {
      let moment = (words + [time]).joined(separator: " ")
      return WrittenMoment(moment) == nil ? [] : [moment]
    }
    let days = Weekday.allCases.map(\.name) + ["today", "tomorrow", "yesterday"]
    // The first of two that are equally near is the other one from behind.
    let near = [nearest(to: day, in: days), nearest(to: day, in: days.reversed())]
    let moments = near.compactMap { $0 }.map { "\($0) \(time)" }
    return moments.first == moments.last ? Array(moments.prefix(1)) : moments
  }

  /// `18h40`, `18:40h` and `1840` as `18:40`; any other text as it is.
  private static func meantTime(_ text: String) -> String {
    var word = text.lowercased()
    if word.hasSuffix("h") { word = String(word.dropLast()) }
    let digits = word.filter { $0.isNumber }
    let isTime = digits.count == 4 && (word == digits || word.contains("h"))
    return isTime ? "\(digits.prefix(2)):\(digits.suffix(2))" : word
  }

  /// Reads a time of day, `18:40`, `9.05`, `6:40pm`, `6pm`, `24:00`; nil for any other text.
  public static func minuteOfDay(_ text: some StringProtocol) -> Int? {
    guard text.utf8.first.map(isDigit) == true else { return nil }
    var word = text.lowercased()
    var half: Int?
    if word.hasSuffix("am") || word.hasSuffix("pm") {
      half = word.hasSuffix("am") ? 0 : 12
      word = String(word.dropLast(2)).trimmed()
    }
    let parts = word.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
    guard (1...2).contains(parts.count), parts.count == 2 || half != nil,
      parts.allSatisfy({ (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit) }),
      var hour = Int(parts[0])
    else { return nil }
    var minute = 0
    if parts.count == 2 {
      guard parts[1].utf8.count == 2, let value = Int(parts[1]) else { return nil }
      minute = value
    }
    if let half {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + half
    }
    guard minute < 60, hour < 24 || (hour == 24 && minute == 0) else { return nil }
    return hour * 60 + minute
  }
}
