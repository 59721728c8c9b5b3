// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing
import TestSupport

@testable import Ledger

/// A small drill that can be taken in many ways: two tries, hints, an inject, a critical failure.
enum SampleDrill {
  static let content = Content(kind: "drill", name: "Drills/desk.md", bytes: Array(text.utf8))

  static func script() throws -> Script {
    let diagnostics = Diagnostics()
    let variants = DrillReader.read(
      file: content.name, bytes: content.bytes, diagnostics: diagnostics)
    #expect(!diagnostics.hasErrors, "\(diagnostics.sorted)")
    let drill = try #require(variants.first)
    return Script(
      drill: drill, policies: PolicyBook([], today: nil, diagnostics: diagnostics))
  }

  private static let text = """
    ---
    drill: 1
    id: desk
    version: 3
    title: The desk
    summary: Three questions at a desk.
    duty: service-failure
    moment: during
    level: 1
    competencies: [service-recovery]
    audience: [everyone]
    minutes: 2
    pass: 80
    review-by: 2030-08-31
    ---

    # The desk

    You have the desk.

    ## Opening

    > **Caller:** My room is cold.

    ### Choose: What do you say first?

    _id: first; 2 points; 2 attempts_

    Hint (-25%): Be kind.

    Hint (-10%): Be quick.

    After 20 s:

    > **Guest:** May I leave my key?

    - [x] Sorry. Please sit down by the fire.
    - [ ] (50%; +10 min) I will see what I can do.
    - [ ] (fail: customer) Did you leave the window open?
    - [ ] Please call back on Monday.

    ### Decide: Which house do you ring?

    _id: house_

    - The Lieve
    - The Canal

    ### Reply: Write the note.

    _id: note; 3 points; 2-40 words_

    - [x] (2) Says sorry: sorry | apolog*
    - [x] Names who rings: Paulo
    - [ ] (fail: compliance) Asks for the card: send + card

    Model:

    > I am sorry. Paulo rings you at eight.
    """
}

/// An attempt at the sample drill as it is taken: events come from the real rules.
struct SampleAttempt {
  let id: String
  let employee: String
  let script: Script
  private(set) var state = AttemptState()
  private(set) var records: [AttemptRecord] = []
  private var clock: Int64

  init(
    _ id: String = "11111111-2222-4333-8444-555555555555", employee: String = "E-17",
    number: Int = 1, at clock: Int64 = 1_767_225_600_000
  ) throws {
    self.id = id
    self.employee = employee
    self.clock = clock
    script = try SampleDrill.script()
    let started = AttemptEvent.Started(
      attempt: id, employee: employee, drill: "desk", version: 3, title: "The desk",
      drillDigest: Digest(of: SampleDrill.content.bytes).hex, policyDigests: [:], variant: 0,
      number: number, seed: 7, pass: Credit(clamping: 8000), timers: .asWritten, program: "test")
    try take(.begin(started))
  }

  /// Takes one input; time goes on by a bit more than a second.
  mutating func take(_ input: AttemptInput) throws {
    clock += 1_234
    for event in try Attempt.decide(state, input, script: script) {
      let record = AttemptRecord(at: Instant(milliseconds: clock), event: event)
      state.apply(record)
      records.append(record)
    }
  }

  /// Answers the item at hand by typing.
  mutating func answer(_ line: String) throws {
    try take(.show)
    try take(.answer(try response(to: line), nil))
  }

  private func response(to line: String) throws -> Response {
    let position = try #require(state.position)
    let item = try #require(script.item(at: position))
    let situation = try #require(script.situation(at: position, passed: state.passedMinutes))
    var entry = ResponseEntry(
      item.content.shape(in: situation), order: state.shown?.order ?? [])
    guard case .done(let response) = entry.take(line) else {
      Issue.record("“\(line)” is no answer to \(position.item)")
      return .none
    }
    return response
  }

  /// An attempt with every answer right.
  static func passed(_ id: String = "11111111-2222-4333-8444-555555555555") throws
    -> SampleAttempt
  {
    var attempt = try SampleAttempt(id)
    try attempt.answer("Sorry")
    try attempt.answer("The Lieve")
    try attempt.answer("I am sorry, Paulo rings.")
    #expect(attempt.state.finished?.passed == true)
    return attempt
  }

  /// An attempt as somebody might take it, who may also stop in the middle.
  static func random(
    _ index: Int, employee: String, using random: inout Seeded
  ) throws -> SampleAttempt {
    let digits = String(index)
    let id =
      "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    var attempt = try SampleAttempt(
      id, employee: employee, number: index + 1, at: 1_767_225_600_000 + Int64(index) * 60_000)
    while attempt.state.finished == nil {
      try attempt.take(.show)
      let item = attempt.state.position?.item
      switch Int.random(in: 0..<12, using: &random) {
      case 0 where item == "first" && attempt.state.hints.count < 2: try attempt.take(.hint)
      case 1: try attempt.take(.inject(0))
      case 2:
        try attempt.take(.pause)
        if Bool.random(using: &random) { return attempt }
        try attempt.take(.resume())
      case 3: try attempt.take(.resume())
      case 4: try attempt.take(.timeOut(nil))
      case 5 where Int.random(in: 0..<4, using: &random) == 0: return attempt
      default:
        let replies = ["Sorry, Paulo rings.", "It is late.", "Sorry. Send your card, please."]
        let line =
          item == "note"
          ? replies.randomElement(using: &random) ?? ""
          : "\(Int.random(in: 1...(item == "house" ? 2 : 4), using: &random))"
        try attempt.answer(line)
      }
    }
    return attempt
  }
}

extension AttemptLog {
  /// Writes the whole of an attempt, as a console would that is never interrupted.
  func append(_ attempt: SampleAttempt, content: [Content] = [SampleDrill.content]) throws {
    try append(
      attempt.records, to: attempt.id, employee: attempt.employee, expecting: 0,
      content: content)
  }
}

/// A new store with the list of attempts.
func makeAttemptStore(at path: String) throws -> Store {
  try Store.open(at: path, now: newYear, projections: [AttemptProjection()])
}
