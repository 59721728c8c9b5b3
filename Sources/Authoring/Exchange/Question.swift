// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// A question as quiz programs exchange it: what GIFT can say, and nothing else.
public struct Question: Hashable, Sendable {
  /// How a text is set: what stands in brackets before it.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    case html, markdown, plain, moodle
  }

  /// A text and how it is set; without a format it is the question's own.
  public struct Words: Hashable, Sendable {
    /// The text: no white space at its ends, line feeds where its lines end.
    public var text: String
    /// Its format, where one is written.
    public var format: Format?

    /// A text.
    public init(_ text: String, _ format: Format? = nil) {
      self.text = text
      self.format = format
    }
  }

  /// An answer, what it earns, and what is said to it.
  public struct Choice: Hashable, Sendable {
    /// The answer.
    public var words: Words
    /// What it earns or costs.
    public var weight: Weight
    /// What is said to it.
    public var feedback: Words?
  }

  /// Words that belong together.
  public struct Pair: Hashable, Sendable {
    /// The given words; empty for a value that belongs nowhere.
    public var left: Words
    /// What belongs to them.
    public var right: String
  }

  /// Numbers that are right, what they earn, and what is said to them.
  public struct Window: Hashable, Sendable {
    /// The least.
    public var low: DecimalNumber
    /// The greatest.
    public var high: DecimalNumber
    /// The number that is meant: the first of a range, the middle of a tolerance.
    public var center: DecimalNumber
    /// What it earns.
    public var weight: Weight
    /// What is said to it.
    public var feedback: Words?
  }

  /// What is asked, by its form.
  public enum Body: Hashable, Sendable {
    /// A text that asks nothing.
    case description
    /// Free text.
    case essay
    /// Whether something is so.
    case truth(Bool, whenWrong: Words?, whenRight: Words?)
    /// Answers to pick from: one, or several.
    case choice([Choice], several: Bool)
    /// Words to be typed.
    case short([Choice])
    /// Words to be brought together.
    case matching([Pair])
    /// Numbers to be typed, and what is said to any other.
    case numeric([Window], otherwise: Words?)
  }

  /// The line at which it begins, from 1.
  public var line: Int
  /// The category that it lies in, as written.
  public var category: String?
  /// What it is called.
  public var title: String?
  /// The id of whoever keeps it.
  public var id: String?
  /// Its tags.
  public var tags: [String] = []
  /// What its author noted beside it.
  public var comments: [String] = []
  /// What is asked.
  public var text: Words
  /// Where in the text, counted in Unicode scalars, the blank stands that the answer fills.
  public var blank: Int?
  /// How it is answered.
  public var body: Body
  /// What is said after any answer.
  public var general: Words?
  /// What of its HTML has no place in words.
  public var losses: [String] = []
  /// Whether its HTML sets words in bold or italics, which is not kept.
  public var isEmphatic = false

  /// The blank as it stands in a text.
  static let blankSign = "_____"

  /// A question.
  init(line: Int, text: Words, body: Body) {
    self.line = line
    self.text = text
    self.body = body
  }

  /// The same, wherever it stands and whatever was lost on the way.
  public var unplaced: Question {
    var question = self
    question.line = 0
    (question.losses, question.isEmphatic) = ([], false)
    return question
  }

  /// What it is called in a message: its title or the beginning of its text.
  public var name: String {
    let words = title ?? text.text.split(separator: "\n").first.map(String.init) ?? ""
    return words.count <= 40 ? words : words.prefix(39) + "…"
  }
}
