// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

/// Where blocks stand that cmark-gfm gives no place of their own.
@Suite("Places of Markdown")
struct MarkdownPlaceTests {
  private func lines(_ text: String) throws -> [String] {
    let diagnostics = Diagnostics()
    let source = try #require(
      SourceText(file: "a.md", bytes: Array(text.utf8), diagnostics: diagnostics))
    func describe(_ block: MarkdownBlock) -> [String] {
      switch block.kind {
      case .table(let table):
        ["table \(table.place.line): \(table.rows.map(\.place.line))"]
      case .quote(let inner): inner.flatMap(describe)
      case .list(let list): list.items.flatMap { $0.blocks.flatMap(describe) }
      default: ["\(block.name) \(block.place.line)-\(block.endLine)"]
      }
    }
    return MarkdownParser.parse(source, diagnostics: diagnostics).flatMap(describe)
  }

  @Test("text right above a table keeps its lines, and the table has its own")
  func textAboveTable() throws {
    #expect(
      try lines("# A\nOne.\nTwo.\n| a | b |\n|---|---|\n| 1 | 2 |")
        == ["heading 1-1", "paragraph 2-3", "table 4: [6]"])
    #expect(
      try lines("> One.\n> | a |\n> |---|\n\nTwo.") == [
        "paragraph 1-1", "table 2: []", "paragraph 5-5",
      ])
    #expect(try lines("- One.\n  | a |\n  |---|\n  | 1 |\n") == ["paragraph 1-1", "table 2: [4]"])
    #expect(try lines("One.\n\n| a |\n|---|\n| 1 |") == ["paragraph 1-1", "table 3: [5]"])
  }
}
