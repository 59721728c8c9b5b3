// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// What a drill can come to, in one of its variants.
public struct Exploration: Hashable, Sendable {
  /// At most so many situations are looked at; what lies beyond is played at random.
  public static let bound = 20_000
  /// So many players go at random where the bound was reached.
  public static let randomPlayers = 1_000

  /// The variant's name.
  public let variant: String
  /// How many situations there are: points of the story that differ in what can follow.
  public let situations: Int
  /// Whether there are more than were looked at.
  public let isCut: Bool
  /// How many different ways lead to the end; `Int.max` for more.
  public let ways: Int
  /// How many items the shortest and the longest way ask; nil where no way ends.
  public let lengths: ClosedRange<Int>?
  /// The least and the greatest score; nil where no way ends.
  public let scores: ClosedRange<Credit>?
  /// The greatest score without a critical failure; nil where none can be avoided.
  public let greatestClean: Credit?
  /// Whether a critical failure can happen.
  public let hasCritical: Bool
  /// The pass mark.
  public let pass: Credit
  /// Titles of scenes that no way enters, in file order.
  public let unreachedScenes: [String]
  /// Ids of items that no way asks, in file order.
  public let unreachedItems: [String]
  /// Ids of items at which no answer is known that leads on.
  public let deadEnds: [String]
  /// Whether a way comes back to where it was.
  public let hasLoop: Bool
  /// How far guessing gets.
  public let guessing: Guessing
  /// Where the right answers stand, and how long they are.
  public let balance: Balance

  /// Whether the drill can be passed.
  public var canPass: Bool { greatestClean.map { $0 >= pass } ?? false }

  /// Explores a drill in one variant.
  public init(_ script: Script, bound: Int = Exploration.bound) {
    var walk = StoryWalk(script, bound: bound)
    var extent = StoryExtent(walk)
    var tour = Tour(walk)
    if walk.isCut {
      for number in 0..<UInt64(Self.randomPlayers) {
        var player = RandomPlayer(script, number: number)
        guard let end = player.play(&walk) else { continue }
        extent.join(end)
        tour.join(end)
      }
    }
    let drill = script.drill
    variant = drill.variants[drill.variant]
    situations = walk.situations.count
    isCut = walk.isCut
    ways = extent.ways
    lengths = extent.lengths
    scores = extent.scores
    greatestClean = extent.mostClean
    hasCritical = extent.hasCritical
    pass = drill.header.pass
    unreachedScenes = drill.scenes.filter { !tour.scenes.contains($0.slug) }.map(\.title)
    unreachedItems = drill.scenes.flatMap { scene in
      scene.items.map { AttemptState.Position(scene: scene.slug, item: $0.id) }
    }.filter { !tour.items.contains($0) }.map(\.item)
    deadEnds = tour.deadEnds
    hasLoop = extent.hasLoop || tour.hasLoop
    guessing = Guessing(script)
    balance = Balance(script)
  }
}

/// Where the ways of a walk went.
private struct Tour {
  var scenes: Set<String>
  var items: Set<AttemptState.Position>
  var deadEnds: [String]
  var hasLoop = false

  init(_ walk: StoryWalk) {
    scenes = walk.entered
    items = Set(walk.situations.compactMap(\.key.position))
    let stuck = walk.situations.filter { $0.key.position != nil && $0.wasLeft && $0.steps.isEmpty }
    deadEnds = Array(Set(stuck.compactMap(\.key.position?.item))).sorted()
    for situation in walk.situations { noteLoop(situation.state) }
  }

  mutating func join(_ end: AttemptState) {
    scenes.formUnion(end.entered)
    items.formUnion(end.results.map { .init(scene: $0.scene, item: $0.item) })
    noteLoop(end)
  }

  private mutating func noteLoop(_ state: AttemptState) {
    hasLoop = hasLoop || Set(state.entered).count < state.entered.count
  }
}
