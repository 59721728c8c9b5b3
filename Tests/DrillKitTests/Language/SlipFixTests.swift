// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

@Suite("Fixes of slips")
struct SlipFixTests {
  /// A line as it was typed, and as the fix writes it; nil where only a person can know.
  private static let facts: [(String, String?)] = [
    ("- Now: Tuseday 10:30", "- Now: Tuesday 10:30"),
    ("- Now: Thursday, 10h30", "- Now: Thursday 10:30"),
    ("- Now: Thursday 10:30 Uhr", "- Now: Thursday 10:30"),
    ("- Now: tuseday 10:30 pm", "- Now: Tuesday 10:30pm"),
    ("- Now: Tursday 10:30", nil), ("- Now: Dienstag 10:30", nil), ("- Now: Tuesday", nil),
  ]

  @Test("a fact", arguments: facts)
  func fact(_ typed: String, _ mended: String?) throws {
    try expect(typed, mended) { LanguageCase.told("", "Facts:\n\n\($0)").drill }
  }

  private static let links: [(String, String?)] = [
    ("[Later](#latre)", "[Later](#later)"), ("[Latre](#later)", "[Later](#later)"),
    ("[Opening](#later)", nil), ("[Latre](#latre)", nil),
  ]

  @Test("a link to a scene", arguments: links)
  func link(_ typed: String, _ mended: String?) throws {
    try expect(typed, mended) {
      LanguageCase.asked(
        "", "- [x] Help. → \($0)\n  > Right.\n- [ ] Wait.\n  > No.\n\n## Later\n\nIt rings."
      ).drill
    }
  }

  /// One finding, and a fix that leaves nothing to be found.
  private func expect(
    _ typed: String, _ mended: String?, library: PolicyBook = PolicyBook(),
    in text: (String) -> DrillText
  ) throws {
    let drill = text(typed)
    let found = try drill.diagnostics(library: library).filter { $0.rule.severity == .error }
    #expect(Set(found.map(\.place.line)).count == 1, "\(found)")
    let fixes = found.compactMap(\.fix)
    guard let mended else {
      #expect(fixes == [])
      return
    }
    let fix = try #require(fixes.first, "\(found)")
    #expect(drill.applying(fix).text == text(mended).text)
    let left = try drill.applying(fix).diagnostics(library: library)
    #expect(left.filter { $0.rule.severity == .error } == [])
  }
}
