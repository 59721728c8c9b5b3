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
    guard let table = self.original, let own else { return }
    guard let written else {
      diagnostics.report(
        .unpairedPart, at: own.place, "The table of the variants is missing here. Translate it.")
      return
    }
    if written.header.map({ folded($0) }) != table.header.map({ folded($0) }) {
      diagnostics.report(
        .changedKey, at: written.place,
        "The names of the variants are keys. Write the header as in the original: | "
          + table.header.joined(separator: " | ") + " |")
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
    let varying = original.rows.count { stands($0, in: told) }
    if let written = self.own, own.count < varying {
      diagnostics.report(
        .untranslated, at: written.place,
        "\(varying) phrases vary in the original's text, and \(own.count) here. See whether one was "
          + "forgotten.")
    }
    let others = original.rows.filter { row in
      !phrases.contains(row.cells.first?.plain ?? "") && stands(row, in: kept)
    }
    return [(head, sides.original), (head + 1, sides.original)]
      + own.map { ($0.place.line, sides.translation) }
      + others.map { ($0.place.line, sides.original) }
  }
}
