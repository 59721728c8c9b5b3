// SPDX-License-Identifier: GPL-3.0-or-later

extension Narrator {
  /// The debrief and the outcome.
  func end(_ finished: AttemptEvent.Finished, in state: AttemptState) -> [Telling] {
    let missed = state.results.filter {
      $0.points > 0 && ($0.credit < .full || !$0.critical.isEmpty)
    }
    let outcome = Telling.Outcome(
      finished: finished, pass: state.started?.pass ?? .full,
      competencies: state.competencies.compactMap { name, score in
        score.share.map { (name, $0) }
      },
      missed: missed.map { result in
        let item = script.item(at: .init(scene: result.scene, item: result.item))
        return Telling.Missed(
          question: item?.question ?? result.item, credit: result.credit, points: result.points,
          remarks: Self.reasons(result.remarks))
      },
      advice: advice(finished, missed: missed))
    let debrief = passages(script.drill.debrief, in: state)
    return (debrief.isEmpty ? [] : [.scene("End")] + debrief) + [.outcome(outcome)]
  }

  /// What lost credit, each with the clause that decides. Feedback was told right after the answer
  /// and is not told again; its clause is kept.
  private static func reasons(_ remarks: [Remark]) -> [Remark] {
    var reasons: [Remark] = []
    var isFirst = true
    for (index, remark) in remarks.enumerated() {
      let isLost = remark.kind == .lost || remark.kind == .critical
      guard isLost || remark.kind == .earned else { continue }
      defer { isFirst = false }
      guard isLost else { continue }
      // Feedback stands after the part that it explains; that of a whole answer before it.
      let after = remarks.dropFirst(index + 1).first
      let whole = isFirst ? remarks.prefix(index).last : nil
      let feedback = [after, whole].compactMap { $0 }.first { $0.kind == .feedback }
      var reason = remark
      reason.clause = remark.clause ?? feedback?.clause
      reasons.append(reason)
    }
    return reasons.isEmpty ? remarks.filter { $0.kind == .feedback } : reasons
  }

  private func advice(
    _ finished: AttemptEvent.Finished, missed: [AttemptState.Result]
  ) -> String {
    if !finished.critical.isEmpty {
      let isVaried = script.drill.variants.count > 1
      return "A critical failure can't be made up for by points. Read the clause, then take the "
        + "drill again\(isVaried ? "; the details will differ." : ".")"
    }
    if !finished.passed {
      return "Read what was missed, then take the drill again. The earlier result stays on record."
    }
    return missed.isEmpty
      ? "Nothing was missed. You are done with this drill."
      : "You are done with this drill; what was missed is worth a second look."
  }
}

extension Remark {
  /// What an author says after any answer: a person's words as a reaction, all else as feedback.
  public init(said passage: Passage) {
    let text = passage.blocks.plainText
    switch passage.voice {
    case .speech(let speaker): self.init(.reaction, text, speaker: speaker)
    case .document, .narration: self.init(.feedback, text, clause: passage.blocks.firstClause)
    }
  }
}
