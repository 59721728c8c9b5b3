// SPDX-License-Identifier: GPL-3.0-or-later

/// The table under `## Variants` of a translation: its own phrases, and those of the original that
/// stand in what the translation keeps.
struct TranslatedVariants {
  private let original: MarkdownTable?
  private let own: MarkdownTable?
  private let sides: (original: TranslationSide, translation: TranslationSide)
  private let diagnostics: Diagnostics

  /// Two sections; what does not fit is reported.
  init(
    original: Outline.ScenePart, own: Outline.ScenePart?,
    sides: (original: TranslationSide, translation: TranslationSide), diagnostics: Diagnostics
  ) {
    self.original = Self.table(original)
    self.sides = sides
    self.diagnostics = diagnostics
    let written = own.flatMap(Self.table)
    self.own = written
    guard let table = self.original, let own, table.rows.count <= VariantTable.maximumRows,
      written.map({ $0.rows.count <= VariantTable.maximumRows }) ?? true
    else { return }
    for block in own.blocks where Self.isText(block) {
      diagnostics.report(
        .unpairedPart, at: block.place, "Under “## Variants” stands one table. Delete this.")
    }
    guard let written else {
      diagnostics.report(
        .unpairedPart, at: own.place, "The table of the variants is missing here. Translate it.")
      return
    }
    if written.header.map({ folded($0) }) != table.header.map({ folded($0) }) {
      let header = "| " + table.header.joined(separator: " | ") + " |"
      diagnostics.report(
        .changedKey, at: written.place,
        "The names of the variants are keys. Write the header as in the original: \(header)",
        fix: written.header.count == table.header.count
          ? sides.translation.source.rewriting(
            written.place.line, "write the header as in the original"
          ) { _ in header } : nil)
    }
    for row in written.rows {
      let cells = row.cells.map(\.plain)
      guard let same = table.rows.first(where: { $0.cells.first?.plain == cells.first }),
        same.cells.map(\.plain) != cells
      else { continue }
      diagnostics.report(
        .changedKey, at: row.place,
        "The original varies “\(cells.first?.shortened ?? "")” otherwise, and its facts use it. Write "
          + "the row as in the original, or word the text otherwise.")
    }
  }

  /// Phrases that are worded otherwise here are counted: as many should vary as in the original.
  private func reportForgotten(_ varying: [MarkdownTable.Row], _ own: [MarkdownTable.Row]) {
    guard let written = self.own else { return }
    let phrase = { (row: MarkdownTable.Row) in row.cells.first?.plain ?? "" }
    let ownPhrases = Set(own.map(phrase))
    let originals = Set(original?.rows.map(phrase) ?? [])
    let others = varying.map(phrase).filter { !ownPhrases.contains($0) }
    let count = own.count { !originals.contains(phrase($0)) }
    guard count < others.count else { return }
    diagnostics.report(
      .untranslated, at: written.place,
      "In the original's text vary \(others.map { "“\($0.shortened)”" }.joined(separator: ", ")), and "
        + "\(count) of \(others.count) have a row here. See which one was forgotten.")
  }

  private static func isText(_ block: MarkdownBlock) -> Bool {
    switch block.kind {
    case .table, .comment: false
    default: true
    }
  }

  private static func table(_ section: Outline.ScenePart) -> MarkdownTable? {
    for block in section.blocks {
      if case .table(let table) = block.kind { return table }
    }
    return nil
  }

  /// The rows to be read, by line and text: the header, the translation's own, and the original's
  /// whose phrase stands in lines that are kept.
  ///
  /// - Parameters:
  ///   - kept: Lines of the original that stand in the translation as well.
  ///   - told: Lines of the original in whose place the translation has its own.
  /// - Returns: the rows; that the translation has too few of its own is reported.
  func rows(kept: [String], told: [String]) -> [(Int, TranslationSide)] {
    guard let original else { return [] }
    let head = original.place.line
    let own = own?.rows ?? []
    let phrases = Set(own.compactMap { $0.cells.first?.plain })
    func stands(_ row: MarkdownTable.Row, in lines: [String]) -> Bool {
      guard let phrase = row.cells.first?.plain, !phrase.isEmpty else { return false }
      return lines.contains { $0.hasBytes(of: phrase) }
    }
    reportForgotten(original.rows.filter { stands($0, in: told) }, own)
    let others = original.rows.filter { row in
      !phrases.contains(row.cells.first?.plain ?? "") && stands(row, in: kept)
    }
    return [(head, sides.original), (head + 1, sides.original)]
      + own.map { ($0.place.line, sides.translation) }
      + others.map { ($0.place.line, sides.original) }
  }
}
