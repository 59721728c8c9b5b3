// SPDX-License-Identifier: GPL-3.0-or-later

/// A kind of item: its verb and how its section is read.
protocol ItemKind: Sendable {
  /// The word before the heading's colon: `Choose all`.
  static var verb: String { get }

  /// What it asks, in a sentence for authors.
  static var meaning: String { get }

  /// The settings that it understands beside the common ones.
  static var settings: Set<String> { get }

  /// The words that its list of foreseen answers may hold; empty where authors write answers of
  /// their own.
  static func foreseenWords(in book: PolicyBook) -> [String]

  /// Whether its list of answers holds words that the language or a policy knows, so that a
  /// translation keeps them.
  static var hasForeseenAnswers: Bool { get }

  /// Whether its last list holds answers, and is no text.
  static var hasAnswerList: Bool { get }

  /// Whether it shows a text that is worked on as it came: no voice of the story, and with the
  /// addresses that stood in it.
  static var showsAsItCame: Bool { get }

  /// Whether the words of its answers are looked for in what somebody writes, and so stand there as
  /// they are.
  static var seeksAnswers: Bool { get }

  /// What of the words in its table means something to the program, so that a translation keeps it:
  /// all of them, a mark before them, or nothing (nil).
  ///
  /// - Parameters:
  ///   - words: A header, or what stands between two `;` of a cell.
  ///   - column: The index of their column.
  ///   - isHeader: Whether they are its header.
  ///   - header: All headers.
  ///   - derived: The column that a policy fills, if the item says so.
  /// - Returns: the key; nil for words that are translated.
  static func key(
    of words: String, column: Int, isHeader: Bool, header: [String], derived: String?
  ) -> String?

  /// Whether the cells of a column are values that are told apart, so that equal ones stay equal.
  static func holdsValues(column: Int, header: [String], derived: String?) -> Bool

  /// Reads a section; nil, with errors reported, where it can't be asked.
  static func read(_ section: inout ItemSection) -> (any ItemContent)?
}

extension ItemKind {
  /// Most kinds have no settings of their own.
  static var settings: Set<String> { [] }
  /// In most kinds the answers are the author's own.
  static func foreseenWords(in book: PolicyBook) -> [String] { [] }
  /// In most kinds the answers are the author's own.
  static var hasForeseenAnswers: Bool { false }
  /// Most kinds have one.
  static var hasAnswerList: Bool { true }
  /// Most kinds show what the author wrote for them.
  static var showsAsItCame: Bool { false }
  /// In most kinds the answers are shown.
  static var seeksAnswers: Bool { false }
  /// Most kinds have no table.
  static func key(
    of words: String, column: Int, isHeader: Bool, header: [String], derived: String?
  ) -> String? { nil }
  /// Most kinds have no table.
  static func holdsValues(column: Int, header: [String], derived: String?) -> Bool { false }
  /// Whether lines go by at a pace of the kind's own, so that no timer runs.
  static var hasOwnPace: Bool { settings.contains("pace") }
}
