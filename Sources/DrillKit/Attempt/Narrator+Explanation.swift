// SPDX-License-Identifier: GPL-3.0-or-later

extension AttemptEvent.Answered {
  /// Critical failures that no remark tells already.
  var untold: [CriticalFailure] {
    remarks.contains { $0.kind == .critical } ? [] : critical
  }
}

extension Narrator {
  /// What each answer of an attempt earned, and why: question, answer, remarks, credit.
  ///
  /// - Parameters:
  ///   - records: The attempt's events in order.
  ///   - isTold: Which answers are explained; the others only count on the way.
  /// - Returns: What a person sees of them.
  public func explain(
    _ records: [AttemptRecord], where isTold: (AttemptEvent.Answered) -> Bool = { _ in true }
  ) -> [Telling] {
    // An item with a try left is not explained in full: it would give the answer away.
    let settled = Set(
      AttemptState(folding: records).results.map {
        AttemptState.Position(scene: $0.scene, item: $0.item)
      })
    var state = AttemptState()
    var tellings: [Telling] = []
    for record in records {
      if case .answered(let answered) = record.event, isTold(answered) {
        tellings += explain(answered, settled: settled, in: state)
      }
      state.apply(record)
    }
    return tellings
  }

  private func explain(
    _ answered: AttemptEvent.Answered, settled: Set<AttemptState.Position>,
    in state: AttemptState
  ) -> [Telling] {
    let position = AttemptState.Position(scene: answered.scene, item: answered.item)
    guard let item = script.item(at: position),
      let situation = script.situation(at: position, passed: state.passedMinutes)
    else { return [] }
    let shape = item.content.shape(in: situation)
    var tellings: [Telling] = [
      .recalled(verb: item.verb, question: item.question),
      .answer(shape.words(for: answered.response)),
    ]
    let isSettled = settled.contains(position)
    tellings += answered.remarks
      .filter { $0.kind != .reaction && (isSettled || mayTell($0, of: shape)) }
      .map { .remark($0) }
    tellings.append(
      .verdict(
        .init(
          credit: answered.credit, points: answered.points, critical: answered.untold,
          mayTryAgain: !answered.isFinal)))
    return tellings
  }
}
