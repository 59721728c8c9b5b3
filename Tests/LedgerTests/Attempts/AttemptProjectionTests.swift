// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing
import TestSupport

@testable import Ledger

@Suite struct AttemptProjectionTests {
  private let directory: TemporaryDirectory
  private let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.file("drillhall.db")
  }

  /// Writes random attempts by turns, an input at a time, as several consoles would.
  private func fill(_ store: Store, seed: UInt64) throws -> [SampleAttempt] {
    var random = Seeded(seed)
    let log = AttemptLog(store)
    let attempts = try (0..<12).map {
      try SampleAttempt.random($0, employee: "E-\($0 % 3)", using: &random)
    }
    var written = Array(repeating: 0, count: attempts.count)
    while let index = attempts.indices.filter({ written[$0] < attempts[$0].records.count })
      .randomElement(using: &random)
    {
      let rest = attempts[index].records.dropFirst(written[index])
      let next = Array(rest.prefix(Int.random(in: 1...4, using: &random)))
      try log.append(
        next, to: attempts[index].id, employee: attempts[index].employee,
        expecting: written[index], content: [SampleDrill.content])
      written[index] += next.count
    }
    return attempts
  }

  @Test(arguments: UInt64(1)...6) func `a list made anew is the list that was kept`(
    seed: UInt64
  ) throws {
    let store = try makeAttemptStore(at: path)
    _ = try fill(store, seed: seed)
    let kept = try AttemptLog(store).attempts()
    #expect(kept.count == 12)
    #expect(try store.verifyProjections() == [])
    #expect(try store.rebuildProjections() == [])
    #expect(try AttemptLog(store).attempts() == kept)
    #expect(try store.verify(judge: { _ in [] }).isSound)
  }

  @Test(arguments: UInt64(1)...6) func `each line says what the fold of its attempt says`(
    seed: UInt64
  ) throws {
    let store = try makeAttemptStore(at: path)
    let attempts = try fill(store, seed: seed)
    let lines = Dictionary(
      uniqueKeysWithValues: try AttemptLog(store).attempts().map { ($0.attempt, $0) })
    for attempt in attempts {
      let line = try #require(lines[attempt.id])
      let state = attempt.state
      #expect(line.employee == attempt.employee)
      #expect(line.drill == "desk")
      #expect(line.title == "The desk")
      #expect(line.version == 3)
      #expect(line.pass == state.started?.pass)
      #expect(line.startedAt == state.startedAt)
      #expect(line.lastAt == state.lastAt)
      #expect(line.answered == state.results.count)
      #expect(line.score == state.finished?.score)
      #expect(line.points == state.finished?.points ?? 0)
      #expect(line.earned == state.finished?.earned ?? 0)
      #expect(line.critical == state.finished?.critical.map(\.kind) ?? [])
      let status: AttemptSummary.Status =
        switch state.finished?.passed {
        case true?: .passed
        case false?: .failed
        case nil: state.isPaused ? .paused : .underWay
        }
      #expect(line.status == status)
    }
  }

  @Test func `a pause is no time at work, and a clock that went back takes none away`() throws {
    let store = try makeAttemptStore(at: path)
    let log = AttemptLog(store)
    var attempt = try SampleAttempt()
    try attempt.take(.show)
    try attempt.take(.pause)
    try attempt.take(.resume())
    try attempt.take(.timeOut(nil))
    var records = attempt.records
    // started, entered, shown, paused, resumed, answered …
    let start = records[0].at.milliseconds
    for (index, seconds) in [0, 0, 10, 20, 3_620, 3_625].enumerated() {
      records[index].at = Instant(milliseconds: start + Int64(seconds) * 1000)
    }
    records = Array(records.prefix(6))
    try log.append(records, to: attempt.id, employee: "E-17", expecting: 0)
    #expect(try log.attempts().map(\.seconds) == [25])
    var late = records[5]
    late.at = Instant(milliseconds: start)
    try log.append([late], to: attempt.id, employee: "E-17", expecting: 6)
    #expect(try log.attempts().map(\.seconds) == [25])
    #expect(try log.attempts().map(\.lastAt) == [records[5].at])
  }

  // A score in the list is not proved by the tree: the comparison with the events finds it.
  @Test(arguments: [
    ("UPDATE attempt SET score = 10000, status = 'passed'", "has a row"),
    ("DELETE FROM attempt WHERE number = 1", "lacks a row"),
    (
      """
      INSERT INTO attempt SELECT 'forged', ledger, seq, employee, drill, title, drill_version,
        number, status, score, pass, points, earned, critical, answered, started_at, last_at,
        active_ms, NULL, NULL, NULL, NULL, NULL FROM attempt WHERE number = 1
      """, "has a row"
    ),
    ("DROP TABLE attempt", "is missing"),
    ("DELETE FROM projection", "made by another version"),
  ])
  func `a list that was changed by hand is found, and made right`(
    script: String, words: String
  ) throws {
    do { _ = try fill(makeAttemptStore(at: path), seed: 9) }
    try tamper(path, script)
    let reader = try Store.open(
      at: path, mode: .readOnly, now: newYear, projections: [AttemptProjection()])
    let findings = try reader.verifyProjections()
    #expect(findings.contains { "\($0)".contains(words) }, "\(findings)")
    #expect(try reader.verify().isSound)
    let store = try makeAttemptStore(at: path)
    #expect(try store.rebuildProjections() == [])
    #expect(try store.verifyProjections() == [])
  }

  @Test func `only so many differences are listed`() throws {
    let store = try makeAttemptStore(at: path)
    _ = try fill(store, seed: 4)
    try store.connection.execute("UPDATE attempt SET title = 'Another'")
    #expect(try store.verifyProjections(limit: 5).count == 5)
    #expect(try store.verifyProjections(limit: 100).count == 24)
  }
}
