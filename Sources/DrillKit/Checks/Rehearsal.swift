// SPDX-License-Identifier: GPL-3.0-or-later

/// Plays a drill by the rules of an attempt, with nobody at the keyboard and nothing recorded.
public struct Rehearsal: Sendable {
  /// What is played.
  public let script: Script

  /// A rehearsal of a script.
  public init(_ script: Script) { self.script = script }

  /// The state in which the first item is asked; nil where the story can't begin.
  public func start() -> AttemptState? {
    let header = script.drill.header
    let started = AttemptEvent.Started(
      attempt: "", employee: "", drill: header.id, version: header.version, title: header.title,
      drillDigest: "", policyDigests: [:], variant: script.drill.variant, number: 1, seed: 1,
      pass: header.pass, timers: .off, program: "")
    return state(after: .begin(started), in: AttemptState())
  }

  /// The state after an input; nil where the rules don't take it.
  public func state(after input: AttemptInput, in state: AttemptState) -> AttemptState? {
    var after = state
    return take(input, &after) ? after : nil
  }

  /// Goes on after an input; false, and nothing is changed, where the rules don't take it.
  private func take(_ input: AttemptInput, _ state: inout AttemptState) -> Bool {
    guard let events = try? Attempt.decide(state, input, script: script) else { return false }
    for event in events {
      state.apply(AttemptRecord(at: Instant(milliseconds: 0), event: event))
    }
    return true
  }

  /// The item that a state asks, and its circumstances; nil at the end.
  public func question(in state: AttemptState) -> (item: Item, situation: Situation)? {
    guard let position = state.position, let item = script.item(at: position),
      let situation = script.situation(at: position, passed: state.passedMinutes)
    else { return nil }
    return (item, situation)
  }

  /// The step into a scene from where a rehearsal stands; nil where there is no such scene.
  public func step(into slug: String, in state: AttemptState) -> AttemptEvent.Step? {
    script.sceneIndex(slug).map { index in
      Flow(
        script: script, results: state.results, passedMinutes: state.passedMinutes,
        entered: state.entered
      ).jump(to: index)
    }
  }

  /// The step to one item, within its scene; nil where it is not there.
  public func step(to place: AttemptState.Position) -> AttemptEvent.Step? {
    script.item(at: place).map { item in
      AttemptEvent.Step(scenes: [], scene: place.scene, item: item.id)
    }
  }

  /// The place that a place of an earlier text has now: the same question, or the one that stands
  /// where it stood; nil where nothing does.
  public func place(
    of place: AttemptState.Position, formerlyIn former: Script
  ) -> AttemptState.Position? {
    if script.item(at: place) != nil { return place }
    // A question that was moved to another scene is the same one.
    for scene in script.drill.scenes where scene.items.contains(where: { $0.id == place.item }) {
      return AttemptState.Position(scene: scene.slug, item: place.item)
    }
    guard let before = former.scene(place.scene),
      let scene = script.scene(place.scene) ?? scene(inPlaceOf: place.scene, former)
    else { return nil }
    let known = Set(before.items.map(\.id))
    let index = before.items.firstIndex { $0.id == place.item }
    let question = index.map { before.items[$0].question }
    let new = scene.items.filter { !known.contains($0.id) }
    let item =
      new.first { $0.question == question }
      ?? index.flatMap { index in
        scene.items.indices.contains(index) ? scene.items[index] : scene.items.last
      }
    return item.map { AttemptState.Position(scene: scene.slug, item: $0.id) }
  }

  /// The scene that stands where one of an earlier text stood, which is not there any more.
  private func scene(inPlaceOf slug: String, _ former: Script) -> Scene? {
    guard let index = former.sceneIndex(slug), script.drill.scenes.indices.contains(index) else {
      return nil
    }
    let scene = script.drill.scenes[index]
    return former.scene(scene.slug) == nil ? scene : nil
  }

  /// Plays to the end with answers that a function gives; a timer ends what it does not answer.
  ///
  /// - Returns: the state at the end; nil where the story can't be played to its end.
  public func play(
    answering answer: (Item, Situation) -> Response? = { $0.content.solution(in: $1) }
  ) -> AttemptState? {
    guard var state = start() else { return nil }
    var steps = 0
    while let (item, situation) = question(in: state) {
      steps += 1
      // A story enters at most so many scenes; each has few items.
      guard steps <= Flow.maximumScenes * 8 else { return nil }
      let input = answer(item, situation).map { AttemptInput.answer($0, nil) } ?? .timeOut(nil)
      guard take(input, &state) else { return nil }
    }
    return state
  }
}
