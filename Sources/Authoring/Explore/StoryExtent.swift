// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// What can be reached along the ways of a walk: scores, lengths, and whether a way comes back to
/// itself.
struct StoryExtent {
  /// What the ways that meet in one situation had come to by then.
  private struct Reach {
    var least: Int
    var most: Int
    /// The most without a critical failure; nil where none of the ways avoided one.
    var mostClean: Int?
    var shortest: Int
    var longest: Int
    var ways: Int

    static let start = Reach(
      least: 0, most: 0, mostClean: 0, shortest: 0, longest: 0, ways: 1)

    func after(_ step: StoryWalk.Step) -> Reach {
      Reach(
        least: least + step.earned, most: most + step.earned,
        mostClean: step.isCritical ? nil : mostClean.map { $0 + step.earned },
        shortest: shortest + (step.isFinal ? 1 : 0), longest: longest + (step.isFinal ? 1 : 0),
        ways: ways)
    }

    mutating func join(_ other: Reach) {
      least = min(least, other.least)
      most = max(most, other.most)
      mostClean = [mostClean, other.mostClean].compactMap { $0 }.max()
      shortest = min(shortest, other.shortest)
      longest = max(longest, other.longest)
      let (sum, isOver) = ways.addingReportingOverflow(other.ways)
      ways = isOver ? .max : sum
    }
  }

  /// The least and the greatest score.
  private(set) var scores: ClosedRange<Credit>?
  /// The greatest score of a way without a critical failure; nil where none avoids one.
  private(set) var mostClean: Credit?
  /// Whether a way meets a critical failure.
  private(set) var hasCritical = false
  /// How many items the shortest and the longest way ask.
  private(set) var lengths: ClosedRange<Int>?
  /// How many different ways there are; `Int.max` for more.
  private(set) var ways = 0
  /// Whether a way comes back to where it was.
  private(set) var hasLoop = false

  /// What a walk can come to.
  init(_ walk: StoryWalk) {
    let order = Self.order(walk.situations)
    hasLoop = order.count < walk.situations.count
    var reached: [Int: Reach] = walk.situations.isEmpty ? [:] : [0: .start]
    for index in order {
      guard let reach = reached[index] else { continue }
      let situation = walk.situations[index]
      if situation.key.position == nil { end(reach, points: situation.key.points) }
      for step in situation.steps {
        hasCritical = hasCritical || step.isCritical
        let next = reach.after(step)
        if reached[step.target]?.join(next) == nil { reached[step.target] = next }
      }
      reached[index] = nil
    }
  }

  /// Takes a way that was played to its end outside of the walk.
  mutating func join(_ end: AttemptState) {
    let score = end.score
    let isClean = score.critical.isEmpty
    hasCritical = hasCritical || !isClean
    let length = end.results.count
    self.end(
      Reach(
        least: score.earned, most: score.earned, mostClean: isClean ? score.earned : nil,
        shortest: length, longest: length, ways: 0),
      points: score.points)
  }

  private mutating func end(_ reach: Reach, points: Int) {
    let share = { (earned: Int) in points > 0 ? Credit(earned, of: points * 10_000) : .full }
    let (low, high) = (share(reach.least), share(reach.most))
    scores = min(scores?.lowerBound ?? low, low)...max(scores?.upperBound ?? high, high)
    if let clean = reach.mostClean.map(share) { mostClean = max(mostClean ?? clean, clean) }
    let (short, long) = (lengths?.lowerBound ?? reach.shortest, lengths?.upperBound ?? 0)
    lengths = min(short, reach.shortest)...max(long, reach.longest)
    let (sum, isOver) = ways.addingReportingOverflow(reach.ways)
    ways = isOver ? .max : sum
  }

  /// The situations, each after all that lead to it (Kahn 1962); those of a loop and after it are
  /// left out.
  private static func order(_ situations: [StoryWalk.Situation]) -> [Int] {
    var before = [Int](repeating: 0, count: situations.count)
    for situation in situations {
      for step in situation.steps { before[step.target] += 1 }
    }
    var ready = before.indices.filter { before[$0] == 0 }
    var order: [Int] = []
    while let index = ready.popLast() {
      order.append(index)
      for step in situations[index].steps {
        before[step.target] -= 1
        if before[step.target] == 0 { ready.append(step.target) }
      }
    }
    return order
  }
}
