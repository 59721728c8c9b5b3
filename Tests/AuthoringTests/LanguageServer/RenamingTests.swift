// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

@testable import Authoring

/// A scene's new title goes through the drill and its golden answers.
@Suite("Renaming in a language server")
struct RenamingTests {
  @Test(
    "a scene takes its links along, and comes back with them",
    arguments: [
      "lost-laptop", "the-post", "cold-room", "courier-list", "card-in-the-chat", "what-robin-said",
    ])
  func rename(_ name: String) throws {
    let file = try #require(SampleDrafts.files().first { $0.path.hasSuffix("/\(name).md") })
    let uri = "file://\(file.path)"
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, words) in lines.enumerated()
    where words.hasPrefix("## ") && !["## End", "## Variants"].contains(words) {
      let desk = try AnswerTests.desk(file.text, uri)
      #expect(desk.findings(uri).isEmpty)
      func renamed(_ text: String, to title: String) throws -> String {
        let answer = try desk.ask(
          "textDocument/rename",
          [
            "textDocument": ["uri": .text(uri)],
            "position": ["line": .number(Double(line)), "character": 4],
            "newName": .text(title),
          ])
        return text.applying(answer["result"]["changes"][uri].list)
      }
      let changed = try renamed(file.text, to: "Ein neuer Titel 7")
      #expect(changed.contains("## Ein neuer Titel 7\n"))
      desk.change(uri, to: changed)
      #expect(desk.findings(uri).isEmpty, "\(words): \(desk.findings(uri))")
      #expect(try renamed(changed, to: String(words.dropFirst(3))) == file.text)
    }
  }

  @Test(
    "ids of items that are known by their scene go along, and words that mean something else stay")
  func renamedIDs() throws {
    let text =
      "---\ndrill: 1\n---\n\n# A\n\n## One\n\n### Choose: What?\n\n## Two\n\n"
      + "_when passed [one.1](#one) and failed [One](#one)_\n\nBack [there](#one), `[x](#one)`.\n"
    let desk = try AnswerTests.desk(text)
    let answer = try desk.ask(
      "textDocument/rename",
      [
        "textDocument": ["uri": .text(AnswerTests.uri)], "position": ["line": 6, "character": 4],
        "newName": "Another one",
      ])
    let changed = text.applying(answer["result"]["changes"][AnswerTests.uri].list)
    #expect(
      changed.hasSuffix(
        "_when passed [another-one.1](#another-one) and failed [Another one](#another-one)_\n\n"
          + "Back [there](#another-one), `[x](#one)`.\n"))
  }

  @Test("golden answers beside the drill go along")
  func renamedAnswers() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "## Run: a\n\nExpect: pass; scenes One, Two, One more\n\n- **one.1** One\n- **one.12** x\n\n"
        + "## Item: one.1\n", to: "a.answers.md")
    let uri = "file://" + folder.file("a.md")
    let text = "---\ndrill: 1\n---\n\n# A\n\n## One\n\n### Choose: What?\n\n## Two\n"
    let answer = try AnswerTests.desk(text, uri).ask(
      "textDocument/rename",
      [
        "textDocument": ["uri": .text(uri)], "position": ["line": 6, "character": 4],
        "newName": "Begin",
      ])
    let edits = answer["result"]["changes"]["file://" + folder.file("a.answers.md")].list
    #expect(
      folder.text(of: "a.answers.md")?.applying(edits)
        == "## Run: a\n\nExpect: pass; scenes Begin, Two, One more\n\n- **begin.1** One\n- **one.12** x\n\n"
        + "## Item: begin.1\n")
  }

  /// New titles that a scene can't have.
  private static let refused = [
    "", "  ", "Two", "two", "A", "End", "variants", "a  b", "x: y", "a/b", "#",
  ]

  @Test("titles that can't be are refused in words", arguments: refused)
  func refusal(_ title: String) throws {
    let text = "---\ndrill: 1\n---\n\n# A\n\n## One\n\n## Two\n"
    let answer = try AnswerTests.desk(text).ask(
      "textDocument/rename",
      [
        "textDocument": ["uri": .text(AnswerTests.uri)], "position": ["line": 6, "character": 4],
        "newName": .text(title),
      ])
    #expect(answer["error"]["code"].number == -32803)
    #expect(answer["error"]["message"].text?.hasSuffix(".") == true)
  }

  @Test("only scenes can be renamed, at the heading and at links")
  func prepare() throws {
    let text = "---\ndrill: 1\n---\n\n# A\n\n## One\n\nSee [x](#one).\n"
    let desk = try AnswerTests.desk(text)
    func prepared(_ line: Int, _ character: Int) throws -> JSON {
      try desk.ask(
        "textDocument/prepareRename", LanguageClient.place(AnswerTests.uri, line, character))[
          "result"]
    }
    #expect(try prepared(6, 4)["placeholder"].text == "One")
    #expect(try prepared(8, 8)["range"] == LanguageClient.range([8, 8, 8, 12]))
    #expect(try prepared(8, 1) == .null)
    #expect(try prepared(4, 3) == .null)
  }
}
