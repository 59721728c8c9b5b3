// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import FoundationEssentials
import Testing
import TestSupport

/// Whatever is done in an attempt, its record folds, stops, resumes and is judged the same.
@Suite("Any attempt")
struct AttemptPropertyTests {
  struct Source: CustomTestStringConvertible, Sendable {
    let name: String
    let walks: Int
    let script: @Sendable () throws -> [Script]

    var testDescription: String { name }
  }

  static let sources: [Source] =
    [
      Source(name: "branching", walks: 150) {
        [try Story(SmallStories.branching, duty: "data-handling").script()]
      },
      Source(name: "derived", walks: 100) {
        [
          try Story(
            SmallStories.derived, duty: "escalation",
            policies: [("escalation", SmallStories.routes)]
          ).script()
        ]
      },
    ]
    + Story.shipped.map { name in
      Source(name: name, walks: 12) {
        let story = try Story.shipped(name)
        return try story.drills.indices.map { try story.script(variant: $0) }
      }
    }

  @Test("folds, resumes, replays and ends the same", arguments: sources)
  func holds(source: Source) throws {
    let scripts = try source.script()
    for walk in 0..<source.walks {
      let script = scripts[walk % scripts.count]
      var player = RandomWalk(seed: UInt64(walk) &* 7919 &+ 17)
      let play = try player.play(script)
      try #require(play.state.finished != nil, "walk \(walk) does not end")
      try check(play, walk: walk)
      try checkEnd(play)
      checkScore(play)
    }
  }

  /// The record, written and read again, cut anywhere, leads on to the same.
  private func check(_ play: Play, walk: Int) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let decoder = JSONDecoder()
    let read = try play.records.map { record in
      let bytes = try encoder.encode(record)
      let again = try decoder.decode(AttemptRecord.self, from: bytes)
      #expect(again == record)
      #expect(try encoder.encode(again) == bytes)
      return again
    }
    #expect(AttemptState(folding: read) == play.state)
    var states = [AttemptState()]
    for record in read {
      states.append(states[states.count - 1])
      states[states.count - 1].apply(record)
    }
    #expect(states.last == play.state)
    for step in play.steps {
      let before = states[step.before]
      // Judged again from the record alone, every input leads to the same events.
      let again = try Attempt.decide(before, step.input, script: play.script)
      #expect(again == step.events, "walk \(walk), record \(step.before)")
      guard before.started != nil else { continue }
      // A console that was killed here and opens again asks the same and judges the same.
      var resumed = before
      let events = try Attempt.decide(before, .resume(), script: play.script)
      #expect(events == [.resumed(.init())])
      for event in events {
        resumed.apply(AttemptRecord(at: Instant(milliseconds: 0), event: event))
      }
      #expect(resumed.position == before.position && resumed.shown == before.shown)
      #expect(resumed.results == before.results && resumed.score == before.score)
      if case .pause = step.input { continue }
      #expect(
        try Attempt.decide(resumed, step.input, script: play.script) == step.events,
        "walk \(walk), resumed at record \(step.before)")
    }
    try checkCuts(play, states)
  }

  /// A record that was cut within one moment goes on as well: nothing is lost but that moment.
  private func checkCuts(_ play: Play, _ states: [AttemptState]) throws {
    for (count, state) in states.enumerated().dropFirst() where state.finished == nil {
      var resumed = state
      for event in try Attempt.decide(state, .resume(), script: play.script) {
        resumed.apply(AttemptRecord(at: Instant(milliseconds: 0), event: event))
      }
      #expect(resumed.position != nil || resumed.finished != nil, "cut after \(count)")
      #expect(resumed.results == state.results)
      if resumed.finished != nil { #expect(resumed.finished == play.state.finished) }
    }
  }

  /// After the end nothing is taken any more; wrong shapes never are.
  private func checkEnd(_ play: Play) throws {
    let inputs: [AttemptInput] = [
      .show, .hint, .inject(0), .flag(Flag(line: 1, at: 1)), .answer(.choices(["a"]), nil),
      .timeOut(nil), .pause, .resume(),
    ]
    for input in inputs {
      #expect(throws: AttemptProblem.notUnderWay) {
        try Attempt.decide(play.state, input, script: play.script)
      }
    }
    if case .begin(let started) = play.steps.first?.input {
      #expect(throws: AttemptProblem.alreadyStarted) {
        try Attempt.decide(play.state, .begin(started), script: play.script)
      }
    }
    #expect(play.records.count { $0.event.kind == "finished" } == 1)
    #expect(play.records.last?.event.kind == "finished")
    #expect(play.state.entered.count <= 500)
    // Scenes don't loop: in a drill that passes its check none is entered twice.
    #expect(Set(play.state.entered).count == play.state.entered.count)
  }

  /// The recorded end is what the recorded answers add up to, added up another way.
  private func checkScore(_ play: Play) {
    guard let finished = play.state.finished, let started = play.state.started else { return }
    let answers = play.records.compactMap { record -> AttemptEvent.Answered? in
      guard case .answered(let answered) = record.event, answered.isFinal else { return nil }
      return answered
    }
    #expect(answers == play.state.results)
    let points = answers.map(\.points).reduce(0, +)
    let earned = answers.map { $0.points * $0.credit.rawValue }.reduce(0, +)
    #expect(finished.points == points && finished.earned == earned)
    if points > 0 {
      // |share·points − earned| is at most half a basis point of all points.
      #expect(abs(finished.score.rawValue * points - earned) * 2 <= points)
    } else {
      #expect(finished.score == .full)
    }
    #expect(finished.critical == answers.flatMap(\.critical))
    #expect(
      finished.passed == (finished.score >= started.pass && finished.critical.isEmpty))
    for answer in answers where !answer.critical.isEmpty { #expect(!answer.passed) }
  }

  @Test("a response of another shape is refused, and so is nothing", arguments: sources)
  func wrongShapes(source: Source) throws {
    let script = try #require(try source.script().first)
    var random = Seeded(5)
    var play = try Play(script)
    let shapes: [Response] = [
      .choices(["zz"]), .choices(["a", "a"]), .order(["zz"]), .order(["a", "a"]), .pairs([["x"]]),
      .flags([Flag(line: 2, at: 1)]), .flags([Flag(line: 999, at: 999)]), .spans([0..<1_000_000]),
      .none,
    ]
    while let (item, situation) = play.current {
      let shape = item.content.shape(in: situation)
      for response in shapes {
        #expect(throws: AttemptProblem.wrongShape, "\(item.id) takes \(response)") {
          try Attempt.decide(play.state, .answer(response, nil), script: script)
        }
      }
      let typed: [Response] = [.text("word"), .number("4"), .fields([])]
      for response in typed where response.shapeName != shape.name {
        #expect(throws: AttemptProblem.wrongShape, "\(item.id) takes \(response)") {
          try Attempt.decide(play.state, .timeOut(response), script: script)
        }
      }
      if shape.name != "spans" {
        #expect(throws: AttemptProblem.wrongShape) {
          try Attempt.decide(play.state, .flag(Flag(line: 1, at: 1)), script: script)
        }
      }
      let solution = item.content.solution(in: situation)
      try play.take(
        .answer(
          solution ?? RandomWalk.anything(shape, order: [], like: nil, &random), nil))
    }
    #expect(play.state.finished?.passed == true)
    #expect(play.state.score.share == .full)
  }

  @Test("a story that leads in a circle ends all the same")
  func looping() throws {
    var play = try Play(try Story(SmallStories.looping).script())
    var answers = 0
    while play.state.finished == nil, answers < 2000 {
      try play.take(.answer(.choices(["a"]), nil))
      answers += 1
    }
    #expect(answers == 500 && play.state.entered.count == 500)
    #expect(play.state.finished?.score == .full)
  }
}

extension Response {
  fileprivate var shapeName: String {
    switch self {
    case .text: "text"
    case .number: "number"
    case .fields: "fields"
    default: ""
    }
  }
}
