// SPDX-License-Identifier: GPL-3.0-or-later

/// Every way that a story could take, conditions left open: what can follow what.
struct StoryGraph {
  /// A place in the story.
  enum Node: Hashable {
    /// A scene is entered.
    case scene(Int)
    /// An item is asked.
    case item(scene: Int, item: Int)
    /// A scene is left.
    case leave(Int)
    case end
  }

  private let script: Script
  /// Every place: of each scene that it is entered, that it is left, and its items; then the end.
  private var nodes: [Node] = []
  /// The number of each scene's first place.
  private var firsts: [Int] = []
  /// The numbers of the places that can follow each place.
  private var following: [[Int]] = []

  init(_ script: Script) {
    self.script = script
    for (sceneIndex, scene) in script.drill.scenes.enumerated() {
      firsts.append(nodes.count)
      nodes += [.scene(sceneIndex), .leave(sceneIndex)]
      nodes += scene.items.indices.map { .item(scene: sceneIndex, item: $0) }
    }
    nodes.append(.end)
    following = nodes.map { successors(of: $0).map(number) }
  }

  private var scenes: [Scene] { script.drill.scenes }

  private func number(of node: Node) -> Int {
    switch node {
    case .scene(let index): firsts[index]
    case .leave(let index): firsts[index] + 1
    case .item(let scene, let item): firsts[scene] + 2 + item
    case .end: nodes.count - 1
    }
  }

  /// Where a story begins.
  private var start: Int {
    number(of: scenes.firstIndex { !$0.isDetour }.map { .scene($0) } ?? .end)
  }

  /// What can follow a place.
  private func successors(of node: Node) -> [Node] {
    switch node {
    case .end: return []
    case .scene(let index):
      let isCertain = scenes[index].condition == nil
      return items(of: index, from: 0) + (isCertain ? [] : [sceneFollowing(index)])
    case .item(let sceneIndex, let itemIndex):
      let item = scenes[sceneIndex].items[itemIndex]
      let answers = item.content.targets.map { self.node(of: $0.slug) }
      // Where every answer leads somewhere of its own, nothing else can follow.
      let ends = item.content.answers.count + (item.settings.within == nil ? 0 : 1)
      if !answers.isEmpty, answers.count >= ends { return answers }
      return answers + rules(item.next) { items(of: sceneIndex, from: itemIndex + 1) }
    case .leave(let index):
      return rules(scenes[index].next) { [sceneFollowing(index)] }
    }
  }

  private func node(of slug: String) -> Node {
    script.sceneIndex(slug).map { .scene($0) } ?? .end
  }

  private func rules(_ rules: [NextRule], otherwise: () -> [Node]) -> [Node] {
    var nodes: [Node] = []
    for rule in rules {
      switch rule.target {
      case .scene(let slug): nodes.append(node(of: slug))
      case .goOn: nodes += otherwise()
      }
      if rule.condition == nil { return nodes }
    }
    return nodes + otherwise()
  }

  private func items(of scene: Int, from start: Int) -> [Node] {
    var nodes: [Node] = []
    let all = scenes[scene].items
    for index in all.indices.dropFirst(start) {
      nodes.append(.item(scene: scene, item: index))
      if all[index].condition == nil { return nodes }
    }
    return nodes + [.leave(scene)]
  }

  private func sceneFollowing(_ index: Int) -> Node {
    scenes.indices.dropFirst(index + 1).first { !scenes[$0].isDetour }
      .map { .scene($0) } ?? .end
  }

  /// Places that can be reached, in the order of a walk; and a place at which a way comes back to
  /// itself, if one does.
  func walk() -> (reached: [Node], loop: Node?) {
    enum Visit { case unseen, open, done }
    var visits = [Visit](repeating: .unseen, count: nodes.count)
    var reached: [Node] = []
    var loop: Node?
    var stack: [(node: Int, next: Int)] = []
    func enter(_ node: Int) {
      visits[node] = .open
      reached.append(nodes[node])
      stack.append((node, 0))
    }
    enter(start)
    while let (node, index) = stack.last {
      guard index < following[node].count else {
        visits[node] = .done
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].next += 1
      let next = following[node][index]
      switch visits[next] {
      case .unseen: enter(next)
      case .open: loop = loop ?? nodes[next]
      case .done: break
      }
    }
    return (reached, loop)
  }

  /// Scenario minutes that can have passed when each place is reached; at most `limit` a place.
  func delays(limit: Int = 64) -> [Node: Set<Int>] {
    let own = nodes.map { node -> Set<Int> in
      guard case .item(let scene, let item) = node else { return [] }
      return scenes[scene].items[item].content.delays.subtracting([0])
    }
    // Where no answer takes time, none has passed anywhere.
    if own.allSatisfy(\.isEmpty) {
      return Dictionary(uniqueKeysWithValues: walk().reached.map { ($0, [0]) })
    }
    var delays = [Set<Int>](repeating: [], count: nodes.count)
    delays[start] = [0]
    var queue = [start]
    while let node = queue.popLast() {
      var minutes = delays[node]
      if !own[node].isEmpty {
        minutes.formUnion(minutes.flatMap { before in own[node].map { before + $0 } })
      }
      for next in following[node] {
        let more = minutes.subtracting(delays[next]).sorted()
          .prefix(limit - delays[next].count)
        guard !more.isEmpty else { continue }
        delays[next].formUnion(more)
        queue.append(next)
      }
    }
    return Dictionary(
      uniqueKeysWithValues: zip(nodes, delays).filter { !$0.1.isEmpty })
  }
}
