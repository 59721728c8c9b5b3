// SPDX-License-Identifier: GPL-3.0-or-later

/// Decides whether conditions hold, from what was answered so far.
struct Evaluator {
  let script: Script
  let results: [AttemptState.Result]
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
      let met = found(reference)
      return !met.isEmpty && met.allSatisfy(\.passed)
    case .failed(let reference): return found(reference).contains { !$0.passed }
    case .timedOut(let reference): return found(reference).contains(where: \.timedOut)
    case .chose(let answer, let isWords, let reference):
      return found(reference).contains { chose(answer, isWords: isWords, in: $0) }
    case .score(let reference, let least):
      let met = reference == nil ? results : found(reference)
      guard let share = Score(met).share else { return false }
      return share.rawValue >= least * 100
    case .variant(let name):
      return script.drill.variants[script.drill.variant].lowercased() == name.lowercased()
    case .severity(let level):
      return severity?.lowercased() == level.lowercased()
    }
  }

  /// Results that a reference is about; of the item at hand where there is none.
  private func found(_ reference: Condition.Reference?) -> [AttemptState.Result] {
    guard let reference else {
      return results.filter { $0.scene == position?.scene && $0.item == position?.item }
    }
    return results.filter {
      $0.scene == reference.slug && (reference.itemID == nil || $0.item == reference.itemID)
    }
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
