// SPDX-License-Identifier: GPL-3.0-or-later

/// From version 1 of the tables, which kept leaves, bodies and the tree's edge apart, to this one.
extension Store {
  /// Brings a store of version 1 over, in one transaction: whole or not at all, with the same
  /// leaves, bodies and root. Throws `notMigrated` where the record is not sound.
  ///
  /// The caller holds the write lock.
  static func migrate(in connection: Connection, path: String) throws {
    // Whoever held the lock before may have done it meanwhile.
    guard try inspect(connection, path: path) == .older else { return }
    try transaction(in: connection) { try moveTables(in: connection, path: path) }
  }

  /// All of the work, within the caller's transaction.
  static func moveTables(in connection: Connection, path: String) throws {
    try connection.execute(
      """
      DROP TRIGGER IF EXISTS leaf_unchanged;
      DROP TRIGGER IF EXISTS leaf_kept;
      DROP TRIGGER IF EXISTS body_unchanged;
      ALTER TABLE ledger RENAME TO former_ledger;
      """)
    try connection.execute(Schema.events)
    try connection.execute(
      """
      INSERT INTO ledger (number, id, created)
        SELECT row_number() OVER (ORDER BY own DESC, created, id) - 1, id, created
        FROM former_ledger;
      INSERT INTO stream (ledger, name)
        SELECT ledger.number, body.stream FROM body JOIN ledger ON ledger.id = body.ledger
        GROUP BY ledger.number, body.stream ORDER BY ledger.number, min(body.seq);
      """)
    var ledgers: [(number: Int, id: String)] = []
    try connection.each("SELECT number, id FROM ledger ORDER BY number") {
      ledgers.append(($0.integer(at: 0), $0.text(at: 1)))
    }
    let bodies = try count("body", in: connection)
    var heads: [TreeHead] = []
    for ledger in ledgers {
      heads.append(try moveEvents(of: ledger.id, number: ledger.number, in: connection, path: path))
    }
    guard try count("event", in: connection) == bodies else {
      throw StoreError.notMigrated(path: path, detail: "There are bodies without a leaf.")
    }
    // The children first, because of the foreign keys.
    for table in ["body", "leaf", "frontier", "former_ledger"] {
      try connection.execute("DROP TABLE \(table)")
    }
    try connection.execute("PRAGMA user_version = \(Schema.version)")
    for (ledger, head) in zip(ledgers, heads) {
      try checkMoved(ledger.id, head: head, in: connection, path: path)
    }
  }

  /// Moves the events of one ledger; gives size and root, which are as they were kept before.
  private static func moveEvents(
    of ledger: String, number: Int, in connection: Connection, path: String
  ) throws -> TreeHead {
    let kept = try connection.first(
      "SELECT size, nodes FROM frontier WHERE ledger = ?1", [.text(ledger)]
    ) { MerkleFrontier(size: $0.integer(at: 0), bytes: $0.blob(at: 1)) }
    guard let kept = kept ?? nil else {
      throw StoreError.notMigrated(path: path, detail: "The edge of its tree can't be read.")
    }
    var frontier = MerkleFrontier()
    var before: Int?
    try connection.each(
      """
      SELECT leaf.seq, leaf.bytes, stream.id, body.number, nonce, subject, actor, kind, body.bytes
      FROM leaf LEFT JOIN body ON body.ledger = leaf.ledger AND body.seq = leaf.seq
        LEFT JOIN stream ON stream.ledger = ?2 AND stream.name = body.stream
      WHERE leaf.ledger = ?1 ORDER BY leaf.seq
      """, [.text(ledger), .integer(number)]
    ) { row in
      let seq = row.integer(at: 0)
      guard seq == frontier.size, seq < kept.size, !row.isNull(at: 8) else {
        throw StoreError.notMigrated(
          path: path, detail: "Around event \(frontier.size) something is missing or too much.")
      }
      let leaf = row.blob(at: 1)
      frontier.append(leaf: leaf)
      let stream = row.integer(at: 2)
      try connection.run(
        """
        INSERT INTO event (place, leaf, edge, stream, number, opens, nonce, subject, actor, kind,
          bytes)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        """,
        [
          .integer(number * Schema.ledgerSpan + seq), .blob(leaf),
          seq == kept.size - 1 ? .blob(kept.bytes) : .null, .integer(stream),
          .integer(row.integer(at: 3)), .integer(before == stream ? 0 : 1),
          .blob(row.blob(at: 4)), .text(row.text(at: 5)), .text(row.text(at: 6)),
          .text(row.text(at: 7)), .blob(row.blob(at: 8)),
        ])
      before = stream
    }
    guard frontier == kept else {
      throw StoreError.notMigrated(
        path: path, detail: "Its leaves make another root than the one that was kept.")
    }
    return frontier.head
  }

  /// Checks a ledger that was moved from its first byte to its last.
  private static func checkMoved(
    _ ledger: String, head: TreeHead, in connection: Connection, path: String
  ) throws {
    var check = LedgerCheck(
      connection: connection, ledger: ledger, checkpoint: head, isErased: { _ in false },
      judge: { _ in [] })
    try check.run()
    if let finding = check.result.findings.first {
      throw StoreError.notMigrated(path: path, detail: "\(finding)")
    }
  }

  private static func count(_ table: String, in connection: Connection) throws -> Int {
    try connection.first("SELECT count(*) FROM \(table)") { $0.integer(at: 0) } ?? 0
  }
}
