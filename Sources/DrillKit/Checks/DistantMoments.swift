// SPDX-License-Identifier: GPL-3.0-or-later

/// Moments of the facts that probably were to lie a little before `Now` and don't: a weekday or a
/// time that is later than `Now` is the one of a week or a day before, and a deadline counts from there.
struct DistantMoments {
  private struct Reading {
    let fact: Fact
    let written: WrittenMoment
    let clock: ScenarioClock
    /// Minutes from the moment to `Now`; less than nothing where it lies ahead.
    let span: Int

    /// As it counts for being the nearest one: a moment ahead is the farthest.
    var distance: Int { span < 0 ? .max : span }
  }

  /// A fact holds for many items while the story's clock goes on: it is wrong where it suits none.
  private var nearest: [Place: Reading] = [:]

  /// Takes down which moments the facts of a situation mean.
  mutating func note(_ situation: Situation) {
    guard let clock = situation.clock else { return }
    for key in [Facts.Reserved.since, .aware] {
      guard let fact = situation.facts[key], let written = fact.moment,
        let moment = clock.past(written)
      else { continue }
      let reading = Reading(fact: fact, written: written, clock: clock, span: clock.now - moment)
      if reading.distance <= nearest[fact.place]?.distance ?? .max {
        nearest[fact.place] = reading
      }
    }
  }

  /// Reports those that suit no situation.
  func report(to diagnostics: Diagnostics) {
    for (place, reading) in nearest {
      guard let message = Self.message(reading) else { continue }
      diagnostics.report(.distantMoment, at: place, message)
    }
  }

  /// A moment up to two days ahead of `Now` is a slip; what happened more than five days ago is said
  /// with a date.
  private static let mostByWeekday = 5 * ScenarioTime.minutesPerDay
  private static let mostByTime = 20 * 60

  private static func message(_ reading: Reading) -> String? {
    let words = reading.fact.text
    let now = "“Now” (\(reading.clock.now.weekday.name) \(reading.clock.now.clockText))"
    let last: (String, String)?
    switch reading.written.day {
    case .weekday where reading.span > mostByWeekday:
      last = ("last week's", "both with dates, as “2026-05-08 18:40”")
    case nil where reading.span > mostByTime: last = ("yesterday's", "“yesterday \(words)”")
    case _ where reading.span < 0:
      return "“\(words)” lies ahead of \(now), and deadlines would count from there. Write under "
        + "“\(reading.fact.key)” what happened before “Now”."
    default: last = nil
    }
    return last.map { day, better in
      "\(reading.fact.key) is \(duration(reading.span)) before \(now): “\(words)” is read as \(day), "
        + "as a moment of the facts is never ahead of “Now”. Correct one of the two; if \(day) is "
        + "meant, write \(better)."
    }
  }

  /// `6 days 22 hours`, without the minutes where there are days.
  private static func duration(_ minutes: Int) -> String {
    let day = ScenarioTime.minutesPerDay
    let parts = [
      (minutes / day, "day"), (minutes % day / 60, "hour"),
      (minutes < day ? minutes % 60 : 0, "minute"),
    ]
    return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
      .joined(separator: " ")
  }
}
