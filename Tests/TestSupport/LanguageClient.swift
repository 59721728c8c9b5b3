// SPDX-License-Identifier: GPL-3.0-or-later

/// An editor that follows a script: it speaks the Language Server Protocol over real pipes.
public final class LanguageClient {
  private let process: PipedConversation
  private var pending: [UInt8] = []
  /// Messages that came and were not looked into yet.
  private var frames: [[UInt8]] = []
  private var inbox: [JSON] = []
  private var lastID = 0
  private var versions: [String: Int] = [:]

  /// Starts a server.
  public init(
    _ path: String, _ arguments: [String] = ["lsp"], environment: [String: String] = [:]
  ) throws {
    process = try PipedConversation(path, arguments, environment: environment)
  }

  /// What the server wrote on standard error.
  public var complaints: String { String(decoding: process.complaints, as: UTF8.self) }

  // MARK: Messages

  /// Sends bytes as they are.
  public func send(raw bytes: [UInt8]) throws { pending += try process.send(bytes) }

  /// Sends a message with its head.
  public func send(_ message: JSON) throws {
    let body = message.bytes
    try send(raw: Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body)
  }

  /// Sends a notification.
  public func notify(_ method: String, _ parameters: JSON) throws {
    try send(["jsonrpc": "2.0", "method": .text(method), "params": parameters])
  }

  /// Sends a request; gives its id.
  @discardableResult
  public func ask(_ method: String, _ parameters: JSON) throws -> Int {
    lastID += 1
    try send([
      "jsonrpc": "2.0", "id": .number(Double(lastID)), "method": .text(method),
      "params": parameters,
    ])
    return lastID
  }

  /// Sends a request and waits for its answer; other messages wait meanwhile.
  public func request(_ method: String, _ parameters: JSON) throws -> JSON {
    try answer(to: ask(method, parameters))
  }

  /// The answer to a request.
  public func answer(to id: Int) throws -> JSON {
    try next { $0["id"].number == id && $0["method"] == .null }
  }

  /// The first message for which something holds; those before it wait.
  public func next(
    patience: Double = TestSupport.patience, where isWanted: (JSON) -> Bool
  ) throws -> JSON {
    let end = TestSupport.seconds + patience
    var looked = 0
    while true {
      while looked < inbox.count {
        if isWanted(inbox[looked]) { return inbox.remove(at: looked) }
        looked += 1
      }
      try unpack()
      if !frames.isEmpty {
        inbox.append(try JSON(bytes: frames.removeFirst()))
        continue
      }
      guard TestSupport.seconds < end else { throw failure("a message") }
      guard let bytes = process.receive(milliseconds: 200) else { throw failure("its end") }
      pending += bytes
    }
  }

  private func failure(_ what: String) -> ProcessFailure {
    .timeout(
      waitingFor: "\(what), with \(inbox.count) others in hand", screen: complaints,
      transcript: "\(inbox.suffix(3))")
  }

  /// The bytes of the answer to a request, as soon as they are there: looking into them takes a
  /// client time that is none of the server's.
  public func bytes(ofAnswerTo id: Int) throws -> [UInt8] {
    let end = TestSupport.seconds + TestSupport.patience
    let start = Array("{\"id\":\(id),".utf8)
    while true {
      try unpack()
      if let index = frames.firstIndex(where: { $0.starts(with: start) }) {
        return frames.remove(at: index)
      }
      guard TestSupport.seconds < end else { throw failure("an answer") }
      guard let bytes = process.receive(milliseconds: 200) else { throw failure("its end") }
      pending += bytes
    }
  }

  /// Takes whole messages out of the bytes that came.
  private func unpack() throws {
    let text = Array("\r\n\r\n".utf8)
    while let end = pending.firstRange(of: text) {
      let head = String(decoding: pending[..<end.lowerBound], as: UTF8.self)
      guard head.hasPrefix("Content-Length: "), let count = Int(head.dropFirst(16)) else {
        throw failure("a head, not “\(head.prefix(200))”")
      }
      guard pending.count >= end.upperBound + count else { return }
      frames.append(Array(pending[end.upperBound..<(end.upperBound + count)]))
      pending.removeFirst(end.upperBound + count)
    }
  }

  // MARK: What editors do

  /// Begins; `capabilities` are those of the editor.
  @discardableResult
  public func initialize(root: String?, capabilities: JSON = [:]) throws -> JSON {
    let answer = try request(
      "initialize",
      [
        "processId": nil, "rootUri": root.map { .text("file://\($0)") } ?? .null,
        "capabilities": capabilities,
      ])
    try notify("initialized", [:])
    return answer
  }

  /// Opens a document.
  public func open(_ uri: String, _ text: String) throws {
    versions[uri] = 1
    try notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .text(uri), "languageId": "markdown", "version": 1, "text": .text(text),
        ]
      ])
  }

  /// Changes a document: whole, or a stretch as `[line, character, line, character]`.
  public func change(_ uri: String, _ range: [Int]? = nil, to text: String) throws {
    let version = (versions[uri] ?? 0) + 1
    versions[uri] = version
    var content: [String: JSON] = ["text": .text(text)]
    if let range { content["range"] = Self.range(range) }
    try notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .text(uri), "version": .number(Double(version))],
        "contentChanges": [.object(content)],
      ])
  }

  /// The findings of a document's last text.
  public func findings(_ uri: String) throws -> [JSON] {
    let version = versions[uri]
    return try next {
      $0["method"].text == "textDocument/publishDiagnostics" && $0["params"]["uri"].text == uri
        && (version == nil || $0["params"]["version"].number == version)
    }["params"]["diagnostics"].list
  }

  /// A document and a place as parameters.
  public static func place(_ uri: String, _ line: Int, _ character: Int) -> JSON {
    ["textDocument": ["uri": .text(uri)], "position": position(line, character)]
  }

  private static func position(_ line: Int, _ character: Int) -> JSON {
    ["line": .number(Double(line)), "character": .number(Double(character))]
  }

  /// A stretch as `[line, character, line, character]`.
  public static func range(_ numbers: [Int]) -> JSON {
    ["start": position(numbers[0], numbers[1]), "end": position(numbers[2], numbers[3])]
  }

  /// Says goodbye, and gives how the server ended.
  public func leave() throws -> ExitStatus {
    _ = try request("shutdown", nil)
    try notify("exit", nil)
    return try process.end()
  }

  /// Ends the server's input, and gives how it ended.
  public func hangUp() throws -> ExitStatus {
    process.closeInput()
    return try process.end()
  }

  /// Waits for the server's end.
  public func end() throws -> ExitStatus { try process.end() }
}
