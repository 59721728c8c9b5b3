// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import TestSupport
import Testing

@testable import Authoring

/// Places as an editor counts them, and changes of stretches.
@Suite("Documents of a language server")
struct OpenDocumentTests {
  private static func document(_ text: String) -> OpenDocument {
    OpenDocument(uri: "file:///a.md", path: "/a.md", version: 1, edition: 1, text: text)
  }

  /// A text, an offset in bytes, its line, and its character in UTF-8, UTF-16 and UTF-32.
  private static let places:
    [(text: String, offset: Int, line: Int, utf8: Int, utf16: Int, utf32: Int)] = [
      ("", 0, 0, 0, 0, 0),
      ("abc", 2, 0, 2, 2, 2),
      ("a\nbc", 3, 1, 1, 1, 1),
      ("日本\n語x", 6, 0, 6, 2, 2),
      ("日本\n語x", 10, 1, 3, 1, 1),
      ("🚒🚒x", 8, 0, 8, 4, 2),
      ("👩‍🚒 e\u{301}", 11, 0, 11, 5, 3),
      ("\u{FEFF}ab", 4, 0, 4, 2, 2),
      ("a\r\nb\r\nc", 6, 2, 0, 0, 0),
      ("a\rb\rc", 4, 2, 0, 0, 0),
      ("a\r\rb", 3, 2, 0, 0, 0),
      ("ä\n", 3, 1, 0, 0, 0),
    ]

  @Test("an offset and its place are one, in every encoding", arguments: places.indices)
  func counted(_ index: Int) {
    let place = Self.places[index]
    let document = Self.document(place.text)
    for (encoding, character) in [
      (PositionEncoding.utf8, place.utf8), (.utf16, place.utf16), (.utf32, place.utf32),
    ] {
      let position = LSPPosition(line: place.line, character: character)
      #expect(document.position(of: place.offset, encoding) == position, "\(encoding)")
      #expect(document.offset(of: position, encoding) == place.offset, "\(encoding)")
    }
  }

  /// Places that are none, and the offset that is meant.
  private static let odd: [(text: String, line: Int, character: Int, offset: Int)] = [
    ("ab\ncd", 0, 99, 2), ("ab\r\ncd", 0, 99, 2), ("ab\ncd", 9, 0, 5), ("ab\ncd", -1, 4, 0),
    ("ab\ncd", 1, -4, 3), ("🚒x", 0, 1, 0), ("🚒x", 0, 3, 5),
    ("ab", 0, Int.max, 2), ("ab", Int.max, Int.max, 2),
  ]

  @Test("places that are none mean the nearest one", arguments: odd.indices)
  func nearest(_ index: Int) {
    let place = Self.odd[index]
    #expect(
      Self.document(place.text).offset(
        of: LSPPosition(line: place.line, character: place.character), .utf16) == place.offset)
  }

  @Test("the project's places: lines after LF, columns in scalars")
  func projectPlaces() {
    let document = Self.document("a\rb\r\n日🚒x\n")
    #expect(document.offset(of: Place(file: "", line: 2, column: 3)) == 12)
    #expect(document.position(of: 12, .utf16) == LSPPosition(line: 2, character: 3))
    #expect(document.offset(of: Place(file: "", line: 9, column: 1)) == 14)
    #expect(document.offset(of: Place(file: "", line: 1, column: 99)) == 4)
  }

  @Test("changes at random come to the text that a plain string comes to", arguments: 0..<40)
  func changes(seed: UInt64) {
    var random = Seeded(seed)
    let pieces = ["a", "\n", "\r\n", "\r", "日", "🚒", "e\u{301}", "\u{FEFF}", "", "long words\n"]
    let encoding = [PositionEncoding.utf8, .utf16, .utf32][Int(seed % 3)]
    var text = "start\nhere 🚒\n"
    var document = Self.document(text)
    for _ in 0..<100 {
      let scalars = Array(text.unicodeScalars)
      let first = Int.random(in: 0...scalars.count, using: &random)
      let last = Int.random(in: first...min(scalars.count, first + 5), using: &random)
      let new = (0..<3).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      func offset(_ count: Int) -> Int {
        scalars.prefix(count).reduce(0) { $0 + UTF8.width($1) }
      }
      let range = document.range(offset(first)..<offset(last), encoding)
      // Between CR and LF there is no place: an editor names none.
      let isWithinEnd = [first, last].contains { at in
        at > 0 && at < scalars.count && scalars[at - 1] == "\r" && scalars[at] == "\n"
      }
      if isWithinEnd { continue }
      document.replace(range, with: new, encoding)
      var changed = String.UnicodeScalarView(scalars[..<first])
      changed.append(contentsOf: new.unicodeScalars)
      changed.append(contentsOf: scalars[last...])
      text = String(changed)
      #expect(document.bytes == Array(text.utf8))
    }
  }

  @Test("a text beyond what is kept can't be changed in part, and a whole one mends that")
  func tooLarge() {
    var document = Self.document("a")
    document.replaceAll(with: String(repeating: "x", count: OpenDocument.maximumBytes + 9))
    #expect(document.isTooLarge)
    let start = LSPPosition(line: 0, character: 0)
    document.replace(LSPRange(start: start, end: start), with: "y", .utf16)
    #expect(document.bytes.first == UInt8(ascii: "x"))
    document.replaceAll(with: "small")
    #expect(!document.isTooLarge && document.bytes == Array("small".utf8))
  }

  @Test("URIs and paths")
  func uris() {
    let cases: [(uri: String, path: String?)] = [
      ("file:///a/b%20c.md", "/a/b c.md"), ("file://localhost/a.md", "/a.md"),
      ("FILE:///a.md", "/a.md"), ("file:///%E6%97%A5.md", "/日.md"), ("file:///a%zz.md", "/a%zz.md"),
      ("file:///a%00.md", nil), ("file:///%ff.md", nil), ("file://host/a.md", nil),
      ("file://", nil), ("untitled:Untitled-1", nil), ("", nil),
    ]
    for (uri, path) in cases { #expect(FileURI.path(of: uri) == path, "\(uri)") }
    for path in ["/a/b c.md", "/日.md", "/a#b?c%d.md"] {
      #expect(FileURI.path(of: FileURI.uri(of: path)) == path)
    }
  }
}
