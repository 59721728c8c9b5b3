// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Ledger

@Suite struct ConsentLogTests {
  private let directory: TemporaryDirectory
  private let store: Store

  init() throws {
    directory = try TemporaryDirectory()
    store = try makeAttemptStore(at: directory.file("drillhall.db"))
  }

  @Test func `nobody has agreed until they did, and then for themselves alone`() throws {
    let consents = ConsentLog(store)
    #expect(try !consents.hasAgreed("ana"))
    try consents.agree("ana", at: Instant(milliseconds: 0))
    #expect(try consents.hasAgreed("ana"))
    #expect(try !consents.hasAgreed("an"))
    #expect(try !consents.hasAgreed("bob"))
    let body = try #require(try store.bodies(ofStream: "employee/ana").first)
    #expect(body.subject == "ana")
    #expect(body.actor == "ana")
    #expect(
      String(decoding: body.bytes, as: UTF8.self)
        == #"{"at":"1970-01-01T00:00:00.000Z","employee":"ana","notice":1,"v":1}"#)
    #expect(try store.verify().isSound)
  }

  @Test(arguments: [
    #"{"at":"1970-01-01T00:00:00.000Z","employee":"ana","notice":0,"v":1}"#, "{}", "yes",
  ])
  func `an older notice, or what is no agreement, is none`(text: String) throws {
    try store.append(
      [
        NewRecord(
          kind: "employee.agreed", subject: "ana", actor: "ana", bytes: Array(text.utf8))
      ], stream: "employee/ana", expecting: nil)
    #expect(try !ConsentLog(store).hasAgreed("ana"))
  }

  @Test func `another sort of event about the employee is no agreement`() throws {
    let text = #"{"at":"1970-01-01T00:00:00.000Z","employee":"ana","notice":1,"v":1}"#
    try store.append(
      [event(text, kind: "employee.left")], stream: "employee/ana", expecting: nil)
    #expect(try !ConsentLog(store).hasAgreed("ana"))
  }

  @Test func `agreeing is not an attempt`() throws {
    try ConsentLog(store).agree("ana", at: Instant(milliseconds: 0))
    #expect(try AttemptLog(store).attempts() == [])
    var audit = AttemptAudit(contentIn: store)
    #expect(try store.verify(judge: { audit.take($0) }).isSound)
  }

  @Test func `an agreement that was moved to somebody else is not theirs`() throws {
    let text = #"{"at":"1970-01-01T00:00:00.000Z","employee":"ana","notice":1,"v":1}"#
    func file(subject: String, actor: String, stream: String) throws {
      try store.append(
        [
          NewRecord(
            kind: "employee.agreed", subject: subject, actor: actor, bytes: Array(text.utf8))
        ], stream: stream, expecting: nil)
    }
    try file(subject: "bob", actor: "bob", stream: "employee/bob")
    #expect(try !ConsentLog(store).hasAgreed("bob"))
    try file(subject: "bob", actor: "ana", stream: "employee/ana")
    #expect(try !ConsentLog(store).hasAgreed("ana"))
    let audit = ConsentAudit()
    let found = try store.verify(judge: { audit.take($0) }).findings.map(\.description)
    #expect(
      found.sorted() == [
        "Event 0: It says that “ana” agreed, and is filed under “bob”.",
        "Event 0: It says that “ana” agreed, and stands in employee/bob.",
        "Event 0: It says that “ana” agreed, and was recorded by “bob”.",
        "Event 1: It says that “ana” agreed, and is filed under “bob”.",
      ])
  }

  @Test func `the audit takes real agreements, and names what it does not know`() throws {
    let audit = ConsentAudit()
    func words() throws -> [String] {
      try store.verify(judge: { audit.take($0) }).findings.map(\.description)
    }
    try ConsentLog(store).agree("ana", at: Instant(milliseconds: 0))
    #expect(try words() == [])
    try store.append(
      [event("{}", kind: "employee.left"), event("{}", kind: "employee.agreed")],
      stream: "employee/E-17", expecting: nil)
    let found = try words()
    #expect(found.count == 2)
    #expect(found.first == "Event 1: It is a “employee.left”, which this program does not know.")
    #expect(found.last?.hasPrefix("Event 2: Its body is no agreement: ") == true)
  }
}
