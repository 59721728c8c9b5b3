// SPDX-License-Identifier: GPL-3.0-or-later

/// A number as people write it, kept exactly: `mantissa / 10^scale`, without needless zeros, so
/// that equal numbers are equal values.
///
/// At most 15 digits, six of them after the point: amounts, minutes and counts, not science.
public struct DecimalNumber: Hashable, Comparable, Sendable {
  /// The digits as a whole number, below 10^15 in size.
  public let mantissa: Int64
  /// How many of the digits follow the point, 0…6.
  public let scale: Int

  /// Nought.
  public static let zero = DecimalNumber(0)

  private static let limit: Int128 = 1_000_000_000_000_000

  /// A whole number of at most 15 digits; a larger one becomes the largest.
  public init(_ whole: Int) {
    let size = Int(Self.limit - 1)
    mantissa = Int64(min(max(whole, -size), size))
    scale = 0
  }

  /// `mantissa / 10^scale`, or nil where it has more than 15 digits or six decimals.
  public init?(mantissa: some BinaryInteger, scale: Int) {
    guard scale >= 0, let exact = Int128(exactly: mantissa) else { return nil }
    var (digits, places) = (exact, scale)
    while places > 0, digits % 10 == 0 { (digits, places) = (digits / 10, places - 1) }
    guard places <= 6, digits.magnitude < Self.limit.magnitude else { return nil }
    self.mantissa = Int64(digits)
    self.scale = places
  }

  /// Orders by value.
  public static func < (a: DecimalNumber, b: DecimalNumber) -> Bool {
    let scale = max(a.scale, b.scale)
    return a.digits(at: scale) < b.digits(at: scale)
  }

  /// The sum, or nil where it has too many digits.
  public func adding(_ other: DecimalNumber) -> DecimalNumber? {
    let scale = max(scale, other.scale)
    return DecimalNumber(mantissa: digits(at: scale) + other.digits(at: scale), scale: scale)
  }

  /// The difference, or nil where it has too many digits.
  public func subtracting(_ other: DecimalNumber) -> DecimalNumber? {
    adding(other.negated)
  }

  /// The product, or nil where it has too many digits.
  public func multiplied(by other: DecimalNumber) -> DecimalNumber? {
    DecimalNumber(
      mantissa: Int128(mantissa) * Int128(other.mantissa), scale: scale + other.scale)
  }

  /// The number with its sign turned.
  public var negated: DecimalNumber { DecimalNumber(digits: -mantissa, scale: scale) }

  /// The number without its sign.
  public var size: DecimalNumber { mantissa < 0 ? negated : self }

  private init(digits: Int64, scale: Int) {
    mantissa = digits
    self.scale = scale
  }

  /// The digits as a whole number with so many decimals; not fewer than the number has.
  func digits(at scale: Int) -> Int128 {
    var digits = Int128(mantissa)
    for _ in self.scale..<max(scale, self.scale) { digits *= 10 }
    return digits
  }
}

extension DecimalNumber: LosslessStringConvertible {
  /// Reads `14`, `14.5`, `14,5`, `1 000`, `1,000.50`, `-0.5`; nil for anything else.
  ///
  /// Three digits after a lone comma or point are thousands (`1,000` and `1.000` are 1000) unless
  /// the number starts with 0, in every language: the rule that typed replies follow too.
  public init?(_ text: String) {
    var rest = Substring(text)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    var isNegative = false
    if let sign = rest.first, ["-", "−", "+"].contains(sign) {
      isNegative = sign != "+"
      rest.removeFirst()
    }
    guard rest.utf8.count <= 64 else { return nil }
    var groups = [""]
    var separators: [Character] = []
    for scalar in rest.unicodeScalars {
      if let digit = LetterFolding.digit(scalar) {
        groups[groups.count - 1].append(digit)
      } else if let separator = WordScanner.separator(scalar) {
        separators.append(separator)
        groups.append("")
      } else {
        return nil
      }
    }
    guard let number = NumberForm.number(groups: groups, separators: separators) else {
      return nil
    }
    let parts = number.split(separator: ".")
    let scale = parts.count > 1 ? parts[1].count : 0
    guard let digits = Int64(parts.joined()) else { return nil }
    self.init(mantissa: isNegative ? -digits : digits, scale: scale)
  }

  /// The number with a point and no grouping: `-14.5`.
  public var description: String {
    let digits = String(mantissa.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    let whole = (mantissa < 0 ? "-" : "") + padded.dropLast(scale)
    return scale == 0 ? whole : whole + "." + padded.suffix(scale)
  }
}

extension DecimalNumber: CodedAsText {
  /// Written as text, so that no reader rounds it.
  public static let textForm = "number of at most 15 digits"
}
