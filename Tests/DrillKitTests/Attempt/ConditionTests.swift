// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

/// Every form of a condition, about an item, a scene and the item at hand.
@Suite("Conditions")
struct ConditionTests {
  /// Two scenes of questions, and an end in which a paragraph stands under the condition.
  private static func story(_ condition: String, variants: Bool = false) throws -> Story {
    try Story(
      """
      Facts:

      - Incident: lost device
      - Records: 340

      ## Opening

      ### Choose: One?

      _id: one; within 30 s; 3 points; shuffle: no_

      - [x] Right.
        > Yes.
      - [ ] (50%) Half.
        > Nearly.
      - [ ] Wrong.
        > No.
      - [ ] (85%; fail) Fatal.
        > Never.
      - [ ] (100%; timed out)
        > Silence.

      ### Decide: Two?

      _id: two; within 30 s; shuffle: no_

      - Left.
      - Right.

      ## Closing

      ### Choose: Three?

      _id: three; within 30 s; shuffle: no_

      - [x] Right.
        > Yes.
      - [ ] Wrong.
        > No.

      ## Unmet

      _when failed [one](#opening) and passed [one](#opening)_

      ### Choose: Never?

      _id: never_

      - [x] Right.
        > Yes.
      - [ ] Wrong.
        > No.

      ## End

      _\(condition)_

      It holds.

      ## Variants

      | As written | Other name |
      |---|---|
      | Never | Not ever |
      """, policies: [("escalation", SmallStories.routes)])
  }

  /// Plays three answers, `late` for a time-out, and looks whether the paragraph was told.
  private static func holds(
    _ condition: String, _ typed: [String], variant: Int = 0
  ) throws -> Bool {
    var play = try Play(try story(condition).script(variant: variant))
    for line in typed {
      if line == "late" { try play.timeOut() } else { try play.type(line) }
    }
    try #require(play.state.finished != nil)
    return play.page.contains("It holds.")
  }

  @Test(
    "hold for what happened",
    arguments: [
      // An item: credit of at least the pass mark (80) and nothing critical.
      ("when passed [one](#opening)", ["1", "1", "1"], true),
      ("when passed [one](#opening)", ["2", "1", "1"], false),
      ("when passed [one](#opening)", ["4", "1", "1"], false),
      ("when passed [one](#opening)", ["late", "1", "1"], true),
      ("when failed [one](#opening)", ["1", "1", "1"], false),
      ("when failed [one](#opening)", ["2", "1", "1"], true),
      ("when failed [one](#opening)", ["4", "1", "1"], true),
      // A decision is passed by being made.
      ("when passed [two](#opening)", ["3", "2", "2"], true),
      ("when failed [two](#opening)", ["1", "late", "1"], true),
      ("when timed out [two](#opening)", ["1", "late", "1"], true),
      ("when timed out [two](#opening)", ["late", "1", "late"], false),
      // A scene: all that was met; any that failed or timed out.
      ("when passed [Opening](#opening)", ["1", "1", "2"], true),
      ("when passed [Opening](#opening)", ["1", "late", "1"], false),
      ("when failed [Opening](#opening)", ["1", "late", "1"], true),
      ("when failed [Closing](#closing)", ["3", "1", "1"], false),
      ("when timed out [Opening](#opening)", ["1", "late", "1"], true),
      // What was not met is neither.
      ("when passed [never](#unmet)", ["1", "1", "1"], false),
      ("when failed [never](#unmet)", ["3", "1", "2"], false),
      ("when not passed [never](#unmet)", ["1", "1", "1"], true),
      ("when not failed [Unmet](#unmet)", ["1", "1", "1"], true),
      ("when timed out [Unmet](#unmet)", ["late", "late", "late"], false),
      // An answer by letter and by words.
      ("when chose b in [one](#opening)", ["2", "1", "1"], true),
      ("when chose B in [one](#opening)", ["2", "1", "1"], true),
      ("when chose b in [one](#opening)", ["1", "2", "2"], false),
      ("when chose \"Half.\" in [one](#opening)", ["2", "1", "1"], true),
      ("when chose \"half.\" in [one](#opening)", ["2", "1", "1"], true),
      ("when chose \"Half.\" in [one](#opening)", ["3", "1", "1"], false),
      ("when chose a in [two](#opening)", ["3", "late", "1"], false),
      ("when not chose b in [two](#opening)", ["1", "1", "1"], true),
      // The score of the points met, one rounding: 1.5 + 1 of 4 is 62.5 %.
      ("when score is at least 62", ["2", "1", "1"], true),
      ("when score is at least 63", ["2", "1", "1"], false),
      ("when score is at least 0", ["3", "1", "2"], true),
      ("when score is at least 100", ["1", "1", "1"], true),
      ("when score in [Opening](#opening) is at least 50", ["2", "1", "2"], true),
      ("when score in [Opening](#opening) is at least 51", ["2", "1", "1"], false),
      ("when score in [three](#closing) is at least 1", ["1", "1", "2"], false),
      // Without points that were met there is no score.
      ("when score in [two](#opening) is at least 0", ["1", "1", "1"], false),
      ("when score in [Unmet](#unmet) is at least 0", ["1", "1", "1"], false),
      ("when not score in [Unmet](#unmet) is at least 0", ["1", "1", "1"], true),
      // Two terms, each with or without “not”.
      ("when passed [one](#opening) and failed [three](#closing)", ["1", "1", "2"], true),
      ("when passed [one](#opening) and failed [three](#closing)", ["1", "1", "1"], false),
      ("when not passed [one](#opening) and not failed [three](#closing)", ["3", "1", "1"], true),
    ] as [(String, [String], Bool)])
  func hold(condition: String, typed: [String], expected: Bool) throws {
    #expect(try Self.holds(condition, typed) == expected)
  }

  @Test(
    "know the variant that is played",
    arguments: [
      ("when variant is \"As written\"", 0, true), ("when variant is \"as WRITTEN\"", 0, true),
      ("when variant is \"As written\"", 1, false), ("when variant is \"Other name\"", 1, true),
      ("when not variant is \"Other name\"", 0, true),
    ])
  func variant(condition: String, variant: Int, expected: Bool) throws {
    #expect(try Self.holds(condition, ["1", "1", "1"], variant: variant) == expected)
  }

  @Test("choose feedback, hints, injects and blocks; the item at hand needs no name")
  func places() throws {
    let story = try Story(
      """
      ## First

      ### Choose: One?

      _id: one; shuffle: no_

      - [x] Right.
        > Yes.
      - [ ] Wrong.
        > No.

      _when failed_

      Feedback:

      > It was wrong.

      _when passed_

      Feedback:

      > It was right.

      _when chose b_

      Feedback:

      > It was b.

      Next:

      - [Third](#third) when chose b and score is at least 0
      - Go on otherwise

      ## Second

      A table.

      _when failed [one](#first)_

      Never told.

      _when passed [one](#first)_

      Told after a right answer.

      ### Choose: Two?

      _id: two; shuffle: no_

      Hint: For everybody.

      _when failed [one](#first)_

      Hint (-50%): Not for you.

      _when passed [one](#first)_

      Hint (-20%): For you.

      _when failed [one](#first)_

      After 5 s, even if answered:

      > **Ada:** Not to you.

      _when passed [one](#first)_

      After 5 s, even if answered:

      > **Ada:** To you.

      - [x] Right.
        > Yes.
      - [ ] Wrong.
        > No.

      ## Third

      ### Choose: Three?

      _id: three_

      - [x] Right.
        > Yes.
      - [ ] Wrong.
        > No.
      """)
    var play = try Play(try story.script())
    try play.type("1")
    #expect(play.page.contains("feedback: It was right.") && !play.page.contains("It was wrong"))
    #expect(play.page.contains("Told after a right answer.") && !play.page.contains("Never told"))
    #expect(try play.take(.inject(0)).isEmpty)
    try play.take(.hint)
    guard case .hinted(let hint) = try play.take(.hint).first else {
      Issue.record("no hint")
      return
    }
    #expect(hint.price == 20 && hint.hint == 2)
    #expect(throws: AttemptProblem.noHintLeft) { try play.take(.hint) }
    let answered = try play.type("1")
    #expect(answered.injects == [1])
    #expect(play.page.contains("Ada: To you.") && !play.page.contains("Ada: Not to you."))
    var other = try Play(try story.script())
    try other.type("2")
    #expect(other.item == "three")
    #expect(other.page.contains("feedback: It was wrong.\nfeedback: It was b."))
  }

  @Test(
    "know how bad it is by the facts of the item at hand",
    arguments: [
      ("340", "high", true), ("340", "\"HIGH\"", true), ("340", "low", false), ("3", "low", true),
      ("4000", "critical", true),
    ])
  func severity(records: String, level: String, expected: Bool) throws {
    let story = try Story(
      """
      Facts:

      - Incident: lost device
      - Records: 1

      ## First

      ### Choose: One?

      Facts:

      - Records: \(records)

      _when severity is \(level)_

      It holds.

      - [x] Right.
        > Yes.
      - [ ] Wrong.
        > No.

      _when not severity is \(level)_

      Feedback:

      > It does not hold.
      """, policies: [("escalation", SmallStories.routes)])
    var play = try Play(try story.script())
    try play.type("right")
    #expect(play.page.contains("It holds.") == expected)
    #expect(play.page.contains("It does not hold.") == !expected)
  }
}
