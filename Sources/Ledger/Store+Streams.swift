// SPDX-License-Identifier: GPL-3.0-or-later

/// A stream as an append knows it.
struct Stream {
  /// Its number in the file.
  let id: Int
  /// Its name, such as `attempt/ID`.
  let name: String
}

/// Where the store's own ledger ends: all that an append has to know of it.
struct Tip {
  /// The edge of the tree with all events in it.
  var frontier = MerkleFrontier()
  /// The stream of the newest event, and its number there; nil in an empty ledger.
  var last: (stream: Int, number: Int)?
  /// The id of the stream that was asked for; nil where it has no events yet.
  var stream: Int?
}

extension Store {
  /// The end of the ledger, in one question, because somebody waits for the answer.
  ///
  /// Throws `corrupt` where the newest event lacks the edge of the tree: what came after it was
  /// cut off, or it was added by hand.
  func tip(forStream name: String) throws -> Tip {
    let found = try connection.first(
      """
      SELECT place, edge, event.stream, event.number,
        (SELECT id FROM stream WHERE ledger = 0 AND name = ?1)
      FROM event WHERE place < \(Schema.ownEnd) ORDER BY place DESC LIMIT 1
      """, [.text(name)]
    ) { row in
      (
        frontier: MerkleFrontier(keptAt: row.integer(at: 0), bytes: row.blob(at: 1)),
        last: (stream: row.integer(at: 2), number: row.integer(at: 3)),
        stream: row.isNull(at: 4) ? nil : row.integer(at: 4)
      )
    }
    guard let found else {
      try checkNothingIsLeft()
      return Tip()
    }
    guard let frontier = found.frontier else { throw brokenTree }
    return Tip(frontier: frontier, last: found.last, stream: found.stream)
  }

  /// The frontier as it is kept. Throws where it contradicts itself, or is not at the end.
  func loadFrontier() throws -> MerkleFrontier {
    let kept = try connection.first(
      """
      SELECT place, edge FROM event WHERE place < \(Schema.ownEnd) ORDER BY place DESC LIMIT 1
      """
    ) { MerkleFrontier(keptAt: $0.integer(at: 0), bytes: $0.blob(at: 1)) }
    guard let kept else {
      try checkNothingIsLeft()
      return MerkleFrontier()
    }
    guard let kept else { throw brokenTree }
    return kept
  }

  private var brokenTree: StoreError {
    .corrupt(path: path, detail: "the edge of its tree can't be read at its last event")
  }

  /// A ledger without events has no streams either, unless its events were taken away.
  private func checkNothingIsLeft() throws {
    let name = try connection.first("SELECT name FROM stream WHERE ledger = 0 LIMIT 1") {
      $0.text(at: 0)
    }
    if let name {
      throw StoreError.corrupt(path: path, detail: "it names \(name), but has no events")
    }
  }

  /// The place that the stream's next event will have: the number of events that it has had.
  public func nextNumber(inStream stream: String) throws(StoreError) -> Int {
    try translating {
      try snapshot { try nextNumber(after: tip(forStream: stream), inStream: stream) }
    }
  }

  /// The number of the next event of the stream that the tip was asked for.
  func nextNumber(after tip: Tip, inStream name: String) throws -> Int {
    guard let stream = tip.stream else { return 0 }
    let last: Int
    if let newest = tip.last, newest.stream == stream {
      last = newest.number
    } else {
      last = try lastNumber(inStream: stream)
    }
    guard (0..<MerkleFrontier.limit).contains(last) else {
      throw StoreError.corrupt(path: path, detail: "\(name) has an event number \(last)")
    }
    return last + 1
  }

  /// Makes a stream of the own ledger, and gives its id.
  func makeStream(_ name: String) throws -> Int {
    let id = try connection.first(
      "INSERT INTO stream (ledger, name) VALUES (0, ?1) RETURNING id", [.text(name)]
    ) { $0.integer(at: 0) }
    guard let id else {
      throw StoreError.corrupt(path: path, detail: "it takes no stream called \(name)")
    }
    return id
  }

  /// The name of the stream that an event of the own ledger stands in, and whom the event is about;
  /// nil where there is no such event. What is not there any more is empty.
  func stream(ofEvent seq: Int) throws(StoreError) -> (name: String, subject: String)? {
    try translating {
      try connection.first(
        """
        SELECT name, subject FROM event LEFT JOIN stream ON stream.id = event.stream
        WHERE place = ?1
        """, [.integer(seq)]
      ) { ($0.text(at: 0), $0.text(at: 1)) }
    }
  }

  /// The number of the last event of a stream: of its last run, which ends where another stream's
  /// begins.
  private func lastNumber(inStream stream: Int) throws -> Int {
    let start = try connection.first(
      "SELECT place FROM event WHERE stream = ?1 AND opens = 1 ORDER BY number DESC LIMIT 1",
      [.integer(stream)]
    ) { $0.integer(at: 0) }
    guard let start else {
      throw StoreError.corrupt(path: path, detail: "a stream has no first event")
    }
    // The plus keeps SQLite from reading all of the index instead of the next few rows.
    let last = try connection.first(
      """
      SELECT number FROM event
      WHERE place >= ?1 AND place < coalesce(
        (SELECT place FROM event WHERE place > ?1 AND +opens = 1 ORDER BY place LIMIT 1),
        \(Schema.ownEnd))
      ORDER BY place DESC LIMIT 1
      """, [.integer(start)]
    ) { $0.integer(at: 0) }
    return last ?? 0
  }

  /// Whether the row, which begins with stream, opens and place, still belongs to the run of a
  /// stream that begins at a place.
  private static func isRun(_ row: Statement, of stream: Int, from start: Int) -> Bool {
    row.integer(at: 0) == stream && (row.integer(at: 1) == 0 || row.integer(at: 2) == start)
  }

  /// Calls `visit` with the bodies of a stream in order, run by run.
  func eachBody(ofStream stream: Int, _ visit: (Body) throws -> Void) throws {
    var starts: [Int] = []
    try connection.each(
      "SELECT place FROM event WHERE stream = ?1 AND opens = 1 ORDER BY number",
      [.integer(stream)]
    ) { starts.append($0.integer(at: 0)) }
    let run = try connection.prepare(
      "SELECT event.stream, opens, place, " + Self.bodyColumns
        + " WHERE place >= ?1 ORDER BY place")
    for start in starts {
      try run.bind([.integer(start)])
      while try run.step(), Self.isRun(run, of: stream, from: start) {
        if let body = Self.body(from: run, at: 3) { try visit(body) }
      }
      run.reset()
    }
  }
}

extension MerkleFrontier {
  /// Reads the edge that is kept with the event at a place of the own ledger.
  init?(keptAt place: Int, bytes: [UInt8]) {
    guard (0..<Self.limit).contains(place) else { return nil }
    self.init(size: place + 1, bytes: bytes)
  }
}
