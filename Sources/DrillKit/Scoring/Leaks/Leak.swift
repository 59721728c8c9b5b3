// SPDX-License-Identifier: GPL-3.0-or-later

/// What sort of personal data or secret a leak is.
public enum LeakKind: String, Codable, Sendable, CaseIterable {
  /// A value that the scenario planted.
  case planted
  /// A payment card number.
  case card
  /// An international bank account number.
  case iban
  /// A United States Social Security number.
  case ssn
  /// An e-mail address.
  case email
  /// A telephone number.
  case phone
  /// An IPv4 address, with its prefix length if it has one.
  case ipv4
  /// An IPv6 address, with its zone and prefix length if it has them.
  case ipv6
  /// A date of birth.
  case birthDate = "birth-date"
  /// A number of the United Kingdom's National Health Service.
  case nhsNumber = "nhs-number"
  /// A key, a password or another credential.
  case secret
}

/// A stretch of a typed reply that gives away personal data or a secret.
public struct Leak: Hashable, Codable, Sendable {
  /// Where it stands, in Unicode scalars from the beginning of the text.
  public let range: Range<Int>

  /// What it is.
  public let kind: LeakKind

  /// Why it counts, as a sentence for the employee.
  public let reason: String

  /// What the scenario calls the value that it planted: "payment card"; nil of any other leak.
  public let label: String?

  /// A leak of `kind` at `range`, in Unicode scalars.
  public init(range: Range<Int>, kind: LeakKind, reason: String, label: String? = nil) {
    self.range = range
    self.kind = kind
    self.reason = reason
    self.label = label
  }
}
