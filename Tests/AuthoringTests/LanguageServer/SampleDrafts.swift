// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Library
import TestSupport
import Testing

@testable import Authoring

/// The project's own drills and policies, and an editor that has one of them open.
enum SampleDrafts {
  static let root = String(
    String(#filePath).dropLast("/Tests/AuthoringTests/LanguageServer/SampleDrafts.swift".count))

  static let drills = root + "/Drills"
  static let policies = root + "/Policies"

  static var today: CalendarDate? { CalendarDate("2026-11-26") }

  /// The files of the library with their texts.
  static func files() throws -> [(path: String, text: String)] {
    let silent = Diagnostics()
    let found = [drills, policies].flatMap { LibraryFolder($0).files(diagnostics: silent) }
    return try found.map { file in
      let bytes = try #require(LibraryFolder.bytes(of: file.path, diagnostics: silent))
      return (file.path, String(decoding: bytes, as: UTF8.self))
    }
  }
}

/// A server without pipes: messages go in and come out, work is done at once when it is asked for.
final class ServerDesk {
  let server: LanguageServer
  private var lastID = 0
  private var version = 0
  private(set) var told: [JSON] = []

  init(drills: String = SampleDrafts.drills, policies: String = SampleDrafts.policies) throws {
    server = LanguageServer(
      .init(version: "test", drills: drills, policies: policies),
      today: try #require(SampleDrafts.today))
  }

  /// A server that was begun.
  static func begun(capabilities: JSON = [:]) throws -> ServerDesk {
    let desk = try ServerDesk()
    _ = try desk.ask("initialize", ["capabilities": capabilities])
    desk.notify("initialized", [:])
    return desk
  }

  /// Sends a message as it is.
  func send(_ message: JSON) { take(server.receive(.message(message.bytes))) }

  /// Sends a notification.
  func notify(_ method: String, _ parameters: JSON) {
    send(["jsonrpc": "2.0", "method": .text(method), "params": parameters])
  }

  /// Sends a request and gives its answer, after the work that it needs.
  func ask(_ method: String, _ parameters: JSON) throws -> JSON {
    lastID += 1
    let id = lastID
    send([
      "jsonrpc": "2.0", "id": .number(Double(id)), "method": .text(method), "params": parameters,
    ])
    if !told.contains(where: { $0["id"].number == id }) { work() }
    let index = try #require(
      told.firstIndex { $0["id"].number == id && $0["method"] == .null }, "\(method)")
    return told.remove(at: index)
  }

  /// Does all work that is due.
  func work() {
    guard let today = SampleDrafts.today else { return }
    while let work = server.nextWork(today: today) { take(server.finish(work.run())) }
  }

  private func take(_ messages: [[UInt8]]) {
    var reader = MessageReader()
    for case .message(let bytes) in reader.take(messages.joined()) {
      if let message = try? JSON(bytes: bytes) { told.append(message) }
    }
  }

  /// Opens a document.
  func open(_ uri: String, _ text: String) {
    version += 1
    notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .text(uri), "languageId": "markdown", "version": .number(Double(version)),
          "text": .text(text),
        ]
      ])
  }

  /// Puts a whole text in the place of a document's own.
  func change(_ uri: String, to text: String) {
    version += 1
    notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .text(uri), "version": .number(Double(version))],
        "contentChanges": [["text": .text(text)]],
      ])
  }

  /// The findings that were published last, after all work.
  func findings(_ uri: String) -> [JSON] {
    work()
    return told.last {
      $0["method"].text == "textDocument/publishDiagnostics" && $0["params"]["uri"].text == uri
    }?["params"]["diagnostics"].list ?? []
  }
}

/// A text with a place marked by `‸`.
struct MarkedDraft {
  let text: String
  let line: Int
  let character: Int

  init(_ marked: String) throws {
    let mark = try #require(marked.firstRange(of: "‸"), "\(marked)")
    let before = marked[..<mark.lowerBound]
    text = String(before) + marked[mark.upperBound...]
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    line = lines.count - 1
    character = (lines.last ?? "").utf16.count
  }

  /// The place as parameters.
  func place(_ uri: String) -> JSON { LanguageClient.place(uri, line, character) }
}
