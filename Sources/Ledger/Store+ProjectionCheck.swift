// SPDX-License-Identifier: GPL-3.0-or-later

internal import CSQLite

extension Store {
  /// Makes every projection anew beside the store and compares it with the tables in it, row by
  /// row: lists and exports are read from those, and nothing proves them but the events.
  ///
  /// - Parameter limit: How many findings to give at most.
  /// - Returns: What differs; `judged` findings without a place in the ledger.
  /// - Throws: A `StoreError` where the store can't be read.
  public func verifyProjections(limit: Int = 20) throws(StoreError) -> [Finding] {
    try translating {
      try snapshot {
        var findings: [Finding] = []
        for projection in projections where findings.count < limit {
          if try stale().contains(where: { $0.name == projection.name }) {
            findings.append(
              Finding(
                .judged(
                  "The list “\(projection.name)” was made by another version. “drillhall rebuild” "
                    + "makes it anew.")))
          } else {
            findings += try differences(in: projection, limit: limit - findings.count)
          }
        }
        return findings
      }
    }
  }

  private func differences(in projection: any Projection, limit: Int) throws -> [Finding] {
    // An empty name is a private file that SQLite removes by itself: large ledgers fit too.
    let fresh = try Connection(path: "", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
    try fresh.execute("PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF; BEGIN")
    try fresh.execute(projection.schema)
    try eachBodyByPlace { body in
      // What a damaged body does to a list is the finding about that body.
      try? projection.apply(listed(body), in: fresh)
    }
    var tables: [String] = []
    try fresh.each("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name") {
      tables.append($0.text(at: 0))
    }
    var findings: [Finding] = []
    for table in tables where findings.count < limit {
      findings += try differences(in: table, fresh: fresh, limit: limit - findings.count)
    }
    return findings
  }

  /// Walks one table in both files, by the order of all its columns.
  private func differences(
    in table: String, fresh: Connection, limit: Int
  ) throws -> [Finding] {
    var columns: [String] = []
    try fresh.each("SELECT name FROM pragma_table_info(?1)", [.text(table)]) {
      columns.append("\"\($0.text(at: 0))\"")
    }
    // quote() tells a number from the same digits as text, and gives every value one form.
    let line = columns.map { "quote(\($0))" }.joined(separator: " || ' ' || ")
    let sql = "SELECT \(line) AS line FROM \"\(table)\" ORDER BY line"
    guard let kept = try? connection.prepare(sql) else {
      return [
        Finding(
          .judged(
            "The list “\(table)” is missing or has other columns. “drillhall rebuild” makes it "
              + "anew."))
      ]
    }
    let right = try fresh.prepare(sql)
    var findings: [Finding] = []
    func report(_ words: String, _ row: String) {
      guard findings.count < limit else { return }
      findings.append(
        Finding(
          .judged(
            "The list “\(table)” \(words): \(row).")))
    }
    var keptRow = try kept.step() ? kept.text(at: 0) : nil
    var rightRow = try right.step() ? right.text(at: 0) : nil
    while findings.count < limit, keptRow != nil || rightRow != nil {
      if let found = keptRow, rightRow.map({ Self.isBefore(found, $0) }) ?? true {
        report("has a row that the events don't bear out", found)
        keptRow = try kept.step() ? kept.text(at: 0) : nil
      } else if let wanted = rightRow, keptRow.map({ Self.isBefore(wanted, $0) }) ?? true {
        report("lacks a row that the events make", wanted)
        rightRow = try right.step() ? right.text(at: 0) : nil
      } else {
        keptRow = try kept.step() ? kept.text(at: 0) : nil
        rightRow = try right.step() ? right.text(at: 0) : nil
      }
    }
    return findings
  }

  /// The order of SQLite's own BINARY collation.
  private static func isBefore(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }
}
