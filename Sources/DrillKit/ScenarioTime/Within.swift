// SPDX-License-Identifier: GPL-3.0-or-later

/// How long something may take, as a policy's table says it.
public enum Within: Hashable, Sendable {
  /// What a period is counted in.
  public enum Unit: String, Hashable, Sendable {
    case minute, hour, day, week, month, year
    case businessDay = "business day"

    /// A unit by its name, short or long, singular or plural.
    init?(_ word: String) {
      switch word {
      case "min", "mins", "minute", "minutes": self = .minute
      case "h", "hr", "hrs", "hour", "hours": self = .hour
      case "d", "day", "days", "calendar day", "calendar days": self = .day
      case "week", "weeks": self = .week
      case "month", "months": self = .month
      case "year", "years": self = .year
      case "business day", "business days", "working day", "working days": self = .businessDay
      default: return nil
      }
    }
  }

  /// So many of a unit.
  case period(Int, Unit)
  case atOnce
  case withoutUndueDelay

  /// Greatest number of units, so that no sum of minutes can overflow.
  static let limit = 100_000

  /// What a cell may hold, for messages.
  static let forms =
    "“15 min”, “4 h”, “72 hours”, “1 day”, “3 business days”, “12 months”, “at once” or "
    + "“without undue delay”"

  /// Reads `15 min`, `72h`, `3 business days`, `yearly`, `at once`, `without undue delay`; nil for
  /// any other text.
  public init?(_ text: some StringProtocol) {
    let words = text.lowercased().words().joined(separator: " ")
    switch words {
    case "at once", "immediately": self = .atOnce
    case "without undue delay": self = .withoutUndueDelay
    case "daily": self = .period(1, .day)
    case "weekly": self = .period(1, .week)
    case "monthly": self = .period(1, .month)
    case "yearly", "annually": self = .period(1, .year)
    default:
      let digits = words.utf8.prefix(while: isDigit)
      guard let count = Int(Substring(digits)), count > 0, count <= Self.limit,
        let unit = Unit(words[digits.endIndex...].trimmed())
      else { return nil }
      self = .period(count, unit)
    }
  }

  /// Whether it is a word instead of a number of units.
  public var isWord: Bool { self == .atOnce || self == .withoutUndueDelay }

  /// The moment by which something must be done that was known at `start`.
  ///
  /// Hours and days run through nights and holidays. Business days are those of the office hours:
  /// the day of `start` is not counted, and the last one ends when the office closes. Nil for
  /// business days where no office hours are known.
  public func deadline(from start: ScenarioTime, hours: OfficeHours?) -> Deadline? {
    switch self {
    case .atOnce: .atOnce
    case .withoutUndueDelay: .withoutUndueDelay
    case .period(let count, .minute): .at(start.adding(minutes: count))
    case .period(let count, .hour): .at(start.adding(minutes: count * 60))
    case .period(let count, .businessDay):
      hours?.close(ofBusinessDay: count, after: start).map(Deadline.at)
    case .period(let count, .day), .period(let count, .week), .period(let count, .month),
      .period(let count, .year):
      date(from: start.date, count: count).map {
        .at(ScenarioTime($0, minuteOfDay: start.minuteOfDay))
      }
    }
  }

  /// The day that is so much later; nil for minutes, hours, business days and words.
  public func date(from start: CalendarDate) -> CalendarDate? {
    guard case .period(let count, _) = self else { return nil }
    return date(from: start, count: count)
  }

  private func date(from start: CalendarDate, count: Int) -> CalendarDate? {
    switch self {
    case .period(_, .day): start.adding(days: count)
    case .period(_, .week): start.adding(days: 7 * count)
    case .period(_, .month): start.adding(months: count)
    case .period(_, .year): start.adding(months: 12 * count)
    default: nil
    }
  }
}

extension Within: CustomStringConvertible {
  /// As a person reads it: `15 minutes`, `1 business day`, `at once`.
  public var description: String {
    switch self {
    case .period(let count, let unit): "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")"
    case .atOnce: "at once"
    case .withoutUndueDelay: "without undue delay"
    }
  }
}
