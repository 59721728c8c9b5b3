// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

@Suite("Variants of a drill")
struct VariantTests {
  private static let text = DrillText(
    """
    # A test

    Facts:

    - Now: Friday 18:40

    On Friday at 18:40, and not on Fridays, the phone
    rings twice. FRIDAY.

    ## Friday

    It is `Friday`, says **Friday, Robin**.

    | Day |
    |---|
    | Friday |

    ### Choose: Which day, Friday?

    _id: friday; within 40 s_

    Hint: It is Friday.

    After 20 s:

    > **Robin:** Friday!

    Facts:

    - Since: Friday 18:40

    Answers:

    - [x] Say Friday. → [Friday later](#friday-later)
      > **Friday, Robin:** On Friday.

      > Friday it is.
    - [ ] (50%) Say nothing.
      > Friday!

    Feedback:

    > Friday again.

    ### Reply: Which day?

    _2-20 words_

    - [x] (2) Names it: on Friday | phone rings

    Model:

    > It was on Friday.

    ## Friday later

    Over.

    ## Variants

    | Late | Early | Empty |
    |---|---|---|
    | Friday | Monday | |
    | 18:40 | 07:15 | 18:45 |
    | phone rings twice | door opens | |
    """)

  private func drills() throws -> [Drill] {
    // Facts after the inject are out of order; the order is no matter here.
    let body = Self.text.text.replacingLast(
      "\nFacts:\n\n- Since: Friday 18:40\n\nAnswers:\n", "\nAnswers:\n")
    let text = DrillText(
      whole: body.replacingLast("Hint: It is", "Facts:\n\n- Since: Friday 18:40\n\nHint: It is"))
    #expect(try text.findings() == [])
    return try text.drills()
  }

  @Test("whole phrases, as they are written; an empty cell keeps the words")
  func phrases() throws {
    let drills = try drills()
    #expect(drills.map(\.variants) == Array(repeating: ["Late", "Early", "Empty"], count: 3))
    #expect(drills.map(\.variant) == [0, 1, 2])
    #expect(
      drills.map { $0.opening.map(\.blocks.plainText).joined() } == [
        "On Friday at 18:40, and not on Fridays, the phone rings twice. FRIDAY.",
        "On Monday at 07:15, and not on Fridays, the door opens. FRIDAY.",
        "On Friday at 18:45, and not on Fridays, the phone rings twice. FRIDAY.",
      ])
  }

  @Test("in text, hints, feedback, cells, models, facts and rubrics")
  func replaced() throws {
    let drill = try #require(try drills().dropFirst().first)
    #expect(drill.facts["Now"]?.text == "Monday 07:15")
    let scene = drill.scenes[0]
    #expect(
      scene.narration.map(\.blocks.plainText) == [
        "It is Monday, says Monday, Robin.", "Day\nMonday",
      ])
    let item = scene.items[0]
    #expect(item.facts["Since"]?.text == "Monday 07:15")
    #expect(item.hints.map(\.text.plain) == ["It is Monday."])
    #expect(item.injects[0].passages.map(\.blocks.plainText) == ["Monday!"])
    #expect(item.feedback.map(\.blocks.plainText) == ["Monday again."])
    let content = try #require(item.content as? ChooseContent)
    #expect(content.list.options.map(\.text.plain) == ["Say Monday.", "Say nothing."])
    #expect(content.list.options.map(\.marks.share) == [nil, 50])
    #expect(
      content.list.options[0].remarks == [
        Remark(.reaction, "On Monday.", speaker: "Monday, Robin"),
        Remark(.feedback, "Monday it is."),
      ])
    let reply = scene.items[1]
    #expect(reply.model.plainText == "It was on Monday.")
    let situation = try #require(
      Script(drill: drill, policies: PolicyBook())
        .situation(at: .init(scene: scene.slug, item: reply.id), passed: 0))
    #expect(reply.content.judge(.text("It was on Monday."), in: situation).share == .full)
    #expect(reply.content.judge(.text("It was on Friday."), in: situation).share != .full)
  }

  @Test("never in headings, ids and link targets")
  func kept() throws {
    let drill = try #require(try drills().dropFirst().first)
    #expect(drill.scenes.map(\.title) == ["Friday", "Friday later"])
    #expect(drill.scenes[0].items[0].id == "friday")
    #expect(drill.scenes[0].items[0].question == "Which day, Friday?")
    let content = try #require(drill.scenes[0].items[0].content as? ChooseContent)
    #expect(content.list.options[0].target == "friday-later")
  }

  @Test("marks keep their words, also where the answer's own have a phrase of the same")
  func marks() throws {
    let text = DrillText(
      """
      # A test

      ## Opening

      ### Choose: What do you do?

      - [x] Say it.
        > Yes.
      - [ ] (fail) Fail to say it.
        > No: you fail.
      - [ ] (fail; +5 min) Wait.
        > No.

      ## Variants

      | First | Second |
      |---|---|
      | fail | forget |
      """)
    #expect(try text.findings() == [])
    let answers = try text.drills().map { drill in
      try #require(drill.scenes[0].items[0].content as? ChooseContent).list.options
    }
    #expect(answers[1].map(\.marks) == answers[0].map(\.marks))
    #expect(answers[1].map(\.marks.isCritical) == [false, true, true])
    #expect(answers[1].map(\.text.plain) == ["Say it.", "Fail to say it.", "Wait."])
    #expect(answers[1][1].remarks.map(\.text) == ["No: you forget."])
  }

  @Test("what the policy decides may differ by variant")
  func derived() throws {
    let body = """
      # A test

      Facts:

      - Now: Monday 09:00
      - Records: 12
      - Data: contact
      - Incident: lost device

      ## Opening

      ### Escalate: Who is told of 12 guests?

      - too low
        > Count again.

      ## Variants

      | Few | Many |
      |---|---|
      | 12 | 4200 |
      """
    let text = DrillText(body, changing: ["policies": "[rules]"])
    let answers = try text.drills().map { drill -> String in
      let script = Script(drill: drill, policies: LanguageCase.rules)
      let item = drill.scenes[0].items[0]
      let situation = try #require(
        script.situation(at: .init(scene: "opening", item: item.id), passed: 0))
      guard case .fields(let rows) = item.content.solution(in: situation) else { return "" }
      return rows.first?["severity"] ?? ""
    }
    #expect(answers == ["high", "critical"])
  }

  @Test(
    "phrases touch no word beside them",
    arguments: [
      ("an", "a man and an Ananas", "a man and X Ananas"), ("7", "7 of 17, 7.", "X of 17, X."),
      ("é", "é café é́", "X café é́"), ("+1", "1+1", "1X"), ("a b", "a\nb a  b", "X a  b"),
      ("ab", "", ""), ("aa", "aa aaa aa", "X aaa X"),
    ])
  func whole(_ phrase: String, _ text: String, _ expected: String) {
    #expect(PhraseIndex([(phrase, "X")]).replace(in: text) == expected)
  }

  @Test("the longest phrase wins, and what was put in is not looked at again")
  func once() {
    let index = PhraseIndex([("a", "b"), ("b", "a"), ("a b", "c")])
    #expect(index.replace(in: "a a b b") == "b c a")
  }
}
