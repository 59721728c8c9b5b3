// SPDX-License-Identifier: GPL-3.0-or-later

/// Up to how much a role may give.
public enum RemedyLimit: Hashable, Sendable {
  /// Up to an amount, that amount included.
  case upTo(Money)
  case noLimit

  /// Reads `25 EUR` or `no limit`; nil for any other text.
  public init?(_ text: some StringProtocol) {
    if folded(text) == "nolimit" {
      self = .noLimit
    } else if let money = Money(text), money.amount.thousandths >= 0 {
      self = .upTo(money)
    } else {
      return nil
    }
  }

  /// Whether an amount may be given; an amount in another currency may not.
  public func allows(_ money: Money) -> Bool {
    switch self {
    case .noLimit: true
    case .upTo(let limit): money.currency == limit.currency && money.amount <= limit.amount
    }
  }
}

/// What a role may do about a request.
public enum Remedy: Hashable, Sendable {
  /// A row names it: give up to the limit; a request above it is handed up whole.
  case listed(RemedyLimit, handsUpTo: String?)
  /// No row names it: the whole request is handed up, to whom the role hands up otherwise.
  case notListed(handsUpTo: String?)

  /// To whom a request goes that may not be given.
  public var handsUpTo: String? {
    switch self {
    case .listed(_, let name), .notListed(let name): name
    }
  }

  /// Whether an amount may be given on the spot.
  public func allows(_ money: Money) -> Bool {
    if case .listed(let limit, _) = self { return limit.allows(money) }
    return false
  }
}
