// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit
internal import FoundationEssentials
internal import Library

extension LanguageServer {
  /// Takes a message that wants no answer; one that is not understood is dropped.
  func notice(_ method: String, _ data: Data) {
    if method == "exit" { return end(phase == .shutDown ? 0 : 1) }
    guard phase == .running else { return }
    switch method {
    case "initialized":
      registerWatcher()
      publishClosedPolicies()
    case "textDocument/didOpen":
      guard let opened = try? parameters(ClientParameters.Open.self, data) else { return }
      open(opened.textDocument)
    case "textDocument/didChange":
      guard let change = try? parameters(ClientParameters.Change.self, data) else { return }
      self.change(change)
    case "textDocument/didClose":
      guard let closed = try? parameters(ClientParameters.Document.self, data) else { return }
      close(closed.textDocument.uri)
    case "textDocument/didSave", "workspace/didChangeWatchedFiles":
      // Whatever was saved, the policies are read again with each check.
      for uri in documents.keys.sorted() { makeDue(uri, isUrgent: false) }
    case "$/cancelRequest":
      guard let cancelled = try? parameters(ClientParameters.Cancel.self, data) else { return }
      cancel(cancelled.id)
    default: break
    }
  }

  private func open(_ item: ClientParameters.Item) {
    guard documents[item.uri] != nil || documents.count < Self.maximumDocuments else { return }
    let path = FileURI.path(of: item.uri)
    if let path, !hasFound, !settings.namesPolicies { seekLibrary(above: path) }
    lastEdition += 1
    documents[item.uri] = OpenDocument(
      uri: item.uri, path: path ?? item.uri, version: item.version,
      edition: lastEdition, text: item.text)
    makeDue(item.uri, isUrgent: true)
  }

  /// An editor may have no folder open, or one far above: then the nearest folder above a document
  /// that has policies is taken.
  private func seekLibrary(above path: String) {
    var parts = path.split(separator: "/").dropLast()
    for _ in 0..<SourceText.maximumDepth where !hasFound && !parts.isEmpty {
      takeLibrary(in: "/" + parts.joined(separator: "/"))
      parts = parts.dropLast()
    }
  }

  private func change(_ change: ClientParameters.Change) {
    let uri = change.textDocument.uri
    // Taken out while it changes, so that its bytes are not copied.
    guard var document = documents.removeValue(forKey: uri) else { return }
    for content in change.contentChanges {
      if let range = content.range {
        document.replace(range, with: content.text, encoding)
      } else {
        document.replaceAll(with: content.text)
      }
    }
    lastEdition += 1
    document.setVersion(change.textDocument.version, edition: lastEdition)
    documents[uri] = document
    makeDue(uri, isUrgent: true)
  }

  private func close(_ uri: String) {
    guard let document = documents.removeValue(forKey: uri) else { return }
    outlines[uri] = nil
    reviews[uri] = nil
    outrun[uri] = nil
    due.removeAll { $0 == uri }
    publish(uri, version: nil, [])
    for (id, _) in waitingActions.filter({ $0.parameters.textDocument.uri == uri }) {
      reply([ServerResults.CodeAction](), to: id)
    }
    waitingActions.removeAll { $0.parameters.textDocument.uri == uri }
    for (id, _) in waitingLayouts.filter({ $0.uri == uri }) { reply([LSPTextEdit](), to: id) }
    waitingLayouts.removeAll { $0.uri == uri }
    // From now on the policy on the disk decides.
    if DocumentKind.lies(document.path, in: policies) {
      publishClosedPolicies()
      for uri in documents.keys.sorted() { makeDue(uri, isUrgent: false) }
    }
  }

  private func cancel(_ id: RPCID) {
    let isWaiting =
      waitingActions.contains { $0.id == id } || waitingLayouts.contains { $0.id == id }
      || waitingSearches.contains { $0.id == id }
    guard isWaiting else { return }
    waitingActions.removeAll { $0.id == id }
    waitingLayouts.removeAll { $0.id == id }
    waitingSearches.removeAll { $0.id == id }
    fail(.init(code: .requestCancelled, message: "Cancelled, as you asked."), id)
  }

  /// Lets a document be checked, before all others or after them.
  func makeDue(_ uri: String, isUrgent: Bool) {
    let wasDue = due.contains(uri)
    if wasDue, !isUrgent { return }
    if wasDue { due.removeAll { $0 == uri } }
    if isUrgent { due.append(uri) } else { due.insert(uri, at: 0) }
  }

  // MARK: Looking

  /// A document that is open and the server's business.
  func draft(_ uri: String) -> Draft? {
    guard let document = documents[uri] else { return nil }
    let outline = outline(of: document)
    let kind = DocumentKind.of(document, outline, drills: drills, policies: policies)
    guard kind != .other else { return nil }
    return Draft(
      document: document, outline: outline, kind: kind, review: reviews[uri], shelf: shelf,
      folder: PolicyFolder(policies), encoding: encoding)
  }

  /// The outline of a text, made once.
  func outline(of document: OpenDocument) -> DraftOutline {
    if let known = outlines[document.uri], known.edition == document.edition {
      return known.outline
    }
    let outline = DraftOutline(document)
    outlines[document.uri] = (document.edition, outline)
    return outline
  }

  /// What an editor calls a file.
  func uri(of path: String) -> String {
    documents.values.first { $0.path == path }?.uri ?? FileURI.uri(of: path)
  }

  /// A document that is open, else a file as it is on the disk; nil where it can't be read.
  func document(at path: String) -> OpenDocument? {
    if let open = documents.values.first(where: { $0.path == path }) { return open }
    guard path.hasPrefix("/"),
      let bytes = LibraryFolder.bytes(of: path, diagnostics: Diagnostics()),
      let text = String(validating: bytes, as: UTF8.self)
    else { return nil }
    return OpenDocument(uri: uri(of: path), path: path, version: nil, edition: 0, text: text)
  }

  /// Where a place of the project is, as an editor counts.
  func locate(_ place: Place) -> LSPLocation {
    let uri = uri(of: place.file)
    if let document = document(at: place.file) {
      let offset = document.offset(of: place)
      return LSPLocation(uri: uri, range: document.range(offset..<offset, encoding))
    }
    // The line's start needs no text.
    let start = LSPPosition(line: place.line - 1, character: 0)
    return LSPLocation(uri: uri, range: LSPRange(start: start, end: start))
  }
}
