// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Estimate")
struct EstimateTests {
  static func item(_ answer: String, _ rest: String = "") -> String {
    "### Estimate: How many?\n\n\(answer)\(rest.isEmpty ? "" : "\n\n" + rest)"
  }
  static let monday = """
    Now: Monday 09:20
    Aware: Friday 16:20
    Data: contact
    Affected: EU residents
    Period: first day
    Calls: 200
    """

  /// All inside the tolerance t, then (3t − d)/2t.
  @Test(
    "full inside the tolerance, linear down to nothing at three times it",
    arguments: [
      ("Answer: 14 ± 1", "14", 10_000), ("Answer: 14 ± 1", "13", 10_000),
      ("Answer: 14 ± 1", "16", 5000), ("Answer: 14 ± 1", "12.5", 7500),
      ("Answer: 14 ± 1", "11", 0), ("Answer: 14±1", "15", 10_000),
      ("Answer: 14 +/- 1", "15.5", 7500), ("Answer: 14", "14", 10_000), ("Answer: 14", "15", 0),
      ("Answer: 22 -0 +2 people", "24 people", 10_000), ("Answer: 22 -0 +2 people", "26", 5000),
      ("Answer: 22 -0 +2 people", "1 person", 0), ("Answer: 22 −0 +2", "21", 0),
      ("Answer: 22 +2 -1", "21", 10_000), ("Answer: 22 people -0 +2", "23", 10_000),
      ("Answer: 200 ± 5 %", "210", 10_000), ("Answer: 200 ± 5 %", "220", 5000),
      ("Answer: 200 ± 5%", "230", 0), ("Answer: 7 ± 0.5 h", "7.5 hours", 10_000),
      ("Answer: 7 h ± 0.5 h", "7,75h", 7500), ("Answer: 1 000 ± 50", "1,050", 10_000),
      ("Answer: -3 ± 1 °C", "-4", 10_000), ("Answer: 12.50 ± 0 EUR", "12.5 EUR", 10_000),
    ])
  func tolerance(answer: String, typed: String, basisPoints: Int) {
    let drill = PolicyItemDrill(Self.item(answer))
    #expect(drill.judge(typed)?.basisPoints == basisPoints)
    #expect(drill.findings == [])
  }

  /// 10 erlang at 180 s: 14 lines answer 88.84 % within 20 s, 13 answer 79.56 % (Erlang C).
  @Test("lines come from the Hotline table and the calls of an hour")
  func lines() throws {
    let drill = PolicyItemDrill(Self.item("Answer: lines ± 1"), facts: Self.monday)
    #expect(drill.solution() == "14")
    let right = try #require(drill.judge("13"))
    #expect(right.basisPoints == 10_000)
    #expect(
      right.texts(.earned) == [
        "13: near enough; exactly it is 14. 200 calls an hour of 180 s are 10 hours of talk in every hour. 14 lines answer 88.84 % within 20 s; 13 answer 79.56 %, and 80 % are asked for."
      ])
    #expect(right.remarks.first?.clause == "breach#hotline")
    #expect(drill.judge("12")?.basisPoints == 5000)
    #expect(drill.judge("12")?.chosen == ["too low"])
    #expect(drill.judge("11")?.basisPoints == 0)
    #expect(drill.findings == [])
  }

  /// 48 erlang at 240 s: 55 lines answer 84.59 % within 15 s, 54 answer 79.29 %; 20 erlang at 180 s: 24 answer 80.89 %.
  @Test(
    "the facts choose the row",
    arguments: [
      ("Period: later\nCalls: 720", "55"), ("Period: first day\nCalls: 400", "24"),
      ("Period: first day\nCalls: 0.5", "1"),
    ])
  func otherRows(facts: String, right: String) {
    #expect(PolicyItemDrill(Self.item("Answer: lines"), facts: facts).solution() == right)
  }

  @Test("a changed row of the policy changes the answer")
  func policyDecides() {
    let other = HousePolicies.breach
      .replacing("| first day | 80 % | 20 s |", with: "| first day | 70 % | 20 s |")
      .replacing("| EU residents | aware | 72 hours |", with: "| EU residents | aware | 96 hours |")
    let lines = PolicyItemDrill(
      Self.item("Answer: lines ± 1"), facts: Self.monday, policies: [other])
    #expect(lines.solution() == "13")
    let left = PolicyItemDrill(
      Self.item("Answer: left of \"GDPR authority\""), facts: Self.monday, policies: [other])
    #expect(left.solution() == "31 h")
  }

  /// 14 / 0.65 = 21.54; without shrinkage as many as lines.
  @Test(
    "the roster pays for shrinkage",
    arguments: [
      ("Period: first day\nCalls: 200", "22 people"), ("Period: later\nCalls: 720", "55 people"),
    ])
  func rostered(facts: String, right: String) {
    let drill = PolicyItemDrill(Self.item("Answer: rostered -0 +2 people"), facts: facts)
    #expect(drill.solution() == right)
    #expect(drill.findings == [])
  }

  @Test(
    "time is left until a clock's deadline, in hours unless another unit is named",
    arguments: [
      ("Now: Monday 09:20", "Answer: left of \"GDPR authority\" ± 0.5 h", "7 h"),
      ("Now: Friday 16:20", "Answer: left of \"gdpr authority\" ± 1", "72 h"),
      ("Now: Monday 09:00", "Answer: left of “GDPR authority” ± 10 min", "440 min"),
      ("Now: Friday 16:20", "Answer: left of \"GDPR authority\" ± 1 day", "3 day"),
      ("Now: Monday 16:00", "Answer: left of \"GDPR authority\"", "0.333333 h"),
      ("Now: Monday 18:00", "Answer: left of \"GDPR authority\" ± 0.5 h", "0 h"),
    ])
  func left(now: String, answer: String, right: String) {
    let facts = Self.monday.replacing("Now: Monday 09:20", with: now)
    let drill = PolicyItemDrill(Self.item(answer), facts: facts)
    #expect(drill.solution() == right)
    #expect(drill.findings == [])
  }

  @Test("minutes that answers took are no longer left")
  func passingTime() throws {
    let drill = PolicyItemDrill(
      Self.item("Answer: left of \"GDPR authority\" ± 0.5 h"), facts: Self.monday)
    #expect(drill.solution(passed: 90) == "5.5 h")
    #expect(
      drill.judge("9")?.texts(.lost) == [
        "9 h: too high, right is 7 h. It is Monday 09:20, and the notice is due by Monday 16:20, 72 hours after Friday 16:20."
      ])
    #expect(drill.judge("9")?.remarks.last?.clause == "breach#notification-clocks")
  }

  static let foreseen = """
    Answers:

    - 19
      > That is fourteen plus 35 %.
    - (fail: business) 14 people
      > Then nobody may get up.
    - (otherwise)
      > Divide, and round up.
    """

  @Test(
    "foreseen numbers speak, with or without their unit",
    arguments: [
      ("19", ["That is fourteen plus 35 %."]), ("19.0 people", ["That is fourteen plus 35 %."]),
      ("14", ["Then nobody may get up."]), ("18", ["Divide, and round up."]),
      ("25", ["Divide, and round up."]), ("23", []), ("22", []),
    ])
  func feedback(typed: String, said: [String]) throws {
    let drill = PolicyItemDrill(Self.item("Answer: 22 -0 +2 people", Self.foreseen))
    let judgement = try #require(drill.judge(typed))
    #expect(judgement.texts(.feedback) == said)
    #expect(judgement.critical.map(\.what) == (typed == "14" ? ["14 people"] : []))
    #expect(drill.findings == [] && drill.idle == [])
  }

  @Test("variants change the number and the line that is right there is dropped")
  func variants() {
    let drill = PolicyItemDrill(
      Self.item("Answer: 22 -0 +2 people", Self.foreseen),
      variants: "| A | B |\n|---|---|\n| 22 | 19 |")
    #expect(drill.solution(1) == "19 people")
    #expect(drill.judge("19", variant: 1)?.texts(.feedback) == [])
    #expect(drill.idle == [])
  }

  @Test("a foreseen number within the tolerance is idle")
  func idle() {
    #expect(
      PolicyItemDrill(Self.item("Answer: 14 ± 1", "- 13\n  > No.\n- 12\n  > No.")).idle == [
        "D308 5"
      ])
  }

  @Test(
    "what is no number is refused and costs nothing",
    arguments: ["many", "", "7 days", "7 h 30", "fourteen", "1.2.3.4", "9999999999999999"])
  func refused(line: String) {
    #expect(PolicyItemDrill(Self.item("Answer: 7 ± 1 h")).refusal(line) != nil)
  }

  @Test(
    "an author's mistakes are found",
    arguments: [
      ("### Estimate: How many?", ["D303 1"]),
      (item("Answer: some"), ["D315 3"]), (item("Answer: ± 1"), ["D315 3"]),
      (item("Answer: 14 ± "), ["D315 3"]), (item("Answer: 14 ± -1"), ["D315 3"]),
      (item("Answer: 14 ± 1 h ± 2 h"), ["D315 3"]), (item("Answer: 14 -1 -1"), ["D315 3"]),
      (item("Answer: 14 h ± 1 min"), ["D315 3"]), (item("Answer: 14 ± 2000 %"), ["D315 3"]),
      (item("Answer: 14 ± 1 room 7"), ["D315 3"]), (item("Answer: line ± 1"), ["D315 3"]),
      (item("Answer: left of GDPR authority ± 1 h"), ["D315 3"]),
      (item("Answer: left of \"GDPR authority\" ± 1 people"), ["D315 3"]),
      (item("Answer: left of \"GDPR autority\" ± 1 h"), ["D309 3"]),
      (item("Answer: left of \"UK ICO\" ± 1 h"), ["D309 3"]),
      (item("Answer: lines", "Answer: 14"), ["D119 5"]),
      (item("Answer: 14", "- nineteen\n  > No."), ["D318 5"]),
      (item("Answer: 14", "- [ ] 19\n  > No."), ["D306 5"]),
      (item("Answer: 14", "- 19"), ["D305 5"]),
    ])
  func mistakes(item: String, findings: [String]) {
    #expect(PolicyItemDrill(item, facts: Self.monday).findings == findings)
  }

  @Test(
    "facts and tables that are missing, or lead to no number, are found",
    arguments: [
      ("lines", "Period: first day", "P020 3"), ("lines", "Calls: 200", "P020 3"),
      ("lines", "Period: first day\nCalls: many", "P022 0"),
      ("lines", "Period: first day\nCalls: 0", "P022 0"),
      ("lines", "Period: first day\nCalls: 100; 200", "P022 0"),
      ("lines", "Period: last day\nCalls: 200", "P021 3"),
      ("lines", "Period: first day\nCalls: 900,000,000", "D309 3"),
      ("rostered", "Period: always\nCalls: 10", "D309 3"),
      (
        "left of \"GDPR people\"",
        "Now: Monday 09:20\nAware: Friday 16:20\nData: identity document\nAffected: EU residents",
        "D309 3"
      ),
      ("left of \"GDPR authority\"", "Aware: Friday 16:20\nAffected: EU residents", "P020 3"),
    ])
  func unanswerable(answer: String, facts: String, finding: String) {
    #expect(
      PolicyItemDrill(Self.item("Answer: \(answer)"), facts: facts).findings == [finding])
  }

  @Test("who repeats a number that stands there earns nothing")
  func lazyPlayers() {
    let drill = PolicyItemDrill(
      "### Estimate: How many of the 62?\n\nIt takes 3 minutes (200 calls), 80% within 20 s.\n\nAnswer: lines ± 1",
      facts: Self.monday)
    #expect(
      drill.guesses() == ["repeats a number that stands there": 0, "says a round number": 0])
    let content = drill.content()
    let guesses = drill.situation().flatMap { content?.guesses(in: $0) } ?? []
    #expect(
      guesses.map(\.response).prefix(5)
        == [.number("62"), .number("3"), .number("200"), .number("80"), .number("20")])
    for response: Response in [.none, .number("x"), .text("14"), .number("")] {
      #expect(drill.judge(response)?.basisPoints == 0)
    }
  }
}
