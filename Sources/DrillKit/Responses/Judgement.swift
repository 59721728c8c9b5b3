// SPDX-License-Identifier: GPL-3.0-or-later

/// One sentence about an answer: a voice of the story, feedback, or what earned or lost credit.
public struct Remark: Hashable, Codable, Sendable {
  /// What kind of sentence it is.
  public enum Kind: String, Codable, Sendable {
    /// The story goes on.
    case reaction
    /// What the author says of the answer.
    case feedback
    /// Earned credit.
    case earned
    /// Lost credit.
    case lost
    /// Neither.
    case note
    /// A critical failure.
    case critical
  }

  /// What kind of sentence it is.
  public var kind: Kind
  /// Who says it, in a reaction.
  public var speaker: String?
  /// The words.
  public var text: String
  /// The policy's clause that decides, as `policy#clause`.
  public var clause: String?

  /// A remark.
  public init(_ kind: Kind, _ text: String, speaker: String? = nil, clause: String? = nil) {
    self.kind = kind
    self.text = text
    self.speaker = speaker
    self.clause = clause
  }
}

/// A critical failure and what it was.
public struct CriticalFailure: Hashable, Codable, Sendable {
  /// Whom it hurts.
  public var kind: CriticalClass
  /// What happened, in a few words.
  public var what: String

  /// A critical failure.
  public init(_ kind: CriticalClass, _ what: String) {
    self.kind = kind
    self.what = what
  }
}

/// What a kind makes of a response, before tries and hints.
public struct Judgement: Hashable, Sendable {
  /// The exact share of full credit.
  public var share: Share
  /// Critical failures, most serious first.
  public var critical: [CriticalFailure] = []
  /// What the supervisor should see, though it was passed.
  public var coach: [String] = []
  /// Letters picked, for conditions and statistics.
  public var chosen: [String] = []
  /// Reactions, feedback and the explanation, in the order they are told.
  public var remarks: [Remark] = []
  /// The scene that the answer leads to, by slug.
  public var target: String?
  /// Scenario time that passes, in minutes.
  public var minutes = 0

  /// A judgement with a share and nothing else yet.
  public init(share: Share) { self.share = share }
}
