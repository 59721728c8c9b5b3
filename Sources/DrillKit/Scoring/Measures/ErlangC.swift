// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc  // exp, and nothing else

/// A hotline as a queue: calls come at random, wait in one line and are never given up
/// (M/M/c; A. K. Erlang 1917). P(wait) = B / (1 − ρ(1 − B)), B by Erlang's recursion.
public struct ErlangC: Hashable, Sendable {
  /// More lines than this are not searched for.
  public static let maximumLines = 100_000

  /// The offered load in erlang: calls per second × seconds of handling.
  public let load: Double
  /// The mean handling time in seconds.
  public let handling: Double

  /// A load in erlang and a handling time in seconds, both above 0; nil otherwise.
  public init?(load: Double, handling: Double) {
    guard load > 0, load.isFinite, handling > 0, handling.isFinite else { return nil }
    self.load = load
    self.handling = handling
  }

  /// The load of so many calls in a period, both times in seconds; nil unless all are above 0.
  public init?(calls: Int, period: Double, handling: Double) {
    guard period > 0 else { return nil }
    self.init(load: Double(calls) / period * handling, handling: handling)
  }

  /// The probability that a call waits, 0…1; 1 where the lines cannot carry the load.
  public func waitProbability(lines: Int) -> Double {
    guard Double(lines) > load, lines <= Self.maximumLines else { return 1 }
    var blocked = 1.0
    for line in 1...lines { blocked = load * blocked / (Double(line) + load * blocked) }
    return delayed(blocked: blocked, lines: lines)
  }

  /// The share of calls answered within so many seconds, 0…1: 1 − P(wait)·e^(−(c − A)·t/h).
  public func serviceLevel(lines: Int, within seconds: Double) -> Double {
    answered(waiting: waitProbability(lines: lines), lines: lines, within: seconds)
  }

  /// The mean wait of all calls in seconds, P(wait)·h/(c − A); nil where the queue only grows.
  public func meanWait(lines: Int) -> Double? {
    guard Double(lines) > load, lines <= Self.maximumLines else { return nil }
    return waitProbability(lines: lines) * handling / (Double(lines) - load)
  }

  /// The fewest lines that answer a share of calls (0…1) within so many seconds; nil where
  /// 100,000 do not.
  public func lines(for target: Double, within seconds: Double) -> Int? {
    var blocked = 1.0
    for lines in 1...Self.maximumLines {
      blocked = load * blocked / (Double(lines) + load * blocked)
      guard Double(lines) > load else { continue }
      let waiting = delayed(blocked: blocked, lines: lines)
      if answered(waiting: waiting, lines: lines, within: seconds) >= target { return lines }
    }
    return nil
  }

  /// The people to roster for so many lines: lines / (1 − shrinkage), rounded up, with the
  /// shrinkage in basis points (3,000 is 30 %); nil unless 0…9,999.
  public static func rostered(lines: Int, shrinkage: Int) -> Int? {
    guard (0..<10_000).contains(shrinkage), (0...maximumLines).contains(lines) else { return nil }
    let present = 10_000 - shrinkage
    return (lines * 10_000 + present - 1) / present
  }

  private func delayed(blocked: Double, lines: Int) -> Double {
    blocked / (1 - load / Double(lines) * (1 - blocked))
  }

  private func answered(waiting: Double, lines: Int, within seconds: Double) -> Double {
    guard Double(lines) > load, lines <= Self.maximumLines else { return 0 }
    return 1 - waiting * exp(-(Double(lines) - load) * max(seconds, 0) / handling)
  }
}
