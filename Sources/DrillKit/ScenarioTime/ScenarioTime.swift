// SPDX-License-Identifier: GPL-3.0-or-later

/// A moment in a drill's story: minutes of local time, without daylight saving. Deadlines are
/// judged by it; it has nothing to do with how long an employee takes to answer.
public struct ScenarioTime: Hashable, Codable, Sendable, Comparable {
  /// Minutes of a day.
  public static let minutesPerDay = 1440

  /// Minutes since the start of 1970-01-01.
  public let minutes: Int

  private static let first = CalendarDate(daysSinceEpoch: .min).daysSinceEpoch * minutesPerDay
  private static let last =
    (CalendarDate(daysSinceEpoch: .max).daysSinceEpoch + 1) * minutesPerDay - 1

  /// A moment by its minutes since the start of 1970-01-01; moments outside the years 1 to 9999
  /// are moved to the nearest inside.
  public init(minutes: Int) {
    self.minutes = min(max(minutes, Self.first), Self.last)
  }

  /// A moment of a day; `minuteOfDay` may pass the day's end.
  public init(_ date: CalendarDate, minuteOfDay: Int) {
    self.init(
      minutes: (date.daysSinceEpoch * Self.minutesPerDay).saturatingSum(minuteOfDay))
  }

  /// The day.
  public var date: CalendarDate {
    let day = minutes / Self.minutesPerDay - (minutes % Self.minutesPerDay < 0 ? 1 : 0)
    return CalendarDate(daysSinceEpoch: day)
  }

  /// Minutes since the day's start, 0 to 1439.
  public var minuteOfDay: Int {
    let minute = minutes % Self.minutesPerDay
    return minute < 0 ? minute + Self.minutesPerDay : minute
  }

  /// The day of the week.
  public var weekday: Weekday { date.weekday }

  /// `18:40`.
  public var clockText: String { "\(twoDigits(minuteOfDay / 60)):\(twoDigits(minuteOfDay % 60))" }

  /// The moment so many minutes later, or earlier; at most the last of the year 9999.
  public func adding(minutes more: Int) -> ScenarioTime {
    ScenarioTime(minutes: minutes.saturatingSum(more))
  }

  /// Minutes from the second moment to the first.
  public static func - (a: ScenarioTime, b: ScenarioTime) -> Int { a.minutes - b.minutes }

  /// Earlier moments are less.
  public static func < (a: ScenarioTime, b: ScenarioTime) -> Bool { a.minutes < b.minutes }
}
