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
  /// What can follow each place: it is asked for many times.
  private var following: [Node: [Node]] = [:]

  init(_ script: Script) {
    self.script = script
    for (sceneIndex, scene) in script.drill.scenes.enumerated() {
      var places: [Node] = [.scene(sceneIndex), .leave(sceneIndex)]
      places += scene.items.indices.map { .item(scene: sceneIndex, item: $0) }
      for place in places { following[place] = findSuccessors(of: place) }
    }
  }

  private var scenes: [Scene] { script.drill.scenes }

  /// Where a story begins.
  var start: Node {
    scenes.firstIndex { !$0.isDetour }.map { .scene($0) } ?? .end
  }

  /// What can follow a place.
  func successors(of node: Node) -> [Node] { following[node] ?? [] }

  private func findSuccessors(of node: Node) -> [Node] {
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
    let items = scenes.map { $0.items.map(\.content.delays) }
    // Where no answer takes time, all is asked at once.
    if items.allSatisfy({ $0.allSatisfy(\.isEmpty) }) {
      return Dictionary(uniqueKeysWithValues: walk().reached.map { ($0, [0]) })
    }
    var delays: [Node: Set<Int>] = [start: [0]]
    var queue = [start]
    while let node = queue.popLast() {
      var minutes = delays[node] ?? []
      if case .item(let scene, let item) = node {
        let own = items[scene][item]
        if !own.isEmpty {
          minutes.formUnion(minutes.flatMap { before in own.map { before + $0 } })
        }
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
