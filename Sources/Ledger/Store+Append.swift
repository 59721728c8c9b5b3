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
  ///   - check: Asked once nobody else can write any more; what it throws keeps all from being
  ///     written.
  /// - Returns: The events' places and the tree with them in it.
  /// - Throws: `conflict` where the stream has gone on meanwhile; nothing is written on any error.
  @discardableResult
  public func append(
    _ records: [NewRecord], stream: String, expecting number: Int?, content: [Content] = [],
    values: [any Sendable] = [], check: (Connection) throws -> Void = { _ in }
  ) throws(StoreError) -> AppendReceipt {
    guard !stream.isEmpty else { throw .invalidRecord(reason: "its stream has no name") }
    for record in records where !record.hasValidKind {
      throw .invalidRecord(reason: "its kind is “\(record.kind)”")
    }
    return try write {
      let tip = try tip(forStream: stream)
      let next = try nextNumber(after: tip, inStream: stream)
      if let number, number != next {
        throw StoreError.conflict(stream: stream, expected: number, found: next)
      }
      try check(connection)
      for item in content { try insert(item) }
      var frontier = tip.frontier
      let first = frontier.size
      if !records.isEmpty {
        let id = try tip.stream ?? makeStream(stream)
        try takeEdge(from: tip)
        for (offset, record) in records.enumerated() {
          try insert(
            record, value: values.indices.contains(offset) ? values[offset] : nil,
            into: Stream(id: id, name: stream), number: next + offset,
            opens: offset == 0 && tip.last?.stream != id, isNewest: offset == records.count - 1,
            frontier: &frontier)
        }
      }
      return AppendReceipt(
        seqs: first..<frontier.size, numbers: next..<next + records.count, frontier: frontier)
    }
  }

  /// Keeps content by its digest; content that is there already stays as it is.
  public func keep(_ content: [Content]) throws(StoreError) {
    try write { for item in content { try insert(item) } }
  }

  private func takeEdge(from tip: Tip) throws {
    guard tip.last != nil else { return }
    try connection.run(
      "UPDATE event SET edge = NULL WHERE place = ?1", [.integer(tip.frontier.size - 1)])
  }

  private func insert(
    _ record: NewRecord, value: (any Sendable)?, into stream: Stream, number: Int, opens: Bool,
    isNewest: Bool, frontier: inout MerkleFrontier
  ) throws {
    let nonce = Sodium.randomBytes(Sodium.digestLength)
    let seq = frontier.size
    let body = Body(
      ledger: ledger, seq: seq, nonce: nonce, subject: record.subject, actor: record.actor,
      stream: stream.name, number: number, kind: record.kind, bytes: record.bytes)
    let leaf = Leaf(
      ledger: ledger, seq: seq, kind: record.kind, commitment: Digest(.whole, commitmentTo: body)
    ).bytes
    frontier.append(leaf: leaf)
    try connection.run(
      """
      INSERT INTO event (place, leaf, edge, stream, number, opens, nonce, subject, actor, kind,
        bytes)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
      """,
      [
        .integer(seq), .blob(leaf), isNewest ? .blob(frontier.bytes) : .null, .integer(stream.id),
        .integer(number), .integer(opens ? 1 : 0), .blob(nonce), .text(record.subject),
        .text(record.actor), .text(record.kind), .blob(record.bytes),
      ])
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
