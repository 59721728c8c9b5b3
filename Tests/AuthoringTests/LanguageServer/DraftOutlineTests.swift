// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Library
import Testing

@testable import Authoring

/// What is seen in a text line by line is what Markdown reads in it.
@Suite("Outlines of drafts")
struct DraftOutlineTests {
  private static func outline(_ text: String) -> (OpenDocument, DraftOutline) {
    let document = OpenDocument(
      uri: "file:///a.md", path: "/a.md", version: 1, edition: 1, text: text)
    return (document, DraftOutline(document))
  }

  /// A text, its headings and the destinations of its links.
  private static let cases: [(text: String, headings: [String], links: [String])] = [
    ("# A\n\n## B #\n### C: d\n####x\n", ["A", "B", "C: d"], []),
    ("---\ntitle: x # no\n---\n\n# A\n", ["A"], []),
    ("[a](#b) and [c](d.md#e)", [], ["#b", "d.md#e"]),
    ("[over\ntwo lines](#b)", [], ["#b"]),
    ("[no\n\nlink](#b)", [], []),
    ("`[a](#b)` and ``[c](#d) ` ``", [], []),
    ("`open [a](#b)", [], ["#b"]),
    ("\\[a](#b) [c\\](#d)", [], []),
    ("[a](<#b>) [a](#two words) [a] (#b)", [], ["<#b>"]),
    ("```\n# A\n[a](#b)\n```\n[c](#d)", [], ["#d"]),
    ("~~~\n[a](#b)\n```\n~~~\n[c](#d)", [], ["#d"]),
    ("```\n[a](#b)", [], []),
    ("<!-- [a](#b)\n# A\n-->\n[c](#d)", [], ["#d"]),
    ("<!-- x -->\n\n[c](#d)", [], ["#d"]),
    ("- [x] [a](#b)\n- [ ] c → [d](#e)", [], ["#b", "#e"]),
    ("> [a](#b)\n> # C\n", [], ["#b"]),
    ("| [a](#b) | c |\n|---|---|\n| d | [e](#f) |", [], ["#b", "#f"]),
    ("# A [b](#c)\r\n\r\n## D\r\n", ["A [b](#c)", "D"], ["#c"]),
    ("\u{FEFF}---\ndrill: 1\n---\n# A\n", ["A"], []),
    ("---\nno end", [], []), ("---", [], []), ("", [], []), ("#", [""], []), ("[](", [], []),
  ]

  @Test("headings and links", arguments: cases.indices)
  func seen(_ index: Int) {
    let example = Self.cases[index]
    let (document, outline) = Self.outline(example.text)
    #expect(outline.headings.map(\.text) == example.headings, "\(example.text)")
    #expect(outline.links.map(\.destination) == example.links, "\(example.text)")
    for link in outline.links { #expect(document.text(link.target) == link.destination) }
    for heading in outline.headings { #expect(document.text(heading.words) == heading.text) }
  }

  @Test("in the library's files it finds the headings and links that Markdown has")
  func library() throws {
    let files = try SampleDrafts.files()
    #expect(files.count > 10)
    for (path, text) in files {
      let (_, outline) = Self.outline(text)
      let diagnostics = Diagnostics()
      let source = try #require(
        SourceText(file: path, bytes: Array(text.utf8), diagnostics: diagnostics))
      let matter = FrontMatter.read(source, diagnostics: diagnostics)
      let blocks = MarkdownParser.parse(
        source, fromLine: matter.markdownLine, diagnostics: diagnostics)
      #expect(outline.matter?.upperBound == matter.markdownLine - 2, "\(path)")
      var headings: [String] = []
      var links: [String] = []
      func look(_ blocks: [MarkdownBlock]) {
        for block in blocks {
          switch block.kind {
          case .heading(_, let text):
            headings.append("\(block.place.line) \(text.plain)")
            links += text.links.map(\.destination)
          case .paragraph(let text): links += text.links.map(\.destination)
          case .quote(let inner): look(inner)
          case .list(let list): for item in list.items { look(item.blocks) }
          case .table(let table):
            links += table.rows.flatMap { $0.cells.flatMap { $0.links.map(\.destination) } }
          case .code, .comment, .html, .rule: break
          }
        }
      }
      look(blocks)
      #expect(outline.headings.map { "\($0.line + 1) \($0.text)" } == headings, "\(path)")
      #expect(outline.links.map(\.destination) == links, "\(path)")
    }
  }
}
