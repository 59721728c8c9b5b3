// SPDX-License-Identifier: GPL-3.0-or-later

/// How severe an incident is: the Severity table answers.
enum ClassifyKind: ItemKind {
  static let verb = "Classify"
  static let meaning =
    "How severe the incident is: the facts and the Severity table decide."

  static let hasForeseenAnswers = true

  static func foreseenWords(in book: PolicyBook) -> [String] { book.severityLevels.map(\.name) }

  static func read(_ section: inout ItemSection) -> (any ItemContent)? {
    ClassifyContent(foreseen: Foreseen(&section), duty: section.duty)
  }
}
