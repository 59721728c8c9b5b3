// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Authoring

/// The same mistake made twice in one paragraph, list or table is two findings, each at its place.
@Suite("Equal findings")
struct EqualFindingsTests {
  /// Lines of a scene, and where they are wrong as `line:column code`, from the first of them on.
  @Test(
    "each is told at its own place",
    arguments: [
      ("See [a](#none) and\n[b](#none), [c](#none).", ["1:8 D202", "2:4 D202", "2:16 D202"]),
      ("- [a](#none)\n- x\n- [b](#none)", ["1:6 D202", "3:6 D202"]),
      ("> [a](#none)\n>\n> [b](#none)", ["1:6 D202", "3:6 D202"]),
      ("| a | b |\n|---|---|\n| [a](#none) | [b](#none) |", ["3:6 D202", "3:19 D202"]),
      ("See [a] (#end) or [b] (#end),\n[c] (#end).", ["1:7 M018", "1:21 M018", "2:3 M018"]),
      ("Ask <a@b.example> or\n<a@b.example>.", ["1:6 M011", "2:2 M011"]),
      ("Go to `www.a.example`, www.a.example,\nwww.a.example.", ["1:24 M011", "2:1 M011"]),
      ("It → [a](#opening) → [b](#opening) rings.", ["1:8 D116", "1:24 D116"]),
    ])
  func places(lines: String, expected: [String]) throws {
    let first =
      CodeFrame.text("¶", in: .scene).split(
        separator: "\n", omittingEmptySubsequences: false
      ).firstIndex { $0.contains("¶") } ?? 0
    let found = try CodeFrame.findings(lines, in: .scene)
    #expect(
      found.map { "\($0.place.line - first):\($0.place.column) \($0.rule.code)" } == expected)
  }

  @Test("what fixes mend is counted as it was found, round upon round")
  func counts() throws {
    let lines = "See [a] (#end) or [b] (#end),\n[c] (#end) or <a@b.example>."
    var bytes = Array(CodeFrame.text(lines, in: .scene).utf8)
    let found = try CodeFrame.drill(String(decoding: bytes, as: UTF8.self))
    var mended = 0
    while true {
      let fixes = try CodeFrame.drill(String(decoding: bytes, as: UTF8.self)).compactMap(\.fix)
      guard let (next, count) = Mending.applying(fixes, to: bytes) else { break }
      (bytes, mended) = (next, mended + count)
    }
    #expect(found.count == 4 && mended == 4)
  }
}
