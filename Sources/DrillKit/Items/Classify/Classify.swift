// SPDX-License-Identifier: GPL-3.0-or-later

/// How severe an incident is: the Severity table answers.
enum ClassifyKind: ItemKind {
  static let verb = "Classify"

  static func read(_ section: inout ItemSection) -> (any ItemContent)? {
    ClassifyContent(foreseen: Foreseen(&section), duty: section.duty)
  }
}
