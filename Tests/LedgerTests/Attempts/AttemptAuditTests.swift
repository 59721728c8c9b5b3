// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing
import TestSupport

@testable import Ledger

/// Something false that was written properly, with its leaf and in its tree: bytes alone don't
/// show it.
struct Forgery: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// What is wrong, in the audit's words.
  let words: String
  let change: @Sendable (inout [AttemptRecord]) -> Void
}

/// Replaces the events for which there is another.
private func edit(
  _ records: inout [AttemptRecord], _ other: (AttemptEvent) -> AttemptEvent?
) {
  for index in records.indices {
    if let event = other(records[index].event) { records[index].event = event }
  }
}

/// Changes how the attempt ended.
private func editEnd(
  _ records: inout [AttemptRecord], _ change: (inout AttemptEvent.Finished) -> Void
) {
  edit(&records) { event in
    guard case .finished(var value) = event else { return nil }
    change(&value)
    return .finished(value)
  }
}

private let forgeries = [
  Forgery(
    testDescription: "a better score", words: "records a score of 100 %",
    change: { records in
      editEnd(&records) { $0.score = .full }
    }),
  Forgery(
    testDescription: "points that no answer earned", words: "its answers add up to",
    change: { records in
      editEnd(&records) { $0.earned = 50_000 }
    }),
  Forgery(
    testDescription: "passed", words: "records “passed”, which its answers don't bear out",
    change: { records in
      editEnd(&records) { $0.passed = true }
    }),
  Forgery(
    testDescription: "no critical failure", words: "other critical failures",
    change: { records in
      editEnd(&records) { $0.critical = [] }
    }),
  Forgery(
    testDescription: "an answer to another item", words: "answers “note” while “first” was asked",
    change: { records in
      edit(&records) { event in
        guard case .answered(var value) = event, value.item == "first" else { return nil }
        value.item = "note"
        return .answered(value)
      }
    }),
  Forgery(
    testDescription: "an answer in another scene", words: "was asked",
    change: { records in
      edit(&records) { event in
        guard case .answered(var value) = event, value.item == "first" else { return nil }
        value.scene = "elsewhere"
        return .answered(value)
      }
    }),
  Forgery(
    testDescription: "a hint to another item", words: "about “note” while “first” was asked",
    change: { records in
      edit(&records) { event in
        guard case .hinted(var value) = event else { return nil }
        value.item = "note"
        return .hinted(value)
      }
    }),
  Forgery(
    testDescription: "a second try that was the first", words: "It is try 2, and try 1 was due",
    change: { records in
      edit(&records) { event in
        guard case .answered(var value) = event, value.item == "first" else { return nil }
        value.attempt = 2
        return .answered(value)
      }
    }),
  Forgery(
    testDescription: "an event after the end", words: "goes on after its end",
    change: { records in
      if let last = records.last { records.append(.init(at: last.at, event: .paused)) }
    }),
  Forgery(
    testDescription: "an answer after the end", words: "goes on after its end",
    change: { records in
      let answer = records.last {
        if case .answered = $0.event { true } else { false }
      }
      if var answer, let last = records.last {
        answer.at = last.at
        records.append(answer)
      }
    }),
  Forgery(
    testDescription: "a second start", words: "starts a second time",
    change: { records in records.insert(records[0], at: 2) }),
  Forgery(
    testDescription: "no start", words: "goes on without having started",
    change: { records in records.removeFirst() }),
  Forgery(
    testDescription: "an answer left out", words: "was asked",
    change: { records in
      records.removeAll {
        if case .answered(let value) = $0.event { value.item == "first" } else { false }
      }
    }),
  Forgery(
    testDescription: "an early end", words: "The attempt ends while “first” was asked",
    change: { records in
      if let end = records.popLast() { records.insert(end, at: 3) }
    }),
  Forgery(
    testDescription: "another attempt's start", words: "It belongs to attempt other",
    change: { records in
      edit(&records) { event in
        guard case .started(var value) = event else { return nil }
        value.attempt = "other"
        return .started(value)
      }
    }),
  Forgery(
    testDescription: "another employee's start",
    words: "It says employee “E-99”, and is filed under “E-17”",
    change: { records in
      edit(&records) { event in
        guard case .started(var value) = event else { return nil }
        value.employee = "E-99"
        return .started(value)
      }
    }),
  Forgery(
    testDescription: "time that runs back", words: "before the event that it follows",
    change: { records in records[4].at = Instant(milliseconds: 1_000) }),
]

@Suite struct AttemptAuditTests {
  private let directory: TemporaryDirectory
  private let store: Store

  init() throws {
    directory = try TemporaryDirectory()
    store = try Store.open(at: directory.file("drillhall.db"), now: newYear)
  }

  /// An attempt with a hint, a critical failure and an end.
  private func failed() throws -> SampleAttempt {
    var attempt = try SampleAttempt()
    try attempt.take(.show)
    try attempt.take(.hint)
    try attempt.answer("Did you leave")
    try attempt.answer("The Canal")
    try attempt.answer("It is late.")
    #expect(attempt.state.finished?.passed == false)
    return attempt
  }

  private func words() throws -> [String] {
    var audit = AttemptAudit(contentIn: store)
    return try store.verify(judge: { audit.take($0) }).findings.map(\.description)
  }

  @Test func `attempts as they really are have nothing against them`() throws {
    let log = AttemptLog(store)
    var random = Seeded(5)
    for index in 0..<30 {
      try log.append(SampleAttempt.random(index, employee: "E-\(index)", using: &random))
    }
    #expect(try words() == [])
  }

  @Test(arguments: forgeries) func `what was forged is named, and nothing else is damaged`(
    forgery: Forgery
  ) throws {
    var records = try failed().records
    forgery.change(&records)
    let log = AttemptLog(store)
    try log.append(
      records, to: "11111111-2222-4333-8444-555555555555", employee: "E-17", expecting: 0,
      content: [SampleDrill.content])
    // A sound attempt beside it stays sound.
    try log.append(SampleAttempt.passed("99999999-2222-4333-8444-555555555555"))
    let found = try words()
    #expect(found.contains { $0.contains(forgery.words) }, "\(found)")
    #expect(found.allSatisfy { $0.hasPrefix("Event ") && $0.hasSuffix(".") })
    #expect(try store.verify().isSound)
  }

  @Test func `subject, actor and stream are compared with what the bytes say`() throws {
    let attempt = try SampleAttempt.passed()
    func file(_ stream: String, subject: String = "E-17", actor: String = "E-17") throws {
      try store.append(
        attempt.records.map {
          NewRecord(
            kind: "attempt." + $0.event.kind, subject: subject, actor: actor,
            bytes: try RecordCoding.bytes(of: $0))
        }, stream: stream, expecting: 0, content: [SampleDrill.content])
    }
    let own = "attempt/\(attempt.id)"
    try file(own, subject: "E-18", actor: "E-18")
    try file("attempt/elsewhere")
    try file("somewhere", actor: "E-20")
    let found = try words()
    #expect(found.contains { $0.contains("It says employee “E-17”, and is filed under “E-18”") })
    #expect(found.contains { $0.contains("not to attempt/elsewhere.") })
    #expect(found.contains { $0.contains("not to somewhere.") })
    #expect(found.contains { $0.contains("recorded by “E-20”, and is about “E-17”") })
  }

  @Test func `an event that is none, or of another sort, is named among an attempt's`() throws {
    let attempt = try SampleAttempt.passed()
    try AttemptLog(store).append(attempt)
    let stream = "attempt/\(attempt.id)"
    try store.append(
      [
        event("{}", kind: "attempt.paused"), event("{}", kind: "note"),
        NewRecord(
          kind: "attempt.resumed", subject: "E-17", actor: "E-17",
          bytes: try RecordCoding.bytes(of: attempt.records[0])),
      ], stream: stream, expecting: nil)
    let found = try words()
    #expect(found.count == 3)
    #expect(found.allSatisfy { $0.hasSuffix(".") && !$0.contains("DecodingError") })
    #expect(found[0].contains("no event of an attempt"))
    #expect(found[1].contains("is a “note”"))
    #expect(found[2].contains("filed as “attempt.resumed” and says “started”"))
  }

  @Test func `content that an attempt names and the store lacks is named`() throws {
    var records = try SampleAttempt.passed().records
    guard case .started(var started) = records[0].event else {
      Issue.record("\(records[0])")
      return
    }
    started.policyDigests = ["escalation": Digest(of: [1]).hex, "care": "none"]
    records[0].event = .started(started)
    try AttemptLog(store).append(
      records, to: started.attempt, employee: "E-17", expecting: 0, content: [])
    #expect(
      try words() == [
        "Event 0: The drill “desk” that it was played from (\(started.drillDigest)) is not in the "
          + "store.",
        "Event 0: The policy “care” that it was judged by (none) is not in the store.",
        "Event 0: The policy “escalation” that it was judged by (\(Digest(of: [1]).hex)) is not in "
          + "the store.",
      ])
    try store.keep([
      SampleDrill.content, Content(kind: "policy", name: "p", bytes: [1]),
    ])
    #expect(try words().count == 1)
  }
}
