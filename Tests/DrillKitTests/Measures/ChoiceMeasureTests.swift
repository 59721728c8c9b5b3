// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Shares, choices, levels, covers and confidence")
struct ChoiceMeasureTests {
  @Test("a share halves, pays for hints and rounds once")
  func share() {
    #expect(Share(2, of: 6) == Share(1, of: 3))
    #expect(Share(1, of: 3).halved.credit.rawValue == 1667)
    #expect(Share(1, of: 32).credit.rawValue == 312 && Share(3, of: 32).credit.rawValue == 938)
    #expect(Share(2, of: 3).halved.less(percent: 25).credit.rawValue == 833)
    #expect(Share(1, of: 5).less(percent: 25) == .none)
    #expect(Share.full.less(percent: Int.max) == .none && Share.full.less(percent: -5) == .full)
    #expect(Share(-1, of: 5) == .none && Share(7, of: 5) == .full && Share(1, of: 0) == .none)
  }

  /// Right answers at 0 and 1, wrong ones at 2, 3 and 4.
  @Test(
    "several choices earn right/n − wrong/m",
    arguments: [
      ([0, 1], 10_000), ([0], 5000), ([0, 2], 1667), ([0, 1, 2], 6667), ([0, 1, 2, 3, 4], 0),
      ([], 0), ([2], 0), ([0, 1, 9], 10_000),
    ] as [(Set<Int>, Int)])
  func several(chosen: Set<Int>, basisPoints: Int) {
    let choice = MultipleChoice([
      .init(isRight: true), .init(isRight: true), .init(isRight: false), .init(isRight: false),
      .init(isRight: false),
    ])
    #expect(choice.share(chosen: chosen).credit.rawValue == basisPoints)
  }

  /// Right: marked 50 %, and two that share the rest; wrong: marked −10 %, and one that costs
  /// its half.
  @Test(
    "marks come before the formula",
    arguments: [
      ([0], 5000), ([1], 2500), ([0, 1, 2], 10_000), ([0, 1, 3], 6500), ([0, 4], 0),
      ([0, 1, 2, 4], 5000), ([0, 1, 2, 3, 4], 4000),
    ] as [(Set<Int>, Int)])
  func marked(chosen: Set<Int>, basisPoints: Int) {
    let choice = MultipleChoice([
      .init(isRight: true, percent: 50), .init(isRight: true), .init(isRight: true),
      .init(isRight: false, percent: -10), .init(isRight: false),
    ])
    #expect(choice.share(chosen: chosen).credit.rawValue == basisPoints)
  }

  @Test("without wrong answers nothing is taken away")
  func noWrong() {
    let choice = MultipleChoice([.init(isRight: true), .init(isRight: true)])
    #expect(choice.share(chosen: [0, 1]) == .full && choice.share(chosen: [1]) == Share(1, of: 2))
  }

  @Test(
    "a level too low costs twice a level too high",
    arguments: [
      (0, 0, 4, 10_000, GradedLevel.Direction.right, false),
      (0, 1, 4, 6667, .tooHigh, false), (0, 3, 4, 0, .tooHigh, false),
      (1, 0, 4, 3333, .tooLow, true), (2, 1, 4, 3333, .tooLow, false),
      (3, 1, 4, 0, .tooLow, false), (1, 0, 2, 0, .tooLow, true), (0, 0, 1, 10_000, .right, false),
    ])
  func levels(
    rating: Int, right: Int, levels: Int, basisPoints: Int, direction: GradedLevel.Direction,
    isCritical: Bool
  ) throws {
    let graded = try #require(GradedLevel(rating: rating, right: right, of: levels))
    #expect(graded.share.credit.rawValue == basisPoints && graded.direction == direction)
    #expect(graded.isCritical == isCritical && graded.steps == abs(rating - right))
    #expect(GradedLevel(rating: levels, right: 0, of: levels) == nil)
  }

  @Test(
    "hidden characters are measured by F1, white space left out",
    arguments: [
      ([4..<10], [4..<10], 6, 0, 0, 10_000),
      ([], [4..<10], 0, 6, 0, 0),
      ([4..<7], [4..<10], 3, 3, 0, 6667),
      ([0..<10], [4..<10], 6, 0, 3, 8000),
      ([4..<8, 6..<10], [4..<10], 6, 0, 0, 10_000),
      ([4..<5, 7..<9], [4..<9], 3, 2, 0, 7500),
      ([3..<4], [], 0, 0, 0, 10_000),
      ([0..<3], [], 0, 0, 3, 0),
      ([-5..<99], [0..<10], 9, 0, 0, 10_000),
    ] as [([Range<Int>], [Range<Int>], Int, Int, Int, Int)])
  func cover(
    hidden: [Range<Int>], wanted: [Range<Int>], both: Int, missed: Int, extra: Int,
    basisPoints: Int
  ) {
    let cover = CharacterCover(hidden: hidden, wanted: wanted, in: "Pín 123456")
    #expect([cover.both, cover.missed, cover.extra] == [both, missed, extra])
    #expect(cover.share.credit.rawValue == basisPoints)
  }

  @Test(
    "marks for being sure",
    arguments: [
      (Confidence.notVery, 10_000, 10_000), (.notVery, 0, 0), (.fairly, 10_000, 20_000),
      (.fairly, 0, -20_000), (.very, 10_000, 30_000), (.very, 0, -60_000), (.very, 5000, 15_000),
    ])
  func confidence(level: Confidence, credit: Int, mark: Int) {
    #expect(level.mark(for: Credit(clamping: credit)) == mark)
  }

  @Test("each level pays best where it says it does")
  func honesty() {
    for accuracy in stride(from: 0, through: 10_000, by: 7) {
      let expected = Confidence.allCases.map {
        $0.right * accuracy + $0.wrong * (10_000 - accuracy)
      }
      for (level, mark) in zip(Confidence.allCases, expected)
      where level.bestAccuracy.contains(accuracy) {
        #expect(mark == expected.max())
      }
    }
  }
}
