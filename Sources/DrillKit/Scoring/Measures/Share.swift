// SPDX-License-Identifier: GPL-3.0-or-later

/// An exact share of full credit, from nothing to all, as a fraction in lowest terms.
///
/// Measures hand this on so that a later try's halving, a hint's cost and the rounding to basis
/// points happen once, at the item.
public struct Share: Hashable, Sendable {
  /// Parts earned, 0…`denominator`.
  public let numerator: Int128
  /// Parts there are, at least 1.
  public let denominator: Int128

  /// Nothing.
  public static let none = Share(0, of: 1)
  /// All.
  public static let full = Share(1, of: 1)

  /// The share `numerator / denominator`, brought between nothing and all; nothing of a
  /// denominator that is not positive.
  public init<Number: BinaryInteger>(_ numerator: Number, of denominator: Number) {
    guard denominator > 0, numerator > 0 else {
      (self.numerator, self.denominator) = (0, 1)
      return
    }
    guard numerator < denominator else {
      (self.numerator, self.denominator) = (1, 1)
      return
    }
    var (divisor, rest) = (Int128(denominator), Int128(numerator))
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    self.numerator = Int128(numerator) / divisor
    self.denominator = Int128(denominator) / divisor
  }

  /// The share less so many percentage points, not below nothing.
  public func less(percent: Int) -> Share {
    // More than all of it cannot be lost, whatever an author writes.
    let points = Int128(min(max(percent, 0), 100))
    return Share(numerator * 100 - points * denominator, of: denominator * 100)
  }

  /// Half the share, which is what a later try earns.
  public var halved: Share { Share(numerator, of: denominator * 2) }

  /// The share in basis points, rounded once, half to even.
  public var credit: Credit {
    let scaled = numerator * 10_000
    let whole = Int(scaled / denominator)
    let twice = scaled % denominator * 2
    let isUp = twice > denominator || (twice == denominator && whole % 2 != 0)
    return Credit(clamping: isUp ? whole + 1 : whole)
  }
}
