// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// What the server answers and tells (LSP 3.17).
enum ServerResults {
  struct Markup: Hashable, Encodable {
    let kind = "markdown"
    let value: String

    init(_ value: String) { self.value = value }
  }

  struct Hover: Encodable {
    let contents: Markup
    let range: LSPRange?
  }

  struct Diagnostic: Encodable {
    /// What a client gives back with a request for code actions.
    struct Data: Encodable {
      /// What the rule is about, in a few words.
      let rule: String
      /// The change that `check --fix` would make, where there is one.
      let fix: Fix?
    }

    let range: LSPRange
    /// 1 for an error, 2 for a warning.
    let severity: Int
    let code: String
    let source = "drillhall"
    let message: String
    let data: Data
  }

  struct PublishDiagnostics: Encodable {
    let uri: String
    let version: Int?
    let diagnostics: [Diagnostic]
  }

  struct CompletionItem: Encodable {
    let label: String
    let kind: Int
    let detail: String?
    let documentation: Markup?
    let sortText: String
    let filterText: String?
    let textEdit: LSPTextEdit
  }

  struct CompletionList: Encodable {
    let isIncomplete = false
    let items: [CompletionItem]
  }

  final class Symbol: Encodable {
    let name: String
    let detail: String?
    let kind: Int
    let range: LSPRange
    let selectionRange: LSPRange
    let children: [Symbol]

    init(
      name: String, detail: String?, kind: Int, range: LSPRange, selectionRange: LSPRange,
      children: [Symbol]
    ) {
      self.name = name
      self.detail = detail
      self.kind = kind
      self.range = range
      self.selectionRange = selectionRange
      self.children = children
    }
  }

  /// A symbol for clients that know no tree.
  struct FlatSymbol: Encodable {
    let name: String
    let kind: Int
    let location: LSPLocation
    let containerName: String?
  }

  struct WorkspaceEdit: Encodable {
    let changes: [String: [LSPTextEdit]]
  }

  struct PreparedRename: Encodable {
    let range: LSPRange
    let placeholder: String
  }

  struct CodeAction: Encodable {
    let title: String
    let kind: String
    /// The findings that it mends.
    let diagnostics: [Diagnostic]?
    let isPreferred: Bool?
    let edit: WorkspaceEdit
  }

  struct Registrations: Encodable {
    struct Registration: Encodable {
      struct Options: Encodable {
        struct Watcher: Encodable {
          let globPattern: String
        }
        let watchers: [Watcher]
      }
      let id: String
      let method: String
      let registerOptions: Options
    }
    let registrations: [Registration]
  }
}
