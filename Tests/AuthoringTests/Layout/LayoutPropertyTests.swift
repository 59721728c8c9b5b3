// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import FoundationEssentials
import Library
import TestSupport
import Testing

@testable import Authoring

/// What holds for the layout of any text.
@Suite("The layout of the library")
struct LayoutPropertyTests {
  private static let root = String(
    String(#filePath).dropLast("/Tests/AuthoringTests/Layout/LayoutPropertyTests.swift".count))

  /// Every drill and policy of the repository.
  private static let files: [String] = ["Drills", "Policies", "Tests/Golden"].flatMap { folder in
    LibraryFolder("\(root)/\(folder)").files(diagnostics: Diagnostics()).map {
      String($0.path.dropFirst(root.count + 1))
    }
  }

  private static func text(_ file: String) throws -> String {
    let data = try #require(FileManager.default.contents(atPath: "\(root)/\(file)"))
    return String(decoding: data, as: UTF8.self)
  }

  @Test("the repository has files to look at")
  func hasFiles() {
    #expect(Self.files.count >= 12)
  }

  @Test("each file of the repository stands as it should", arguments: files)
  func library(file: String) throws {
    let text = try Self.text(file)
    #expect(try LaidOut(file: text).text == text)
  }

  @Test("the drill that the reference shows stands as it should")
  func reference() throws {
    let page = try Self.text("Documentation/drill-format.md")
    let start = try #require(page.firstRange(of: "```markdown\n---\n")).upperBound
    let end = try #require(page[start...].firstRange(of: "\n```\n")).lowerBound
    let drill = "---\n" + page[start..<end] + "\n"
    #expect(try LaidOut(file: drill).text == drill)
  }

  @Test("a new drill is written as it should stand")
  func new() throws {
    var new = NewDrill(reviewBy: CalendarDate(daysSinceEpoch: 21_000))
    new.title = "The bag at the door"
    new.audience = "front-desk"
    new.competency = "triage"
    new.scene = "At the door"
    new.happening = "> A bag stands there, and nobody with it."
    new.question = "What first?"
    new.right = NewDrill.Said("(Ask) whose it is.", why: "Most bags have an owner.")
    new.wrong = [
      NewDrill.Said("1. Open it.", why: "Never."), NewDrill.Said("- Wait.", why: "Too late."),
    ]
    #expect(try LaidOut(file: new.text).text == new.text)
  }

  @Test("a file that was made untidy becomes what it was", arguments: files)
  func untidy(file: String) throws {
    let text = try Self.text(file)
    for seed in 1...8 {
      let untidy = Untidy.text(text, seed: UInt64(seed))
      #expect(untidy != text)
      let result = try LaidOut(file: untidy).text
      guard result != text else { continue }
      let diff = UnifiedDiff.bytes(path: file, from: Array(text.utf8), to: Array(result.utf8))
      Issue.record("seed \(seed):\n\(String(decoding: diff, as: UTF8.self))")
      return
    }
  }

  @Test("a damaged file is laid out once and for all, or left alone", arguments: files)
  func damaged(file: String) throws {
    var random = Seeded(UInt64(file.utf8.count))
    let bytes = Array(try Self.text(file).utf8)
    let signs = Array(" \n\n\t>-*#|`~_[](){}1.;:\\<!".utf8)
    for _ in 0..<40 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        let index = Int.random(in: 0..<damaged.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: damaged.remove(at: index)
        case 1: damaged.insert(signs.randomElement(using: &random) ?? 0x20, at: index)
        default: damaged[index] = signs.randomElement(using: &random) ?? 0x20
        }
      }
      expectStable(damaged, file)
    }
  }

  /// Signs that mean something to Markdown or to the language, and words between them.
  private static let pieces = [
    "- ", "* ", "+ ", "1. ", "2) ", "10. ", "> ", ">", "# ", "### Choose: ", "[x] ", "[ ] ",
    "(50%;coach) ", "(a)", "_id: a;2 points_", "*when passed*", "word", "two words", "`a  b`",
    "```",
    "~~~", "<!-- c -->", "<!--", "-->", "| a | b |", "|---|---|", "|:-:|", "a | b", "---", "***",
    "* * *", "===", "\n", "\n", "\n\n", "\n\n", "  ", "    ", "\t", " ", "\\", "\\|", "  \n",
    "\\\n",
    "&amp;", "<b>", "[a](#b)", "![i](j)", "Facts:", "> **A:** b", "- [x] c", "  > e", "é東",
    "\u{301}", "\u{A0}", "|", "##",
  ]

  @Test("any signs in any order are laid out once and for all, or left alone", arguments: 1...4)
  func anything(seed: Int) {
    var random = Seeded(UInt64(seed))
    for _ in 0..<400 {
      var text = random.chance(50) ? "---\ndrill: 1\n---\n" : "---\npolicy: a\n---\n\n"
      for _ in 0..<Int.random(in: 1...14, using: &random) {
        text += Self.pieces.randomElement(using: &random) ?? ""
      }
      expectStable(Array(text.utf8), "any.md")
    }
  }

  /// What comes out changed does not change again, and nothing is laid out as something else.
  private func expectStable(_ bytes: [UInt8], _ file: String) {
    let text = String(decoding: bytes, as: UTF8.self)
    switch Layout.of(file: file, bytes: bytes) {
    case .unchanged, .unreadable: break
    case .unproven(let fault): Issue.record("\(fault): \(text.debugDescription)")
    case .changed(let once):
      guard case .unchanged = Layout.of(file: file, bytes: once) else {
        Issue.record("not the same the second time: \(text.debugDescription)")
        return
      }
    }
  }
}
