// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import FoundationEssentials
import TestSupport
import Testing

@testable import Ledger
@testable import Reports

/// Any JSON value, as a decoder of its own reads it.
private enum Value: Decodable, Equatable {
  case text(String)
  case number(Double)
  case truth(Bool)
  case null

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let truth = try? container.decode(Bool.self) {
      self = .truth(truth)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }
}

private struct Export: Decodable {
  let format: String
  let version: Int
  let ledger: String
  let root: String
  let completions: [[String: Value]]
}

@Suite struct CompletionExportTests {
  private let folder: TemporaryFolder
  private let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.open(
      at: folder.file("s.db"), now: 1_767_225_600_000, projections: [AttemptProjection()])
  }

  private static let hostile = [
    "=1+1", "\"quoted\"", "a,b", "line\nfeed\r\n", "\u{0}\u{1}\u{1B}[2J\u{7F}\u{9B}", "back\\slash",
    "\u{2028}\u{2029}", "Zoë 日本 👩‍💻", "</script>", "'", "tab\t", "\u{202E}evil", "\u{FFFF}",
  ]

  private func insert(_ attempt: AttemptSummary) throws {
    try store.connection.run(
      """
      INSERT INTO attempt VALUES
        (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, NULL,
        NULL, NULL, NULL, NULL)
      """,
      [
        .text(attempt.attempt), .text(attempt.ledger), .integer(attempt.seq),
        .text(attempt.employee), .text(attempt.drill), .text(attempt.title),
        .integer(attempt.version), .integer(attempt.number), .text(attempt.status.rawValue),
        attempt.score.map { .integer($0.rawValue) } ?? .null, .integer(attempt.pass.rawValue),
        .integer(attempt.points), .integer(attempt.earned),
        .text(attempt.critical.map(\.rawValue).joined(separator: ";")),
        .integer(attempt.answered), .integer(Int(attempt.startedAt.milliseconds)),
        .integer(Int(attempt.lastAt.milliseconds)), .integer(attempt.seconds * 1000),
      ])
  }

  private func export(_ form: CompletionExport.Form) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try CompletionExport(form).write(store) { bytes += $0 }
    return bytes
  }

  private func fill() throws {
    for (index, text) in Self.hostile.enumerated() {
      try insert(
        summary {
          $0.attempt = "id \(index)"
          $0.employee = "E-\(index + 100)"
          $0.title = text
          $0.drill = text
          if index % 3 == 0 {
            $0.score = nil
            $0.status = .paused
          }
        })
    }
  }

  @Test func `JSON is valid, and says what was put in`() throws {
    try fill()
    let bytes = try export(.json)
    let read = try JSONDecoder().decode(Export.self, from: Data(bytes))
    #expect(read.format == "drillhall-completions")
    #expect(read.version == 1)
    #expect(read.ledger == store.ledger)
    #expect(read.root == "0:\(try store.head().root)")
    #expect(read.completions.count == Self.hostile.count)
    for (index, (row, text)) in zip(read.completions, Self.hostile).enumerated() {
      #expect(Set(row.keys) == Set(Completion.columns))
      #expect(row["drill_title"] == .text(text))
      #expect(row["attempt"] == .number(2))
      #expect(row["due_at"] == .null)
      #expect(row["passed"] == (index % 3 == 0 ? .null : .truth(true)))
      #expect(row["score_percent"] == (index % 3 == 0 ? .null : .number(93.75)))
      // An id of digits is a text all the same.
      #expect(row["employee_id"] == .text("E-\(index + 100)"))
    }
    let controls = bytes.filter { $0 < 0x20 && $0 != 0x0A }
    #expect(controls.isEmpty)
    #expect(!String(decoding: bytes, as: UTF8.self).unicodeScalars.contains("\u{2028}"))
  }

  @Test func `an empty store is a valid export of nothing`() throws {
    let read = try JSONDecoder().decode(Export.self, from: Data(try export(.json)))
    #expect(read.completions == [])
    let data = try PlainCSVReader.rows(try export(.csv(.data)))
    #expect(data == [Completion.columns])
  }

  @Test func `data reads back exactly, in the list's order`() throws {
    try fill()
    let rows = try PlainCSVReader.rows(try export(.csv(.data)))
    #expect(rows.first == Completion.columns)
    var expected: [[String]] = []
    try AttemptLog(store).eachAttempt { expected.append(Completion($0).values.map(\.csv)) }
    #expect(Array(rows.dropFirst()) == expected)
    #expect(expected.map { $0[8] } == Self.hostile)
  }

  @Test func `excel begins with the mark once, and no field opens a formula`() throws {
    try fill()
    let bytes = try export(.csv(.excel))
    #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    let rows = try PlainCSVReader.rows(Array(bytes.dropFirst(3)))
    #expect(rows.count == Self.hostile.count + 1)
    for field in rows.joined() {
      #expect(!"=+-@".contains(field.first ?? "x"), "\(field)")
    }
  }

  @Test func `what was typed never leaves`() throws {
    // No column could hold it: the export reads the list of attempts and nothing else.
    #expect(Completion.columns.allSatisfy { !$0.contains("answer") && !$0.contains("response") })
  }
}
