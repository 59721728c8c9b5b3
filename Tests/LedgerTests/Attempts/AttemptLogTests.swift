// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing
import TestSupport

@testable import Ledger

@Suite struct AttemptLogTests {
  private let directory: TemporaryDirectory
  private let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.file("drillhall.db")
  }

  @Test func `what was written is read back, event by event, and by another process too`() throws {
    let attempt = try SampleAttempt.passed()
    let log = AttemptLog(try makeAttemptStore(at: path))
    var written = 0
    for record in attempt.records {
      try log.append(
        [record], to: attempt.id, employee: attempt.employee, expecting: written,
        content: written == 0 ? [SampleDrill.content] : [])
      written += 1
      #expect(try log.records(of: attempt.id) == Array(attempt.records.prefix(written)))
    }
    let other = AttemptLog(try Store.open(at: path, mode: .readOnly, now: newYear))
    let records = try other.records(of: attempt.id)
    #expect(records == attempt.records)
    #expect(AttemptState(folding: records) == attempt.state)
    #expect(try other.records(of: "another") == [])
  }

  @Test func `of two consoles on one attempt the second to write is told so`() throws {
    let attempt = try SampleAttempt.passed()
    let first = AttemptLog(try makeAttemptStore(at: path))
    let second = AttemptLog(try makeAttemptStore(at: path))
    let opening = Array(attempt.records.prefix(3))
    let id = attempt.id
    try first.append(opening, to: id, employee: "E-17", expecting: 0)
    let next = [attempt.records[3]]
    try first.append(next, to: id, employee: "E-17", expecting: 3)
    #expect(
      storeError { try second.append(next, to: id, employee: "E-17", expecting: 3) }
        == .conflict(stream: "attempt/\(id)", expected: 3, found: 4))
    #expect(
      storeError { try second.append(opening, to: id, employee: "E-17", expecting: 0) }
        == .conflict(stream: "attempt/\(id)", expected: 0, found: 4))
    #expect(try first.records(of: id) == Array(attempt.records.prefix(4)))
    // Whoever reads anew may go on.
    let rest = Array(attempt.records.dropFirst(4))
    try second.append(rest, to: id, employee: "E-17", expecting: 4)
    #expect(try first.records(of: id) == attempt.records)
  }

  @Test func `of two attempts that begin at once the second has to take the next number`() throws {
    let attempt = try SampleAttempt.passed()
    let first = AttemptLog(try makeAttemptStore(at: path))
    let second = AttemptLog(try makeAttemptStore(at: path))
    guard case .started(var started) = attempt.records[0].event else { return }
    func begin(_ id: String, number: Int, in log: AttemptLog, after latest: Int) throws {
      started.attempt = id
      started.number = number
      try log.append(
        [AttemptRecord(at: attempt.records[0].at, event: .started(started))], to: id,
        employee: started.employee, expecting: 0, after: latest)
    }
    // Both saw no attempt yet.
    try begin("one", number: 1, in: first, after: 0)
    #expect(
      storeError { try begin("two", number: 1, in: second, after: 0) } == .attemptBegun(number: 1))
    #expect(try second.attempts().map(\.attempt) == ["one"])
    try begin("two", number: 2, in: second, after: 1)
    #expect(try first.attempts().map(\.number) == [1, 2])
    #expect(try first.store.verify().isSound)
  }

  @Test func `whose an event is can be said as far as it can be read`() throws {
    let attempt = try SampleAttempt.passed()
    do {
      let store = try makeAttemptStore(at: path)
      try AttemptLog(store).append(attempt)
      try ConsentLog(store).agree("E-17", at: attempt.records[0].at)
    }
    func owner(of seq: Int?) throws -> String? {
      try EventOwners(Store.open(at: path, mode: .readOnly, now: newYear))
        .owner(of: Finding(seq: seq, .bodyDiffers))
    }
    let last = attempt.records.count
    guard case .started(let started) = attempt.records[0].event else { return }
    let whole = "attempt 1 of E-17 at the drill \(started.drill), \(attempt.id)"
    #expect(try owner(of: 3) == whole)
    #expect(try owner(of: 0) == whole)
    #expect(try owner(of: last) == "the agreement of E-17")
    #expect(try owner(of: nil) == nil)
    #expect(try owner(of: 1_000) == nil)
    // The body itself may be gone: the stream says whose it was.
    try tamper(path, erasing("place = 3"))
    #expect(try owner(of: 3) == whole)
    // Without the first event there is the body's own subject, and without that the name alone.
    try tamper(path, "UPDATE event SET bytes = x'00' WHERE place = 0")
    #expect(try owner(of: 4) == "an attempt of E-17, \(attempt.id)")
    #expect(try owner(of: 3) == "attempt \(attempt.id)")
  }

  @Test func `a conflict leaves neither events nor content nor a line in the list`() throws {
    let attempt = try SampleAttempt.passed()
    let log = AttemptLog(try makeAttemptStore(at: path))
    let error = storeError {
      try log.append(
        attempt.records, to: attempt.id, employee: "E-17", expecting: 5,
        content: [SampleDrill.content])
    }
    #expect(error == .conflict(stream: "attempt/\(attempt.id)", expected: 5, found: 0))
    #expect(try log.records(of: attempt.id) == [])
    #expect(try log.attempts() == [])
    #expect(try log.store.content(Digest(of: SampleDrill.content.bytes)) == nil)
  }

  @Test func `the drill comes back as the bytes that the attempt was bound to`() throws {
    let attempt = try SampleAttempt.passed()
    let started = try #require(attempt.state.started)
    let log = AttemptLog(try makeAttemptStore(at: path))
    #expect(try log.content(of: started) == nil)
    try log.append(attempt)
    let bound = try #require(try log.content(of: started))
    #expect(bound.drill == SampleDrill.content)
    #expect(bound.policies == [])
    var other = started
    other.policyDigests = ["escalation": Digest(of: [1]).hex]
    #expect(try log.content(of: other) == nil)
    other.policyDigests = ["escalation": "no digest"]
    #expect(try log.content(of: other) == nil)
  }

  @Test func `a body that is no event is damage, and says which`() throws {
    let store = try Store.open(at: path, now: newYear)
    try store.append(
      [NewRecord(kind: "attempt.started", subject: "E-17", actor: "E-17", bytes: [0x7B])],
      stream: "attempt/a", expecting: 0)
    let error = storeError { _ = try AttemptLog(store).records(of: "a") }
    guard case .corrupt(_, let detail) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(detail.hasPrefix("event 0 can't be read: "))
    #expect(!detail.contains("DecodingError"))
  }

  @Test func `lists come by employee, drill and number, and by the beginning of an id`() throws {
    let log = AttemptLog(try makeAttemptStore(at: path))
    var random = Seeded(3)
    for (index, employee) in ["zoe", "ana", "zoe", "ana"].enumerated() {
      try log.append(SampleAttempt.random(index, employee: employee, using: &random))
    }
    let all = try log.attempts()
    #expect(all.map(\.employee) == ["ana", "ana", "zoe", "zoe"])
    #expect(all.map(\.number) == [2, 4, 1, 3])
    #expect(try log.attempts(of: "zoe").map(\.number) == [1, 3])
    #expect(try log.attempts(of: "zoe", drill: "another") == [])
    #expect(try log.attempts(beginning: "00000000-0000-4000-8000-000000000002").count == 1)
    #expect(try log.attempts(beginning: "00000000").count == 4)
    #expect(try log.attempts(beginning: "00000000", limit: 3).count == 3)
    #expect(try log.attempts(beginning: "%") == [])
    struct Enough: Error {}
    #expect(throws: Enough.self) { try log.eachAttempt { _ in throw Enough() } }
  }
}
