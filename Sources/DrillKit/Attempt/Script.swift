// SPDX-License-Identifier: GPL-3.0-or-later

/// What an attempt is played from: a drill in one variant, and the policies it reads. It never
/// changes and goes from hand to hand at every step, so that it is shared and not copied.
public final class Script: Sendable {
  /// The drill.
  public let drill: Drill
  /// The policies.
  public let policies: PolicyBook

  /// Personal data that the drill shows, so that a reply which repeats it is found.
  public let planted: [PlantedValue]

  private let places: [AttemptState.Position: (scene: Int, item: Int)]
  private let slugs: [String: Int]
  private let situations = SituationMemory()
  private let judgements = JudgementMemory()

  /// A script.
  public init(drill: Drill, policies: PolicyBook) {
    self.drill = drill
    self.policies = policies
    var places: [AttemptState.Position: (scene: Int, item: Int)] = [:]
    var slugs: [String: Int] = [:]
    for (sceneIndex, scene) in drill.scenes.enumerated() {
      if slugs[scene.slug] == nil { slugs[scene.slug] = sceneIndex }
      for (itemIndex, item) in scene.items.enumerated() {
        places[.init(scene: scene.slug, item: item.id)] = (sceneIndex, itemIndex)
      }
    }
    planted = drill.scenes.flatMap { $0.items.flatMap(\.content.plantedValues) }
    self.places = places
    self.slugs = slugs
  }

  /// The scene of a slug.
  public func scene(_ slug: String) -> Scene? { slugs[slug].map { drill.scenes[$0] } }

  /// The scene that a person names: by its link target, or by the title that is shown.
  public func scene(named name: String) -> Scene? {
    let slug = Slug.of(name)
    // A translated title has no link target of its own, and may be typed like one all the same.
    return scene(slug)
      ?? drill.scenes.first {
        $0.title.lowercased() == name.trimmed().lowercased() || Slug.of($0.title) == slug
      }
  }

  /// The index of the scene of a slug.
  public func sceneIndex(_ slug: String) -> Int? { slugs[slug] }

  /// The item at a position.
  public func item(at position: AttemptState.Position) -> Item? {
    places[position].map { drill.scenes[$0.scene].items[$0.item] }
  }

  /// The indices of a position's scene and item.
  func indices(of position: AttemptState.Position) -> (scene: Int, item: Int)? {
    places[position]
  }

  /// The facts that hold at an item: its own over the scene's over the drill's, key by key.
  public func facts(of item: Item, in scene: Scene?) -> Facts {
    policies.meant(
      drill.facts.merging(nearer: scene?.facts ?? Facts()).merging(nearer: item.facts))
  }

  /// The circumstances of an item after so many scenario minutes.
  public func situation(at position: AttemptState.Position, passed: Int) -> Situation? {
    situations.situation(at: .init(position: position, passed: passed)) {
      guard let item = item(at: position) else { return nil }
      let scene = scene(position.scene)
      return Situation(
        facts: facts(of: item, in: scene), policies: policies,
        clock: clock(of: item, in: scene, passed: passed), duty: drill.header.duty,
        planted: planted)
    }
  }

  /// What a response at a position comes to after so many scenario minutes, before tries and hints.
  func judgement(
    of response: Response, to item: Item, at position: AttemptState.Position, passed: Int,
    in situation: Situation
  ) -> Judgement {
    judgements.judgement(of: response, at: .init(position: position, passed: passed)) {
      item.content.judge(response, in: situation)
    }
  }

  /// Whether an inject of the item at hand comes at all, by its condition.
  public func comes(_ inject: Inject, in state: AttemptState) -> Bool {
    Evaluator(
      script: self, results: state.results, passedMinutes: state.passedMinutes,
      position: state.position
    ).holds(inject.condition)
  }

  /// The clock at an item: a `Now` of a scene or an item may name the time alone, and is then the
  /// next such moment after the outer one.
  func clock(
    of item: Item, in scene: Scene?, passed: Int, diagnostics: Diagnostics? = nil
  ) -> ScenarioClock? {
    let outer = drill.facts.clock(diagnostics: diagnostics)
    let middle = scene?.facts.clock(after: outer, diagnostics: diagnostics) ?? outer
    let inner = item.facts.clock(after: middle, diagnostics: diagnostics) ?? middle
    return inner?.advanced(byMinutes: passed)
  }
}
