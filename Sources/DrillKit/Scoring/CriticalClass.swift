// SPDX-License-Identifier: GPL-3.0-or-later

/// Whom a critical failure hurts, as contact centres keep it apart.
public enum CriticalClass: String, Codable, Sendable, CaseIterable {
  case customer, business, compliance
}
