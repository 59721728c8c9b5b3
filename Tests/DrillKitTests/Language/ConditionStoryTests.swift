// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

@Suite("Conditions in a story")
struct ConditionStoryTests {
  /// Two scenes with three items, and one with the condition that is tried.
  private static func drill(_ condition: String) throws -> Drill {
    try DrillText(
      """
      # A test

      Facts:

      - Incident: intrusion
      - Records: 1
      - Data: health

      ## Opening

      \(DrillText.item("first"))
      ### Decide: And now?

      _id: choice_

      - Stay.
      - Go.

      ## Later

      \(DrillText.item("second").replacingLast("_id: second_", "_id: second; 3 points; within 20 s_"))
      ## Last

      _when \(condition)_

      \(DrillText.item("third"))
      ## Variants

      | Day | Night |
      |---|---|
      | Nobody | No one |
      """, changing: ["policies": "[rules]"]
    ).drill()
  }

  /// Plays until the last scene; answers by item: a letter, or "-" for a time-out.
  private static func reachesLast(
    _ condition: String, _ answers: [String: String], variant: Int = 0
  ) throws -> Bool {
    var drill = try drill(condition)
    drill.variant = variant
    let script = Script(drill: drill, policies: LanguageCase.rules)
    var state = AttemptState()
    func take(_ input: AttemptInput) throws {
      for event in try Attempt.decide(state, input, script: script) {
        state.apply(AttemptRecord(at: Instant(milliseconds: 0), event: event))
      }
    }
    let header = drill.header
    try take(
      .begin(
        AttemptEvent.Started(
          attempt: "", employee: "", drill: header.id, version: header.version,
          title: header.title, drillDigest: "", policyDigests: [:], variant: variant, number: 1,
          seed: 1, pass: header.pass, timers: .asWritten, program: "")))
    while let position = state.position, position.scene != "last" {
      let answer = answers[position.item] ?? "a"
      try take(answer == "-" ? .timeOut(nil) : .answer(.choices([answer]), nil))
    }
    return state.position?.scene == "last"
  }

  @Test(
    "each form, as the story goes",
    arguments: [
      ("passed [first](#opening)", [:], true),
      ("passed [first](#opening)", ["first": "b"], false),
      ("not passed [first](#opening)", ["first": "b"], true),
      ("failed [first](#opening)", ["first": "b"], true),
      ("failed [first](#opening)", [:], false),
      ("failed [Opening](#opening)", ["first": "b"], true),
      ("passed [Later](#later)", [:], true),
      ("timed out [second](#later)", ["second": "-"], true),
      ("timed out [second](#later)", ["second": "b"], false),
      // Timed out is failed as well: nothing was answered.
      ("failed [second](#later)", ["second": "-"], true),
      ("chose b in [choice](#opening)", ["choice": "b"], true),
      ("chose B in [choice](#opening)", ["choice": "b"], true),
      ("chose b in [choice](#opening)", ["choice": "a"], false),
      ("chose \"Go.\" in [choice](#opening)", ["choice": "b"], true),
      ("not chose \"go.\" in [choice](#opening)", ["choice": "a"], true),
      // One point of four.
      ("score is at least 25", ["second": "b"], true),
      ("score is at least 26", ["second": "b"], false),
      ("score in [Opening](#opening) is at least 100", ["second": "b"], true),
      ("score in [second](#later) is at least 1", ["second": "b"], false),
      ("variant is Day", [:], true), ("variant is \"Night\"", [:], false),
      ("not variant is night", [:], true),
      ("passed [first](#opening) and failed [second](#later)", ["second": "b"], true),
      ("passed [first](#opening) and failed [second](#later)", [:], false),
      // Not met is neither passed nor failed.
      ("passed [third](#last)", [:], false), ("failed [third](#last)", [:], false),
      ("not failed [third](#last)", [:], true),
      ("score in [Last](#last) is at least 0", [:], false),
    ] as [(String, [String: String], Bool)])
  func holds(_ condition: String, _ answers: [String: String], _ expected: Bool) throws {
    #expect(try Self.reachesLast(condition, answers) == expected)
  }

  @Test("the variant at hand counts")
  func variant() throws {
    #expect(try Self.reachesLast("variant is Night", [:], variant: 1))
  }

  @Test("the severity follows from the item's facts")
  func severity() throws {
    let drill = try Self.drill("passed [first](#opening)")
    let script = Script(drill: drill, policies: LanguageCase.rules)
    func holds(_ text: String) throws -> Bool {
      let place = Place(file: "", line: 1)
      let condition = try ConditionParser.parse(RichText(text), place: place)
      return Evaluator(
        script: script, results: [], passedMinutes: 0,
        position: .init(scene: "opening", item: "first")
      ).holds(condition)
    }
    #expect(try holds("severity is critical"))
    #expect(try holds("severity is \"Critical\""))
    #expect(try holds("not severity is low"))
    #expect(try !holds("severity is high"))
  }
}
