// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Office hours and periods")
struct OfficeHoursTests {
  /// Office on weekdays, in two stretches on Friday; a night desk that crosses midnight.
  private func hours() throws -> OfficeHours {
    let weekdays = try #require(Weekday.set(parsing: "Monday to Thursday"))
    return OfficeHours([
      try #require(.init(name: "office", days: weekdays, from: 8 * 60, to: 18 * 60)),
      try #require(.init(name: "Office", days: [.friday], from: 8 * 60, to: 12 * 60)),
      try #require(.init(name: "office", days: [.friday], from: 13 * 60, to: 16 * 60)),
      try #require(.init(name: "night desk", days: [.friday, .sunday], from: 22 * 60, to: 6 * 60)),
    ])
  }

  @Test(
    "hours are half-open, and may cross midnight",
    arguments: [
      ("Monday 07:59", []), ("Monday 08:00", ["office"]), ("Monday 17:59", ["office"]),
      ("Monday 18:00", []), ("Friday 12:00", []), ("Friday 12:59", []),
      ("Friday 13:00", ["office"]),
      ("Friday 16:00", []), ("Friday 21:59", []), ("Friday 22:00", ["night desk"]),
      ("Saturday 05:59", ["night desk"]), ("Saturday 06:00", []), ("Saturday 22:00", []),
      ("Sunday 23:00", ["night desk"]), ("Monday 00:00", ["night desk"]), ("Monday 06:00", []),
    ])
  func open(text: String, names: [String]) throws {
    let clock = try #require(ScenarioClock(parsing: text))
    #expect(try hours().open(at: clock.now) == names)
  }

  @Test("business days are those of the first name, however many names there are")
  func businessDays() throws {
    #expect(try hours().businessDays == [.monday, .tuesday, .wednesday, .thursday, .friday])
    #expect(try hours().names == ["office", "night desk"])
  }

  @Test("the same minute twice is no shift")
  func sameMinute() {
    #expect(OfficeHours.Shift(name: "x", days: [.monday], from: 60, to: 60) == nil)
    #expect(OfficeHours.Shift(name: "x", days: [.monday], from: 0, to: 1440) != nil)
  }

  @Test(
    "deadlines, over a weekend too",
    arguments: [
      ("Friday 18:40", "15 min", "Friday 18:55"), ("Friday 18:40", "8h", "Saturday 02:40"),
      ("Friday 18:40", "72 hours", "Monday 18:40"), ("Friday 18:40", "1 day", "Saturday 18:40"),
      ("Friday 18:40", "1 business day", "Monday 18:00"),
      ("Friday 07:00", "1 business day", "Monday 18:00"),
      ("Thursday 23:59", "1 business day", "Friday 16:00"),
      ("Saturday 10:00", "1 business day", "Monday 18:00"),
      ("Friday 18:40", "3 business days", "Wednesday 18:00"),
      ("Wednesday 09:00", "3 business days", "Monday 18:00"),
      ("Friday 18:40", "6 Business  Days", "Monday 18:00, 10 days later"),
      ("Friday 18:40", "2 weeks", "Friday 18:40, 14 days later"),
      ("Friday 18:40", "immediately", "at once"),
      ("Friday 18:40", "Without undue delay", "without undue delay"),
    ])
  func deadline(start: String, within: String, expected: String) throws {
    let clock = try #require(ScenarioClock(parsing: start))
    let period = try #require(Within(within))
    let deadline = try #require(period.deadline(from: clock.now, hours: try hours()))
    #expect(clock.text(deadline) == expected)
  }

  @Test("business days without office hours are unknown")
  func unknown() throws {
    let clock = try #require(ScenarioClock(parsing: "Friday 18:40"))
    #expect(Within("1 business day")?.deadline(from: clock.now, hours: nil) == nil)
    #expect(
      Within("1 business day")?.deadline(from: clock.now, hours: OfficeHours([])) == nil)
  }

  @Test(
    "what is no period",
    arguments: [
      "", "15", "min", "0 min", "-1 h", "1.5 h", "15 min 3", "999999 days", "soon", "٣ h",
    ])
  func noPeriod(text: String) {
    #expect(Within(text) == nil)
  }

  @Test(
    "periods of whole days move a date",
    arguments: [
      ("14 days", "2026-05-22"), ("12 months", "2027-05-08"), ("yearly", "2027-05-08"),
      ("2 weeks", "2026-05-22"),
    ])
  func dates(text: String, expected: String) throws {
    let start = try #require(CalendarDate("2026-05-08"))
    #expect(Within(text)?.date(from: start)?.description == expected)
    #expect(Within("4 h")?.date(from: start) == nil)
  }
}
