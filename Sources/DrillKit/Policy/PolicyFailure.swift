// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a policy could not answer.
public enum PolicyFailure: Error, Hashable, Sendable {
  /// No policy that was read has the table.
  case noTable(TableKind)
  /// A policy of the library has the table, and the drill does not list that one.
  case unlisted(TableKind, policy: String)
  /// A filled cell needs a fact that no one gave; the table is nil where the runner needs it.
  case missingFact(key: String, table: TableKind?)
  /// The facts fit no row.
  case noRow(TableKind)
  /// A fact's value can't be read as what is wanted.
  case badFact(Fact, wanted: String)
  /// A fact should be a moment and is none; reading the facts has reported it.
  case badMoment(Fact)
  /// A fact says otherwise than the table.
  case contradiction(Fact, policySays: String)
  /// A cell can't be read; reading the policy has reported it.
  case badCell(TableKind, Place)

  /// What is wrong and what to do, in one or two plain sentences.
  public var message: String {
    switch self {
    case .noTable(let kind):
      "No policy has the table “\(kind.title)”. Add it, or take the question out."
    case .unlisted(let kind, let policy):
      "The table “\(kind.title)” stands in the policy “\(policy)”, which the front matter does not list. "
        + "Add it to “policies:”."
    case .missingFact(let key, let kind?):
      "The table “\(kind.title)” needs the fact “\(key)” here. Add “- \(key): …” to the facts."
    case .missingFact(let key, nil):
      "The fact “\(key)” is needed here. Add “- \(key): …” to the facts."
    case .noRow(let kind):
      "These facts fit no row of the table “\(kind.title)”. Change them, or add a row."
    case .badFact(let fact, let wanted):
      "“\(fact.key): \(fact.text)” can't be read. Write \(wanted)."
    case .badMoment(let fact): "“\(fact.key): \(fact.text)” is no moment. Mend it there."
    case .contradiction(let fact, let says):
      "“\(fact.key): \(fact.text)” contradicts the policy, which says “\(says)”. Delete the fact."
    case .badCell(let kind, let place):
      "Line \(place.line) of the table “\(kind.title)” in \(place.file) can't be read. Mend it there."
    }
  }

  /// Why the facts set no clock: no one gave `Now`, or it can't be read.
  static func noClock(_ facts: Facts) -> PolicyFailure {
    facts[.now].map(PolicyFailure.badMoment)
      ?? .missingFact(key: Facts.Reserved.now.rawValue, table: nil)
  }

  /// The rule that it breaks where a drill asks.
  public var rule: Rule {
    switch self {
    case .noTable: .missingTable
    case .unlisted: .unlistedPolicy
    case .missingFact: .missingFact
    case .noRow: .noRowFits
    case .badFact, .badMoment: .badFact
    case .contradiction: .factContradicts
    case .badCell: .badCell
    }
  }

  /// Reports it, unless it was: at the fact where one is to blame, else at the place that asks.
  public func report(at place: Place, to diagnostics: Diagnostics) {
    switch self {
    case .badMoment: break
    case .badFact(let fact, _), .contradiction(let fact, _):
      diagnostics.report(rule, at: fact.place.file.isEmpty ? place : fact.place, message)
    default: diagnostics.report(rule, at: place, message)
    }
  }
}
