// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Ledger

/// One way of tampering, and one thing that must be found.
struct Tampering: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let script: String
  let finds: @Sendable (Finding) -> Bool
}

/// Puts columns of one event where another's are, and the other way round.
func swapping(_ columns: [String], of one: Int, and other: Int) -> String {
  let list = columns.joined(separator: ", ")
  return """
    CREATE TEMP TABLE kept AS SELECT * FROM event WHERE place IN (\(one), \(other));
    UPDATE event SET (\(list)) = (
      SELECT \(list) FROM kept WHERE kept.place = \(one) + \(other) - event.place)
    WHERE place IN (\(one), \(other));
    """
}

/// All that makes an event's body.
let bodyColumns = ["nonce", "subject", "actor", "kind", "bytes"]

/// Takes bodies away, as an erasure does.
func erasing(_ condition: String) -> String {
  let columns = bodyColumns.map { "\($0) = NULL" }.joined(separator: ", ")
  return "UPDATE event SET \(columns) WHERE \(condition);"
}

/// Adds an event by hand at the end: `leaf` as SQL, the body of another.
func forging(_ place: Int, from other: Int, number: Int, leaf: String = "leaf") -> String {
  """
  INSERT INTO event SELECT \(place), \(leaf), NULL, stream, \(number), 1, nonce, subject, actor,
    kind, bytes FROM event WHERE place = \(other)
  """
}

private let tamperings = [
  Tampering(
    testDescription: "an event put down to somebody else",
    script: "UPDATE event SET subject = 'E-18', actor = 'E-18' WHERE place = 4",
    finds: { $0 == Finding(seq: 4, .bodyDiffers) }),
  Tampering(
    testDescription: "two streams that exchange their last events, with all marks right",
    script: """
      DROP INDEX event_by_stream;
      UPDATE event SET stream = 3 - stream WHERE place > 7;
      CREATE UNIQUE INDEX event_by_stream ON event (stream, number) WHERE opens = 1;
      """,
    finds: { $0 == Finding(seq: 8, .bodyDiffers) }),
  Tampering(
    testDescription: "a view in the place of a table",
    script: """
      ALTER TABLE projection RENAME TO kept;
      CREATE VIEW projection AS SELECT * FROM kept;
      """,
    finds: { $0 == Finding(.schemaDiffers(name: "projection")) }),
  Tampering(
    testDescription: "a trigger of somebody else",
    script: """
      CREATE TRIGGER helper AFTER INSERT ON event BEGIN
        UPDATE event SET edge = NULL; END;
      """,
    finds: { $0 == Finding(.schemaDiffers(name: "helper")) }),
  Tampering(
    testDescription: "a byte of a leaf",
    script: """
      UPDATE event
      SET leaf = CAST(replace(leaf, '"kind":"answered"', '"kind":"Answered"') AS BLOB)
      WHERE place = 5
      """,
    finds: { $0 == Finding(seq: 5, .kindDiffers(leaf: "Answered", body: "answered")) }),
  Tampering(
    testDescription: "a leaf that is no leaf",
    script: "UPDATE event SET leaf = x'7b7d' WHERE place = 5",
    finds: { $0 == Finding(seq: 5, .leafUnreadable) }),
  Tampering(
    testDescription: "a leaf emptied, its body kept",
    script: "UPDATE event SET leaf = x'' WHERE place = 5",
    finds: { $0 == Finding(seq: 5, .leafUnreadable) }),
  Tampering(
    testDescription: "a byte of a body",
    script: "UPDATE event SET bytes = CAST('first 9' AS BLOB) WHERE place = 4",
    finds: { $0 == Finding(seq: 4, .bodyDiffers) }),
  Tampering(
    testDescription: "a nonce",
    script: "UPDATE event SET nonce = zeroblob(32) WHERE place = 4",
    finds: { $0 == Finding(seq: 4, .bodyDiffers) }),
  Tampering(
    testDescription: "a nonce of another length",
    script: "UPDATE event SET nonce = x'00' WHERE place = 4",
    finds: { $0 == Finding(seq: 4, .bodyDiffers) }),
  Tampering(
    testDescription: "a nonce taken away",
    script: "UPDATE event SET nonce = NULL WHERE place = 4",
    finds: { $0 == Finding(seq: 4, .bodyDiffers) }),
  Tampering(
    testDescription: "a body's kind",
    script: "UPDATE event SET kind = 'waived' WHERE place = 4",
    finds: { $0 == Finding(seq: 4, .kindDiffers(leaf: "answered", body: "waived")) }),
  Tampering(
    testDescription: "an event deleted",
    script: "DELETE FROM event WHERE place = 5",
    finds: { $0 == Finding(.leavesMissing(5..<6)) }),
  Tampering(
    testDescription: "an event deleted, seen in its stream",
    script: "DELETE FROM event WHERE place = 5",
    finds: { $0 == Finding(seq: 7, .streamGap(stream: "second", numbers: 2..<3)) }),
  Tampering(
    testDescription: "a body deleted",
    script: erasing("place = 5"),
    finds: { $0 == Finding(seq: 5, .bodyMissing) }),
  Tampering(
    testDescription: "an event's number in its stream",
    script: "UPDATE event SET number = 9 WHERE place = 5",
    finds: { $0 == Finding(seq: 7, .streamGap(stream: "second", numbers: 2..<3)) }),
  Tampering(
    testDescription: "an event's number in its stream, another's",
    script: "DROP INDEX event_by_stream; UPDATE event SET number = 3 WHERE place = 5",
    finds: { $0 == Finding(seq: 7, .streamDouble(stream: "second", number: 3)) }),
  Tampering(
    testDescription: "an event moved to another stream",
    script: "UPDATE event SET stream = 1, number = 6 WHERE place = 11",
    finds: { $0 == Finding(seq: 11, .runDiffers) }),
  Tampering(
    testDescription: "an event hidden from its stream",
    script: "UPDATE event SET opens = 0 WHERE place = 5",
    finds: { $0 == Finding(seq: 5, .runDiffers) }),
  Tampering(
    testDescription: "two bodies swapped",
    script: swapping(bodyColumns, of: 3, and: 4),
    finds: { $0 == Finding(seq: 3, .bodyDiffers) }),
  Tampering(
    testDescription: "two leaves swapped",
    script: swapping(["leaf"], of: 3, and: 4),
    finds: {
      guard $0.seq == 3, case .leafMisplaced(_, let seq) = $0.problem else { return false }
      return seq == 4
    }),
  Tampering(
    testDescription: "a forged event",
    script: forging(12, from: 11, number: 6),
    finds: {
      guard $0.seq == 12, case .leafMisplaced(_, let seq) = $0.problem else { return false }
      return seq == 11
    }),
  Tampering(
    testDescription: "a forged event, right in itself",
    script: forging(
      12, from: 11, number: 6, leaf: #"CAST(replace(leaf, '"seq":11', '"seq":12') AS BLOB)"#),
    finds: { $0 == Finding(seq: 12, .edgeMissing) }),
  Tampering(
    testDescription: "a forged event, right in itself, the old edge moved to it",
    script: forging(
      12, from: 11, number: 6, leaf: #"CAST(replace(leaf, '"seq":11', '"seq":12') AS BLOB)"#)
      + "; UPDATE event SET edge = CAST(edge || zeroblob(32) AS BLOB) WHERE place = 11;"
      + "UPDATE event SET edge = (SELECT edge FROM event WHERE place = 11) WHERE place = 12;"
      + "UPDATE event SET edge = NULL WHERE place = 11",
    finds: {
      guard case .treeDiffers(let kept?, let leaves) = $0.problem else { return false }
      return kept.size == 13 && leaves.size == 13
    }),
  Tampering(
    testDescription: "a forged event at the end of all numbers",
    script: forging(Int.max, from: 11, number: Int.max),
    finds: { $0 == Finding(.outsideLedgers(place: Int.max)) }),
  Tampering(
    testDescription: "a forged event at the end of the ledger's numbers",
    script: forging((1 << 40) - 1, from: 11, number: Int.max),
    finds: { $0 == Finding(seq: (1 << 40) - 1, .edgeMissing) }),
  Tampering(
    testDescription: "a forged event before all numbers",
    script: forging(-1, from: 0, number: -1),
    finds: { $0 == Finding(.outsideLedgers(place: -1)) }),
  Tampering(
    testDescription: "the kept tree",
    script: "UPDATE event SET edge = zeroblob(64) WHERE edge IS NOT NULL",
    finds: {
      guard case .treeDiffers(let kept?, let leaves) = $0.problem else { return false }
      return kept.size == 12 && leaves.size == 12 && kept.root != leaves.root
    }),
  Tampering(
    testDescription: "the kept tree, so that it contradicts itself",
    script: "UPDATE event SET edge = zeroblob(96) WHERE edge IS NOT NULL",
    finds: {
      guard case .treeDiffers(nil, let leaves) = $0.problem else { return false }
      return leaves.size == 12
    }),
  Tampering(
    testDescription: "the kept tree, taken away",
    script: "UPDATE event SET edge = NULL",
    finds: { $0 == Finding(seq: 11, .edgeMissing) }),
  Tampering(
    testDescription: "an edge where none belongs",
    script: "UPDATE event SET edge = zeroblob(32) WHERE place = 3",
    finds: { $0 == Finding(seq: 3, .edgeLeftBehind) }),
  Tampering(
    testDescription: "the tail cut off",
    script: "DELETE FROM event WHERE place > 7",
    finds: { $0 == Finding(seq: 7, .edgeMissing) }),
  Tampering(
    testDescription: "everything cut off",
    script: "DELETE FROM event",
    finds: { $0 == Finding(.streamEmpty(stream: "second")) }),
  Tampering(
    testDescription: "a stream's name",
    script: """
      UPDATE stream SET name = 'third' WHERE name = 'first'; DELETE FROM event WHERE place = 0
      """,
    finds: { $0 == Finding(seq: 2, .streamGap(stream: "third", numbers: 0..<1)) }),
  Tampering(
    testDescription: "kept content",
    script: "UPDATE content SET bytes = CAST('# Fishing' AS BLOB)",
    finds: {
      $0
        == Finding(
          .contentDiffers(name: "phishing.md", digest: Digest(of: sampleContent.bytes).hex))
    }),
]

@Suite struct TamperTests {
  private let directory: TemporaryDirectory
  private let path: String
  private let head: TreeHead

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.file("drillhall.db")
    head = try makeSample(at: path)
  }

  private func verify(against checkpoint: TreeHead? = nil) throws -> Verification {
    try Store.open(at: path, mode: .readOnly, now: newYear).verify(against: checkpoint)
  }

  @Test func `an untouched ledger is sound`() throws {
    let verification = try verify(against: head)
    #expect(verification.findings == [])
    #expect(verification.head == head)
    #expect(verification.erased == 0)
  }

  @Test(arguments: tamperings) func `tampering is found`(tampering: Tampering) throws {
    try tamper(path, tampering.script)
    let findings = try verify().findings
    #expect(findings.contains(where: tampering.finds), "\(findings)")
    for finding in findings { #expect("\(finding)".hasSuffix(".")) }
  }

  @Test func `a tail cut off with care is found against an older head`() throws {
    let store = try Store.open(at: path, now: newYear)
    var frontier = MerkleFrontier()
    try store.eachLeaf { seq, bytes in if seq < 8 { frontier.append(leaf: bytes) } }
    let nodes = Hexadecimal.text(frontier.bytes)
    try tamper(
      path,
      """
      DELETE FROM event WHERE place > 7;
      UPDATE event SET edge = x'\(nodes)' WHERE place = 7
      """)
    #expect(try store.verify().isSound)
    #expect(
      try store.verify(against: head).findings == [Finding(.truncated(size: 8, checkpoint: 12))])
    // Grown again beyond the checkpoint, it isn't the same tree.
    try store.append(Array(repeating: event("again"), count: 9), stream: "third", expecting: 0)
    #expect(
      try store.verify(against: head).findings == [Finding(.rewritten(checkpoint: head))])
  }

  @Test func `a second ledger, put there by hand, is named`() throws {
    let store = try Store.open(at: path, now: newYear)
    #expect(try store.otherLedgers() == [])
    let other = "00000000-0000-4000-8000-000000000009"
    try tamper(
      path,
      """
      INSERT INTO ledger VALUES (1, '\(other)', 0);
      INSERT INTO stream VALUES (99, 1, 'forged');
      INSERT INTO event SELECT place + (1 << 40), leaf, edge, 99, place, opens, nonce, 'E-99',
        actor, kind, bytes FROM event WHERE place < 3;
      """)
    #expect(try store.otherLedgers() == [Finding(.otherLedger(id: other, events: 3))])
  }

  @Test func `an edge that the leaves don't make is not signed`() throws {
    let store = try Store.open(at: path, now: newYear)
    _ = try store.signedCheckpoint()
    try tamper(
      path, "UPDATE event SET edge = randomblob(length(edge)) WHERE edge IS NOT NULL")
    let error = storeError { _ = try store.signedCheckpoint() }
    #expect(error?.description.contains("nothing was signed") == true)
  }

  @Test func `an older head holds while the ledger grows`() throws {
    let store = try Store.open(at: path, now: newYear)
    try store.append([event("more")], stream: "first", expecting: 6)
    #expect(try store.verify(against: head).isSound)
    #expect(try store.verify(against: TreeHead(size: 0, root: Digest(of: []))).isSound)
  }

  @Test func `an erasure explains a missing body, which keeps its place in the stream`() throws {
    let store = try Store.open(at: path, now: newYear)
    // The file lets nobody change a body, and lets it be taken away.
    try store.connection.execute(erasing("place IN (0, 5)"))
    let verification = try store.verify(erased: { $0 == 0 || $0 == 5 })
    #expect(verification.findings == [])
    #expect(verification.erased == 2)
    #expect(
      try store.verify(erased: { $0 == 5 }).findings == [Finding(seq: 0, .bodyMissing)])
    #expect(try store.bodies(ofStream: "first").map(\.number) == [1, 2, 3, 4, 5])
    try store.append([event("more")], stream: "second", expecting: 6)
    #expect(try store.verify(against: head, erased: { $0 == 0 || $0 == 5 }).isSound)
  }

  @Test func `the judge sees stream by stream, and what it says or throws is a finding`() throws {
    struct Refusal: Error, CustomStringConvertible { let description = "Can't be folded." }
    let store = try Store.open(at: path, mode: .readOnly, now: newYear)
    var seen: [String] = []
    let verification = try store.verify { body in
      seen.append("\(body.stream) \(body.number)")
      if body.seq == 2 { throw Refusal() }
      return body.seq == 5 ? ["Its credit is not what its judge gave."] : []
    }
    #expect(seen == ["first", "second"].flatMap { stream in (0..<6).map { "\(stream) \($0)" } })
    #expect(
      verification.findings.map(\.description) == [
        "Event 2: Can't be folded.", "Event 5: Its credit is not what its judge gave.",
      ])
  }

  @Test func `a ruined ledger's findings are counted, not all listed`() throws {
    let store = try Store.open(at: path, now: newYear)
    try store.append(
      (0..<1_100).map { event("\($0)") }, stream: "third", expecting: 0)
    try tamper(path, "UPDATE event SET nonce = zeroblob(32)")
    let verification = try store.verify()
    #expect(verification.findings.count == Verification.limit)
    #expect(verification.unlisted == 112)
  }

  @Test(arguments: [
    "DELETE FROM event", "UPDATE event SET place = 99 WHERE place = 11",
    "UPDATE event SET leaf = x'00'", "UPDATE event SET actor = ''", "UPDATE event SET number = 7",
    "UPDATE event SET bytes = NULL", "UPDATE content SET name = ''",
  ])
  func `a mistake is refused by the file itself`(statement: String) throws {
    let store = try Store.open(at: path, now: newYear)
    #expect(throws: SQLiteError.self) { try store.connection.execute(statement) }
    #expect(try store.verify(against: head).isSound)
  }

  @Test(arguments: ["DELETE FROM event WHERE place > 7", "DELETE FROM event"])
  func `nothing is appended to a ledger whose end was cut off`(cut: String) throws {
    try tamper(path, cut)
    let store = try Store.open(at: path, now: newYear)
    let error = storeError { try store.append([event("x")], stream: "first", expecting: nil) }
    guard case .corrupt = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
