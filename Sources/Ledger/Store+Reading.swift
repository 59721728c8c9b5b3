// SPDX-License-Identifier: GPL-3.0-or-later

extension Store {
  /// The ledger's size and root as they were kept with the last append.
  public func head() throws(StoreError) -> TreeHead {
    try translating { try loadFrontier().head }
  }

  /// The stream's events in order; those of this store's own ledger unless another is named.
  public func bodies(
    ofStream stream: String, ledger other: String? = nil
  ) throws(StoreError) -> [Body] {
    try translating {
      try snapshot {
        var bodies: [Body] = []
        let id = try connection.first(
          """
          SELECT stream.id FROM stream JOIN ledger ON ledger.number = stream.ledger
          WHERE ledger.id = ?1 AND stream.name = ?2
          """, [.text(other ?? ledger), .text(stream)]
        ) { $0.integer(at: 0) }
        if let id { try eachBody(ofStream: id) { bodies.append($0) } }
        return bodies
      }
    }
  }

  /// Calls `visit` with each event of every ledger, by ledger and place, one at a time in memory.
  ///
  /// Throws a `StoreError`, or what `visit` throws.
  public func eachBody(_ visit: (Body) throws -> Void) throws {
    try passing { try snapshot { try eachBodyByPlace(visit) } }
  }

  /// Calls `visit` with each body by ledger and place.
  func eachBodyByPlace(_ visit: (Body) throws -> Void) throws {
    try connection.each("SELECT " + Self.bodyColumns + " ORDER BY place") { row in
      if let body = Self.body(from: row, at: 0) { try visit(body) }
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
          "SELECT place, leaf FROM event WHERE place >= ?1 AND place < ?2 ORDER BY place",
          [.integer(seq), .integer(Schema.ownEnd)]
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

  /// The columns of a body in the order in which `body(from:at:)` reads them, and where they are
  /// from. A body whose stream or ledger has lost its name is read all the same, with an empty one.
  static let bodyColumns = """
    ledger.id, place, nonce, subject, actor, stream.name, event.number, kind, bytes
    FROM event LEFT JOIN stream ON stream.id = event.stream
      LEFT JOIN ledger ON ledger.number = event.place >> 40
    """

  /// The body that the statement stands on, whose columns begin at one; nil where it was erased.
  static func body(from row: Statement, at first: Int32) -> Body? {
    guard !row.isNull(at: first + 8) else { return nil }
    return Body(
      ledger: row.text(at: first), seq: row.integer(at: first + 1) & (Schema.ledgerSpan - 1),
      nonce: row.blob(at: first + 2), subject: row.text(at: first + 3),
      actor: row.text(at: first + 4), stream: row.text(at: first + 5),
      number: row.integer(at: first + 6), kind: row.text(at: first + 7),
      bytes: row.blob(at: first + 8))
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
