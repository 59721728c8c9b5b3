// SPDX-License-Identifier: GPL-3.0-or-later

import CSQLite
import DrillKit
import Glibc
import TestSupport
import Testing

@testable import Ledger

/// Stores of version 1 are brought over whole or not at all, and say the same afterwards.
@Suite struct MigrationTests {
  private let directory: TemporaryDirectory
  private let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.file("drillhall.db")
  }

  private func open(_ mode: Store.Mode = .readWrite, at other: String? = nil) throws -> Store {
    try Store.open(at: other ?? path, mode: mode, now: newYear)
  }

  /// Events of two streams, by turns and in runs.
  private let events: [FormerStore.Event] = [0, 0, 1, 0, 1, 1, 1, 0, 0, 2].enumerated().map {
    (stream: "stream \($1)", record: event("event \($0) ü"))
  }

  private func makeFormer(count: Int = 1) throws -> TreeHead {
    let former = try FormerStore(at: path)
    try former.keep(sampleContent)
    let many = Array(repeating: events, count: count).flatMap(\.self)
    return try former.write(many, to: FormerStore.own)
  }

  @Test func `everything is there afterwards, with the same root`() throws {
    let head = try makeFormer()
    let store = try open()
    #expect(try store.head() == head)
    #expect(store.ledger == FormerStore.own)
    #expect(try store.verify(against: head).findings == [])
    #expect(try store.content(Digest(of: sampleContent.bytes)) == sampleContent)
    for stream in 0...2 {
      let name = "stream \(stream)"
      let expected = events.filter { $0.stream == name }.map(\.record.bytes)
      let bodies = try store.bodies(ofStream: name)
      #expect(bodies.map(\.bytes) == expected)
      #expect(bodies.map(\.number) == Array(expected.indices))
      #expect(bodies.allSatisfy { $0.subject == "E-17" && $0.actor == "E-17" })
      #expect(try store.nextNumber(inStream: name) == expected.count)
    }
    // On it goes, and there is no second time.
    try store.append([event("more")], stream: "stream 1", expecting: 4)
    #expect(try open().verify(against: head).isSound)
    let tables = try store.connection.first(
      "SELECT group_concat(name) FROM (SELECT name FROM sqlite_schema WHERE type = 'table' "
        + "ORDER BY name)"
    ) { $0.text(at: 0) }
    #expect(tables == "content,event,ledger,projection,stream")
  }

  @Test func `an empty one comes over, and takes its first event`() throws {
    _ = try FormerStore(at: path).write([], to: FormerStore.own)
    let store = try open()
    #expect(try store.head().size == 0)
    try store.append([event("first")], stream: "a", expecting: 0)
    #expect(try store.verify().isSound)
  }

  @Test func `a ledger from elsewhere keeps its own root and streams`() throws {
    let heads: [TreeHead]
    do {
      let former = try FormerStore(at: path)
      heads = [
        try former.write(Array(events.prefix(4)), to: FormerStore.other, isOwn: false),
        try former.write(events, to: FormerStore.own),
      ]
    }
    let store = try open()
    #expect(store.ledger == FormerStore.own)
    #expect(try store.verify(ledger: FormerStore.other, against: heads[0]).findings == [])
    #expect(try store.verify(ledger: FormerStore.other).head == heads[0])
    #expect(try store.verify(against: heads[1]).findings == [])
    #expect(try store.bodies(ofStream: "stream 0", ledger: FormerStore.other).count == 3)
    #expect(try store.bodies(ofStream: "stream 0").count == 5)
    var seen: [String] = []
    try store.eachBody { seen.append("\($0.ledger == store.ledger) \($0.seq)") }
    #expect(seen == (0..<10).map { "true \($0)" } + (0..<4).map { "false \($0)" })
    try store.append([event("more")], stream: "stream 0", expecting: 5)
    #expect(try store.verify(against: heads[1]).isSound)
    #expect(try store.verify(ledger: FormerStore.other, against: heads[0]).isSound)
  }

  @Test(arguments: [Store.Mode.readOnly, .immutable])
  func `a reader is told, and changes nothing`(mode: Store.Mode) throws {
    _ = try makeFormer()
    let before = try read(path)
    let error = storeError { _ = try open(mode) }
    #expect(error == .olderVersion(path: path, known: 2))
    #expect(error?.exitStatus == 78)
    #expect(error?.description.contains("“drillhall rebuild” brings it over") == true)
    #expect(try read(path) == before)
  }

  @Test(arguments: [
    "UPDATE body SET bytes = x'00' WHERE seq = 3",
    "UPDATE leaf SET bytes = x'00' WHERE seq = 3",
    "DELETE FROM body WHERE seq = 3",
    "DELETE FROM leaf WHERE seq = 3",
    "DELETE FROM body WHERE seq > 3; DELETE FROM leaf WHERE seq > 3",
    "DELETE FROM leaf WHERE seq > 3",
    "UPDATE frontier SET size = 7",
    "UPDATE frontier SET nodes = zeroblob(64)",
    "DELETE FROM frontier",
    "UPDATE body SET number = 9 WHERE seq = 8",
    "UPDATE content SET bytes = x'00'",
  ])
  func `what is not sound stays as it is, and is named`(script: String) throws {
    let head = try makeFormer()
    try tamper(path, script)
    let before = try read(path)
    let error = storeError { _ = try open() }
    guard case .notMigrated = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.exitStatus == 69)
    #expect(error?.description.contains("It was left as it is.") == true)
    // The bytes are the same once the log is empty again.
    #expect(try read(path) == before)
    #expect(head.size == 10)
  }

  @Test func `a crash in the middle loses nothing`() throws {
    let head = try makeFormer(count: 40)
    let connection = try Store.connect(
      to: path, givenAs: path, mode: .readWrite, patience: .seconds(1))
    // Larger than the cache, so that parts of the transaction reach the log.
    try connection.execute("PRAGMA cache_size = 1; BEGIN IMMEDIATE")
    try Store.moveTables(in: connection, path: path)
    let log = try read(path + "-wal")
    #expect(log.count > 100_000)
    // The disk as a crash would leave it: at the last moment before the commit, in the middle,
    // torn, and at the very beginning.
    for (index, image) in [
      log, Array(log.prefix(log.count / 2)), log.dropLast(1_000) + [1, 2, 3], [],
    ].enumerated() {
      let copy = directory.file("copy \(index).db")
      try write(try read(path), to: copy)
      try write(Array(image), to: copy + "-wal")
      #expect(
        storeError { _ = try open(.readOnly, at: copy) } == .olderVersion(path: copy, known: 2))
      let survivor = try open(at: copy)
      #expect(try survivor.head() == head)
      #expect(try survivor.verify(against: head).findings == [])
    }
  }

  @Test func `the real program killed in the middle, again and again, loses nothing`() throws {
    let head = try makeFormer(count: 200)
    let program = try TestSupport.builtProduct("drillhall")
    var random = Seeded(2026)
    var kills = 0
    var patience: UInt32 = 10_000
    while true {
      // Each time it may go on for longer, until once it comes to its end.
      patience += patience / 4
      let terminal = try PseudoTerminal(program, ["rebuild", "--store", path])
      usleep(UInt32.random(in: (patience / 2)...patience, using: &random))
      terminal.signal(SIGKILL)
      guard try terminal.end() == .signalled(SIGKILL) else { break }
      kills += 1
      let version = try Connection(path: path, flags: SQLITE_OPEN_READWRITE)
        .first("PRAGMA user_version") { $0.integer(at: 0) }
      if version == Schema.version { break }
      #expect(version == 1)
      #expect(storeError { _ = try open(.readOnly) } == .olderVersion(path: path, known: 2))
    }
    #expect(kills >= 5)
    let survivor = try open()
    #expect(try survivor.head() == head)
    #expect(try survivor.verify(against: head).findings == [])
  }

  @Test func `of many who open it at once one brings it over`() throws {
    let head = try makeFormer(count: 20)
    let path = path
    try onThreads(8) { _ in
      #expect(throws: Never.self) {
        let store = try Store.open(at: path, now: newYear, patience: .seconds(60))
        #expect(try store.head() == head)
      }
    }
    #expect(try open(.readOnly).verify(against: head).findings == [])
  }

  @Test func `lists and attempts are the same afterwards`() throws {
    let current = directory.file("current.db")
    let records = try SampleAttempt.passed()
    let here = try makeAttemptStore(at: current)
    try AttemptLog(here).append(records)
    var former: [FormerStore.Event] = []
    try here.eachBody {
      former.append(
        (
          $0.stream,
          NewRecord(kind: $0.kind, subject: $0.subject, actor: $0.actor, bytes: $0.bytes)
        ))
    }
    let head = try FormerStore(at: path).write(former, to: FormerStore.own)
    let there = try Store.open(at: path, now: newYear, projections: [AttemptProjection()])
    #expect(try there.head() == head)
    func rows(_ store: Store) throws -> [AttemptSummary] {
      try AttemptLog(store).attempts().map {
        var row = $0
        row.ledger = ""
        return row
      }
    }
    #expect(try rows(there) == rows(here))
    #expect(try !rows(there).isEmpty)
    #expect(try there.verifyProjections() == [])
  }
}
