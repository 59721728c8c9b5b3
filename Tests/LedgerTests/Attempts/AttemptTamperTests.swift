// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Ledger

/// Every row of a real attempt's ledger is changed, deleted, swapped, doubled and cut off in turn.
@Suite struct AttemptTamperTests {
  private let directory: TemporaryDirectory
  private let original: [UInt8]
  private let head: TreeHead

  init() throws {
    directory = try TemporaryDirectory()
    let path = directory.file("drillhall.db")
    do {
      let store = try makeAttemptStore(at: path)
      try AttemptLog(store).append(try SampleAttempt.passed())
      head = try store.head()
    }
    // The last connection is closed: everything is in the one file.
    original = try read(path)
  }

  private func findings(after script: String) throws -> [Finding] {
    let path = directory.file("tampered.db")
    for suffix in ["-wal", "-shm"] { try? write([], to: path + suffix) }
    try write(original, to: path)
    try tamper(path, script)
    let store = try Store.open(at: path, mode: .readOnly, now: newYear)
    var audit = AttemptAudit(contentIn: store)
    return try store.verify(against: head, judge: { audit.take($0) }).findings
  }

  @Test func `untouched it is sound`() throws {
    #expect(head.size >= 9)
    #expect(try findings(after: "SELECT 1") == [])
  }

  @Test func `each body changed by a byte is named`() throws {
    for seq in 0..<head.size {
      let found = try findings(
        after: """
          UPDATE event SET bytes = CAST(replace(bytes, '"v":1', '"v":2') AS BLOB)
          WHERE place = \(seq)
          """)
      #expect(found.contains(Finding(seq: seq, .bodyDiffers)), "\(found)")
    }
  }

  @Test func `each leaf changed by a byte is named`() throws {
    for seq in 0..<head.size {
      let found = try findings(
        after: """
          UPDATE event SET leaf = CAST(replace(leaf, '"c":"', '"c":"0') AS BLOB)
          WHERE place = \(seq)
          """)
      #expect(found.contains { $0.seq == seq && $0.problem == .leafUnreadable }, "\(found)")
      #expect(found.contains(Finding(.rewritten(checkpoint: head))))
    }
  }

  @Test func `each row deleted is named`() throws {
    for seq in 0..<head.size {
      #expect(
        try findings(after: erasing("place = \(seq)"))
          .contains(Finding(seq: seq, .bodyMissing)))
      let found = try findings(
        after: "DELETE FROM event WHERE place = \(seq)")
      let isNamed =
        seq == head.size - 1
        ? found.contains(Finding(.truncated(size: seq, checkpoint: head.size)))
        : found.contains(Finding(.leavesMissing(seq..<seq + 1)))
      #expect(isNamed, "\(found)")
    }
  }

  @Test func `each pair of neighbours swapped is named`() throws {
    for seq in 0..<head.size - 1 {
      let bodies = try findings(after: swapping(bodyColumns, of: seq, and: seq + 1))
      #expect(bodies.contains { $0.seq == seq && $0.problem == .bodyDiffers }, "\(bodies)")
      let both = try findings(after: swapping(bodyColumns + ["leaf"], of: seq, and: seq + 1))
      #expect(
        both.contains {
          guard $0.seq == seq, case .leafMisplaced(_, let place) = $0.problem else { return false }
          return place == seq + 1
        }, "\(both)")
    }
  }

  @Test func `each row inserted once more is named`() throws {
    let end = head.size
    for seq in 0..<end {
      let found = try findings(
        after: forging(
          end, from: seq, number: 1000 + seq,
          leaf: #"CAST(replace(leaf, '"seq":\#(seq),', '"seq":\#(end),') AS BLOB)"#))
      #expect(found.contains(Finding(seq: end, .edgeMissing)), "\(found)")
    }
  }

  @Test func `each cut is named, also one that mends the tree`() throws {
    for size in 1..<head.size {
      var frontier = MerkleFrontier()
      let path = directory.file("drillhall.db")
      do {
        let store = try Store.open(at: path, mode: .readOnly, now: newYear)
        try store.eachLeaf { seq, bytes in if seq < size { frontier.append(leaf: bytes) } }
      }
      let cut = "DELETE FROM event WHERE place >= \(size);"
      let careless = try findings(after: cut)
      #expect(careless.contains(Finding(.truncated(size: size, checkpoint: head.size))))
      #expect(careless.contains(Finding(seq: size - 1, .edgeMissing)))
      let nodes = Hexadecimal.text(frontier.bytes)
      let careful = try findings(
        after: cut + "UPDATE event SET edge = x'\(nodes)' WHERE place = \(size - 1)")
      #expect(careful == [Finding(.truncated(size: size, checkpoint: head.size))])
    }
  }
}
