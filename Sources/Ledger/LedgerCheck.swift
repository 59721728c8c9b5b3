// SPDX-License-Identifier: GPL-3.0-or-later

internal import CSQLite

/// One check of one ledger under way.
struct LedgerCheck {
  let connection: Connection
  let ledger: String
  let checkpoint: TreeHead?
  let isErased: (Int) throws -> Bool
  let judge: (Body) throws -> [String]

  private var frontier = MerkleFrontier()
  private var erased = 0
  private var findings: [Finding] = []
  private var unlisted = 0

  init(
    connection: Connection, ledger: String, checkpoint: TreeHead?,
    isErased: @escaping (Int) throws -> Bool, judge: @escaping (Body) throws -> [String]
  ) {
    self.connection = connection
    self.ledger = ledger
    self.checkpoint = checkpoint
    self.isErased = isErased
    self.judge = judge
  }

  /// What has been found so far.
  var result: Verification {
    Verification(
      ledger: ledger, head: frontier.head, erased: erased, findings: findings, unlisted: unlisted)
  }

  /// Adds a finding, or counts it where there are too many already.
  mutating func report(_ problem: Finding.Problem, seq: Int? = nil) {
    if findings.count < Verification.limit {
      findings.append(Finding(seq: seq, problem))
    } else {
      unlisted += 1
    }
  }

  /// Checks everything. Throws where the file can't be read on.
  mutating func run() throws {
    try checkStructure()
    try checkSchema()
    try checkPlaces()
    try checkEvents()
    try checkStreams()
    try checkContent()
  }

  private mutating func checkStructure() throws {
    let statement = try connection.prepare("PRAGMA integrity_check(20)")
    do {
      while try statement.step() {
        let words = statement.text(at: 0)
        if words != "ok" { report(.structure(words)) }
      }
    } catch {
      // The check itself may stumble over damage; much may be readable all the same.
      report(.structure(error.message))
    }
  }

  /// What is read must be what was written: a view in a table's place could show each reader
  /// something else, and a trigger could write what nobody asked for.
  private mutating func checkSchema() throws {
    let plan = try Connection(path: "", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
    try plan.execute(Schema.events)
    try plan.execute(Schema.companions)
    let planned = try Self.objects(in: plan)
    let found = try Self.objects(in: connection)
    for name in planned.keys.sorted() where found[name]?.words != planned[name]?.words {
      report(.schemaDiffers(name: name))
    }
    var lists: [String] = []
    try? connection.each("SELECT name FROM projection") { lists.append($0.text(at: 0)) }
    for (name, object) in found.sorted(by: { $0.key < $1.key }) where planned[name] == nil {
      // A list may have views of its own, named after it; it is not one itself.
      let isOfList = lists.contains { name.hasPrefix($0 + "_") }
      if object.type == "trigger" || (object.type == "view" && !isOfList) {
        report(.schemaDiffers(name: name))
      }
    }
  }

  /// What a file holds, by name, without the white space in how it was made.
  private static func objects(
    in connection: Connection
  ) throws -> [String: (type: String, words: String)] {
    var objects: [String: (type: String, words: String)] = [:]
    try connection.each("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL") {
      let words = $0.text(at: 2).split { $0.isWhitespace || $0 == "\"" }.joined(separator: " ")
      objects[$0.text(at: 1)] = ($0.text(at: 0), words)
    }
    return objects
  }

  /// Walks the events by place: a leaf each, the body beside it, and the edge at the newest.
  private mutating func checkEvents() throws {
    let rows = try connection.prepare(
      "SELECT event.stream, opens, place & \(Schema.ledgerSpan - 1), leaf, edge, "
        + Store.bodyColumns + " WHERE \(Self.inLedger) ORDER BY place")
    try rows.bind([.text(ledger)])
    var expected = 0
    var stream: Int?
    var edge: (seq: Int, bytes: [UInt8]?)?
    checkAgainstCheckpoint()
    while try rows.step() {
      let seq = rows.integer(at: 2)
      if seq > expected { report(.leavesMissing(expected..<seq)) }
      if (rows.integer(at: 1) == 1) != (rows.integer(at: 0) != stream) {
        report(.runDiffers, seq: seq)
      }
      if let edge, edge.bytes != nil { report(.edgeLeftBehind, seq: edge.seq) }
      expected = seq + 1
      stream = rows.integer(at: 0)
      edge = (seq, rows.isNull(at: 4) ? nil : rows.blob(at: 4))
      let leaf = rows.blob(at: 3)
      try check(leaf: leaf, at: seq, body: Store.body(from: rows, at: 5))
      frontier.append(leaf: leaf)
      checkAgainstCheckpoint()
    }
    checkEdge(edge)
  }

  /// The edge that is kept with the newest event is that of all leaves.
  private mutating func checkEdge(_ edge: (seq: Int, bytes: [UInt8]?)?) {
    if let edge, let bytes = edge.bytes {
      let kept = MerkleFrontier(keptAt: edge.seq, bytes: bytes)
      if kept != frontier { report(.treeDiffers(kept: kept?.head, leaves: frontier.head)) }
    } else if let edge {
      report(.edgeMissing, seq: edge.seq)
    }
    if let checkpoint, frontier.size < checkpoint.size {
      report(.truncated(size: frontier.size, checkpoint: checkpoint.size))
    }
  }

  /// The places of the ledger that is bound as the first parameter.
  private static let inLedger = """
    place BETWEEN (SELECT number << 40 FROM ledger WHERE id = ?1)
      AND (SELECT number << 40 | \(Schema.ledgerSpan - 1) FROM ledger WHERE id = ?1)
    """

  /// Events whose place is in no ledger at all.
  private mutating func checkPlaces() throws {
    let rows = try connection.prepare(
      "SELECT place FROM event WHERE place >> 40 NOT IN (SELECT number FROM ledger)")
    while try rows.step() { report(.outsideLedgers(place: rows.integer(at: 0))) }
  }

  private mutating func check(leaf bytes: [UInt8], at seq: Int, body: Body?) throws {
    let leaf = Leaf(parsing: bytes)
    if let leaf, leaf.ledger != ledger || leaf.seq != seq {
      report(.leafMisplaced(ledger: leaf.ledger, seq: leaf.seq), seq: seq)
    } else if leaf == nil {
      report(.leafUnreadable, seq: seq)
    }
    guard let body else {
      if try isErased(seq) { erased += 1 } else { report(.bodyMissing, seq: seq) }
      return
    }
    guard let leaf else { return }
    if leaf.kind != body.kind {
      report(.kindDiffers(leaf: leaf.kind, body: body.kind), seq: seq)
    }
    // A nonce of another length could never have been the key.
    if body.nonce.count != Sodium.digestLength
      || leaf.commitment != Digest(leaf.version, commitmentTo: body)
    {
      report(.bodyDiffers, seq: seq)
    }
  }

  /// Called after each leaf: compares once the tree has the checkpoint's size.
  private mutating func checkAgainstCheckpoint() {
    guard let checkpoint, frontier.size == checkpoint.size else { return }
    if frontier.root != checkpoint.root { report(.rewritten(checkpoint: checkpoint)) }
  }

  /// Walks the streams, each in the order of its numbers.
  private mutating func checkStreams() throws {
    try checkStreamsWithoutEvents()
    // Sorted by what is small; each body is fetched when its turn comes.
    let places = try connection.prepare(
      "SELECT place, stream, number FROM event WHERE \(Self.inLedger) "
        + "ORDER BY stream, number, place")
    try places.bind([.text(ledger)])
    let bodies = try connection.prepare("SELECT " + Store.bodyColumns + " WHERE place = ?1")
    var last: (stream: Int, number: Int)?
    while try places.step() {
      let (place, stream) = (places.integer(at: 0), places.integer(at: 1))
      let number = places.integer(at: 2)
      let before = last?.stream == stream ? last?.number : nil
      last = (stream, number)
      try bodies.bind([.integer(place)])
      defer { bodies.reset() }
      guard try bodies.step() else { continue }
      let name = bodies.text(at: 5)
      let seq = place & (Schema.ledgerSpan - 1)
      checkNumber(number, after: before, stream: name, seq: seq)
      // What was erased has kept its number, and there is nothing to judge.
      guard let body = Store.body(from: bodies, at: 0) else { continue }
      do {
        for words in try judge(body) { report(.judged(words), seq: seq) }
      } catch {
        report(.judged("\(error)"), seq: seq)
      }
    }
  }

  /// The numbers of a stream go up by one from 0.
  private mutating func checkNumber(_ number: Int, after before: Int?, stream: String, seq: Int) {
    if let before, number <= before {
      report(.streamDouble(stream: stream, number: number), seq: seq)
      return
    }
    let expected = before.map { $0 + 1 } ?? 0
    if number > expected {
      report(.streamGap(stream: stream, numbers: expected..<number), seq: seq)
    } else if number < expected {
      report(.streamDouble(stream: stream, number: number), seq: seq)
    }
  }

  /// A stream is made with its first event: one that has none lost it.
  private mutating func checkStreamsWithoutEvents() throws {
    let names = try connection.prepare(
      """
      SELECT name FROM stream WHERE ledger = (SELECT number FROM ledger WHERE id = ?1)
        AND NOT EXISTS (SELECT 1 FROM event WHERE event.stream = stream.id AND opens = 1)
      """)
    try names.bind([.text(ledger)])
    while try names.step() { report(.streamEmpty(stream: names.text(at: 0))) }
  }

  private mutating func checkContent() throws {
    let rows = try connection.prepare("SELECT digest, name, bytes FROM content")
    while try rows.step() {
      let digest = rows.blob(at: 0)
      if Digest(of: rows.blob(at: 2)).bytes != digest {
        report(.contentDiffers(name: rows.text(at: 1), digest: Hexadecimal.text(digest)))
      }
    }
  }
}
