// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import DrillKit
import Testing

@Suite("The line that a finding is about")
struct SourceExcerptTests {
  @Test(
    "a place and what stands before it",
    arguments: [
      (1, 1, "first", ""), (1, 3, "first", "fi"), (2, 4, "größer", "grö"),
      (2, 99, "größer", "größer"),
    ])
  func excerpt(line: Int, column: Int, text: String, before: String) throws {
    let place = Place(file: "a.md", line: line, column: column)
    let excerpt = try #require(SourceExcerpt(of: place, in: ["first", "größer"]))
    #expect(excerpt.line == text)
    #expect(excerpt.before == before)
    #expect(excerpt.number == line)
  }

  @Test("a place outside the file has no line", arguments: [0, 3])
  func outside(line: Int) {
    #expect(SourceExcerpt(of: Place(file: "a.md", line: line), in: ["first", "second"]) == nil)
  }
}
