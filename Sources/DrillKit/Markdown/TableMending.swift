// SPDX-License-Identifier: GPL-3.0-or-later

/// Joins tables that an empty line takes apart: what stands below it would be told as a text.
struct TableMending {
  let source: SourceText
  let diagnostics: Diagnostics

  /// The blocks with rows joined to the table, or the head, above them; each gap is reported.
  func mend(_ blocks: [MarkdownBlock]) -> [MarkdownBlock] {
    guard blocks.contains(where: opensWithBar) else { return blocks }
    var result: [MarkdownBlock] = []
    result.reserveCapacity(blocks.count)
    for block in blocks {
      if opensWithBar(block), let above = result.last, let table = joined(above, block) {
        report(below: above, block)
        result[result.count - 1] = MarkdownBlock(
          .table(table), at: above.place, endLine: block.endLine)
      } else {
        result.append(block)
      }
    }
    return result
  }

  private func opensWithBar(_ block: MarkdownBlock) -> Bool {
    block.paragraph?.runs.first?.text.utf8.first == UInt8(ascii: "|")
  }

  private func joined(_ above: MarkdownBlock, _ block: MarkdownBlock) -> MarkdownTable? {
    guard let text = block.paragraph else { return nil }
    switch above.kind {
    case .table(let table):
      guard let rows = MeantTable.rows(text, width: table.header.count),
        // A row of dashes begins another table.
        !text.lines.contains(where: { MeantTable.isDashes($0.plain) })
      else { return nil }
      return MarkdownTable(
        header: table.header, place: table.place,
        rows: table.rows + self.rows(rows, from: block.place.line))
    case .paragraph(let head):
      // A head, and its row of dashes behind the empty line.
      let cells = MeantTable.cells(head)
      guard head.lines.count == 1, head.plain.hasPrefix("|"), cells.count > 1,
        let rows = MeantTable.rows(text, width: cells.count), rows.count > 1,
        let first = text.lines.first, MeantTable.isDashes(first.plain)
      else { return nil }
      return MarkdownTable(
        header: cells.map(\.plain), place: above.place,
        rows: self.rows(Array(rows.dropFirst()), from: block.place.line + 1))
    default: return nil
    }
  }

  private func rows(_ cells: [[RichText]], from line: Int) -> [MarkdownTable.Row] {
    cells.enumerated().map { index, cells in
      MarkdownTable.Row(cells: cells, place: source.place(line + index))
    }
  }

  private func report(below above: MarkdownBlock, _ block: MarkdownBlock) {
    var first = block.place.line
    while first > above.place.line + 1, source.line(first - 1).isBlank { first -= 1 }
    diagnostics.report(
      .brokenTable, at: block.place,
      "An empty line takes this table apart, so that what stands here is told as a text. Delete it.",
      fix: first < block.place.line
        ? Fix(
          "delete the empty line", firstLine: first, lineCount: block.place.line - first, lines: [])
        : nil)
  }
}
