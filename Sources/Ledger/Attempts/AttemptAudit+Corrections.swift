// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

extension AttemptAudit {
  /// What is wrong with a correction, in plain sentences: it must follow from what it says it was
  /// judged from, as an end must follow from its answers.
  static func problems(
    with corrected: AttemptEvent.Corrected, body: Body, before: AttemptState
  ) -> [String] {
    var found: [String] = []
    if body.actor != corrected.by {
      found.append(
        "It says that “\(corrected.by)” corrected it, and was recorded by “\(body.actor)”.")
    }
    if let flaw = AttemptEvent.Corrected.flaw(ofReason: corrected.reason) { found.append(flaw) }
    guard before.finished != nil else {
      return before.started == nil ? found : found + ["It corrects an attempt that has not ended."]
    }
    if let counted = before.outcome, corrected.before != counted {
      found.append("It corrects “\(corrected.before)”, but “\(counted)” counted until then.")
    }
    let settled = corrected.answers.filter(\.isFinal)
    let sum = AttemptEvent.Outcome(Score(settled), pass: corrected.after.pass)
    if corrected.after != sum {
      found.append("It records “\(corrected.after)”, but its answers add up to “\(sum)”.")
    }
    let answered = Set(before.results.map(\.item))
    for answer in settled where !answered.contains(answer.item) {
      found.append("It judges an answer to “\(answer.item)”, which the attempt does not have.")
    }
    return found
  }
}
