// SPDX-License-Identifier: GPL-3.0-or-later

/// What results add up to: whole numbers, so that their order does not matter.
public struct Score: Hashable, Sendable {
  /// Credit times points, in basis points.
  public private(set) var earned = 0
  /// Points met.
  public private(set) var points = 0
  /// Critical failures.
  public private(set) var critical: [CriticalFailure] = []

  /// The score of some results.
  public init(_ results: some Collection<AttemptState.Result> = []) {
    // By index: results that are counted only are not copied.
    for index in results.indices { add(results[index]) }
  }

  /// Counts one more result.
  public mutating func add(_ result: AttemptState.Result) {
    earned = earned.saturatingSum(result.credit.rawValue.saturatingProduct(result.points))
    points = points.saturatingSum(result.points)
    critical += result.critical
  }

  /// The share of the points met; nil where none were.
  public var share: Credit? {
    points > 0 ? Credit(clamping: roundedHalfToEven(earned, over: points)) : nil
  }

  /// Whether it passes a mark: the share reaches it and nothing critical happened.
  public func passes(_ mark: Credit) -> Bool {
    (share ?? .full) >= mark && critical.isEmpty
  }
}

extension AttemptState {
  /// The score so far.
  public var score: Score { Score(results) }

  /// Scores by competency, in alphabetical order; items without one are not among them.
  public var competencies: [(name: String, score: Score)] {
    Dictionary(grouping: results.filter { $0.points > 0 && $0.competency != nil }) {
      $0.competency ?? ""
    }
    .map { ($0.key, Score($0.value)) }
    .sorted { $0.0 < $1.0 }
  }
}
