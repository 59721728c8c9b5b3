// SPDX-License-Identifier: GPL-3.0-or-later

/// A share of full credit in basis points: 0 is nothing, 10,000 is everything.
///
/// Credit is whole on purpose: sums of whole numbers do not depend on their order, so a score
/// folded again on another machine is the same score.
public struct Credit: RawRepresentable, Hashable, Comparable, Codable, Sendable {
  /// Basis points, 0…10,000.
  public let rawValue: Int

  /// No credit.
  public static let none = Credit(clamping: 0)
  /// All of it: 10,000 basis points.
  public static let full = Credit(clamping: 10_000)

  /// Basis points, or nil outside 0…10,000.
  public init?(rawValue: Int) {
    guard (0...10_000).contains(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  /// Basis points, brought into 0…10,000.
  public init(clamping basisPoints: Int) {
    rawValue = min(max(basisPoints, 0), 10_000)
  }

  /// The share `numerator / denominator`, rounded once, half to even; no credit of a denominator
  /// that is not positive.
  public init(_ numerator: Int, of denominator: Int) {
    guard denominator > 0 else {
      self = .none
      return
    }
    self.init(clamping: roundedHalfToEven(numerator * 10_000, over: denominator))
  }

  /// Orders by basis points.
  public static func < (a: Credit, b: Credit) -> Bool { a.rawValue < b.rawValue }

  /// The share in per cent with at most two decimals, as a person writes it: `100`, `66.67`.
  public var percent: String {
    let whole = rawValue / 100
    let rest = rawValue % 100
    if rest == 0 { return "\(whole)" }
    if rest % 10 == 0 { return "\(whole).\(rest / 10)" }
    return "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}

/// `numerator / denominator` as the nearest whole number, ties to the even one: the one rounding
/// that every score uses. The denominator is positive.
public func roundedHalfToEven(_ numerator: Int, over denominator: Int) -> Int {
  precondition(denominator > 0)
  var quotient = numerator / denominator
  var remainder = numerator % denominator
  if remainder < 0 {
    quotient -= 1
    remainder += denominator
  }
  // Compared with what is missing to the next whole number: twice the remainder could overflow.
  let missing = denominator - remainder
  if remainder > missing || (remainder == missing && quotient % 2 != 0) { quotient += 1 }
  return quotient
}
