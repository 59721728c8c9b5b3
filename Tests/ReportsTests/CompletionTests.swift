// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Ledger
@testable import Reports

/// An attempt of the list that differs in what a test names.
func summary(_ change: (inout AttemptSummary) -> Void = { _ in }) -> AttemptSummary {
  var summary = AttemptSummary(
    attempt: "11111111-2222-4333-8444-555555555555", ledger: "ledger", seq: 41, employee: "00417",
    drill: "desk", title: "The desk", version: 3, number: 2, status: .passed,
    score: Credit(clamping: 9375), pass: Credit(clamping: 8000), points: 8, earned: 75_000,
    critical: [], answered: 3, startedAt: Instant(milliseconds: 1_767_225_600_999),
    lastAt: Instant(milliseconds: 1_767_225_662_001), seconds: 61)
  change(&summary)
  return summary
}

@Suite struct CompletionTests {
  // The list of the design chapter on records, word for word.
  private static let columns = """
    record_id, employee_id, employee_name, job_title, org_unit, supervisor_id, curriculum, drill_id, \
    drill_title, drill_version, registration_id, attempt, status, score_raw, score_min, score_max, \
    score_percent, pass_percent, passed, critical, assigned_at, due_at, started_at, completed_at, \
    duration_seconds, expires_at, acknowledged_at, waiver_reason, ledger, ledger_seq, \
    corrected_at, corrected_by, correction_reason, original_score_percent, original_passed
    """

  private func row(_ change: (inout AttemptSummary) -> Void = { _ in }) -> [String: String] {
    let values = Completion(summary(change)).values.map(\.csv)
    return Dictionary(uniqueKeysWithValues: zip(Completion.columns, values))
  }

  @Test func `the columns are those that were agreed, each with a value`() {
    #expect(Completion.columns.joined(separator: ", ") == Self.columns)
    for status in AttemptSummary.Status.allCases {
      #expect(Completion(summary { $0.status = status }).values.count == 35)
    }
  }

  @Test func `an attempt that was passed`() {
    let row = row()
    #expect(row["record_id"] == "11111111-2222-4333-8444-555555555555")
    #expect(row["employee_id"] == "00417")
    #expect(row["drill_id"] == "desk")
    #expect(row["drill_title"] == "The desk")
    #expect(row["drill_version"] == "3")
    #expect(row["attempt"] == "2")
    #expect(row["status"] == "passed")
    #expect(row["score_raw"] == "7.5")
    #expect(row["score_min"] == "0")
    #expect(row["score_max"] == "8")
    #expect(row["score_percent"] == "93.75")
    #expect(row["pass_percent"] == "80")
    #expect(row["passed"] == "true")
    #expect(row["critical"] == "")
    #expect(row["started_at"] == "2026-01-01T00:00:00Z")
    #expect(row["completed_at"] == "2026-01-01T00:01:02Z")
    #expect(row["duration_seconds"] == "61")
    #expect(row["ledger"] == "ledger")
    #expect(row["ledger_seq"] == "41")
  }

  @Test func `a corrected attempt tells what it came to at first`() {
    let row = row {
      $0.correction = .init(
        at: Instant(milliseconds: 1_767_225_662_001), by: "lead", reason: "the key was wrong",
        score: Credit(clamping: 6250), status: .failed)
    }
    #expect(row["corrected_at"] == "2026-01-01T00:01:02Z")
    #expect(row["corrected_by"] == "lead")
    #expect(row["correction_reason"] == "the key was wrong")
    #expect(row["original_score_percent"] == "62.5")
    #expect(row["original_passed"] == "false")
    #expect(row["passed"] == "true")
  }

  @Test func `an attempt that failed, and why`() {
    let row = row {
      $0.status = .failed
      $0.critical = [.customer, .compliance]
    }
    #expect(row["status"] == "failed")
    #expect(row["passed"] == "false")
    #expect(row["critical"] == "customer;compliance")
  }

  @Test(arguments: [AttemptSummary.Status.paused, .underWay])
  func `an attempt without an end has no score, no outcome and no time of completion`(
    status: AttemptSummary.Status
  ) {
    let row = row {
      $0.status = status
      $0.score = nil
    }
    #expect(row["status"] == (status == .paused ? "paused" : "under way"))
    for column in [
      "score_raw", "score_min", "score_max", "score_percent", "passed", "critical",
      "completed_at",
    ] {
      #expect(row[column] == "", "\(column)")
    }
    #expect(row["started_at"] == "2026-01-01T00:00:00Z")
  }

  @Test func `what has no source yet is empty, not guessed`() {
    let row = row()
    for column in [
      "employee_name", "job_title", "org_unit", "supervisor_id", "curriculum", "assigned_at",
      "due_at", "expires_at", "acknowledged_at", "waiver_reason",
    ] {
      #expect(row[column] == "", "\(column)")
    }
  }

  @Test(arguments: [
    (0, "0"), (1, "0"), (150, "0.02"), (2_500, "0.25"), (9_999, "1"), (10_000, "1"),
    (60_001, "6"), (100_000, "10"), (123_450, "12.34"), (66_667, "6.67"),
  ]) func `points are decimals without zeros at the end`(earned: Int, text: String) {
    let row = row {
      $0.status = .passed
      $0.score = .full
      $0.earned = earned
    }
    #expect(row["score_raw"] == text)
  }

  // Computed with GNU date -u.
  @Test(arguments: [
    (Int64(0), "1970-01-01T00:00:00Z"), (999, "1970-01-01T00:00:00Z"),
    (951_782_400_000, "2000-02-29T00:00:00Z"), (1_709_251_199_999, "2024-02-29T23:59:59Z"),
    (1_767_225_599_999, "2025-12-31T23:59:59Z"), (-1, "1969-12-31T23:59:59Z"),
    (253_402_300_799_000, "9999-12-31T23:59:59Z"),
  ]) func `times are in UTC, to the second, with a Z`(milliseconds: Int64, text: String) {
    #expect(row { $0.startedAt = Instant(milliseconds: milliseconds) }["started_at"] == text)
  }
}

extension Completion.Value {
  /// The cell as CSV holds it.
  var csv: String {
    switch self {
    case .text(let text), .number(let text): text
    case .truth(let value): value ? "true" : "false"
    case .empty: ""
    }
  }
}
