// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// A player who picks at random among what answers can come to: the same number plays the same way
/// on every machine.
struct RandomPlayer {
  /// More answers than any story takes that ends.
  private static let mostAnswers = 4_000

  private let rehearsal: Rehearsal
  private var draw: Draw

  /// A player of a script.
  init(_ script: Script, number: UInt64) {
    rehearsal = Rehearsal(script)
    draw = Draw(seed: number, item: script.drill.header.id)
  }

  /// The state at the end; nil where none was reached.
  mutating func play(_ walk: inout StoryWalk) -> AttemptState? {
    guard var state = rehearsal.start() else { return nil }
    for _ in 0..<Self.mostAnswers where state.position != nil {
      guard let input = walk.inputs(in: state).randomElement(using: &draw),
        let next = rehearsal.state(after: input, in: state)
      else { return nil }
      state = next
    }
    return state.position == nil ? state : nil
  }
}
