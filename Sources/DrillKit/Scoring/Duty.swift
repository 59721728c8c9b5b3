// SPDX-License-Identifier: GPL-3.0-or-later

/// What a drill trains.
public enum Duty: String, Codable, Sendable, CaseIterable {
  case serviceFailure = "service-failure"
  case dataHandling = "data-handling"
  case escalation

  /// The class of a critical failure whose mark names none.
  public var criticalClass: CriticalClass {
    switch self {
    case .serviceFailure: .customer
    case .dataHandling: .compliance
    case .escalation: .business
    }
  }

  /// As a heading names it.
  public var title: String {
    switch self {
    case .serviceFailure: "Service failures"
    case .dataHandling: "Data handling"
    case .escalation: "Escalation"
    }
  }
}
