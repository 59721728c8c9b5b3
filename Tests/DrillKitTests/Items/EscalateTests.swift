// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Escalate")
struct EscalateTests {
  static let facts = """
    Since: Friday 16:20
    Now: Friday 16:30
    Incident: data exposure
    Records: 2300
    Data: contact
    Protection: unprotected
    """
  static let item = """
    ### Escalate: Who is told?

    Answers:

    - too low
      > Facts, not hopes: [severity](../Policies/escalation.md#severity).
    - (fail: compliance) too late
      > The clock began at 16:20.
    - (coach; +10 min) wrong channel → [Scene](#scene)
      > **Ines:** I was in the room.
    - (otherwise)
      > Read the row from the left.
    """
  static let lostDevice =
    "Incident: lost device\nRecords: 340\nData: contact\nProtection: unprotected"
  static let encrypted =
    "Incident: lost device\nRecords: 58\nData: contact\nProtection: encrypted"
  static let critical = PolicyItemDrill(item, facts: facts)

  /// Right is: security + privacy, critical, phone, by Friday 16:50.
  @Test(
    "owner, severity, channel and time count a quarter each",
    arguments: [
      ("escalate security + privacy critical phone by Friday 16:50", 10_000, []),
      ("privacy+security critical phone by 16:50", 10_000, []),
      ("ESCALATE DPO + Ines Verhoeven CRITICAL Phone by fri 4:50 pm", 10_000, []),
      ("escalate security + privacy critical phone by Friday 16:31", 10_000, []),
      ("escalate security + privacy critical phone at once", 10_000, []),
      ("escalate security + privacy critical phone by now", 10_000, []),
      ("escalate security + privacy critical phone by Friday 16:51", 7500, ["too late"]),
      ("escalate security + privacy critical phone by Saturday 16:50", 7500, ["too late"]),
      ("escalate security + privacy critical phone without undue delay", 7500, ["too late"]),
      ("escalate security critical phone by Friday 16:50", 7500, ["wrong owner"]),
      ("escalate security + privacy + IT critical phone by 16:50", 7500, ["wrong owner"]),
      ("escalate security + privacy high phone by Friday 16:50", 7500, ["too low"]),
      ("escalate security + privacy critical pager by Friday 16:50", 7500, ["wrong channel"]),
      (
        "escalate help desk low ticket by Monday 18:00", 0,
        ["wrong owner", "too low", "wrong channel", "too late"]
      ),
    ] as [(String, Int, [String])])
  func quarters(line: String, basisPoints: Int, faults: [String]) throws {
    let judgement = try #require(Self.critical.judge(line))
    #expect(judgement.basisPoints == basisPoints)
    #expect(judgement.chosen == faults)
    #expect(judgement.texts(.lost).count == faults.count)
    #expect(judgement.texts(.earned).count == 4 - faults.count)
    #expect(judgement.remarks.contains { $0.clause == "escalation#routes" })
  }

  @Test("a remark names what was typed, what is right and which row says so")
  func sentences() throws {
    let judgement = try #require(
      Self.critical.judge("escalate security high phone by Friday 17:00"))
    #expect(
      judgement.texts(.lost) == [
        "Owner security: right is security + privacy. Routes, row 1.",
        "Severity high: too low, right is critical.",
        "Time Friday 17:00: too late, right is by Friday 16:50, 30 minutes after Friday 16:20.",
      ])
    #expect(judgement.texts(.earned) == ["Channel phone: right."])
  }

  /// The office is open from its first minute and closed at its last.
  @Test(
    "the hours of Now choose the row",
    arguments: [
      ("Friday 07:59", "escalate security high pager by Friday 08:59"),
      ("Friday 08:00", "escalate security high phone by Friday 09:00"),
      ("Friday 17:59", "escalate security high phone by Friday 18:59"),
      ("Friday 18:00", "escalate security high pager by Friday 19:00"),
      ("Friday 23:30", "escalate security high pager by Saturday 00:30"),
      ("Saturday 12:00", "escalate security high pager by Saturday 13:00"),
      ("Sunday 23:59", "escalate security high pager by Monday 00:59"),
      ("2026-05-08 17:59", "escalate security high phone by Friday 18:59"),
    ])
  func hours(now: String, right: String) throws {
    let facts = "Now: \(now)\n\(Self.lostDevice)"
    let drill = PolicyItemDrill("### Escalate: Tell.", facts: facts)
    #expect(drill.solution() == right)
    #expect(drill.judge(right)?.basisPoints == 10_000)
    #expect(drill.findings == [])
  }

  @Test("minutes that answers took move Now, and with it the hours and the deadline")
  func passingTime() {
    let facts = "Now: Friday 17:55\n\(Self.lostDevice)"
    let drill = PolicyItemDrill("### Escalate: Tell.", facts: facts)
    #expect(drill.solution(passed: 10) == "escalate security high pager by Friday 19:05")
  }

  /// Right is: IT operations, moderate, ticket or phone, by Sunday 00:40.
  @Test(
    "a deadline after midnight lies on the next day",
    arguments: [
      ("by Sunday 00:40", 10_000), ("by 00:40", 10_000), ("by Saturday 23:00", 10_000),
      ("by Sunday 00:41", 7500), ("by Saturday 00:40", 7500), ("by tomorrow 00:40", 10_000),
    ])
  func midnight(time: String, basisPoints: Int) {
    let facts = "Now: Saturday 22:50\nSince: Saturday 22:40\n\(Self.encrypted)"
    let drill = PolicyItemDrill("### Escalate: Tell.", facts: facts)
    #expect(drill.judge("escalate IT moderate phone \(time)")?.basisPoints == basisPoints)
    #expect(drill.judge("escalate IT moderate ticket \(time)")?.basisPoints == basisPoints)
  }

  /// One business day after Friday night ends when the office closes on Monday.
  @Test(
    "business days end when the office closes",
    arguments: [
      ("by Monday 18:00", 10_000), ("by Monday 09:00", 10_000), ("by Saturday 12:00", 10_000),
      ("by Monday 18:01", 7500), ("by Tuesday 09:00", 7500),
    ])
  func businessDay(time: String, basisPoints: Int) {
    let drill = PolicyItemDrill(
      "### Escalate: Tell.", facts: "Now: Friday 22:50\nIncident: printer jam")
    #expect(drill.judge("escalate service desk low ticket \(time)")?.basisPoints == basisPoints)
  }

  @Test("too high is told apart from too low")
  func directions() throws {
    let facts = "Now: Saturday 22:50\n\(Self.encrypted)"
    let drill = PolicyItemDrill(Self.item, facts: facts)
    let high = try #require(drill.judge("escalate IT critical ticket by Sunday 00:50"))
    #expect(high.chosen == ["too high"])
    #expect(high.texts(.lost) == ["Severity critical: too high, right is moderate."])
    #expect(high.texts(.feedback) == ["Read the row from the left."])
    let low = try #require(drill.judge("escalate IT low ticket by Sunday 00:50"))
    #expect(low.chosen == ["too low"])
    #expect(low.texts(.feedback) == ["Facts, not hopes: severity."])
  }

  @Test("foreseen lines speak, fail, coach, take time and lead on")
  func foreseen() throws {
    let late = try #require(
      Self.critical.judge("escalate security + privacy critical phone by Friday 18:00"))
    #expect(late.texts(.feedback) == ["The clock began at 16:20."])
    #expect(late.critical == [CriticalFailure(.compliance, "too late")])
    let channel = try #require(
      Self.critical.judge("escalate security + privacy critical pager by Friday 16:50"))
    #expect(channel.texts(.reaction) == ["I was in the room."])
    #expect(channel.coach == ["wrong channel"] && channel.minutes == 10)
    #expect(channel.target == "scene" && channel.critical.isEmpty)
    let right = try #require(
      Self.critical.judge("escalate security + privacy critical phone by Friday 16:50"))
    #expect(right.texts(.feedback).isEmpty && right.target == nil)
    #expect(Self.critical.content()?.delays == [0, 10])
    #expect(Self.critical.content()?.targets.map(\.slug) == ["scene"])
  }

  @Test("a changed row of the routes changes the answer")
  func policyDecides() {
    let other = HousePolicies.escalation.replacing(
      "| | critical | office | security + privacy | phone | 30 min |",
      with: "| | critical | office | privacy; IT operations | pager | 15 min |")
    let drill = PolicyItemDrill(
      Self.item, facts: Self.facts, policies: [other, HousePolicies.breach])
    #expect(drill.solution() == "escalate privacy critical pager by Friday 16:35")
    #expect(drill.judge("escalate IT critical pager by 16:35")?.basisPoints == 10_000)
    #expect(
      drill.judge("escalate security + privacy critical phone by 16:50")?.basisPoints == 2500)
  }

  @Test("the variants of a drill may decide otherwise")
  func variants() {
    let item = "### Escalate: Tell.\n\nFacts:\n\n- Records: 2300"
    let drill = PolicyItemDrill(
      item, facts: Self.facts,
      variants: "| Many | Few |\n|---|---|\n| 2300 | 12 |")
    #expect(drill.solution(0) == "escalate security + privacy critical phone by Friday 16:50")
    #expect(drill.solution(1) == "escalate security high phone by Friday 17:20")
    #expect(drill.idle == [])
  }

  @Test("without Owners and Severity tables the routes' own words are typed")
  func smallPolicy() {
    let policy = """
      ---
      policy: tiny
      title: Tiny
      owner: Bo
      version: 1
      effective: 2026-01-01
      review-by: 2027-01-01
      ---

      # Tiny

      ## Routes

      | Severity | Owner | Channel | Within |
      |---|---|---|---|
      | S1 | chief + lawyer | phone | at once |
      | S2 | the desk | mail | 4 h |
      """
    let drill = PolicyItemDrill(
      "### Escalate: Tell.", facts: "Now: Friday 10:00\nSeverity: S1", policies: [policy])
    #expect(drill.solution() == "escalate chief + lawyer S1 phone at once")
    #expect(drill.judge("escalate lawyer + chief s1 phone at once")?.basisPoints == 10_000)
    #expect(drill.judge("escalate chief + lawyer S1 phone by Friday 10:00")?.basisPoints == 10_000)
    #expect(drill.judge("escalate chief + lawyer S1 phone by Friday 10:01")?.basisPoints == 7500)
    #expect(drill.judge("escalate the desk S2 mail by Friday 14:00")?.basisPoints == 0)
    #expect(drill.findings == [])
  }

  @Test(
    "what can't be meant is refused and costs nothing",
    arguments: [
      ("escalate", "Write it as: escalate OWNER SEVERITY CHANNEL by TIME"),
      ("escalate secruity critical phone by 16:50", "Did you mean “security”?"),
      ("escalate security urgent phone by 16:50", "“urgent” is no severity here."),
      ("escalate security critical by 16:50", "“by” is no channel here."),
      ("escalate security critical phone", "“by” and the time are missing."),
      ("escalate security critical phone until 16:50", "stands where “by” should."),
      ("escalate security critical phone by soon", "“soon” is no time."),
      ("escalate security critical phone by 2026-05-08 16:50", "knows no dates"),
      ("escalate security + critical phone by 16:50", "“critical” is no owner here."),
    ])
  func refusals(line: String, sentence: String) throws {
    let message = try #require(Self.critical.refusal(line))
    #expect(message.contains(sentence))
  }

  @Test("a story with dates takes them")
  func dates() {
    let facts = Self.facts.replacing("Friday", with: "2026-05-08")
    let drill = PolicyItemDrill("### Escalate: Tell.", facts: facts)
    #expect(
      drill.judge("escalate security + privacy critical phone by 2026-05-08 16:50")?.basisPoints
        == 10_000)
  }

  @Test(
    "an author's mistakes are found",
    arguments: [
      ("### Escalate: Tell.\n\n- too slow\n  > Be quick.", ["D318 3"]),
      ("### Escalate: Tell.\n\n- [ ] too low\n  > No.", ["D306 3"]),
      ("### Escalate: Tell.\n\n- (50%) too low\n  > No.", ["D114 3"]),
      ("### Escalate: Tell.\n\n- (any) too low\n  > No.", ["D114 3"]),
      ("### Escalate: Tell.\n\n- too low", ["D305 3"]),
      (
        "### Escalate: Tell.\n\n- (otherwise)\n  > No.\n- (otherwise)\n  > No, no.", ["D119 5"]
      ),
      ("### Escalate: Tell.\n\n- too low\n  > No.\n- too low\n  > No!", ["D307 5"]),
      ("### Escalate: Tell.\n\n_show: 3_", ["D112 3"]),
      ("### Escalate: Tell.\n\nAnswer: security", ["D303 3"]),
      ("### Escalate: Tell.\n\nFacts:\n\n- Records: many", ["P022 5"]),
      ("### Escalate: Tell.\n\nFacts:\n\n- Severity: low", ["P025 5"]),
      ("### Escalate: Tell.\n\nFacts:\n\n- Since: soon", ["P022 5"]),
    ])
  func mistakes(item: String, findings: [String]) {
    #expect(PolicyItemDrill(item, facts: Self.facts).findings == findings)
  }

  @Test(
    "missing facts and rows are found",
    arguments: [
      ("Incident: lost device", HousePolicies.escalation, ["P020 1"]),
      ("Now: Friday 10:00\nIncident: lost device", HousePolicies.escalation, ["P020 1"]),
      ("Now: Friday 10:00\nIncident: jam", HousePolicies.breach, ["P007 1"]),
      (
        "Now: Friday 10:00\nIncident: jam",
        HousePolicies.escalation.replacing("| | low | | service", with: "| jam | high | | service"),
        ["P021 1"]
      ),
      (
        "Now: Friday 10:00\nIncident: jam",
        HousePolicies.escalation.replacing("1 business day", with: "30 days"), ["D309 1"]
      ),
      (
        "Now: 2026-05-08 10:00\nIncident: jam",
        HousePolicies.escalation.replacing("1 business day", with: "30 days"), []
      ),
    ])
  func unanswerable(facts: String, policy: String, findings: [String]) {
    let drill = PolicyItemDrill("### Escalate: Tell.", facts: facts, policies: [policy])
    #expect(drill.findings == findings)
  }

  @Test("a line that can be said in no variant is idle")
  func idle() {
    let item = "### Escalate: Tell.\n\n- too high\n  > No.\n- too low\n  > No."
    #expect(PolicyItemDrill(item, facts: Self.facts).idle == ["D318 3"])
    let low = PolicyItemDrill(item, facts: "Now: Friday 10:00\nIncident: jam")
    #expect(low.idle == ["D318 5"])
  }

  @Test("who answers the same everywhere earns little, and no response crashes the judge")
  func lazyPlayers() {
    let drill = PolicyItemDrill("### Escalate: Tell.", facts: "Now: Friday 22:50\nIncident: jam")
    #expect(drill.guesses().values.max() == 5000)
    for response: Response in [
      .none, .fields([]), .fields([[:]]), .fields([["time": "x"]]), .number("3"), .text("no"),
    ] {
      #expect(drill.judge(response)?.basisPoints == 0)
    }
  }
}
