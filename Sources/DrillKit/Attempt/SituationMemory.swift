// SPDX-License-Identifier: GPL-3.0-or-later

internal import Synchronization

/// The situations of a script that were asked for: playing and checking come back to each of them
/// many times, and each remembers what the policies answer in it.
final class SituationMemory: Sendable {
  /// An item after so many minutes.
  struct Moment: Hashable, Sendable {
    let position: AttemptState.Position
    let passed: Int
  }

  /// A story has a few hundred items; each can be reached after some different delays.
  private static let most = 1024

  private let known = Mutex<[Moment: Situation]>([:])

  /// The situation of a moment, made where it is not known yet.
  func situation(at moment: Moment, _ make: () -> Situation?) -> Situation? {
    if let situation = known.withLock({ $0[moment] }) { return situation }
    guard let situation = make() else { return nil }
    known.withLock { situations in
      if situations.count >= Self.most { situations.removeAll() }
      situations[moment] = situation
    }
    return situation
  }
}
