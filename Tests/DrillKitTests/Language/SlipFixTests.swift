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

  private static let settings: [(String, String?)] = [
    ("_id: first, competency: habits, 2 points_", "_id: first; competency: habits; 2 points_"),
    ("_id: first 2 points_", "_id: first; 2 points_"),
    ("_id: first and 2 points_", "_id: first; 2 points_"),
    ("_id: first | 2 points_", "_id: first; 2 points_"),
    ("_id: first; competency: habit_", nil),
    ("_within 60 sec_", "_within 60 s_"), ("_within: 60 seconds_", "_within 60 s_"),
    ("_within 2 min_", "_within 120 s_"), ("_timer: 45s_", "_within 45 s_"),
    ("_points: 2_", "_2 points_"), ("_2 pts_", "_2 points_"), ("_attempts 2_", "_2 attempts_"),
    ("_shuffle: off_", "_shuffle: no_"), ("_confidence: yes_", "_confidence: ask_"),
    ("_id: Second Move_", "_id: second-move_"), ("_ID = first_", "_id: first_"),
    ("_id: points; points: 2_", "_id: points; 2 points_"),
    ("_points: 2.5_", nil), ("_points: -2_", nil), ("_points: 2,5_", nil), ("_points: 10%_", nil),
    ("_2½ pts_", nil),
    ("_attempts: 2-3_", nil), ("_attempts: 2–3_", nil),
    ("_within 45_", nil), ("_id: first: something_", nil), ("_points: many_", nil),
  ]

  @Test("a setting", arguments: settings)
  func setting(_ typed: String, _ mended: String?) throws {
    try expect(typed, mended) {
      LanguageCase.asked(
        "",
        "\($0)\n\n- [x] Help.\n  > Right.\n- [ ] Wait.\n  > No.\n\n"
          + ($0.contains("first")
            ? "Next:\n\n- [Later](#later) when failed [first](#opening)\n- Go on otherwise\n\n"
            : "")
          + "## Later\n\nIt rings.\n"
      ).drill
    }
  }

  private static let lengths: [(String, String?)] = [
    ("_15 to 80 words_", "_15-80 words_"), ("_15–80 words_", "_15-80 words_"),
    ("_15 - 80 words_", "_15-80 words_"), ("_words: 15-80_", "_15-80 words_"),
    ("_between 15 and 80 words_", nil), ("_80 words_", nil),
  ]

  @Test("a reply's length", arguments: lengths)
  func length(_ typed: String, _ mended: String?) throws {
    try expect(typed, mended) {
      DrillText(
        "# A test\n\n## Opening\n\n### Reply: Write back.\n\n\($0)\n\n- [x] Sorry: sorry\n\n"
          + "Model:\n\n> \(String(repeating: "I am sorry for it. ", count: 6))\n")
    }
  }

  private static let marks: [(String, String?)] = [
    ("(50%, +10 min)", "(50%; +10 min)"), ("(fail, coach)", "(fail; coach)"),
    ("(50 percent)", "(50%)"), ("(50 per cent)", "(50%)"), ("(50％)", "(50%)"),
    ("(10 min)", nil), ("(.5%)", nil), ("(2½%)", nil), ("(~50%)", nil), ("(Minute 5)", nil),
    ("(+10 minutes)", "(+10 min)"),
    ("(failed)", "(fail)"), ("(fail customer)", "(fail: customer)"),
    ("(fail: costumer)", "(fail: customer)"), ("(couch)", "(coach)"), ("(coch)", "(coach)"),
    ("[50%]", "(50%)"), ("[+10 min]", "(+10 min)"),
    ("(or not)", nil), ("(Robin)", nil), ("(fail: nobody)", nil),
  ]

  @Test("a mark", arguments: marks)
  func mark(_ typed: String, _ mended: String?) throws {
    try expect(typed, mended) {
      LanguageCase.asked("", "- [x] Help.\n  > Right.\n- [ ] \($0) Wait.\n  > No.\n").drill
    }
  }

  private static let moments: [(String, String?)] = [
    ("After 20s:", "After 20 s:"), ("After 20 seconds:", "After 20 s:"),
    ("After 1 min.:", "After 60 s:"),
    ("After 20s, even if answered:", "After 20 s, even if answered:"),
    ("After 20 s, even when answered:", "After 20 s, even if answered:"),
    ("Aftre 20s:", "After 20 s:"), ("Nach 20 Sekunden:", "After 20 s:"),
    ("After 20 s", "After 20 s:"), ("After: 20 s", "After 20 s:"), ("After 20 s;", "After 20 s:"),
    ("20 s:", "After 20 s:"), ("After 20 s :", "After 20 s:"),
    ("After 20 s, if answered late:", nil), ("After 20s, even if unanswered:", nil),
    ("After 20 s, only if answered:", nil), ("Nach 20 Stunden:", nil), ("Aftre 20 30 s:", nil),
    ("After 99999999999999999999 s:", nil), ("After 0 s:", nil), ("After 2 h:", nil),
    ("After 90 minutes:", nil), ("After 20 30 s:", nil),
  ]

  @Test("the moment of an inject", arguments: moments)
  func moment(_ typed: String, _ mended: String?) throws {
    try expect(typed, mended) {
      LanguageCase.asked(
        "", "\($0)\n\n> **Robin:** Hello?\n\n- [x] Help.\n  > Right.\n- [ ] Wait.\n  > No.\n"
      ).drill
    }
  }

  private static let boxes: [(String, String?)] =
    [
      "[x ]", "[ x]", "[ x ]", "[✓]", "[✔️]", "[х]", "[Х]", "[×]", "[y]", "[yes]", "[v]", "[*]",
      "(x)", "☑", "☑️", "☑︎", "✅",
    ]
    .map { ("- \($0) Help.", "- [x] Help.") }
    + ["- [?] Help.", "- [✗] Help.", "- [o] Help."].map { ($0, nil) }

  @Test(
    "a line of a conversation below feedback is not moved out of its list",
    arguments: ["1a. **Tayo:** Oh.", "1b) **Tayo:** Oh."])
  func swallowed(_ typed: String) throws {
    try expect(typed, nil) {
      DrillText(
        "# A test\n\n## Opening\n\n### Spot: When?\n\n1. [x] **Robin:** No.\n   > Why.\n\($0)\n")
    }
  }

  @Test("a box that is meant as ticked", arguments: boxes)
  func box(_ typed: String, _ mended: String?) throws {
    try expect(typed, mended) {
      LanguageCase.asked("", "\($0)\n  > Right.\n- [ ] (+5 min) Wait.\n  > No.\n").drill
    }
  }

  @Test(
    "a box that is meant as empty",
    arguments: ["[  ]", "[-]", "[_]", "[n]", "( )", "☐", "[No]"].map {
      ("- \($0) (+5 min) Wait.", "- [ ] (+5 min) Wait.")
    })
  func emptyBox(_ typed: String, _ mended: String) throws {
    try expect(typed, mended) {
      LanguageCase.asked("", "- [x] Help.\n  > Right.\n\($0)\n  > No.\n").drill
    }
  }

  @Test(
    "what is no box",
    arguments: [
      "- [y] goes on\n- [n] ends it", "- [1] The first.\n- [2] The second.", "- (x) is unknown.",
      "- ✅ Done.\n- ☐ Open.", "- [Opening](#opening)\n- [x](#opening)",
    ])
  func noBox(_ list: String) throws {
    let found = try LanguageCase.told("", list).drill.diagnostics()
    #expect(found.filter { $0.rule == .brokenBox } == [])
  }

  private static let rubrics: [(String, String?)] = [
    ("- [x] Sorry: sorry, regret, apolog*", "- [x] Sorry: sorry | regret | apolog*"),
    (
      "- [x] sorry, pardon, regret: sorry, pardon, regret; not: sorry if",
      "- [x] sorry, pardon, regret: sorry | pardon | regret; not: sorry if"
    ),
    ("- [x] Sorry: regret; sorry", nil),
  ]

  @Test("phrases of a rubric", arguments: rubrics)
  func rubric(_ typed: String, _ mended: String?) throws {
    try expect(typed, mended) {
      DrillText(
        "# A test\n\n## Opening\n\n### Reply: Write back.\n\n\($0)\n\n"
          + "Model:\n\n> \(String(repeating: "I am sorry for it. ", count: 6))\n")
    }
  }

  @Test(
    "commas of prose in a rubric",
    arguments: [
      "- [x] Takes leave: yours, Robin", "- [x] Greets: good evening, Ms Lund",
      "- [x] Thanks: danke, dass", "- [x] Sorry: sorry\n- [ ] Blames: sorry, but",
      "- [x] Sorry: I am sorry, it is late, really",
    ])
  func prose(_ lines: String) throws {
    let found = try DrillText(
      "# A test\n\n## Opening\n\n### Reply: Write back.\n\n\(lines)\n\n"
        + "Model:\n\n> \(String(repeating: "I am sorry for it. ", count: 6))\n"
    ).diagnostics()
    #expect(found.filter { $0.rule == .rubricSyntax } == [])
  }

  /// Narration with an address in it.
  private static let addresses: [(String, String?)] = [
    ("See https://a.example/b.", "See `https://a.example/b`."),
    ("See https://a.example/b_(c).", "See `https://a.example/b_(c)`."),
    ("(See https://a.example/b.)", "(See `https://a.example/b`.)"),
    ("https://a.example or https://a.example.", "`https://a.example` or `https://a.example`."),
    ("https://a.example or https://a.example/b.", nil),
  ]

  @Test("an address", arguments: addresses)
  func address(_ typed: String, _ mended: String?) throws {
    let drill = DrillText(DrillText.told(typed))
    let found = try drill.diagnostics().filter { $0.rule == .liveLink }
    let fix = try #require(found.first).fix
    #expect(
      fix.map { drill.applying($0).text } == mended.map { DrillText(DrillText.told($0)).text })
  }

  @Test("words that stand in a line several times are changed where the finding is")
  func column() throws {
    let text = "a b a\n`a` a\nb a"
    let source = try #require(
      SourceText(file: "a.md", bytes: Array(text.utf8), diagnostics: Diagnostics()))
    let mended = { (line: Int, column: Int) in
      source.replacing("a", with: "c", inLine: line, at: column, "")?.lines
    }
    #expect(mended(1, 5) == ["a b c"])
    #expect(mended(1, 1) == ["c b a"])
    #expect(mended(1, 3) == nil)
    #expect(mended(2, 5) == nil)
    #expect(mended(3, 1) == ["b c"])
  }

  @Test("a line of very many settings is read in good time, and told once")
  func many() throws {
    let line = "_" + String(repeating: "2 pts; ", count: 1000) + "2 pts_"
    let found = try LanguageCase.asked(
      "", "\(line)\n\n- [x] Help.\n  > Right.\n- [ ] Wait.\n  > No."
    ).drill.diagnostics()
    #expect(found.filter { $0.message.hasPrefix("More than 32") }.count == 1)
  }

  private static let tables: [(String, String?)] = [
    ("| Field | Accept |", "| Field | Accept |\n|---|---|"),
    ("| Field | Accept |\n|---|", "| Field | Accept |\n|---|---|"),
    ("| Field | Accept |\n|---|---|---|", "| Field | Accept |\n|---|---|"),
    ("| Field | Accept |\n|———|———|", "| Field | Accept |\n|---|---|"),
    ("| Field | Accept | Why |", nil),
  ]

  @Test("a table", arguments: tables)
  func table(_ typed: String, _ mended: String?) throws {
    try expect(typed, mended) {
      DrillText(
        "# A test\n\n## Opening\n\n### Record: Write it down.\n\n\($0)\n| Room | 214 |\n| Guest | Okafor |"
      )
    }
  }

  @Test("what follows an empty item: fixes come to an end")
  func convergence() throws {
    let lines = [
      "- [x] Help.", "- [ ]", "-", "1.", "> Right.", "  > No.", "   > Yes.", "", "<!-- c -->",
    ]
    for first in lines {
      for second in lines {
        for third in lines where [first, second, third].contains(where: { $0.contains(">") }) {
          let text = [first, second, third].joined(separator: "\n")
          let drill = LanguageCase.asked("", text + "\n- [ ] Wait.\n  > No.").drill
          let left = try drill.mended().diagnostics().filter { $0.fix != nil }
          #expect(left == [], "\(text)")
        }
      }
    }
  }

  /// One finding, and a fix that leaves nothing to be found.
  func expect(
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
