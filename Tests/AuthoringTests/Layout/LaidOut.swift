// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Authoring

/// What laying out makes of a text; the text itself where it stands as it should.
struct LaidOut {
  let text: String

  /// Lays out a whole file. Fails the test where that can't be done, or where a second time changes
  /// something more.
  init(file text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let first = try Self.once(text, sourceLocation)
    let second = try Self.once(first, sourceLocation)
    #expect(first == second, "not the same the second time", sourceLocation: sourceLocation)
    self.text = first
  }

  /// Lays out what stands under the front matter.
  init(_ body: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let whole = try LaidOut(file: Self.front + body, sourceLocation: sourceLocation).text
    try #require(whole.hasPrefix(Self.front), sourceLocation: sourceLocation)
    text = String(whole.dropFirst(Self.front.count))
  }

  /// Front matter as it should stand, and the empty line after it.
  static let front = """
    ---
    drill: 1
    id: sketch
    version: 1
    title: A sketch
    summary: A few questions.
    duty: service-failure
    moment: during
    level: 1
    competencies: [care]
    audience: [everybody]
    minutes: 5
    pass: 80
    review-by: 2030-01-01
    ---


    """

  private static func once(_ text: String, _ location: SourceLocation) throws -> String {
    switch Layout.of(file: "sketch.md", bytes: Array(text.utf8)) {
    case .unchanged: return text
    case .changed(let bytes):
      return try #require(String(validating: bytes, as: UTF8.self), sourceLocation: location)
    case .unreadable(let findings):
      try #require(Bool(false), "can't be read: \(findings)", sourceLocation: location)
    case .unproven(let fault):
      try #require(Bool(false), "\(fault)", sourceLocation: location)
    }
    return text
  }
}
