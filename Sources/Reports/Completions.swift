// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit
public import Ledger

/// A row of the export of completions: one attempt, in the columns that training systems know.
/// Columns without a source yet are empty, never guessed.
public struct Completion: Sendable {
  /// The attempt.
  public let attempt: AttemptSummary

  /// The row of an attempt.
  public init(_ attempt: AttemptSummary) { self.attempt = attempt }

  /// The columns' names, in order.
  public static let columns = [
    "record_id", "employee_id", "employee_name", "job_title", "org_unit", "supervisor_id",
    "curriculum", "drill_id", "drill_title", "drill_version", "registration_id", "attempt",
    "status", "score_raw", "score_min", "score_max", "score_percent", "pass_percent", "passed",
    "critical", "assigned_at", "due_at", "started_at", "completed_at", "duration_seconds",
    "expires_at", "acknowledged_at", "waiver_reason", "ledger", "ledger_seq",
    "corrected_at", "corrected_by", "correction_reason", "original_score_percent",
    "original_passed",
  ]

  /// What a cell holds.
  public enum Value: Hashable, Sendable {
    case text(String)
    /// A number as it is written: whole or with a point.
    case number(String)
    case truth(Bool)
    case empty
  }

  /// The cells, in the columns' order.
  public var values: [Value] {
    var cells = CompletionValues()
    write(to: &cells)
    return cells.values
  }
}
