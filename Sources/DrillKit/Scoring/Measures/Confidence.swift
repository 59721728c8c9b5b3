// SPDX-License-Identifier: GPL-3.0-or-later

/// How sure an employee says they are, where an item asks for it.
///
/// Certainty-based marks (A. Gardner-Medwin): honesty pays best, "not very" below 67 %, "fairly"
/// up to 80 %, "very" above. They are kept out of the pass decision.
public enum Confidence: String, CaseIterable, Hashable, Codable, Sendable {
  /// Not very sure: 1 or nothing.
  case notVery = "not very"
  /// Fairly sure: 2 or −2.
  case fairly
  /// Very sure: 3 or −6.
  case very

  /// The mark when right.
  public var right: Int {
    switch self {
    case .notVery: 1
    case .fairly: 2
    case .very: 3
    }
  }

  /// The mark when wrong, nothing or less.
  public var wrong: Int {
    switch self {
    case .notVery: 0
    case .fairly: -2
    case .very: -6
    }
  }

  /// The accuracy, in basis points, at which the level pays best.
  public var bestAccuracy: ClosedRange<Int> {
    switch self {
    case .notVery: 0...6667
    case .fairly: 6667...8000
    case .very: 8000...10_000
    }
  }

  /// The mark for a credit in ten-thousandths of a mark: a part of credit earns that part of
  /// the right mark, none at all counts as wrong.
  public func mark(for credit: Credit) -> Int {
    credit == .none ? wrong * 10_000 : right * credit.rawValue
  }
}
