// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Hotline figures and intervals")
struct RateTests {
  private func isNear(_ value: Double?, _ expected: Double, within: Double) -> Bool {
    value.map { abs($0 - expected) <= within } ?? false
  }

  /// The reference figures that the scoring design names for Erlang C.
  @Test("48 erlang on 55 agents")
  func published() throws {
    let hotline = try #require(ErlangC(load: 48, handling: 240))
    #expect(isNear(hotline.waitProbability(lines: 55), 0.2387, within: 0.00005))
    #expect(isNear(hotline.serviceLevel(lines: 55, within: 15), 0.8459, within: 0.00005))
    #expect(isNear(hotline.meanWait(lines: 55), 8.18, within: 0.005))
    // 360 calls in half an hour of 240 s each are those 48 erlang.
    #expect(ErlangC(calls: 360, period: 1800, handling: 240) == hotline)
  }

  @Test("14 agents meet 80/20 for 10 erlang, 13 just miss it")
  func eightyTwenty() throws {
    let hotline = try #require(ErlangC(load: 10, handling: 180))
    #expect(isNear(hotline.serviceLevel(lines: 14, within: 20), 0.8884, within: 0.00005))
    #expect(isNear(hotline.serviceLevel(lines: 13, within: 20), 0.7956, within: 0.00005))
    #expect(hotline.lines(for: 0.8, within: 20) == 14)
    #expect(hotline.lines(for: 0.79, within: 20) == 13)
  }

  /// On one line Erlang C is M/M/1: P(wait) = ρ, mean wait = ρ·h/(1 − ρ). On two lines it is
  /// 2ρ²/(1 + ρ).
  @Test("one line and two lines have closed forms")
  func closedForms() throws {
    let hotline = try #require(ErlangC(load: 0.5, handling: 100))
    #expect(isNear(hotline.waitProbability(lines: 1), 0.5, within: 1e-12))
    #expect(isNear(hotline.meanWait(lines: 1), 100, within: 1e-9))
    #expect(isNear(hotline.waitProbability(lines: 2), 0.1, within: 1e-12))
  }

  @Test("a load that the lines cannot carry waits for ever")
  func overload() throws {
    let hotline = try #require(ErlangC(load: 10, handling: 180))
    for lines in [-1, 0, 9, 10] {
      #expect(hotline.waitProbability(lines: lines) == 1)
      #expect(hotline.serviceLevel(lines: lines, within: 20) == 0)
      #expect(hotline.meanWait(lines: lines) == nil)
    }
    #expect(hotline.lines(for: 1.1, within: 20) == nil)
    #expect(ErlangC(load: 1e6, handling: 1)?.lines(for: 0.5, within: 1) == nil)
    #expect(ErlangC(load: 0, handling: 180) == nil && ErlangC(load: 1, handling: .nan) == nil)
    #expect(ErlangC(calls: 5, period: 0, handling: 60) == nil)
  }

  @Test(
    "rosters for those who are away",
    arguments: [(14, 3000, 20), (14, 0, 14), (7, 3000, 10), (10, 3250, 15), (0, 3000, 0)])
  func rostered(lines: Int, shrinkage: Int, people: Int) {
    #expect(ErlangC.rostered(lines: lines, shrinkage: shrinkage) == people)
    #expect(ErlangC.rostered(lines: lines, shrinkage: 10_000) == nil)
  }

  /// R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, and small teams computed
  /// with statsmodels.
  @Test(
    "Wilson's interval",
    arguments: [
      (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
      (1, 29, 0.0061, 0.1718), (3, 3, 0.4385, 1), (4, 5, 0.3755, 0.9638),
      (8, 10, 0.4902, 0.9433), (0, 4, 0, 0.4899),
    ])
  func wilson(successes: Int, trials: Int, lower: Double, upper: Double) throws {
    let interval = try #require(WilsonInterval(successes: successes, of: trials))
    #expect(isNear(interval.lower, lower, within: 0.00005))
    #expect(isNear(interval.upper, upper, within: 0.00005))
  }

  @Test("there is no interval without trials")
  func noTrials() {
    #expect(WilsonInterval(successes: 0, of: 0) == nil)
    #expect(WilsonInterval(successes: 3, of: 2) == nil)
  }
}
