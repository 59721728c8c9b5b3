// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Classify")
struct ClassifyTests {
  static let item = """
    ### Classify: How severe is it?

    Answers:

    - low
      > Look at the number: [severity](../Policies/escalation.md#severity).
    - (fail: customer) moderate
      > **Ines:** Moderate?
    - critical
      > Too high wakes people who can't help.
    - (otherwise)
      > Read the table.
    """
  static let high =
    "Incident: lost device\nRecords: 340\nData: contact\nProtection: unprotected"
  static let critical = high.replacing("340", with: "4200")
  static let moderate = high.replacing("unprotected", with: "encrypted")
  static let low = "Incident: jam"

  /// Four levels: d steps too high earn 1 − d/3, too low max(0, 1 − 2d/3).
  @Test(
    "a near miss earns a part, and too low costs twice",
    arguments: [
      (critical, "critical", 10_000, ["a"]), (critical, "high", 3333, ["b", "too low"]),
      (critical, "moderate", 0, ["c", "too low"]), (critical, "low", 0, ["d", "too low"]),
      (high, "critical", 6667, ["a", "too high"]), (high, "high", 10_000, ["b"]),
      (high, "moderate", 3333, ["c", "too low"]), (high, "low", 0, ["d", "too low"]),
      (moderate, "critical", 3333, ["a", "too high"]), (moderate, "high", 6667, ["b", "too high"]),
      (moderate, "moderate", 10_000, ["c"]), (moderate, "low", 3333, ["d", "too low"]),
      (low, "critical", 0, ["a", "too high"]), (low, "moderate", 6667, ["c", "too high"]),
      (low, "low", 10_000, ["d"]),
    ])
  func graded(facts: String, level: String, basisPoints: Int, chosen: [String]) throws {
    let drill = PolicyItemDrill("### Classify: How severe?", facts: facts)
    let judgement = try #require(drill.judge(level))
    #expect(judgement.basisPoints == basisPoints)
    #expect(judgement.chosen == chosen)
    let isCritical = facts == Self.critical && level != "critical"
    #expect(judgement.critical.map(\.kind) == (isCritical ? [.business] : []))
    #expect(judgement.remarks.allSatisfy { $0.clause == "escalation#severity" })
    #expect(drill.findings == [])
  }

  @Test("a remark tells how far off, the right level, the row and its reason")
  func sentences() throws {
    let drill = PolicyItemDrill(Self.item, facts: Self.high)
    #expect(
      drill.judge("low")?.texts(.lost)
        == ["“low” is 2 levels too low. Right is “high”: Severity, row 2. Judge it today."])
    #expect(
      drill.judge("critical")?.texts(.lost)
        == ["“critical” is 1 level too high. Right is “high”: Severity, row 2. Judge it today."])
    #expect(
      drill.judge("high")?.texts(.earned) == ["“high” is right: Severity, row 2. Judge it today."])
    let moderate = PolicyItemDrill(Self.item, facts: Self.moderate)
    #expect(
      moderate.judge("moderate")?.texts(.earned)
        == ["“moderate” is right: Severity, row 3. Nobody reads the disk."])
    #expect(
      PolicyItemDrill(Self.item, facts: Self.low).judge("low")?.texts(.earned)
        == ["“low” is right: Severity, row 4."])
  }

  @Test("foreseen levels speak; the author's class of a critical failure wins")
  func foreseen() throws {
    let drill = PolicyItemDrill(Self.item, facts: Self.critical)
    let low = try #require(drill.judge("low"))
    #expect(low.texts(.feedback) == ["Look at the number: severity."])
    #expect(low.remarks.first?.clause == "escalation#severity")
    #expect(low.critical == [CriticalFailure(.business, "“low” for what is “critical”")])
    let moderate = try #require(drill.judge("moderate"))
    #expect(moderate.texts(.reaction) == ["Moderate?"])
    #expect(moderate.critical == [CriticalFailure(.customer, "moderate")])
    #expect(drill.judge("high")?.texts(.feedback) == ["Read the table."])
    #expect(drill.judge("critical")?.texts(.feedback) == [])
  }

  @Test(
    "a level is typed by its name, its beginning or its number",
    arguments: [
      ("HIGH", "b"), ("h", "b"), ("2", "b"), ("2.", "b"), ("crit", "a"), ("4", "d"),
    ])
  func typed(line: String, letter: String) {
    let drill = PolicyItemDrill(Self.item, facts: Self.high)
    #expect(drill.entry([line]) == .done(.choices([letter])))
  }

  @Test("what is no level is refused", arguments: ["5", "0", "severe", "", "high, low"])
  func refused(line: String) {
    #expect(PolicyItemDrill(Self.item, facts: Self.high).refusal(line) != nil)
  }

  @Test("levels stand in the table's order and are never mixed")
  func order() throws {
    let drill = PolicyItemDrill(Self.item, facts: Self.high)
    let content = try #require(drill.content())
    let situation = try #require(drill.situation())
    guard case .choices(let choices) = content.shape(in: situation) else {
      Issue.record("no choices")
      return
    }
    #expect(choices.options.map(\.text.plain) == ["critical", "high", "moderate", "low"])
    #expect(choices.options.map(\.id) == ["a", "b", "c", "d"])
    #expect(!choices.mayShuffle && choices.selection == .one)
  }

  @Test("a changed row of the policy changes the answer")
  func policyDecides() {
    let other = HousePolicies.escalation.replacing("| 10 to 999 |", with: "| 500 to 999 |")
    let drill = PolicyItemDrill(Self.item, facts: Self.high, policies: [other])
    #expect(drill.solution() == "low")
    #expect(drill.judge("high")?.basisPoints == 3333)
  }

  @Test("each variant has its own answer, and a foreseen line that is right there is dropped")
  func variants() {
    let item = Self.item.replacing(
      "### Classify: How severe is it?",
      with: "### Classify: How severe is it?\n\nFacts:\n\n- Records: 340")
    let drill = PolicyItemDrill(
      item, facts: Self.high, variants: "| A | B |\n|---|---|\n| 340 | 4200 |")
    #expect(drill.solution(0) == "high" && drill.solution(1) == "critical")
    #expect(drill.judge("critical", variant: 1)?.texts(.feedback) == [])
    #expect(drill.findings == [] && drill.idle == [])
  }

  @Test(
    "an author's mistakes are found",
    arguments: [
      (high, "### Classify: How?\n\n- serious\n  > No.", ["D318 3"]),
      (high, "### Classify: How?\n\n- [x] low\n  > No.", ["D306 3"]),
      (high, "### Classify: How?\n\n- (50%) low\n  > No.", ["D114 3"]),
      (high, "### Classify: How?\n\n- low", ["D305 3"]),
      (high, "### Classify: How?\n\n_shuffle: no_", ["D112 3"]),
      (high, "### Classify: How?\n\nFacts:\n\n- Severity: low", ["P025 5"]),
      (high, "### Classify: How?\n\nFacts:\n\n- Records: lots", ["P022 5"]),
      ("Incident: lost device", "### Classify: How?", ["P020 1"]),
    ])
  func mistakes(facts: String, item: String, findings: [String]) {
    #expect(PolicyItemDrill(item, facts: facts).findings == findings)
  }

  @Test("without the table there is nothing to ask")
  func noTable() {
    let drill = PolicyItemDrill(Self.item, facts: Self.high, policies: [HousePolicies.breach])
    #expect(drill.findings == ["P007 1"])
    #expect(drill.judge(.choices(["a"]))?.basisPoints == 0)
    #expect(drill.solution() == nil && drill.guesses() == [:])
  }

  @Test("a foreseen level that is right in every variant is idle")
  func idle() {
    #expect(PolicyItemDrill(Self.item, facts: Self.critical).idle == ["D308 9"])
    #expect(PolicyItemDrill(Self.item, facts: Self.high).idle == [])
  }

  @Test("who says the same everywhere earns what the distance leaves")
  func lazyPlayers() {
    let guesses = PolicyItemDrill(Self.item, facts: Self.critical).guesses()
    #expect(guesses["always the lowest level"] == 0)
    #expect(guesses["always a level in the middle"] == 0)
    #expect(guesses["always the highest level"] == 10_000)
    #expect(
      PolicyItemDrill(Self.item, facts: Self.low).guesses()["always the highest level"] == 0)
    #expect(PolicyItemDrill(Self.item, facts: Self.low).judge(.choices(["z"]))?.basisPoints == 0)
    #expect(PolicyItemDrill(Self.item, facts: Self.low).judge(.none)?.basisPoints == 0)
  }

  @Test("a time-out may be foreseen")
  func timeOut() throws {
    let drill = PolicyItemDrill(
      "### Classify: How?\n\n- (timed out; fail: customer)\n  > Silence.", facts: Self.high)
    let situation = try #require(drill.situation())
    let judgement = try #require(drill.content()?.timeOut(in: situation))
    #expect(judgement.basisPoints == 0 && judgement.texts(.feedback) == ["Silence."])
    #expect(judgement.critical == [CriticalFailure(.customer, "Nothing was done in time")])
  }
}
