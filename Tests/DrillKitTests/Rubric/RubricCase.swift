// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

/// One reply against one rubric line, and what must come of it.
struct RubricCase: Sendable, CustomTestStringConvertible {
  let line: String
  let reply: String
  let matched: [String]
  let language: String

  /// The words that must count, as typed; none where the line must not be hit.
  init(_ line: String, _ reply: String, _ matched: String..., in language: String = "en") {
    self.line = line
    self.reply = reply
    self.matched = matched
    self.language = language
  }

  var testDescription: String { "\(line) ← \(reply)" }

  func result() throws -> RubricResult.Line {
    try #require(judge(["Line: " + line], reply, language: language).lines.first)
  }

  func expect() throws {
    #expect(try result().matches.map(\.words) == matched)
  }
}

/// Judges a reply by must lines.
func judge(_ lines: [String], _ reply: String, language: String = "en") throws -> RubricResult {
  Rubric(lines: try lines.map { try RubricLine(parsing: $0, must: true) }, language: language)
    .match(reply)
}

/// The text of a range of Unicode scalars.
func slice(_ text: String, _ range: Range<Int>) -> String {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: Array(text.unicodeScalars)[range])
  return String(view)
}
