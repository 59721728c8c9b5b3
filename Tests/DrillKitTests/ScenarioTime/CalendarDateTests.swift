// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
  // Day numbers by the proleptic Gregorian calendar; 2000-02-29 and 2038-01-19 are widely printed.
  @Test(
    "count days since 1970 both ways",
    arguments: [
      ("1970-01-01", 0, Weekday.thursday), ("1969-12-31", -1, .wednesday),
      ("2000-02-29", 11_016, .tuesday), ("2001-01-01", 11_323, .monday),
      ("2026-05-08", 20_581, .friday), ("2038-01-19", 24_855, .tuesday),
      ("0001-01-01", -719_162, .monday), ("9999-12-31", 2_932_896, .friday),
    ])
  func days(text: String, number: Int, weekday: Weekday) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.daysSinceEpoch == number)
    #expect(date.weekday == weekday)
    #expect(CalendarDate(daysSinceEpoch: number).description == text)
  }

  @Test("every day of 400 years comes back as itself")
  func roundTrip() {
    for number in 0..<146_097 {
      let (year, month, day) = CalendarDate(daysSinceEpoch: number).components
      #expect(CalendarDate(year: year, month: month, day: day)?.daysSinceEpoch == number)
    }
  }

  @Test(
    "days that do not exist and other forms are refused",
    arguments: [
      "2025-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
      "0000-01-01", "2026-1-1", "26-01-01", "2026/01/01", "2026-01-01 ", "+026-01-01", "",
    ])
  func refused(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(
    "adding months keeps the day where it can",
    arguments: [
      ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
      ("2026-12-15", 1, "2027-01-15"), ("2026-03-31", -1, "2026-02-28"),
      ("2024-02-29", 12, "2025-02-28"), ("2026-05-08", -17, "2024-12-08"),
    ])
  func months(start: String, count: Int, end: String) throws {
    #expect(try #require(CalendarDate(start)).adding(months: count).description == end)
  }

  @Test(
    "days of a table's cell",
    arguments: [
      ("Monday to Friday", [1, 2, 3, 4, 5]), ("Mon-Fri", [1, 2, 3, 4, 5]),
      ("fri–mon", [1, 5, 6, 7]),
      ("Saturday; Sunday", [6, 7]), ("daily", [1, 2, 3, 4, 5, 6, 7]), ("Tue", [2]),
    ])
  func weekdays(text: String, days: [Int]) throws {
    #expect(try #require(Weekday.set(parsing: text)).map(\.rawValue).sorted() == days)
  }

  @Test("no days", arguments: ["", "Mo", "Monday to", "Monday to Noday", "weekdays;", "Xday"])
  func noDays(text: String) {
    #expect(Weekday.set(parsing: text) == nil)
  }
}
