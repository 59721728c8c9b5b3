// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the story goes: after the start, after an item, after a scene.
struct Flow {
  let script: Script
  let results: [AttemptState.Result]
  /// A result that is about to join them.
  var latest: AttemptState.Result?
  let passedMinutes: Int
  let entered: [String]

  /// A story enters at most so many scenes: they don't loop, and a damaged one must not.
  static let maximumScenes = 500

  private var scenes: [Scene] { script.drill.scenes }

  /// The first step of a drill.
  func start() -> AttemptEvent.Step {
    guard let first = scenes.firstIndex(where: { !$0.isDetour }) else { return end([]) }
    return enter(first, path: [])
  }

  /// The step after an item was settled; `target` is where the answer itself leads.
  func after(_ position: AttemptState.Position, target: String?) -> AttemptEvent.Step {
    guard let (sceneIndex, itemIndex) = script.indices(of: position) else { return end([]) }
    if let target, let index = script.sceneIndex(target) { return enter(index, path: []) }
    if target == Flow.endSlug { return end([]) }
    switch choose(scenes[sceneIndex].items[itemIndex].next, at: position) {
    case .scene(let slug):
      if let index = script.sceneIndex(slug) { return enter(index, path: []) }
      return end([])
    case .goOn, nil: break
    }
    if let next = firstItem(of: sceneIndex, from: itemIndex + 1) {
      return AttemptEvent.Step(scenes: [], scene: scenes[sceneIndex].slug, item: next)
    }
    return leave(sceneIndex, path: [])
  }

  /// The step into a scene from anywhere, as an author takes it; its condition is not asked.
  func jump(to index: Int) -> AttemptEvent.Step {
    let scene = scenes[index]
    if let item = firstItem(of: index, from: 0) {
      return AttemptEvent.Step(scenes: [scene.slug], scene: scene.slug, item: item)
    }
    return leave(index, path: [scene.slug])
  }

  /// The slug of the section that ends a story: a link to it ends the drill.
  static let endSlug = "end"

  private func end(_ path: [String]) -> AttemptEvent.Step {
    AttemptEvent.Step(scenes: path, scene: nil, item: nil)
  }

  private func evaluator(at position: AttemptState.Position?) -> Evaluator {
    Evaluator(
      script: script, results: results, latest: latest, passedMinutes: passedMinutes,
      position: position)
  }

  private func choose(_ rules: [NextRule], at position: AttemptState.Position?) -> NextRule.Target?
  {
    rules.first { evaluator(at: position).holds($0.condition) }?.target
  }

  private func enter(_ index: Int, path: [String]) -> AttemptEvent.Step {
    guard entered.count + path.count < Self.maximumScenes else { return end(path) }
    guard evaluator(at: nil).holds(scenes[index].condition) else {
      return following(index, path: path)
    }
    let slug = scenes[index].slug
    let path = path + [slug]
    if let item = firstItem(of: index, from: 0) {
      return AttemptEvent.Step(scenes: path, scene: slug, item: item)
    }
    return leave(index, path: path)
  }

  /// The id of the first item that is asked, from an index on.
  private func firstItem(of sceneIndex: Int, from start: Int) -> String? {
    let items = scenes[sceneIndex].items
    for index in items.indices.dropFirst(start) {
      let id = items[index].id
      guard let condition = items[index].condition else { return id }
      let position = AttemptState.Position(scene: scenes[sceneIndex].slug, item: id)
      if evaluator(at: position).holds(condition) { return id }
    }
    return nil
  }

  private func leave(_ index: Int, path: [String]) -> AttemptEvent.Step {
    switch choose(scenes[index].next, at: nil) {
    case .scene(Self.endSlug): return end(path)
    case .scene(let slug):
      guard let target = script.sceneIndex(slug) else { return end(path) }
      return enter(target, path: path)
    case .goOn, nil: return following(index, path: path)
    }
  }

  /// The next scene in file order that is no detour.
  private func following(_ index: Int, path: [String]) -> AttemptEvent.Step {
    guard let next = scenes.indices.dropFirst(index + 1).first(where: { !scenes[$0].isDetour })
    else { return end(path) }
    return enter(next, path: path)
  }
}
