// SPDX-License-Identifier: GPL-3.0-or-later

/// An exact share of full credit: what a judge finds before the one rounding that makes it credit.
public struct Fraction: Hashable, Sendable {
  /// Counts up to the denominator; may be negative before it is bounded.
  public let numerator: Int
  /// Positive.
  public let denominator: Int

  /// No credit.
  public static let zero = Fraction(0, of: 1)
  /// All of it.
  public static let one = Fraction(1, of: 1)

  /// `numerator / denominator`; zero of a denominator that is not positive.
  public init(_ numerator: Int, of denominator: Int) {
    if denominator > 0 {
      self.numerator = numerator
      self.denominator = denominator
    } else {
      self.numerator = 0
      self.denominator = 1
    }
  }

  /// Credit after hints and tries: a later try halves once, hints subtract their per cent, and it
  /// is rounded once.
  public func credit(isLaterTry: Bool, hintPercent: Int) -> Credit {
    let halves = isLaterTry ? 2 : 1
    let bounded = min(max(numerator, 0), denominator)
    let scaled = bounded * 10_000 - hintPercent * 100 * denominator * halves
    return Credit(clamping: roundedHalfToEven(scaled, over: denominator * halves))
  }

  /// The share in basis points, rounded once.
  public var credit: Credit { credit(isLaterTry: false, hintPercent: 0) }
}
