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

  private let drill: Drill
  private let slugs: [String: Int]

  init(_ script: Script) {
    drill = script.drill
    var slugs: [String: Int] = [:]
    for (index, scene) in script.drill.scenes.enumerated() where slugs[scene.slug] == nil {
      slugs[scene.slug] = index
    }
    self.slugs = slugs
  }

  /// Where a story begins.
  var start: Node {
    drill.scenes.firstIndex { !$0.isDetour }.map { .scene($0) } ?? .end
  }

  /// What can follow a place.
  func successors(of node: Node) -> [Node] {
    switch node {
    case .end: return []
    case .scene(let index):
      let scene = drill.scenes[index]
      return items(of: index, from: 0) + (scene.condition == nil ? [] : [following(index)])
    case .item(let sceneIndex, let itemIndex):
      let item = drill.scenes[sceneIndex].items[itemIndex]
      let answers = item.content.targets.map { self.node(of: $0.slug) }
      // Where every answer leads somewhere of its own, nothing else can follow.
      let ends = item.content.answers.count + (item.settings.within == nil ? 0 : 1)
      if !answers.isEmpty, answers.count >= ends { return answers }
      return answers + rules(item.next) { items(of: sceneIndex, from: itemIndex + 1) }
    case .leave(let index):
      return rules(drill.scenes[index].next) { [following(index)] }
    }
  }

  private func node(of slug: String) -> Node { slugs[slug].map { .scene($0) } ?? .end }

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
    let all = drill.scenes[scene].items
    for index in all.indices.dropFirst(start) {
      nodes.append(.item(scene: scene, item: index))
      if all[index].condition == nil { return nodes }
    }
    return nodes + [.leave(scene)]
  }

  private func following(_ index: Int) -> Node {
    drill.scenes.indices.dropFirst(index + 1).first { !drill.scenes[$0].isDetour }
      .map { .scene($0) } ?? .end
  }

  /// Places that can be reached, in the order of a walk; and a place at which a way comes back to
  /// itself, if one does.
  func walk() -> (reached: [Node], loop: Node?) {
    enum Visit { case open, done }
    var visits: [Node: Visit] = [:]
    var reached: [Node] = []
    var loop: Node?
    var stack: [(node: Node, rest: ArraySlice<Node>)] = []
    func enter(_ node: Node) {
      visits[node] = .open
      reached.append(node)
      stack.append((node, successors(of: node)[...]))
    }
    enter(start)
    while let top = stack.last {
      guard let next = top.rest.first else {
        visits[top.node] = .done
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].rest.removeFirst()
      switch visits[next] {
      case nil: enter(next)
      case .open: loop = loop ?? next
      case .done: break
      }
    }
    return (reached, loop)
  }

  /// Scenario minutes that can have passed when each item is asked; at most `limit` an item.
  func delays(limit: Int = 64) -> [Node: Set<Int>] {
    var delays: [Node: Set<Int>] = [start: [0]]
    var queue = [start]
    while let node = queue.popLast() {
      var minutes = delays[node] ?? []
      if case .item(let scene, let item) = node {
        let own = drill.scenes[scene].items[item].content.delays
        minutes.formUnion(minutes.flatMap { before in own.map { before + $0 } })
      }
      for next in successors(of: node) {
        let known = delays[next] ?? []
        let more = minutes.subtracting(known).sorted().prefix(limit - known.count)
        guard !more.isEmpty else { continue }
        delays[next] = known.union(more)
        queue.append(next)
      }
    }
    return delays
  }
}
