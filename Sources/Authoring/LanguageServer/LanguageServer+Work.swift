// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit
internal import FoundationEssentials
internal import Library

extension LanguageServer {
  /// What is to be done next on another thread, one check and one layout at a time; nil where
  /// there is nothing.
  public func nextWork(today: CalendarDate) -> LanguageWork? {
    self.today = today
    if !isLayingOut, let next = waitingLayouts.first {
      if let document = documents[next.uri] {
        isLayingOut = true
        return LanguageWork(kind: .layOut(next.id, document))
      }
    }
    if !isSearching, let next = waitingSearches.first {
      isSearching = true
      let open = documents.values.map { ($0.path, $0.bytes) }
      let symbols = LibrarySymbols(
        drills: drills, shelf: shelf, open: Dictionary(open) { first, _ in first })
      return LanguageWork(kind: .search(next.id, symbols, next.query))
    }
    guard !isChecking else { return nil }
    while let uri = due.popLast() {
      guard let document = documents[uri] else { continue }
      let kind = DocumentKind.of(
        document, outline(of: document), drills: drills, policies: policies)
      guard kind != .other else {
        publish(uri, version: document.version, [])
        continue
      }
      isChecking = true
      return LanguageWork(
        kind: .check(
          .init(
            document: document, kind: kind, drill: kind == .answers ? drill(beside: document) : nil,
            policies: policies, open: openPolicies(), shelf: shelf, today: today)))
    }
    return nil
  }

  private func drill(beside answers: OpenDocument) -> OpenDocument? {
    let path = LibraryFile.drill(ofAnswers: answers.path)
    return documents.values.first { $0.path == path }
  }

  /// The policies that are open, as they stand, by file.
  private func openPolicies() -> [String: [UInt8]] {
    var texts: [String: [UInt8]] = [:]
    for document in documents.values
    where DocumentKind.lies(document.path, in: policies) && document.path.hasSuffix(".md")
      && !document.path.hasSuffix("/README.md") && !document.path.hasSuffix(".answers.md")
    {
      texts[document.path] = document.bytes
    }
    return texts
  }

  /// Takes what came of work; gives the messages that go out, framed.
  public func finish(_ outcome: LanguageWork.Outcome) -> [[UInt8]] {
    switch outcome.kind {
    case .checked(let review, let shelf):
      isChecking = false
      take(review, shelf)
    case .laidOut(let id, let document, let changes):
      isLayingOut = false
      take(changes, of: document, id)
    case .searched(let id, let found):
      isSearching = false
      take(found, id)
    }
    defer { outgoing = [] }
    return outgoing
  }

  // MARK: Checks

  /// After so many checks of texts that had changed meanwhile one is shown all the same.
  private static let patience = 4

  private func take(_ review: DocumentReview, _ shelf: PolicyShelf) {
    let uri = review.document.uri
    if shelf.edition != self.shelf.edition {
      self.shelf = shelf
      // What a policy says is seen in other documents: they are checked again.
      for (other, known) in reviews.sorted(by: { $0.key < $1.key })
      where other != uri && known.shelfEdition != shelf.edition {
        makeDue(other, isUrgent: false)
      }
      publishClosedPolicies()
    }
    guard let now = documents[uri] else { return }
    let isCurrent = now.edition == review.document.edition
    // What was read last stays known while a text can't be read.
    let scripts = review.scripts.isEmpty ? reviews[uri]?.scripts ?? [] : review.scripts
    reviews[uri] = DocumentReview(
      document: review.document, findings: review.findings, scripts: scripts,
      shelfEdition: review.shelfEdition)
    outrun[uri] = isCurrent ? nil : (outrun[uri] ?? 0) + 1
    guard isCurrent || outrun[uri, default: 0] > Self.patience else { return }
    outrun[uri] = nil
    publish(
      uri, version: review.document.version,
      review.findings.map { FindingRange.diagnostic($0, in: review.document, encoding) })
    guard isCurrent else { return }
    answerActions(uri)
    // Golden answers are given to the drill as it stands.
    let answers = LibraryFile.answers(ofDrill: review.document.path)
    if let beside = documents.values.first(where: { $0.path == answers }) {
      makeDue(beside.uri, isUrgent: false)
    }
  }

  /// Tells an editor what is wrong with a document.
  func publish(_ uri: String, version: Int?, _ diagnostics: [ServerResults.Diagnostic]) {
    outgoing.append(
      RPCOutput.notification(
        "textDocument/publishDiagnostics",
        ServerResults.PublishDiagnostics(uri: uri, version: version, diagnostics: diagnostics)))
  }

  /// Errors of policies that nobody has open decide as well: they are shown at their files.
  func publishClosedPolicies() {
    var shown: Set<String> = []
    for (path, findings) in shelf.findings.sorted(by: { $0.key < $1.key }) {
      let errors = findings.filter { $0.rule.severity == .error }
      let uri = uri(of: path)
      guard !errors.isEmpty, documents[uri] == nil, path.hasSuffix(".md") else { continue }
      shown.insert(uri)
      publish(uri, version: nil, errors.map { FindingRange.diagnostic($0) })
    }
    for uri in shownPolicies.subtracting(shown).sorted() where documents[uri] == nil {
      publish(uri, version: nil, [])
    }
    shownPolicies = shown
  }

  // MARK: Layout

  func layOut(_ id: RPCID, _ data: Data) throws(RPCError) {
    let asked = try parameters(ClientParameters.Document.self, data)
    guard draft(asked.textDocument.uri) != nil, waitingLayouts.count < Self.maximumWaiting else {
      return reply([LSPTextEdit](), to: id)
    }
    waitingLayouts.append((id, asked.textDocument.uri))
  }

  private func take(
    _ changes: [UnifiedDiff.Replacement], of document: OpenDocument, _ id: RPCID
  ) {
    // Cancelled meanwhile, it was answered.
    guard let index = waitingLayouts.firstIndex(where: { $0.id == id }) else { return }
    let uri = waitingLayouts[index].uri
    // A text that changed meanwhile is laid out again.
    if let now = documents[uri], now.edition != document.edition { return }
    waitingLayouts.remove(at: index)
    let edits = changes.map { change in
      LSPTextEdit(
        range: document.range(change.range, encoding),
        newText: String(decoding: change.bytes, as: UTF8.self))
    }
    reply(edits, to: id)
  }

  // MARK: Symbols of the library

  func search(_ id: RPCID, _ data: Data) throws(RPCError) {
    let asked = try parameters(ClientParameters.Query.self, data)
    guard waitingSearches.count < Self.maximumWaiting else {
      return reply([ServerResults.FlatSymbol](), to: id)
    }
    waitingSearches.append((id, asked.query))
  }

  private func take(_ found: [LibrarySymbols.Found], _ id: RPCID) {
    // Cancelled meanwhile, it was answered.
    guard let index = waitingSearches.firstIndex(where: { $0.id == id }) else { return }
    waitingSearches.remove(at: index)
    let symbols = found.map { symbol in
      let start = LSPPosition(line: symbol.place.line - 1, character: 0)
      return ServerResults.FlatSymbol(
        name: symbol.name, kind: symbol.kind,
        location: LSPLocation(
          uri: uri(of: symbol.place.file), range: LSPRange(start: start, end: start)),
        containerName: symbol.container)
    }
    reply(symbols, to: id)
  }

  // MARK: Code actions

  func codeActions(_ id: RPCID, _ data: Data) throws(RPCError) {
    let asked = try parameters(ClientParameters.CodeAction.self, data)
    guard let draft = draft(asked.textDocument.uri) else {
      return reply([ServerResults.CodeAction](), to: id)
    }
    if draft.findings != nil || waitingActions.count >= Self.maximumWaiting {
      return reply(FixActions(draft).actions(asked), to: id)
    }
    waitingActions.append((id, asked))
  }

  private func answerActions(_ uri: String) {
    guard let draft = draft(uri) else { return }
    let ready = waitingActions.filter { $0.parameters.textDocument.uri == uri }
    waitingActions.removeAll { $0.parameters.textDocument.uri == uri }
    for (id, asked) in ready { reply(FixActions(draft).actions(asked), to: id) }
  }
}
