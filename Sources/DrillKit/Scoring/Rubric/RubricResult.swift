// SPDX-License-Identifier: GPL-3.0-or-later

/// What a rubric found in a reply: the words that earned or lost, line by line, and the credit.
public struct RubricResult: Hashable, Sendable {
  /// One line of the rubric, judged.
  public struct Line: Hashable, Sendable {
    /// The line that was looked for.
    public let line: RubricLine
    /// What counts, in the reply's order; no two matches of single phrases overlap.
    public let matches: [RubricMatch]
    /// What would have counted and does not, with the reason.
    public let cancelled: [CancelledMatch]

    /// Whether the line is hit; a keyword that is repeated counts once.
    public var isHit: Bool { !matches.isEmpty }
  }

  /// The rubric's lines, in its order.
  public let lines: [Line]
  /// The words of the reply, as the length setting counts them: what stands between white space
  /// and holds a letter or a digit.
  public let wordCount: Int
  /// Whether the reply was longer than what is read, so that its end was left out.
  public let isCut: Bool

  /// The exact share: Σ w·hit / Σ w over must lines, less what the must-not lines cost, not
  /// below nothing. Without must lines all of it is there to be lost.
  public var share: Share {
    let musts = lines.filter(\.line.isMust)
    let total = musts.reduce(0) { $0 + $1.line.weight }
    let hit = musts.reduce(0) { $0 + ($1.isHit ? $1.line.weight : 0) }
    let cost = lines.reduce(0) { $0 + ($1.isHit ? $1.line.cost : 0) }
    return (total == 0 ? Share.full : Share(hit, of: total)).less(percent: cost)
  }

  /// The share in basis points, rounded once, half to even.
  public var credit: Credit { share.credit }
}

/// Words of a reply that fit a phrase.
public struct RubricMatch: Hashable, Sendable {
  /// Where the words stand, in Unicode scalars of the reply: one range, or one for each part
  /// of a phrase that `+` joins.
  public let ranges: [Range<Int>]
  /// The words as typed; parts that stand apart are joined by ` … `.
  public let words: String
  /// The phrase as its author wrote it.
  public let phrase: String
}

/// A match that does not count, and why.
public struct CancelledMatch: Hashable, Sendable {
  /// Why a match does not count.
  public enum Reason: Hashable, Sendable {
    /// A negation stands before it, or closes what it says: the word as typed, and its range in
    /// scalars.
    case negated(by: String, range: Range<Int>)
    /// It lies inside an exception: the phrase as written, and its range in scalars.
    case exception(phrase: String, range: Range<Int>)
  }

  /// The words that fitted.
  public let match: RubricMatch
  /// Why they do not count.
  public let reason: Reason
}

/// Whether a reply may be sent: outside the length that the author set, it is refused.
public enum ReplyLength: Hashable, Sendable {
  /// It may be sent.
  case fits(words: Int)
  /// It has too few words.
  case tooShort(words: Int, minimum: Int)
  /// It has too many words.
  case tooLong(words: Int, maximum: Int)
  /// It takes more bytes of UTF-8 than a reply may.
  case tooLarge(bytes: Int, maximum: Int)

  /// The sentence for the employee, or nil when the reply fits.
  public var refusal: String? {
    switch self {
    case .fits: nil
    case .tooShort(let words, let minimum):
      "Your reply has \(Self.count(words)); it needs at least \(minimum). Add what is missing "
        + "and send it again."
    case .tooLong(let words, let maximum):
      "Your reply has \(Self.count(words)); at most \(maximum) are taken. Shorten it and send "
        + "it again."
    case .tooLarge(let bytes, let maximum):
      "Your reply takes \(bytes) bytes; at most \(maximum) are taken. Shorten it and send it "
        + "again."
    }
  }

  private static func count(_ words: Int) -> String { words == 1 ? "1 word" : "\(words) words" }
}
