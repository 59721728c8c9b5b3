// SPDX-License-Identifier: GPL-3.0-or-later

/// A decimal number of at most three places after the point, kept exactly.
public struct Quantity: Hashable, Codable, Sendable, Comparable {
  /// The number in thousandths.
  public let thousandths: Int

  /// A number from its thousandths.
  public init(thousandths: Int) { self.thousandths = thousandths }

  /// A whole number, up to a million million either way.
  public init(_ whole: Int) {
    thousandths = min(max(whole, -Self.limit), Self.limit) * 1000
  }

  /// Reads `1000`, `1,000`, `1 000`, `12.50`, `-3`; nil for another form, for more than three
  /// places and for numbers beyond a million million.
  public init?(_ text: some StringProtocol) {
    var digits = text.trimmed()
    // Most cells and facts are words: those need no further look. 0xE2 begins the minus sign.
    guard let first = digits.utf8.first, isDigit(first) || first == 0x2D || first == 0xE2 else {
      return nil
    }
    let isNegative = digits.hasPrefix("-") || digits.hasPrefix("−")
    if isNegative { digits.removeFirst() }
    let halves = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count), let whole = Self.whole(halves[0]) else { return nil }
    var value = whole * 1000
    if halves.count == 2 {
      let places = halves[1].utf8
      guard (1...3).contains(places.count), places.allSatisfy(isDigit),
        let part = Int(halves[1])
      else { return nil }
      value += part * [100, 10, 1][places.count - 1]
    }
    thousandths = isNegative ? -value : value
  }

  private static let limit = 1_000_000_000_000

  /// Digits, alone or in groups of three after the first.
  private static func whole(_ text: Substring) -> Int? {
    let groups = text.split(omittingEmptySubsequences: false) { $0 == "," || $0.isWhitespace }
    guard let first = groups.first, !first.isEmpty,
      groups.allSatisfy({ $0.utf8.allSatisfy(isDigit) }),
      groups.count == 1 || first.count <= 3,
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
      let number = Int(groups.joined()), number <= limit
    else { return nil }
    return number
  }

  /// Smaller numbers are less.
  public static func < (a: Quantity, b: Quantity) -> Bool { a.thousandths < b.thousandths }
}

extension Quantity: CustomStringConvertible {
  /// The number with as many places as it needs.
  public var description: String {
    let size = thousandths.magnitude
    var places = String(size % 1000)
    places = String(repeating: "0", count: 3 - places.count) + places
    while places.last == "0" { places.removeLast() }
    return (thousandths < 0 ? "-" : "") + "\(size / 1000)" + (places.isEmpty ? "" : "." + places)
  }
}

/// An amount of money in one currency.
public struct Money: Hashable, Codable, Sendable {
  /// How much.
  public let amount: Quantity
  /// The currency's code of three letters, such as EUR.
  public let currency: String

  /// An amount.
  public init(_ amount: Quantity, _ currency: String) {
    self.amount = amount
    self.currency = currency.uppercased()
  }

  /// Reads `25 EUR`, `EUR 25`, `€25`, `12.50 eur`; nil for any other text.
  public init?(_ text: some StringProtocol) {
    let trimmed = text.trimmed()
    for (sign, code) in Self.signs {
      let isFirst = trimmed.hasPrefix(sign)
      guard isFirst || trimmed.hasSuffix(sign) else { continue }
      let digits = isFirst ? trimmed.dropFirst() : trimmed.dropLast()
      guard let amount = Quantity(digits) else { return nil }
      self.init(amount, code)
      return
    }
    let isCode: (Substring) -> Bool = { $0.allSatisfy { $0.isASCII && $0.isLetter } }
    for (code, rest) in [
      (trimmed.prefix(3), trimmed.dropFirst(3)), (trimmed.suffix(3), trimmed.dropLast(3)),
    ] where code.count == 3 && isCode(code) {
      guard let amount = Quantity(rest) else { continue }
      self.init(amount, String(code))
      return
    }
    return nil
  }

  private static let signs = [("€", "EUR"), ("$", "USD"), ("£", "GBP")]
}

extension Money: CustomStringConvertible {
  /// `25 EUR`, `12.50 EUR`.
  public var description: String {
    let text = amount.description
    let places = text.split(separator: ".").dropFirst().first?.count ?? 0
    return text + (places == 1 ? "0" : "") + " " + currency
  }
}
