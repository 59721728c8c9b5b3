// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// A document's headings as a tree: scenes and their items, clauses and those below them.
struct DraftSymbols {
  private let draft: Draft

  /// Kinds of symbols (LSP 3.17, SymbolKind).
  enum Kind {
    static let file = 1, namespace = 3, method = 6, string = 15
  }

  init(_ draft: Draft) { self.draft = draft }

  /// The tree.
  func tree() -> [ServerResults.Symbol] {
    var rest = draft.outline.headings[...]
    return symbols(above: 0, &rest)
  }

  /// The same without a tree, with the name of what each lies in.
  func flat() -> [ServerResults.FlatSymbol] {
    var flat: [ServerResults.FlatSymbol] = []
    func add(_ symbol: ServerResults.Symbol, in container: String?) {
      flat.append(
        .init(
          name: symbol.name, kind: symbol.kind,
          location: LSPLocation(uri: draft.document.uri, range: symbol.range),
          containerName: container))
      for child in symbol.children { add(child, in: symbol.name) }
    }
    for symbol in tree() { add(symbol, in: nil) }
    return flat
  }

  private func symbols(
    above level: Int, _ rest: inout ArraySlice<DraftOutline.Heading>
  ) -> [ServerResults.Symbol] {
    var symbols: [ServerResults.Symbol] = []
    while let heading = rest.first, heading.level > level {
      rest.removeFirst()
      let children = self.symbols(above: heading.level, &rest)
      symbols.append(symbol(heading, children))
    }
    return symbols
  }

  private func symbol(
    _ heading: DraftOutline.Heading, _ children: [ServerResults.Symbol]
  ) -> ServerResults.Symbol {
    let document = draft.document
    let last = document.feedRange(draft.outline.lastLine(of: heading, in: document))
    let start = document.feedRange(heading.line).lowerBound
    let isDrill = draft.kind == .drill
    let kind =
      heading.level == 1
      ? Kind.file
      : heading.level == 2 ? Kind.namespace : isDrill ? Kind.method : Kind.string
    let verb = isDrill ? heading.verb : nil
    let name = verb?.question ?? heading.text
    return ServerResults.Symbol(
      // Editors refuse a symbol without a name.
      name: name.isEmpty ? String(repeating: "#", count: heading.level) : name,
      detail: verb?.name, kind: kind,
      range: document.range(start..<max(start, last.upperBound), draft.encoding),
      selectionRange: document.range(heading.words, draft.encoding), children: children)
  }
}
