// SPDX-License-Identifier: GPL-3.0-or-later

/// Telling the right owner, at the right level, by the right channel, in time: the Routes table
/// answers.
enum EscalateKind: ItemKind {
  static let verb = "Escalate"
  static let meaning =
    "Who is told, how and by when: the facts and the Routes table decide."

  static let hasForeseenAnswers = true

  static func foreseenWords(in book: PolicyBook) -> [String] { EscalateContent.faults }

  static func read(_ section: inout ItemSection) -> (any ItemContent)? {
    EscalateContent(foreseen: Foreseen(&section), duty: section.duty)
  }
}
