// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Reply")
struct ReplyTests {
  private static let note = """
    ### Reply: Write to the guest.

    _5-40 words_

    - [x] (2) Apologises: sorry | apolog*; not: sorry if
    - [x] Says who rings: Paulo | duty manager
      > A name, so that it is somebody's.
    - [x] (fail: customer; coach) Says by when: 08:30 | half past eight
    - [ ] (-50%) Promises money: full refund | money back
    - [ ] (fail: compliance) Asks for a secret: send + code
      > Nobody asks for codes.
    - [ ] (coach) Blames somebody: their fault

    Model:

    > I am sorry. Paulo rings you at 08:30.
    """

  private func note() throws -> SampleItem { try ItemSample(Self.note).item() }

  @Test("gives the model 100 %, and the guessing nothing")
  func model() throws {
    let item = try note()
    try item.expectSolution()
    #expect(item.guesses == [0, 0])
    #expect(item.shape == .text(TextLength(words: 5...40)))
    #expect(item.content.instruction(in: item.situation).contains("5 to 40 words"))
  }

  /// Must lines weigh 2, 1 and 1; a must-not line costs 50, or 25 %.
  @Test(
    "earns the weight of what is said, less what must not be",
    arguments: [
      ("I apologise. The duty manager rings at half past eight.", 10_000),
      ("I am so sorry, I rang him at 8:30, promised.", 7500),
      ("I am sorry if that hurt. Paulo rings at 08:30.", 5000),
      ("I am not sorry. Paulo rings you at 08:30.", 5000),
      ("I am sorry. Paulo rings at 08:30 with a full refund.", 5000),
      ("I am sorry. Paulo rings at 08:30. It was their fault.", 7500),
      ("Nothing much to say about this.", 0),
    ])
  func shares(reply: String, credit: Int) throws {
    #expect(try note().judge(reply).credit == credit)
  }

  @Test("names the words that count, those that don't, and the author's feedback")
  func explains() throws {
    let judgement = try note().judge("I am not sorry. Send me the code at 08:30.")
    #expect(
      judgement.remarks == [
        Remark(.lost, "Apologises: missing. “sorry” does not count: “not” stands before it."),
        Remark(.lost, "Says who rings: missing."),
        Remark(.feedback, "A name, so that it is somebody's."),
        Remark(.earned, "Says by when: “08:30”."),
        Remark(.critical, "Asks for a secret: “Send … code”."),
        Remark(.feedback, "Nobody asks for codes."),
      ])
    #expect(judgement.critical == [CriticalFailure(.compliance, "Asks for a secret")])
    #expect(judgement.chosen == ["Apologises", "Says who rings", "Asks for a secret"])
  }

  @Test("takes a missing must line for critical where it is marked, and tells the supervisor")
  func criticalMust() throws {
    let judgement = try note().judge("I am sorry. Paulo rings you. It was their fault.")
    #expect(judgement.critical == [CriticalFailure(.customer, "Says by when: missing")])
    #expect(judgement.texts(.critical) == ["Says by when: missing."])
    #expect(judgement.coach == ["Says by when", "Blames somebody"])
    #expect(try note().judge("I am sorry. Paulo rings you at 08:30.").coach == [])
  }

  @Test("takes the duty's class where the mark names none")
  func dutyClass() throws {
    let item = try ItemSample(
      """
      ### Reply: Write.

      - [x] Sorry: sorry
      - [ ] (fail) Asks: send + code

      Model:

      > I am sorry, and I say so at once and in my own words.
      """, duty: "data-handling"
    ).item()
    let judgement = try item.judge(
      "I am sorry. Now send me that code, at once, dear guest, please.")
    #expect(judgement.critical == [CriticalFailure(.compliance, "Asks")])
  }

  @Test(
    "refuses a reply outside its length, where a dash is no word",
    arguments: [
      ("", "0 words"), ("I am sorry. Paulo", "4 words"), ("I am sorry – Paulo", "4 words"),
      (String(repeating: "word ", count: 41), "41 words"),
      (String(repeating: "word", count: 3000), "at most 8192"),
    ])
  func length(reply: String, part: String) throws {
    #expect(try note().refusal(reply).contains(part))
  }

  @Test(
    "finds personal data and secrets of its own accord",
    arguments: [
      ("Your card 4111 1111 1111 1111 is safe.", ["card"]),
      ("Your passwords: the password is Otter-Rain-88.", ["secret"]),
      ("Write to guest@example.org if you like.", []),
    ])
  func leaks(sentence: String, kinds: [String]) throws {
    let judgement = try note().judge("I am sorry. Paulo rings you at 08:30. \(sentence)")
    #expect(judgement.credit == 10_000)
    #expect(
      judgement.critical
        == kinds.map {
          CriticalFailure(.compliance, "The reply gives away data of the kind “\($0)”")
        })
    #expect(judgement.texts(kinds.isEmpty ? .note : .critical).count == 1)
  }

  /// A value of the drill's own, struck in a Redact, is never cheaper than an invented one.
  @Test(
    "a real date of birth costs what an invented one does",
    arguments: ["", "- To: courier partner"],
    [
      "Your father, born 2 March 1949, is safe.", "Your father, born 4 May 1950, is safe.",
      "Your father (2 March 1949) is safe.",
    ])
  func realDate(facts: String, sentence: String) throws {
    let drill = """
      ### Redact: Hide it.

      > Born ~~2 March 1949~~ (birthday).

      """
    let item = try ItemSample(drill + Self.note, facts: facts).unchecked(1)
    let judgement = item.content.judge(
      .text("I am sorry. Paulo rings you at 08:30. \(sentence)"), in: item.situation)
    #expect(judgement.critical.map(\.kind) == [.compliance])
  }

  private static let planted = """
    ### Redact: Hide it.

    > ~~Leonie Praet~~ (contact), card ~~4111 1111 1111 1111~~ (payment card), member
    > ~~ZX 20~~ (badge).

    """

  @Test(
    "takes planted values as the policy does for whom the reply goes to",
    arguments: [
      ("- To: courier partner", "Dear Leonie Praet", [], 0),
      ("- To: public post", "Dear leonie-praet", ["contact"], 1),
      ("- To: team chat", "Dear Leonie Praet", [], 1),
      ("- To: courier partner", "Card 4111-1111-1111-1111", ["payment card"], 1),
      ("- To: payment page", "Card 4111111111111111", [], 0),
      ("", "Dear Leonie Praet", [], 1),
      ("", "Card 4111 1111 1111 1111", ["payment card"], 1),
      ("", "Member ZX20", [], 1),
    ])
  func plantedValues(facts: String, words: String, classes: [String], told: Int) throws {
    // “badge” is no class of the policy, which makes the Redact unsound and not the Reply.
    let item = try ItemSample(Self.planted + Self.note, facts: facts).unchecked(1)
    let judgement = item.content.judge(
      .text("I am sorry. Paulo rings you at 08:30. \(words)"), in: item.situation)
    #expect(judgement.credit == 10_000)
    #expect(
      judgement.critical
        == classes.map {
          CriticalFailure(.compliance, "The reply gives away data of the kind “\($0)”")
        })
    let remarks = judgement.remarks.filter { $0.text.contains("stands in your reply") }
    #expect(remarks.count == told)
    #expect(remarks.allSatisfy { $0.text.contains("In this scenario it is data of the kind") })
  }

  @Test(
    "reports what an author gets wrong, at its line",
    arguments: [
      ("Nothing.", "D303 ### Reply: Say sorry."),
      ("- [ ] Blames: fault", "D304 ### Reply: Say sorry."),
      ("- [x] S: sorry\n- T: you", "D303 - T: you"),
      ("- [x] S: sorry\n- (otherwise)\n  > So.", "D303 - (otherwise)"),
      ("- [x] S: sorry → [Scene](#scene)", "D116 - [x] S: sorry → [Sc"),
      ("- [x] S: sor*ry and so*rry", "D312 - [x] S: sor*ry"),
      ("- [x] (50%) S: sorry", "D114 - [x] (50%) S"),
      ("- [x] (+5 min) S: sorry", "D114 - [x] (+5 min) S"),
      ("- [x] (-25%) S: sorry", "D114 - [x] (-25%) S"),
      ("- [x] S: sorry\n- [ ] (2) B: fault", "D114 - [ ] (2) B"),
      ("- [x] (21) S: sorry", "D114 - [x] (21) S"),
      ("- [x] S: sorry\n- [ ] (fail) B: fault", "D313 - [ ] (fail) B"),
      ("- [x] S: say sorry", "D313 ### Reply: Say sorry."),
      ("- [x] S: you", "D314 ### Reply: Say sorry."),
      ("- [x] S: you\n\nModel:\n\n> Too short.", "D310 > Too short."),
      (
        "_3-20 words_\n\n- [x] S: you\n\nModel:\n\n> It says something else.",
        "D310 - [x] S: you"
      ),
      (
        "_3-20 words_\n\n- [x] S: you\n\nModel:\n\n> You, card 4111 1111 1111 1111.",
        "D310 > You, card 4111 1111 1111 1111."
      ),
      ("_show: 3_\n\n- [x] S: you", "D112 _show: 3_"),
    ])
  func errors(body: String, finding: String) {
    let sample = ItemSample("### Reply: Say sorry.\n\n\(body)")
    #expect(sample.found(finding), "\(sample.findings)")
  }

  @Test(
    "points at the very sign of a rubric line",
    arguments: [
      ("- [x] No colon here", "No colon here"),
      ("- [x] (2) No colon here", "No colon here"),
      ("- [x] (2; fail: customer) Label: good | *", "*"),
      ("- [ ] Label: good | | bad", "| bad"),
      ("- [x] Label: a\\*b*", "*b*"),
      ("- [x] Label: send + + code", "+ code"),
      ("- [x] Label: good; bad", "; bad"),
      ("- [x] Label: good |\n  | bad", "| bad"),
      ("- [x] Label: good | x*", "*"),
    ])
  func places(line: String, rest: String) throws {
    let sample = ItemSample("### Reply: Say it.\n\n\(line)\n- [x] Fine: you")
    let finding = try sample.finding("D312")
    #expect(sample.source(at: finding) == rest, "\(finding)")
  }

  @Test(
    "points at what keeps the model from earning all",
    arguments: [
      // The words that must not be said, in the second line of the model.
      (
        "- [x] S: you\n- [ ] B: our fault", "> You see.\n> It is our fault, yes.", "our fault, yes."
      ),
      // The words that don't count.
      ("- [x] S: you\n- [x] T: sorry", "> You know.\n>\n> I am not sorry.", "sorry."),
      // The line that nothing meets.
      ("- [x] S: you\n- [x] T: tomorrow", "> You know that well.", "- [x] T: tomorrow"),
      ("- [x] S: you", "> You, card **4111 1111 1111 1111**.", "4111 1111 1111 1111**."),
    ])
  func modelPlaces(rubric: String, model: String, rest: String) throws {
    let sample = ItemSample("### Reply: Say it.\n\n_3-20 words_\n\n\(rubric)\n\nModel:\n\n\(model)")
    let finding = try sample.finding("D310")
    #expect(sample.source(at: finding) == rest, "\(finding)")
  }
}
