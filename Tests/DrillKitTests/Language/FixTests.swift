// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

@Suite("Fixes")
struct FixTests {
  @Test(
    "a drill is sound after its fixes were applied",
    arguments: [
      LanguageCase.asked(
        "feedback that is not indented",
        "- [x] Help.\n> **Robin:** Thank you.\n\n> Right.\n- [ ] Wait.\n> Nobody\n> is helped.\n"),
      LanguageCase.asked(
        "a comment between answers",
        "- [x] Help.\n  > Right.\n\n<!-- Ask Robin. -->\n\n- [ ] Wait.\n  > No.\n"),
      LanguageCase.told("a quote that swallows a line", "> **Robin:** Hello?\nYou look up."),
      LanguageCase.told(
        "a paragraph right under a table", "| A |\n|---|\n| b |\nYou read it twice."),
      LanguageCase.told(
        "a label after a soft line break", "It rings.\nFacts:\n\n- Now: Friday 18:40"),
      LanguageCase.asked(
        "two directives in one paragraph",
        "_id: first_\n_when score is at least 0_\n\n"
          + LanguageCase.answers),
      LanguageCase.asked(
        "facts and answers that touch",
        "Facts:\n\n- Now: Friday 18:40\n" + LanguageCase.answers),
      LanguageCase.asked(
        "feedback from the tenth line on, which is indented by four",
        ""),
    ])
  func mend(_ example: LanguageCase) throws {
    var drill = example.drill
    if example.name.contains("tenth") {
      let lines = (1...11).map { "\($0). Step \($0).\n   > Said of \($0)." }
      drill = DrillText(
        DrillText.sound("\n### Order: How?\n\n" + lines.joined(separator: "\n")))
    }
    let before = try drill.diagnostics()
    #expect(before.contains { $0.fix != nil }, "\(before)")
    let after = try drill.mended()
    let left = try after.diagnostics().filter { $0.rule != .misplacedPart || $0.fix != nil }
    #expect(left == [], "\(left.map(\.description))\n\(after.text)")
  }

  @Test("fixes come to an end and bring no new mistake", arguments: LanguageTests.cases)
  func end(_ example: LanguageCase) throws {
    let before = try example.drill.diagnostics(library: example.library)
    guard before.contains(where: { $0.fix != nil }) else { return }
    let mended = try example.drill.mended(library: example.library)
    let after = try mended.diagnostics(library: example.library)
    #expect(after.allSatisfy { $0.fix == nil }, "\(after)")
    // A label that was buried is seen now, and so is whether it stands in its order and binds.
    let known = Set(before.map(\.rule.code)).union(["D105", "D106"])
    #expect(after.allSatisfy { known.contains($0.rule.code) }, "\(after)\n\(mended.text)")
  }

  @Test("feedback that was indented by the fix is what the author wrote")
  func meaning() throws {
    let drill = DrillText(
      DrillText.asked("- [x] Help.\n> **Robin:** Thank you.\n\n> Right.\n- [ ] Wait.\n> No.\n"))
    let item = try #require(try drill.mended().drill().scenes.first?.items.first)
    let content = try #require(item.content as? ChooseContent)
    #expect(
      content.list.options.map(\.remarks) == [
        [Remark(.reaction, "Thank you.", speaker: "Robin"), Remark(.feedback, "Right.")],
        [Remark(.feedback, "No.")],
      ])
  }
}
