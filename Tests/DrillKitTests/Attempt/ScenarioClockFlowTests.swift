// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

/// Scenario time in an attempt: answers let it pass, later facts count from there.
@Suite("Scenario time in an attempt")
struct ScenarioClockFlowTests {
  private static func story(since: String = "Friday 17:30") throws -> Story {
    try Story(
      """
      Facts:

      - Now: Friday 17:40
      - Since: \(since)
      - Incident: lost device
      - Records: 340

      ## Opening

      ### Choose: What first?

      _2 attempts; shuffle: no; within 30 s_

      - [x] At once.
        > Yes.
      - [ ] (+15 min) Soon.
        > Late.
      - [ ] (50%; +30 min) Later.
        > Later.
      - [ ] (timed out; +5 min)
        > Late.

      ### Escalate: Whom?

      _id: tell_

      ## Evening

      Facts:

      - Now: 19:00

      ### Escalate: Whom now?

      _id: again_
      """, duty: "escalation", policies: [("escalation", SmallStories.routes)])
  }

  /// What the clock shows at the two escalations, after these answers to the first question.
  private static func clocks(_ typed: [String]) throws -> [String] {
    var play = try Play(try story().script())
    for line in typed {
      if line == "late" { try play.timeOut() } else { try play.type(line) }
    }
    var clocks: [String] = []
    for _ in 0..<2 {
      let situation = try #require(play.current?.situation)
      let clock = try #require(situation.clock)
      clocks.append(clock.text(clock.now))
      try play.take(.timeOut(nil))
    }
    return clocks
  }

  @Test(
    "minutes that an answer takes are added to every later Now",
    arguments: [
      (["1"], ["Friday 17:40", "Friday 19:00"]), (["3", "1"], ["Friday 18:10", "Friday 19:30"]),
      // Also those of a try that did not settle it.
      (["2", "1"], ["Friday 17:55", "Friday 19:15"]),
      (["2", "3"], ["Friday 18:25", "Friday 19:45"]), (["late"], ["Friday 17:45", "Friday 19:05"]),
    ] as [([String], [String])])
  func minutes(typed: [String], clocks: [String]) throws {
    #expect(try Self.clocks(typed) == clocks)
  }

  /// In office hours (to 18:00) it is the telephone to both within the hour; after that the pager
  /// within half an hour. Both count from Since, 17:30.
  @Test(
    "who is told depends on when it is, and by when on when it began",
    arguments: [
      (["1"], "escalate security + privacy high phone by Friday 18:30", 10_000),
      (["1"], "escalate security + privacy high phone by Friday 18:31", 7500),
      (["1"], "escalate security high pager by Friday 18:00", 5000),
      // At 18:10 the half hour of the pager is over: the time that is right is at once.
      (["3", "1"], "escalate security high pager by Friday 18:00", 10_000),
      (["3", "1"], "escalate security + privacy high phone by Friday 18:30", 2500),
    ] as [([String], String, Int)])
  func routes(first: [String], command: String, credit: Int) throws {
    var play = try Play(try Self.story().script())
    for line in first { try play.type(line) }
    #expect(try play.type(command).credit.rawValue == credit, "\(play.page)")
  }

  @Test("the record keeps the minutes, and a resumed attempt has the same clock")
  func recorded() throws {
    var play = try Play(try Self.story().script())
    try play.type("2")
    let answered = try play.type("3")
    #expect(answered.minutes == 30 && play.state.passedMinutes == 45)
    #expect(AttemptState(folding: play.records).passedMinutes == 45)
  }
}
