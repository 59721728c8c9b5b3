// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import TestSupport
import Testing

@testable import Authoring

/// Whatever comes, the server goes on, and each request gets one answer.
@Suite("Hostile clients")
struct HostileClientTests {
  @Test("bytes at random never end it", arguments: 0..<12)
  func randomBytes(seed: UInt64) throws {
    var random = Seeded(seed)
    let server = try ServerDesk.begun().server
    var reader = MessageReader()
    let heads = [
      "Content-Length: 12\r\n\r\n", "Content-Length: -1\n\n", "\r\n\r\n", "{", "\"", "[1,2",
    ]
    for _ in 0..<200 {
      var bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      if random.chance(60) {
        bytes = Array((heads.randomElement(using: &random) ?? "").utf8) + bytes
      }
      for event in reader.take(bytes) { _ = server.receive(event) }
    }
    #expect(server.exitStatus == nil)
  }

  /// Messages that are none, and the code of the answer.
  private static let wrong: [(message: String, code: Int?)] = [
    ("", -32700), ("{", -32700), ("nonsense", -32700), ("\u{0}", -32700), ("[]", -32600),
    ("[{\"id\":1}]", -32600), ("7", -32600), ("null", -32600), ("{}", -32600),
    ("{\"method\":7}", -32600), ("{\"id\":1.5,\"method\":\"x\"}", -32600),
    ("{\"id\":{},\"method\":\"x\"}", -32600),
    ("{\"id\":1,\"method\":\"textDocument/hover\"}", -32602),
    ("{\"id\":1,\"method\":\"textDocument/hover\",\"params\":[]}", -32602),
    ("{\"id\":1,\"method\":\"textDocument/hover\",\"params\":{\"textDocument\":{}}}", -32602),
    ("{\"id\":\"a\",\"method\":\"$/unknown\"}", -32601), ("{\"id\":9,\"result\":null}", nil),
    ("{\"method\":\"$/unknown\"}", nil),
    ("{\"method\":\"textDocument/didOpen\",\"params\":3}", nil),
    ("{\"id\":null,\"method\":\"initialized\"}", nil),
    (String(repeating: "[", count: 100_000), -32700),
    ("{\"id\":1,\"method\":\"\\ud800\"}", -32600),
  ]

  @Test("messages that are none get the right code", arguments: wrong.indices)
  func wrongMessages(_ index: Int) throws {
    let example = Self.wrong[index]
    let server = try ServerDesk.begun().server
    let out = server.receive(.message(Array(example.message.utf8)))
    var reader = MessageReader()
    let answers = try reader.take(out.joined()).compactMap { event -> JSON? in
      if case .message(let bytes) = event { return try JSON(bytes: bytes) }
      return nil
    }
    #expect(answers.map { $0["error"]["code"].number } == (example.code.map { [$0] } ?? []))
  }

  private static let methods = [
    "completion", "hover", "definition", "references", "documentSymbol", "prepareRename",
    "formatting", "codeAction", "rename",
  ].map { "textDocument/\($0)" }

  @Test("edits at random, and everything is asked at places at random", arguments: 0..<4)
  func randomEdits(seed: UInt64) throws {
    var random = Seeded(seed)
    let files = try SampleDrafts.files()
    let file = files[Int(seed) % files.count]
    let uri = "file://\(file.path)"
    let desk = try ServerDesk.begun()
    desk.open(uri, file.text)
    let pieces = [
      "\n", "[", "](", "#", "`", "```\n", "<!--", "_", "- [ ] ", "---\n", "### Choose", ":", "|",
      "🚒",
      "\r", "\u{FEFF}", "→", "(50%", "    ", "\u{1B}", "Facts:\n\n- ", "~~", "**",
    ]
    let lines = file.text.utf8.count { $0 == 0x0A }
    for step in 0..<25 {
      func number(_ limit: Int) -> JSON {
        .number(Double(Int.random(in: -1...limit, using: &random)))
      }
      let line = Int.random(in: 0...lines, using: &random)
      desk.notify(
        "textDocument/didChange",
        [
          "textDocument": ["uri": .text(uri), "version": .number(Double(step + 9))],
          "contentChanges": [
            [
              "range": [
                "start": ["line": .number(Double(line)), "character": number(40)],
                "end": [
                  "line": .number(Double(line + (random.chance(20) ? 1 : 0))),
                  "character": number(40),
                ],
              ],
              "text": .text(pieces.randomElement(using: &random) ?? ""),
            ]
          ],
        ])
      for method in Self.methods {
        let answer = try desk.ask(
          method,
          [
            "textDocument": ["uri": .text(uri)],
            "position": ["line": number(lines + 3), "character": number(90)],
            "range": [
              "start": ["line": 0, "character": 0], "end": ["line": number(lines), "character": 0],
            ],
            "newName": .text("Title \(step)"), "context": ["diagnostics": []],
            "options": ["tabSize": 2, "insertSpaces": true],
          ])
        #expect(answer.keys.contains("result") || answer["error"]["code"].number == -32803)
      }
      if random.chance(30) { desk.work() }
    }
    desk.work()
    #expect(desk.server.exitStatus == nil)
  }

  @Test("a cancelled layout is answered as such, and a document that closes answers what waits")
  func cancelling() throws {
    let desk = try ServerDesk.begun()
    let uri = "file://\(SampleDrafts.drills)/escalation/lost-laptop.md"
    desk.open(uri, "---\ndrill: 1\n---\n")
    for id in 71...73 {
      desk.send([
        "id": .number(Double(id)),
        "method": id == 73 ? "textDocument/codeAction" : "textDocument/formatting",
        "params": [
          "textDocument": ["uri": .text(uri)], "range": LanguageClient.range([0, 0, 1, 0]),
        ],
      ])
    }
    desk.notify("$/cancelRequest", ["id": 71])
    desk.notify("textDocument/didClose", ["textDocument": ["uri": .text(uri)]])
    desk.work()
    func answers(_ id: Int) -> [JSON] { desk.told.filter { $0["id"].number == id } }
    #expect(answers(71).map { $0["error"]["code"].number } == [-32800])
    #expect(answers(72).map { $0["result"] } == [[]])
    #expect(answers(73).map { $0["result"] } == [[]])
  }

  @Test("no more documents are kept than an editor can have in view")
  func manyDocuments() throws {
    let desk = try ServerDesk.begun()
    for number in 0..<(LanguageServer.maximumDocuments + 50) {
      desk.open("file:///x/\(number).md", "# A\n")
    }
    #expect(desk.server.documents.count == LanguageServer.maximumDocuments)
  }
}
