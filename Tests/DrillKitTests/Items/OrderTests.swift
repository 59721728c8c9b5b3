// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Order")
struct OrderTests {
  private static let steps = """
    ### Order: How do you clean up?

    1. (fail: compliance; coach; before "Send the") Look where else the number stands.
       > Copies come first: [clean up](../Policies/data.md#clean-up).
    2. Send the payment link.
       > Help is part of it.
    3. Report it by the route.
    4. Write down the place.
    5. (any) Take the next chat.
       > Whenever your hands are free.
    """

  private static let policy = (
    id: "recovery",
    text: """
    ## Steps

    1. Listen to the very end of it.
    2. Say sorry.
    3. Offer a remedy.
    4. Hand up the rest.

    ## Promises

    - We listen.
    - We call back.

    ## One step

    1. Listen.
    """
  )
  private static let derived = """
    ### Order: How do we put it right?

    Answer: [The steps](../../Policies/recovery.md#steps)
    """

  /// Kendall's τ of four steps whose places count, 2C/6 − 1; the free fifth counts in no pair.
  @Test("steps in a row are told with “;” alone between them")
  func words() throws {
    let item = try OneItemDrill(Self.steps).item()
    let told = item.item.content.shape(in: item.situation).words(for: .order(["b", "c", "d"]))
    #expect(told == "Send the payment link; Report it by the route; Write down the place.")
  }

  @Test(
    "earns τ over the steps that have a place",
    arguments: [
      ("1 2 3 4 5", 10_000), ("5 1 2 3 4", 10_000), ("1 2 3 4", 10_000), ("1 2 4 3 5", 6667),
      ("1 4 2 3 5", 3333), ("1 4 3 2 5", 0), ("4 1 2 3 5", 0), ("2 1 3 4 5", 0), ("2 3 4 5", 0),
      ("1 3 4", 0), ("Look where; Send; Report; Write", 10_000), ("1, 2, 4, 3", 6667),
    ])
  func share(typed: String, basisPoints: Int) throws {
    let sample = OneItemDrill(Self.steps)
    #expect(sample.findings == [])
    #expect(try sample.item().credit(typed) == basisPoints)
  }

  @Test("a broken gate fails, is told with its feedback and shown to the supervisor")
  func gate() throws {
    let item = try OneItemDrill(Self.steps).item()
    let judged = item.judge(.order(["b", "a", "c", "d", "e"]))
    #expect(
      judged.critical == [
        CriticalFailure(
          .compliance,
          "“Look where else the number stands” did not come before “Send the payment link”")
      ])
    #expect(judged.coach.count == 1)
    #expect(judged.chosen == ["a not before b", "a too late"])
    #expect(
      judged.texts(.critical) == [
        "“Look where else the number stands” must come before “Send the payment link”, and "
          + "stands after it. Without that the order earns nothing."
      ])
    #expect(
      judged.texts(.feedback) == ["Copies come first: clean up."])
    #expect(judged.remarks.contains { $0.clause == "data#clean-up" })
    let missing = item.judge(.order(["b", "c"]))
    #expect(missing.texts(.critical).first?.contains("is missing") == true)
    #expect(item.judge(.order(["c", "d", "e"])).critical.isEmpty)
  }

  @Test("says what to move, and is silent about what stands right")
  func moves() throws {
    let item = try OneItemDrill(Self.steps).item()
    let judged = item.judge(.order(["a", "d", "b", "c"]))
    #expect(
      judged.texts(.lost) == [
        "Move “Write down the place” down, right after “Report it by the route”."
      ])
    #expect(judged.texts(.earned).first?.hasPrefix("4 of 6 pairs") == true)
    #expect(judged.texts(.feedback).isEmpty && judged.chosen == ["d too early"])
    let short = item.judge(.order(["a", "c", "d"]))
    #expect(
      short.texts(.lost).contains(
        "“Send the payment link” is missing: it comes right after “Look where else the number stands”."
      ))
    let right = item.judge(.order(["e", "a", "b", "c", "d"]))
    #expect(right.remarks.map(\.text) == ["Every step stands where it belongs."])
    #expect(right.chosen.isEmpty)
  }

  @Test("a policy's list is the key, and follows the policy")
  func policy() throws {
    let sample = OneItemDrill(Self.derived, policies: [Self.policy])
    #expect(sample.findings == [])
    let item = try sample.item()
    guard case .order(let steps) = item.shape else {
      Issue.record("no order")
      return
    }
    #expect(steps.options.map(\.id) == ["a", "b", "c", "d"])
    #expect(item.credit("Listen; Say; Offer; Hand") == 10_000)
    #expect(item.credit("Say; Listen; Offer; Hand") == 6667)
    #expect(item.judge(.order(["b", "a", "c", "d"])).remarks.last?.clause == "recovery#steps")

    var changed = Self.policy
    changed.text = changed.text.replacing(
      "1. Listen to the very end of it.\n2. Say sorry.",
      with: "1. Say sorry.\n2. Listen to the very end of it.")
    let after = try OneItemDrill(Self.derived, policies: [changed]).item()
    #expect(after.credit("Say; Listen; Offer; Hand") == 10_000)
    #expect(after.credit("Listen; Say; Offer; Hand") == 6667)
  }

  @Test("the right answer earns all, and no habit does")
  func players() throws {
    for sample in [OneItemDrill(Self.steps), OneItemDrill(Self.derived, policies: [Self.policy])] {
      let item = try sample.item()
      #expect(item.solved == .full)
      #expect(item.guessed.count == 4)
      #expect(item.guessed.values.allSatisfy { $0 < 8000 })
    }
  }

  @Test("the screen never shows the steps in their order, whatever was drawn")
  func mixed() throws {
    let sample = OneItemDrill(Self.derived, policies: [Self.policy])
    let script = Script(drill: try #require(sample.drills.first), policies: sample.policies)
    for seed in 0..<50 {
      let attempt = try SampleAttempt(script, seed: UInt64(seed))
      #expect(attempt.shown.count == 4 && attempt.shown != ["a", "b", "c", "d"])
    }
  }

  @Test("a typed line that is no order costs nothing")
  func misread() throws {
    let item = try OneItemDrill(Self.steps).item()
    for line in ["", "1 2 2", "9", "Dance", "1 2 x"] {
      guard case .misread = item.entry(line) else {
        Issue.record("“\(line)” was taken")
        continue
      }
    }
    #expect(item.entry("2 1", order: ["c", "a", "b", "d", "e"]) == .done(.order(["a", "c"])))
    #expect(item.judge(.none).share == .none && item.judge(.order(["z"])).share == .none)
  }

  @Test("a time-out says what was foreseen")
  func timeOut() throws {
    let text = """
      ### Order: How?

      _within 45 s_

      1. One.
      2. Two.
      3. (timed out)
         > Begin with one.
      """
    let sample = OneItemDrill(text)
    #expect(sample.findings == [])
    let item = try sample.item()
    let judged = try #require(item.item.content.timeOut(in: item.situation))
    #expect(judged.share == .none && judged.texts(.feedback) == ["Begin with one."])
    #expect(item.credit("1 2") == 10_000)
  }

  @Test(
    "reports what an author gets wrong",
    arguments: [
      ("", ["D303@1"]),
      ("- One.\n- Two.", ["D303@3"]),
      ("1. [x] One.\n2. Two.", ["D306@3"]),
      ("1. One.\n2. One.", ["D307@4"]),
      ("1. (any) One.\n2. Two.", ["D304@1"]),
      ("1. (50%) One.\n2. Two.", ["D114@3"]),
      ("1. (+5 min) One.\n2. Two.", ["D114@3"]),
      ("1. (fail) One.\n2. Two.", ["D114@3"]),
      ("1. (first) One.\n2. Two.", ["D114@3"]),
      ("1. (before Two) One.\n2. Two.", ["D114@3"]),
      ("1. (before \"Three\") One.\n2. Two.", ["D114@3"]),
      ("1. (before \"T\") One.\n2. Two.\n3. Three.", ["D114@3"]),
      ("1. One.\n2. (before \"One\") Two.", ["D309@4"]),
      ("1. One. → [The desk](#the-desk)\n2. Two.", ["D116@3"]),
      ("1. One.\n2. Two.\n3. (otherwise)\n   > No.", ["D114@5"]),
      ("1. One.\n2. Two.\n3. (timed out)\n   > No.", ["D318@5"]),
      ("Answer: the steps", ["D315@3"]),
      ("Answer: see [The steps](../../Policies/recovery.md#steps)", ["D315@3"]),
      ("Answer: [The steps](../../Policies/recovery.md)", ["D315@3"]),
      ("Answer: [The steps](../../Policies/recovery.md#promises)", ["D315@3"]),
      ("Answer: [The steps](../../Policies/recovery.md#one-step)", ["D315@3"]),
      ("Answer: [The steps](../../Policies/recovery.md#steps)\n\n1. One.\n2. Two.", ["D105@5"]),
      ("_shuffle: no_\n\n1. One.\n2. Two.", ["D112@3"]),
      ("After line 2:\n\n> **Ann:** Hello?\n\n1. One.\n2. Two.", ["D317@3"]),
    ] as [(String, [String])])
  func mistakes(body: String, findings: [String]) {
    let sample = OneItemDrill("### Order: How?\n\n\(body)", policies: [Self.policy])
    #expect(sample.findings == findings, "\(sample.messages)")
  }

  @Test("a link to a clause that is not there is reported once, with what was meant")
  func deadClause() {
    let text = "### Order: How?\n\nAnswer: [The steps](../../Policies/recovery.md#step)"
    let sample = OneItemDrill(text, policies: [Self.policy])
    #expect(sample.findings.count == 1 && sample.messages.contains("Did you mean “steps”?"))
  }

  @Test("far too many steps are refused, not measured")
  func manySteps() {
    let list = (1...60).map { "\($0). Step \($0)." }.joined(separator: "\n")
    #expect(OneItemDrill("### Order: How?\n\n\(list)").findings == ["D303@29"])
  }
}
