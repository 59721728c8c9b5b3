// SPDX-License-Identifier: GPL-3.0-or-later

internal import Synchronization

/// What answers came to that were judged before: exploring a drill gives the same answer in hundreds
/// of situations that differ only in what went before.
final class JudgementMemory: Sendable {
  private struct Answer: Hashable {
    let moment: SituationMemory.Moment
    let response: Response
  }

  /// A drill has some hundred items, and exploring tries some dozen answers to each.
  private static let most = 8192

  private let known = Mutex<[Answer: Judgement]>([:])

  /// The judgement of a response at a moment, made where it is not known yet.
  func judgement(
    of response: Response, at moment: SituationMemory.Moment, _ judge: () -> Judgement
  ) -> Judgement {
    let answer = Answer(moment: moment, response: response)
    if let judgement = known.withLock({ $0[answer] }) { return judgement }
    let judgement = judge()
    known.withLock { judgements in
      if judgements.count >= Self.most { judgements.removeAll() }
      judgements[answer] = judgement
    }
    return judgement
  }
}
