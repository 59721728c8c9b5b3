// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import DrillKit
import FoundationEssentials
import Testing

/// Every code has an entry that teaches, and every example in it is run.
@Suite("The book of codes")
struct CodeBookTests {
  private static let codes = CodeBook.rules.map(\.code)

  @Test("every rule has an entry, and every entry a rule")
  func complete() {
    #expect(CodeBook.entries.map(\.code).sorted() == CodeBook.rules.map(\.code).sorted())
    #expect(Set(CodeBook.rules.map(\.code)).count == CodeBook.rules.count)
    #expect(CodeBook.rules.count > 130)
  }

  @Test("no rule of the program is left out of the list")
  func sources() throws {
    let root = String(
      #filePath.dropLast("/Tests/AuthoringTests/Findings/CodeBookTests.swift".count))
    var declared: Set<String> = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: root + "/Sources")
    where name.hasSuffix(".swift") {
      let data = try #require(FileManager.default.contents(atPath: root + "/Sources/" + name))
      let text = String(decoding: data, as: UTF8.self)
      for match in text.matches(of: /Rule\(\s*"([A-Z][0-9]{3})"/) {
        declared.insert(String(match.output.1))
      }
    }
    #expect(declared == Set(Self.codes))
  }

  @Test("the wrong example breaks that rule and no other", arguments: codes)
  func wrong(code: String) throws {
    guard let example = CodeBook.entry(code)?.example else { return }
    let found = try CodeFrame.findings(example.wrong, in: example.frame)
    #expect(
      Set(found.map(\.rule.code)) == [code], "\(found.map(\.description).joined(separator: "\n"))")
  }

  @Test("the right example breaks none", arguments: codes)
  func right(code: String) throws {
    guard let example = CodeBook.entry(code)?.example else { return }
    let found = try CodeFrame.findings(example.right, in: example.frame)
    #expect(found.isEmpty, "\(found.map(\.description).joined(separator: "\n"))")
  }

  @Test("each entry teaches in whole sentences", arguments: codes)
  func words(code: String) throws {
    let entry = try #require(CodeBook.entry(code))
    for text in [entry.meaning, entry.remedy] + [entry.origin].compactMap(\.self) {
      #expect(text.count >= 30 && text.count <= 500, "\(text)")
      #expect(text.last.map { ".!?…)".contains($0) } == true || text.hasSuffix("”"), "\(text)")
      #expect(text.first?.isUppercase == true || text.hasPrefix("“"), "\(text)")
      // The entry about such marks names them.
      #expect((code == "D140" || !text.contains("TODO")) && !text.contains("  "), "\(text)")
    }
    #expect((entry.example == nil) == (entry.origin != nil))
    #expect(entry.meaning.count >= 80, "\(entry.meaning)")
    if let example = entry.example { #expect(example.wrong != example.right) }
  }

  @Test("each kind of place is used, and said in words")
  func frames() {
    let used = Set(CodeBook.entries.compactMap(\.example?.frame))
    #expect(used == Set(CodeEntry.Frame.allCases))
    #expect(Set(CodeEntry.Frame.allCases.map(\.words)).count == CodeEntry.Frame.allCases.count)
  }

  @Test(
    "codes as people type them",
    arguments: [
      ("D101", "D101"), ("d101", "D101"), ("D101:", "D101"), (" d101 ", "D101"), ("s1", "S001"),
      ("S01", "S001"), ("p12", "P012"), ("D12", nil), ("D999", nil), ("101", nil), ("", nil),
      ("D", nil), ("D1011", nil), ("D١٠١", nil), ("--", nil),
    ])
  func typed(text: String, code: String?) { #expect(CodeBook.code(typed: text) == code) }

  @Test("Documentation/codes.md is what the program tells")
  func page() throws {
    let root = String(
      #filePath.dropLast("/Tests/AuthoringTests/Findings/CodeBookTests.swift".count))
    let path = "\(root)/Documentation/codes.md"
    let written = FileManager.default.contents(atPath: path).map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(
      written == CodeBook.markdown,
      "Make it anew: swift run drillhall explain-code --markdown > Documentation/codes.md")
  }

  @Test("each link of the page leads to one of its sections")
  func anchors() {
    let lines = CodeBook.markdown.split(separator: "\n")
    let sections = Set(
      lines.filter { $0.hasPrefix("## ") && $0.dropFirst(7).first == " " }
        .map { line in
          String(
            line.dropFirst(3).lowercased().filter {
              $0.isLetter || $0.isNumber || " -_".contains($0)
            }
            .map { $0 == " " ? "-" : $0 })
        })
    for rule in CodeBook.rules {
      #expect(sections.contains { $0.hasPrefix(rule.code.lowercased() + "-") })
    }
    let links = lines.filter { $0.hasPrefix("| [") }.compactMap { line in
      line.split(separator: "(#").last?.prefix { $0 != ")" }
    }
    #expect(links.count == CodeBook.rules.count)
    for link in links { #expect(sections.contains(String(link)), "\(link)") }
  }
}
