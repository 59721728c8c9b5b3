// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Ledger

/// One way of tampering, and one thing that must be found.
struct Tampering: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let script: String
  let finds: @Sendable (Finding) -> Bool
}

private let tamperings = [
  Tampering(
    testDescription: "a byte of a leaf",
    script: """
      UPDATE leaf SET bytes = CAST(replace(bytes, '"kind":"answered"', '"kind":"Answered"') AS BLOB)
      WHERE seq = 5
      """,
    finds: { $0 == Finding(seq: 5, .kindDiffers(leaf: "Answered", body: "answered")) }),
  Tampering(
    testDescription: "a leaf that is no leaf",
    script: "UPDATE leaf SET bytes = x'7b7d' WHERE seq = 5",
    finds: { $0 == Finding(seq: 5, .leafUnreadable) }),
  Tampering(
    testDescription: "a byte of a body",
    script: "UPDATE body SET bytes = CAST('first 9' AS BLOB) WHERE seq = 4",
    finds: { $0 == Finding(seq: 4, .bodyDiffers) }),
  Tampering(
    testDescription: "a nonce",
    script: "UPDATE body SET nonce = zeroblob(32) WHERE seq = 4",
    finds: { $0 == Finding(seq: 4, .bodyDiffers) }),
  Tampering(
    testDescription: "a nonce of another length",
    script: "UPDATE body SET nonce = x'00' WHERE seq = 4",
    finds: { $0 == Finding(seq: 4, .bodyDiffers) }),
  Tampering(
    testDescription: "a body's kind",
    script: "UPDATE body SET kind = 'waived' WHERE seq = 4",
    finds: { $0 == Finding(seq: 4, .kindDiffers(leaf: "answered", body: "waived")) }),
  Tampering(
    testDescription: "a leaf deleted",
    script: "DELETE FROM leaf WHERE seq = 5",
    finds: { $0 == Finding(.leavesMissing(5..<6)) }),
  Tampering(
    testDescription: "the body of a deleted leaf",
    script: "DELETE FROM leaf WHERE seq = 5",
    finds: { $0 == Finding(seq: 5, .bodyWithoutLeaf) }),
  Tampering(
    testDescription: "a body deleted",
    script: "DELETE FROM body WHERE seq = 5",
    finds: { $0 == Finding(seq: 5, .bodyMissing) }),
  Tampering(
    testDescription: "a body deleted, seen in its stream",
    script: "DELETE FROM body WHERE seq = 5",
    finds: { $0 == Finding(seq: 7, .streamGap(stream: "second", numbers: 2..<3)) }),
  Tampering(
    testDescription: "two bodies swapped",
    script: """
      UPDATE body SET seq = -1 WHERE seq = 3;
      UPDATE body SET seq = 3 WHERE seq = 4;
      UPDATE body SET seq = 4 WHERE seq = -1
      """,
    finds: { $0 == Finding(seq: 3, .bodyDiffers) }),
  Tampering(
    testDescription: "two leaves swapped",
    script: """
      UPDATE leaf SET seq = -1 WHERE seq = 3;
      UPDATE leaf SET seq = 3 WHERE seq = 4;
      UPDATE leaf SET seq = 4 WHERE seq = -1
      """,
    finds: {
      guard $0.seq == 3, case .leafMisplaced(_, let seq) = $0.problem else { return false }
      return seq == 4
    }),
  Tampering(
    testDescription: "a forged body",
    script: """
      INSERT INTO body SELECT ledger, 12, nonce, subject, actor, stream, 6, kind, bytes
      FROM body WHERE seq = 11
      """,
    finds: { $0 == Finding(seq: 12, .bodyWithoutLeaf) }),
  Tampering(
    testDescription: "a forged event, right in itself",
    script: """
      INSERT INTO leaf SELECT ledger, 12,
        CAST(replace(bytes, '"seq":11', '"seq":12') AS BLOB) FROM leaf WHERE seq = 11;
      INSERT INTO body SELECT ledger, 12, nonce, subject, actor, stream, 6, kind, bytes
      FROM body WHERE seq = 11
      """,
    finds: {
      guard case .treeDiffers(let kept?, let leaves) = $0.problem else { return false }
      return kept.size == 12 && leaves.size == 13
    }),
  Tampering(
    testDescription: "a forged event at the end of all numbers",
    script: """
      INSERT INTO body SELECT ledger, 9223372036854775807, nonce, subject, actor, stream,
        9223372036854775807, kind, bytes FROM body WHERE seq = 11
      """,
    finds: { $0 == Finding(seq: Int.max, .bodyWithoutLeaf) }),
  Tampering(
    testDescription: "the kept tree",
    script: "UPDATE frontier SET nodes = zeroblob(64)",
    finds: {
      guard case .treeDiffers(let kept?, let leaves) = $0.problem else { return false }
      return kept.size == 12 && leaves.size == 12 && kept.root != leaves.root
    }),
  Tampering(
    testDescription: "the kept tree, so that it contradicts itself",
    script: "UPDATE frontier SET size = 7",
    finds: {
      guard case .treeDiffers(nil, let leaves) = $0.problem else { return false }
      return leaves.size == 12
    }),
  Tampering(
    testDescription: "the tail cut off",
    script: "DELETE FROM body WHERE seq > 7; DELETE FROM leaf WHERE seq > 7",
    finds: {
      guard case .treeDiffers(let kept?, let leaves) = $0.problem else { return false }
      return kept.size == 12 && leaves.size == 8
    }),
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
      DELETE FROM body WHERE seq > 7; DELETE FROM leaf WHERE seq > 7;
      UPDATE frontier SET size = 8, nodes = x'\(nodes)'
      """)
    #expect(try store.verify().isSound)
    #expect(
      try store.verify(against: head).findings == [Finding(.truncated(size: 8, checkpoint: 12))])
    // Grown again beyond the checkpoint, it isn't the same tree.
    try store.append(Array(repeating: event("again"), count: 9), stream: "third", expecting: 0)
    #expect(
      try store.verify(against: head).findings == [Finding(.rewritten(checkpoint: head))])
  }

  @Test func `an older head holds while the ledger grows`() throws {
    let store = try Store.open(at: path, now: newYear)
    try store.append([event("more")], stream: "first", expecting: 6)
    #expect(try store.verify(against: head).isSound)
    #expect(try store.verify(against: TreeHead(size: 0, root: Digest(of: []))).isSound)
  }

  @Test func `an erasure explains a missing body and its stream's gap`() throws {
    try tamper(path, "DELETE FROM body WHERE seq IN (0, 5)")
    let store = try Store.open(at: path, mode: .readOnly, now: newYear)
    let verification = try store.verify(erased: { $0 == 0 || $0 == 5 })
    #expect(verification.findings == [])
    #expect(verification.erased == 2)
    #expect(
      try store.verify(erased: { $0 == 5 }).findings == [
        Finding(seq: 0, .bodyMissing), Finding(seq: 2, .streamGap(stream: "first", numbers: 0..<1)),
      ])
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
    try tamper(path, "UPDATE body SET nonce = zeroblob(32)")
    let verification = try store.verify()
    #expect(verification.findings.count == Verification.limit)
    #expect(verification.unlisted == 112)
  }

  @Test(arguments: ["DELETE FROM leaf", "UPDATE leaf SET seq = 99", "UPDATE body SET actor = ''"])
  func `a mistake is refused by the file itself`(statement: String) throws {
    let store = try Store.open(at: path, now: newYear)
    #expect(throws: SQLiteError.self) { try store.connection.execute(statement) }
    #expect(try store.verify(against: head).isSound)
  }

  @Test func `nothing is appended to a ledger whose end was cut off`() throws {
    try tamper(path, "DELETE FROM body WHERE seq > 7; DELETE FROM leaf WHERE seq > 7")
    let store = try Store.open(at: path, now: newYear)
    let error = storeError { try store.append([event("x")], stream: "first", expecting: nil) }
    guard case .corrupt = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
