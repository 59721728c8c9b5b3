// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

/// An attempt at a drill of one item, begun and shown.
struct SampleAttempt {
  let script: Script
  private(set) var state = AttemptState()

  init(_ script: Script, seed: UInt64 = 1) throws {
    self.script = script
    try take(
      .begin(
        .init(
          attempt: "a", employee: "e", drill: "sample", version: 1, title: "A sample",
          drillDigest: "", policyDigests: [:], variant: 0, number: 1, seed: seed,
          pass: Credit(clamping: 8000), timers: .asWritten, program: "test")))
    try take(.show)
  }

  /// Letters in the order on the screen.
  var shown: [String] { state.shown?.order ?? [] }

  /// Decides and applies, and hands on what happened.
  @discardableResult
  mutating func take(_ input: AttemptInput) throws -> [AttemptEvent] {
    let events = try Attempt.decide(state, input, script: script)
    for event in events {
      state.apply(AttemptRecord(at: Instant(milliseconds: 0), event: event))
    }
    return events
  }
}
