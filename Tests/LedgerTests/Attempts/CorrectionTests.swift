// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import TestSupport
import Testing

@testable import Ledger

/// A correction as bytes, as a row of the list, and as the audit sees it.
@Suite struct CorrectionTests {
  private let directory: TemporaryDirectory
  private let log: AttemptLog
  private let attempt: SampleAttempt

  init() throws {
    directory = try TemporaryDirectory()
    log = AttemptLog(try makeAttemptStore(at: directory.file("drillhall.db")))
    attempt = try SampleAttempt.passed()
    try log.append(attempt)
  }

  /// A correction that takes the credit of the first answer away.
  private func correction() throws -> AttemptEvent.Corrected {
    let before = try #require(attempt.state.outcome)
    var answers = attempt.state.results
    answers[0].credit = .none
    return AttemptEvent.Corrected(
      by: "lead", reason: "the key was wrong", version: 4,
      drillDigest: Digest(of: SampleDrill.content.bytes).hex, policyDigests: [:], variant: 0,
      before: before, after: .init(Score(answers), pass: Credit(clamping: 8000)), answers: answers)
  }

  private func write(_ corrected: AttemptEvent.Corrected) throws {
    try log.correct(
      corrected, at: Instant(milliseconds: 1_800_000_000_000), of: attempt.id,
      employee: attempt.employee, expecting: attempt.records.count, content: [])
  }

  private func findings() throws -> [String] {
    var audit = AttemptAudit(contentIn: log.store)
    var found: [String] = []
    for body in try log.store.bodies(ofStream: AttemptLog.streamPrefix + attempt.id) {
      found += audit.take(body)
    }
    return found
  }

  @Test func `it is read back, counts in the list, and keeps the first result`() throws {
    let corrected = try correction()
    try write(corrected)
    let state = AttemptState(folding: try log.records(of: attempt.id))
    #expect(state.corrections == [corrected])
    #expect(state.finished?.passed == true)
    #expect(state.outcome == corrected.after)
    let row = try #require(try log.attempts().first)
    #expect(row.status == .failed)
    #expect(row.score == corrected.after.score)
    #expect(row.lastAt == attempt.records.last?.at)
    #expect(row.correction?.status == .passed)
    #expect(row.correction?.score == .full)
    #expect(row.correction?.by == "lead")
    #expect(row.correction?.reason == "the key was wrong")
    #expect(try findings().isEmpty)
    #expect(try log.store.verifyProjections().isEmpty)
  }

  @Test func `its bytes say another version, which a program without corrections names`() throws {
    try write(try correction())
    let body = try #require(
      try log.store.bodies(ofStream: AttemptLog.streamPrefix + attempt.id).last)
    let text = String(decoding: body.bytes, as: UTF8.self)
    #expect(text.contains(#""v":2"#))
    #expect(body.actor == "lead")
    #expect(body.subject == attempt.employee)
    let older = Array(text.replacing(#""v":2"#, with: #""v":1"#).utf8)
    #expect(throws: UnreadableRecord.self) {
      try RecordCoding.value(AttemptRecord.self, from: older)
    }
  }

  @Test func `another event in between keeps it from being written`() throws {
    try write(try correction())
    #expect(throws: StoreError.self) { try write(try correction()) }
    #expect(AttemptState(folding: try log.records(of: attempt.id)).corrections.count == 1)
  }

  /// A correction that does not hold, and the audit's words for it.
  struct Forgery: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout AttemptEvent.Corrected) -> Void
  }

  static let forgeries = [
    Forgery(testDescription: "but its answers add up to") { $0.after.score = .full },
    Forgery(testDescription: "counted until then") { $0.before.passed = false },
    Forgery(testDescription: "corrected with (00) is not in the store") { $0.drillDigest = "00" },
    Forgery(testDescription: "which the attempt does not have") { $0.answers[0].item = "ghost" },
    Forgery(testDescription: "A correction needs a reason") { $0.reason = "   " },
  ]

  @Test(arguments: forgeries) func `what a correction can't say is found`(forgery: Forgery) throws {
    var corrected = try correction()
    forgery.change(&corrected)
    try write(corrected)
    let found = try findings()
    #expect(found.contains { $0.contains(forgery.testDescription) }, "\(found)")
  }
}
