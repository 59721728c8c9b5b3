// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Spot: failures while they happen")
struct SpottingTests {
  /// Twelve lines, failures at 3 and 8, of which 8 began at 7; line 12 can be held either way.
  private let call = Spotting([
    .fine, .unjudged, .failure(), .fine, .fine, .fine,
    .fine, .failure(from: 7), .fine, .fine, .fine, .either,
  ])

  @Test(
    "a flag goes to the oldest open failure",
    arguments: [
      ([3, 8], 2, 0, [], 10_000),
      ([4, 9], 2, 0, [], 10_000),
      ([4, 7], 2, 0, [], 10_000),
      ([5, 10], 0, 2, [], 5000),
      ([6, 11], 0, 2, [], 5000),
      ([3], 1, 0, [], 5000),
      ([], 0, 0, [], 0),
      ([2], 0, 0, [1], 0),  // not judged, and too early: line 1 is meant
      ([1, 3, 8], 2, 0, [1], 0),  // the one other line, flagged: 1 − 2·1
      ([3, 3, 4, 5, 8, 12], 2, 0, [], 10_000),  // in a window, or either way
      ([8, 3], 2, 0, [], 10_000),
    ] as [([Int], Int, Int, [Int], Int)])
  func flags(shown: [Int], inTime: Int, late: Int, alarms: [Int], basisPoints: Int) {
    let judged = call.judge(shown.map { Spotting.Flag(shown: $0) })
    #expect(judged.inTime == inTime && judged.late == late)
    #expect(judged.missed == 2 - inTime - late)
    #expect(judged.falseAlarms == alarms)
    #expect(judged.share.credit.rawValue == basisPoints)
  }

  @Test("a flag that names an open failure goes to it")
  func named() {
    let call = Spotting([.failure(), .failure(), .fine, .fine, .fine, .fine, .fine])
    let judged = call.judge([.init(shown: 2, line: 2), .init(shown: 4)])
    #expect(judged.failures.map(\.flagged) == [4, 2])
    #expect(judged.failures.map(\.isLate) == [true, false])
    #expect(judged.share == Share(3, of: 4))
    #expect(call.judge([.init(shown: 7, line: 6)]).falseAlarms == [6])
  }

  @Test("a flag that names an earlier line is none for a failure that began later")
  func namedBefore() {
    let call = Spotting([.failure(), .fine, .fine, .fine, .failure(from: 4), .unjudged])
    let judged = call.judge([.init(shown: 5, line: 1)])
    #expect(judged.missed == 2 && judged.inVain == [.init(shown: 5, line: 1)])
    #expect(call.judge([.init(shown: 5, line: 4)]).failures[1].flagged == 5)
  }

  @Test("a flag on a line that is not judged means the judged line before it")
  func unjudged() {
    let call = Spotting([
      .fine, .unjudged, .failure(), .unjudged, .fine, .unjudged, .fine, .unjudged, .fine,
    ])
    let judged = call.judge([2, 4, 6, 8].map { .init(shown: $0, line: $0) })
    #expect(judged.inTime == 1 && judged.falseAlarms == [1, 7] && judged.share == .none)
    #expect(Spotting([.unjudged, .failure()]).judge([.init(shown: 1)]).falseAlarms.isEmpty)
  }

  @Test("a late flag earns its share")
  func late() {
    let lines: [Spotting.Line] = [.failure(), .fine, .fine, .fine, .fine, .fine]
    for (window, percent, shown, credit) in [
      (1, 50, 2, 5000), (1, 50, 3, 0), (2, 25, 4, 2500), (3, 80, 6, 8000), (2, 0, 3, 0),
    ] {
      let judged = Spotting(lines, window: window, latePercent: percent).judge([.init(shown: shown)]
      )
      #expect(judged.share.credit.rawValue == credit)
    }
  }

  @Test("without failures only false alarms cost")
  func quiet() {
    let call = Spotting([.fine, .fine, .fine, .fine])
    #expect(call.judge([]).share == .full)
    #expect(call.judge([.init(shown: 2)]).share == Share(1, of: 2))
    #expect(Spotting([.failure()]).judge([.init(shown: 1)]).share == .full)
  }

  /// Four failures in 24 lines at places drawn by a fixed generator, 2,000 times: the design's
  /// figures are about 0.13 for flagging 30 % of lines at random and 0.02 for every second line.
  @Test("flagging without listening earns next to nothing")
  func guessing() {
    var state: UInt64 = 42
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var (random, second, all, none) = (0, 0, 0, 0)
    let rounds = 2000
    for _ in 0..<rounds {
      var lines = [Spotting.Line](repeating: .fine, count: 24)
      while lines.count(where: { $0 == .failure() }) < 4 { lines[draw(24)] = .failure() }
      let call = Spotting(lines)
      func credit(_ shown: [Int]) -> Int {
        call.judge(shown.map { Spotting.Flag(shown: $0) }).share.credit.rawValue
      }
      random += credit((1...24).filter { _ in draw(10) < 3 })
      let first = 1 + draw(2)
      second += credit(Array(stride(from: first, through: 24, by: 2)))
      all += credit(Array(1...24))
      none += credit([])
    }
    #expect((1000...1500).contains(random / rounds))
    #expect((0...300).contains(second / rounds))
    #expect(all == 0 && none == 0)
  }
}
