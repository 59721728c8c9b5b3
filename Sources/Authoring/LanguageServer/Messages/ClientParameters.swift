// SPDX-License-Identifier: GPL-3.0-or-later

/// What clients send, as far as the server looks at it (LSP 3.17).
enum ClientParameters {
  struct Initialize: Decodable {
    struct Folder: Decodable {
      let uri: String
    }

    struct Capabilities: Decodable {
      struct General: Decodable {
        let positionEncodings: [String]?
      }
      struct Dynamic: Decodable {
        let dynamicRegistration: Bool?
      }
      struct Workspace: Decodable {
        let didChangeWatchedFiles: Dynamic?
      }
      struct Symbols: Decodable {
        let hierarchicalDocumentSymbolSupport: Bool?
      }
      struct TextDocument: Decodable {
        let documentSymbol: Symbols?
      }

      let general: General?
      let workspace: Workspace?
      let textDocument: TextDocument?
    }

    let workspaceFolders: [Folder]?
    let rootUri: String?
    let rootPath: String?
    let capabilities: Capabilities?
  }

  struct Item: Decodable {
    let uri: String
    let version: Int?
    let text: String
  }

  struct Identifier: Decodable {
    let uri: String
    let version: Int?
  }

  struct Open: Decodable {
    let textDocument: Item
  }

  struct Change: Decodable {
    struct Content: Decodable {
      let range: LSPRange?
      let text: String
    }

    let textDocument: Identifier
    let contentChanges: [Content]
  }

  /// Parameters that name a document and nothing else that is looked at.
  struct Document: Decodable {
    let textDocument: Identifier
  }

  struct Place: Decodable {
    let textDocument: Identifier
    let position: LSPPosition
  }

  struct References: Decodable {
    struct Context: Decodable {
      let includeDeclaration: Bool?
    }

    let textDocument: Identifier
    let position: LSPPosition
    let context: Context?
  }

  struct Rename: Decodable {
    let textDocument: Identifier
    let position: LSPPosition
    let newName: String
  }

  struct CodeAction: Decodable {
    struct Context: Decodable {
      let only: [String]?
    }

    let textDocument: Identifier
    let range: LSPRange
    let context: Context?
  }

  struct Query: Decodable {
    let query: String
  }

  struct Cancel: Decodable {
    let id: RPCID
  }
}
