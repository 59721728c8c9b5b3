// SPDX-License-Identifier: GPL-3.0-or-later

/// Answers that lead to a scene whose condition they rule out: whoever picks one skips the scene to which
/// it leads, and goes on behind it.
struct RuledOutScenes {
  let script: Script
  let diagnostics: Diagnostics

  /// An answer, as it was judged.
  private struct Pick {
    let answer: Option
    let judgement: Judgement
    let item: Item
    let scene: Scene
  }

  /// Looks through all answers that lead somewhere.
  func check() {
    for scene in script.drill.scenes {
      for item in scene.items { check(item, in: scene) }
    }
  }

  private func check(_ item: Item, in scene: Scene) {
    let targets = item.content.targets
    guard targets.contains(where: { script.scene($0.slug)?.condition != nil }),
      let situation = script.situation(
        at: AttemptState.Position(scene: scene.slug, item: item.id), passed: 0),
      case .choices(let choices) = item.content.shape(in: situation), choices.selection == .one
    else { return }
    // Those that lead somewhere come in the order of the answers.
    var left = targets[...]
    for answer in item.content.answers {
      let judgement = item.content.judge(.choices([answer.id]), in: situation)
      guard let slug = judgement.target, let place = left.popFirst()?.place else { continue }
      let pick = Pick(answer: answer, judgement: judgement, item: item, scene: scene)
      guard let target = script.scene(slug), let condition = target.condition,
        condition.terms.contains(where: { holds($0.test, pick) == $0.isNegated })
      else { continue }
      diagnostics.report(
        .ruledOutScene, at: place,
        "\(answer.text.plain.shortened.quoted) leads to “\(target.title)”, and the condition of that "
          + "scene (line \(condition.place.line)) never holds behind this answer: whoever picks it skips "
          + "the scene. Change the condition, or lead elsewhere.")
    }
  }

  /// Whether a test holds behind an answer; nil where that depends on more than the answer.
  private func holds(_ test: Condition.Test, _ pick: Pick) -> Bool? {
    guard let reference = test.reference, reference.slug == pick.scene.slug,
      reference.itemID == pick.item.id
        || reference.itemID == nil && pick.scene.items.count == 1
    else { return nil }
    switch test {
    case .passed: return isPassed(pick)
    case .failed: return isPassed(pick).map { !$0 }
    case .timedOut: return false
    case .chose(let words, let isWords, _):
      return isWords
        ? pick.answer.text.plain.lowercased() == words.lowercased() : pick.answer.id == words
    case .score, .variant, .severity: return nil
    }
  }

  private func isPassed(_ pick: Pick) -> Bool? {
    guard pick.judgement.critical.isEmpty else { return false }
    guard pick.item.content.isScored else { return true }
    let isEnough = pick.judgement.share.credit >= script.drill.header.pass
    // A second try earns half.
    return isEnough && pick.item.settings.attempts > 1 ? nil : isEnough
  }
}
