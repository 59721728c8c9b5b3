// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

/// Marks behind the words, and phrases of a rubric with another sign between them.
extension SlipFixTests {
  private static let behind: [(String, String?)] = [
    ("Wait here (fail)", "(fail) Wait here"), ("Wait here. (fail)", "(fail) Wait here."),
    ("Wait here (fail).", "(fail) Wait here."),
    ("Wait here (fail: business)", "(fail: business) Wait here"),
    ("Wait here (fail: busness)", "(fail: business) Wait here"),
    ("Offer half of the price. (50%)", "(50%) Offer half of the price."),
    ("Ring Robin. (coach)", "(coach) Ring Robin."),
    ("Wait here (50%)", "(50%) Wait here"), ("Wait here (50 %)", "(50%) Wait here"),
    ("Wait here (50 percent)", "(50%) Wait here"), ("Wait here (+10 min)", "(+10 min) Wait here"),
    ("Wait here (coach)", "(coach) Wait here"),
    ("Wait here (fail; coach)", "(fail; coach) Wait here"),
    ("(50%) Wait here (coach)", "(coach; 50%) Wait here"),
    ("Wait here (fail) → [Later](#later)", "(fail) Wait here → [Later](#later)"),
    ("Wait here → [Later](#later) (fail)", "(fail) Wait here → [Later](#later)"),
    ("Wait here, as long\n  as it takes (fail)", "(fail) Wait here, as long\n  as it takes"),
    ("fail: Wait here", "(fail) Wait here"), ("Fail: Wait here", "(fail) Wait here"),
    ("FAIL Wait here", "(fail) Wait here"), ("**FAIL** Wait here", "(fail) Wait here"),
    ("**Fail:** Wait here", "(fail) Wait here"), ("**Fail**: Wait here", "(fail) Wait here"),
    ("fail: business: Wait here", "(fail: business) Wait here"),
    ("**fail: customer** Wait here", "(fail: customer) Wait here"),
  ]

  @Test("a mark behind an answer's words, or before them without parentheses", arguments: behind)
  func behindWords(_ typed: String, _ mended: String?) throws {
    try expect(typed, mended) {
      LanguageCase.asked(
        "", "- [x] Help.\n  > Right.\n- [ ] \($0)\n  > No.\n\n## Later\n\nIt rings.\n"
      ).drill
    }
  }

  @Test("a cost behind an answer's words")
  func cost() throws {
    try expect("Wait here (-25%)", "(-25%) Wait here") {
      DrillText(
        "# A test\n\n## Opening\n\n### Choose all: What do you do?\n\n- [x] Help.\n  > Yes.\n"
          + "- [x] Ring.\n  > Yes.\n- [ ] \($0)\n  > No.\n")
    }
  }

  @Test(
    "parentheses behind an answer's words that are text",
    arguments: [
      "Offer half of the price (50%)", "Offer 20 EUR (50%)", "Wait for the disk (95%)",
      "Restart the job (failed)", "Note the result (fail)", "Ring Robin (coach)",
      "Write \\(fail\\)", "Wait (10 min)", "Ask the floor (two people)", "Wait (33%)",
      "Ring Robin (coach).",
      "Offer half of the price (50%).",
      "Write `(fail)`", "Fail\\: nobody came", "&#70;AIL Wait here", "Fail over to the other node",
      "Failing that, wait", "Fail early and tell",
      "Ring the desk (otherwise nobody does)", "Set it to half (50%)", "Say (as ever).",
    ])
  func parentheses(_ words: String) throws {
    let found = try LanguageCase.asked(
      "", "- [x] Help.\n  > Right.\n- [ ] \(words)\n  > No.\n"
    ).drill.diagnostics()
    #expect(found == [])
  }

  @Test("what the answers of a grading begin with")
  func grading() throws {
    let found = try LanguageCase.asked(
      "",
      "- [x] Fail: nobody greets.\n  > Right.\n- [ ] Pass: all is said.\n  > No.\n"
        + "- [ ] Fail: too long.\n  > No."
    ).drill.diagnostics()
    #expect(found == [])
  }

  private static let lines: [(String, String?)] = [
    ("- [ ] Asks on (fail): send + code", "- [ ] (fail) Asks on: send + code"),
    (
      "- [ ] Asks on (fail: compliance): send + code",
      "- [ ] (fail: compliance) Asks on: send + code"
    ),
    ("- [ ] Asks on (-10%): send + code", "- [ ] (-10%) Asks on: send + code"),
    ("- [x] Regrets (2): sorry", "- [x] (2) Regrets: sorry"),
    ("- [x] Regrets (1 point): sorry", "- [x] (1) Regrets: sorry"),
    ("- [x] Regrets (2 pts): sorry", "- [x] (2) Regrets: sorry"),
    ("- [x] Regrets: sorry (2)", "- [x] (2) Regrets: sorry"),
    ("- [ ] Asks on: send + code (fail)", "- [ ] (fail) Asks on: send + code"),
    ("- [ ] fail: Asks on: send + code", "- [ ] (fail) Asks on: send + code"),
    (
      "- [ ] (fail) On: turned it on or turn it on again",
      "- [ ] (fail) On: turned it on | turn it on again"
    ),
    (
      "- [ ] (fail) On: turned it on, turn it on again",
      "- [ ] (fail) On: turned it on | turn it on again"
    ),
    (
      "- [ ] (fail) On: turned it on / switch the machine off",
      "- [ ] (fail) On: turned it on | switch the machine off"
    ),
    (
      "- [ ] (fail) On: \"turned it on\", \"make it work\"",
      "- [ ] (fail) On: turned it on | make it work"
    ),
    (
      "- [ ] (fail) On: “turned it on” or “make it work”",
      "- [ ] (fail) On: turned it on | make it work"
    ),
    (
      "- [ ] Blames: your fault, your mistake, user error",
      "- [ ] Blames: your fault | your mistake | user error"
    ),
    ("- [x] Regrets: am sorry or my regrets", "- [x] Regrets: am sorry | my regrets"),
    ("- [x] Regrets: sorry / regret", "- [x] Regrets: sorry | regret"),
    ("- [ ] Asks: your password or your PIN", "- [ ] Asks: your password | your PIN"),
    ("- [ ] Asks: password or PIN", nil),
  ]

  private static func reply(_ lines: String) -> DrillText {
    DrillText(
      "# A test\n\n## Opening\n\n### Reply: Write back.\n\n\(lines)\n- [x] Begins: I am\n\n"
        + "Model:\n\n> \(String(repeating: "I am sorry for it. ", count: 6))\n")
  }

  @Test("a rubric's line with its mark or its “|” elsewhere", arguments: lines)
  func line(_ typed: String, _ mended: String?) throws {
    try expect(typed, mended) { Self.reply($0) }
  }

  @Test(
    "rubric lines that only look like those",
    arguments: [
      "- [ ] Promises: sooner or later", "- [ ] Vague: in one or two days",
      "- [ ] Rude: take it or leave it", "- [x] Names it: sorry for it",
      "- [ ] Names a day (24 h): by tomorrow",
      "- [x] Says it (1): sorry\n- [x] Says it (2): for it",
      "- [ ] Quotes: “turn it on”", "- [ ] Quotes: \"turn it on\" | \"turn it off\"",
      "- [ ] Off: 24 / 7", "- [ ] Says so: and / or else", "- [ ] Blames: sorry, but",
      "- [ ] Fail: not our + fault", "- [ ] Doubts: whether or not",
    ])
  func looksLike(_ lines: String) throws {
    #expect(try Self.reply(lines).diagnostics() == [])
  }
}
