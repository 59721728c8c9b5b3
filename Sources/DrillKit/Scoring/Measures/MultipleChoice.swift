// SPDX-License-Identifier: GPL-3.0-or-later

/// The answers of which all right ones are to be chosen.
public struct MultipleChoice: Hashable, Sendable {
  /// One answer of the list.
  public struct Answer: Hashable, Sendable {
    /// Whether it is one to choose.
    public let isRight: Bool
    /// What its mark says choosing it earns, or costs when below 0, in percentage points.
    public let percent: Int?

    /// An answer and its mark, if it has one.
    public init(isRight: Bool, percent: Int? = nil) {
      self.isRight = isRight
      self.percent = percent.map { min(max($0, -100), 100) }
    }
  }

  /// The answers in their file's order.
  public let answers: [Answer]

  /// How many wrong answers could be chosen: fewer than there are where only some are shown.
  public let wrongCount: Int

  /// The answers of an item, of which so many wrong ones are shown; all by default.
  public init(_ answers: [Answer], wrongShown: Int? = nil) {
    self.answers = answers
    let wrong = answers.count { !$0.isRight }
    wrongCount = wrongShown.map { min(max($0, 0), wrong) } ?? wrong
  }

  /// What the chosen answers earn: right/n − wrong/m, not below nothing.
  ///
  /// A marked answer earns or costs its mark; unmarked right answers share what the marked right
  /// ones leave of 100; an unmarked wrong one costs 1/m, m being the wrong answers
  /// that are shown. Places
  /// outside the list are left out.
  public func share(chosen: Set<Int>) -> Share {
    let rights = answers.filter(\.isRight)
    let marked = rights.reduce(0) { $0 + max($1.percent ?? 0, 0) }
    let left = max(100 - marked, 0)
    let sharing = max(rights.count { $0.percent == nil }, 1)
    let wrongs = max(wrongCount, 1)
    // In parts of 1 / (100 · sharing · wrongs).
    var earned = 0
    for (place, answer) in answers.enumerated() where chosen.contains(place) {
      if let percent = answer.percent {
        earned += percent * sharing * wrongs
      } else if answer.isRight {
        earned += left * wrongs
      } else {
        earned -= 100 * sharing
      }
    }
    return Share(earned, of: 100 * sharing * wrongs)
  }
}
