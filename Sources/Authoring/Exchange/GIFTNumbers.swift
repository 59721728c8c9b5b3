// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

extension GIFTKeyParser {
  /// The numbers that `3`, `3:0.5` and `1..5` mean; nil for anything else.
  static func numbers(
    _ text: String
  ) -> (low: DecimalNumber, high: DecimalNumber, center: DecimalNumber)? {
    if let dots = text.firstRange(of: "..") {
      guard let low = number(text[..<dots.lowerBound]), let high = number(text[dots.upperBound...]),
        low <= high
      else { return nil }
      return (low, high, low)
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let center = number(parts[0]) else { return nil }
    guard parts.count == 2 else { return (center, center, center) }
    guard let reach = number(parts[1]), reach >= .zero, let low = center.subtracting(reach),
      let high = center.adding(reach)
    else { return nil }
    return (low, high, center)
  }

  /// A number as programs write it: a point before decimals, no groups of thousands.
  private static func number(_ text: Substring) -> DecimalNumber? {
    let words = text.drop(while: \.isWhitespace)
    var digits = String(words.reversed().drop(while: \.isWhitespace).reversed())
    let isNegative = digits.hasPrefix("-")
    if isNegative || digits.hasPrefix("+") { digits.removeFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard isPlain, (1...2).contains(parts.count), digits.utf8.count <= 32,
      digits.utf8.contains(where: { $0 != 0x2E })
    else { return nil }
    var decimals = parts.count == 2 ? String(parts[1]) : ""
    while decimals.last == "0" { decimals.removeLast() }
    let whole = parts[0].drop { $0 == "0" }
    guard whole.utf8.count + decimals.utf8.count <= 18,
      let mantissa = Int64(whole.isEmpty && decimals.isEmpty ? "0" : whole + decimals)
    else { return nil }
    return DecimalNumber(
      mantissa: isNegative ? -mantissa : mantissa, scale: decimals.utf8.count)
  }
}
