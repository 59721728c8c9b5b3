// SPDX-License-Identifier: GPL-3.0-or-later

extension Narrator {
  /// What each answer of an attempt earned, and why: question, answer, remarks, credit.
  public func explain(_ records: [AttemptRecord]) -> [Telling] {
    var state = AttemptState()
    var tellings: [Telling] = []
    for record in records {
      if case .answered(let answered) = record.event { tellings += explain(answered, in: state) }
      state.apply(record)
    }
    return tellings
  }

  private func explain(
    _ answered: AttemptEvent.Answered, in state: AttemptState
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
    tellings += answered.remarks.filter { $0.kind != .reaction }.map { .remark($0) }
    tellings.append(
      .verdict(
        .init(
          credit: answered.credit, points: answered.points, critical: answered.critical,
          mayTryAgain: !answered.isFinal)))
    return tellings
  }
}
