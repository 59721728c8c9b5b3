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

  /// Whether words of its table are a key that a translation keeps: a header, or what stands
  /// between two `;` of a cell.
  ///
  /// - Parameters:
  ///   - words: The words.
  ///   - column: The index of their column.
  ///   - isHeader: Whether they are its header.
  ///   - header: All headers.
  ///   - derived: The column that a policy fills, if the item says so.
  /// - Returns: true where the words mean something to the program.
  static func isKey(
    _ words: String, column: Int, isHeader: Bool, header: [String], derived: String?
  ) -> Bool

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
  /// Most kinds have no table.
  static func isKey(
    _ words: String, column: Int, isHeader: Bool, header: [String], derived: String?
  ) -> Bool { false }
  /// Whether lines go by at a pace of the kind's own, so that no timer runs.
  static var hasOwnPace: Bool { settings.contains("pace") }
}
