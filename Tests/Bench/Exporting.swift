// SPDX-License-Identifier: GPL-3.0-or-later

import CSQLite
import Ledger

/// The export of a large store.
enum Exporting {
  private static let rows = 1_000_000

  /// `drillhall export csv` against `sqlite3 -csv` on the same rows in the same order.
  static func figures(_ sample: Sample) throws -> [Figure] {
    let path = sample.path("million.db")
    do {
      _ = try Store.open(at: path, now: 0, projections: [AttemptProjection()])
    }
    try fill(path)
    let query = "SELECT * FROM attempt ORDER BY employee, drill, number, attempt"
    var ratios: [Double] = []
    var excel: [Double] = []
    var ours: [Double] = []
    for _ in 0..<3 {
      let theirs = try Run("sqlite3", ["-csv", "-header", path, query]).seconds
      let data = try export(sample, path, profile: "data")
      ours.append(data)
      ratios.append(data / theirs)
      excel.append(try export(sample, path, profile: "excel") / theirs)
    }
    return [
      Figure("export of 1,000,000 rows", "\(ours.median.text(places: 1)) s"),
      Figure("… of sqlite3 -csv on the same rows", ratios.median, atMost: 1, places: 2, unit: " ×"),
      Figure("… with the profile for spreadsheets", "\(excel.median.text(places: 2)) ×"),
    ]
  }

  private static func export(_ sample: Sample, _ path: String, profile: String) throws -> Double {
    let run = try Run(
      sample.drillhall, ["export", "csv", "--profile", profile, "--store", path])
    guard run.status == 0 else { throw BenchFailure("The export failed.") }
    return run.seconds
  }

  /// Attempts of 20,000 employees at fifty drills, written straight into the list that follows
  /// from the events: the export reads nothing else.
  private static func fill(_ path: String) throws {
    try PlainTable(path, making: false).execute(
      """
      PRAGMA synchronous = OFF;
      WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < \(rows))
      INSERT INTO attempt (attempt, ledger, seq, employee, drill, title, drill_version, number,
        status, score, pass, points, earned, critical, answered, started_at, last_at, active_ms)
      SELECT printf('%08x-0000-4000-8000-%012x', i * 2654435761 % 4294967296, i),
        (SELECT id FROM ledger WHERE number = 0), i, printf('E-%05d', i % 20000),
        'drill-' || (i / 20000), 'The rucksack on the train, part ' || (i / 20000), 1, 1,
        CASE WHEN i % 4 THEN 'passed' ELSE 'failed' END, 5000 + i % 5001, 8000, 20,
        (5000 + i % 5001) * 20, CASE WHEN i % 16 THEN '' ELSE 'leak' END, 9,
        1780000000000 + i * 1000, 1780000600000 + i * 1000, 540000 FROM n;
      """)
  }
}
