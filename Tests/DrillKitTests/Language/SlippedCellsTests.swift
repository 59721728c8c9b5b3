// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

/// Cells of a record, estimates, speakers without their colon, and dashes of a word processor.
extension SlipFixTests {
  private static func record(_ field: String, _ cell: String) -> DrillText {
    DrillText(
      "# A test\n\n## Opening\n\n### Record: Write it down.\n\n| Field | Accept | Why |\n|---|---|---|\n"
        + "| \(field) | \(cell) | W. |\n| Floor | 9; ninth | W. |")
  }

  private static let cells: [(String, String?)] = [
    ("kpro-remote, kpro", "kpro-remote; kpro"), ("kpro-remote or kpro", "kpro-remote; kpro"),
    ("kpro-remote / kpro", "kpro-remote; kpro"), ("AL-4471, AL4471", "AL-4471; AL4471"),
    ("no, none", "no; none"), ("02:12 or 02:14", "02:12; 02:14"),
    ("laptop or notebook", "laptop; notebook"),
    ("02:12-02:16", "02:12 to 02:16"), ("02:12 – 02:16", "02:12 to 02:16"),
    ("about 02:14", nil), ("ca. 340", nil), ("~340", nil),
  ]

  @Test("a cell of what is accepted", arguments: cells)
  func cell(_ typed: String, _ mended: String?) throws {
    try expect(typed, mended) { Self.record("Asset", $0) }
  }

  @Test(
    "entries that only look like several",
    arguments: [
      "Okafor, Ada", "gate B12, pier B", "n / a", "yes or no", "dead or alive", "09:00-17:00",
      "10-20", "AL-4471", "at about two", "severity", "owner", "1,200", "24 / 7",
      "to be or not to be", "Robin, front desk", "02:12",
    ])
  func entry(_ cell: String) throws {
    #expect(try Self.record("Asset", cell).diagnostics() == [])
  }

  @Test("a policy's word without its sign", arguments: ["severity", "Severity"])
  func policyWord(_ word: String) throws {
    let found = try Self.record("How severe", word).diagnostics(library: LanguageCase.rules)
      .filter { $0.rule == .badTable }
    #expect(found.first?.fix?.lines == ["| How severe | = severity | W. |"])
    #expect(found.count == 1)
  }

  @Test("a word of a policy that says another one with these facts")
  func contradicted() throws {
    let told = try ["critical", "high", "low"].map { level in
      try LanguageCase.ruled(
        "",
        "# A test\n\n## Opening\n\n### Record: Write.\n\nFacts:\n\n- Now: Monday 09:00\n"
          + "- Incident: intrusion\n- Records: 1\n- Data: health\n\n| Field | Accept | Why |\n"
          + "|---|---|---|\n| Severity | \(level) | W. |\n| How bad | \(level) | W. |"
      ).drill.diagnostics(library: LanguageCase.rules).count { $0.rule == .policyDisagrees }
    }
    #expect(told.sorted() == [0, 1, 1])
  }

  private static let ranges: [(String, String?)] = [
    ("10-20", "15 ± 5"), ("10 - 20", "15 ± 5"), ("10–20 people", "15 ± 5 people"),
    ("10 to 15", "12.5 ± 2.5"),
  ]

  private static func estimate(_ line: String) -> DrillText {
    DrillText("# A test\n\n## Opening\n\n### Estimate: How many?\n\nAnswer: \(line)\n")
  }

  @Test("a range that is estimated", arguments: ranges)
  func range(_ typed: String, _ mended: String?) throws {
    try expect(typed, mended) { Self.estimate($0) }
  }

  @Test("tolerances on one side", arguments: ["22 -2", "22 -30", "22 -0 +2", "14 ± 1"])
  func tolerance(_ line: String) throws {
    #expect(try Self.estimate(line).diagnostics().filter { $0.rule.severity == .error } == [])
  }

  private func voices(_ quote: String) throws -> [Diagnostic] {
    try LanguageCase.told("", "> **Dirk:** Hello.\n\nHe looks up.\n\n\(quote)").drill.diagnostics()
  }

  @Test(
    "a speaker in bold without the colon",
    arguments: [
      "> **Dirk** Boss, I can't log in.", "> **Dirk** – Boss, I can't log in.",
      "> **Dirk** - I can't log in. Help!",
    ])
  func speaker(_ quote: String) throws {
    let found = try voices(quote)
    #expect(found.map(\.rule) == [.colonOutside])
    #expect(found.first?.fix?.lines.first?.hasPrefix("> **Dirk:** ") == true)
    #expect(found.first?.fix?.lines.first?.contains("–") == false)
  }

  @Test(
    "documents that begin with a name in bold",
    arguments: [
      "> **Dirk** was here.", "> **Dirk** – manager", "> **Robin** Boss, I can't log in.",
      "> **Dirk** Okafor", "> **Dirk** Room 4. **Ada** Room 5.",
    ])
  func document(_ quote: String) throws {
    #expect(try voices(quote) == [])
  }

  private static func spot(_ line: String) -> DrillText {
    DrillText(
      "# A test\n\n## Opening\n\n### Spot: When?\n\n_watch: Dirk_\n\n1. **Ada:** Hello.\n"
        + "2. **Dirk:** What?\n3. \(line)\n   > No.\n4. **Ada:** Well.\n5. [ ] **Dirk:** Bye.\n   > Yes.\n"
        + "6. [ ] **Dirk:** Good bye.\n   > Yes.\n7. [ ] **Dirk:** Good night.\n   > Yes.\n")
  }

  @Test(
    "a line of a conversation without its colon",
    arguments: ["[x] **Dirk** Wait.", "[x] **Dirk** – Wait.", "[x] **Dirk** - wait."])
  func line(_ typed: String) throws {
    let found = try Self.spot(typed).diagnostics()
    #expect(found.map(\.rule) == [.colonOutside])
    let wait = typed.hasSuffix("wait.") ? "wait." : "Wait."
    #expect(found.first?.fix?.lines == ["3. [x] **Dirk:** \(wait)"])
  }

  private static let dashes: [(String, String)] = [
    (
      "- [x] Help.\n  > Right.\n– [ ] Wait.\n  > No.\n– [ ] Go.\n  > No.",
      "- [x] Help.\n  > Right.\n- [ ] Wait.\n  > No.\n- [ ] Go.\n  > No."
    ),
    (
      "• [ ] Help.\n  > No.\n• [x] Wait.\n  > Right.",
      "- [ ] Help.\n  > No.\n- [x] Wait.\n  > Right."
    ),
    (
      "1. [x] Help.\n   > Right.\n- [ ] Wait.\n  > No.\n- [ ] Go.\n  > No.",
      "- [x] Help.\n  > Right.\n- [ ] Wait.\n  > No.\n- [ ] Go.\n  > No."
    ),
  ]

  @Test("answers with another sign than “-”", arguments: dashes)
  func dash(_ typed: String, _ mended: String) throws {
    let drill = LanguageCase.asked("", typed).drill
    let found = try drill.diagnostics()
    #expect(Set(found.map(\.rule)) == [.splitList])
    #expect(found.allSatisfy { $0.fix != nil })
    #expect(try drill.mended().text == LanguageCase.asked("", mended).drill.text)
    #expect(try drill.mended().diagnostics() == [])
  }

  @Test(
    "dashes that are text",
    arguments: [
      "– Wait, he says.", "```text\n– [ ] Wait.\n```", "• Salt\n• Pepper",
      "He said – [ ] is a box.",
    ])
  func textDash(_ text: String) throws {
    #expect(try LanguageCase.told("", text).drill.diagnostics() == [])
  }
}
