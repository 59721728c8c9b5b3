// SPDX-License-Identifier: GPL-3.0-or-later

/// Checks a drill as a whole, once its text was read: links, references, the story, and every
/// answer that a policy decides, for each variant and each clock that can be reached.
struct DrillCheck {
  let script: Script
  /// The text, for what mends it.
  let source: SourceText
  /// All policies of the library, to tell a policy that is missing from one that is not listed.
  let library: PolicyBook
  let diagnostics: Diagnostics
  /// Foreseen lines that nothing could ever lead to, over all variants.
  let idle: IdleLines
  /// The situations that were checked, over all variants.
  let seen: SeenSituations
  /// Scenes of which an item could not be read, by slug: nothing is said about what refers to it.
  var unread: Set<String> = []
  /// Whether nothing is wrong with the text as it is written.
  var isSound = true
  /// Whether no link and no condition was found to be broken.
  var isLinked = true

  private var drill: Drill { script.drill }

  func run() {
    checkNames()
    checkFacts()
    for passage in drill.opening + drill.debrief {
      check(passage.condition, scene: nil, item: nil)
    }
    for scene in drill.scenes { checkScene(scene) }
    let graph = StoryGraph(script)
    let (reached, loop) = graph.walk()
    checkReach(reached, loop)
    if isLinked, drill.variant == 0 {
      RuledOutScenes(script: script, diagnostics: diagnostics).check()
    }
    checkSituations(graph)
    if loop == nil, isSound, !diagnostics.hasErrors { checkPass() }
  }

  // MARK: Names

  private func checkNames() {
    var slugs: [String: Place] = [:]
    var ids: [String: Place] = [:]
    let title = Slug.of(drill.header.title)
    for scene in drill.scenes {
      // A translated title is shown and never linked to.
      if Slug.of(scene.title) == scene.slug, let flaw = Slug.flaw(of: scene.title) {
        diagnostics.report(
          .badTitle, at: scene.place,
          "The title \(flaw); forges make different link targets of that. Use letters, digits and "
            + "single spaces.")
      }
      if scene.slug == title {
        diagnostics.report(
          .equalSlugs, at: scene.place,
          "The drill's own title has the link target “#\(scene.slug)” already. Choose another title."
        )
      }
      if let first = slugs[scene.slug] {
        diagnostics.reportTaken(scene.slug, at: scene.place, since: first)
      }
      slugs[scene.slug] = scene.place
      for item in scene.items {
        if let first = ids[item.id] {
          diagnostics.report(
            .equalIDs, at: item.place,
            "The id “\(item.id)” stands at line \(first.line) already. Records could not tell the two apart."
          )
        }
        ids[item.id] = item.place
      }
    }
  }

  // MARK: Facts

  private func checkFacts() {
    script.policies.check(drill.facts, in: source, diagnostics: diagnostics)
    let scenes = drill.scenes
    for index in scenes.indices {
      script.policies.check(scenes[index].facts, in: source, diagnostics: diagnostics)
      for item in scenes[index].items {
        script.policies.check(item.facts, in: source, diagnostics: diagnostics)
        _ = script.clock(of: item, in: scenes[index], passed: 0, diagnostics: diagnostics)
      }
    }
  }

  // MARK: References

  private func checkScene(_ scene: Scene) {
    check(scene.condition, scene: scene, item: nil)
    for passage in scene.narration {
      check(passage.condition, scene: scene, item: nil, hasFacts: !scene.items.isEmpty)
    }
    check(scene.next, scene: scene, item: nil)
    for item in scene.items {
      check(item.condition, scene: scene, item: nil, hasFacts: true)
      for condition in item.conditions {
        check(condition, scene: scene, item: nil, hasFacts: true)
      }
      // Only after the answer is there something to say about this item.
      for passage in item.feedback {
        check(passage.condition, scene: scene, item: item, hasFacts: true)
      }
      check(item.next, scene: scene, item: item)
    }
  }

  private func check(_ rules: [NextRule], scene: Scene, item: Item?) {
    for rule in rules {
      check(rule.condition, scene: scene, item: item, hasFacts: item != nil)
    }
  }

  /// Checks a condition that stands in a scene, after an item's answer, where facts hold.
  private func check(
    _ condition: Condition?, scene: Scene?, item: Item?, hasFacts: Bool = false
  ) {
    guard let condition else { return }
    for term in condition.terms {
      if let name = term.test.itemTest, term.test.reference == nil, item == nil {
        diagnostics.report(
          .badCondition, at: condition.place,
          "“\(name)” says nothing here unless it names an item that was answered before: "
            + "\(name) [its-id](#scene-title).")
        continue
      }
      if let reference = term.test.reference { check(reference, at: condition.place) }
      switch term.test {
      case .chose(let answer, let isWords, let reference):
        checkAnswer(answer, isWords: isWords, reference, item: item, at: condition.place)
      case .variant(let name):
        guard !drill.variants.contains(where: { $0.lowercased() == name.lowercased() }) else {
          break
        }
        diagnostics.report(
          .badCondition, at: condition.place,
          "No variant is called “\(name)”.\(suggestion(for: name, in: drill.variants)) "
            + "There are \(drill.variants.joined(separator: ", ")).")
      case .severity where !hasFacts:
        diagnostics.report(
          .badCondition, at: condition.place,
          "The severity follows from an item's facts, and no item is asked here. Put the condition "
            + "into an item, or before the text of a scene that has one.")
      case .severity(let level):
        let levels = script.policies.severityLevels.map(\.name)
        guard !levels.contains(where: { $0.lowercased() == level.lowercased() }) else { break }
        diagnostics.report(
          .badCondition, at: condition.place,
          "No severity is called “\(level)”.\(suggestion(for: level, in: levels))")
      default: break
      }
    }
  }

  private func check(_ reference: Condition.Reference, at place: Place) {
    // A link to a scene that is not there is reported with all other links.
    guard let scene = script.scene(reference.slug) else { return }
    let item = scene.items.first { $0.id == reference.itemID }
    // Between the title and the first scene a place is before all; in “## End” it is after all.
    if max(scene.place, item?.place ?? scene.place) > place {
      diagnostics.report(
        .backwardReference, at: place,
        "“\(item?.id ?? scene.title)” comes later in the file, so the employee has usually not met "
          + "it here.")
    }
    guard let id = reference.itemID, item == nil, !unread.contains(scene.slug),
      !scene.items.contains(where: \.settings.isMisnamed)
    else { return }
    diagnostics.report(
      .deadItem, at: place,
      "The scene “\(scene.title)” has no item “\(id)”."
        + "\(suggestion(for: id, in: scene.items.map(\.id)))")
  }

  private func checkAnswer(
    _ answer: String, isWords: Bool, _ reference: Condition.Reference?, item: Item?, at place: Place
  ) {
    let found: Item?
    if let reference {
      found = script.scene(reference.slug)?.items.first { $0.id == reference.itemID }
    } else {
      found = item
    }
    guard let found else {
      if reference?.itemID == nil {
        diagnostics.report(
          .deadAnswer, at: place, "“chose” is about one item: name its id, [its-id](#scene).")
      }
      return
    }
    guard !unread.contains(reference?.slug ?? "") || !found.content.answers.isEmpty else { return }
    let answers = found.content.answers
    let isThere = answers.contains {
      isWords ? $0.text.plain.lowercased() == answer.lowercased() : $0.id == answer
    }
    guard !isThere else { return }
    diagnostics.report(
      .deadAnswer, at: place,
      "The item “\(found.id)” has no answer “\(answer)”"
        + (answers.isEmpty
          ? "; it has no answers that can be named."
          : "; its letters are a to \(answers.last?.id ?? "a")."))
  }

  // MARK: The story

  private func checkReach(_ reached: [StoryGraph.Node], _ loop: StoryGraph.Node?) {
    let known = Set(reached)
    for (index, scene) in drill.scenes.enumerated()
    where isLinked && unread.isEmpty && !known.contains(.scene(index)) {
      diagnostics.report(
        .unreachedScene, at: scene.place,
        "No way leads to “\(scene.title)”. Link to it from an answer or a “Next:”, or delete it.")
    }
    let place: Place?
    switch loop {
    case .scene(let index), .leave(let index): place = drill.scenes[index].place
    case .item(let scene, let item): place = drill.scenes[scene].items[item].place
    case .end, nil: place = nil
    }
    if let place {
      diagnostics.report(
        .loopingScenes, at: place,
        "A way leads from here back to here, so the drill might never end. Scenes don't loop: lead "
          + "forwards.")
    }
  }

  private func checkSituations(_ graph: StoryGraph) {
    let delays = graph.delays()
    var moments = DistantMoments()
    defer { moments.report(to: diagnostics) }
    let scenes = drill.scenes
    for sceneIndex in scenes.indices {
      let slug = scenes[sceneIndex].slug
      for (itemIndex, item) in scenes[sceneIndex].items.enumerated() {
        let minutes = delays[.item(scene: sceneIndex, item: itemIndex)] ?? [0]
        for passed in minutes.sorted() {
          let position = AttemptState.Position(scene: slug, item: item.id)
          guard let situation = script.situation(at: position, passed: passed) else { continue }
          moments.note(situation)
          guard seen.take(item, situation) else { continue }
          item.content.check(in: situation, at: item.place, diagnostics: diagnostics)
          idle.note(item.id, item.content.idleLines(in: situation))
        }
      }
    }
  }

  /// Plays the drill as somebody who knows everything: they must pass.
  private func checkPass() {
    var isKnown = true
    let state = Rehearsal(script).play { item, situation in
      let response = item.content.solution(in: situation)
      // A reply without a model answer has none; it is warned of there.
      if response == nil, item.content.isScored { isKnown = false }
      return response
    }
    guard isKnown, let state, let finished = state.finished, !finished.passed else { return }
    let why = state.results.filter { $0.points > 0 && $0.credit < .full }
      .map { "“\($0.item)” earns \($0.credit.percent) %" }.joined(separator: ", ")
    diagnostics.report(
      .unattainablePass, at: Place(file: drill.file, line: 1),
      "Even the best answers come to \(finished.score.percent) %, and \(drill.header.pass.percent) % "
        + "are needed\(finished.critical.isEmpty ? "" : "; a critical failure can't be avoided")."
        + (why.isEmpty ? "" : " \(why)."))
  }
}

extension Item {
  /// The conditions of everything that is shown before the item is answered.
  fileprivate var conditions: [Condition] {
    hints.compactMap(\.condition) + passages.compactMap(\.condition)
      + injects.compactMap(\.condition)
  }
}

extension Condition.Test {
  /// The word of a test that is about an item.
  fileprivate var itemTest: String? {
    switch self {
    case .passed: "passed"
    case .failed: "failed"
    case .timedOut: "timed out"
    case .chose(let answer, let isWords, _): "chose " + (isWords ? "\"\(answer)\"" : answer) + " in"
    case .score, .variant, .severity: nil
    }
  }
}

extension Diagnostics {
  /// Reports a scene whose link target another one has already.
  func reportTaken(_ slug: String, at place: Place, since first: Place) {
    report(
      .equalSlugs, at: place,
      "The link target “#\(slug)” is taken already (line \(first.line)). Choose another title.")
  }
}
