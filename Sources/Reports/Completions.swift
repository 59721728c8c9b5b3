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
    let isDone = attempt.score != nil
    return [
      .text(attempt.attempt), .text(attempt.employee), .empty, .empty, .empty, .empty, .empty,
      .text(attempt.drill), .text(attempt.title), .number("\(attempt.version)"),
      .text(attempt.attempt), .number("\(attempt.number)"),
      .text(attempt.status.rawValue),
      isDone ? .number(Self.decimal(attempt.earned, scale: 10_000)) : .empty,
      isDone ? .number("0") : .empty,
      isDone ? .number("\(attempt.points)") : .empty,
      attempt.score.map { .number($0.percent) } ?? .empty,
      .number(attempt.pass.percent),
      isDone ? .truth(attempt.status == .passed) : .empty,
      isDone ? .text(attempt.critical.map(\.rawValue).joined(separator: ";")) : .empty,
      .empty, .empty,
      .text(Self.timestamp(attempt.startedAt)),
      isDone ? .text(Self.timestamp(attempt.lastAt)) : .empty,
      .number("\(attempt.seconds)"),
      .empty, .empty, .empty,
      .text(attempt.ledger), .number("\(attempt.seq)"),
    ]
  }

  /// ISO 8601 to the second, in UTC.
  static func timestamp(_ instant: Instant) -> String {
    String(instant.description.prefix(19)) + "Z"
  }

  /// A whole number of parts as a decimal without trailing zeros; `scale` is a power of ten.
  static func decimal(_ parts: Int, scale: Int) -> String {
    let whole = parts / scale
    var rest = String(parts % scale)
    rest = String(repeating: "0", count: String(scale).count - 1 - rest.count) + rest
    while rest.last == "0" { rest.removeLast() }
    return rest.isEmpty ? "\(whole)" : "\(whole).\(rest)"
  }
}
