// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

/// Looking at bytes is a shorter way to what characters say, and no other answer: every text is asked
/// both ways.
@Suite("Language: texts by bytes and by characters")
struct TextBytesTests {
  /// Pieces that texts are put together from: white space, line ends, signs, marks, letters.
  private static let pieces = [
    "", " ", "\t", "\n", "\r\n", "a", "Zed", "7", "-", "#", ":", "(", ".", "“", "é", "e\u{301}",
    "\u{301}", "#\u{FE0F}\u{20E3}", "\u{3000}", "\u{600}", "ß", "İ",
  ]

  private static let texts = pieces.flatMap { a in
    pieces.flatMap { b in pieces.map { a + b + $0 } }
  }

  private static let edges = ".,:;!?'\"()[]…’“”"

  @Test("white space and punctuation at the ends")
  func ends() {
    for text in Self.texts {
      #expect(text.trimmedAtStart() == String(text.drop(while: \.isWhitespace)))
      let bare = text.drop { $0.isWhitespace || Self.edges.contains($0) }
      let both = bare.reversed().drop { $0.isWhitespace || Self.edges.contains($0) }.reversed()
      #expect(String(text.trimmedEnds) == String(Array(both)), "\(text.debugDescription)")
    }
  }

  @Test("counting, dropping, and finding a sign")
  func characters() {
    for text in Self.texts {
      #expect(text.characterCount == text.count)
      for count in 0...3 {
        #expect(text.droppingCharacters(count) == String(text.dropFirst(count)))
      }
      #expect(text.firstIndex(ofSign: UInt8(ascii: "#")) == text.firstIndex(of: "#"))
      #expect(text.firstIndex(ofSign: UInt8(ascii: ":")) == text.firstIndex(of: ":"))
    }
  }

  @Test("where bytes stand among others, wherever the first of them is met before")
  func fragments() {
    for text in Self.texts {
      let bytes = Array(text.utf8)
      for fragment in ["a", "aa", "e\u{301}", "Zed7", "é\u{301}", ":(", "\n", "\u{600}#"] {
        let wanted = Array(fragment.utf8)
        let start = bytes.indices.first { bytes[$0...].starts(with: wanted) }
        let found = bytes.withUnsafeBufferPointer { own in
          wanted.withUnsafeBufferPointer { own.firstOffset(of: $0) }
        }
        #expect(found == start, "\(text.debugDescription) \(fragment.debugDescription)")
        #expect(text.hasBytes(of: fragment) == (start != nil))
      }
    }
  }

  @Test("pieces and words, with separators at the ends and side by side")
  func pieces() {
    for text in Self.texts {
      let bytes = text.utf8.split(
        separator: UInt8(ascii: "#"), omittingEmptySubsequences: false)
      #expect(text.pieces(at: UInt8(ascii: "#")).map { Array($0.utf8) } == bytes.map(Array.init))
      let words = text.split { $0.isWhitespace || $0 == "-" }
      #expect(text.words(separatedBy: UInt8(ascii: "-")) == words, "\(text.debugDescription)")
    }
  }

  @Test("whether a text says a label, which is of ASCII")
  func labels() {
    for text in Self.texts {
      let rich = RichText(text)
      for label in ["a:", "Zed", "#", "-7", "a"] {
        #expect(rich.says(label) == (rich.plain == label), "\(text.debugDescription)")
      }
    }
  }

  @Test("link targets")
  func slugs() {
    for text in Self.texts {
      let target = String(text.trimmed().lowercased().map { $0.isWhitespace ? "-" : $0 })
      #expect(Slug.of(text) == target, "\(text.debugDescription)")
    }
  }

  @Test("titles of ASCII letters, digits and single spaces are sound, and nothing else of ASCII is")
  func titles() {
    for title in ["A", "a b", "Box 7", "7"] { #expect(Slug.flaw(of: title) == nil) }
    for title in ["", " a", "a ", "a  b", "a-b", "a\tb", "@", "[", "{"] {
      #expect(Slug.flaw(of: title) != nil, "\(title.debugDescription)")
    }
  }

  @Test("characters that no text may hold, wherever they stand")
  func forbidden() {
    for text in Self.texts {
      let first = text.unicodeScalars.enumerated().first { ForbiddenScalar($1) != nil }
      #expect(ForbiddenScalar.first(in: text)?.offset == first?.offset)
    }
  }

  @Test(
    "letters of answers",
    arguments: [(-1, "a"), (0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba"), (702, "aaa")])
  func letters(_ index: Int, _ letter: String) {
    #expect(Option.letter(index) == letter)
  }
}
