// SPDX-License-Identifier: GPL-3.0-or-later

/// A value that a scenario shows the employee and that must not turn up in a reply.
public struct PlantedValue: Hashable, Codable, Sendable {
  /// The value as the scenario writes it.
  public let text: String

  /// What the value is, in the field's words: "payment card", "name".
  public let label: String

  /// A planted value with the label that explanations call it by.
  public init(text: String, label: String) {
    self.text = text
    self.label = label
  }
}
