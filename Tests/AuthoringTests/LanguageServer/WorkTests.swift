// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import TestSupport
import Testing

@testable import Authoring

/// What is checked, and when it is shown.
@Suite("Work of a language server")
struct WorkTests {
  private let desk: ServerDesk
  private let today: CalendarDate
  private static let uri = "file://\(SampleDrafts.drills)/escalation/lost-laptop.md"
  private static let other = "file://\(SampleDrafts.drills)/escalation/the-post.md"

  init() throws {
    desk = try ServerDesk.begun()
    today = try #require(SampleDrafts.today)
  }

  private func next() -> LanguageWork? { desk.server.nextWork(today: today) }

  private static func text(_ words: String) -> String { "---\ndrill: 1\n---\n\n# \(words)\n" }

  private static func published(_ messages: [[UInt8]], _ uri: String) throws -> [Int?] {
    var reader = MessageReader()
    return try reader.take(messages.joined()).compactMap { event -> JSON? in
      if case .message(let bytes) = event { return try JSON(bytes: bytes) }
      return nil
    }.filter { $0["params"]["uri"].text == uri }.map { $0["params"]["version"].number }
  }

  @Test("of many changes the last one is checked, once")
  func coalescing() throws {
    desk.open(Self.uri, Self.text("0"))
    for number in 1...50 { desk.change(Self.uri, to: Self.text("\(number)")) }
    let work = try #require(next())
    #expect(next() == nil)
    #expect(try Self.published(desk.server.finish(work.run()), Self.uri) == [51])
    #expect(next() == nil)
  }

  @Test("a check that a change has outrun is not shown, unless that goes on and on")
  func outrun() throws {
    desk.open(Self.uri, Self.text("0"))
    var shown: [[Int?]] = []
    for number in 1...7 {
      let work = try #require(next())
      desk.change(Self.uri, to: Self.text("\(number)"))
      shown.append(try Self.published(desk.server.finish(work.run()), Self.uri))
    }
    #expect(shown == [[], [], [], [], [5], [], []])
    let work = try #require(next())
    #expect(try Self.published(desk.server.finish(work.run()), Self.uri) == [8])
  }

  @Test("the document that changed last is checked first, and none is forgotten")
  func order() throws {
    desk.open(Self.uri, Self.text("a"))
    desk.open(Self.other, Self.text("b"))
    var order: [String] = []
    while let work = next() {
      let messages = desk.server.finish(work.run())
      order += try [Self.uri, Self.other].filter { try !Self.published(messages, $0).isEmpty }
    }
    #expect(order == [Self.other, Self.uri])
  }

  @Test("a policy's change has the drills checked again, and its like does not")
  func policies() throws {
    let files = try SampleDrafts.files()
    let policy = try #require(files.first { $0.path.hasSuffix("/Policies/escalation.md") })
    let uri = "file://\(policy.path)"
    desk.open(Self.uri, try #require(files.first { $0.path.hasSuffix("lost-laptop.md") }).text)
    #expect(desk.findings(Self.uri).isEmpty)
    desk.open(uri, policy.text)
    let same = try #require(next())
    _ = desk.server.finish(same.run())
    #expect(next() == nil)
    desk.change(uri, to: policy.text.replacing("lost device", with: "lost thing"))
    #expect(!desk.findings(Self.uri).isEmpty)
    desk.change(uri, to: policy.text)
    #expect(desk.findings(Self.uri).isEmpty)
  }

  @Test("golden answers are given to the drill as it stands in the editor")
  func goldenAnswers() throws {
    let files = try SampleDrafts.files()
    let drill = try #require(files.first { $0.path.hasSuffix("lost-laptop.md") }).text
    let answers = "file://\(SampleDrafts.drills)/escalation/lost-laptop.answers.md"
    desk.open(Self.uri, drill)
    desk.open(
      answers,
      "## Run: all right\n\nExpect: pass\n\n- (others) right\n\n## Item: tell\n\n"
        + "| Answer | Score |\n|---|---|\n| security high pager by Friday 23:40 | 100 |\n")
    #expect(desk.findings(answers).isEmpty, "\(desk.findings(answers))")
    desk.change(Self.uri, to: drill.replacing("id: tell;", with: "id: told;"))
    #expect(!desk.findings(answers).isEmpty)
  }

  @Test("code actions wait for the check of the text as it stands")
  func actions() throws {
    let drill = try #require(
      SampleDrafts.files().first { $0.path.hasSuffix("lost-laptop.md") }
    ).text
    desk.open(Self.uri, drill)
    desk.work()
    desk.change(Self.uri, to: drill.replacing("\n\nFacts:", with: "\n\nText.\nFacts:"))
    let answer = try desk.ask(
      "textDocument/codeAction",
      [
        "textDocument": ["uri": .text(Self.uri)], "range": LanguageClient.range([0, 0, 99, 0]),
        "context": ["diagnostics": []],
      ])
    #expect(answer["result"][0]["title"].text == "Insert an empty line (D108)")
  }
}
