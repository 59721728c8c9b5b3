// SPDX-License-Identifier: GPL-3.0-or-later

/// Tables that follow from the events alone, so that they can be dropped and rebuilt.
///
/// Everything that a projection makes is called by its name, or by its name, an underscore and
/// more: for `standing` the tables `standing` and `standing_item`, the index `standing_by_team`.
public protocol Projection: Sendable {
  /// Letters a–z only, unlike any table of the ledger's own.
  var name: String { get }
  /// Another number than the one on the disk means: rebuild.
  var version: Int { get }
  /// The script that makes its tables.
  var schema: String { get }
  /// Takes one event in, within the transaction that writes it. Events come by ledger and place;
  /// an error keeps the event from being written.
  func apply(_ event: ListedEvent, in connection: Connection) throws
}

/// An event as a projection takes it in.
public struct ListedEvent {
  /// The event.
  public let body: Body
  /// What its bytes say, where whoever writes it handed that over, so that they need not be read
  /// again at once.
  public let value: (any Sendable)?
  /// The events before it in its stream, read when they are asked for.
  public let earlier: () throws -> [Body]
}

extension Store {
  /// The names of the projections whose tables are missing or of another version: only ever any
  /// in a mode that can't write.
  public func staleProjections() throws(StoreError) -> [String] {
    try translating { try stale().map(\.name) }
  }

  /// Drops the tables of every registered projection and makes them anew from all events that can
  /// be read.
  ///
  /// - Returns: The events that could not be taken in, each with the reason.
  public func rebuildProjections() throws(StoreError) -> [Finding] {
    try write {
      var findings: [Finding] = []
      for projection in projections { findings += try make(projection) }
      return findings
    }
  }

  /// Makes those projections anew that are missing or of another version.
  func rebuildStaleProjections() throws {
    for projection in projections {
      let letters = projection.name.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
      }
      precondition(
        letters && !projection.name.isEmpty && !Schema.tables.contains(projection.name)
          && !projection.name.hasPrefix("sqlite"),
        "A projection can't be called \(projection.name).")
    }
    if try !stale().isEmpty {
      // Asked again under the lock: another process may be rebuilding the same ones just now.
      // What can't be taken in is named by `verify`: it must not keep everybody from the rest.
      try write { for projection in try stale() { _ = try make(projection) } }
    }
  }

  /// Hands one event to a projection and says whose error it is if it fails.
  func apply(
    _ projection: any Projection, to body: Body, value: (any Sendable)? = nil
  ) throws {
    do {
      try projection.apply(listed(body, value: value), in: connection)
    } catch let error as StoreError {
      throw error
    } catch let error as SQLiteError {
      // A full disk or a damaged file is the store's matter, not the projection's.
      let failure = StoreError(error, path: path, waited: patience)
      guard case .unexpected(_, let detail) = failure else { throw failure }
      throw StoreError.projectionFailed(name: projection.name, seq: body.seq, detail: detail)
    } catch {
      throw StoreError.projectionFailed(
        name: projection.name, seq: body.seq,
        detail: (error as? UnreadableRecord)?.detail ?? "\(error)")
    }
  }

  /// The event with what a projection may ask of it.
  func listed(_ body: Body, value: (any Sendable)? = nil) -> ListedEvent {
    ListedEvent(body: body, value: value) {
      try self.bodies(ofStream: body.stream, ledger: body.ledger).filter {
        $0.number < body.number
      }
    }
  }

  /// The projections whose tables are missing or of another version.
  func stale() throws -> [any Projection] {
    try projections.filter { projection in
      let version = try connection.first(
        "SELECT version FROM projection WHERE name = ?1", [.text(projection.name)]
      ) { $0.integer(at: 0) }
      return version != projection.version
    }
  }

  private func make(_ projection: any Projection) throws -> [Finding] {
    try drop(projection.name)
    try connection.execute(projection.schema)
    try connection.run(
      """
      INSERT INTO projection (name, version) VALUES (?1, ?2)
      ON CONFLICT (name) DO UPDATE SET version = excluded.version
      """,
      [.text(projection.name), .integer(projection.version)])
    var findings: [Finding] = []
    try eachBodyByPlace { body in
      do {
        try apply(projection, to: body)
      } catch StoreError.projectionFailed(let name, let seq, let detail) {
        findings.append(Finding(seq: seq, .notListed(list: name, detail: detail)))
      }
    }
    return findings
  }

  /// Drops by name, since an older version may have had tables that this one doesn't know.
  private func drop(_ name: String) throws {
    var objects: [(type: String, name: String)] = []
    try connection.each(
      """
      SELECT type, name FROM sqlite_schema
      WHERE type IN ('table', 'view') AND (name = ?1 OR name GLOB ?1 || '_*')
      ORDER BY type DESC, rowid DESC
      """, [.text(name)]
    ) { objects.append(($0.text(at: 0), $0.text(at: 1))) }
    // Views go first, then tables, the later ones, which refer to the earlier, before those.
    for object in objects {
      let quoted = object.name.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
      try connection.execute("DROP \(object.type) IF EXISTS \"\(quoted)\"")
    }
  }
}
