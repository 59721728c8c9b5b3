// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// All that the rest of a story can depend on: ways that agree in it are walked on once.
struct StoryKey: Hashable {
  /// What a condition may ask of an item that is done.
  struct Remembered: Hashable {
    let item: AttemptState.Position
    let passed: Bool
    let timedOut: Bool
    let chosen: [String]
    /// Credit and points, where conditions look at scores.
    let credit: [Int]
  }

  /// The item that is asked; nil at the end.
  let position: AttemptState.Position?
  /// Scenario minutes that passed.
  let minutes: Int
  /// Tries at the item so far.
  let tries: Int
  /// Points met so far: the share of two ways is only comparable where they agree.
  let points: Int
  /// Results that conditions ask for.
  let results: [Remembered]
  /// The score so far, where a condition asks for it.
  let earned: Int?
}

/// What a drill's conditions ask for, so that everything else can be forgotten on the way.
struct StoryMemory {
  private var scenes: Set<String> = []
  private var items: Set<AttemptState.Position> = []
  private var asksScore = false
  private var asksWholeScore = false

  /// What the conditions of a drill that lead its story ask for.
  init(_ drill: Drill) {
    for scene in drill.scenes {
      let rules = scene.next + scene.items.flatMap(\.next)
      let conditions =
        [scene.condition] + rules.map(\.condition) + scene.items.map(\.condition)
      for term in conditions.compactMap({ $0 }).flatMap(\.terms) { take(term.test) }
    }
  }

  private mutating func take(_ test: Condition.Test) {
    switch test {
    case .passed(let reference), .failed(let reference), .timedOut(let reference),
      .chose(_, _, let reference):
      take(reference)
    case .score(let reference, _):
      asksScore = true
      asksWholeScore = asksWholeScore || reference == nil
      take(reference)
    case .variant, .severity: break
    }
  }

  private mutating func take(_ reference: Condition.Reference?) {
    guard let reference else { return }
    if let item = reference.itemID {
      items.insert(.init(scene: reference.slug, item: item))
    } else {
      scenes.insert(reference.slug)
    }
  }

  /// Whether a condition asks for an item's result.
  func asks(for position: AttemptState.Position) -> Bool {
    scenes.contains(position.scene) || items.contains(position)
  }

  /// What of a state the rest of its story can depend on.
  func key(of state: AttemptState) -> StoryKey {
    let results = state.results.compactMap { result -> StoryKey.Remembered? in
      let position = AttemptState.Position(scene: result.scene, item: result.item)
      guard asks(for: position) else { return nil }
      return StoryKey.Remembered(
        item: position, passed: result.passed, timedOut: result.timedOut, chosen: result.chosen,
        credit: asksScore ? [result.credit.rawValue, result.points] : [])
    }
    let score = state.score
    return StoryKey(
      position: state.position, minutes: state.passedMinutes, tries: state.earlierTries,
      points: score.points, results: results, earned: asksWholeScore ? score.earned : nil)
  }
}
