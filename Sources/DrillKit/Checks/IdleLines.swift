// SPDX-License-Identifier: GPL-3.0-or-later

/// Lines that an author foresaw and that one situation has no use for: only those that no variant
/// and no clock has a use for are mistakes.
final class IdleLines {
  private var byItem: [String: Set<Diagnostic>] = [:]

  /// Takes what is idle in one situation of an item.
  func note(_ item: String, _ findings: [Diagnostic]) {
    byItem[item] = byItem[item]?.intersection(findings) ?? Set(findings)
  }

  /// What is idle in every situation of its item.
  var always: [Diagnostic] { byItem.values.flatMap { $0 } }
}
