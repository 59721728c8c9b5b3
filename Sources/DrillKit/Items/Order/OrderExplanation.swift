// SPDX-License-Identifier: GPL-3.0-or-later

/// Judges an order of steps and says what would put it right.
struct OrderExplanation {
  let steps: [OrderStep]
  /// The policy's clause that lists the steps.
  let clause: String?

  private var measure: StepOrder {
    StepOrder(
      count: steps.count, free: Set(steps.indices.filter { steps[$0].isFree }),
      gates: steps.indices.compactMap { index in
        steps[index].before.map { .init(index, before: $0) }
      })
  }

  /// What the steps, named by their numbers in the key, are worth in this order.
  func judgement(of given: [Int]) -> Judgement {
    let result = measure.judge(given)
    var judgement = Judgement(share: result.share)
    guard !result.moves.isEmpty || !result.brokenGates.isEmpty else {
      judgement.remarks = [
        Remark(.earned, "Every step stands where it belongs.", clause: clause)
      ]
      return judgement
    }
    judgement.remarks.append(pairs(result))
    var explained: Set<Int> = []
    for gate in result.brokenGates {
      add(gate, given, to: &judgement)
      if explained.insert(gate.first).inserted { judgement.remarks += steps[gate.first].remarks }
    }
    for move in result.moves {
      judgement.remarks.append(Remark(.lost, sentence(move), clause: clause))
      judgement.chosen.append("\(steps[move.step].option.id) \(fault(move))")
      if explained.insert(move.step).inserted { judgement.remarks += steps[move.step].remarks }
    }
    return judgement
  }

  private func pairs(_ result: StepOrderJudgement) -> Remark {
    let found =
      "\(result.pairsRight) of \(result.pairsFixed) pairs of steps stand in the right order"
    if !result.brokenGates.isEmpty {
      return Remark(.lost, "\(found), but one step had to come before another, and did not.")
    }
    return result.share == .none
      ? Remark(.lost, "\(found). That is no better than chance, and earns nothing.")
      : Remark(
        .earned,
        "\(found). Each wrong pair takes away what a right one earns: "
          + "\(result.share.credit.percent) %.")
  }

  private func add(_ gate: StepOrder.Gate, _ given: [Int], to judgement: inout Judgement) {
    let (first, then) = (steps[gate.first], steps[gate.then])
    let place = given.contains(gate.first) ? "stands after it" : "is missing"
    let text =
      "\(first.name) must come before \(then.name), and \(place). Without that the order earns "
      + "nothing."
    judgement.remarks.append(Remark(first.critical == nil ? .lost : .critical, text))
    judgement.chosen.append("\(first.option.id) not before \(then.option.id)")
    if let critical = first.critical {
      judgement.critical.append(
        CriticalFailure(critical, "\(first.name) did not come before \(then.name)"))
    }
    if first.isCoached { judgement.coach.append("\(first.name) did not come before \(then.name)") }
  }

  private func sentence(_ move: StepMove) -> String {
    let name = steps[move.step].name
    let goal = move.after.map { "right after \(steps[$0].name)" } ?? "to the beginning"
    return switch move.direction {
    case .up: "Move \(name) up, \(goal)."
    case .down: "Move \(name) down, \(goal)."
    case .add:
      move.after == nil
        ? "\(name) is missing: it comes first." : "\(name) is missing: it comes \(goal)."
    }
  }

  private func fault(_ move: StepMove) -> String {
    switch move.direction {
    case .up: "too late"
    case .down: "too early"
    case .add: "left out"
    }
  }
}
