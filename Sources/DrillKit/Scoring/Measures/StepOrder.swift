// SPDX-License-Identifier: GPL-3.0-or-later

/// Steps in their right order, numbered from 0, against which an employee's order is measured.
public struct StepOrder: Hashable, Sendable {
  /// A step that must stand before another, whatever else is right.
  public struct Gate: Hashable, Sendable {
    /// The step that must come first.
    public let first: Int
    /// The step that must not come before it.
    public let then: Int

    /// A gate between two steps, by number.
    public init(_ first: Int, before then: Int) {
      self.first = first
      self.then = then
    }
  }

  /// How many steps there are.
  public let count: Int
  /// Steps that may stand anywhere.
  public let free: Set<Int>
  /// Pairs whose order decides all.
  public let gates: [Gate]

  /// An order of so many steps, at least one.
  public init(count: Int, free: Set<Int> = [], gates: [Gate] = []) {
    self.count = max(count, 1)
    self.free = free
    self.gates = gates
  }

  /// Measures an order of step numbers; a step named twice counts where it stands first, and an
  /// unknown one is left out.
  public func judge(_ response: [Int]) -> StepOrderJudgement {
    var places = [Int?](repeating: nil, count: count)
    var given: [Int] = []
    for step in response where (0..<count).contains(step) && places[step] == nil {
      places[step] = given.count
      given.append(step)
    }
    let fixed = (0..<count).filter { !free.contains($0) }
    var right = 0
    for (index, later) in fixed.enumerated() {
      guard let place = places[later] else { continue }
      right += fixed[..<index].count { (places[$0] ?? Int.max) < place }
    }
    let broken = gates.filter { gate in
      guard (0..<count).contains(gate.first), (0..<count).contains(gate.then),
        let then = places[gate.then]
      else { return false }
      return (places[gate.first] ?? Int.max) > then
    }
    return StepOrderJudgement(
      pairsRight: right, pairsFixed: fixed.count * (fixed.count - 1) / 2,
      placed: given.count, count: count, brokenGates: broken, moves: moves(from: given))
  }

  /// The longest run of the given steps that already is in order, not necessarily side by side:
  /// the longest common subsequence with the key, free steps left out. Of several the one whose
  /// steps stand first.
  func longestRun(in given: [Int]) -> [Int] {
    let steps = given.filter { !free.contains($0) }
    var lengths = [Int](repeating: 1, count: steps.count)
    // From the back, so that following the first best successor gives the earliest run.
    for place in steps.indices.reversed() {
      for next in steps.indices.dropFirst(place + 1) where steps[next] > steps[place] {
        lengths[place] = max(lengths[place], lengths[next] + 1)
      }
    }
    var run: [Int] = []
    var wanted = lengths.max() ?? 0
    for place in steps.indices where lengths[place] == wanted && wanted > 0 {
      if let last = run.last, steps[place] < last { continue }
      run.append(steps[place])
      wanted -= 1
    }
    return run
  }

  /// The fewest moves that put the given steps right: all but the longest run move.
  private func moves(from given: [Int]) -> [StepMove] {
    let run = longestRun(in: given)
    let kept = Set(run)
    let fixed = (0..<count).filter { !free.contains($0) }
    return fixed.enumerated().compactMap { index, step in
      guard !kept.contains(step) else { return nil }
      let after = index > 0 ? fixed[index - 1] : nil
      guard let place = given.firstIndex(of: step) else {
        return StepMove(step: step, from: nil, direction: .add, after: after)
      }
      // Some kept step stands on the wrong side, or this one would be in the run.
      let isTooLate = given[..<place].contains { kept.contains($0) && $0 > step }
      return StepMove(
        step: step, from: place + 1, direction: isTooLate ? .up : .down, after: after)
    }
  }
}

/// One correction of an order: what moves, which way, and to right after which step.
public struct StepMove: Hashable, Sendable {
  /// Which way a step moves.
  public enum Direction: String, Hashable, Codable, Sendable {
    /// To an earlier place.
    case up
    /// To a later place.
    case down
    /// It was left out and comes in.
    case add
  }

  /// The step, by its number in the key.
  public let step: Int
  /// The place that it was given, from 1; nil where it was left out.
  public let from: Int?
  /// Which way it moves.
  public let direction: Direction
  /// The step that it comes right after, free steps aside; nil at the start.
  public let after: Int?
}

/// What an order of steps is worth, and what would put it right.
public struct StepOrderJudgement: Hashable, Sendable {
  /// Pairs of the key that stand in the right order; a pair with a missing step does not.
  public let pairsRight: Int
  /// Pairs whose order the key fixes.
  public let pairsFixed: Int
  /// How many of the steps were placed.
  public let placed: Int
  /// How many steps there are.
  public let count: Int
  /// The gates that were broken, in the key's order.
  public let brokenGates: [StepOrder.Gate]
  /// The fewest moves that put the order right, by the key's order.
  public let moves: [StepMove]

  /// Kendall's τ (M. G. Kendall 1938) in basis points, −10,000…10,000: 2C/P − 1, C the pairs
  /// that stand right and P those that the key fixes; nil where it fixes none.
  public var tau: Int? {
    guard pairsFixed > 0 else { return nil }
    return roundedHalfToEven(10_000 * (2 * pairsRight - pairsFixed), over: pairsFixed)
  }

  /// max(0, τ), and nothing once a gate is broken. Where the key fixes no pair, the part of the
  /// steps that was placed.
  public var share: Share {
    if !brokenGates.isEmpty { return .none }
    if pairsFixed == 0 { return Share(placed, of: count) }
    return Share(2 * pairsRight - pairsFixed, of: pairsFixed)
  }
}
