// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Notify")
struct NotifyTests {
  static let item = """
    ### Notify: Which clocks run?

    Answers:

    - NIS2 early warning
      > No van has stopped.
    - (fail: compliance) Californians
      > Nobody lives there.
    - too late
      > Clocks run through weekends.
    - (otherwise)
      > Go down the table row by row.
    """
  static let facts = """
    Now: Friday 16:30
    Aware: Friday 16:20
    Data: contact; identity document
    Affected: EU residents; UK residents
    """
  static let europe = PolicyItemDrill(item, facts: facts)

  /// Right are GDPR authority and UK ICO by Monday 16:20, GDPR people without undue delay: six
  /// fields, and two more for each regime too many.
  @Test(
    "a regime and its deadline are a field each",
    arguments: [
      (
        "notify GDPR authority by Monday 16:20; notify GDPR people without undue delay; notify UK ICO by Monday 16:20",
        10_000, []
      ),
      (
        "UK ICO by Sunday 09:00; gdpr people at once; notify gdpr authority by mon 4:20 pm",
        10_000, []
      ),
      ("GDPR authority at once; GDPR people by without undue delay; UK ICO by now", 10_000, []),
      (
        "GDPR authority by Monday 16:21; GDPR people without undue delay; UK ICO by Monday 16:20",
        8333, ["too late"]
      ),
      (
        "GDPR authority by Wednesday 16:20; GDPR people by Monday 16:20; UK ICO by Monday 16:20",
        6667, ["too late"]
      ),
      ("GDPR authority by Monday 16:20; UK ICO by Monday 16:20", 6667, ["missing"]),
      ("GDPR people without undue delay;", 3333, ["missing"]),
      (
        "GDPR authority by Monday 16:20; GDPR people without undue delay; UK ICO by Monday 16:20; NIS2 early warning by Saturday 16:20",
        7500, ["too many"]
      ),
      (
        "GDPR authority by Monday 16:20; Californians at once; Card acquirer at once",
        2000, ["missing", "too many"]
      ),
      // Whoever names a regime again corrects the first.
      (
        "GDPR authority by Tuesday 16:20; GDPR people at once; UK ICO by Monday 16:20; GDPR authority by Monday 16:20",
        10_000, []
      ),
      (
        "GDPR authority by Monday 16:20; GDPR people at once; UK ICO by Monday 16:20; GDPR authority by Tuesday 16:20",
        8333, ["too late"]
      ),
      ("none", 0, ["missing"]),
    ] as [(String, Int, [String])])
  func fields(line: String, basisPoints: Int, faults: [String]) throws {
    let judgement = try #require(Self.europe.judge(line))
    #expect(judgement.basisPoints == basisPoints)
    #expect(judgement.chosen == faults)
    #expect(judgement.texts(.lost).isEmpty == faults.isEmpty)
  }

  @Test("a line a clock, then “done” or an empty line", arguments: ["done", "", " DONE "])
  func lineByLine(end: String) {
    let judgement = Self.europe.judge(
      "notify GDPR authority by Monday 16:20", "notify GDPR people without undue delay",
      "notify UK ICO by Monday 16:20", end)
    #expect(judgement?.basisPoints == 10_000)
  }

  @Test("the remarks name what was typed, what is right and why")
  func sentences() throws {
    let judgement = try #require(
      Self.europe.judge(
        "GDPR authority by Wednesday 16:20; GDPR people at once; Card acquirer at once"))
    #expect(
      judgement.texts(.earned) == [
        "GDPR authority: it runs.", "GDPR people: it runs, and “at once” is in time.",
      ])
    #expect(
      judgement.texts(.lost) == [
        "GDPR authority: “Wednesday 16:20” is too late, right is by Monday 16:20, 72 hours after Friday 16:20.",
        "UK ICO is missing: Information Commissioner, by Monday 16:20, 72 hours after Friday 16:20 (UK Article 33(1)).",
        "Card acquirer: this clock does not run here.",
      ])
    #expect(judgement.remarks.first?.clause == "breach#notification-clocks")
  }

  @Test("every fault is spoken to once, the rest by (otherwise)")
  func foreseen() throws {
    let all = try #require(
      Self.europe.judge(
        "NIS2 early warning at once; Californians at once; Card acquirer at once; GDPR people by Monday 16:20"
      ))
    #expect(
      all.texts(.feedback) == [
        "No van has stopped.", "Nobody lives there.", "Go down the table row by row.",
        "Clocks run through weekends.",
      ])
    #expect(all.critical == [CriticalFailure(.compliance, "Californians")])
    let late = try #require(
      Self.europe.judge(
        "GDPR authority by Friday 18:00; GDPR people by Friday 18:00; UK ICO by Friday 18:00"))
    #expect(late.texts(.feedback) == ["Clocks run through weekends."])
    #expect(late.basisPoints == 8333)
  }

  @Test("the solution reads as it is typed, and earns everything")
  func solution() throws {
    let words = try #require(Self.europe.solution())
    #expect(
      words
        == "notify GDPR authority by Monday 16:20; notify GDPR people without undue delay; notify UK ICO by Monday 16:20"
    )
    #expect(Self.europe.judge(words)?.basisPoints == 10_000)
    let passed = try #require(Self.europe.situation(passed: 600))
    let response = try #require(Self.europe.content()?.solution(in: passed))
    #expect(Self.europe.judge(response, passed: 600)?.basisPoints == 10_000)
  }

  @Test("where no clock runs, “none” is right")
  func noClock() throws {
    let drill = PolicyItemDrill(
      Self.item, facts: "Now: Friday 16:30\nAware: Friday 16:20\nData: weather\nAffected: nobody")
    #expect(drill.judge("none")?.basisPoints == 10_000)
    #expect(drill.judge("none")?.texts(.earned) == ["No clock runs here: right."])
    #expect(drill.judge("UK ICO at once;")?.basisPoints == 0)
    #expect(drill.solution() == "none")
    #expect(drill.idle == ["D318 9"])
  }

  @Test("a deadline that has passed can still be named")
  func passed() {
    let facts = Self.facts.replacing("Now: Friday 16:30", with: "Now: Monday 17:20")
    let drill = PolicyItemDrill("### Notify: Which?", facts: facts)
    #expect(
      drill.judge("GDPR authority by Monday 16:20; GDPR people at once; UK ICO by Monday 16:20")?
        .basisPoints == 10_000)
    #expect(
      drill.judge("GDPR authority by Monday 17:20; GDPR people at once; UK ICO by Monday 16:20")?
        .basisPoints == 8333)
  }

  @Test("a changed row of the policy changes the answer")
  func policyDecides() {
    let other = HousePolicies.breach
      .replacing("| UK residents | aware | 72 hours |", with: "| UK residents | aware | 1 day |")
      .replacing("| GDPR people | identity document |", with: "| GDPR people | health |")
    let drill = PolicyItemDrill(Self.item, facts: Self.facts, policies: [other])
    #expect(
      drill.solution() == "notify GDPR authority by Monday 16:20; notify UK ICO by Saturday 16:20")
  }

  @Test("variants bring other clocks, and a line that is right there is dropped")
  func variants() {
    let item = Self.item.replacing(
      "### Notify: Which clocks run?",
      with: "### Notify: Which clocks run?\n\nFacts:\n\n- Affected: EU residents; UK residents")
    let drill = PolicyItemDrill(
      item, facts: Self.facts,
      variants: """
        | Two | Parcels |
        |---|---|
        | EU residents; UK residents | parcel network |
        """)
    #expect(drill.solution(1) == "notify NIS2 early warning by Saturday 16:20")
    #expect(drill.findings == [] && drill.idle == [])
  }

  @Test("a foreseen clock that runs in every variant is idle")
  func idle() {
    let item = "### Notify: Which?\n\n- UK ICO\n  > No.\n- Card acquirer\n  > No."
    #expect(PolicyItemDrill(item, facts: Self.facts).idle == ["D308 3"])
  }

  @Test(
    "what can't be meant is refused and costs nothing",
    arguments: [
      ("notify", "Write it as: notify REGIME by DAY TIME"),
      ("notify GDPR by Monday 16:20", "“GDPR” is no regime here."),
      ("UK ICO until Monday 16:20", "stands where “by” should"),
      ("UK ICO", "“by” and the time are missing"),
      ("UK ICO by 72 hours", "is no time"),
      ("UK ICO by 2026-05-11 16:20", "knows no dates"),
      ("UK ICO at once please", "is no time"),
      ("done", "Nothing is noted yet"), ("", "Nothing is noted yet"), (";", "Write a line as"),
    ])
  func refusals(line: String, sentence: String) throws {
    let message = try #require(Self.europe.refusal(line))
    #expect(message.contains(sentence))
  }

  @Test(
    "an author's mistakes are found",
    arguments: [
      ("### Notify: Which?\n\n- HIPAA\n  > No.", ["D318 3"]),
      ("### Notify: Which?\n\n- [ ] UK ICO\n  > No.", ["D306 3"]),
      ("### Notify: Which?\n\n- Card acquirer", ["D305 3"]),
      ("### Notify: Which?\n\n- (-25%) Card acquirer\n  > No.", ["D114 3"]),
      ("### Notify: Which?\n\nAnswer: none", ["D303 3"]),
      ("### Notify: Which?\n\nFacts:\n\n- Aware: someday", ["P022 5"]),
      ("### Notify: Which?\n\nFacts:\n\n- Affected: California residents", ["D309 1"]),
    ])
  func mistakes(item: String, findings: [String]) {
    #expect(PolicyItemDrill(item, facts: Self.facts).findings == findings)
  }

  @Test(
    "missing facts and tables are found",
    arguments: [
      (
        "Aware: Friday 16:20\nData: contact\nAffected: EU residents", HousePolicies.breach, "P020 1"
      ),
      ("Now: Friday 16:20\nData: contact\nAffected: EU residents", HousePolicies.breach, "P020 1"),
      ("Now: Friday 16:20\nAware: Friday 16:20\nData: contact", HousePolicies.breach, "P020 1"),
      (facts, HousePolicies.escalation, "P007 1"),
    ])
  func unanswerable(facts: String, policy: String, finding: String) {
    #expect(
      PolicyItemDrill("### Notify: Which?", facts: facts, policies: [policy]).findings == [finding])
  }

  @Test("who tells everybody at once earns the share of the clocks that run")
  func lazyPlayers() {
    #expect(Self.europe.guesses() == ["tells everybody at once": 5000, "tells nobody": 0])
    for response: Response in [.none, .fields([[:]]), .fields([["regime": "x"]]), .text("no")] {
      #expect(Self.europe.judge(response)?.basisPoints == 0)
    }
  }
}
