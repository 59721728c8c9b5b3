// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing
import TestSupport

@testable import Ledger

@Suite struct RecordCodingTests {
  private static func body(_ text: String, kind: String = "attempt.paused") -> Body {
    Body(
      ledger: "l", seq: 0, nonce: [], subject: "E-17", actor: "E-17", stream: "attempt/a",
      number: 0, kind: kind, bytes: Array(text.utf8))
  }

  private static let at = #""at":"2026-01-01T00:00:00.000Z""#

  @Test func `every event of random attempts reads back as it was written`() throws {
    var random = Seeded(11)
    for index in 0..<20 {
      let attempt = try SampleAttempt.random(index, employee: "Zoë 日本", using: &random)
      for record in attempt.records {
        let bytes = try RecordCoding.bytes(of: record)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(try RecordCoding.value(AttemptRecord.self, from: bytes) == record)
        #expect(
          try RecordCoding.record(
            from: Self.body(text, kind: "attempt." + record.event.kind)) == record)
        // Written again it is the same bytes: keys are sorted, and nothing depends on the run.
        #expect(try RecordCoding.bytes(of: record) == bytes)
      }
    }
  }

  @Test func `the written form is the one that is documented`() throws {
    let record = AttemptRecord(at: Instant(milliseconds: 1_767_225_600_123), event: .paused)
    #expect(
      String(decoding: try RecordCoding.bytes(of: record), as: UTF8.self)
        == #"{"at":"2026-01-01T00:00:00.123Z","paused":{},"v":1}"#)
    #expect(
      try RecordCoding.record(
        from: Self.body(#"{"v":1,"at":"2026-01-01T00:00:00.123Z","paused":{}}"#)) == record)
  }

  @Test(arguments: [
    "", "null", "[]", "{}", "7", #""paused""#, "{", "\u{0}", #"{"v":1}"#,
    #"{"v":1,"paused":{}}"#, #"{"v":1,\#(at)}"#,
    #"{"v":1,\#(at),"paused":{},"resumed":{}}"#, #"{"v":1,\#(at),"deleted":{}}"#,
    #"{"v":2,\#(at),"paused":{}}"#, #"{"v":"1",\#(at),"paused":{}}"#,
    #"{"v":1e400,\#(at),"paused":{}}"#, #"{"v":1.5,\#(at),"paused":{}}"#,
    #"{"v":1,"at":"2026-11-31T00:00:00.000Z","paused":{}}"#,
    #"{"v":1,"at":"2026-01-01","paused":{}}"#, #"{"v":1,"at":0,"paused":{}}"#,
    #"{"v":1,"at":"2026-01-01T00:00:00.000+01:00","paused":{}}"#,
    #"{"v":1,\#(at),"paused":{}} x"#, #"{"v":1,\#(at),"finished":{}}"#,
    #"{"v":1,\#(at),"resumed":{}}"#,
  ])
  func `anything else is refused with plain words`(text: String) {
    let error = #expect(throws: UnreadableRecord.self) {
      _ = try RecordCoding.record(from: Self.body(text))
    }
    #expect(error?.detail.isEmpty == false)
    #expect(error?.detail.contains("DecodingError") == false)
  }

  @Test func `a newer version is named`() {
    let error = #expect(throws: UnreadableRecord.self) {
      _ = try RecordCoding.record(from: Self.body(#"{"v":2,\#(Self.at),"paused":{}}"#))
    }
    #expect(error?.detail.contains("version 2") == true)
  }

  @Test func `bytes that are no UTF-8 are refused`() {
    #expect(throws: UnreadableRecord.self) {
      _ = try RecordCoding.value(AttemptRecord.self, from: [0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x7D])
    }
  }

  @Test(arguments: ["[", #"{"a":"#]) func `nesting without end is refused, and soon`(
    opening: String
  ) {
    let text = String(repeating: opening, count: 200_000)
    #expect(throws: UnreadableRecord.self) {
      _ = try RecordCoding.value(AttemptRecord.self, from: Array(text.utf8))
    }
    let within = #"{"v":1,\#(Self.at),"paused":{"x":\#(text)}}"#
    #expect(throws: UnreadableRecord.self) {
      _ = try RecordCoding.record(from: Self.body(within))
    }
  }

  @Test func `a kind without its prefix is no attempt's event`() {
    let text = #"{"v":1,\#(Self.at),"paused":{}}"#
    #expect(throws: UnreadableRecord.self) {
      _ = try RecordCoding.record(from: Self.body(text, kind: "paused"))
    }
  }
}
