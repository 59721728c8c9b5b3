// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// One attempt, as lists and exports show it: a row of the projection.
public struct AttemptSummary: Hashable, Sendable {
  /// How it stands.
  public enum Status: String, Sendable, CaseIterable {
    /// Begun and not ended; the console may be gone.
    case underWay = "under way"
    case paused, passed, failed
  }

  /// The attempt's id.
  public var attempt: String
  /// The ledger that holds it.
  public var ledger: String
  /// The place of its latest event in the ledger.
  public var seq: Int
  /// The employee's id.
  public var employee: String
  /// The drill's id.
  public var drill: String
  /// The drill's title at that time.
  public var title: String
  /// The drill's version.
  public var version: Int
  /// Which attempt at this drill it is, from 1.
  public var number: Int
  /// How it stands.
  public var status: Status
  /// The score, once it ended.
  public var score: Credit?
  /// The share that passes.
  public var pass: Credit
  /// Points met, once it ended.
  public var points: Int
  /// Basis points times points earned, once it ended.
  public var earned: Int
  /// Classes of its critical failures.
  public var critical: [CriticalClass]
  /// How many questions are answered.
  public var answered: Int
  /// When it began.
  public var startedAt: Instant
  /// When its last event happened.
  public var lastAt: Instant
  /// Seconds at work, pauses left out.
  public var seconds: Int
  /// What was corrected since it ended; nil where nothing was.
  public var correction: Correction?

  /// The latest correction, and what the attempt came to when it ended.
  public struct Correction: Hashable, Sendable {
    /// When.
    public var at: Instant
    /// Who corrected it.
    public var by: String
    /// Why.
    public var reason: String
    /// The score at its end.
    public var score: Credit
    /// How it stood at its end.
    public var status: Status
  }
}

extension AttemptLog {
  /// Calls `visit` with each attempt, by employee, drill and number: one at a time in memory.
  ///
  /// Throws a `StoreError`, or what `visit` throws.
  public func eachAttempt(
    of employee: String? = nil, drill: String? = nil, _ visit: (AttemptSummary) throws -> Void
  ) throws {
    try store.read { connection in
      try connection.each(
        AttemptProjection.select
          + " WHERE (?1 IS NULL OR employee = ?1) AND (?2 IS NULL OR drill = ?2)"
          + " ORDER BY employee, drill, number, attempt",
        [employee.map { .text($0) } ?? .null, drill.map { .text($0) } ?? .null]
      ) { try visit(try AttemptProjection.summary(from: $0, of: store)) }
    }
  }

  /// All attempts of an employee, or at a drill, in order.
  public func attempts(of employee: String? = nil, drill: String? = nil) throws(StoreError)
    -> [AttemptSummary]
  {
    var found: [AttemptSummary] = []
    do {
      try eachAttempt(of: employee, drill: drill) { found.append($0) }
    } catch {
      throw (error as? StoreError) ?? .unexpected(path: store.path, detail: "\(error)")
    }
    return found
  }

  /// Attempts whose id begins so, at most `limit`.
  public func attempts(beginning prefix: String, limit: Int = 10) throws(StoreError)
    -> [AttemptSummary]
  {
    var found: [AttemptSummary] = []
    do {
      try store.read { connection in
        try connection.each(
          AttemptProjection.select
            + " WHERE substr(attempt, 1, length(?1)) = ?1 ORDER BY attempt LIMIT ?2",
          [.text(prefix), .integer(limit)]
        ) { found.append(try AttemptProjection.summary(from: $0, of: store)) }
      }
    } catch {
      throw (error as? StoreError) ?? .unexpected(path: store.path, detail: "\(error)")
    }
    return found
  }
}
