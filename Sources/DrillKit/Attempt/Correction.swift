// SPDX-License-Identifier: GPL-3.0-or-later

extension AttemptEvent {
  /// What an attempt comes to: what counts, or what counted before a correction.
  public struct Outcome: Hashable, Codable, Sendable {
    /// The share of the points met on the path, uncapped by critical failures.
    public var score: Credit
    /// Points earned, in basis points times points.
    public var earned: Int
    /// Points met.
    public var points: Int
    /// The share that passes, in basis points.
    public var pass: Credit
    /// Whether it was passed.
    public var passed: Bool
    /// Critical failures on the path.
    public var critical: [CriticalFailure]

    /// What an end says, with the mark that it was held to.
    public init(_ finished: Finished, pass: Credit) {
      score = finished.score
      earned = finished.earned
      points = finished.points
      self.pass = pass
      passed = finished.passed
      critical = finished.critical
    }

    /// What answers add up to.
    public init(_ score: Score, pass: Credit) {
      self.score = score.share ?? .full
      earned = score.earned
      points = score.points
      self.pass = pass
      passed = score.passes(pass)
      critical = score.critical
    }
  }

  /// A finished attempt was judged anew with a drill or policies that had been edited since. What
  /// happened stays as it was recorded; from here on the new outcome counts.
  public struct Corrected: Hashable, Codable, Sendable {
    /// Who corrected it.
    public var by: String
    /// Why.
    public var reason: String
    /// The version of the drill that it is judged with.
    public var version: Int
    /// SHA-256 of the bytes of the drill that it is judged with, hexadecimal.
    public var drillDigest: String
    /// SHA-256 of each policy's bytes, by policy id.
    public var policyDigests: [String: String]
    /// The index of the variant of it that was played.
    public var variant: Int
    /// What counted until then.
    public var before: Outcome
    /// What counts from then on.
    public var after: Outcome
    /// The recorded answers as they are judged now, in order: explaining them needs no judge.
    public var answers: [Answered]
    /// The revision of the judge.
    public var judge: Int

    /// A correction.
    public init(
      by: String, reason: String, version: Int, drillDigest: String,
      policyDigests: [String: String], variant: Int, before: Outcome, after: Outcome,
      answers: [Answered],
      judge: Int = Attempt.judgeRevision
    ) {
      self.by = by
      self.reason = reason
      self.version = version
      self.drillDigest = drillDigest
      self.policyDigests = policyDigests
      self.variant = variant
      self.before = before
      self.after = after
      self.answers = answers
      self.judge = judge
    }

    /// The most bytes that a reason has.
    public static let longestReason = 500

    /// Why a text is no reason, in a sentence; nil where it is one.
    public static func flaw(ofReason text: String) -> String? {
      if text.trimmed().isEmpty { return "A correction needs a reason. Say why, in a sentence." }
      if text.utf8.count > longestReason {
        return "A reason has at most \(longestReason) bytes, and this one has "
          + "\(text.utf8.count). Say it shorter."
      }
      if ForbiddenScalar.first(in: text) != nil || text.contains(where: { $0.isNewline }) {
        return "A reason is one line without control characters."
      }
      return nil
    }
  }
}

extension AttemptEvent.Outcome: CustomStringConvertible {
  /// `62.5 %, not passed, critical: compliance`.
  public var description: String {
    let classes = critical.map(\.kind.rawValue).joined(separator: ", ")
    return "\(score.percent) %, \(passed ? "passed" : "not passed")"
      + (classes.isEmpty ? "" : ", critical: \(classes)")
  }
}

extension AttemptEvent.Corrected {
  /// Who corrected it, when, why, and what became of the score, as sentences.
  public func words(at: Instant) -> String {
    let mark =
      before.pass == after.pass
      ? "" : " The mark was \(before.pass.percent) %, and is \(after.pass.percent) %."
    let why = reason.last.map { ".!?".contains($0) } == true ? reason : reason + "."
    return "Corrected on \(at.date) by \(by): \(why) "
      + "It was \(before), and is \(after).\(mark)"
  }
}

extension AttemptState {
  /// What counts: the latest correction's outcome, else the end's; nil before the end.
  public var outcome: AttemptEvent.Outcome? {
    if let correction = corrections.last { return correction.after }
    guard let started, let finished else { return nil }
    return AttemptEvent.Outcome(finished, pass: started.pass)
  }
}
