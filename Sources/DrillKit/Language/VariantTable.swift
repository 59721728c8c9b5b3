// SPDX-License-Identifier: GPL-3.0-or-later

/// The table under `## Variants`: phrases of the text and what stands for them in each variant,
/// so that a second attempt differs.
struct VariantTable {
  /// Names; the first is the text as written.
  var names: [String] = ["as written"]
  /// For the variant at hand: phrase and replacement, longest phrase first.
  private(set) var phrases: [(from: String, to: String)] = [] {
    didSet { wanted = phrases.map { Wanted(from: Array($0.from), bytes: Self.bytes($0.from), to: $0.to) } }
  }
  private var wanted: [Wanted] = []

  /// A phrase ready to be looked for.
  private struct Wanted {
    let from: [Character]
    /// The phrase's bytes, without which it can't stand in a text; nil where it is not ASCII.
    let bytes: [UInt8]?
    let to: String
  }

  private var rows: [(cells: [String], place: Place)] = []

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

  /// The table set to one variant; an empty cell keeps the words.
  func choosing(_ variant: Int) -> VariantTable {
    var table = self
    table.phrases = rows.map { row in
      let words = row.cells[variant]
      return (row.cells[0], variant == 0 || words.isEmpty ? row.cells[0] : words)
    }.sorted { $0.from.count > $1.from.count }
    return table
  }

  private func reportOverlaps(_ diagnostics: Diagnostics) {
    for row in rows {
      let others = rows.filter { $0.place != row.place }
      if let other = others.first(where: { $0.cells[0].contains(row.cells[0]) }) {
        diagnostics.report(
          .overlappingPhrase, at: row.place,
          "“\(row.cells[0])” is part of “\(other.cells[0])”. Make each phrase stand on its own.")
      }
    }
  }

  /// Reports phrases that occur nowhere in these blocks.
  func reportUnused(in blocks: [MarkdownBlock], _ diagnostics: Diagnostics) {
    guard !rows.isEmpty else { return }
    let texts = blocks.flatMap(\.replaceable)
    for row in rows where !texts.contains(where: { Self.contains(row.cells[0], in: $0) }) {
      diagnostics.report(
        .unusedPhrase, at: row.place,
        "“\(row.cells[0])” stands nowhere in the drill as a whole phrase (headings, ids and marks "
          + "don't count). Correct it, or delete the row.")
    }
  }

  private static func contains(_ phrase: String, in text: String) -> Bool {
    var table = VariantTable()
    table.phrases = [(phrase, phrase + "\u{1}")]
    return table.replace(text).contains("\u{1}")
  }

  /// The text with each whole phrase replaced once; replacements are not looked at again.
  func replace(_ text: String) -> String {
    guard !phrases.isEmpty else { return text }
    let bytes = text.utf8.map { $0 == 0x0A ? UInt8(0x20) : $0 }
    let wanted = wanted.filter { $0.bytes.map { bytes.firstIndex(of: $0) != nil } ?? true }
    guard !wanted.isEmpty else { return text }
    let source = Array(text)
    var result = ""
    var index = 0
    while index < source.count {
      if let found = wanted.first(where: { Self.stands($0.from, at: index, in: source) }) {
        result += found.to
        index += found.from.count
      } else {
        result.append(source[index])
        index += 1
      }
    }
    return result
  }

  /// The bytes of a text in ASCII, line feeds as spaces; nil of any other text.
  private static func bytes(_ text: String) -> [UInt8]? {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    return text.utf8.map { $0 == 0x0A ? 0x20 : $0 }
  }

  /// Whether a phrase stands here with no letter or digit joined to either end.
  private static func stands(_ phrase: [Character], at start: Int, in text: [Character]) -> Bool {
    let end = start + phrase.count
    guard end <= text.count, let first = phrase.first, let last = phrase.last else { return false }
    for offset in phrase.indices {
      let there = text[start + offset]
      guard there == phrase[offset] || (there == "\n" && phrase[offset] == " ") else {
        return false
      }
    }
    let isWord: (Character) -> Bool = { $0.isLetter || $0.isNumber }
    if start > 0, isWord(first), isWord(text[start - 1]) { return false }
    if end < text.count, isWord(last), isWord(text[end]) { return false }
    return true
  }

  /// Blocks with the phrases replaced: in texts, never in headings, setting lines and marks.
  func replace(in blocks: [MarkdownBlock]) -> [MarkdownBlock] {
    phrases.contains { $0.from != $0.to } ? blocks.map(replace) : blocks
  }

  private func replace(in block: MarkdownBlock) -> MarkdownBlock {
    let kind: MarkdownBlock.Kind
    switch block.kind {
    case .paragraph(let text):
      let isDirective = text.runs.allSatisfy { $0.style == .emphasis }
      kind = .paragraph(isDirective ? text : text.mapText(replace))
    case .heading, .comment, .html, .rule: kind = block.kind
    case .code(let text): kind = .code(replace(text))
    case .quote(let blocks): kind = .quote(blocks.map(replace))
    case .list(let list):
      kind = .list(MarkdownList(isOrdered: list.isOrdered, items: list.items.map(replace)))
    case .table(let table):
      kind = .table(
        MarkdownTable(
          header: table.header, place: table.place,
          rows: table.rows.map {
            .init(cells: $0.cells.map { $0.mapText(replace) }, place: $0.place)
          }))
    }
    return MarkdownBlock(kind, at: block.place, endLine: block.endLine)
  }

  private func replace(in item: MarkdownListItem) -> MarkdownListItem {
    var blocks = item.blocks.map(replace)
    if item.opensWithParenthesis, let (marks, rest) = Marks.split(item.text) {
      let text = RichText([.init("(" + marks.joined(separator: "; ") + ") ")])
      let joined = RichText(text.runs + rest.mapText(replace).runs)
      blocks[0] = MarkdownBlock(
        .paragraph(joined), at: item.blocks[0].place, endLine: item.blocks[0].endLine)
    }
    return MarkdownListItem(
      tick: item.tick, blocks: blocks, place: item.place, contentColumn: item.contentColumn,
      endLine: item.endLine, opensWithParenthesis: item.opensWithParenthesis)
  }
}

extension MarkdownBlock {
  /// The texts in which variants replace phrases.
  fileprivate var replaceable: [String] {
    switch kind {
    case .heading: []
    case .code(let text): [text]
    default: richTexts.flatMap { $0.runs.map(\.text) }
    }
  }
}
