// SPDX-License-Identifier: GPL-3.0-or-later

/// Something that was asked for.
struct GrantRequest: Sendable {
  /// What, as the Remedies table names it.
  let what: RichText
  /// How much.
  let amount: Money
  /// What the author says of it after any answer.
  let why: RichText?
  /// Where the row stands.
  let place: Place

  /// What and how much, as the employee reads it and the record keeps it.
  var name: String { "\(what.plain), \(amount)" }

  /// The author's words as feedback; their first link to a policy is the clause.
  var feedback: Remark? {
    guard let why, !why.isBlank else { return nil }
    let clause = why.links.lazy.compactMap { ClauseReference($0.destination)?.citation }.first
    return Remark(.feedback, why.plain, clause: clause)
  }
}
