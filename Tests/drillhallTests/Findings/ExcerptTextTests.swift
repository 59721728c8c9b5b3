// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Console
import DrillKit
import Glibc
import Testing

@testable import drillhall

/// The line of a file and the mark under it.
@Suite("Excerpts")
struct ExcerptTextTests {
  init() { setlocale(LC_CTYPE, "C.UTF-8") }

  /// A line and its mark, in this many columns.
  private func lines(_ line: String, _ column: Int, columns: Int) throws -> [String] {
    let place = Place(file: "a.md", line: 1, column: column)
    let excerpt = try #require(SourceExcerpt(of: place, in: [Substring(line)]))
    return ExcerptText(columns: columns).lines(of: excerpt, mark: .bad).map(\.string)
  }

  @Test(
    "the mark stands under the place",
    arguments: [
      ("abcdef", 1, "abcdef", 0), ("abcdef", 4, "abcdef", 3), ("abcdef", 7, "abcdef", 6),
      ("abcdef", 99, "abcdef", 6), ("漢字 x", 4, "漢字 x", 5), ("漢字 x", 2, "漢字 x", 2),
      ("\tx", 2, "    x", 4), ("ab\tx", 4, "ab  x", 4), ("漢\tx\ty", 5, "漢  x   y", 8),
      ("a\u{1B}[2Jx", 6, "a␛[2Jx", 5), ("x\r", 2, "x␛", 1), ("\u{202E}fdp", 1, "␛fdp", 0),
      ("e\u{301}x", 3, "e\u{301}x", 1), ("👩‍👩‍👧 x", 7, "👩‍👩‍👧 x", 3), ("x   ", 1, "x", 0),
    ])
  func mark(line: String, column: Int, shown: String, before: Int) throws {
    #expect(
      try lines(line, column, columns: 80) == [
        "  1 | " + shown, "    | " + String(repeating: " ", count: before) + "^",
      ])
  }

  @Test("an empty line has a mark and no blanks at its end")
  func empty() throws { #expect(try lines("", 1, columns: 80) == ["  1 |", "    | ^"]) }

  @Test("a long line is cut around the place", arguments: 1...27)
  func cut(column: Int) throws {
    let alphabet = "abcdefghijklmnopqrstuvwxyz"
    let shown = try lines(alphabet, column, columns: 18)
    #expect(shown[0].count <= 18)
    #expect(shown[0].hasPrefix("  1 | …") == (column > 6), "\(shown)")
    #expect(shown[0].hasSuffix("…") == (column < 22), "\(shown)")
    // The letter above the mark is the one at the place.
    let letters = Array(shown[0])
    if column <= 26 { #expect(letters[shown[1].count - 1] == Array(alphabet)[column - 1]) }
  }

  @Test("no line is wider than the terminal, whatever stands in it", arguments: [20, 32, 80])
  func width(columns: Int) throws {
    let texts = [
      String(repeating: "word ", count: 60), String(repeating: "漢", count: 200),
      String(repeating: "\t", count: 90) + "x", String(repeating: "e\u{301}", count: 300),
    ]
    for text in texts {
      for column in stride(from: 1, through: text.unicodeScalars.count + 2, by: 7) {
        let shown = try lines(text, column, columns: columns)
        for line in shown {
          #expect(TextWidth.columns(of: line) <= columns, "\(column): \(line)")
        }
      }
    }
  }
}
