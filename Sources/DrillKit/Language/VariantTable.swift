// SPDX-License-Identifier: GPL-3.0-or-later

/// The table under `## Variants`: phrases of the text and what stands for them in each variant,
/// so that a second attempt differs.
struct VariantTable {
  /// Names; the first is the text as written.
  var names: [String] = ["as written"]
  /// For the variant at hand: what stands for each phrase that differs.
  private var phrases = PhraseIndex([])

  /// Where the sections begin in which no phrase stands: they are the same in every variant.
  private var unvarying: Set<Place> = []
  private var overlapping: Set<Place> = []
  /// The rows: the words as written, then what stands for them in each variant.
  private(set) var rows: [(cells: [String], place: Place)] = []

  /// Most variants: each is read and checked as a drill of its own.
  static let maximumCount = 10
  /// Most phrases that vary.
  static let maximumRows = 200

  /// No variants.
  init() {}

  /// Reads the section's blocks.
  init(_ blocks: [MarkdownBlock], at place: Place, diagnostics: Diagnostics) {
    guard blocks.count == 1, case .table(let table) = blocks[0].kind else {
      diagnostics.report(
        .badVariants, at: place,
        "Under “## Variants” stands one table: the words as written, then a column a variant.")
      return
    }
    guard table.header.count >= 2, Set(table.header).count == table.header.count,
      !table.header.contains("")
    else {
      diagnostics.report(
        .badVariants, at: table.place,
        "The table needs at least two columns, each with a name of its own.")
      return
    }
    guard table.header.count <= Self.maximumCount, table.rows.count <= Self.maximumRows else {
      diagnostics.report(
        .tooManyParts, at: table.place,
        "A drill has at most \(Self.maximumCount) variants and \(Self.maximumRows) phrases that vary."
      )
      return
    }
    names = table.header
    for row in table.rows {
      let cells = row.cells.map(\.plain)
      guard !cells[0].isEmpty else {
        diagnostics.report(
          .badVariants, at: row.place, "The first cell holds the words to replace. It is empty.")
        continue
      }
      rows.append((cells, row.place))
    }
    reportOverlaps(diagnostics)
  }

  /// The table set to one variant; an empty cell keeps the words, and so does the row `kept`.
  func choosing(_ variant: Int, keeping kept: Int? = nil) -> VariantTable {
    var table = self
    guard variant > 0 else { return table }
    table.phrases = PhraseIndex(
      rows.enumerated().map { index, row in
        let isKept = row.cells[variant].isEmpty || index == kept
        return (row.cells[0], row.cells[isKept ? 0 : variant])
      })
    return table
  }

  private mutating func reportOverlaps(_ diagnostics: Diagnostics) {
    for row in rows {
      let others = rows.filter { $0.place != row.place }
      if let other = others.first(where: { $0.cells[0].hasBytes(of: row.cells[0]) }) {
        overlapping.insert(row.place)
        diagnostics.report(
          .overlappingPhrase, at: row.place,
          "“\(row.cells[0])” is part of “\(other.cells[0])”. Make each phrase stand on its own.")
      }
    }
  }

  /// Looks for the phrases in the drill's sections, and reports those that occur nowhere.
  mutating func look(in sections: [[MarkdownBlock]], _ diagnostics: Diagnostics) {
    guard !rows.isEmpty else { return }
    let index = PhraseIndex(rows.map { ($0.cells[0], "") })
    var found: Set<Int> = []
    for section in sections {
      var here: Set<Int> = []
      Self.forEachReplaceable(in: section) { index.find(in: $0, &here) }
      if here.isEmpty, let first = section.first { unvarying.insert(first.place) }
      found.formUnion(here)
    }
    for (number, row) in rows.enumerated()
    where !found.contains(number) && !overlapping.contains(row.place) {
      diagnostics.report(
        .unusedPhrase, at: row.place,
        "“\(row.cells[0])” stands nowhere in the drill as a whole phrase (headings, ids and marks "
          + "don't count). Correct it, or delete the row.")
    }
  }

  /// The text with each whole phrase replaced once; replacements are not looked at again.
  func replace(_ text: String) -> String { phrases.replace(in: text) }

  // MARK: Blocks

  /// Blocks with the phrases replaced: in texts, never in headings, setting lines, marks and links
  /// to scenes.
  func replace(in blocks: [MarkdownBlock]) -> [MarkdownBlock] {
    guard !phrases.isEmpty, let first = blocks.first, !unvarying.contains(first.place) else {
      return blocks
    }
    var changed: [MarkdownBlock]?
    for index in blocks.indices where !Self.isTarget(blocks, index) {
      if let block = replaced(in: blocks[index]) { changed.set(block, at: index, in: blocks) }
    }
    return changed ?? blocks
  }

  /// Whether a block is the list under “Next:”, which holds links and conditions only.
  private static func isTarget(_ blocks: [MarkdownBlock], _ index: Int) -> Bool {
    index > 0 && blocks[index].isList && blocks[index - 1].paragraph?.says("Next:") == true
  }

  /// A setting line or a condition: words of the language, not of the drill.
  private static func isDirective(_ text: RichText) -> Bool {
    text.runs.allSatisfy { $0.style == .emphasis || $0.text.isBlank }
  }

  // What follows gives nil where no phrase stands, so that most of a text is shared between variants.

  private func replaced(in text: RichText) -> RichText? {
    var changed: [RichText.Run]?
    for (index, run) in text.runs.enumerated() where !run.isSceneLink {
      guard let words = phrases.replaced(in: run.text) else { continue }
      changed.set(.init(words, style: run.style, link: run.link), at: index, in: text.runs)
    }
    return changed.map { RichText($0) }
  }

  private func replaced(in block: MarkdownBlock) -> MarkdownBlock? {
    let kind: MarkdownBlock.Kind?
    switch block.kind {
    case .paragraph(let text):
      kind = Self.isDirective(text) ? nil : replaced(in: text).map { .paragraph($0) }
    case .heading, .comment, .html, .rule: kind = nil
    case .code(let text): kind = phrases.replaced(in: text).map { .code($0) }
    case .quote(let blocks): kind = blocks.changed(by: replaced).map { .quote($0) }
    case .list(let list):
      kind = list.items.changed(by: replaced).map {
        .list(MarkdownList(isOrdered: list.isOrdered, items: $0))
      }
    case .table(let table):
      let rows = table.rows.changed { row in
        row.cells.changed(by: replaced).map { MarkdownTable.Row(cells: $0, place: row.place) }
      }
      kind = rows.map {
        .table(MarkdownTable(header: table.header, place: table.place, rows: $0))
      }
    }
    return kind.map { MarkdownBlock($0, at: block.place, endLine: block.endLine) }
  }

  private func replaced(in item: MarkdownListItem) -> MarkdownListItem? {
    var changed = item.blocks.changed(by: replaced)
    if item.opensWithParenthesis, let (marks, rest) = Marks.split(item.text) {
      // Marks are words of the language, not of the drill.
      var blocks = changed ?? item.blocks
      blocks[0] = item.blocks[0]
      if let rest = replaced(in: rest) {
        let text = RichText([.init("(" + marks.joined(separator: "; ") + ") ")] + rest.runs)
        blocks[0] = MarkdownBlock(
          .paragraph(text), at: item.blocks[0].place, endLine: item.blocks[0].endLine)
      }
      changed = blocks
    }
    return changed.map {
      MarkdownListItem(
        tick: item.tick, blocks: $0, place: item.place, contentColumn: item.contentColumn,
        endLine: item.endLine, opensWithParenthesis: item.opensWithParenthesis)
    }
  }

  /// Calls a function with the texts in which variants replace phrases.
  private static func forEachReplaceable(in blocks: [MarkdownBlock], _ body: (String) -> Void) {
    for index in blocks.indices where !isTarget(blocks, index) {
      forEachReplaceable(in: blocks[index], body)
    }
  }

  private static func forEachReplaceable(in block: MarkdownBlock, _ body: (String) -> Void) {
    switch block.kind {
    case .heading, .comment, .html, .rule: break
    case .code(let text): body(text)
    case .paragraph(let text): if !isDirective(text) { forEachReplaceable(in: text, body) }
    case .quote(let blocks):
      for block in blocks { forEachReplaceable(in: block, body) }
    case .list(let list):
      for item in list.items {
        if item.opensWithParenthesis, let (_, rest) = Marks.split(item.text) {
          forEachReplaceable(in: rest, body)
          for block in item.rest { forEachReplaceable(in: block, body) }
        } else {
          for block in item.blocks { forEachReplaceable(in: block, body) }
        }
      }
    case .table(let table):
      for row in table.rows {
        for cell in row.cells { forEachReplaceable(in: cell, body) }
      }
    }
  }

  private static func forEachReplaceable(in text: RichText, _ body: (String) -> Void) {
    for run in text.runs where !run.isSceneLink { body(run.text) }
  }
}

extension Array {
  /// The elements with those replaced that a function changes; nil where it changes none.
  fileprivate func changed(by change: (Element) -> Element?) -> [Element]? {
    var changed: [Element]?
    for (index, element) in enumerated() {
      if let new = change(element) { changed.set(new, at: index, in: self) }
    }
    return changed
  }
}

extension Optional {
  /// Sets an element in a copy that is made of a list when it is first needed.
  fileprivate mutating func set<Element>(_ new: Element, at index: Int, in list: [Element])
  where Wrapped == [Element] {
    if self == nil { self = list }
    self?[index] = new
  }
}

extension RichText.Run {
  /// Whether it is a link to a scene, whose words are the scene's title.
  fileprivate var isSceneLink: Bool { link?.hasPrefix("#") == true }
}
