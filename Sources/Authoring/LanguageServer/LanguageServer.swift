// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit
internal import FoundationEssentials
internal import Library

/// A language server for drills and policies (LSP 3.17): messages in, messages out. It reads no pipe
/// and starts no thread: what takes long is handed out as work, and comes back as an outcome.
public final class LanguageServer {
  /// Where the library lies where the editor's folder has none.
  public struct Settings: Sendable {
    /// What the program calls its version.
    public let version: String
    /// The drills' folder, an absolute path.
    public let drills: String
    /// The policies' folder, an absolute path.
    public let policies: String
    /// Whether the drills' folder was named, so that the editor's own does not matter.
    public var namesDrills = false
    /// The same of the policies' folder.
    public var namesPolicies = false

    /// Folders to begin with.
    public init(version: String, drills: String, policies: String) {
      self.version = version
      self.drills = drills
      self.policies = policies
    }
  }

  enum Phase {
    case starting, running, shutDown
  }

  /// So many documents at most are kept; an editor has no more in view.
  static let maximumDocuments = 1000
  /// So many requests at most wait for work.
  static let maximumWaiting = 200

  let settings: Settings
  var phase = Phase.starting
  var encoding = PositionEncoding.utf16
  var knowsTree = false
  var watchesFiles = false
  var drills: String
  var policies: String
  /// Whether the policies are those of the editor's folder, or of one above a document.
  var hasFound = false
  var today: CalendarDate

  var documents: [String: OpenDocument] = [:]
  var outlines: [String: (edition: Int, outline: DraftOutline)] = [:]
  var reviews: [String: DocumentReview] = [:]
  var shelf = PolicyShelf()
  /// The number of the last text.
  var lastEdition = 0
  /// Documents whose check is due, the most urgent last.
  var due: [String] = []
  var isChecking = false
  var isLayingOut = false
  /// How many checks of a document in a row were of a text that had changed meanwhile.
  var outrun: [String: Int] = [:]
  /// Requests for code actions that wait for the check of the text.
  var waitingActions: [(id: RPCID, parameters: ClientParameters.CodeAction)] = []
  /// Requests for a layout that wait their turn.
  var waitingLayouts: [(id: RPCID, uri: String)] = []
  /// Requests for symbols of the library that wait their turn.
  var waitingSearches: [(id: RPCID, query: String)] = []
  var isSearching = false
  /// Closed policies whose errors are shown.
  var shownPolicies: Set<String> = []
  /// Messages on their way out.
  var outgoing: [[UInt8]] = []

  /// How the program ends, once the editor said so: 0 after `shutdown`, 1 without.
  public private(set) var exitStatus: Int32?

  /// A server on a day.
  public init(_ settings: Settings, today: CalendarDate) {
    self.settings = settings
    self.today = today
    drills = settings.drills
    policies = settings.policies
  }

  /// How the program ends where the editor is gone without a word.
  public var statusAtEnd: Int32 { exitStatus ?? (phase == .shutDown ? 0 : 1) }

  /// Takes what came; gives the messages that go out, framed.
  public func receive(_ event: MessageReader.Event) -> [[UInt8]] {
    switch event {
    case .fault(let why): fail(.init(code: .parseError, message: why), nil)
    case .message(let bytes): take(bytes)
    }
    defer { outgoing = [] }
    return outgoing
  }

  // MARK: Messages

  private struct Anything: Decodable {
    init(from decoder: any Decoder) {}
  }

  private func take(_ bytes: [UInt8]) {
    guard exitStatus == nil else { return }
    let data = Data(bytes)
    guard let head = try? JSONDecoder().decode(RPCHead.self, from: data) else {
      let isJSON = (try? JSONDecoder().decode(Anything.self, from: data)) != nil
      return fail(
        isJSON
          ? .init(code: .invalidRequest, message: "This is no message of JSON-RPC 2.0.")
          : .init(code: .parseError, message: "This message is no JSON."), nil)
    }
    guard let method = head.method else {
      // What a client answers is of no interest; what is neither question nor answer is a mistake.
      guard head.id == nil else { return }
      return fail(.init(code: .invalidRequest, message: "The message names no method."), nil)
    }
    guard let id = head.id else { return notice(method, data) }
    do throws(RPCError) {
      try answer(id, method, data)
    } catch {
      fail(error, id)
    }
  }

  /// A message's parameters.
  func parameters<Value: Decodable>(
    _ type: Value.Type, _ data: Data
  ) throws(RPCError) -> Value {
    guard let value = try? JSONDecoder().decode(RPCParameters<Value>.self, from: data) else {
      throw RPCError(code: .invalidParams, message: "The parameters are not those of this method.")
    }
    return value.params
  }

  func reply(_ value: some Encodable, to id: RPCID) {
    outgoing.append(RPCOutput.result(value, of: id))
  }

  func fail(_ error: RPCError, _ id: RPCID?) {
    outgoing.append(RPCOutput.failure(error, of: id))
  }

  func end(_ status: Int32) { exitStatus = status }
}
