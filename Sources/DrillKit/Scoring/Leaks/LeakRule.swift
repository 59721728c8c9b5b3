// SPDX-License-Identifier: GPL-3.0-or-later

/// A stretch of units that one rule takes for a leak.
struct LeakCandidate {
  /// Where it stands, in units.
  let range: Range<Int>
  /// What it is.
  let kind: LeakKind
  /// Why it counts.
  let reason: String
  /// What the scenario calls the value; nil where it did not plant it.
  var label: String?
}

/// A search for one kind of leak.
protocol LeakRule: Sendable {
  /// What the rule finds, in order and without overlaps, in time linear in the text.
  func candidates(in text: inout LeakText) -> [LeakCandidate]
}
