// SPDX-License-Identifier: GPL-3.0-or-later

/// A day of the week, Monday first.
public enum Weekday: Int, CaseIterable, Hashable, Codable, Sendable, Comparable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// The English name, as drills write it.
  public var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  /// Reads a name or its beginning of at least three letters (`Fri`, `thurs.`), in any case.
  public init?(_ text: some StringProtocol) {
    var word = text.lowercased()
    if word.hasSuffix(".") { word.removeLast() }
    guard word.count >= 3 else { return nil }
    guard let day = Self.allCases.first(where: { $0.name.lowercased().hasPrefix(word) }) else {
      return nil
    }
    self = day
  }

  /// The day after this one.
  public var next: Weekday { Self(rawValue: rawValue % 7 + 1) ?? .monday }

  /// Monday is the least.
  public static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }

  /// Reads the days cell of a table: `Monday to Friday`, `Mon-Fri`, `Saturday; Sunday`, `daily`.
  /// Nil where a part is no day.
  public static func set(parsing text: some StringProtocol) -> Set<Weekday>? {
    var days: Set<Weekday> = []
    let parts = text.split { $0 == ";" || $0 == "," }
    guard !parts.isEmpty else { return nil }
    for part in parts {
      let word = String(part).trimmed().lowercased()
      if ["daily", "every day", "all days"].contains(word) {
        days.formUnion(allCases)
      } else if let day = Weekday(word) {
        days.insert(day)
      } else if let range = range(word) {
        days.formUnion(range)
      } else {
        return nil
      }
    }
    return days
  }

  /// `monday to friday`, `fri-mon`: from the first day on through the last.
  private static func range(_ text: String) -> [Weekday]? {
    for separator in [" to ", "-", "–"] {
      let ends = text.split(separator: separator).map { $0.trimmed() }
      guard ends.count == 2, let first = Weekday(ends[0]), let last = Weekday(ends[1]) else {
        continue
      }
      var days = [first]
      while let day = days.last, day != last { days.append(day.next) }
      return days
    }
    return nil
  }
}
