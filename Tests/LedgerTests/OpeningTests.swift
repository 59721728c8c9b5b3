// SPDX-License-Identifier: GPL-3.0-or-later

import CSQLite
import Glibc
import TestSupport
import Testing

@testable import Ledger

@Suite struct OpeningTests {
  private let directory: TemporaryDirectory
  private let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.file("drillhall.db")
  }

  private func open(_ mode: Store.Mode = .readWrite, at other: String? = nil) throws {
    _ = try Store.open(at: other ?? path, mode: mode, now: newYear)
  }

  @Test func `the first use makes directories and file for this user alone`() throws {
    let nested = directory.file("share/drillhall/drillhall.db")
    let store = try Store.open(at: nested, now: newYear)
    #expect(try permissions(directory.file("share")) == 0o700)
    #expect(try permissions(directory.file("share/drillhall")) == 0o700)
    try store.append([event("x")], stream: "a", expecting: 0)
    for suffix in ["", "-wal", "-shm", ".lock", ".queue"] {
      #expect(try permissions(nested + suffix) == 0o600, "\(suffix)")
    }
    #expect(
      try store.connection.first("SELECT created FROM ledger") { $0.integer(at: 0) } == newYear)
  }

  @Test func `a store keeps its identity, and another has another`() throws {
    let first = try Store.open(at: path, now: newYear).ledger
    #expect(try Store.open(at: path, now: newYear).ledger == first)
    #expect(try Store.open(at: directory.file("b.db"), now: newYear).ledger != first)
  }

  @Test func `what is promised about durability is set on every connection`() throws {
    for _ in 0..<2 {
      let store = try Store.open(at: path, now: newYear)
      for (name, value) in [
        ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"),
        ("secure_delete", "1"), ("trusted_schema", "0"), ("cell_size_check", "1"),
      ] {
        #expect(try store.connection.first("PRAGMA \(name)") { $0.text(at: 0) } == value, "\(name)")
      }
    }
  }

  @Test(arguments: [Store.Mode.readOnly, .immutable])
  func `reading makes nothing`(mode: Store.Mode) throws {
    #expect(storeError { try open(mode) } == .noSuchStore(path: path))
    #expect(TemporaryDirectory.names(in: directory.path) == [])
  }

  @Test(arguments: [Store.Mode.readOnly, .immutable])
  func `a reader reads all and writes nothing`(mode: Store.Mode) throws {
    // A name with everything that means something else in an address.
    let odd = directory.file("a b?immutable=0#%41é.db")
    let head = try makeSample(at: odd)
    let store = try Store.open(at: odd, mode: mode, now: newYear)
    #expect(try store.head() == head)
    #expect(try store.bodies(ofStream: "second").count == 6)
    #expect(try store.verify(against: head).isSound)
    #expect(
      storeError { try store.append([event("x")], stream: "first", expecting: 6) }
        == .readOnly(path: odd))
  }

  @Test func `a reader sees what is written meanwhile`() throws {
    let writer = try Store.open(at: path, now: newYear)
    let reader = try Store.open(at: path, mode: .readOnly, now: newYear)
    try writer.append([event("x")], stream: "a", expecting: 0)
    #expect(try reader.bodies(ofStream: "a").count == 1)
  }

  @Test func `a medium that can't be written is read with immutable`() throws {
    let head = try makeSample(at: path)
    chmod(path, 0o444)
    chmod(directory.path, 0o555)
    defer { chmod(directory.path, 0o700) }
    try TestSupport.withoutPrivileges {
      let found = try Store.open(at: path, mode: .immutable, now: newYear).head()
      #expect(found == head)
      #expect(storeError { try open() }?.exitStatus == 77)
    }
  }

  @Test func `a file that can't be written is not opened for writing`() throws {
    _ = try makeSample(at: path)
    chmod(path, 0o444)
    chmod(directory.path, 0o777)
    try TestSupport.withoutPrivileges {
      #expect(storeError { try open() } == .readOnly(path: path))
    }
  }

  @Test func `a directory without permission says so`() throws {
    let closed = directory.file("closed")
    mkdir(closed, 0)
    chmod(directory.path, 0o755)
    try TestSupport.withoutPrivileges {
      for mode in [Store.Mode.readWrite, .readOnly, .immutable] {
        #expect(
          storeError { try open(mode, at: closed + "/a.db") }
            == .notPermitted(path: closed + "/a.db"))
      }
    }
  }

  @Test func `a path under a file, and a directory as the store, can't be opened`() throws {
    try write([], to: directory.file("file"))
    for other in [directory.file("file/a.db"), directory.file("file/b/a.db"), directory.path] {
      let error = storeError { try open(at: other) }
      guard case .cannotOpen = error else {
        Issue.record("\(other): \(String(describing: error))")
        continue
      }
      #expect(error?.exitStatus == 69)
    }
  }

  @Test func `an empty file becomes a store, but not for a reader`() throws {
    try write([], to: path)
    #expect(storeError { try open(.readOnly) } == .notADrillhallStore(path: path))
    try open()
    try open(.readOnly)
  }

  @Test func `another program's files are left alone`() throws {
    let connection = try Connection(
      path: path, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
    try connection.execute("CREATE TABLE song (title TEXT)")
    let text = directory.file("notes.txt")
    try write(Array(repeating: UInt8(ascii: "x"), count: 5_000), to: text)
    for other in [path, text] {
      let before = try read(other)
      for mode in [Store.Mode.readWrite, .readOnly, .immutable] {
        #expect(storeError { try open(mode, at: other) } == .notADrillhallStore(path: other))
      }
      #expect(try read(other) == before)
    }
    #expect(TemporaryDirectory.names(in: directory.path) == ["drillhall.db", "notes.txt"])
  }

  @Test func `a newer version is named`() throws {
    try open()
    try tamper(path, "PRAGMA user_version = 7")
    let error = storeError { try open() }
    #expect(error == .newerVersion(path: path, found: 7, known: 2))
    #expect(error?.description.contains("Install the newer drillhall") == true)
  }

  @Test func `an impossible version is damage`() throws {
    try open()
    try tamper(path, "PRAGMA user_version = -1")
    #expect(storeError { try open() }?.exitStatus == 69)
  }

  @Test func `a ruined first page is not a store any more`() throws {
    _ = try makeSample(at: path)
    var bytes = try read(path)
    bytes.replaceSubrange(0..<100, with: Array(repeating: 0x5a, count: 100))
    try write(bytes, to: path)
    #expect(storeError { try open() } == .notADrillhallStore(path: path))
  }

  @Test func `ruined pages are damage, and a check says where it had to stop`() throws {
    let head = try makeSample(at: path)
    var bytes = try read(path)
    let store = try Store.open(at: path, now: newYear)
    let page = try #require(
      try store.connection.first("SELECT rootpage FROM sqlite_schema WHERE name = 'event'") {
        $0.integer(at: 0)
      })
    bytes.replaceSubrange(
      (page - 1) * 4096..<page * 4096, with: Array(repeating: 0x5a, count: 4096))
    let ruined = directory.file("ruined.db")
    try write(bytes, to: ruined)
    let damaged = try Store.open(at: ruined, now: newYear)
    let error = storeError { _ = try damaged.bodies(ofStream: "first") }
    #expect(error?.exitStatus == 69)
    let findings = try damaged.verify(against: head).findings
    #expect(findings.contains { if case .structure = $0.problem { true } else { false } })
    #expect(findings.contains { if case .unreadable = $0.problem { true } else { false } })
    #expect(try store.verify(against: head).isSound)
  }

  @Test func `a file cut short is damage`() throws {
    _ = try makeSample(at: path)
    try write(Array(try read(path).dropLast(3 * 4096)), to: path)
    let error = storeError { _ = try Store.open(at: path, now: newYear).bodies(ofStream: "first") }
    guard case .corrupt = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `through a link a store has the locks and the key that lie beside its file`() throws {
    mkdir(directory.file("real"), 0o700)
    symlink("real/drillhall.db", directory.file("link.db"))
    // The link leads to nothing yet: the first use makes what it leads to.
    let linked = try Store.open(at: directory.file("link.db"), now: newYear)
    try linked.append([event("x")], stream: "a", expecting: 0)
    let direct = try Store.open(at: directory.file("real/drillhall.db"), now: newYear)
    try direct.append([event("y")], stream: "a", expecting: 1)
    #expect(try linked.signedCheckpoint() == direct.signedCheckpoint())
    #expect(TemporaryDirectory.names(in: directory.path).sorted() == ["link.db", "real"])
    #expect(linked.path == directory.file("link.db"))
  }
}
