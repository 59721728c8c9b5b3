// SPDX-License-Identifier: GPL-3.0-or-later

/// Plays a drill from its start to its end with answers that a function gives.
struct Rehearsal {
  private let script: Script

  init(_ script: Script) { self.script = script }

  /// The state at the end; nil where the story can't be played to its end.
  func play(
    answering answer: (Item, Situation) -> Response? = { $0.content.solution(in: $1) }
  ) -> AttemptState? {
    var state = AttemptState()
    let header = script.drill.header
    let started = AttemptEvent.Started(
      attempt: "", employee: "", drill: header.id, version: header.version, title: header.title,
      drillDigest: "", policyDigests: [:], variant: script.drill.variant, number: 1, seed: 1,
      pass: header.pass, timers: .off, program: "")
    guard take(.begin(started), &state) else { return nil }
    var steps = 0
    while let position = state.position, let item = script.item(at: position),
      let situation = script.situation(at: position, passed: state.passedMinutes)
    {
      steps += 1
      // A story enters at most so many scenes; each has few items.
      guard steps <= Flow.maximumScenes * 8 else { return nil }
      let input = answer(item, situation).map { AttemptInput.answer($0, nil) } ?? .timeOut(nil)
      guard take(input, &state) else { return nil }
    }
    return state
  }

  private func take(_ input: AttemptInput, _ state: inout AttemptState) -> Bool {
    guard let events = try? Attempt.decide(state, input, script: script) else { return false }
    for event in events {
      state.apply(AttemptRecord(at: Instant(milliseconds: 0), event: event))
    }
    return true
  }
}
