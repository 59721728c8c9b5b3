// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// The ways while they are gathered.
struct WayDraft {
  private struct Way: Hashable {
    let from: String
    let to: String
  }

  /// What led along a way at one item.
  private struct Answers {
    var letters: Set<String> = []
    var credits: Set<Credit> = []
    var timesOut = false
    var isCritical: Bool = true
  }

  private let script: Script
  private var ways: [Way: [AttemptState.Position: Answers]] = [:]
  /// How many different scenes an item leads to: where it is one, its answers need no names.
  private var targets: [AttemptState.Position: Set<String>] = [:]
  private var letterCredits: [AttemptState.Position: [String: (credit: Credit, fails: Bool)]] = [:]

  init(_ script: Script) { self.script = script }

  mutating func take(_ situation: StoryWalk.Situation, in walk: StoryWalk) {
    guard let position = situation.key.position else { return }
    if situation.state.results.isEmpty, situation.state.earlierTries == 0 {
      enter(situation.state.entered, from: "", at: position, nil)
    }
    for step in situation.steps where step.isFinal {
      var path = step.entered
      if walk.situations[step.target].key.position == nil { path.append(StoryMap.end) }
      // What stays in its scene is no way to another.
      guard let first = path.first else { continue }
      targets[position, default: []].insert(first)
      enter(path, from: position.scene, at: position, step)
    }
  }

  private mutating func enter(
    _ path: [String], from start: String, at position: AttemptState.Position,
    _ step: StoryWalk.Step?
  ) {
    var from = start
    for (index, scene) in path.enumerated() {
      var answers = ways[Way(from: from, to: scene)]?[position] ?? Answers()
      if let step, index == 0 { note(step, at: position, &answers) }
      if step == nil || index > 0 { answers.isCritical = false }
      ways[Way(from: from, to: scene), default: [:]][position] = answers
      from = scene
    }
  }

  private mutating func note(
    _ step: StoryWalk.Step, at position: AttemptState.Position, _ answers: inout Answers
  ) {
    answers.credits.insert(step.credit)
    answers.isCritical = answers.isCritical && step.isCritical
    switch step.input {
    case .answer(.choices(let letters), _) where letters.count == 1 && picksOne(at: position):
      answers.letters.insert(letters[0])
      letterCredits[position, default: [:]][letters[0]] = (step.credit, step.isCritical)
    case .timeOut: answers.timesOut = true
    default: break
    }
  }

  /// Whether one of several answers is picked, so that a letter names what was done.
  private func picksOne(at position: AttemptState.Position) -> Bool {
    guard let item = script.item(at: position),
      let situation = script.situation(at: position, passed: 0),
      case .choices(let choices) = item.content.shape(in: situation), case .one = choices.selection
    else { return false }
    return true
  }

  func edges(in order: [String]) -> [StoryMap.Edge] {
    let places = Dictionary(
      uniqueKeysWithValues: ([""] + order + [StoryMap.end]).enumerated().map { ($1, $0) })
    return ways.map { way, items in
      StoryMap.Edge(
        from: way.from, to: way.to, lines: lines(items, along: way),
        isCritical: items.values.allSatisfy(\.isCritical))
    }
    .sorted {
      (places[$0.from] ?? 0, places[$0.to] ?? 0, $0.lines.first ?? "")
        < (places[$1.from] ?? 0, places[$1.to] ?? 0, $1.lines.first ?? "")
    }
  }

  private func lines(
    _ items: [AttemptState.Position: Answers], along way: Way
  ) -> [String] {
    items.filter { !$0.value.credits.isEmpty }
      .sorted { order(of: $0.key) < order(of: $1.key) }
      .compactMap { position, answers in
        if !decides(position, along: way), let words = condition(along: way) { return words }
        guard let item = script.item(at: position) else { return nil }
        let credits = answers.credits.sorted()
        let range = Self.range(credits, isScored: item.content.isScored)
        // Where all answers lead the same way, what they earn is all there is to say.
        guard targets[position]?.count ?? 0 > 1 else { return range }
        var names = answers.letters.sorted().map { letter -> String in
          let known = letterCredits[position]?[letter]
          let mark = known?.fails == true ? " fails" : ""
          return item.content.isScored
            ? "\(letter) \(known?.credit.percent ?? "0") %\(mark)" : letter + mark
        }
        if answers.timesOut { names.append("time out") }
        let list = names.isEmpty ? range : names.joined(separator: ", ")
        return list.map { "\(item.id): \($0)" } ?? item.id
      }
  }

  /// Whether the answer given at an item tells this way from the others that lead from there.
  private func decides(_ position: AttemptState.Position, along way: Way) -> Bool {
    let others = ways.filter { $0.key.from == way.from && $0.key != way }
      .compactMap { $0.value[position] }
    guard !others.isEmpty, let own = ways[way]?[position] else { return true }
    return others.contains { $0.letters != own.letters || $0.credits != own.credits }
  }

  /// What must have happened before for a way to be taken, in words.
  private func condition(along way: Way) -> String? {
    let rules = script.scene(way.from)?.next ?? []
    if let rule = rules.first(where: { $0.target == .scene(way.to) }) {
      return rule.condition?.words ?? "otherwise"
    }
    return script.scene(way.to)?.condition?.words ?? "otherwise"
  }

  private func order(of position: AttemptState.Position) -> Int {
    var index = 0
    for scene in script.drill.scenes {
      for item in scene.items {
        if scene.slug == position.scene, item.id == position.item { return index }
        index += 1
      }
    }
    return index
  }

  /// `0 to 100 %`; nil where nothing is scored.
  private static func range(_ credits: [Credit], isScored: Bool) -> String? {
    guard isScored, let low = credits.first, let high = credits.last else { return nil }
    return low == high ? "\(low.percent) %" : "\(low.percent) to \(high.percent) %"
  }
}
