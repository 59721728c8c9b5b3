// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Ledger
import TestSupport
import Testing

/// Somebody who may write writes properly, leaf and tree and all, and writes what is not true.
@Suite struct RejudgingTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    let played = try place.run(
      "run", "desk", "--agree",
      input: ["2", SampleLibrary.right[1], SampleLibrary.right[2]].map { $0 + "\n" }.joined())
    #expect(played.status == .exited(3))
  }

  /// Appends a copy of the attempt under another id, changed.
  private func forge(_ change: (inout [AttemptRecord]) -> Void) throws {
    let store = try Store.open(at: place.store, now: 0, projections: [AttemptProjection()])
    let log = AttemptLog(store)
    let original = try #require(try log.attempts().first)
    var records = try log.records(of: original.attempt)
    let id = "99999999-2222-4333-8444-555555555555"
    if case .started(var started) = records[0].event {
      started.attempt = id
      started.number = 2
      records[0].event = .started(started)
    }
    change(&records)
    try log.append(records, to: id, employee: original.employee, expecting: 0)
  }

  private func edit(
    _ records: inout [AttemptRecord], _ item: String,
    _ change: (inout AttemptEvent.Answered) -> Void
  ) {
    for index in records.indices {
      guard case .answered(var answered) = records[index].event, answered.item == item else {
        continue
      }
      change(&answered)
      records[index].event = .answered(answered)
    }
    // The end is made to fit, so that the attempt is sound in itself.
    let score = AttemptState(folding: records).score
    guard let last = records.indices.last, case .finished(var finished) = records[last].event else {
      return
    }
    finished.earned = score.earned
    finished.points = score.points
    finished.score = score.share ?? .full
    finished.critical = score.critical
    finished.passed = score.passes(Credit(clamping: 8000))
    records[last].event = .finished(finished)
  }

  @Test func `a copy that says the same is sound`() throws {
    try forge { _ in }
    #expect(try place.isSound())
  }

  @Test func `a credit that the answer does not earn is found by judging it again`() throws {
    try forge { edit(&$0, "first") { $0.credit = .full } }
    let result = try place.run("verify")
    #expect(result.status == .exited(1))
    #expect(
      result.output.contains(
        "It records a credit of 100 % for “first”, and the same judge now says 0 %."))
  }

  @Test func `points, an outcome and minutes that were changed are found`() throws {
    try forge {
      edit(&$0, "note") {
        $0.points = 20
        $0.passed = false
        $0.minutes = 15
      }
    }
    let output = try place.run("verify").output
    #expect(output.contains("It records points 20 for “note”"))
    #expect(output.contains("It records the outcome failed for “note”"))
    #expect(output.contains("It records scenario minutes 15 for “note”"))
  }

  @Test(arguments: ["points", "minutes"]) func `a number beyond all sense is told, by each command`(
    field: String
  ) throws {
    try forge {
      edit(&$0, "first") { answered in
        if field == "points" { answered.points = 101 } else { answered.minutes = .max - 5 }
      }
    }
    let verified = try place.run("verify")
    #expect(verified.status == .exited(1))
    #expect(verified.output.contains("“answered.\(field)”"), "\(verified.output)")
    for command in ["explain", "replay"] {
      let result = try place.run(command, "99999999")
      #expect(result.status == .exited(69), "\(command): \(result.status)")
      #expect(result.errors.contains("“answered.\(field)”"), "\(result.errors)")
    }
  }

  @Test func `what another revision of the judge decided stays as it was decided`() throws {
    try forge {
      edit(&$0, "first") {
        $0.credit = .full
        $0.judge = Attempt.judgeRevision + 1
      }
    }
    #expect(try place.isSound())
  }

  /// A field of an answer that somebody changed, and what verify then says.
  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let words: String
    let change: @Sendable (inout AttemptEvent.Answered) -> Void
  }

  static let changes = [
    Change(testDescription: "competency", words: "the competency other for “note”") {
      $0.competency = "other"
    },
    Change(testDescription: "coach", words: "coaching Well done. for “note”") {
      $0.coach.append("Well done.")
    },
    Change(testDescription: "chosen", words: "the choice z for “note”") { $0.chosen = ["z"] },
    Change(testDescription: "remarks", words: "other remarks for “note”") {
      $0.remarks.append(Remark(.note, "Nobody said this."))
    },
    Change(testDescription: "injects", words: "injects 4 for “note”") { $0.injects = [4] },
    Change(testDescription: "critical", words: "critical failures ") {
      $0.critical = [CriticalFailure(.customer, "It never happened.")]
    },
    Change(testDescription: "verb", words: "the verb guess for “note”") { $0.verb = "guess" },
  ]

  @Test(arguments: changes) func `every field that was changed is named`(change: Change) throws {
    try forge { edit(&$0, "note", change.change) }
    let output = try place.run("verify").output
    #expect(output.contains("It records \(change.words)"), "\(output)")
  }

  @Test func `an order on the screen that was not drawn is found`() throws {
    try forge { records in
      for index in records.indices {
        guard case .shown(var shown) = records[index].event, shown.item == "first" else { continue }
        shown.order = ["z"]
        records[index].event = .shown(shown)
      }
    }
    #expect(try place.run("verify").output.contains("It records the order z for “first”"))
  }

  @Test(arguments: [
    (#"{"item":"first","hint":0,"price":25}"#, nil),
    (
      #"{"item":"first","hint":0,"price":1}"#,
      "It records a hint's price of 1 % for “first”, and the same judge now says 25 %."
    ),
    (#"{"item":"first","hint":1,"price":25}"#, "It records hint 2 for “first”"),
    (#"{"item":"tell","hint":0,"price":25}"#, "It is about “tell” while “first” was asked."),
  ])
  func `a hint that there was not, or at another price, is found`(
    text: String, words: String?
  ) throws {
    let hinted = try RecordCoding.value(AttemptEvent.Hinted.self, from: Array(text.utf8))
    try forge { records in
      let place = records.firstIndex {
        if case .shown(let shown) = $0.event { shown.item == "first" } else { false }
      }
      guard let place else { return }
      records.insert(AttemptRecord(at: records[place].at, event: .hinted(hinted)), at: place + 1)
    }
    let output = try place.run("verify").output
    #expect(output.contains(words ?? "The record is sound"), "\(output)")
  }
}
