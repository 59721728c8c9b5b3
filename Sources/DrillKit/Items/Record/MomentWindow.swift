// SPDX-License-Identifier: GPL-3.0-or-later

/// A stretch of scenario time that a record may name: `22:40 ± 3 min`, `Friday 09:50 to 10:00`.
struct MomentWindow: Hashable, Sendable {
  /// The day, where the author names one; the employee then has to name it too.
  let day: WrittenMoment.Day?
  /// Minutes of the day at which it starts; may lie before the day.
  let start: Int
  /// How many minutes it lasts, both ends included; 0 for a single minute.
  let length: Int
  /// A moment in it, as it is typed.
  let sample: String

  private static let day = ScenarioTime.minutesPerDay

  /// A single moment.
  init?(_ text: String) {
    guard let moment = WrittenMoment(text) else { return nil }
    self.init(day: moment.day, start: moment.minuteOfDay, length: 0, sample: text)
  }

  /// A moment and so many minutes on both sides, at most half a day.
  init?(_ text: String, tolerance: Int) {
    guard let moment = WrittenMoment(text), (0...Self.day / 2).contains(tolerance) else {
      return nil
    }
    self.init(
      day: moment.day, start: moment.minuteOfDay - tolerance, length: 2 * tolerance, sample: text)
  }

  /// From one moment to the next that the second text means; the second may name the time alone.
  init?(from first: String, to last: String) {
    guard let start = WrittenMoment(first), let end = WrittenMoment(last) else { return nil }
    var length = end.minuteOfDay - start.minuteOfDay
    switch (start.day, end.day) {
    case (_, nil): if length < 0 { length += Self.day }
    case (.weekday(let a)?, .weekday(let b)?):
      length += (b.rawValue - a.rawValue + 7) % 7 * Self.day
    case (.date(let a)?, .date(let b)?):
      length += (b.daysSinceEpoch - a.daysSinceEpoch) * Self.day
    case (let a, let b): guard a == b else { return nil }
    }
    guard (0...7 * Self.day).contains(length) else { return nil }
    self.init(day: start.day, start: start.minuteOfDay, length: length, sample: first)
  }

  private init(day: WrittenMoment.Day?, start: Int, length: Int, sample: String) {
    self.day = day
    self.start = start
    self.length = length
    self.sample = sample
  }

  /// Whether a time of day lies in it, whatever the day.
  func holds(minuteOfDay minute: Int) -> Bool {
    let ahead = ((minute - start) % Self.day + Self.day) % Self.day
    return ahead <= length
  }

  /// Whether a written moment lies in it. Where no day is asked, one may be named all the same:
  /// it must be within a day of the clock.
  func holds(_ moment: WrittenMoment, by clock: ScenarioClock?) -> Bool {
    let minute = moment.minuteOfDay
    let typed = moment.day.map { Self.days($0, clock) }
    guard let day else {
      guard holds(minuteOfDay: minute) else { return false }
      guard let typed, let clock else { return true }
      return typed.contains { abs($0 * Self.day + minute - clock.now.minutes) <= Self.day }
    }
    let own = Self.days(day, clock)
    return typed?.contains { given in
      own.contains { (0...length).contains((given - $0) * Self.day + minute - start) }
    } ?? false
  }

  /// The days, since 1970-01-01, that a named one may mean within a week of the clock.
  private static func days(_ day: WrittenMoment.Day, _ clock: ScenarioClock?) -> [Int] {
    let today = clock?.now.date.daysSinceEpoch
    switch day {
    case .date(let date): return clock?.isDated ?? true ? [date.daysSinceEpoch] : []
    case .today: return today.map { [$0] } ?? []
    case .tomorrow: return today.map { [$0 + 1] } ?? []
    case .yesterday: return today.map { [$0 - 1] } ?? []
    case .weekday(let weekday):
      // Without a clock any week will do, as long as both moments mean the same one.
      guard let today else { return [weekday.rawValue] }
      return (-6...6).map { today + $0 }
        .filter { CalendarDate(daysSinceEpoch: $0).weekday == weekday }
    }
  }
}
