// SPDX-License-Identifier: GPL-3.0-or-later

internal import FoundationEssentials

/// By what a request and its answer know each other.
enum RPCID: Hashable, Codable, Sendable {
  case number(Int)
  case text(String)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    }
  }
}

/// Why a request has no result (JSON-RPC 2.0, section 5.1; LSP 3.17, ErrorCodes).
struct RPCError: Error, Hashable, Encodable {
  enum Code: Int, Encodable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case serverNotInitialized = -32002
    case requestFailed = -32803
    case requestCancelled = -32800
  }

  let code: Code
  let message: String
}

/// What every message has: who asks what.
struct RPCHead: Decodable {
  let id: RPCID?
  let method: String?
}

/// A message's parameters.
struct RPCParameters<Value: Decodable>: Decodable {
  let params: Value
}

/// Messages on their way out, framed.
enum RPCOutput {
  private struct Result<Value: Encodable>: Encodable {
    let id: RPCID
    let result: Value

    enum CodingKeys: CodingKey { case jsonrpc, id, result }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode("2.0", forKey: .jsonrpc)
      try container.encode(id, forKey: .id)
      // A result of nothing is null, and not left out.
      try container.encode(result, forKey: .result)
    }
  }

  private struct Failure: Encodable {
    let id: RPCID?
    let error: RPCError

    enum CodingKeys: CodingKey { case jsonrpc, id, error }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode("2.0", forKey: .jsonrpc)
      try container.encode(id, forKey: .id)
      try container.encode(error, forKey: .error)
    }
  }

  private struct Notification<Value: Encodable>: Encodable {
    let jsonrpc = "2.0"
    var id: RPCID?
    let method: String
    let params: Value
  }

  static func result(_ value: some Encodable, of id: RPCID) -> [UInt8] {
    framed(Result(id: id, result: value))
  }

  static func failure(_ error: RPCError, of id: RPCID?) -> [UInt8] {
    framed(Failure(id: id, error: error))
  }

  static func notification(_ method: String, _ params: some Encodable) -> [UInt8] {
    framed(Notification(method: method, params: params))
  }

  /// A request of the server's own.
  static func request(_ method: String, _ params: some Encodable, id: RPCID) -> [UInt8] {
    framed(Notification(id: id, method: method, params: params))
  }

  private static func framed(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Values of these kinds can always be encoded.
    let body = (try? encoder.encode(value)).map(Array.init) ?? []
    return Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }
}
