// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import FoundationEssentials
import Library
import Testing

@testable import Authoring

/// A drill that is translated into its own words is the same drill, whichever keys are left out: for
/// every drill of the repository and every one that the documentation shows.
@Suite("A drill as its own translation")
struct SelfTranslationTests {
  private static let root = String(
    String(#filePath).dropLast(
      "/Tests/AuthoringTests/Translation/SelfTranslationTests.swift".count))

  private static func text(_ file: String) -> String {
    String(
      decoding: FileManager.default.contents(atPath: "\(root)/\(file)") ?? Data(), as: UTF8.self)
  }

  /// Drills by what they are called: the library's, and those between the fences of a page.
  static let drills: [String: String] = {
    var found: [String: String] = [:]
    let silent = Diagnostics()
    for file in LibraryFolder("\(root)/Drills").files(diagnostics: silent) {
      let text = text(String(file.path.dropFirst(root.count + 1)))
      if !TranslationFront.isMeant(Array(text.utf8)) { found[file.name] = text }
    }
    for page in ["items", "writing", "drill-format"] {
      let blocks = text("Documentation/\(page).md").split(separator: "```markdown\n").dropFirst()
      for (index, block) in blocks.enumerated() where block.hasPrefix("---\n") {
        let end = block.firstRange(of: "\n```")?.lowerBound ?? block.endIndex
        found["\(page) \(index + 1)"] = block[..<end] + "\n"
      }
    }
    return found
  }()

  /// The keys that a translator may leave out.
  enum Keys: CaseIterable { case kept, leftOut }

  /// A drill's text as a translation into a language that it is not in.
  private static func translation(_ text: String, _ keys: Keys) throws -> String {
    let silent = Diagnostics()
    let bytes = Array(text.utf8)
    let source = try #require(SourceText(file: "drill.md", bytes: bytes, diagnostics: silent))
    let drill = try #require(
      DrillReader.read(file: "drill.md", bytes: bytes, diagnostics: silent).first)
    let language = try #require(LanguageTag("en-x-same"))
    let begun = NewTranslation(of: source, drill.header, into: language).text
    guard keys == .leftOut else { return begun }
    let lines = begun.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return bare(lines).joined(separator: "\n")
  }

  /// Lines without settings, conditions, boxes, marks, targets and the prices of hints.
  private static func bare(_ lines: [String]) -> [String] {
    lines.compactMap { line -> String? in
      if line.hasPrefix("_"), line.hasSuffix("_") { return nil }
      if line.hasPrefix("Hint ("), let close = line.firstIndex(of: ")") {
        return "Hint" + line[line.index(after: close)...]
      }
      let marker = line.prefix { $0.isNumber || $0 == "." || $0 == "-" || $0 == " " }
      guard !marker.isEmpty, !line.hasPrefix(" "), let box = line.dropFirst(marker.count).first,
        box == "[" || box == "("
      else { return line }
      var rest = line.dropFirst(marker.count)
      for box in ["[x] ", "[ ] "] where rest.hasPrefix(box) { rest = rest.dropFirst(box.count) }
      if rest.hasPrefix("("), let close = rest.firstIndex(of: ")"), !rest.contains("(timed out"),
        !rest.contains("(otherwise")
      {
        rest = rest[rest.index(after: close)...].drop { $0 == " " }
      }
      if rest.hasSuffix(")"), let arrow = rest.ranges(of: " → [").last {
        rest = rest[..<arrow.lowerBound]
      }
      return String(marker) + rest
    }
  }

  @Test("is the same drill", arguments: drills.keys.sorted(), Keys.allCases)
  func same(name: String, keys: Keys) throws {
    let text = try #require(Self.drills[name])
    let file = "drill.en-x-same.md"
    let expand = { (file: String, text: String) in
      ComposedText.expanding(file: file, bytes: Array(text.utf8)) { _ in nil }
    }
    let joined = ComposedText.translation(
      expand(file, try Self.translation(text, keys)), name: TranslationName(path: file),
      original: expand("drill.md", text))
    let problems = joined.findings(with: []).filter { $0.rule.code != "D415" }
    #expect(problems == [])
    let silent = Diagnostics()
    let original = DrillReader.read(file: file, bytes: Array(text.utf8), diagnostics: silent)
    let read = DrillReader.read(file: file, bytes: joined.bytes, diagnostics: silent)
    try #require(!original.isEmpty && original.count == read.count)
    let top = Place(file: file, line: 1)
    for (before, after) in zip(original, read) {
      #expect(after.header.language == "en-x-same")
      // A rubric knows its language as well.
      let words = [before, after].map { drill in
        Portrait(of: drill, at: top).words.filter { !$0.hasPrefix("language String ") }
      }
      let difference = zip(words[0], words[1]).first { $0 != $1 }
      #expect(difference == nil && words[0].count == words[1].count)
    }
  }

  @Test("there are drills to look at")
  func some() {
    #expect(Self.drills.count > 20)
  }
}
