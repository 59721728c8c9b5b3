// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Scenario time")
struct ScenarioClockTests {
  @Test(
    "times of day as people type them",
    arguments: [
      ("18:40", 1120), ("9.05", 545), ("00:00", 0), ("24:00", 1440), ("6:40pm", 1120),
      ("12am", 0), ("12 pm", 720), ("6pm", 1080),
    ])
  func times(text: String, minute: Int) {
    #expect(WrittenMoment.minuteOfDay(text) == minute)
  }

  @Test(
    "what is no moment",
    arguments: [
      "", "18", "25:00", "24:01", "18:60", "18:4", "Friday", "Noday 18:40", "Friday Friday 18:40",
      "2026-02-30 18:40", "13pm", "0am", "-1:30",
    ])
  func noMoment(text: String) {
    #expect(WrittenMoment(text) == nil)
  }

  // 2026-05-08 is a Friday.
  @Test(
    "a weekday in a fact is the latest past one",
    arguments: [
      ("Friday 18:40", "2026-05-08 18:40"), ("Friday 18:41", "2026-05-01 18:41"),
      ("fri 09:00", "2026-05-08 09:00"), ("Saturday 10:00", "2026-05-02 10:00"),
      ("Thursday 23:59", "2026-05-07 23:59"), ("18:00", "2026-05-08 18:00"),
      ("19:00", "2026-05-07 19:00"), ("yesterday 19:00", "2026-05-07 19:00"),
      ("2026-04-01 08:00", "2026-04-01 08:00"),
    ])
  func facts(text: String, expected: String) throws {
    let clock = try #require(ScenarioClock(parsing: "2026-05-08 18:40"))
    let written = try #require(WrittenMoment(text))
    let moment = try #require(clock.past(written))
    #expect("\(moment.date) \(moment.clockText)" == expected)
  }

  @Test(
    "a weekday in a deadline is the next one",
    arguments: [
      ("Friday 18:40", "2026-05-08 18:40"), ("Friday 18:39", "2026-05-15 18:39"),
      ("SAT 02:40", "2026-05-09 02:40"), ("Thursday 23:59", "2026-05-14 23:59"),
      ("19:00", "2026-05-08 19:00"), ("by 18:00", "2026-05-09 18:00"),
      ("tomorrow 9:00 am", "2026-05-09 09:00"), ("2026-06-07 18:40", "2026-06-07 18:40"),
    ])
  func deadlines(text: String, expected: String) throws {
    let clock = try #require(ScenarioClock(parsing: "2026-05-08 18:40"))
    let moment = try #require(clock.deadline(parsing: text)?.time)
    #expect("\(moment.date) \(moment.clockText)" == expected)
  }

  @Test("a deadline that has passed is named from where it counts")
  func passedDeadline() throws {
    let clock = try #require(ScenarioClock(parsing: "Friday 18:40"))
    let written = try #require(WrittenMoment("Friday 18:00"))
    let since = try #require(clock.past(written))
    let named = clock.deadline(parsing: "Friday 18:15", from: since)
    #expect(named == .at(since.adding(minutes: 15)))
  }

  @Test("a moment is written so that it is read back, within seven days by its weekday")
  func readBack() throws {
    for now in ["Friday 18:40", "2026-05-08 18:40"] {
      let clock = try #require(ScenarioClock(parsing: now))
      for minutes in stride(from: 0, to: 20_000, by: 97) {
        let time = clock.now.adding(minutes: minutes)
        guard clock.canName(time) else { continue }
        let text = clock.text(time)
        #expect(clock.deadline(parsing: text) == .at(time), "\(text)")
        #expect(text.contains("day ") == (minutes < 10_080))
      }
    }
  }

  @Test("a story without dates has none")
  func undated() throws {
    let clock = try #require(ScenarioClock(parsing: "Friday 18:40"))
    #expect(clock.deadline(parsing: "2026-05-08 19:00") == nil)
    #expect(!clock.canName(clock.now.adding(minutes: 7 * 1440)))
    #expect(clock.text(clock.now.adding(minutes: 30 * 1440)) == "Sunday 18:40, 30 days later")
    #expect(ScenarioClock(parsing: "18:40") == nil)
  }

  @Test("a later Now is the next such moment of the story")
  func nested() throws {
    let drill = try #require(ScenarioClock(parsing: "2026-05-08 18:40"))
    let item = try #require(ScenarioClock(parsing: "02:15", after: drill))
    #expect("\(item.now.date) \(item.now.clockText)" == "2026-05-09 02:15")
    let scene = try #require(ScenarioClock(parsing: "Monday 08:00", after: item))
    #expect("\(scene.now.date)" == "2026-05-11")
    #expect(scene.isDated)
    #expect(scene.advanced(byMinutes: 10).now - scene.now == 10)
  }

  @Test(
    "who keeps a deadline",
    arguments: [
      ("19:00", "18:59", true), ("19:00", "19:00", true), ("19:00", "19:01", false),
      ("19:00", "at once", true), ("19:00", "without undue delay", false),
      ("at once", "immediately", true), ("at once", "18:40", true), ("at once", "18:45", false),
      ("without undue delay", "at once", true), ("without undue delay", "19:00", false),
    ])
  func kept(deadline: String, named: String, isKept: Bool) throws {
    let clock = try #require(ScenarioClock(parsing: "Friday 18:40"))
    let limit = try #require(clock.deadline(parsing: deadline))
    let said = try #require(clock.deadline(parsing: named))
    #expect(limit.isKept(by: said, now: clock.now) == isKept)
  }
}
