// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Library
import TestSupport
import Testing

@testable import Authoring

/// Hover, definition, references, symbols, changes and layout.
@Suite("Answers of a language server")
struct AnswerTests {
  /// A drill of the library.
  static let uri = "file://\(SampleDrafts.drills)/escalation/lost-laptop.md"

  private static func text(_ name: String) throws -> String {
    try #require(SampleDrafts.files().first { $0.path.hasSuffix("/\(name).md") }).text
  }

  /// A server that has looked at a text.
  static func desk(_ text: String, _ uri: String = uri) throws -> ServerDesk {
    let desk = try ServerDesk.begun()
    desk.open(uri, text)
    desk.work()
    return desk
  }

  /// The place of the first time that a text stands in another, so many characters into it.
  private static func place(
    _ words: String, in text: String, into count: Int = 1, _ uri: String = uri
  ) throws -> JSON {
    let found = try #require(text.firstRange(of: words), "\(words)")
    let cut = text.index(found.lowerBound, offsetBy: count)
    return try MarkedDraft(text[..<cut] + "‸" + text[cut...]).place(uri)
  }

  // MARK: Hover

  /// Words of the drill, and what is told of them.
  private static let hovers: [(words: String, told: String)] = [
    ("### Escalate", "Right: escalate"), ("### Escalate", "**Escalate**: Who is told"),
    ("duty: escalation", "**duty**: What it trains."),
    ("review-by:", "somebody must look at it again"),
    ("competency: escalation", "Tells the right owner"),
    ("4 points", "The weight"), ("- Incident: lost device", "“Severity”"),
    ("competencies:", "**competencies**"), ("id: tell", "A stable name"),
    ("## Everybody at once", "`#everybody-at-once`"),
    ("[Everybody at once](#everybody-at-once)", "**Everybody at once**"),
  ]

  @Test("what is told of a place", arguments: hovers.indices)
  func hover(_ index: Int) throws {
    let example = Self.hovers[index]
    let text = try Self.text("lost-laptop")
    let answer = try Self.desk(text).ask(
      "textDocument/hover", try Self.place(example.words, in: text, into: 2))
    let told = answer["result"]["contents"]["value"].text ?? "nothing"
    #expect(told.contains(example.told), "\(told)")
  }

  @Test("each link of the library to a policy tells the clause, and leads to it")
  func clauses() throws {
    for (path, text) in try SampleDrafts.files() where path.contains("/Drills/") {
      let uri = "file://\(path)"
      let desk = try Self.desk(text, uri)
      let document = OpenDocument(uri: uri, path: path, version: 1, edition: 1, text: text)
      for link in DraftOutline(document).links where !link.destination.hasPrefix("#") {
        let at = document.position(of: link.target.lowerBound, .utf16)
        let place = LanguageClient.place(uri, at.line, at.character)
        let told = try desk.ask("textDocument/hover", place)["result"]["contents"]["value"].text
        #expect((told ?? "").contains("version"), "\(link.destination)")
        let found = try desk.ask("textDocument/definition", place)["result"][0]
        let name = try #require(
          link.destination.split(separator: "#").first?.split(separator: "/").last)
        #expect(found["uri"].text?.hasSuffix("/Policies/\(name)") == true)
        let policy = try #require(
          try SampleDrafts.files().first { $0.path.hasSuffix("/Policies/\(name)") })
        let line = found["range"]["start"]["line"].number ?? -1
        let lines = policy.text.split(separator: "\n", omittingEmptySubsequences: false)
        if let slug = link.destination.split(separator: "#").dropFirst().first {
          let words = lines[line].drop { "#- 0123456789.".contains($0) }
          #expect(lines[line].hasPrefix("#") ? Slug.of(words) == slug : !words.isEmpty)
        }
      }
    }
  }

  @Test("every item of the library has its verb's meaning, and what is right where there is one")
  func items() throws {
    var count = 0
    for (path, text) in try SampleDrafts.files() where path.contains("/Drills/") {
      let uri = "file://\(path)"
      let desk = try Self.desk(text, uri)
      for (line, words) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      where words.hasPrefix("### ") {
        let place = LanguageClient.place(uri, line, 5)
        let told = try desk.ask("textDocument/hover", place)["result"]["contents"]["value"].text
        let isScored = !words.hasPrefix("### Decide") && !words.hasPrefix("### Acknowledge")
        #expect(told?.hasPrefix("**") == true, "\(words)")
        if isScored { #expect(told?.contains("Right: ") == true, "\(words)") }
        count += 1
      }
    }
    #expect(count > 40)
  }

  @Test("a finding tells what its rule is for")
  func findings() throws {
    let text = try Self.text("lost-laptop").replacing("](#everybody-at-once)", with: "](#nowhere)")
    let answer = try Self.desk(text).ask(
      "textDocument/hover", try Self.place("(#nowhere)", in: text))
    #expect(answer["result"]["contents"]["value"].text?.contains("**D202**") == true)
  }

  // MARK: Places

  @Test("a link leads to the scene, a reference to the item")
  func definition() throws {
    let text = """
      ---
      drill: 1
      ---

      # A

      ## One

      ### Choose: What?

      _id: first_

      - [x] This. → [Two](#two)

      Next:

      - [Two](#two) when failed [first](#one)
      - [Two](#two) when failed [two.1](#two)
      - [End](#end) otherwise

      ## Two

      ### Choose: And?

      ## End
      """
    let desk = try Self.desk(text)
    let cases = [
      ("→ [Two](#two)", 5, 20), ("[first](#one)", 2, 8), ("[two.1](#two)", 2, 22),
      ("[End](#end)", 2, 24),
    ]
    for (words, into, line) in cases {
      let answer = try desk.ask(
        "textDocument/definition", try Self.place(words, in: text, into: into))
      #expect(answer["result"][0]["range"]["start"]["line"].number == line, "\(words)")
    }
    let references = try desk.ask(
      "textDocument/references", try Self.place("## Two", in: text, into: 4))
    #expect(
      references["result"].list.map { $0["range"]["start"]["line"].number } == [20, 12, 16, 17, 17])
  }

  @Test("scenes and their items, as a tree and without one")
  func symbols() throws {
    let text = try Self.text("lost-laptop")
    let parameters: JSON = ["textDocument": ["uri": .text(Self.uri)]]
    let flat = try Self.desk(text).ask("textDocument/documentSymbol", parameters)["result"].list
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("#") }
    #expect(flat.count == lines.count)
    #expect(flat.allSatisfy { $0["location"]["uri"].text == Self.uri })
    let desk = try ServerDesk.begun(
      capabilities: [
        "textDocument": ["documentSymbol": ["hierarchicalDocumentSymbolSupport": true]]
      ])
    desk.open(Self.uri, text)
    let tree = try desk.ask("textDocument/documentSymbol", parameters)["result"].list
    #expect(tree.count == 1)
    let scenes = tree[0]["children"].list
    #expect(
      scenes.compactMap { $0["name"].text }
        == lines.filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) })
    let items = scenes.flatMap { $0["children"].list }
    #expect(
      items.contains {
        $0["detail"].text == "Escalate" && $0["name"].text == "Tell the one who can act."
      })
    for scene in scenes {
      for item in scene["children"].list {
        let (outer, inner) = (scene["range"], item["range"])
        #expect((outer["start"]["line"].number ?? 0) < (inner["start"]["line"].number ?? 0))
        #expect((inner["end"]["line"].number ?? 0) <= (outer["end"]["line"].number ?? 0))
      }
    }
  }

  @Test("drills, scenes and clauses of the whole library are found by words of their titles")
  func librarySymbols() throws {
    let desk = try Self.desk("---\ndrill: 1\n---\n\n# Changed\n\n## Nowhere else at all\n")
    func names(_ query: String) throws -> [String] {
      try desk.ask("workspace/symbol", ["query": .text(query)])["result"].list
        .compactMap { $0["name"].text }
    }
    #expect(try names("card data") == ["Card data"])
    #expect(try names("ELSE nowhere") == ["Nowhere else at all"])
    #expect(try names("the rucksack on the train") == [])
    #expect(try names("no such words at all anywhere") == [])
    #expect(try names("").count > 60)
    let found = try desk.ask("workspace/symbol", ["query": "Changed"])["result"][0]
    #expect(found["location"]["uri"].text == Self.uri)
    #expect(found["location"]["range"]["start"]["line"].number == 4)
  }

  // MARK: Changes

  @Test(
    "the changes are those of check --fix",
    arguments: CodeBook.entries.filter(\.promisesFix).compactMap { entry in
      entry.example.map { (entry.code, $0) }
    }.map { FixCase(code: $0.0, example: $0.1) })
  func fixes(_ example: FixCase) throws {
    guard ![.policy, .policyFront, .answers, .explored].contains(example.example.frame) else {
      return
    }
    let text = CodeFrame.text(example.example.wrong, in: example.example.frame)
    let found = Diagnostics()
    let path = String(Self.uri.dropFirst(7))
    let shelf = PolicyShelf.reading(
      LibraryFolder(SampleDrafts.policies), open: [:], today: try #require(SampleDrafts.today),
      before: PolicyShelf())
    DrillReader.check(
      file: path, bytes: Array(text.utf8), library: shelf.book,
      in: PolicyFolder(SampleDrafts.policies), today: try #require(SampleDrafts.today),
      diagnostics: found)
    let fixes = found.sorted.compactMap(\.fix)
    // An example about policies of its own finds nothing here.
    guard found.sorted.contains(where: { $0.rule.code == example.code }) else { return }
    let desk = try Self.desk(text)
    let all: JSON = [
      "textDocument": ["uri": .text(Self.uri)],
      "range": LanguageClient.range([0, 0, 10_000, 0]), "context": ["diagnostics": []],
    ]
    let actions = try desk.ask("textDocument/codeAction", all)["result"].list
    let quick = actions.filter { $0["kind"].text == "quickfix" }
    #expect(quick.contains { $0["title"].text?.contains("(\(example.code))") == true })
    for (fix, action) in zip(Array(fixes.uniqued()), quick) {
      let (bytes, _) = try #require(Mending.applying([fix], to: Array(text.utf8)))
      #expect(
        text.applying(action["edit"]["changes"][Self.uri].list)
          == String(decoding: bytes, as: UTF8.self))
    }
    let whole = try #require(actions.first { $0["kind"].text == "source.fixAll.drillhall" })
    let (bytes, _) = try #require(Mending.applying(fixes, to: Array(text.utf8)))
    #expect(
      text.applying(whole["edit"]["changes"][Self.uri].list)
        == String(decoding: bytes, as: UTF8.self))
  }

  @Test(
    "bytes that keep a text from being read are mended",
    arguments: [
      "\u{FEFF}---\ndrill: 1\n---\n", "---\r\ndrill: 1\r\n---\r\n", "---\ntitle: 日本 🚒\r\n---\n",
    ])
  func bytes(_ text: String) throws {
    let answer = try Self.desk(text).ask(
      "textDocument/codeAction",
      [
        "textDocument": ["uri": .text(Self.uri)], "range": LanguageClient.range([0, 0, 1, 0]),
        "context": ["only": ["source.fixAll"]],
      ])
    #expect(answer["result"].list.count == 1)
    let changed = text.applying(answer["result"][0]["edit"]["changes"][Self.uri].list)
    let kept = text.unicodeScalars.filter { $0 != "\r" && $0 != "\u{FEFF}" }
    #expect(changed == String(String.UnicodeScalarView(kept)))
  }

  @Test("layout is that of fmt; a broken text gets no changes and no error")
  func layout() throws {
    let untidy = try Self.text("lost-laptop").replacing("\n## ", with: "\n\n\n## ")
    let desk = try Self.desk(untidy)
    let parameters: JSON = [
      "textDocument": ["uri": .text(Self.uri)], "options": ["tabSize": 2, "insertSpaces": true],
    ]
    let answer = try desk.ask("textDocument/formatting", parameters)
    guard case .changed(let bytes) = Layout.of(file: "a.md", bytes: Array(untidy.utf8)) else {
      Issue.record("nothing to lay out")
      return
    }
    #expect(untidy.applying(answer["result"].list) == String(decoding: bytes, as: UTF8.self))
    for broken in ["", "no front matter", "---\n", "\u{FEFF}---\n", "a\u{0}b"] {
      desk.change(Self.uri, to: broken)
      #expect(try desk.ask("textDocument/formatting", parameters)["result"] == [])
    }
  }
}

/// A rule whose example can be mended.
struct FixCase: Sendable, CustomTestStringConvertible {
  let code: String
  let example: CodeEntry.Example
  var testDescription: String { code }
}

extension Sequence where Element: Hashable {
  /// The elements, each once.
  fileprivate func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
