// SPDX-License-Identifier: GPL-3.0-or-later

/// Decides whether conditions hold, from what was answered so far.
struct Evaluator {
  let script: Script
  let results: [AttemptState.Result]
  /// A result that is about to join them: they are not copied for it.
  var latest: AttemptState.Result?
  let passedMinutes: Int
  /// The item at hand, which a condition without a reference is about.
  let position: AttemptState.Position?

  /// Whether a condition holds; no condition always does.
  func holds(_ condition: Condition?) -> Bool {
    guard let condition else { return true }
    return condition.terms.allSatisfy { holds($0.test) != $0.isNegated }
  }

  private func holds(_ test: Condition.Test) -> Bool {
    switch test {
    case .passed(let reference):
      let isMeant = meant(by: reference)
      return isAny(isMeant) && !isAny { isMeant($0) && !$0.passed }
    case .failed(let reference):
      let isMeant = meant(by: reference)
      return isAny { isMeant($0) && !$0.passed }
    case .timedOut(let reference):
      let isMeant = meant(by: reference)
      return isAny { isMeant($0) && $0.timedOut }
    case .chose(let answer, let isWords, let reference):
      let isMeant = meant(by: reference)
      return isAny { isMeant($0) && chose(answer, isWords: isWords, in: $0) }
    case .score(let reference, let least):
      let isMeant = reference == nil ? { _ in true } : meant(by: reference)
      guard let share = score(where: isMeant).share else { return false }
      return share.rawValue >= least * 100
    case .variant(let name):
      return script.drill.variants[script.drill.variant].lowercased() == name.lowercased()
    case .severity(let level):
      return severity?.lowercased() == level.lowercased()
    }
  }

  /// Whether a reference is about a result; the item at hand is meant where there is none.
  private func meant(by reference: Condition.Reference?) -> (AttemptState.Result) -> Bool {
    guard let reference else {
      let position = position
      return { $0.scene == position?.scene && $0.item == position?.item }
    }
    return {
      $0.scene == reference.slug && (reference.itemID == nil || $0.item == reference.itemID)
    }
  }

  /// Whether something holds of any result. By index: results that are looked at only are not copied.
  private func isAny(_ holds: (AttemptState.Result) -> Bool) -> Bool {
    for index in results.indices where holds(results[index]) { return true }
    return latest.map(holds) ?? false
  }

  private func score(where isMeant: (AttemptState.Result) -> Bool) -> Score {
    var score = Score()
    for index in results.indices where isMeant(results[index]) { score.add(results[index]) }
    if let latest, isMeant(latest) { score.add(latest) }
    return score
  }

  private func chose(_ answer: String, isWords: Bool, in result: AttemptState.Result) -> Bool {
    guard isWords else { return result.chosen.contains(answer) }
    let item = script.item(at: .init(scene: result.scene, item: result.item))
    let letter = item?.content.answers.first {
      $0.text.plain.lowercased() == answer.lowercased()
    }?.id
    // Kinds without lettered answers note what was wrong in words: “too late”.
    return result.chosen.contains(letter ?? answer.lowercased())
  }

  private var severity: String? {
    guard let position, let situation = script.situation(at: position, passed: passedMinutes),
      case .success(let level) = situation.policies.settledSeverity(situation.facts)
    else { return nil }
    return level.name
  }
}
