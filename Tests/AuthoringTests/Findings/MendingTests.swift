// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Authoring

/// What fixes make of a text, and what the book promises of them.
@Suite("Mending")
struct MendingTests {
  private static let codes = CodeBook.rules.map(\.code)

  /// A text after round upon round of fixes.
  private func mended(
    _ text: String, check: (String) throws -> [Diagnostic]
  ) throws -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<Mending.mostRounds {
      let fixes = try check(String(decoding: bytes, as: UTF8.self)).compactMap(\.fix)
      guard let (next, _) = Mending.applying(fixes, to: bytes) else { break }
      bytes = next
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "where the book promises a fix, there is one, and it mends; elsewhere there is none",
    arguments: codes)
  func promise(code: String) throws {
    let entry = try #require(CodeBook.entry(code))
    guard let example = entry.example else { return }
    let found = try CodeFrame.findings(example.wrong, in: example.frame)
    let hasFix = found.contains { $0.rule.code == code && $0.fix != nil }
    #expect(hasFix == entry.promisesFix)
    guard hasFix else { return }
    let text = CodeFrame.text(example.wrong, in: example.frame)
    let after = try mended(text, check: CodeFrame.drill)
    #expect(try CodeFrame.drill(after).allSatisfy { $0.rule.code != code }, "\(after)")
    // What is mended stays mended: a second time nothing changes.
    #expect(try mended(after, check: CodeFrame.drill) == after)
  }

  /// What stands in a question, and what fixes make of it.
  @Test(
    "lines before and after",
    arguments: [
      ("- []Wait.", "- [ ] Wait."), ("- [x]Help.", "- [x] Help."), ("- [X]  Help.", nil),
      ("- [ ](50%) Wait.", "- [ ] (50%) Wait."), ("- [x](http://a) Help.", nil), ("- []", "- [ ]"),
      ("- Help. -> [End](#end)", "- Help. → [End](#end)"),
      ("- Help.→ [End](#end)", "- Help. → [End](#end)"), ("- Help. [End](#end)", nil),
      ("- Help.  =>[End](#end)", "- Help. → [End](#end)"),
      ("See [End] (#end).", "See [End](#end)."), ("See [the end](#the end).", nil),
      ("Ask <a@b.example>.", "Ask `a@b.example`."),
      ("a\n\n***\n\nb", "a\n\n\n\nb"), ("a\n\n---\n\n- b", nil), ("a\n***\nb", nil),
      ("facts:\n\n- Now: Friday 18:40", "Facts:\n\n- Now: Friday 18:40"),
      ("Fact:\n\n- Now: Friday 18:40", nil),
      ("1. a\n2. b\n4. c", "1. a\n2. b\n3. c"), ("1. a\n3. b\n2. c", nil),
      ("1. a\n2. b\n1986. c", nil), ("2. a\n3. b", nil),
      ("1. a\n   > x\n3. b\n   > y", "1. a\n   > x\n2. b\n   > y"),
    ])
  func lines(before: String, after: String?) throws {
    let text = CodeFrame.text("\(before)\n", in: .question)
    let found = try CodeFrame.drill(text).compactMap(\.fix)
    let result = Mending.applying(found, to: Array(text.utf8))
    let wanted = after.map { CodeFrame.text("\($0)\n", in: .question) }
    #expect(result.map { String(decoding: $0.bytes, as: UTF8.self) } == wanted)
  }

  @Test("bytes: a byte order mark and the line ends of Windows go, other carriage returns stay")
  func bytes() throws {
    let sound = CodeFrame.text("Text.", in: .scene)
    let windows = "\u{FEFF}" + sound.replacing("\n", with: "\r\n")
    #expect(try mended(windows, check: CodeFrame.drill) == sound)
    let odd = sound.replacing("Text.", with: "Te\rxt.")
    #expect(try mended(odd, check: CodeFrame.drill) == odd)
    #expect(
      Mending.applying([Fix("x", firstLine: 1, lineCount: 1, lines: ["a"])], to: [0xFF]) == nil)
  }

  @Test(
    "fixes that overlap wait for the next round",
    arguments: [
      ([(1, 0, "x"), (1, 1, "y")], "x a b c", 1), ([(1, 1, "x"), (2, 1, "y")], "x y c", 2),
      ([(1, 2, "x"), (2, 1, "y")], "x c", 1), ([(2, 0, "x"), (3, 0, "y")], "a x b y c", 2),
      ([(3, 1, "x"), (1, 1, "y")], "y b x", 2), ([(4, 0, "x")], "a b c x", 1),
      ([(5, 0, "x")], nil, 0), ([(3, 2, "x")], nil, 0), ([(1, 1, "a")], nil, 0),
    ])
  func overlap(fixes: [(Int, Int, String)], result: String?, count: Int) {
    let list = fixes.map { Fix("", firstLine: $0.0, lineCount: $0.1, lines: [$0.2]) }
    let found = Mending.applying(list, to: Array("a\nb\nc".utf8))
    #expect(
      found.map { String(decoding: $0.bytes, as: UTF8.self) } == result?.replacing(" ", with: "\n"))
    if result != nil { #expect(found?.count == count) }
  }

  @Test(
    "what is named",
    arguments: [
      ([], "a.md", true), (["a.md"], "./a.md", true), (["./a.md"], "a.md", true),
      (["Drills"], "Drills/x/a.md", true), (["Drills/"], "Drills/a.md", true),
      (["Drills"], "Drillset/a.md", false), (["."], "Policies/a.md", true),
      (["Drills/a.md"], "Policies/a.md", false), (["/"], "/a.md", true),
    ])
  func named(paths: [String], file: String, isCovered: Bool) {
    #expect(Mending.covers(paths, file) == isCovered)
  }
}
