// SPDX-License-Identifier: GPL-3.0-or-later

/// Which authorities and people must be told, and by when: the Notification clocks answer.
enum NotifyKind: ItemKind {
  static let verb = "Notify"
  static let meaning =
    "Which clocks run and when they end: the facts and the Notification clocks decide."

  static let hasForeseenAnswers = true

  static func foreseenWords(in book: PolicyBook) -> [String] {
    NotifyContent.faults + book.regimes
  }

  static func read(_ section: inout ItemSection) -> (any ItemContent)? {
    NotifyContent(foreseen: Foreseen(&section), duty: section.duty)
  }
}
