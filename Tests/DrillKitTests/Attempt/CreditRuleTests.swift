// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

/// What tries, hints, time-outs and marks do to an answer's credit and to the verdict.
@Suite("Credit of an answer")
struct CreditRuleTests {
  /// A question with answers of every worth; `settings` go into its setting line.
  private static func story(
    _ settings: String = "2 points", hints: [Int] = [], timedOut: String = "", pass: Int = 80,
    duty: String = "service-failure"
  ) throws -> Story {
    let hints = hints.map { $0 == 0 ? "Hint: Free." : "Hint (-\($0)%): Paid." }
    return try Story(
      """
      ## Desk

      ### Choose: What first?

      _id: first; competency: care; \(settings); shuffle: no_

      \(hints.joined(separator: "\n\n"))

      - [x] Right.
        > Yes.
      - [ ] (67%) Most.
        > Nearly.
      - [ ] (33%) Some.
        > Hardly.
      - [ ] (1%) Trace.
        > Nearly nothing.
      - [ ] Wrong.
        > No.
      - [ ] (fail) Terrible.
        > Never.
      - [ ] (fail: business) Sold.
        > Never.
      - [ ] (80%; coach) Dull.
        > Well.
      \(timedOut)
      """, duty: duty, pass: pass)
  }

  /// Credit is share, halved once from the second try on, less the hints' prices, rounded once to
  /// basis points, half to even.
  @Test(
    "hints are subtracted, a later try halves once, one rounding",
    arguments: [
      // answers typed one after the other, hints taken before, the last one's credit
      (["right"], [], 10_000), (["right"], [25], 7500), (["right"], [25, 10], 6500),
      (["right"], [0], 10_000), (["right"], [100], 0), (["right"], [80, 80], 0),
      (["most"], [], 6700), (["most"], [25], 4200), (["some"], [33], 0), (["some"], [34], 0),
      (["wrong", "right"], [], 5000), (["wrong", "wrong", "right"], [], 5000),
      (["wrong", "right"], [25], 2500), (["wrong", "most"], [], 3350),
      (["wrong", "trace"], [], 50),
      (["some", "most"], [10], 2350), (["wrong", "wrong", "wrong"], [], 0),
    ] as [([String], [Int], Int)])
  func credit(typed: [String], hints: [Int], expected: Int) throws {
    var play = try Play(try Self.story("3 attempts; 2 points", hints: hints).script())
    for price in hints {
      guard case .hinted(let hinted) = try play.take(.hint).first else {
        Issue.record("no hint")
        return
      }
      #expect(hinted.price == price)
    }
    var last: AttemptEvent.Answered?
    for line in typed { last = try play.type(line) }
    let answered = try #require(last)
    #expect(answered.credit.rawValue == expected && answered.attempt == typed.count)
    // Hints lower the credit, not the verdict.
    let unhelped = expected + hints.reduce(0, +) * 100
    let isRight = typed.last == "right" && typed.count == 1
    #expect(answered.passed == (hints.isEmpty ? expected >= 8000 : isRight && unhelped >= 8000))
  }

  /// 6700·2 + 3300·1 over 3 points is 5566.67 basis points.
  @Test("a drill's score is the share of the points met, rounded once")
  func total() throws {
    let item = { (id: String, points: Int) in
      """
      ### Choose: Item \(id)?

      _id: \(id); \(points) points; shuffle: no_

      - [x] Right.
        > Yes.
      - [ ] (67%) Most.
        > Nearly.
      - [ ] (33%) Some.
        > Hardly.
      """
    }
    let body = "## Desk\n\n" + item("one", 2) + "\n\n" + item("two", 1) + "\n\n" + item("none", 0)
    var play = try Play(try Story(body, pass: 56).script())
    try play.type("most")
    try play.type("some")
    // Items without points are asked, told and recorded, and weigh nothing.
    let none = try play.type("some")
    #expect(none.points == 0 && none.credit.rawValue == 3300)
    let finished = try #require(play.state.finished)
    #expect(finished.earned == 16_700 && finished.points == 3)
    #expect(finished.score.rawValue == 5567 && !finished.passed)
  }

  @Test(
    "the pass mark itself passes", arguments: [(5567, true), (5568, false), (0, true)])
  func mark(pass: Int, passes: Bool) throws {
    let body = """
      ## Desk

      ### Choose: One?

      _2 points_

      - [x] Right.
        > Yes.
      - [ ] (67%) Most.
        > Nearly.

      ### Choose: Two?

      - [x] Right.
        > Yes.
      - [ ] (33%) Some.
        > Hardly.
      """
    var play = try Play(try Story(body).script(), pass: Credit(clamping: pass))
    try play.type("most")
    try play.type("some")
    #expect(play.state.finished?.passed == passes)
  }

  @Test("a later try is offered until it is right, used up, critical or out of time")
  func tries() throws {
    for (typed, isFinal) in [
      ("right", true), ("dull", false), ("wrong", false), ("terrible", true),
    ] {
      var play = try Play(try Self.story("2 attempts").script())
      let answered = try play.type(typed)
      #expect(answered.isFinal == isFinal, "\(typed)")
      #expect((answered.next == nil) == !isFinal)
      #expect(play.item == (isFinal ? nil : "first"))
    }
    var play = try Play(try Self.story("2 attempts; within 5 s").script())
    #expect(try play.timeOut().isFinal)
    #expect(play.state.finished?.passed == false)
  }

  @Test("what hints and later tries took away is said, where there was something to take")
  func costs() throws {
    var play = try Play(try Self.story("2 attempts", hints: [25, 10]).script())
    try play.take(.hint)
    try play.type("wrong")
    try play.take(.hint)
    let answered = try play.type("right")
    #expect(
      answered.remarks.suffix(2).map(\.text) == [
        "It was a later try, which earns half.", "The 2 hints cost 35 %.",
      ])
    var other = try Play(try Self.story(hints: [25]).script())
    try other.take(.hint)
    #expect(!(try other.type("wrong").remarks.contains { $0.text.contains("hint") }))
  }

  @Test("hints are given once each, and then there is none")
  func hintsEnd() throws {
    var play = try Play(try Self.story(hints: [10, 20]).script())
    try play.take(.hint)
    try play.take(.hint)
    #expect(throws: AttemptProblem.noHintLeft) { try play.take(.hint) }
    #expect(play.state.hints.map(\.price) == [10, 20])
    #expect(play.page.contains("hint -10: Paid.\nhint -20: Paid."))
  }

  // MARK: Time-outs

  @Test(
    "a time-out takes what the author foresaw, else nothing",
    arguments: [
      ("", 0, 0, false), ("- [ ] (timed out)\n  > Silence.", 0, 0, false),
      ("- [ ] (50%; timed out)\n  > Silence.", 5000, 0, false),
      ("- [ ] (100%; timed out)\n  > Silence was right.", 10_000, 0, true),
      ("- [ ] (timed out; fail: compliance)\n  > Silence.", 0, 1, false),
      ("- [ ] (timed out; +10 min)\n  > Silence.", 0, 0, false),
    ] as [(String, Int, Int, Bool)])
  func timeOut(line: String, credit: Int, critical: Int, passed: Bool) throws {
    var play = try Play(try Self.story("within 30 s", timedOut: line).script())
    let answered = try play.timeOut()
    #expect(answered.timedOut && answered.response == .none && answered.isFinal)
    #expect(answered.credit.rawValue == credit && answered.critical.count == critical)
    #expect(answered.passed == passed && answered.minutes == (line.contains("+10") ? 10 : 0))
    #expect(answered.remarks.contains { $0.text.hasPrefix("The time was up") })
    if critical > 0 { #expect(answered.critical[0].kind == .compliance) }
  }

  @Test("what was there when the time was up counts as it stands")
  func partial() throws {
    var play = try Play(try Self.story("within 30 s; 3 attempts").script())
    let answered = try play.timeOut(.choices(["b"]))
    #expect(answered.timedOut && answered.credit.rawValue == 6700 && answered.isFinal)
    #expect(answered.remarks.last?.text == "The time was up; what you had by then counts.")
    #expect(throws: AttemptProblem.self) { try play.timeOut(.text("a")) }
  }

  @Test("a reply that was cut off by the time is judged though it is too short to be sent")
  func partialReply() throws {
    let story = try Story(
      """
      ## Desk

      ### Reply: Write.

      _within 30 s; 20-60 words_

      - [x] Says sorry: sorry
      - [x] Says when: by four
      """)
    var play = try Play(try story.script())
    try play.take(.show)
    let (item, situation) = try #require(play.current)
    let entry = ResponseEntry(item.content.shape(in: situation), order: [])
    let typed = try #require(entry.answered(typing: "  I am sorry, we  "))
    #expect(typed == .text("I am sorry, we") && entry.answered(typing: "  ") == nil)
    #expect(try play.timeOut(typed).credit.rawValue == 5000)
  }

  @Test(
    "an accommodation stretches the timer or takes it away",
    arguments: [(Timers.asWritten, 30), (.stretched(10), 300), (.off, nil)] as [(Timers, Int?)])
  func timers(timers: Timers, seconds: Int?) throws {
    var play = try Play(try Self.story("within 30 s").script(), timers: timers)
    try play.take(.show)
    guard case .question(let question) = play.told.first(where: { $0.lines == ["? What first?"] })
    else {
      Issue.record("no question was told")
      return
    }
    #expect(question.seconds == seconds)
  }

  // MARK: Marks

  @Test(
    "a critical failure without a class hurts what the drill is about",
    arguments: [
      ("service-failure", CriticalClass.customer), ("data-handling", .compliance),
      ("escalation", .business),
    ])
  func critical(duty: String, kind: CriticalClass) throws {
    var play = try Play(try Self.story(duty: duty).script())
    let answered = try play.type("terrible")
    #expect(answered.critical == [CriticalFailure(kind, "Terrible.")])
    #expect(play.state.finished?.critical == answered.critical)
    var other = try Play(try Self.story(duty: duty).script())
    #expect(try other.type("sold").critical.map(\.kind) == [.business])
  }

  @Test("a critical failure fails the drill, and the score without it stands beside")
  func uncapped() throws {
    let body = """
      ## Desk

      ### Choose: One?

      _9 points_

      - [x] Right.
        > Yes.
      - [ ] Wrong.
        > No.

      ### Choose: Two?

      - [x] Right.
        > Yes.
      - [ ] (90%; fail: customer) Good and terrible.
        > Never so.
      """
    var play = try Play(try Story(body).script())
    try play.type("right")
    let answered = try play.type("good")
    #expect(answered.credit.rawValue == 9000 && !answered.passed)
    let finished = try #require(play.state.finished)
    #expect(finished.score.rawValue == 9900 && !finished.passed && finished.critical.count == 1)
  }

  @Test("a coach mark is recorded and changes no verdict")
  func coach() throws {
    var play = try Play(try Self.story().script())
    let answered = try play.type("dull")
    #expect(answered.coach == ["Dull."] && answered.passed && answered.credit.rawValue == 8000)
    #expect(play.state.finished?.passed == true)
  }

  @Test("confidence is recorded, and kept out of the verdict", arguments: Confidence.allCases)
  func confidence(level: Confidence) throws {
    for (typed, passed) in [("right", true), ("wrong", false)] {
      var play = try Play(try Self.story("confidence: ask").script())
      let answered = try play.type(typed, sure: level)
      #expect(answered.confidence == level && answered.passed == passed)
      #expect(play.state.finished?.score == (passed ? .full : Credit.none))
    }
  }

  @Test("each competency has its own score; what earns nothing has none")
  func competencies() throws {
    let body = """
      ## Desk

      ### Choose: One?

      _competency: speed; 3 points_

      - [x] Right.
        > Yes.
      - [ ] (50%) Half.
        > Nearly.

      ### Choose: Two?

      - [x] Right.
        > Yes.
      - [ ] Wrong.
        > No.

      ### Decide: Three?

      _competency: speed_

      - Left.
      - Right.
      """
    var play = try Play(try Story(body).script())
    try play.type("half")
    try play.type("right")
    let decided = try play.type("left")
    #expect(decided.points == 0 && decided.credit == .none && decided.passed)
    // An item that names no competency counts for the drill's first.
    #expect(play.state.competencies.map(\.name) == ["care", "speed"])
    #expect(play.state.competencies.map(\.score.share?.rawValue) == [10_000, 5000])
    #expect(play.state.finished?.score.rawValue == 6250)
  }

  @Test("a drill that asks nothing scored is passed by being done")
  func unscored() throws {
    let body = """
      ## Desk

      ### Decide: Which?

      _within 30 s_

      - Left.
      - (fail: customer) Right.
      """
    var play = try Play(try Story(body).script())
    try play.type("left")
    #expect(play.state.finished?.passed == true && play.state.finished?.points == 0)
    var late = try Play(try Story(body).script())
    #expect(try late.timeOut().passed == false)
    var bad = try Play(try Story(body).script())
    try bad.type("right")
    #expect(bad.state.finished?.passed == false && bad.state.finished?.score == .full)
  }
}
