// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Ledger

/// Counts a stream's events; refuses the word “bad”.
struct Tally: Projection {
  let name = "tally"
  var version = 1
  var column = "count"

  var schema: String {
    """
    CREATE TABLE tally (stream TEXT PRIMARY KEY, \(column) INTEGER NOT NULL) STRICT;
    CREATE TABLE tally_last (stream TEXT REFERENCES tally (stream), bytes BLOB) STRICT;
    CREATE INDEX tally_by_count ON tally (\(column));
    CREATE VIEW tally_total AS SELECT sum(\(column)) AS total FROM tally;
    """
  }

  /// An event that can't be taken in.
  struct Refusal: Error, CustomStringConvertible { let description = "it is bad" }

  func apply(_ event: ListedEvent, in connection: Connection) throws {
    let body = event.body
    if body.bytes == Array("bad".utf8) { throw Refusal() }
    try connection.run(
      """
      INSERT INTO tally VALUES (?1, 1)
      ON CONFLICT (stream) DO UPDATE SET \(column) = \(column) + 1
      """, [.text(body.stream)])
    try connection.run(
      "INSERT INTO tally_last VALUES (?1, ?2)", [.text(body.stream), .blob(body.bytes)])
  }
}

@Suite struct ProjectionTests {
  private let directory: TemporaryDirectory
  private let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.file("drillhall.db")
  }

  private func open(
    _ projection: Tally? = Tally(), mode: Store.Mode = .readWrite
  ) throws -> Store {
    try Store.open(at: path, mode: mode, now: newYear, projections: projection.map { [$0] } ?? [])
  }

  private func total(_ store: Store) throws -> Int? {
    try store.connection.first("SELECT total FROM tally_total") { $0.integer(at: 0) }
  }

  @Test func `it follows each append in the same transaction`() throws {
    let store = try open()
    try store.append([event("a"), event("b")], stream: "s", expecting: 0)
    #expect(try total(store) == 2)
    let error = storeError {
      try store.append([event("good"), event("bad")], stream: "s", expecting: 2)
    }
    #expect(error == .projectionFailed(name: "tally", seq: 3, detail: "it is bad"))
    #expect(try total(store) == 2)
    #expect(try store.head().size == 2)
  }

  @Test func `a new one, or another version of it, is made from all events on opening`() throws {
    _ = try makeSample(at: path)
    #expect(try open(nil, mode: .readOnly).staleProjections() == [])
    #expect(try open(mode: .readOnly).staleProjections() == ["tally"])
    #expect(try total(open()) == 12)
    #expect(try open(mode: .readOnly).staleProjections() == [])
    let newer = try open(Tally(version: 2, column: "events"))
    #expect(try total(newer) == 12)
    #expect(
      try newer.connection.first("SELECT events FROM tally WHERE stream = 'first'") {
        $0.integer(at: 0)
      } == 6)
  }

  @Test func `one that was tampered with is as it should be once rebuilt`() throws {
    _ = try makeSample(at: path)
    let store = try open()
    try store.connection.execute("UPDATE tally SET count = 99; CREATE TABLE tallyho (x INTEGER)")
    #expect(try store.rebuildProjections() == [])
    #expect(try total(store) == 12)
    // A table that is only called alike stays.
    #expect(try store.connection.first("SELECT count(*) FROM tallyho") { $0.integer(at: 0) } == 0)
    #expect(try store.verify().isSound)
  }

  @Test func `what can't be taken in is named, and all else is there`() throws {
    let store = try open(nil)
    try store.append(
      [event("good"), event("bad"), event("better")], stream: "s", expecting: 0)
    // Opening makes the missing one; nobody is kept out by one event.
    let opened = try open()
    #expect(try total(opened) == 2)
    let missing = try opened.rebuildProjections()
    #expect(missing == [Finding(seq: 1, .notListed(list: "tally", detail: "it is bad"))])
    #expect(
      missing[0].description
        == "Event 1: It could not be taken into the list “tally”: it is bad.")
    #expect(try total(opened) == 2)
    #expect(try opened.verifyProjections() == [])
    // What is new is refused all the same.
    let error = storeError { try opened.append([event("bad")], stream: "s", expecting: 3) }
    #expect(error?.exitStatus == 70)
  }
}
