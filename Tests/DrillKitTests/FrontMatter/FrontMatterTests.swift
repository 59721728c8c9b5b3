// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Front matter")
struct FrontMatterTests {
  private func read(_ text: String) throws -> (matter: FrontMatter, found: Diagnostics) {
    let found = Diagnostics()
    let source = try #require(
      SourceText(file: "a.md", bytes: Array(text.utf8), diagnostics: found))
    return (FrontMatter.read(source, diagnostics: found), found)
  }

  private func codes(_ found: Diagnostics) -> [String] {
    found.sorted.map { "\($0.place.line):\($0.place.column) \($0.rule.code)" }
  }

  @Test("keys, values and places, and the line at which Markdown starts")
  func reads() throws {
    let (matter, found) = try read(
      """
      ---
      title: "Data: the basics"  # a comment
      policies: [escalation, data-handling]
      defaults:
        points: 2
        shuffle: no
      sources:
        - One
        - Two
      ---
      # Text
      """)
    #expect(found.sorted.isEmpty)
    #expect(matter.markdownLine == 11)
    #expect(matter.isComplete)
    let reader = FrontMatterReader(matter, diagnostics: found)
    #expect(reader.text("title") == "Data: the basics")
    #expect(reader.place(of: "title") == Place(file: "a.md", line: 2, column: 8))
    #expect(reader.texts("policies").map(\.text) == ["escalation", "data-handling"])
    #expect(reader.texts("policies").last?.place == Place(file: "a.md", line: 3, column: 24))
    #expect(reader.texts("sources").map(\.text) == ["One", "Two"])
    let defaults = try #require(reader.mapping("defaults"))
    #expect(defaults.wholeNumber("points") == 2)
    #expect(defaults.flag("shuffle") == false)
    defaults.reportUnknownKeys()
    reader.reportUnknownKeys()
    #expect(found.sorted.isEmpty)
  }

  @Test(
    "what is no front matter",
    arguments: [
      ("# Text\n", "1:1 F001", 1), ("\n---\na: b\n---\n", "1:1 F001", 1),
      ("---\na: b\n# Text\n", "1:1 F002", 5), ("---\n---\n# Text\n", "2:1 F006", 3),
      ("---\njust words\n---\n", "2:1 F006", 4), ("---\n- a\n---\n", "2:1 F006", 4),
      ("---\na: b\nc: d: e\n---\n", "3:5 F003", 5), ("---\na: \"open\n---\n", "2:4 F003", 4),
      ("---\na: \"open\nb:\n  - \"x\"\n---\n", "2:4 F003", 6),
      ("---\na: |\n  k: 'tis\nb: c: d\n---\n", "4:5 F003", 6),
      ("---\na: [b\nc: d\n---\n", "2:4 F003", 5), ("---\na: @b\n---\n", "2:4 F003", 4),
      ("---\n\ta: b\n---\n", "2:1 F003", 4),
      ("---\na: [b,\n  c\nd: e\nf: g\n---\n", "2:4 F003", 7),
      ("---\na: [b, \"c]\nd: e\n---\n", "2:8 F003", 5), ("---\na: [b, 'c\n---\n", "2:8 F003", 4),
      ("---\na: b\nc: [d # one\n---\n", "3:4 F003", 5),
      ("---\na: [b, c's]\nd: e: f\n---\n", "3:5 F003", 5),
      ("---\na: b\na: c\n---\n", "3:1 F004", 5), ("---\na: &x b\n---\n", "2:4 F005", 4),
      ("---\na: *x\n---\n", "2:4 F005", 4), ("---\na: !!str b\n---\n", "2:4 F005", 4),
      ("---\n%YAML 1.1\n--- {a: b}\n---\n", "2:1 F005", 5),
      ("---\na: b\n--- {c: d}\n---\n", "3:1 F005", 5),
      ("---\n[a, b]: c\n---\n", "2:1 F009", 4), ("---\n? [a]\n: c\n---\n", "2:3 F009", 5),
      ("---\na: \"\\e[2J\"\n---\n", "2:4 S010", 4), ("---\na: \"\\u202e\"\n---\n", "2:4 S010", 4),
    ])
  func refuses(text: String, finding: String, markdownLine: Int) throws {
    let (matter, found) = try read(text)
    #expect(codes(found) == [finding])
    #expect(matter.markdownLine == markdownLine)
  }

  @Test("a bomb of aliases never expands")
  func bomb() throws {
    var text = "---\na: &a [x, x, x, x, x, x, x, x, x]\n"
    for (before, name) in zip("abcdefgh", "bcdefghi") {
      text += "\(name): &\(name) [*\(before), *\(before), *\(before), *\(before), *\(before)]\n"
    }
    let (_, found) = try read(text + "---\n")
    #expect(codes(found) == ["2:4 F005"])
  }

  @Test("nesting ends at sixteen", arguments: [(15, true), (16, false), (4000, false)])
  func depth(levels: Int, isFine: Bool) throws {
    let brackets = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    let (_, found) = try read("---\na: \(brackets)\n---\n")
    #expect(found.sorted.map(\.rule.code) == (isFine ? [] : ["S009"]))
  }

  private enum Duty: String, CaseIterable {
    case serviceFailure = "service-failure"
    case dataHandling = "data-handling"
  }

  @Test("typed values report at their own place, and unknown keys with a suggestion")
  func types() throws {
    let (matter, found) = try read(
      """
      ---
      version: two
      level: 9
      review-by: 2026-02-30
      effective: soon
      duty: data-handlin
      pass: 80%
      polices: [a]
      title:
      list: {a: b}
      ---
      """)
    let reader = FrontMatterReader(matter, diagnostics: found)
    #expect(reader.wholeNumber("version") == nil)
    #expect(reader.wholeNumber("level", in: 1...3) == nil)
    #expect(reader.date("review-by") == nil)
    #expect(reader.date("effective") == nil)
    #expect(reader.word("duty", of: Duty.self) == nil)
    #expect(reader.percent("pass") == 80)
    #expect(reader.texts("policies", required: true).isEmpty)
    #expect(reader.text("title") == nil)
    #expect(reader.texts("list").isEmpty)
    reader.reportUnknownKeys()
    #expect(
      codes(found) == [
        "1:1 F008", "2:10 F009", "3:8 F012", "4:12 F010", "5:12 F009", "6:7 F011", "8:1 F007",
        "9:7 F009", "10:7 F009",
      ])
    let messages = found.sorted.map(\.message).joined(separator: "\n")
    #expect(messages.contains("Did you mean “policies”?"))
    #expect(messages.contains("Did you mean “data-handling”?"))
  }

  @Test("a key that could not be read is not called missing")
  func damaged() throws {
    let (matter, found) = try read("---\na: b: c\ntitle: T\n---\n")
    let reader = FrontMatterReader(matter, diagnostics: found)
    #expect(reader.text("title", required: true) == nil)
    #expect(codes(found) == ["2:5 F003"])
  }
}
