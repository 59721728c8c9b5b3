// SPDX-License-Identifier: GPL-3.0-or-later

extension Store {
  /// The ledger's size and root as they were kept with the last append.
  public func head() throws(StoreError) -> TreeHead {
    try translating { try loadFrontier(of: ledger).head }
  }

  /// The stream's events in order; those of this store's own ledger unless another is named.
  public func bodies(
    ofStream stream: String, ledger other: String? = nil
  ) throws(StoreError) -> [Body] {
    try translating {
      var bodies: [Body] = []
      try connection.each(
        Self.selectBody + " WHERE ledger = ?1 AND stream = ?2 ORDER BY number",
        [.text(other ?? ledger), .text(stream)]
      ) { bodies.append(Self.body(from: $0)) }
      return bodies
    }
  }

  /// Calls `visit` with each event of every ledger, by ledger and place, one at a time in memory.
  ///
  /// Throws a `StoreError`, or what `visit` throws.
  public func eachBody(_ visit: (Body) throws -> Void) throws {
    try passing {
      try snapshot {
        try connection.each(Self.selectBody + " ORDER BY ledger, seq") {
          try visit(Self.body(from: $0))
        }
      }
    }
  }

  /// Calls `visit` with place and exact bytes of each leaf of this store's own ledger, in order.
  ///
  /// Throws a `StoreError`, or what `visit` throws.
  public func eachLeaf(
    from seq: Int = 0, _ visit: (_ seq: Int, _ bytes: [UInt8]) throws -> Void
  ) throws {
    try passing {
      try snapshot {
        try connection.each(
          "SELECT seq, bytes FROM leaf WHERE ledger = ?1 AND seq >= ?2 ORDER BY seq",
          [.text(ledger), .integer(seq)]
        ) { try visit($0.integer(at: 0), $0.blob(at: 1)) }
      }
    }
  }

  /// The content with this digest, or nil where it isn't kept. `verify` checks what it holds.
  public func content(_ digest: Digest) throws(StoreError) -> Content? {
    try translating {
      try connection.first(
        "SELECT kind, name, bytes FROM content WHERE digest = ?1", [.blob(digest.bytes)]
      ) { Content(kind: $0.text(at: 0), name: $0.text(at: 1), bytes: $0.blob(at: 2)) }
    }
  }

  /// The columns of a body in the order in which `body(from:)` reads them.
  static let selectBody =
    "SELECT ledger, seq, nonce, subject, actor, stream, number, kind, bytes FROM body"

  /// The body that the statement stands on.
  static func body(from row: Statement) -> Body {
    Body(
      ledger: row.text(at: 0), seq: row.integer(at: 1), nonce: row.blob(at: 2),
      subject: row.text(at: 3), actor: row.text(at: 4), stream: row.text(at: 5),
      number: row.integer(at: 6), kind: row.text(at: 7), bytes: row.blob(at: 8))
  }

  /// Runs `work`, gives errors of the store its words, and hands on the caller's as they are.
  fileprivate func passing(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch {
      throw Self.storeError(error, path: path, patience: patience) ?? error
    }
  }
}

extension Store {
  /// Runs a query of a projection's tables on one unchanging view of the store.
  ///
  /// Throws a `StoreError`, or what `work` throws.
  public func read(_ work: (Connection) throws -> Void) throws {
    try passing { try snapshot { try work(connection) } }
  }
}
