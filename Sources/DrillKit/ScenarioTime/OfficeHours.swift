// SPDX-License-Identifier: GPL-3.0-or-later

/// When which office is open, as the table Office hours says it.
public struct OfficeHours: Hashable, Sendable {
  /// One row: a name, the days on which it opens, from when until when.
  public struct Shift: Hashable, Sendable {
    /// The name; several rows may share it.
    public let name: String
    /// The days on which the shift begins.
    public let days: Set<Weekday>
    /// The minute of the day at which it opens.
    public let from: Int
    /// The minute at which it is closed again; past 1440 where it crosses midnight.
    public let to: Int

    /// A shift. Where `to` is not after `from`, it ends on the following day; nil where both are
    /// the same minute, which could mean never or always.
    public init?(name: String, days: Set<Weekday>, from: Int, to: Int) {
      guard from != to, (0..<ScenarioTime.minutesPerDay).contains(from),
        (0...ScenarioTime.minutesPerDay).contains(to)
      else { return nil }
      self.name = name
      self.days = days
      self.from = from
      self.to = to > from ? to : to + ScenarioTime.minutesPerDay
    }

    /// Whether it is open: from its first minute on, and no longer at its last.
    func isOpen(at time: ScenarioTime) -> Bool {
      let minute = time.minuteOfDay
      if days.contains(time.weekday), (from..<to).contains(minute) { return true }
      let yesterday = time.date.adding(days: -1).weekday
      return days.contains(yesterday)
        && (from..<to).contains(minute + ScenarioTime.minutesPerDay)
    }
  }

  /// What the routes call every other moment.
  public static let outOfHours = "out of hours"

  /// The rows in the table's order.
  public let shifts: [Shift]

  /// Office hours from the table's rows.
  public init(_ shifts: [Shift]) { self.shifts = shifts }

  /// The names, each once, in the table's order.
  public var names: [String] {
    var seen: Set<String> = []
    return shifts.map(\.name).filter { seen.insert(folded($0)).inserted }
  }

  /// The names that are open at a moment, in the table's order; empty out of hours.
  public func open(at time: ScenarioTime) -> [String] {
    let open = Set(shifts.filter { $0.isOpen(at: time) }.map { folded($0.name) })
    return names.filter { open.contains(folded($0)) }
  }

  /// The days of the table's first name: an office with a night shift has business days as well.
  public var businessDays: Set<Weekday> {
    business.reduce(into: []) { $0.formUnion($1.days) }
  }

  /// Whether a day is a business day.
  public func isBusinessDay(_ date: CalendarDate) -> Bool { businessDays.contains(date.weekday) }

  /// When the office closes on the nth business day after a moment, its own day not counted. Nil
  /// without business days.
  public func close(ofBusinessDay count: Int, after start: ScenarioTime) -> ScenarioTime? {
    let days = businessDays
    guard count > 0, !days.isEmpty else { return nil }
    // Whole weeks first, so that a great number costs nothing.
    let weeks = (count - 1) / days.count
    var left = count - weeks * days.count
    var date = start.date.adding(days: 7 * weeks)
    while left > 0 {
      date = date.adding(days: 1)
      if days.contains(date.weekday) { left -= 1 }
    }
    let closes = business.filter { $0.days.contains(date.weekday) }.map(\.to).max()
    return closes.map { ScenarioTime(date, minuteOfDay: $0) }
  }

  private var business: [Shift] {
    guard let first = shifts.first else { return [] }
    return shifts.filter { folded($0.name) == folded(first.name) }
  }
}
