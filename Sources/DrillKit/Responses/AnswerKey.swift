// SPDX-License-Identifier: GPL-3.0-or-later

/// What is right in an item, as other quiz programs can hold it. Kinds whose answers follow from a
/// policy, or that have no counterpart elsewhere, have none.
public struct AnswerKey: Sendable {
  /// The forms that keys have elsewhere as well.
  public enum Form: Sendable {
    /// Answers to pick from; one, or all that are right.
    case choices([Choice], several: Bool)
    /// Words that belong together.
    case pairs([Pair])
    /// Words or numbers to be typed, and what is said to anything else.
    case values([Value], otherwise: String?)
    /// Whatever is typed.
    case anything
  }

  /// An answer to pick.
  public struct Choice: Hashable, Sendable {
    /// The words; a line feed where a line ends.
    public let text: String
    /// Whether it is ticked.
    public let isRight: Bool
    /// What its marks say it earns, or costs below 0, in per cent; nil where they say nothing.
    public let percent: Int?
    /// What is said to it.
    public let feedback: String?

    /// An answer.
    public init(text: String, isRight: Bool, percent: Int?, feedback: String?) {
      self.text = text
      self.isRight = isRight
      self.percent = percent
      self.feedback = feedback
    }
  }

  /// A given text and what belongs to it.
  public struct Pair: Hashable, Sendable {
    /// The given text; empty where the other belongs to none.
    public let left: String
    /// What belongs to it.
    public let right: String
  }

  /// One right value.
  public enum Value: Hashable, Sendable {
    /// Words as written; a number alone among them.
    case words(String)
    /// Numbers from one to another; `center` is the first of both, or the number in the middle.
    case numbers(low: DecimalNumber, high: DecimalNumber, center: DecimalNumber)
  }

  /// Something of the item that such a key can't hold.
  public struct Remainder: Hashable, Sendable {
    /// Where it stands.
    public let place: Place
    /// What it is, as the start of a sentence.
    public let what: String

    /// Something that is left.
    public init(place: Place, what: String) {
      self.place = place
      self.what = what
    }
  }

  /// The key.
  public let form: Form
  /// What of the item's answers is not in it.
  public let remainders: [Remainder]

  init(_ form: Form, leaving remainders: [Remainder] = []) {
    self.form = form
    self.remainders = remainders
  }
}

extension AnswerKey.Value {
  /// The value of a number that stands in words; nil where they are none.
  public var number: (low: DecimalNumber, high: DecimalNumber, center: DecimalNumber)? {
    switch self {
    case .numbers(let low, let high, let center): (low, high, center)
    case .words(let text): DecimalNumber(text).map { ($0, $0, $0) }
    }
  }
}
