// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// The scenes of a drill and the ways between them, as its answers lead.
public struct StoryMap: Hashable, Sendable {
  /// A scene, or the end.
  public struct Node: Hashable, Sendable {
    /// The scene's slug; `end` for the end.
    public let slug: String
    /// The title.
    public let title: String
    /// What is asked: how many items for how many points; empty where nothing is.
    public let detail: String
    /// Whether only a link leads there.
    public let isDetour: Bool
    /// Whether any answer leads there.
    public let isReached: Bool
  }

  /// A way from a scene to another.
  public struct Edge: Hashable, Sendable {
    /// The slug where it begins; empty for the start.
    public let from: String
    /// The slug where it leads.
    public let to: String
    /// The answers that lead there and what they earn, a line an item.
    public let lines: [String]
    /// Whether every answer that leads there is a critical failure.
    public let isCritical: Bool
  }

  /// The drill's title.
  public let title: String
  /// The scenes in file order, then the end.
  public let nodes: [Node]
  /// The ways, in the order of their scenes.
  public let edges: [Edge]

  /// The slug of the end.
  static let end = "end"

  /// The map of a drill in one variant.
  public init(_ script: Script, bound: Int = Exploration.bound) {
    let drill = script.drill
    let walk = StoryWalk(script, bound: bound)
    var draft = WayDraft(script)
    for situation in walk.situations { draft.take(situation, in: walk) }
    title = drill.header.title
    let reached = walk.entered
    nodes =
      drill.scenes.map { scene in
        Node(
          slug: scene.slug, title: scene.title, detail: Self.detail(scene),
          isDetour: scene.isDetour, isReached: reached.contains(scene.slug))
      } + [Node(slug: Self.end, title: "End", detail: "", isDetour: false, isReached: true)]
    edges = draft.edges(in: drill.scenes.map(\.slug))
  }

  /// A map from its parts.
  init(title: String, nodes: [Node], edges: [Edge]) {
    self.title = title
    self.nodes = nodes
    self.edges = edges
  }

  private static func detail(_ scene: Scene) -> String {
    let count = scene.items.count
    guard count > 0 else { return "" }
    let points = scene.items.filter(\.content.isScored).map(\.settings.points).reduce(0, +)
    let items = count == 1 ? scene.items[0].verb : "\(count) items"
    return "\(items), \(points) \(points == 1 ? "point" : "points")"
  }
}
