// SPDX-License-Identifier: GPL-3.0-or-later

extension Store {
  /// Writes events at the end of the ledger and of their stream, all of them or none; they are
  /// safe on the disk when this returns.
  ///
  /// - Parameters:
  ///   - records: The events, in order.
  ///   - stream: The list that they belong to, such as one attempt.
  ///   - number: The place in the stream that the first of them is to have, so that two writers
  ///     who both saw the same events can't both go on; nil to write wherever the stream ends.
  ///   - content: What the events refer to by its digest, kept in the same transaction.
  ///   - values: What the events' bytes say, for the projections; empty to have them read.
  /// - Returns: The events' places and the tree with them in it.
  /// - Throws: `conflict` where the stream has gone on meanwhile; nothing is written on any error.
  @discardableResult
  public func append(
    _ records: [NewRecord], stream: String, expecting number: Int?, content: [Content] = [],
    values: [any Sendable] = []
  ) throws(StoreError) -> AppendReceipt {
    guard !stream.isEmpty else { throw .invalidRecord(reason: "its stream has no name") }
    for record in records where !record.hasValidKind {
      throw .invalidRecord(reason: "its kind is “\(record.kind)”")
    }
    return try write {
      let ends = try ends(ofStream: stream)
      let next = ends.stream
      if let number, number != next {
        throw StoreError.conflict(stream: stream, expected: number, found: next)
      }
      for item in content { try insert(item) }
      var frontier = ends.frontier
      let first = frontier.size
      try check(end: ends.leaves, against: first)
      for (offset, record) in records.enumerated() {
        try insert(
          record, value: values.indices.contains(offset) ? values[offset] : nil, stream: stream,
          number: next + offset, into: &frontier)
      }
      if !records.isEmpty { try saveFrontier(frontier) }
      return AppendReceipt(
        seqs: first..<frontier.size, numbers: next..<next + records.count, frontier: frontier)
    }
  }

  /// Keeps content by its digest; content that is there already stays as it is.
  public func keep(_ content: [Content]) throws(StoreError) {
    try write { for item in content { try insert(item) } }
  }

  /// The place that the stream's next event will have: the number of events that it has had.
  public func nextNumber(inStream stream: String) throws(StoreError) -> Int {
    try translating {
      let next =
        try connection.first(
          "SELECT max(number) + 1 FROM body WHERE ledger = ?1 AND stream = ?2",
          [.text(ledger), .text(stream)]
        ) { $0.integer(at: 0) } ?? 0
      return try checked(next, inStream: stream)
    }
  }

  private func checked(_ next: Int, inStream stream: String) throws -> Int {
    guard (0..<MerkleFrontier.limit).contains(next) else {
      throw StoreError.corrupt(path: path, detail: "\(stream) has an event number \(next - 1)")
    }
    return next
  }

  /// Where the ledger, its tree and a stream end: all that an append has to know, in one question,
  /// because somebody waits for its answer.
  private func ends(
    ofStream stream: String
  ) throws -> (stream: Int, leaves: Int, frontier: MerkleFrontier) {
    let found = try connection.first(
      """
      SELECT size, nodes, (SELECT max(seq) + 1 FROM leaf WHERE ledger = ?1),
        (SELECT max(number) + 1 FROM body WHERE ledger = ?1 AND stream = ?2)
      FROM frontier WHERE ledger = ?1
      """, [.text(ledger), .text(stream)]
    ) { row in
      (
        number: row.integer(at: 3), leaves: row.integer(at: 2),
        frontier: MerkleFrontier(size: row.integer(at: 0), bytes: row.blob(at: 1))
      )
    }
    let number = try checked(found?.number ?? 0, inStream: stream)
    guard let found, let frontier = found.frontier else { throw brokenTree }
    return (number, found.leaves, frontier)
  }

  private var brokenTree: StoreError {
    StoreError.corrupt(path: path, detail: "the edge of its tree can't be read")
  }

  /// The frontier as it is kept. Throws where it contradicts itself.
  func loadFrontier(of ledger: String) throws -> MerkleFrontier {
    let kept = try connection.first(
      "SELECT size, nodes FROM frontier WHERE ledger = ?1", [.text(ledger)]
    ) { MerkleFrontier(size: $0.integer(at: 0), bytes: $0.blob(at: 1)) }
    guard let frontier = kept ?? nil else { throw brokenTree }
    return frontier
  }

  private func saveFrontier(_ frontier: MerkleFrontier) throws {
    try connection.run(
      "UPDATE frontier SET size = ?2, nodes = ?3 WHERE ledger = ?1",
      [.text(ledger), .integer(frontier.size), .blob(frontier.bytes)])
  }

  /// Refuses to build on a ledger whose last events have been cut off or added by hand.
  private func check(end: Int, against size: Int) throws {
    if end != size {
      throw StoreError.corrupt(
        path: path, detail: "the ledger has events up to \(end), and its tree up to \(size)")
    }
  }

  private func insert(
    _ record: NewRecord, value: (any Sendable)?, stream: String, number: Int,
    into frontier: inout MerkleFrontier
  ) throws {
    let nonce = Sodium.randomBytes(Sodium.digestLength)
    let seq = frontier.size
    let leaf = Leaf(
      ledger: ledger, seq: seq, kind: record.kind,
      commitment: Digest(commitmentTo: record.bytes, nonce: nonce)
    ).bytes
    try connection.run(
      "INSERT INTO leaf (ledger, seq, bytes) VALUES (?1, ?2, ?3)",
      [.text(ledger), .integer(seq), .blob(leaf)])
    try connection.run(
      """
      INSERT INTO body (ledger, seq, nonce, subject, actor, stream, number, kind, bytes)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """,
      [
        .text(ledger), .integer(seq), .blob(nonce), .text(record.subject), .text(record.actor),
        .text(stream), .integer(number), .text(record.kind), .blob(record.bytes),
      ])
    frontier.append(leaf: leaf)
    let body = Body(
      ledger: ledger, seq: seq, nonce: nonce, subject: record.subject, actor: record.actor,
      stream: stream, number: number, kind: record.kind, bytes: record.bytes)
    for projection in projections {
      try apply(projection, to: body, value: value)
    }
  }

  private func insert(_ content: Content) throws {
    guard !content.kind.isEmpty else {
      throw StoreError.invalidRecord(reason: "content “\(content.name)” has no kind")
    }
    try connection.run(
      """
      INSERT INTO content (digest, kind, name, bytes) VALUES (?1, ?2, ?3, ?4)
      ON CONFLICT (digest) DO NOTHING
      """,
      [
        .blob(Digest(of: content.bytes).bytes), .text(content.kind), .text(content.name),
        .blob(content.bytes),
      ])
  }
}
