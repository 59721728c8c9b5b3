// SPDX-License-Identifier: GPL-3.0-or-later

/// Checks a drill as a whole, once its text was read: links, references, the story, and every
/// answer that a policy decides, for each variant and each clock that can be reached.
struct DrillCheck {
  let script: Script
  /// All policies of the library, to tell a policy that is missing from one that is not listed.
  let library: PolicyBook
  let diagnostics: Diagnostics
  /// Foreseen lines that nothing could ever lead to, over all variants.
  let idle: IdleLines

  private var drill: Drill { script.drill }

  func run() {
    checkNames()
    checkFacts()
    for passage in drill.opening + drill.debrief { check(passage.condition) }
    for scene in drill.scenes { checkScene(scene) }
    let graph = StoryGraph(script)
    let (reached, loop) = graph.walk()
    checkReach(reached, loop)
    checkSituations(graph)
    if loop == nil, !diagnostics.hasErrors { checkPass() }
  }

  // MARK: Names

  private func checkNames() {
    var slugs: [String: Place] = [:]
    var ids: [String: Place] = [:]
    for scene in drill.scenes {
      if let flaw = Slug.flaw(of: scene.title) {
        diagnostics.report(
          .badTitle, at: scene.place,
          "The title \(flaw); forges make different link targets of that. Use letters, digits and "
            + "single spaces.")
      }
      if let first = slugs[scene.slug] ?? (scene.slug == Flow.endSlug ? scene.place : nil) {
        diagnostics.report(
          .equalSlugs, at: scene.place,
          "The link target “#\(scene.slug)” is taken already (line \(first.line)). Choose another title.")
      }
      slugs[scene.slug] = scene.place
      for item in scene.items {
        if let first = ids[item.id] {
          diagnostics.report(
            .equalIDs, at: item.place,
            "The id “\(item.id)” stands at line \(first.line) already. Records could not tell the two apart.")
        }
        ids[item.id] = item.place
      }
    }
  }

  // MARK: Facts

  private func checkFacts() {
    script.policies.check(drill.facts, diagnostics: diagnostics)
    for scene in drill.scenes {
      script.policies.check(scene.facts, diagnostics: diagnostics)
      for item in scene.items {
        script.policies.check(item.facts, diagnostics: diagnostics)
        _ = script.clock(of: item, in: scene, passed: 0, diagnostics: diagnostics)
      }
    }
  }

  // MARK: References

  private func checkScene(_ scene: Scene) {
    check(scene.condition)
    for passage in scene.narration { check(passage.condition) }
    check(scene.next)
    for item in scene.items {
      check(item.condition)
      for condition in item.conditionsBefore { check(condition) }
      for passage in item.feedback { check(passage.condition, item: item) }
      check(item.next, item: item)
      for target in item.content.targets { checkScene(target.slug, at: target.place) }
      if let competency = item.settings.competency {
        checkCompetency(competency, at: item.place)
      }
    }
  }

  private func check(_ rules: [NextRule], item: Item? = nil) {
    for rule in rules {
      check(rule.condition, item: item)
      if case .scene(let slug) = rule.target { checkScene(slug, at: rule.place) }
    }
  }

  private func checkScene(_ slug: String, at place: Place) {
    guard slug != Flow.endSlug, script.scene(slug) == nil else { return }
    diagnostics.report(
      .deadScene, at: place,
      "No scene has the link target “#\(slug)”.\(suggestion(for: slug, in: drill.scenes.map(\.slug)))")
  }

  private func checkCompetency(_ name: String, at place: Place) {
    let known = drill.header.competencies
    guard !known.contains(name) else { return }
    diagnostics.report(
      .wordNotInCurriculum, at: place,
      "The competency “\(name)” is not in the drill's front matter."
        + "\(suggestion(for: name, in: known)) Add it there, or choose one of \(known.joined(separator: ", ")).")
  }

  /// Checks a condition; `item` is the one that was answered, where there is one.
  private func check(_ condition: Condition?, item: Item? = nil) {
    guard let condition else { return }
    for term in condition.terms {
      if let reference = term.test.reference { check(reference, at: condition.place) }
      if item == nil, let event = term.test.unreferencedEvent {
        diagnostics.report(
          .badCondition, at: condition.place,
          "Here no item was answered yet that “\(event)” could be about. Name one: "
            + "\(event) [its-id](#scene).")
      }
      switch term.test {
      case .chose(let answer, let isWords, let reference):
        checkAnswer(answer, isWords: isWords, reference, item: item, at: condition.place)
      case .variant(let name):
        guard !drill.variants.contains(where: { $0.lowercased() == name.lowercased() }) else { break }
        diagnostics.report(
          .badCondition, at: condition.place,
          "No variant is called “\(name)”.\(suggestion(for: name, in: drill.variants)) "
            + "There are \(drill.variants.joined(separator: ", ")).")
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
    guard let scene = script.scene(reference.slug) else {
      checkScene(reference.slug, at: place)
      return
    }
    if scene.place > place {
      diagnostics.report(
        .backwardReference, at: place,
        "“\(scene.title)” comes later in the file, so the employee has usually not met it here.")
    }
    guard let id = reference.itemID, !scene.items.contains(where: { $0.id == id }) else { return }
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
    let answers = found.content.answers
    let isThere = answers.contains {
      isWords ? $0.text.plain.lowercased() == answer.lowercased() : $0.id == answer
    }
    guard !isThere else { return }
    diagnostics.report(
      .deadAnswer, at: place,
      "The item “\(found.id)” has no answer “\(answer)”"
        + (answers.isEmpty
          ? "; it has no answers that can be named." : "; its letters are a to \(answers.last?.id ?? "a")."))
  }

  // MARK: The story

  private func checkReach(_ reached: [StoryGraph.Node], _ loop: StoryGraph.Node?) {
    let known = Set(reached)
    for (index, scene) in drill.scenes.enumerated() where !known.contains(.scene(index)) {
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
    for (sceneIndex, scene) in drill.scenes.enumerated() {
      for (itemIndex, item) in scene.items.enumerated() {
        let minutes = delays[.item(scene: sceneIndex, item: itemIndex)] ?? [0]
        for passed in minutes.sorted() {
          let position = AttemptState.Position(scene: scene.slug, item: item.id)
          guard let situation = script.situation(at: position, passed: passed) else { continue }
          item.content.check(in: situation, at: item.place, diagnostics: diagnostics)
          idle.note(item.id, item.content.idleLines(in: situation))
        }
      }
    }
  }

  /// Plays the drill as somebody who knows everything: they must pass.
  private func checkPass() {
    guard let state = Rehearsal(script).play(), let finished = state.finished else { return }
    guard !finished.passed else { return }
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
  /// The conditions of what the item shows before it is answered.
  fileprivate var conditionsBefore: [Condition] {
    hints.compactMap(\.condition) + passages.compactMap(\.condition)
      + injects.compactMap(\.condition)
  }
}

extension Condition.Test {
  /// The words of an event that names no item, and so is about the one just answered.
  fileprivate var unreferencedEvent: String? {
    switch self {
    case .passed(nil): "passed"
    case .failed(nil): "failed"
    case .timedOut(nil): "timed out"
    default: nil
    }
  }
}
