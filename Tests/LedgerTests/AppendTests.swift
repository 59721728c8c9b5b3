// SPDX-License-Identifier: GPL-3.0-or-later

import CSQLite
import Testing

@testable import Ledger

@Suite struct AppendTests {
  private let directory: TemporaryDirectory
  private let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.file("drillhall.db")
  }

  private func open() throws -> Store { try Store.open(at: path, now: newYear) }

  @Test func `exact bytes come back, in order`() throws {
    let store = try open()
    let bytes: [[UInt8]] = [[], [0], Array("ångström \u{1F600}".utf8), Array(0...255)]
    let receipt = try store.append(
      bytes.map { NewRecord(kind: "x", subject: "Zoë", actor: "", bytes: $0) },
      stream: "naïve", expecting: 0)
    #expect(receipt.seqs == 0..<4)
    #expect(receipt.numbers == 0..<4)
    let bodies = try store.bodies(ofStream: "naïve")
    #expect(bodies.map(\.bytes) == bytes)
    #expect(bodies.map(\.number) == [0, 1, 2, 3])
    #expect(bodies.allSatisfy { $0.subject == "Zoë" && $0.actor == "" && $0.nonce.count == 32 })
    #expect(Set(bodies.map(\.nonce)).count == 4)
    #expect(try store.bodies(ofStream: "other") == [])
  }

  @Test func `the kept root is that of the leaves, and proofs hold against it`() throws {
    let store = try open()
    for number in 0..<13 {
      let receipt = try store.append([event("\(number)")], stream: "a", expecting: number)
      #expect(try receipt.head == store.head())
      #expect(try receipt.head.root == store.root(ofFirst: number + 1))
    }
    let head = try store.head()
    try store.eachLeaf { seq, bytes in
      let path = try store.inclusionProof(of: seq)
      #expect(
        MerkleProof.provesInclusion(of: Digest(leaf: bytes), at: seq, in: head, path: path))
    }
    for size in 0...13 {
      let older = try TreeHead(size: size, root: store.root(ofFirst: size))
      let path = try store.consistencyProof(from: size)
      #expect(MerkleProof.provesConsistency(from: older, to: head, path: path))
    }
    #expect(storeError { _ = try store.root(ofFirst: 14) } == .noSuchEvent(seq: 14, size: 13))
    #expect(storeError { _ = try store.inclusionProof(of: 13) } == .noSuchEvent(seq: 13, size: 13))
    #expect(
      storeError { _ = try store.consistencyProof(from: 14) } == .noSuchEvent(seq: 14, size: 13))
  }

  @Test func `of two consoles on one attempt only one goes on`() throws {
    let (one, two) = (try open(), try open())
    try one.append([event("shown")], stream: "attempt", expecting: 0)
    #expect(try two.nextNumber(inStream: "attempt") == 1)
    try one.append([event("mine")], stream: "attempt", expecting: 1)
    #expect(
      storeError { try two.append([event("yours")], stream: "attempt", expecting: 1) }
        == .conflict(stream: "attempt", expected: 1, found: 2))
    #expect(
      storeError { try two.append([event("ahead")], stream: "attempt", expecting: 3) }
        == .conflict(stream: "attempt", expected: 3, found: 2))
    try two.append([event("anywhere")], stream: "attempt", expecting: nil)
    #expect(
      try one.bodies(ofStream: "attempt").map { String(decoding: $0.bytes, as: UTF8.self) }
        == ["shown", "mine", "anywhere"])
    #expect(try one.verify().isSound)
  }

  @Test func `content is kept once and found by its digest`() throws {
    let store = try open()
    try store.keep([sampleContent, sampleContent])
    let renamed = Content(kind: "drill", name: "other.md", bytes: sampleContent.bytes)
    try store.append([event("x")], stream: "a", expecting: 0, content: [renamed])
    #expect(try store.content(Digest(of: sampleContent.bytes)) == sampleContent)
    #expect(try store.content(Digest(of: [])) == nil)
  }

  @Test func `appending nothing changes nothing`() throws {
    let store = try open()
    let receipt = try store.append([], stream: "a", expecting: 0)
    #expect(receipt.seqs.isEmpty && receipt.numbers.isEmpty && receipt.head.size == 0)
    #expect(try store.verify().isSound)
  }

  @Test(arguments: ["", "two words", "quote\"", "back\\slash", "ümlaut", "\n", "a\u{0}b"])
  func `a kind that a leaf can't hold is refused`(kind: String) throws {
    let store = try open()
    let error = storeError {
      try store.append([event("x", kind: kind)], stream: "a", expecting: 0)
    }
    #expect(error?.exitStatus == 70)
    #expect(try store.head().size == 0)
  }

  @Test func `a stream without a name is refused`() throws {
    let store = try open()
    let error = storeError { try store.append([event("x")], stream: "", expecting: 0) }
    #expect(error == .invalidRecord(reason: "its stream has no name"))
  }

  @Test func `a full disk loses nothing that was acknowledged`() throws {
    let store = try open()
    try store.append([event("kept")], stream: "a", expecting: 0)
    let pages = try #require(
      try store.connection.first("PRAGMA page_count") { $0.integer(at: 0) })
    try store.connection.execute("PRAGMA max_page_count = \(pages + 1)")
    let long = String(repeating: "long ", count: 10_000)
    let error = storeError { try store.append([event(long)], stream: "a", expecting: 1) }
    #expect(error == .diskFull(path: path))
    #expect(error?.exitStatus == 74)
    #expect(!store.connection.isInTransaction)
    #expect(try store.head().size == 1)
    try store.connection.execute("PRAGMA max_page_count = \(pages + 1_000)")
    try store.append([event(long)], stream: "a", expecting: 1)
    #expect(try store.verify().isSound)
  }

  @Test func `a crash before the commit leaves no trace, and what was committed stays`() throws {
    let store = try open()
    try store.append([event("kept")], stream: "a", expecting: 0)
    // A half-written transaction, larger than the cache, so that parts of it reach the WAL.
    try store.connection.execute("PRAGMA cache_size = 1; BEGIN IMMEDIATE")
    for number in 0..<40 {
      try store.connection.run(
        "INSERT INTO content (digest, kind, name, bytes) VALUES (?1, 'drill', 'lost', ?2)",
        [
          .blob(Digest(of: [UInt8(number)]).bytes),
          .blob(Array(repeating: UInt8(number), count: 9_000)),
        ])
    }
    let wal = try read(path + "-wal")
    #expect(wal.count > 100_000)
    // The disk as a power cut would leave it, once as it is and once with a torn last frame.
    for (name, image) in [("cut.db", wal), ("torn.db", wal.dropLast(1_000) + [1, 2, 3])] {
      let copy = directory.file(name)
      try write(try read(path), to: copy)
      try write(Array(image), to: copy + "-wal")
      let survivor = try Store.open(at: copy, now: newYear)
      #expect(try survivor.head().size == 1)
      #expect(try survivor.connection.first("SELECT 1 FROM content") { _ in true } == nil)
      try survivor.append([event("on it goes")], stream: "a", expecting: 1)
      #expect(try survivor.verify().isSound)
    }
    // Meanwhile others are told that the store is busy.
    let waiting = try Store.open(at: path, now: newYear, patience: .milliseconds(50))
    #expect(
      storeError { try waiting.append([event("x")], stream: "a", expecting: 1) }
        == .locked(path: path, waitedSeconds: 0))
  }

  @Test func `who holds the lock file too long is reported`() throws {
    let store = try Store.open(at: path, now: newYear, patience: .milliseconds(50))
    let holder = try WriteLock(besides: path)
    #expect(try holder.acquire(within: .zero))
    #expect(
      storeError { try store.append([event("x")], stream: "a", expecting: 0) }
        == .locked(path: path, waitedSeconds: 0))
    holder.release()
    try store.append([event("x")], stream: "a", expecting: 0)
  }

  @Test func `all events of all streams pass by, and the caller's error passes through`() throws {
    struct Enough: Error {}
    _ = try makeSample(at: path)
    let store = try open()
    var seqs: [Int] = []
    try store.eachBody { seqs.append($0.seq) }
    #expect(seqs == Array(0..<12))
    #expect(throws: Enough.self) { try store.eachBody { _ in throw Enough() } }
    var leaves: [Int] = []
    try store.eachLeaf(from: 9) { seq, _ in leaves.append(seq) }
    #expect(leaves == [9, 10, 11])
    // The store is still usable after the caller broke off.
    try store.append([event("x")], stream: "first", expecting: 6)
  }
}
