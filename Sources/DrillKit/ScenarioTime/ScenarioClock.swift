// SPDX-License-Identifier: GPL-3.0-or-later

/// What time it is in a drill's story, and which moment a written one means by it.
///
/// A story may leave the date open (`Now: Friday 18:40`): then any such Friday will do, weekdays
/// mean something and dates do not.
public struct ScenarioClock: Hashable, Codable, Sendable {
  /// The moment that it is.
  public let now: ScenarioTime
  /// Whether the story says the date.
  public let isDated: Bool

  /// A clock that shows a moment.
  public init(now: ScenarioTime, isDated: Bool = true) {
    self.now = now
    self.isDated = isDated
  }

  /// Reads the fact `Now`: a weekday or a date, and the time. With an outer clock the moment is
  /// the next one from there on, and the time alone will do. Nil where the day stays unknown.
  public init?(parsing text: some StringProtocol, after outer: ScenarioClock? = nil) {
    guard let written = WrittenMoment(text) else { return nil }
    self.init(written, after: outer)
  }

  /// A clock that shows a moment as it was written; nil where its day is not known.
  init?(_ written: WrittenMoment, after outer: ScenarioClock? = nil) {
    switch (written.day, outer) {
    case (.date(let date), _):
      self.init(now: ScenarioTime(date, minuteOfDay: written.minuteOfDay))
    case (_, let outer?):
      guard let moment = outer.coming(written) else { return nil }
      self.init(now: moment, isDated: outer.isDated)
    case (.weekday(let weekday), nil):
      // A week that stands for any week: it begins on Monday, 2001-01-01.
      let monday = 11_323
      let day = CalendarDate(daysSinceEpoch: monday + weekday.rawValue - 1)
      self.init(now: ScenarioTime(day, minuteOfDay: written.minuteOfDay), isDated: false)
    default: return nil
    }
  }

  /// The same clock after so many minutes.
  public func advanced(byMinutes minutes: Int) -> ScenarioClock {
    ScenarioClock(now: now.adding(minutes: minutes), isDated: isDated)
  }

  /// The moment that a fact means: the latest such one that is not after now, where the date is
  /// left open. Nil for a date in a story without dates.
  public func past(_ written: WrittenMoment) -> ScenarioTime? {
    resolve(written, from: now) { candidate, period in
      // The time of today may lie ahead: then the one before it is meant.
      candidate > now ? candidate.adding(minutes: -period) : candidate
    }
  }

  /// The moment that a deadline means: the first such one that is not before `start` (now, unless
  /// the deadline counts from an earlier moment). Nil for a date in a story without dates.
  public func coming(_ written: WrittenMoment, from start: ScenarioTime? = nil) -> ScenarioTime? {
    let start = start ?? now
    return resolve(written, from: start) { candidate, period in
      candidate < start ? candidate.adding(minutes: period) : candidate
    }
  }

  /// Reads a deadline that an employee names: a moment, `at once`, `without undue delay`. It
  /// counts from `start`, so that a deadline that has passed can be named as well.
  public func deadline(parsing text: String, from start: ScenarioTime? = nil) -> Deadline? {
    if let within = Within(text), within.isWord { return within.deadline(from: now, hours: nil) }
    if ["now", "immediately"].contains(text.trimmed().lowercased()) { return .atOnce }
    return WrittenMoment(text).flatMap { coming($0, from: start) }.map(Deadline.at)
  }

  /// A moment for people: `Saturday 02:40` within seven days of now, the date and the time
  /// otherwise; in a story without dates how many days it is away.
  public func text(_ time: ScenarioTime) -> String {
    let week = 7 * ScenarioTime.minutesPerDay
    if abs(time - now) < week { return "\(time.weekday.name) \(time.clockText)" }
    guard !isDated else { return "\(time.date) \(time.clockText)" }
    let days = time.date.daysSinceEpoch - now.date.daysSinceEpoch
    let way = days < 0 ? "earlier" : "later"
    return "\(time.weekday.name) \(time.clockText), \(abs(days)) days \(way)"
  }

  /// A deadline for people.
  public func text(_ deadline: Deadline) -> String {
    switch deadline {
    case .at(let time): text(time)
    case .atOnce: "at once"
    case .withoutUndueDelay: "without undue delay"
    }
  }

  /// Whether a moment can be written so that it means this one: by its weekday within seven days
  /// of `start`, by its date otherwise.
  public func canName(_ time: ScenarioTime, from start: ScenarioTime? = nil) -> Bool {
    isDated || (0..<(7 * ScenarioTime.minutesPerDay)).contains(time - (start ?? now))
  }

  /// The moment on the day that is meant; `choose` moves it by the period after which it comes
  /// again, a day or a week.
  private func resolve(
    _ written: WrittenMoment, from reference: ScenarioTime,
    choose: (ScenarioTime, Int) -> ScenarioTime
  ) -> ScenarioTime? {
    let minute = written.minuteOfDay
    let day = ScenarioTime.minutesPerDay
    switch written.day {
    case .date(let date): return isDated ? ScenarioTime(date, minuteOfDay: minute) : nil
    case .today: return ScenarioTime(now.date, minuteOfDay: minute)
    case .tomorrow: return ScenarioTime(now.date.adding(days: 1), minuteOfDay: minute)
    case .yesterday: return ScenarioTime(now.date.adding(days: -1), minuteOfDay: minute)
    case nil: return choose(ScenarioTime(reference.date, minuteOfDay: minute), day)
    case .weekday(let weekday):
      let ahead = weekday.rawValue - reference.weekday.rawValue
      // The day of this name that is nearest in the direction that `choose` settles.
      let candidate = ScenarioTime(reference.date.adding(days: ahead), minuteOfDay: minute)
      return choose(candidate, 7 * day)
    }
  }
}
