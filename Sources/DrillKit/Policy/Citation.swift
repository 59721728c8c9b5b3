// SPDX-License-Identifier: GPL-3.0-or-later

/// Where an answer comes from: the policy, the clause and the table's row.
public struct Citation: Hashable, Sendable {
  /// The policy's id.
  public let policy: String
  /// The policy's title.
  public let title: String
  /// The policy's version.
  public let version: Int
  /// The clause's link target.
  public let slug: String
  /// The clause's heading.
  public let heading: String
  /// The 1-based number of the row below the header.
  public let row: Int
  /// What the row's `Why` or `Note` says.
  public let why: RichText?
  /// Where the row stands.
  public let place: Place
}

extension Citation: CustomStringConvertible {
  /// `Who is told, how and by when: Routes, row 3`.
  public var description: String { "\(title): \(heading), row \(row)" }
}

/// A policy's answer with the row that gives it.
public struct Ruling<Value: Sendable>: Sendable {
  /// The answer.
  public let value: Value
  /// Where it comes from.
  public let citation: Citation

  /// The same source, another answer.
  func map<Other: Sendable>(_ change: (Value) -> Other) -> Ruling<Other> {
    Ruling<Other>(value: change(value), citation: citation)
  }
}

extension Ruling: Equatable where Value: Equatable {}
extension Ruling: Hashable where Value: Hashable {}
