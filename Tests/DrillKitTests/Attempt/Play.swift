// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

/// An attempt that a test plays: what was put in, what was recorded, what was told.
struct Play {
  /// An input and how many records there were before it.
  struct Step {
    let input: AttemptInput
    let before: Int
    let events: [AttemptEvent]
  }

  let script: Script
  private(set) var state = AttemptState()
  private(set) var records: [AttemptRecord] = []
  private(set) var steps: [Step] = []
  private(set) var told: [Telling] = []

  init(
    _ script: Script, seed: UInt64 = 1, timers: Timers = .asWritten, pass: Credit? = nil
  ) throws {
    self.script = script
    let header = script.drill.header
    try take(
      .begin(
        .init(
          attempt: "0b6f1d3c-0000-4000-8000-000000000001", employee: "ada", drill: header.id,
          version: header.version, title: header.title, drillDigest: "00", policyDigests: [:],
          variant: script.drill.variant, number: 1, seed: seed, pass: pass ?? header.pass,
          timers: timers, program: "test")))
  }

  /// Decides, applies and tells.
  @discardableResult
  mutating func take(_ input: AttemptInput) throws(AttemptProblem) -> [AttemptEvent] {
    let events = try Attempt.decide(state, input, script: script)
    steps.append(Step(input: input, before: records.count, events: events))
    let narrator = Narrator(script)
    for event in events {
      told += narrator.tell(event, before: state)
      let record = AttemptRecord(
        at: Instant(milliseconds: 1_900_000_000_000 + Int64(records.count) * 1500), event: event)
      records.append(record)
      state.apply(record)
    }
    return events
  }

  /// Shows the item at hand and answers it by typed lines; hands on the record of the answer.
  @discardableResult
  mutating func type(_ lines: String..., sure: Confidence? = nil) throws -> AttemptEvent.Answered {
    try take(.show)
    let (item, situation) = try #require(current)
    var entry = ResponseEntry(
      item.content.shape(in: situation), order: state.shown?.order ?? [])
    for line in lines {
      switch entry.take(line) {
      case .more: continue
      case .misread(let sentence): Issue.record("“\(line)”: \(sentence)")
      case .done(let response): return try answered(try take(.answer(response, sure)))
      }
    }
    throw Unanswered(item: item.id)
  }

  /// Lets the answer timer end the item at hand.
  @discardableResult
  mutating func timeOut(_ response: Response? = nil) throws -> AttemptEvent.Answered {
    try take(.show)
    return try answered(try take(.timeOut(response)))
  }

  private func answered(_ events: [AttemptEvent]) throws -> AttemptEvent.Answered {
    guard case .answered(let answered) = events.first else { throw Unanswered(item: "?") }
    return answered
  }

  /// The item at hand and its circumstances; nil at the end.
  var current: (item: Item, situation: Situation)? {
    guard let position = state.position, let item = script.item(at: position),
      let situation = script.situation(at: position, passed: state.passedMinutes)
    else { return nil }
    return (item, situation)
  }

  /// The id of the item at hand.
  var item: String? { state.position?.item }

  /// Letters in the order on the screen, once it is shown.
  var order: [String] { state.shown?.order ?? [] }

  /// What was told so far, in plain words.
  var page: String { told.flatMap(\.lines).joined(separator: "\n") }

  /// What was told since a telling of this number.
  func page(from start: Int) -> String {
    told.dropFirst(start).flatMap(\.lines).joined(separator: "\n")
  }
}

/// The lines that a test typed were no whole answer.
struct Unanswered: Error {
  let item: String
}

extension Telling {
  /// What is told, in plain words, for a test to look into.
  var lines: [String] {
    switch self {
    case .title(let title, _, _): [title]
    case .scene(let title): ["# \(title)"]
    case .passage(let passage):
      if case .speech(let speaker) = passage.voice {
        ["\(speaker): \(passage.blocks.plainText)"]
      } else {
        [passage.blocks.plainText]
      }
    case .question(let question): ["? \(question.text)"]
    case .recalled(_, let question): ["? \(question)"]
    case .options(let options), .rows(let options): options.map { "[ ] \($0.text.plain)" }
    case .exhibit(let blocks), .model(let blocks): [blocks.plainText]
    case .hint(let text, let price): ["hint -\(price): \(text.plain)"]
    case .turn(let number, let line): ["\(number). \(line.text.plain)"]
    case .flag(let line): ["flag \(line)"]
    case .answer(let words): ["> \(words)"]
    case .remark(let remark):
      remark.kind == .reaction
        ? ["\(remark.speaker ?? ""): \(remark.text)"] : ["\(remark.kind.rawValue): \(remark.text)"]
    case .verdict(let verdict):
      [verdict.mayTryAgain ? "= again" : "= \(verdict.credit.percent) of \(verdict.points)"]
    case .outcome(let outcome):
      [outcome.finished.passed ? "passed" : "not passed", outcome.finished.score.percent]
    case .notice(let text): [text]
    }
  }
}
