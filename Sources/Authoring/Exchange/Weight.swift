// SPDX-License-Identifier: GPL-3.0-or-later

/// What an answer earns or costs, kept exactly to five decimals of a per cent: thirds are written
/// as 33.33333.
public struct Weight: Hashable, Comparable, Sendable {
  /// Hundred-thousandths of a per cent, from −10,000,000 to 10,000,000.
  public let units: Int

  /// All of the credit.
  public static let full = Weight(percent: 100)
  /// Nothing.
  public static let none = Weight(percent: 0)

  private static let unit = 100_000

  /// A weight; what lies beyond all of the credit becomes all of it.
  init(units: Int) { self.units = min(max(units, -100 * Self.unit), 100 * Self.unit) }

  /// Whole per cent.
  public init(percent: Int) { self.init(units: min(max(percent, -100), 100) * Self.unit) }

  /// One of so many equal parts of some per cent.
  init(percent: Int, over count: Int) {
    let (dividend, divisor) = (percent * Self.unit, max(count, 1))
    let half = divisor / 2
    self.init(units: (dividend + (dividend < 0 ? -half : half)) / divisor)
  }

  /// Reads `50`, `-33.333`; nil for anything else, beyond 100, or with more than five decimals.
  init?(_ text: some StringProtocol) {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0)
      .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? parts[1] : ""
    let isPlain = parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard isPlain, let first = parts.first, (1...3).contains(first.utf8.count),
      decimals.utf8.count <= 5, let whole = Int(first),
      let part = Int(decimals + String(repeating: "0", count: 5 - decimals.utf8.count))
    else { return nil }
    let size = whole * Self.unit + part
    guard size <= 100 * Self.unit else { return nil }
    units = isNegative ? -size : size
  }

  /// The nearest whole per cent, halves away from nought.
  var percent: Int { (units + (units < 0 ? -Self.unit / 2 : Self.unit / 2)) / Self.unit }

  /// Whether it is a whole number of per cent.
  var isWhole: Bool { units % Self.unit == 0 }

  /// By what they earn.
  public static func < (a: Weight, b: Weight) -> Bool { a.units < b.units }
}

extension Weight: CustomStringConvertible {
  /// `50`, `-33.33333`: no needless zeros.
  public var description: String {
    let size = units.magnitude
    var decimals = String(size % UInt(Self.unit))
    decimals = String(repeating: "0", count: 5 - decimals.utf8.count) + decimals
    while decimals.last == "0" { decimals.removeLast() }
    return (units < 0 ? "-" : "") + "\(size / UInt(Self.unit))"
      + (decimals.isEmpty ? "" : ".\(decimals)")
  }
}
