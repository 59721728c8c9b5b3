// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Grant")
struct GrantTests {
  static let item = """
    ### Grant: What do you give?

    Facts:

    - Role: front desk
    - Case: cold room

    | What | Amount | Why |
    |---|---|---|
    | Food and drink | 18 EUR | Tea lies under every [limit](../Policies/service-recovery.md#remedies). |
    | Night refund | 120 EUR | The case decides. |
    | Weekend in Leeds | 240 EUR | No row knows it. |

    Answers:

    - (coach) over-granted
      > Half a night is not yours.
    - under-granted
      > The guest waits for an answer that you have.
    """
  static let variants = """
    | Cold room | Given away | Small bill | Role |
    |---|---|---|---|
    | cold room | overbooking | | |
    | 120 EUR | | 55 EUR | |
    | front desk | | | duty manager |
    """
  static let drill = PolicyItemDrill(item, variants: variants)

  /// In the first variant 18 EUR are given, 120 EUR lie above 60 EUR, and Leeds has no row.
  @Test(
    "a row is a field, and too much and too little are told apart",
    arguments: [
      (0, "grant; hand up; hand up", 10_000, []),
      (0, "grant; grant; hand up", 6667, ["over-granted"]),
      (0, "hand up; hand up; hand up", 6667, ["under-granted"]),
      (0, "hand up; grant; hand up", 3333, ["under-granted", "over-granted"]),
      (0, "hand up; grant; grant", 0, ["under-granted", "over-granted"]),
      (1, "grant; grant; hand up", 10_000, []),
      (1, "grant; hand up; hand up", 6667, ["under-granted"]),
      (2, "grant; grant; hand up", 10_000, []),
      (2, "grant; grant; grant", 6667, ["over-granted"]),
      // A duty manager has no row for food and drink, and no limit for the night.
      (3, "hand up; grant; hand up", 10_000, []),
    ] as [(Int, String, Int, [String])])
  func rows(variant: Int, line: String, basisPoints: Int, faults: [String]) throws {
    let judgement = try #require(Self.drill.judge(line, variant: variant))
    #expect(judgement.basisPoints == basisPoints)
    #expect(judgement.chosen == faults)
    let solution = try #require(Self.drill.solution(variant))
    #expect(Self.drill.judge(solution, variant: variant)?.basisPoints == 10_000)
  }

  @Test("the limit itself may be given, a cent more may not")
  func boundary() {
    for (amount, right) in [("60 EUR", "grant"), ("60.01 EUR", "hand up"), ("60 USD", "hand up")] {
      let drill = PolicyItemDrill(
        "### Grant: What?\n\n| What | Amount | Why |\n|---|---|---|\n| Night refund | \(amount) | So. |",
        facts: "Role: front desk\nCase: cold room")
      #expect(drill.solution() == right)
      #expect(drill.findings == [])
    }
  }

  @Test("the remarks name the request, the limit and to whom it goes up")
  func sentences() throws {
    let wrong = try #require(Self.drill.judge("hand up; grant; grant"))
    #expect(
      wrong.texts(.lost) == [
        "Food and drink, 18 EUR: handed up, but it is within your 30 EUR: give it on the spot.",
        "Night refund, 120 EUR: granted, but your limit is 60 EUR: all of it goes up to duty manager.",
        "Weekend in Leeds, 240 EUR: granted, but no row of the table gives it to you: it goes up to duty manager.",
      ])
    #expect(
      wrong.remarks.allSatisfy { $0.kind != .lost || $0.clause == "service-recovery#remedies" })
    let right = try #require(Self.drill.judge("hand up; grant; hand up", variant: 3))
    #expect(
      right.texts(.earned).contains(
        "Night refund, 120 EUR: granted, and you may give it without a limit."))
    #expect(
      Self.drill.judge("grant; hand up; hand up")?.texts(.earned).first
        == "Food and drink, 18 EUR: granted, and it is within your 30 EUR.")
  }

  @Test("Why is said of every row, and the foreseen lines of what went wrong")
  func feedback() throws {
    let right = try #require(Self.drill.judge("grant; hand up; hand up"))
    #expect(
      right.texts(.feedback) == [
        "Tea lies under every limit.", "The case decides.", "No row knows it.",
      ])
    #expect(
      right.remarks.first { $0.kind == .feedback }?.clause == "service-recovery#remedies")
    #expect(right.coach.isEmpty)
    let wrong = try #require(Self.drill.judge("hand up; grant; hand up"))
    #expect(
      wrong.texts(.feedback).suffix(2) == [
        "Half a night is not yours.", "The guest waits for an answer that you have.",
      ])
    #expect(wrong.coach == ["over-granted"])
  }

  @Test(
    "one answer a line or all at once, in any of the short forms",
    arguments: [
      ["grant", "hand up", "hand up"], ["give", "up", "h"], ["G; H; Up"],
      ["yes; handed up; hand-up"],
      ["granted", "HAND UP", "handup"],
    ])
  func typed(lines: [String]) {
    guard case .done(let response) = Self.drill.entry(lines) else {
      Issue.record("not taken: \(lines)")
      return
    }
    #expect(Self.drill.judge(response)?.basisPoints == 10_000)
    #expect(
      response
        == .fields([
          [
            "Food and drink, 18 EUR": "grant", "Night refund, 120 EUR": "hand up",
            "Weekend in Leeds, 240 EUR": "hand up",
          ]
        ]))
  }

  @Test("what is neither is refused, and nothing of the line is kept")
  func refusals() throws {
    for line in ["maybe", "", "30 EUR", "grant; hand up", "grant; half; hand up"] {
      #expect(Self.drill.refusal(line) != nil)
    }
    let lines = ["grant; half; hand up", "grant; hand up; hand up"]
    guard case .done(let response) = Self.drill.entry(lines) else {
      Issue.record("the second line was not taken")
      return
    }
    #expect(Self.drill.judge(response)?.basisPoints == 10_000)
  }

  @Test("what was asked for is shown without its reasons")
  func exhibit() throws {
    let situation = try #require(Self.drill.situation(2))
    let blocks = try #require(Self.drill.content(2)?.exhibit(in: situation))
    #expect(
      blocks.plainText
        == "What | Amount\nFood and drink | 18 EUR\nNight refund | 55 EUR\nWeekend in Leeds | 240 EUR"
    )
    #expect(Self.drill.item()?.passages.isEmpty == true)
  }

  @Test("a changed row of the policy changes the answer")
  func policyDecides() {
    let other = HousePolicies.recovery.replacing(
      "| Night refund | 60 EUR |", with: "| Night refund | 120 EUR |")
    let drill = PolicyItemDrill(Self.item, policies: [other])
    #expect(drill.solution() == "grant; grant; hand up")
  }

  static func table(_ rows: String, header: String = "| What | Amount | Why |") -> String {
    let bars = String(repeating: "---|", count: header.split(separator: "|").count)
    return "### Grant: What?\n\n\(header)\n|\(bars)\n\(rows)"
  }

  @Test(
    "an author's mistakes are found",
    arguments: [
      ("### Grant: What?", ["D303 1"]),
      (table("| Night refund | a lot | So. |"), ["D316 5"]),
      (table("| Night refund | 0 EUR | So. |"), ["D316 5"]),
      (table("| | 5 EUR | So. |"), ["D316 5"]),
      (table("| Night refund | 5 EUR | |"), ["D305 5"]),
      (table("| Night refund | 5 EUR |", header: "| What | Amount |"), ["D305 5"]),
      (table("| Night refund | 5 EUR | x |", header: "| What | Amount | Reason |"), ["D316 3"]),
      (table("| Night refund | x | y |", header: "| What | Why | Why |"), ["D316 3"]),
      (table("| Night refund | x |", header: "| What | Why |"), ["D316 3"]),
      (
        table("| Night refund | 5 EUR | So. |\n| night refund | 5.00 EUR | So. |"), ["D307 6"]
      ),
      (table("| Night refunds | 5 EUR | So. |"), ["P024 5"]),
      (table("| Night refund | 5 EUR | So. |\n\n- too much\n  > No."), ["D318 7"]),
      (table("| Night refund | 5 EUR | So. |\n\n- [ ] over-granted\n  > No."), ["D306 7"]),
    ])
  func mistakes(item: String, findings: [String]) {
    #expect(
      PolicyItemDrill(item, facts: "Role: front desk\nCase: cold room").findings == findings)
  }

  @Test("missing facts and tables are found")
  func unanswerable() {
    let item = Self.table("| Night refund | 5 EUR | So. |")
    #expect(PolicyItemDrill(item, facts: "Case: cold room").findings == ["P020 1"])
    #expect(
      PolicyItemDrill(item, facts: "Role: front desk", policies: [HousePolicies.breach]).findings
        == ["P007 1"])
  }

  @Test("a fault that no variant allows is idle")
  func idle() {
    #expect(Self.drill.idle == [])
    let all = Self.table(
      "| Food and drink | 5 EUR | So. |\n\n- over-granted\n  > No.\n- under-granted\n  > No.")
    #expect(PolicyItemDrill(all, facts: "Role: front desk\nCase: cold room").idle == ["D318 7"])
    #expect(PolicyItemDrill(all, facts: "Role: agent\nCase: cold room").idle == ["D318 9"])
  }

  @Test("who says the same in every row earns what the rows leave")
  func lazyPlayers() {
    #expect(Self.drill.guesses() == ["grants everything": 3333, "hands everything up": 6667])
    for response: Response in [.none, .fields([]), .fields([[:]]), .fields([["x": "grant"]])] {
      #expect(Self.drill.judge(response)?.basisPoints == 0)
    }
  }
}
