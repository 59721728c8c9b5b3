// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import TestSupport

@testable import DrillKit
@testable import Ledger

/// An event with a number that no program wrote.
struct OddNumber: Sendable, CustomTestStringConvertible {
  /// The field, as the finding names it.
  let testDescription: String
  let make: @Sendable (AttemptEvent.Started, AttemptEvent.Answered) -> AttemptEvent

  init(
    _ field: String,
    _ make: @escaping @Sendable (AttemptEvent.Started, AttemptEvent.Answered) -> AttemptEvent
  ) {
    testDescription = field
    self.make = make
  }

  static func started(
    _ field: any (WritableKeyPath<AttemptEvent.Started, Int> & Sendable), _ name: String,
    _ value: Int
  ) -> OddNumber {
    OddNumber("started.\(name)") { started, _ in
      var started = started
      started[keyPath: field] = value
      return .started(started)
    }
  }

  static func answered(
    _ field: any (WritableKeyPath<AttemptEvent.Answered, Int> & Sendable), _ name: String,
    _ value: Int
  ) -> OddNumber {
    OddNumber("answered.\(name)") { _, answered in
      var answered = answered
      answered[keyPath: field] = value
      return .answered(answered)
    }
  }

  static func response(_ name: String, _ response: Response) -> OddNumber {
    OddNumber("answered.\(name)") { _, answered in
      var answered = answered
      answered.response = response
      return .answered(answered)
    }
  }

  static func finished(_ name: String, earned: Int, points: Int) -> OddNumber {
    OddNumber("finished.\(name)") { _, _ in
      .finished(.init(score: .full, earned: earned, points: points, passed: true, critical: []))
    }
  }
}

private let oddNumbers: [OddNumber] =
  [
    .started(\.version, "version", .max), .started(\.version, "version", 0),
    .started(\.variant, "variant", -1), .started(\.number, "number", .max),
    .answered(\.minutes, "minutes", .max), .answered(\.minutes, "minutes", .max - 5),
    .answered(\.minutes, "minutes", .min), .answered(\.points, "points", .max),
    .answered(\.points, "points", 101), .answered(\.points, "points", -1),
    .answered(\.attempt, "attempt", 0), .answered(\.attempt, "attempt", .max),
    .answered(\.judge, "judge", .min),
    .response("response.line", .flags([Flag(line: .min, at: 1)])),
    .response("response.at", .flags([Flag(line: 1, at: .max)])),
    .response("response", .spans([0..<Int.max])), .response("response", .spans([Int.min..<0])),
    .finished("earned", earned: .max, points: 1), .finished("points", earned: 0, points: .max),
    OddNumber("answered.injects") { _, answered in
      var answered = answered
      answered.injects = [0, .max]
      return .answered(answered)
    },
    OddNumber("shown.attempt") { _, _ in
      .shown(.init(item: "first", attempt: .max, order: []))
    },
    OddNumber("hinted.price") { _, _ in .hinted(.init(item: "first", hint: 0, price: .max)) },
    OddNumber("hinted.hint") { _, _ in .hinted(.init(item: "first", hint: .min, price: 0)) },
    OddNumber("injected.inject") { _, _ in .injected(.init(item: "first", inject: .max)) },
    OddNumber("flagged.flag.line") { _, _ in
      .flagged(.init(item: "first", flag: Flag(line: .min, at: 1), remark: nil))
    },
  ]

@Suite struct NumberRangeTests {
  private static func parts(
    of attempt: SampleAttempt
  ) throws -> (AttemptEvent.Started, AttemptEvent.Answered) {
    let started = try #require(attempt.state.started)
    return (started, try #require(attempt.state.results.first))
  }

  @Test(arguments: oddNumbers) func `a number that no program wrote is named by its field`(
    odd: OddNumber
  ) throws {
    let attempt = try SampleAttempt.passed()
    let (started, answered) = try Self.parts(of: attempt)
    // Twice, since it takes a second large number to leave a sum's range.
    let event = odd.make(started, answered)
    let records =
      attempt.records.prefix(3)
      + Array(
        repeating: AttemptRecord(at: attempt.records[2].at, event: event), count: 2)
    let directory = try TemporaryDirectory()
    let store = try Store.open(at: directory.file("drillhall.db"), now: newYear)
    try AttemptLog(store).append(
      Array(records), to: attempt.id, employee: attempt.employee, expecting: 0,
      content: [SampleDrill.content])
    var audit = AttemptAudit(contentIn: store)
    let found = try store.verify(judge: { audit.take($0) }).findings.map(\.description)
    #expect(found.count == 2)
    #expect(
      found.allSatisfy {
        $0.contains("no event of an attempt: “\(odd.testDescription)”: ")
          && $0.contains(" lies outside ")
      }, "\(found)")
    let error = storeError { _ = try AttemptLog(store).records(of: attempt.id) }
    #expect("\(try #require(error))".contains(odd.testDescription))
  }

  // In memory nothing bounds them: the fold must bear them all the same.
  @Test(arguments: oddNumbers) func `folding and scoring never overflow`(odd: OddNumber) throws {
    let attempt = try SampleAttempt.passed()
    let (started, answered) = try Self.parts(of: attempt)
    let event = odd.make(started, answered)
    var state = attempt.state
    for _ in 0..<3 { state.apply(AttemptRecord(at: attempt.records[2].at, event: event)) }
    if case .answered = event { #expect(state.results.count == attempt.state.results.count + 3) }
    let share = state.score.share ?? .none
    #expect((Credit.none...Credit.full).contains(share))
    let now = ScenarioTime(minutes: 0).adding(minutes: state.passedMinutes)
    #expect(ScenarioTime(now.date, minuteOfDay: now.minuteOfDay) == now)
  }

  @Test(arguments: [
    "seq = -1", "drill_version = 0", "number = 9223372036854775807", "pass = -1",
    "points = 9223372036854775807", "earned = -1", "answered = -9223372036854775808",
    "started_at = -9223372036854775808", "last_at = 9223372036854775807",
    "active_ms = -9223372036854775808", "status = 'over'",
  ])
  func `a row that no event makes is damage, and is made right`(change: String) throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("drillhall.db")
    try AttemptLog(makeAttemptStore(at: path)).append(.passed())
    try tamper(path, "UPDATE attempt SET \(change)")
    let store = try makeAttemptStore(at: path)
    let error = try #require(storeError { _ = try AttemptLog(store).attempts() })
    guard case .corrupt(_, let detail) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(detail.contains("“\(change.prefix { $0 != " " })”"))
    #expect(try store.verifyProjections().isEmpty == false)
    #expect(try store.rebuildProjections() == [])
    #expect(try AttemptLog(store).attempts().map(\.number) == [1])
  }

  @Test func `the list itself refuses what no event makes`() throws {
    let directory = try TemporaryDirectory()
    let store = try makeAttemptStore(at: directory.file("drillhall.db"))
    try AttemptLog(store).append(.passed())
    for change in ["number = 0", "points = -1", "started_at = -9223372036854775808"] {
      #expect(throws: (any Error).self) {
        try store.connection.execute("UPDATE attempt SET \(change)")
      }
    }
  }
}
