// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit
internal import FoundationEssentials
internal import Library

extension LanguageServer {
  /// Answers a request, now or when its work is done.
  func answer(_ id: RPCID, _ method: String, _ data: Data) throws(RPCError) {
    switch (phase, method) {
    case (.starting, "initialize"): return try initialize(id, data)
    case (.starting, _):
      throw RPCError(code: .serverNotInitialized, message: "Send “initialize” first.")
    case (.running, "initialize"):
      throw RPCError(code: .invalidRequest, message: "“initialize” was sent before.")
    case (.running, "shutdown"):
      phase = .shutDown
      return reply(Optional<Int>.none, to: id)
    case (.shutDown, _):
      throw RPCError(code: .invalidRequest, message: "After “shutdown” only “exit” follows.")
    case (.running, _): break
    }
    switch method {
    case "textDocument/completion":
      let (draft, offset) = try place(data)
      reply(draft.map { Completion($0, at: offset).list() }, to: id)
    case "textDocument/hover":
      let (draft, offset) = try place(data)
      reply(draft.flatMap { Explanation($0, at: offset).hover() }, to: id)
    case "textDocument/definition":
      let (draft, offset) = try place(data)
      reply(draft.flatMap { Navigation($0, at: offset).definition(locate) }, to: id)
    case "textDocument/references":
      let asked = try parameters(ClientParameters.References.self, data)
      let found = draft(asked.textDocument.uri).map { draft in
        Navigation(draft, at: draft.document.offset(of: asked.position, encoding))
          .references(declaration: asked.context?.includeDeclaration ?? true)
      }
      reply(found, to: id)
    case "textDocument/prepareRename":
      let (draft, offset) = try place(data)
      reply(draft.flatMap { SceneRename($0, at: offset)?.prepared() }, to: id)
    case "textDocument/rename": try rename(id, data)
    case "textDocument/documentSymbol":
      let asked = try parameters(ClientParameters.Document.self, data)
      let symbols = draft(asked.textDocument.uri).map { DraftSymbols($0) }
      if knowsTree {
        reply(symbols?.tree(), to: id)
      } else {
        reply(symbols?.flat(), to: id)
      }
    case "textDocument/formatting": try layOut(id, data)
    case "workspace/symbol": try search(id, data)
    case "textDocument/codeAction": try codeActions(id, data)
    default:
      throw RPCError(code: .methodNotFound, message: "There is no method “\(method.prefix(80))”.")
    }
  }

  /// The document and the place that parameters name; no document where it is not open, or none of
  /// the server's.
  private func place(_ data: Data) throws(RPCError) -> (Draft?, Int) {
    let asked = try parameters(ClientParameters.Place.self, data)
    guard let draft = draft(asked.textDocument.uri) else { return (nil, 0) }
    return (draft, draft.document.offset(of: asked.position, encoding))
  }

  private func rename(_ id: RPCID, _ data: Data) throws(RPCError) {
    let asked = try parameters(ClientParameters.Rename.self, data)
    guard let draft = draft(asked.textDocument.uri),
      let rename = SceneRename(
        draft, at: draft.document.offset(of: asked.position, encoding))
    else {
      throw RPCError(
        code: .requestFailed,
        message: "Only a scene can be renamed: at its heading, or at a link that leads to it.")
    }
    var changes = [draft.document.uri: try rename.edits(to: asked.newName)]
    let path = LibraryFile.answers(ofDrill: draft.document.path)
    if let answers = document(at: path) {
      let edits = rename.edits(to: asked.newName, inAnswers: answers)
      if !edits.isEmpty { changes[answers.uri] = edits }
    }
    reply(ServerResults.WorkspaceEdit(changes: changes), to: id)
  }

  // MARK: Beginning

  private func initialize(_ id: RPCID, _ data: Data) throws(RPCError) {
    let asked = try parameters(ClientParameters.Initialize.self, data)
    let encodings = asked.capabilities?.general?.positionEncodings ?? []
    encoding = encodings.lazy.compactMap(PositionEncoding.init(rawValue:)).first ?? .utf16
    knowsTree =
      asked.capabilities?.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false
    watchesFiles =
      asked.capabilities?.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false
    let root =
      asked.workspaceFolders?.first.flatMap { FileURI.path(of: $0.uri) }
      ?? asked.rootUri.flatMap { FileURI.path(of: $0) } ?? asked.rootPath
    if let root, root.hasPrefix("/") { takeLibrary(in: LibraryFolder(root).path) }
    shelf = PolicyShelf.reading(
      LibraryFolder(policies), open: [:], today: today, before: shelf)
    phase = .running
    reply(
      InitializeResult(
        capabilities: ServerCapabilities(encoding), serverInfo: .init(version: settings.version)),
      to: id)
  }

  /// Takes the drills and policies of a folder, where it has some and no others were named.
  func takeLibrary(in folder: String) {
    let base = folder == "/" ? "" : folder
    if !settings.namesDrills, LibraryFolder("\(base)/Drills").exists { drills = "\(base)/Drills" }
    if !settings.namesPolicies, LibraryFolder("\(base)/Policies").exists {
      policies = "\(base)/Policies"
      hasFound = true
    }
  }

  /// Asks to be told of files that change outside of the editor.
  func registerWatcher() {
    guard watchesFiles else { return }
    let watcher = ServerResults.Registrations.Registration(
      id: "markdown", method: "workspace/didChangeWatchedFiles",
      registerOptions: .init(watchers: [.init(globPattern: "**/*.md")]))
    outgoing.append(
      RPCOutput.request(
        "client/registerCapability", ServerResults.Registrations(registrations: [watcher]),
        id: .text("drillhall-watch")))
  }
}
