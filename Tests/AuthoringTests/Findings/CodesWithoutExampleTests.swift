// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import DrillKit
import Library
import TestSupport
import Testing

/// Codes that a few lines of text can't show come about as their entries say.
@Suite("Codes without an example")
struct CodesWithoutExampleTests {
  /// A sound drill.
  private static let sound =
    "---\ndrill: 1\nid: a\nversion: 1\ntitle: A\nsummary: B.\nduty: escalation\nmoment: during\n"
    + "level: 1\ncompetencies: [c]\naudience: [d]\nminutes: 5\npass: 80\nreview-by: 2099-01-01\n---\n"
    + "# A\n\n## Opening\n\nIt rings.\n\n### Choose: What?\n\n- [x] E.\n  > F.\n- [ ] G.\n  > H.\n"

  private static let policy =
    "---\npolicy: a\ntitle: A\nowner: B\nversion: 1\neffective: 2026-01-01\nreview-by: 2099-01-01\n"
    + "---\n# A\n\n## B\n\nC.\n"

  /// What is told in place of the drill's one sentence.
  private static func told(_ text: String) -> [UInt8] {
    Array(sound.replacing("It rings.", with: text).utf8)
  }

  /// The bytes of a drill that breaks a rule.
  private static let hostile: [String: [UInt8]] = [
    "S001": [UInt8](repeating: 0x61, count: 1 << 20 + 1),
    "S002": Array(sound.utf8) + [0xFC, 0x0A],
    "S003": [0xEF, 0xBB, 0xBF] + Array(sound.utf8),
    "S004": Array(sound.replacing("\n", with: "\r\n").utf8),
    "S005": told("\u{7}It rings."),
    "S006": told("\u{202E}It rings."),
    "S007": told(String(repeating: "It rings. ", count: 1000)),
    "S008": told(String(repeating: "| a ", count: 70) + "|"),
    "S011": [],
    "S012": told(String(repeating: "See [x](#none).\n\n", count: 600)),
    "S013": told(
      String(repeating: "|a", count: 60) + "|\n" + String(repeating: "|-", count: 60) + "|\n"
        + String(repeating: "|b\n", count: 400)),
    "D128": Array(
      (sound + (1...200).map { "\n## Scene \($0)\n\nIt rings.\n" }.joined()).utf8),
    "P027": told("Facts:\n\n" + (1...70).map { "- K\($0): a\n" }.joined()),
  ]

  @Test("bytes of a drill", arguments: hostile.keys.sorted())
  func bytes(code: String) throws {
    let found = Diagnostics()
    DrillReader.check(
      file: "a.md", bytes: try #require(Self.hostile[code]), library: PolicyBook(),
      today: try #require(CalendarDate("2026-06-01")), diagnostics: found)
    #expect(found.sorted.contains { $0.rule.code == code }, "\(found.sorted)")
  }

  /// What the check of a whole library finds.
  private func check(_ prepare: (TemporaryFolder) throws -> Void) throws -> Set<String> {
    let folder = try TemporaryFolder()
    for name in ["Drills", "Policies", "elsewhere"] { try folder.makeFolder(name) }
    try prepare(folder)
    let library = DrillLibrary(
      drills: LibraryFolder(folder.file("Drills")),
      policies: LibraryFolder(folder.file("Policies")))
    var codes: Set<String> = []
    _ = try LibraryCheck(library, today: try #require(CalendarDate("2026-06-01"))).run([]) {
      codes.formUnion($0.map(\.rule.code))
    }
    return codes
  }

  @Test("files of a library")
  func library() throws {
    #expect(
      try check { folder in
        try folder.write(Self.sound, to: "Drills/a.md")
        try folder.write(Self.sound, to: "Drills/b.md")
      } == ["D127"])
    #expect(
      try check { folder in
        try folder.write(Self.policy, to: "Policies/a.md")
        try folder.write(Self.policy, to: "Policies/b.md")
      } == ["P001"])
    #expect(
      try check { folder in
        try folder.write("secret", to: "elsewhere/a.md")
        try folder.link("Drills/a.md", to: folder.file("elsewhere/a.md"))
      } == ["L001"])
    #expect(try check { try $0.makePipe("Drills/a.md") } == ["L002"])
    #expect(
      try check {
        try $0.makeFolder("Drills/" + (1...20).map { "d\($0)" }.joined(separator: "/"))
      } == ["L003"])
  }

  @Test(
    "a snippet that can't be used",
    arguments: [
      ("snippets/a.txt#b", "D401"), ("snippets/a.md#c", "D402"), ("snippets/a.md#d", "D403"),
    ])
  func snippets(link: String, code: String) throws {
    #expect(
      try check { folder in
        try folder.makeFolder("Drills/snippets")
        try folder.write("## B\n\nIt rings.\n\n## D\n", to: "Drills/snippets/a.md")
        try folder.write(
          Self.sound.replacing("It rings.", with: "Use: [B](\(link))"), to: "Drills/a.md")
      } == [code])
  }

  /// A translation of the sound drill.
  private static let german =
    "---\ndrill: 1\ntranslates: a\nlang: de\nversion: 1\ntitle: Ä\nsummary: Ö.\n---\n# Ä\n\n"
    + "## Anfang\n\nEs klingelt.\n\n### Choose: Was?\n\n- [x] Eins.\n  > Ja.\n- [ ] Zwei.\n"
    + "  > Nein.\n"

  @Test(
    "a translation that does not fit",
    arguments: [
      ("Es klingelt.", "Es klingelt.", nil), ("translates: a", "translates: b", "D411"),
      ("version: 1", "version: 2", "D412"), ("Es klingelt.\n\n", "", "D413"),
      ("[x] Eins", "[ ] Eins", "D414"), ("Es klingelt.", "It rings at the door.", "D415"),
    ])
  func translations(old: String, new: String, code: String?) throws {
    #expect(
      try check { folder in
        let told = new == "It rings at the door." ? new : "It rings."
        try folder.write(Self.sound.replacing("It rings.", with: told), to: "Drills/a.md")
        try folder.write(Self.german.replacing(old, with: new), to: "Drills/a.de.md")
      } == Set([code].compactMap { $0 }))
  }

  @Test("a translation whose answers stand in another order")
  func moved() throws {
    let answers = { (first: String, second: String, why: String) in
      "- \(first)\n  > \(why).\n- \(second)\n  > \(why) again.\n"
    }
    #expect(
      try check { folder in
        let (sound, german) = (Self.sound, Self.german)
        try folder.write(
          sound.replacing(
            "- [x] E.\n  > F.\n- [ ] G.\n  > H.\n",
            with: answers("[x] Ring 3318.", "[ ] Ring 4711.", "F")), to: "Drills/a.md")
        try folder.write(
          german.replacing(
            "- [x] Eins.\n  > Ja.\n- [ ] Zwei.\n  > Nein.\n",
            with: answers("Die 4711 anrufen.", "Die 3318 anrufen.", "Ja")), to: "Drills/a.de.md")
      } == ["D416"])
  }

  @Test("a drill whose policy is missing")
  func missing() throws {
    let source = DrillLibrary.SourceFile(
      path: "a.md",
      bytes: Array(Self.sound.replacing("level:", with: "policies: [gone]\nlevel:").utf8))
    guard case .failure(let problem) = DrillLibrary.playable(source, policies: [:]) else {
      Issue.record("it is played")
      return
    }
    #expect(problem.diagnostics.map(\.rule.code) == ["L004"])
  }

  @Test("each entry without an example is shown here")
  func complete() {
    let shown = Set(Self.hostile.keys).union(["D127", "P001", "L001", "L002", "L003", "L004"])
      .union(["D401", "D402", "D403", "D411", "D412", "D413", "D414", "D415", "D416"])
      .union(ExplorationTests.refused.keys)
    let without = CodeBook.entries.filter { $0.example == nil }.map(\.code)
    #expect(shown == Set(without))
  }
}
