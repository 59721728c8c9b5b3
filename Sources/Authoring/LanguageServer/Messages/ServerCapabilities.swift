// SPDX-License-Identifier: GPL-3.0-or-later

/// What the server can do, as `initialize` answers (LSP 3.17).
struct ServerCapabilities: Encodable {
  struct Sync: Encodable {
    let openClose = true
    /// Changes come as stretches; a whole text does as well.
    let change = 2
    let save = true
  }

  struct Completion: Encodable {
    let triggerCharacters = ["#", "[", "(", "_", ":", ";", "/", ">", "→", "|"]
  }

  struct Rename: Encodable {
    let prepareProvider = true
  }

  struct Actions: Encodable {
    let codeActionKinds = [CodeActionKinds.quickFix, CodeActionKinds.fixAll]
  }

  let positionEncoding: PositionEncoding
  let textDocumentSync = Sync()
  let completionProvider = Completion()
  let hoverProvider = true
  let definitionProvider = true
  let referencesProvider = true
  let renameProvider = Rename()
  let documentSymbolProvider = true
  let workspaceSymbolProvider = true
  let documentFormattingProvider = true
  let codeActionProvider = Actions()

  init(_ encoding: PositionEncoding) { positionEncoding = encoding }
}

/// Kinds of code actions.
enum CodeActionKinds {
  static let quickFix = "quickfix"
  static let fixAll = "source.fixAll.drillhall"

  /// Whether a kind is among those that were asked for: `source` asks for `source.fixAll` as well.
  static func asks(_ only: [String]?, for kind: String) -> Bool {
    guard let only else { return true }
    return only.contains { $0.isEmpty || kind == $0 || kind.hasPrefix($0 + ".") }
  }
}

/// The answer to `initialize`.
struct InitializeResult: Encodable {
  struct Program: Encodable {
    let name = "drillhall"
    let version: String
  }

  let capabilities: ServerCapabilities
  let serverInfo: Program
}
