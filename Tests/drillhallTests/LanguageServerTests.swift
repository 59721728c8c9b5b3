// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

/// `drillhall lsp`: the real program over real pipes, with a client that follows a script.
@Suite("lsp")
struct LanguageServerTests {
  private let place: Workplace
  private let desk: String
  private let policy: String

  init() throws {
    place = try Workplace()
    desk = "file://" + place.folder.file("Drills/desk.md")
    policy = "file://" + place.folder.file("Policies/escalation.md")
  }

  private func start(_ capabilities: JSON = [:]) throws -> LanguageClient {
    let client = try LanguageClient(
      place.program,
      environment: place.environment.filter {
        !["DRILLHALL_DRILLS", "DRILLHALL_POLICIES"].contains($0.key)
      })
    try client.initialize(root: place.folder.path, capabilities: capabilities)
    return client
  }

  @Test("a sound drill has no findings, a broken one has them with places and fixes")
  func findings() throws {
    let client = try start()
    try client.open(desk, SampleLibrary.desk)
    #expect(try client.findings(desk) == [])
    try client.change(
      desk, to: SampleLibrary.desk.replacing("You have the desk.", with: "See [it](#it)."))
    let found = try client.findings(desk)
    #expect(found.map { $0["code"].text } == ["D202"])
    #expect(found[0]["severity"].number == 1)
    #expect(found[0]["range"] == LanguageClient.range([24, 8, 24, 13]))
    #expect(found[0]["message"].text?.contains("#it") == true)
    try client.change(desk, [24, 0, 24, 14], to: "You have the desk.")
    #expect(try client.findings(desk) == [])
    try client.notify("textDocument/didClose", ["textDocument": ["uri": .text(desk)]])
    _ = try client.next { $0["method"].text == "textDocument/publishDiagnostics" }
    #expect(try client.leave() == .exited(0))
    #expect(client.complaints.isEmpty)
  }

  @Test("a snippet stands in its place, and what is wrong in it is told with its file and line")
  func snippet() throws {
    try place.folder.makeFolder("Drills/snippets")
    try place.folder.write("# Desk\n\n## Told\n\nSee [it](#it).\n", to: "Drills/snippets/desk.md")
    let client = try start()
    let text = SampleLibrary.desk.replacing(
      "You have the desk.", with: "Use: [Told](snippets/desk.md#told)")
    try client.open(desk, text)
    let found = try client.findings(desk)
    #expect(found.map { $0["code"].text } == ["D202"])
    #expect(found.first?["message"].text?.contains("snippets/desk.md, line 5: ") == true)
    try client.change(desk, to: text.replacing("#told", with: "#tld"))
    #expect(try client.findings(desk).map { $0["code"].text } == ["D402"])
    #expect(try client.leave() == .exited(0))
  }

  @Test("without a folder of the editor's, the policies above the document are found")
  func withoutFolder() throws {
    let environment = place.environment.filter { !$0.key.hasPrefix("DRILLHALL_") }
    let client = try LanguageClient(place.program, environment: environment)
    try client.initialize(root: nil)
    try client.open(desk, SampleLibrary.desk)
    #expect(try client.findings(desk) == [])
    #expect(try client.leave() == .exited(0))
  }

  @Test("the right answer of an escalation is told, and the clause of a link")
  func hover() throws {
    let client = try start()
    let text = SampleLibrary.desk.replacing(
      "You have the desk.", with: "See [routes](../Policies/escalation.md#routes).")
    try client.open(desk, text)
    _ = try client.findings(desk)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let item = try #require(lines.firstIndex { $0.hasPrefix("### Escalate") })
    let answer = try client.request(
      "textDocument/hover", LanguageClient.place(desk, item, 6))
    let told = answer["result"]["contents"]["value"].text ?? ""
    #expect(told.contains("escalate security high phone by Friday 10:40"), "\(told)")
    let clause = try client.request("textDocument/hover", LanguageClient.place(desk, 24, 8))
    #expect(
      clause["result"]["contents"]["value"].text?.contains("| high | office | security |") == true)
    #expect(try client.leave() == .exited(0))
  }

  @Test("a policy that is edited decides at once in the drills that are open")
  func policies() throws {
    let client = try start()
    try client.open(desk, SampleLibrary.desk)
    #expect(try client.findings(desk) == [])
    try client.open(policy, SampleLibrary.policy)
    #expect(try client.findings(policy) == [])
    try client.change(
      policy,
      to: SampleLibrary.policy.replacing(
        "| low | | service desk | ticket |", with: "| low | | nobody | ticket |"))
    #expect(try client.findings(policy).contains { $0["code"].text?.hasPrefix("P") == true })
    try client.change(
      policy, to: SampleLibrary.policy.replacing("| lost device |", with: "| lost phone |"))
    _ = try client.findings(policy)
    let touched = try client.next { message in
      message["params"]["uri"].text == desk && message["params"]["diagnostics"].list != []
    }
    #expect(touched["params"]["diagnostics"].list.map { $0["code"].text } != [])
    try client.notify("textDocument/didClose", ["textDocument": ["uri": .text(policy)]])
    // The policy on the disk is as it was.
    _ = try client.next { message in
      message["params"]["uri"].text == desk && message["params"]["diagnostics"] == []
    }
    #expect(try client.leave() == .exited(0))
  }

  @Test("verbs, settings, scenes, clauses and words are completed")
  func completion() throws {
    let client = try start()
    try client.open(desk, SampleLibrary.desk)
    func labels(_ inserted: String, at line: Int) throws -> [String] {
      try client.change(desk, [line, 0, line, 0], to: inserted + "\n")
      let found = try client.request(
        "textDocument/completion", LanguageClient.place(desk, line, inserted.count))
      try client.change(desk, [line, 0, line + 1, 0], to: "")
      return found["result"]["items"].list.compactMap { $0["label"].text }
    }
    let lines = SampleLibrary.desk.split(separator: "\n", omittingEmptySubsequences: false)
    let end = lines.count - 1
    #expect(try labels("### ", at: end).contains("Escalate"))
    #expect(try labels("_", at: end).contains("2 points"))
    #expect(try !labels("_", at: end).contains("20-120 words"))
    #expect(try labels("[x](", at: end).contains("#opening"))
    #expect(try labels("[x](../Policies/escalation.md#", at: end).contains("Routes"))
    #expect(try labels("duty: ", at: 6).contains("data-handling"))
    #expect(try labels("- too", at: end).contains("wrong owner"))
    #expect(try client.leave() == .exited(0))
  }

  @Test("before initialize, after shutdown, and without a word")
  func life() throws {
    let client = try LanguageClient(place.program, environment: place.environment)
    let early = try client.request("textDocument/hover", LanguageClient.place(desk, 0, 0))
    #expect(early["error"]["code"].number == -32002)
    try client.initialize(root: nil)
    #expect(try client.request("drillhall/nothing", [:])["error"]["code"].number == -32601)
    _ = try client.request("shutdown", nil)
    let late = try client.request("textDocument/hover", LanguageClient.place(desk, 0, 0))
    #expect(late["error"]["code"].number == -32600)
    try client.notify("exit", nil)
    #expect(try client.end() == .exited(0))

    let rude = try start()
    try rude.notify("exit", nil)
    #expect(try rude.end() == .exited(1))
    #expect(try start().hangUp() == .exited(1))
  }

  @Test("symbols, definition, renaming, layout and fixes over pipes")
  func requests() throws {
    let client = try start(["general": ["positionEncodings": ["utf-8", "utf-16"]]])
    let text = SampleLibrary.desk.replacing(
      "You have the desk.", with: "You have the desk.\nFacts:\n\n- Day: 日本")
    try client.open(desk, text)
    _ = try client.findings(desk)
    let document: JSON = ["textDocument": ["uri": .text(desk)]]
    let symbols = try client.request("textDocument/documentSymbol", document)
    #expect(symbols["result"].list.contains { $0["name"].text == "Opening" })
    let actions = try client.request(
      "textDocument/codeAction",
      [
        "textDocument": ["uri": .text(desk)], "range": LanguageClient.range([25, 0, 25, 0]),
        "context": ["diagnostics": []],
      ])
    #expect(
      actions["result"].list.map { $0["kind"].text } == ["quickfix", "source.fixAll.drillhall"])
    #expect(actions["result"][0]["diagnostics"][0]["code"].text == "D108")
    #expect(actions["result"][0]["edit"]["changes"][desk][0]["newText"].text == "\n")
    let layout = try client.request("textDocument/formatting", document)
    #expect(layout["result"].list != [])
    let opening = try #require(
      text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
        $0 == "## Opening"
      })
    let renamed = try client.request(
      "textDocument/rename",
      [
        "textDocument": ["uri": .text(desk)],
        "position": ["line": .number(Double(opening)), "character": 4], "newName": "日本 🚒",
      ])
    #expect(renamed["error"]["message"].text?.contains("holds “🚒”") == true)
    #expect(try client.leave() == .exited(0))
  }

  @Test("the encoding of places is the client's, and its files are watched where it can")
  func capabilities() throws {
    let cases: [(offered: [JSON]?, chosen: String)] = [
      (nil, "utf-16"), (["utf-32", "utf-16"], "utf-32"), (["utf-7", "utf-8"], "utf-8"),
      (["nonsense"], "utf-16"),
    ]
    for (offered, chosen) in cases {
      let client = try LanguageClient(place.program, environment: place.environment)
      let answer = try client.initialize(
        root: nil,
        capabilities: [
          "general": offered.map { ["positionEncodings": .list($0)] } ?? .null,
          "workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]],
        ])
      #expect(answer["result"]["capabilities"]["positionEncoding"].text == chosen)
      #expect(answer["result"]["serverInfo"]["name"].text == "drillhall")
      let asked = try client.next { $0["method"].text == "client/registerCapability" }
      #expect(
        asked["params"]["registrations"][0]["method"].text == "workspace/didChangeWatchedFiles")
      try client.send(["jsonrpc": "2.0", "id": asked["id"], "result": nil])
      #expect(try client.leave() == .exited(0))
    }
  }

  @Test("a policy that changes on the disk decides from then on")
  func disk() throws {
    let client = try start()
    try client.open(desk, SampleLibrary.desk)
    #expect(try client.findings(desk) == [])
    try place.folder.write(
      SampleLibrary.policy.replacing("| lost device |", with: "| lost phone |"),
      to: "Policies/escalation.md")
    try client.notify(
      "workspace/didChangeWatchedFiles", ["changes": [["uri": .text(policy), "type": 2]]])
    #expect(try client.findings(desk) != [])
    try place.folder.write(SampleLibrary.policy, to: "Policies/escalation.md")
    try client.notify("textDocument/didSave", ["textDocument": ["uri": .text(policy)]])
    #expect(try client.findings(desk) == [])
    // An error of a policy that nobody has open is shown at its file, and goes again.
    try place.folder.write("---\npolicy: x\n---\n", to: "Policies/escalation.md")
    try client.notify("textDocument/didSave", ["textDocument": ["uri": .text(policy)]])
    let shown = try client.next { $0["params"]["uri"].text == policy }
    #expect(shown["params"]["diagnostics"].list.contains { $0["code"].text == "F008" })
    try place.folder.write(SampleLibrary.policy, to: "Policies/escalation.md")
    try client.notify("textDocument/didSave", ["textDocument": ["uri": .text(policy)]])
    let gone = try client.next { $0["params"]["uri"].text == policy }
    #expect(gone["params"]["diagnostics"] == [])
    #expect(try client.leave() == .exited(0))
  }

  @Test("no text ends it: what can't be read has findings, and the next text is read")
  func hostileTexts() throws {
    let client = try start()
    try client.open(desk, SampleLibrary.desk)
    _ = try client.findings(desk)
    let texts = [
      "", "\u{0}", "\u{FEFF}---\r\n", "---\n---\n", String(repeating: "[", count: 9_000),
      String(repeating: "> ", count: 4_000), String(repeating: "a\n", count: 700_000),
      SampleLibrary.desk.replacing("\n", with: "\r\n"), "---\ndrill: &a [*a]\n---\n",
      SampleLibrary.desk.replacing("### ", with: "### \u{202E}"),
    ]
    for text in texts {
      try client.change(desk, to: text)
      #expect(try client.findings(desk) != [], "\(text.prefix(40))")
      for method in ["documentSymbol", "formatting"] {
        let answer = try client.request(
          "textDocument/\(method)", ["textDocument": ["uri": .text(desk)]])
        #expect(answer["error"] == .null)
      }
    }
    try client.change(desk, to: SampleLibrary.desk)
    #expect(try client.findings(desk) == [])
    #expect(try client.leave() == .exited(0))
  }

  @Test("broken heads and messages get an error, and the next request its answer")
  func brokenStream() throws {
    let client = try start()
    for broken in [
      "Content-Length: -5\r\n\r\n", "Content-Length: 3\r\n\r\n{}}", "nonsense\r\n\r\n",
      "Content-Length: 2\r\n\r\n[]",
    ] {
      try client.send(raw: Array((broken + "\n").utf8))
      let answer = try client.next { $0["error"] != .null }
      #expect(answer["id"] == .null && answer["error"]["message"].text != nil)
      // A line's end before a head is a fault of its own where the message was whole.
      let next = try client.ask("textDocument/hover", LanguageClient.place(desk, 0, 0))
      #expect(try client.answer(to: next)["result"] == .null)
    }
    #expect(try client.leave() == .exited(0))
  }

  @Test("an answer does not wait for the check of a long drill")
  func answersFirst() throws {
    let client = try start()
    let items = (1...150).map { number in
      "### Choose: Question \(number)?\n\n_id: q-\(number)_\n\n- [x] Right.\n  > Yes.\n"
        + "- [ ] Wrong.\n  > No.\n\n"
    }
    let text = SampleLibrary.desk.replacing("## Opening\n", with: "## Opening\n\n\(items.joined())")
    try client.open(desk, text)
    _ = try client.findings(desk)
    for round in 0..<5 {
      try client.change(desk, [24, 0, 24, 0], to: "x")
      let id = try client.ask(
        round % 2 == 0 ? "textDocument/completion" : "textDocument/hover",
        LanguageClient.place(desk, 24, 1))
      let first = try client.next {
        $0["id"].number == id || $0["method"].text == "textDocument/publishDiagnostics"
      }
      #expect(first["id"].number == id)
      _ = try client.findings(desk)
    }
    #expect(try client.leave() == .exited(0))
  }

  @Test("an editor that leaves while a check runs ends it well")
  func leaving() throws {
    for _ in 0..<5 {
      let client = try start()
      try client.open(desk, SampleLibrary.desk)
      #expect(try client.leave() == .exited(0))
    }
  }

  @Test("the schema is printed, and is JSON")
  func schema() throws {
    let result = try place.run("lsp", "--schema")
    #expect(result.status == .exited(0))
    #expect(try JSON(bytes: Array(result.output.utf8))["oneOf"].list.count == 3)
  }
}
