// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

/// What is told, and in which order.
@Suite("Narrator")
struct NarratorTests {
  private static let story = """
    The rain falls.

    ## Opening

    > **Ada:** Help me.

    ### Choose: What first?

    _id: first; within 60 s; shuffle: no; 2 attempts; 2 points_

    Look around.

    After 20 s:

    > **Bea:** Are you there?

    After 30 s, even if answered:

    > **Bea:** I am here.

    - [x] Right.
      > **Ada:** Thank you.

      > As it should be: [promises](../Policies/care.md#promises).
    - [ ] Wrong.
      > **Ada:** Oh.

      > Not so: [promises](../Policies/care.md#promises).
    - [ ] (fail: customer) Fatal.
      > Never.

    Feedback:

    > Whatever you did, it is over.

    Feedback:

    > **Cem:** That was it.

    ## Closing

    ### Choose all: What is true?

    _id: all; shuffle: no; 2 attempts_

    - [x] One.
      > One is.
    - [x] Two.
      > Two is.
    - [ ] Three.
      > Three is not.

    Model:

    > One and two.

    ## End

    The rain stops.
    """

  private static func play() throws -> Play {
    try Play(
      try Story(story, policies: [("care", "## Promises\n\n- One.\n- Two.")]).script())
  }

  @Test("tells the drill from its title to its end, each thing once and in order")
  func order() throws {
    var play = try Self.play()
    try play.type("right")
    try play.type("1, 2")
    #expect(
      play.page.split(separator: "\n").map(String.init) == [
        "A sample", "The rain falls.", "# Opening", "Ada: Help me.", "? What first?",
        "Look around.", "[ ] Right.", "[ ] Wrong.", "[ ] Fatal.", "Ada: Thank you.",
        "feedback: As it should be: promises.", "earned: “Right” is the right answer.",
        "feedback: Whatever you did, it is over.", "Cem: That was it.", "= 100 of 2",
        "Bea: I am here.", "# Closing", "? What is true?", "[ ] One.", "[ ] Two.", "[ ] Three.",
        "earned: “One” is right.", "feedback: One is.", "earned: “Two” is right.",
        "feedback: Two is.", "= 100 of 1", "One and two.", "# End", "The rain stops.", "passed",
        "100",
      ])
  }

  @Test("between two tries says nothing that gives the answer away")
  func betweenTries() throws {
    var play = try Self.play()
    let start = play.told.count
    try play.type("wrong")
    // Of one answer its own feedback is told: it is about what was picked.
    #expect(play.page(from: start).hasSuffix("Ada: Oh.\nfeedback: Not so: promises.\n= again"))
    #expect(!play.page(from: start).contains("Right is") && !play.page.contains("it is over"))
    try play.type("right")
    let next = play.told.count
    try play.type("1, 3")
    let told = play.page(from: next)
    #expect(told.hasSuffix("[ ] Three.\n= again"))
    let last = play.told.count
    try play.type("1, 3")
    #expect(
      play.page(from: last).contains("lost: “Two” was missed: it is right.\nfeedback: Two is."))
  }

  @Test("an inject that came is not told again after the answer")
  func injects() throws {
    var play = try Self.play()
    try play.take(.show)
    try play.take(.inject(1))
    #expect(try play.type("right").injects.isEmpty)
    #expect(play.page.split(separator: "\n").count { $0 == "Bea: I am here." } == 1)
    #expect(!play.page.contains("Are you there?"))
    var late = try Self.play()
    #expect(try late.timeOut().injects == [1])
  }

  @Test("the outcome names what was missed and the clause, without repeating the feedback")
  func outcome() throws {
    var play = try Self.play()
    try play.type("wrong")
    try play.type("wrong")
    try play.type("1")
    try play.type("1, 2")
    guard case .outcome(let outcome) = play.told.last else {
      Issue.record("no outcome")
      return
    }
    #expect(outcome.missed.map(\.question) == ["What first?", "What is true?"])
    #expect(outcome.missed.map(\.credit.rawValue) == [0, 5000])
    let reasons = outcome.missed[0].remarks
    #expect(reasons.map(\.text) == ["“Wrong” earns 0 %. Right is “Right”."])
    #expect(reasons.map(\.clause) == ["care#promises"])
    #expect(outcome.missed[1].remarks.map(\.text) == ["It was a later try, which earns half."])
    #expect(outcome.missed[1].remarks.map(\.clause) == [nil])
    #expect(!outcome.finished.passed && outcome.advice.hasPrefix("Read what was missed"))
  }

  @Test("a transcript tells the answers as well, and otherwise the same")
  func transcript() throws {
    var play = try Self.play()
    try play.type("fatal")
    try play.take(.pause)
    try play.take(.resume())
    try play.type("none")
    try play.type("1, 2")
    let narrator = Narrator(play.script, isTranscript: true)
    var state = AttemptState()
    var told: [String] = []
    for record in play.records {
      told += narrator.tell(record.event, before: state).flatMap(\.lines)
      state.apply(record)
    }
    let extra = [
      "> Fatal.", "> none", "> One; Two.", "Paused.",
      "Taken up again; the timer of this question starts anew.",
    ]
    #expect(extra.allSatisfy(told.contains))
    #expect(
      told.filter { !extra.contains($0) }.joined(separator: "\n") == play.page)
  }

  @Test("an explanation keeps back what would answer a question that has a try left")
  func explanationBetweenTries() throws {
    var play = try Self.play()
    try play.type("wrong")
    try play.take(.pause)
    let between = Narrator(play.script).explain(play.records).flatMap(\.lines)
    #expect(between == ["? What first?", "> Wrong.", "feedback: Not so: promises.", "= again"])
  }

  @Test("timers may change when an attempt is taken up again, and stay so")
  func timersOnResuming() throws {
    var play = try Self.play()
    #expect(play.state.timers == .asWritten)
    try play.take(.pause)
    try play.take(.resume(timers: .off))
    #expect(play.state.timers == .off)
    #expect(play.records.last?.event == .resumed(.init(timers: .off)))
    try play.take(.resume(timers: .off))
    #expect(play.records.last?.event == .resumed(.init()))
    #expect(AttemptState(folding: play.records).timers == .off)
  }

  @Test("an explanation gives every answer, its reasons and its credit")
  func explanation() throws {
    var play = try Self.play()
    try play.type("wrong")
    try play.type("right")
    try play.type("1, 2, 3")
    try play.type("1, 2")
    let lines = Narrator(play.script).explain(play.records).flatMap(\.lines)
    #expect(
      lines == [
        "? What first?", "> Wrong.", "feedback: Not so: promises.",
        "lost: “Wrong” earns 0 %. Right is “Right”.", "= again",
        "? What first?", "> Right.", "feedback: As it should be: promises.",
        "earned: “Right” is the right answer.", "lost: It was a later try, which earns half.",
        "= 50 of 2",
        "? What is true?", "> One; Two; Three.", "earned: “One” is right.", "feedback: One is.",
        "earned: “Two” is right.", "feedback: Two is.", "lost: “Three” is wrong.",
        "feedback: Three is not.", "= again",
        "? What is true?", "> One; Two.", "earned: “One” is right.", "feedback: One is.",
        "earned: “Two” is right.", "feedback: Two is.",
        "lost: It was a later try, which earns half.", "= 50 of 1",
      ])
  }
}
