// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

@Suite("Slips that are told once, where they are")
struct OnceToldTests {
  @Test("facts that were meant otherwise: once, with what mends them")
  func facts() throws {
    let drill = LanguageCase.ruled(
      "",
      DrillText.told("Facts:\n\n- Now: Friday 18:40\n- Incident: intrusion, lost device\n")
        + "\n### Classify: How severe is it?\n\n- low\n  > No.\n"
    ).drill
    let found = try drill.diagnostics(library: LanguageCase.rules)
    #expect(found.map(\.rule.code) == ["P022"], "\(found)")
    let fix = try #require(found.first?.fix)
    #expect(fix.lines == ["- Incident: intrusion; lost device"])
    #expect(try drill.applying(fix).diagnostics(library: LanguageCase.rules).isEmpty)
  }

  @Test("a thousand with a point: once, with what mends it")
  func thousands() throws {
    let drill = LanguageCase.ruled(
      "",
      DrillText.told("Facts:\n\n- Now: Friday 18:40\n- Incident: lost device\n- Records: 1.204\n")
        + "\n### Classify: How severe is it?\n\n- low\n  > No.\n"
    ).drill
    let found = try drill.diagnostics(library: LanguageCase.rules)
    #expect(found.map(\.rule.code) == ["P022"], "\(found)")
    #expect(found.first?.fix?.lines == ["- Records: 1204"])
  }

  @Test("a competency that only the front matter misspells")
  func competency() throws {
    let library = LanguageCase.book(
      "## Competencies\n\n| Competency | Meaning |\n|---|---|\n| triage | T. |\n| habits | H. |\n")
    let asked = "_competency: triage_\n\n- [x] Help.\n  > Yes.\n- [ ] Wait.\n  > No.\n"
    let codes = { (list: String) in
      try LanguageCase(
        "", DrillText.asked(asked), changing: ["competencies": list], library: library
      ).drill.findings(library: library).map { $0.split(separator: " ")[1] }
    }
    #expect(try codes("[triage]") == [])
    #expect(try codes("[triagee]") == ["D125"])
    #expect(try codes("[habits]") == ["D125"])
  }

  @Test("a no-break space in a box is named")
  func box() throws {
    let drill = LanguageCase.asked(
      "", "- [x] Help.\n  > Right.\n- [\u{A0}] Wait.\n  > No.\n"
    ).drill
    let found = try drill.diagnostics()
    #expect(found.map(\.message).joined().contains("no-break space"), "\(found)")
  }

  @Test("a Match that derives from a policy which is not listed says which one")
  func unlisted() throws {
    let drill = LanguageCase(
      "",
      "# A test\n\n## Opening\n\n### Match: Who?\n\n_derive: Reach_\n\n| Owner | Reach |\n|---|---|\n"
        + "| security | |\n| privacy | |\n"
    ).drill
    let found = try drill.diagnostics(library: LanguageCase.rules)
    #expect(found.map(\.rule.code) == ["D214"], "\(found)")
    #expect(found.first?.message.contains("policy “rules”") == true)
  }
}
