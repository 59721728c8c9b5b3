// SPDX-License-Identifier: GPL-3.0-or-later

/// One line of a Reply's rubric: what a reply must say, or must not, and by which phrases it is
/// recognised.
public struct RubricLine: Hashable, Sendable {
  /// What a must-not line costs when it carries no percentage of its own.
  public static let usualPenalty = 25
  /// At most so many phrases, and so many exceptions, in a line.
  public static let maximumPhrases = 64

  /// Whether the reply must hit the line (`[x]`) or must not (`[ ]`).
  public let isMust: Bool
  /// The weight of a must line, 1…1,000; must-not lines have none that counts.
  public let weight: Int
  /// The marked cost of a must-not line in percentage points, 0…100; nil where it is not marked.
  public let penalty: Int?
  /// What the line looks for, in the author's words: `Apologises`.
  public let label: String
  /// The phrases, any of which hits.
  public let phrases: [RubricPhrase]
  /// The phrases after `not:`, inside which a match does not count.
  public let exceptions: [RubricPhrase]

  /// A line from its parts; weight and penalty are brought into their ranges.
  public init(
    label: String, phrases: [RubricPhrase], exceptions: [RubricPhrase] = [], must isMust: Bool,
    weight: Int = 1, penalty: Int? = nil
  ) {
    self.isMust = isMust
    self.weight = min(max(weight, 1), 1000)
    self.penalty = penalty.map { min(max($0, 0), 100) }
    self.label = label
    self.phrases = phrases
    self.exceptions = exceptions
  }

  /// What a hit costs in percentage points: nothing on a must line, else the mark, else 25.
  public var cost: Int { isMust ? 0 : penalty ?? Self.usualPenalty }

  /// The phrases of one single word, which a critical line should not rest on: one word alone
  /// is said for many reasons.
  public var oneWordPhrases: [RubricPhrase] {
    phrases.filter(\.isOneWord)
  }
}

/// A phrase of a rubric line, as its author wrote it.
public struct RubricPhrase: Hashable, Sendable {
  /// At most so many parts joined by `+` in a phrase.
  public static let maximumParts = 8
  /// At most so many words in one part.
  public static let maximumWords = 12

  /// The phrase as written: `send + code`.
  public let text: String
  /// What must stand in one sentence, in any order; one part unless `+` joins several.
  public let parts: [String]
  /// Where the phrase starts in the line's text, in Unicode scalars.
  public let offset: Int

  /// A phrase as it was written, and its parts.
  init(text: String, parts: [String], offset: Int) {
    self.text = text
    self.parts = parts
    self.offset = offset
  }

  /// Whether the phrase is a single word.
  public var isOneWord: Bool {
    parts.count == 1 && parts[0].split(whereSeparator: \.isWhitespace).count == 1
  }
}
