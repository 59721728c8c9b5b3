// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

@Suite("Words that were not translated")
struct UntranslatedTests {
  private static func findings(title: String, cells: String, own: String) -> [String] {
    let table = { (rows: String) in
      "### Match: Who?\n\n| Team | Task | Why |\n|---|---|---|\n\(rows)\n\n## End"
    }
    let original = TranslationSample.original.replacing("## The room", with: "## \(title)")
      .replacing("(#the-room)", with: "(#\(Slug.of(title)))").replacing(
        "## End", with: table(cells))
    let german = TranslationSample.german.replacing("## Das Zimmer", with: "## \(title)")
      .replacing("## End", with: table(own).replacing("Who?", with: "Wer?"))
    return TranslationSample.join(german, original).findings
      .map { "\($0.rule.code) \($0.message)" }
  }

  @Test(
    "titles of scenes",
    arguments: [
      ("The session", 1), ("The log", 1), ("Session", 0), ("Rocket Chat", 0), ("Ticket 12", 0),
    ])
  func titles(title: String, count: Int) {
    let found = Self.findings(
      title: title, cells: "| a | b | So. |\n| c | d | |", own: "| x | y | Ja. |\n| z | w | |")
    #expect(found.count { $0.hasPrefix("D415") } == count, "\(found)")
  }

  @Test("cells of a table, together")
  func cells() {
    let found = Self.findings(
      title: "Session",
      cells: "| security | looks at the session | When it was known. |\n| IT | waits | |",
      own: "| security | looks at the session | When it was known. |\n| IT | wartet | |")
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.contains("2 cells of this table") == true, "\(found)")
  }

  @Test("cells that are names, numbers or terms")
  func names() {
    let rows = "| service desk | Ines Verhoeven | |\n| IT operations | 4 h | |"
    #expect(Self.findings(title: "Session", cells: rows, own: rows) == [])
  }
}
