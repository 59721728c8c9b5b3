// SPDX-License-Identifier: GPL-3.0-or-later

/// The table under `## Variants` of a translation: its own phrases, and those of the original that
/// stand in what the translation keeps.
struct TranslatedVariants {
  private let original: MarkdownTable?
  private let own: MarkdownTable?
  private let sides: (original: TranslationSide, translation: TranslationSide)

  /// Two sections; what does not fit is reported.
  init(
    original: Outline.ScenePart, own: Outline.ScenePart?,
    sides: (original: TranslationSide, translation: TranslationSide), diagnostics: Diagnostics
  ) {
    self.original = Self.table(original)
    self.sides = sides
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
    if written.rows.count < table.rows.count {
      diagnostics.report(
        .untranslated, at: written.place,
        "\(table.rows.count) phrases vary in the original, and \(written.rows.count) here. See "
          + "whether one was forgotten.")
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
  func rows(keptIn lines: [String]) -> [(Int, TranslationSide)] {
    guard let original else { return [] }
    let head = original.place.line
    let phrases = Set(own?.rows.compactMap { $0.cells.first?.plain } ?? [])
    let kept = original.rows.filter { row in
      guard let phrase = row.cells.first?.plain, !phrases.contains(phrase) else { return false }
      return lines.contains { $0.hasBytes(of: phrase) }
    }
    return [(head, sides.original), (head + 1, sides.original)]
      + (own?.rows.map { ($0.place.line, sides.translation) } ?? [])
      + kept.map { ($0.place.line, sides.original) }
  }
}
