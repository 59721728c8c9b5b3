// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Choose, Choose all and Decide")
struct ChooseTests {
  private static let first = """
    ### Choose: What do you do first?

    _within 45 s; show: 3_

    - [ ] Copy the number into the notes.
      > Notes last: [card data](../Policies/data.md#card-data).
    - [x] Mask the number. → [The desk](#the-desk)
      > **Customer:** Thank you.

      > Right.
    - [ ] (50%; coach; +10 min) Ask the customer to delete it.
      > They can't delete your copy.
    - [ ] (fail: compliance) Read it out in the team channel.
      > Now it is in a second system.
    - [ ] (fail; timed out)
      > Silence left it standing.
    """

  @Test(
    "Choose: the answer's own share is the credit",
    arguments: [("1", 0), ("2", 10_000), ("3", 5000), ("4", 0), ("mask", 10_000)])
  func choose(typed: String, basisPoints: Int) throws {
    let sample = OneItemDrill(Self.first)
    #expect(sample.findings == [], "\(sample.messages)")
    #expect(try sample.item().credit(typed) == basisPoints)
  }

  @Test("Choose: an answer brings its voices, failure, minutes, target and letter")
  func consequences() throws {
    let item = try OneItemDrill(Self.first).item()
    let right = item.judge(.choices(["b"]))
    #expect(right.target == "the-desk" && right.chosen == ["b"])
    #expect(right.remarks.map(\.kind) == [.reaction, .feedback, .earned])
    #expect(right.remarks[0].speaker == "Customer")
    let half = item.judge(.choices(["c"]))
    #expect(half.minutes == 10 && half.coach == ["Ask the customer to delete it."])
    #expect(half.texts(.lost).first?.contains("Right is “Mask the number”.") == true)
    #expect(
      item.judge(.choices(["d"])).critical == [
        CriticalFailure(.compliance, "Read it out in the team channel.")
      ])
    #expect(item.judge(.choices(["a"])).remarks[0].clause == "data#card-data")
    #expect(item.item.content.delays == [0, 10])
  }

  @Test("Choose: a time-out has its own words, and its failure is of the duty's class")
  func timeOut() throws {
    let item = try OneItemDrill(Self.first).item()
    let judged = try #require(item.item.content.timeOut(in: item.situation))
    #expect(judged.share == .none && judged.chosen.isEmpty)
    #expect(judged.texts(.feedback) == ["Silence left it standing."])
    #expect(judged.critical == [CriticalFailure(.customer, "Nothing was done in time")])
  }

  @Test("Choose: what is shown always holds the right answer")
  func shown() throws {
    let sample = OneItemDrill(Self.first)
    let script = Script(drill: try #require(sample.drills.first), policies: sample.policies)
    var orders: Set<[String]> = []
    for seed in 0..<40 {
      let shown = try SampleAttempt(script, seed: UInt64(seed)).shown
      #expect(shown.count == 3 && shown.contains("b"))
      orders.insert(shown)
    }
    #expect(orders.count > 5)
  }

  @Test("Choose: two letters, or none, are no answer to it")
  func wrongShape() throws {
    let sample = OneItemDrill(Self.first)
    let script = Script(drill: try #require(sample.drills.first), policies: sample.policies)
    for letters in [["b", "a"], [], ["z"]] {
      var attempt = try SampleAttempt(script)
      #expect(throws: AttemptProblem.wrongShape) {
        try attempt.take(.answer(.choices(letters), nil))
      }
    }
    #expect(try sample.item().judge(.text("b")).share == .none)
  }

  private static let remedies = (
    id: "recovery",
    text: """
    ## Remedies

    | Role | Case | What | Up to | Else hands up to |
    |---|---|---|---|---|
    | agent | late parcel | Goodwill credit | 25 EUR | shift lead |
    """
  )
  private static let offer = """
    ### Choose: What do you offer?

    Facts:

    - Role: agent
    - Case: late parcel

    - [x] (within Remedies: Goodwill credit, 25 EUR) Twenty-five euros.
      > Within the limit.
    - [ ] (within Remedies: Goodwill credit, 40 EUR) Forty euros.
      > Above it.
    """.replacing("- Case: late parcel\n\n", with: "- Case: late parcel\n\nAnswers:\n\n")

  @Test("Choose: a tick follows the Remedies table")
  func remedies() {
    #expect(OneItemDrill(Self.offer, policies: [Self.remedies]).findings == [])
    for (limit, findings) in [("20 EUR", ["D311@10"]), ("50 EUR", ["D311@12"])] {
      var policy = Self.remedies
      policy.text = policy.text.replacing("25 EUR", with: limit)
      #expect(OneItemDrill(Self.offer, policies: [policy]).findings == findings)
    }
    let slip = Self.offer.replacing("credit, 40 EUR", with: "credit 40 EUR")
    #expect(OneItemDrill(slip, policies: [Self.remedies]).findings == ["D114@12"])
  }

  @Test(
    "reports what an author gets wrong",
    arguments: [
      ("Choose", "", ["D303@1"]),
      ("Choose", "1. [x] A\n   > Y\n2. [ ] B\n   > N", ["D303@3"]),
      ("Choose", "- [x] A\n  > Y\n- B\n  > N", ["D303@5"]),
      ("Choose", "- [ ] A\n  > N\n- [ ] B\n  > N", ["D304@1"]),
      ("Choose", "- [x] A\n  > Y\n- [x] B\n  > Y", ["D304@5"]),
      ("Choose", "- [x] A\n  > Y", ["D304@1"]),
      ("Choose", "- [x] A\n  > Y\n- [ ] a\n  > N", ["D307@5"]),
      ("Choose", "- [x] A\n- [ ] B\n  > N", ["D305@3"]),
      ("Choose", "- [x] (80%) A\n  > Y\n- [ ] B\n  > N", ["D309@3"]),
      ("Choose", "- [x] A\n  > Y\n- [ ] (100%) B\n  > N", ["D304@5"]),
      ("Choose", "- [x] A\n  > Y\n- [ ] (-25%) B\n  > N", ["D114@5"]),
      ("Choose", "- [x] (fail) A\n  > Y\n- [ ] B\n  > N", ["D114@3"]),
      ("Choose", "- [x] A\n  > Y\n- [ ] (fial) B\n  > N", ["D114@5"]),
      ("Choose", "- [x] A\n  > Y\n- [ ] B\n  > N\n- [ ] (otherwise)\n  > N", ["D114@7"]),
      ("Choose", "- [x] A\n  > Y\n- [ ] B\n  > N\n- [ ] (timed out)\n  > N", ["D318@7"]),
      (
        "Choose",
        "_within 9 s_\n\n- [x] A\n  > Y\n- [ ] B\n  > N\n- [ ] (timed out)\n  > N\n"
          + "- [x] (timed out)\n  > N", ["D119@11"]
      ),
      ("Choose", "_window: 2_\n\n- [x] A\n  > Y\n- [ ] B\n  > N", ["D112@3"]),
      ("Choose all", "- [ ] A\n  > N\n- [ ] B\n  > N", ["D304@1"]),
      ("Choose all", "- [x] A\n  > Y", ["D304@1"]),
      ("Choose all", "- [x] A → [The desk](#the-desk)\n  > Y\n- [ ] B\n  > N", ["D116@3"]),
      ("Choose all", "- [x] (-10%) A\n  > Y\n- [ ] B\n  > N", ["D114@3"]),
      ("Choose all", "- [x] A\n  > Y\n- [ ] (10%) B\n  > N", ["D114@5"]),
      ("Choose all", "- [x] (fail) A\n  > Y\n- [ ] B\n  > N", ["D114@3"]),
      ("Choose all", "- [x] (40%) A\n  > Y\n- [x] (50%) B\n  > Y\n- [ ] C\n  > N", ["D309@3"]),
      (
        "Choose all", "_show: 2_\n\n- [x] A\n  > Y\n- [x] B\n  > Y\n- [ ] C\n  > N",
        ["D111@1"]
      ),
      ("Decide", "", ["D303@1"]),
      ("Decide", "- A", ["D304@1"]),
      ("Decide", "- [ ] A\n- B", ["D306@3"]),
      ("Decide", "- (50%) A\n- B", ["D114@3"]),
      ("Decide", "- (any) A\n- B", ["D114@3"]),
      ("Decide", "- A\n- B\n- (otherwise)\n  > N", ["D114@5"]),
      ("Decide", "- A\n- a", ["D307@4"]),
      ("Decide", "_show: 2_\n\n- A\n- B", ["D112@3"]),
    ] as [(String, String, [String])])
  func mistakes(verb: String, body: String, findings: [String]) {
    let sample = OneItemDrill("### \(verb): What?\n\n\(body)")
    #expect(sample.findings == findings, "\(sample.messages)")
  }

  private static let several = """
    ### Choose all: Which may you say?

    - [x] I call you by four.
      > A time that is yours.
    - [ ] Certainly by Saturday.
      > Nobody can see Saturday.
    - [x] That was our mistake.
      > Plain.
    - [ ] (fail: business; -25%) Ask the courier.
      > Sent away.
    """

  /// right/2 − wrong/2; the marked one costs 25 %.
  @Test(
    "Choose all: right/n − wrong/m, marks aside",
    arguments: [
      ("1 3", 10_000), ("1", 5000), ("none", 0), ("1, 2, 3", 5000), ("1 3 4", 7500),
      ("1 2 3 4", 2500), ("2", 0), ("I call; That was", 10_000),
    ])
  func chooseAll(typed: String, basisPoints: Int) throws {
    let sample = OneItemDrill(Self.several)
    #expect(sample.findings == [], "\(sample.messages)")
    #expect(try sample.item().credit(typed) == basisPoints)
  }

  @Test("Choose all: names what was picked and what was missed, each before its feedback")
  func chooseAllExplained() throws {
    let item = try OneItemDrill(Self.several).item()
    let judged = item.judge(.choices(["a", "d"]))
    #expect(
      judged.remarks.map(\.text) == [
        "“I call you by four” is right.", "A time that is yours.",
        "“That was our mistake” was missed: it is right.", "Plain.",
        "“Ask the courier” is wrong.", "Sent away.",
      ])
    #expect(judged.critical == [CriticalFailure(.business, "Ask the courier.")])
    #expect(judged.chosen == ["a", "d"])
    #expect(item.judge(.none).share == .none)
  }

  /// Two right answers and six wrong ones, of which two are shown: whoever ticks all four that
  /// are on the screen loses for both what the right ones earn.
  @Test("Choose all: ticking all that is shown earns nothing, however many are not shown")
  func chooseAllShown() throws {
    let wrong = ["C", "D", "E", "F", "G", "H"].map { "- [ ] \($0)\n  > N" }.joined(separator: "\n")
    let sample = OneItemDrill(
      "### Choose all: Which?\n\n_show: 4_\n\n- [x] A\n  > Y\n- [x] B\n  > Y\n\(wrong)")
    let item = try sample.item()
    let script = Script(drill: try #require(sample.drills.first), policies: sample.policies)
    let shown = try SampleAttempt(script).shown
    #expect(shown.count == 4 && Set(shown).isSuperset(of: ["a", "b"]))
    #expect(item.judge(.choices(shown)).share == .none)
    #expect(item.judge(.choices(["a", "b", "c"])).share == Share(1, of: 2))
    #expect(item.solved == .full)
  }

  @Test("Decide: earns nothing, branches, and takes its time")
  func decide() throws {
    let text = """
      ### Decide: Where to?

      _within 45 s_

      - Over the bridge. → [The desk](#the-desk)
        > **Mara:** You'd leave your desk?
      - (+20 min; coach) A taxi.
      - (fail: business) Nowhere.
      - (timed out; +5 min)
        > Nobody decided.
      """
    let sample = OneItemDrill(text)
    #expect(sample.findings == [], "\(sample.messages)")
    let item = try sample.item()
    #expect(!item.item.content.isScored && item.item.content.delays == [0, 5, 20])
    let first = item.judge(.choices(["a"]))
    #expect(first.share == .none && first.target == "the-desk" && first.chosen == ["a"])
    #expect(first.remarks.map(\.speaker) == ["Mara"])
    let second = item.judge(.choices(["b"]))
    #expect(second.minutes == 20 && second.coach == ["A taxi."])
    #expect(item.judge(.choices(["c"])).critical == [CriticalFailure(.business, "Nowhere.")])
    #expect(item.judge(.none).target == nil && item.judge(.choices([])).chosen.isEmpty)
    #expect(item.item.content.timeOut(in: item.situation)?.minutes == 5)
    #expect(item.item.content.solution(in: item.situation) == .choices(["a"]))
  }

  @Test("the right answer earns all; habits are told apart")
  func players() throws {
    let choose = try OneItemDrill(Self.first).item()
    #expect(choose.solved == .full)
    #expect(choose.guessed["always the first answer"] == 0)
    #expect(choose.guessed["always the longest answer"] == 0)
    #expect(choose.guessed["always the most cautious answer"] == 5000)
    let several = try OneItemDrill(Self.several).item()
    #expect(several.guessed["always the last answer"] == 0)
    #expect(several.solved == .full && several.guessed["ticks everything"] == 2500)
  }

  @Test(
    "an answer that is said in quotation marks is found by its words, with and without them",
    arguments: [
      ("Sorry, no.", "a"), ("\"Sorry, no.\"", "a"), ("“sorry", "a"), ("I'll ask, and", "b"),
      ("Say \"wait", "c"), ("say wait", "c"), ("\"", nil), ("s", nil),
    ])
  func quotes(typed: String, letter: String?) throws {
    let item = try OneItemDrill(
      """
      ### Choose: What do you say?

      - [ ] "Sorry, no."
        > No.
      - [x] „I'll ask, and ring you.”
        > Yes.
      - [ ] Say "wait" and hang up.
        > No.
      """
    ).item()
    let outcome = item.entry(typed)
    if let letter {
      #expect(outcome == .done(.choices([letter])))
    } else {
      guard case .misread = outcome else {
        Issue.record("\(outcome)")
        return
      }
    }
  }

  @Test(
    "a mark that a kind does not take: what it takes, or what was nearly written",
    arguments: [
      (
        "Choose all", "either",
        "It takes “50%”, “-25%”, “+10 min”, “timed out”, “fail”, “fail: customer”, “fail: business”, "
          + "“fail: compliance”, “coach”."
      ),
      ("Choose all", "fial", "Did you mean “fail”?"),
      ("Choose", "any", "It takes “50%”, "),
    ])
  func unknownMarks(verb: String, mark: String, advice: String) {
    let box = verb == "Decide" ? "" : "[ ] "
    let right = box.isEmpty ? "" : "[x] "
    let sample = OneItemDrill("### \(verb): What?\n\n- \(right)A.\n- \(box)(\(mark)) B.")
    let message = sample.messages
    #expect(message.contains("“(\(mark))” is no mark of \(verb). \(advice)"), "\(message)")
  }
}
