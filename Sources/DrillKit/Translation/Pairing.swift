// SPDX-License-Identifier: GPL-3.0-or-later

/// Pairs two lists whose order is the same, though parts of either may be missing in the other.
struct Pairing {
  /// Indices of pairs, and of what stands alone, in order.
  let pairs: [(Int?, Int?)]
  /// What was paired and may as well be what the other list lacks: the texts tell too little.
  private(set) var doubtful: (a: [Int], b: [Int]) = ([], [])

  /// Beyond so many comparisons two lists are paired from their beginnings.
  private static let most = 62_500
  /// What a pair counts for, whatever it is alike in: as many as possible are paired.
  private static let pair = 1_000_000
  /// A way to pair that is worse by less may be the right one.
  private static let doubt = 20

  /// As many pairs of equal keys as there can be, and of all such ways to pair the one whose pairs are
  /// most alike in their traits, which are asked for where the keys do not say it all.
  init<Key: Equatable>(
    _ a: [Key], _ b: [Key], traits: (() -> (a: [TranslationTraits], b: [TranslationTraits]))? = nil
  ) {
    guard a != b, a.count * b.count <= Self.most else {
      pairs = Self.inOrder(a.count, b.count)
      return
    }
    let traits = traits.map { $0() }.map { TranslationTraits.comparable($0.a, $0.b) }
    let ways = Ways(a.count, b.count) { i, j in
      guard a[i] == b[j] else { return nil }
      return Self.pair + (traits.map { $0.a[i].likeness(to: $0.b[j]) } ?? 0)
    }
    pairs = ways.best
    guard traits != nil else { return }
    let (missing, extra) = (missing, extra)
    let found = ways.doubtful(worseBy: Self.doubt)
    if !missing.isEmpty { doubtful.a = found.a.filter { !missing.contains($0) } }
    if !extra.isEmpty { doubtful.b = found.b.filter { !extra.contains($0) } }
  }

  /// Pairs one for one from the beginning; what is left over stands alone.
  init(inOrder a: Int, _ b: Int) { pairs = Self.inOrder(a, b) }

  private static func inOrder(_ a: Int, _ b: Int) -> [(Int?, Int?)] {
    let shared = min(a, b)
    return (0..<shared).map { ($0, $0) } + (shared..<a).map { ($0, nil) }
      + (shared..<b).map { (nil, $0) }
  }

  /// What of the first list the second one lacks.
  var missing: [Int] { pairs.compactMap { $0.1 == nil ? $0.0 : nil } }
  /// What of the second list the first one lacks.
  var extra: [Int] { pairs.compactMap { $0.0 == nil ? $0.1 : nil } }
  /// Whether each part of one list stands for one of the other.
  var isWhole: Bool { pairs.allSatisfy { $0.0 != nil && $0.1 != nil } }

  /// The first of the second list that is like another of the first list than the one at its place, by
  /// so much that it was moved, and that other one; nil where all stand where they belong.
  static func crossed(
    _ a: [TranslationTraits], _ b: [TranslationTraits]
  ) -> (index: Int, other: Int)? {
    let (a, b) = TranslationTraits.comparable(a, b)
    let likeness = b.map { own in a.map { own.likeness(to: $0) } }
    for index in b.indices {
      guard let other = a.indices.max(by: { likeness[index][$0] < likeness[index][$1] }),
        other != index,
        likeness[index][other] >= likeness[index][index] + moved,
        // The other one is like no line more than like this one, and not like the one at its place.
        likeness.allSatisfy({ $0[other] <= likeness[index][other] }),
        likeness[index][other] >= likeness[other][other] + moved
      else { continue }
      return (index, other)
    }
    return nil
  }

  /// By so much a line is more like another than like its own: numbers and names tell, lengths do not.
  private static let moved = 45
}

/// All ways to pair two lists in order, and what each comes to.
private struct Ways {
  private let (a, b): (Int, Int)
  /// What each pair is worth; nil where the two can't be one.
  private let worth: [Int?]
  /// The most that pairing what stands before each place comes to, and what stands behind it.
  private var (before, behind): ([Int], [Int])

  init(_ a: Int, _ b: Int, worth: (Int, Int) -> Int?) {
    (self.a, self.b) = (a, b)
    self.worth = (0..<a).flatMap { i in (0..<b).map { worth(i, $0) } }
    let none = Array(repeating: 0, count: (a + 1) * (b + 1))
    (before, behind) = (none, none)
    for i in (0..<a).reversed() {
      for j in (0..<b).reversed() {
        let together = self.worth[i * b + j].map { $0 + behind[at(i + 1, j + 1)] } ?? 0
        behind[at(i, j)] = max(behind[at(i + 1, j)], behind[at(i, j + 1)], together)
      }
    }
    for i in 0..<a {
      for j in 0..<b {
        let together = self.worth[i * b + j].map { $0 + before[at(i, j)] } ?? 0
        before[at(i + 1, j + 1)] = max(before[at(i, j + 1)], before[at(i + 1, j)], together)
      }
    }
  }

  private func at(_ i: Int, _ j: Int) -> Int { i * (b + 1) + j }

  /// The pairs of the best way.
  var best: [(Int?, Int?)] {
    var pairs: [(Int?, Int?)] = []
    var (i, j) = (0, 0)
    while i < a || j < b {
      if i < a, j < b, let worth = worth[i * b + j],
        behind[at(i, j)] == worth + behind[at(i + 1, j + 1)]
      {
        pairs.append((i, j))
        (i, j) = (i + 1, j + 1)
      } else if j == b || (i < a && behind[at(i + 1, j)] >= behind[at(i, j + 1)]) {
        pairs.append((i, nil))
        i += 1
      } else {
        pairs.append((nil, j))
        j += 1
      }
    }
    return pairs
  }

  /// What a way that leaves it alone comes to nearly as much as the best one.
  func doubtful(worseBy least: Int) -> (a: [Int], b: [Int]) {
    let most = behind[at(0, 0)] - least
    return (
      (0..<a).filter { i in
        (0...b).contains { before[at(i, $0)] + behind[at(i + 1, $0)] > most }
      },
      (0..<b).filter { j in
        (0...a).contains { before[at($0, j)] + behind[at($0, j + 1)] > most }
      }
    )
  }
}
