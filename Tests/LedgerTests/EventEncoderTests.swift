// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import Testing

@testable import DrillKit
@testable import Ledger

/// A value of every sort that an event can hold.
private struct Everything: Codable, Equatable {
  enum Choice: Codable, Equatable {
    case none
    case text(String)
    case both(first: Int, second: [String])
  }

  var zebra = "last"
  var apple: String?
  var list = ["a", "", "b\"c"]
  var ranges = [3..<7, 0..<1]
  var table = [["x"], []]
  var map = ["b": "1", "a": "2", "ä": "3", "A": "4"]
  var flag = true
  var whole = -12
  var seed = UInt64.max
  var share = 0.25
  var round = 2.0
  var choices = [Choice.none, .text("t"), .both(first: 1, second: [])]
  var nothing: [String] = []
  var empty: [String: String] = [:]
  var small: [UInt8] = [0, 255]
}

@Suite struct EventEncoderTests {
  private func reference(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private func own(_ value: some Encodable) throws -> String {
    String(decoding: try EventEncoder.bytes(of: value), as: UTF8.self)
  }

  @Test func `every sort of value is written as JSONEncoder writes it`() throws {
    let value = Everything()
    #expect(try own(value) == reference(value))
    let bytes = try EventEncoder.bytes(of: value)
    #expect(try JSONDecoder().decode(Everything.self, from: Data(bytes)) == value)
  }

  @Test(arguments: [
    "", "plain", "a/b", "\"quoted\" \\ back", "line\nfeed\r\t\u{8}\u{c}", "\u{0}\u{1}\u{1f}",
    "\u{7f}\u{80}", "Ü ß 漢 👩‍👩‍👧", "\u{2028}\u{2029}", "<script>",
  ])
  func `texts are escaped as JSONEncoder escapes them`(text: String) throws {
    #expect(try own([text]) == reference([text]))
    #expect(try own([text: text]) == reference([text: text]))
  }

  @Test func `events are written as JSONEncoder writes them`() throws {
    let started = AttemptEvent.Started(
      attempt: "0f0e7a52-9c1b-4c57-8a0b-5c9a1f6c2d11", employee: "E-17", drill: "cold-room",
      version: 3, title: "Room “214”", drillDigest: "ab", policyDigests: ["b": "2", "a": "1"],
      variant: 1, number: 2, seed: .max, pass: Credit(clamping: 8000), timers: .stretched(10),
      program: "1.0")
    for event in [AttemptEvent.started(started), .paused, .resumed(.init())] {
      let record = AttemptRecord(at: Instant(milliseconds: 1_780_000_000_123), event: event)
      #expect(try own(record) == reference(record))
      let bytes = try RecordCoding.bytes(of: record)
      #expect(try RecordCoding.value(AttemptRecord.self, from: bytes) == record)
    }
  }

  /// Answers of every shape, once with everything and once with as little as can be.
  private static let answers: [AttemptEvent.Answered] = {
    let text = "“Ü” \"q\" \\ \u{1}\n漢 /"
    let responses: [Response] = [
      .choices(["a", text]), .choices([]), .order(["b", "a"]), .pairs([["a", "b"], []]),
      .flags([Flag(line: 3, at: 5)]), .flags([]), .spans([3..<7, 0..<0]), .text(text),
      .fields([["owner": text, "Channel": "b", "ä": ""], [:]]), .fields([]), .number("1,5"), .none,
    ]
    return responses.flatMap { response in
      [true, false].map { isFull in
        AttemptEvent.Answered(
          item: text, scene: "a-scene", verb: "Reply", shape: "text",
          competency: isFull ? "triage" : nil, points: 3, attempt: 2, response: response,
          timedOut: !isFull, confidence: isFull ? .fairly : nil, credit: Credit(clamping: 3333),
          critical: isFull
            ? [CriticalFailure(.customer, text), CriticalFailure(.compliance, "b")] : [],
          coach: isFull ? [text, ""] : [], chosen: isFull ? ["a", "b"] : [],
          remarks: isFull
            ? [
              Remark(.reaction, text, speaker: "Robin"), Remark(.lost, "b", clause: "x#y"),
              Remark(.note, ""),
            ] : [], passed: isFull, isFinal: isFull, minutes: 40, injects: isFull ? [0, 12] : [],
          next: isFull
            ? AttemptEvent.Step(scenes: ["a", "b"], scene: "b", item: nil) : nil, judge: 7)
      }
    }
  }()

  @Test(arguments: answers)
  func `answers are written as JSONEncoder writes them`(answer: AttemptEvent.Answered) throws {
    let record = AttemptRecord(
      at: Instant(milliseconds: 1_780_000_000_123), event: .answered(answer))
    let bytes = try RecordCoding.bytes(of: record)
    #expect(String(decoding: bytes, as: UTF8.self) == (try reference(record)))
    #expect(try RecordCoding.value(AttemptRecord.self, from: bytes) == record)
  }

  @Test(arguments: [Double.infinity, -.infinity, .nan])
  func `a number that JSON does not have is refused`(number: Double) {
    #expect(throws: EncodingError.self) { try EventEncoder.bytes(of: [number]) }
  }
}
