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
      LanguageCase.told(
        "a quote's line that is indented too far", "> **Robin:** Hello?\n    > Are you there?"),
      LanguageCase.asked(
        "feedback that is indented too far",
        "- [x] Help.\n  > Right.\n      > More.\n- [ ] Wait.\n  > No.\n"),
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

  /// Parts out of order, and how they stand after the fix; nil where none is safe.
  private static let moves: [(String, String?)] = [
    (
      "It rings.\n\n> **Robin:** Hello?\n\nHint: Look up.\n\n" + LanguageCase.answers,
      "Hint: Look up.\n\nIt rings.\n\n> **Robin:** Hello?\n\n" + LanguageCase.answers
    ),
    (
      "It rings.\n\n_when score is at least 0_\n\nAgain.\n\nFacts:\n\n- Now: Friday 18:40\n\nAnswers:\n\n"
        + LanguageCase.answers,
      "Facts:\n\n- Now: Friday 18:40\n\nIt rings.\n\n_when score is at least 0_\n\nAgain.\n\nAnswers:\n\n"
        + LanguageCase.answers
    ),
    (
      LanguageCase.answers + "\nModel:\n\n> So.\n\nFeedback:\n\n> Well.\n>\n> Done.\n",
      LanguageCase.answers + "\nFeedback:\n\n> Well.\n>\n> Done.\n\nModel:\n\n> So.\n"
    ),
    // Without the facts the two lists would be one.
    (
      "It rings.\n\n- One.\n\nFacts:\n\n- Now: Friday 18:40\n\n<!-- -->\n\n* Two.\n\n"
        + LanguageCase.answers, nil
    ),
    // A condition would stay behind, and hold for what comes next.
    (
      "It rings.\n\n_when score is at least 0_\n\nHint: Look up.\n\n" + LanguageCase.answers, nil
    ),
    // Words may be meant as feedback.
    ("Hint: Look up.\n\n" + LanguageCase.answers + "\nFeedback:\n\n> Well.\n\nSo it goes.\n", nil),
  ]

  @Test("a part out of order is moved where that changes nothing", arguments: moves.indices)
  func move(_ index: Int) throws {
    let (before, after) = Self.moves[index]
    let found = try DrillText(DrillText.asked(before)).diagnostics()
    let misplaced = try #require(found.first { $0.rule == .misplacedPart }, "\(found)")
    let fix = misplaced.fix.map { DrillText(DrillText.asked(before)).applying($0).text }
    #expect(fix == after.map { DrillText(DrillText.asked($0)).text })
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

  @Test(
    "the colon is put inside the bold of somebody who speaks elsewhere, and of nobody else",
    arguments: [
      ("> **Robin**: I need help.", "> **Robin:** I need help."),
      ("> __Robin__: I need help.", "> **Robin:** I need help."),
      ("> Robin: I need help.", "> **Robin:** I need help."),
      ("> **Lee**: I need help.", nil),
    ])
  func colon(before: String, after: String?) throws {
    let told = { (quote: String) in
      DrillText(DrillText.told("> **Robin:** Hello?\n\nYou wait.\n\n\(quote)"))
    }
    let finding = try #require(
      try told(before).diagnostics().first { $0.rule == .colonOutside })
    let fix = finding.fix.map { told(before).applying($0).text }
    #expect(fix == after.map { told($0).text })
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
