// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds answers that stand a tab or some spaces too far right, where Markdown takes them for a list
/// within the answer above, and puts them back beside it.
struct IndentedAnswers {
  let source: SourceText
  let diagnostics: Diagnostics

  /// The blocks with such answers beside the others; each place is reported.
  func mend(_ blocks: [MarkdownBlock]) -> [MarkdownBlock] {
    guard blocks.contains(where: \.holdsList) else { return blocks }
    return blocks.map { block in
      guard block.holdsList, case .list(let list) = block.kind, list.items.areAnswers else {
        return block
      }
      var items: [MarkdownListItem] = []
      for item in list.items { append(item, of: list, to: &items) }
      return MarkdownBlock(
        .list(MarkdownList(isOrdered: list.isOrdered, items: items)), at: block.place,
        endLine: block.endLine)
    }
  }

  /// Adds an item, and behind it the answers that stand within it.
  private func append(
    _ item: MarkdownListItem, of list: MarkdownList, to items: inout [MarkdownListItem]
  ) {
    var blocks: [MarkdownBlock] = []
    var open = item
    func close() {
      items.append(
        MarkdownListItem(
          tick: open.tick, blocks: blocks, place: open.place, contentColumn: item.contentColumn,
          endLine: open.endLine, opensWithParenthesis: open.opensWithParenthesis))
    }
    for (index, block) in item.blocks.enumerated() {
      guard case .list(let inner) = block.kind,
        block.place.line == item.place.line
          || isMeant(inner, in: list, behind: item.blocks[..<index])
      else {
        blocks.append(block)
        continue
      }
      let after = item.blocks[(index + 1)...].prefix { !$0.isList }
      if index == 0, block.place.line == item.place.line, inner.items.count == 1,
        let only = inner.items.first
      {
        reportTwoMarkers(only, in: item, isAlone: list.items.count == 1)
        open = only
        blocks = only.blocks
        continue
      }
      diagnostics.report(
        .indentedAnswer, at: block.place,
        "This answer is indented, so that it belongs to the answer above. Begin it where that one "
          + "begins.",
        fix: fix(inner, block, after: Array(after), in: item))
      close()
      // The last one is open still: what follows may be said of it.
      for nested in inner.items.dropLast() { append(nested, of: list, to: &items) }
      guard let last = inner.items.last else { continue }
      var within: [MarkdownListItem] = []
      append(last, of: list, to: &within)
      guard let deepest = within.popLast() else { continue }
      items += within
      open = deepest
      blocks = deepest.blocks
    }
    close()
  }

  /// Reports `- - [ ] Wait`: an answer within an item that has no words of its own.
  private func reportTwoMarkers(
    _ answer: MarkdownListItem, in item: MarkdownListItem, isAlone: Bool
  ) {
    diagnostics.report(
      .indentedAnswer, at: answer.place,
      "Two markers stand before this answer, so that it belongs to one without words. Delete one of "
        + "them.",
      fix: source.rewriting(item.place.line, "delete one of the markers") { line in
        let outer = line.prefix(isAlone ? item.place.column - 1 : item.contentColumn - 1)
        let inner = isAlone ? answer.place.column : answer.contentColumn
        return String(outer + line.dropFirst(inner - 1))
      })
  }

  /// The items that a numbered one holds because the next numbers are indented: Markdown takes such
  /// a line for words that go on, unless its number is 1. Nil where there are none.
  func apart(_ item: MarkdownListItem, number: Int) -> [MarkdownListItem]? {
    guard let text = item.blocks.first?.paragraph, let first = item.blocks.first,
      text.runs.contains(where: { $0.text.hasByte(0x0A) }),
      text.source.hasBytes(of: "\n\(number + 1). ")
    else { return nil }
    var items: [MarkdownListItem] = []
    var words = RichText()
    var open = (
      tick: item.tick, place: item.place, textPlace: first.place, opens: item.opensWithParenthesis
    )
    func close(_ rest: ArraySlice<MarkdownBlock>, endLine: Int) {
      let paragraph = MarkdownBlock(
        .paragraph(words), at: open.textPlace, endLine: rest.isEmpty ? endLine : first.endLine)
      items.append(
        MarkdownListItem(
          tick: open.tick, blocks: [paragraph] + rest, place: open.place,
          contentColumn: item.contentColumn, endLine: endLine, opensWithParenthesis: open.opens))
    }
    for (offset, line) in text.lines.enumerated() {
      let typed = "\(number + items.count + 1)."
      let place = source.place(first.place.line + offset)
      let written = source.line(place.line)
      guard offset > 0, line.source.hasPrefix(typed + " "), written.trimmed().hasPrefix(typed)
      else {
        if offset > 0 { words.append(RichText.Run("\n")) }
        for run in line.runs { words.append(run) }
        continue
      }
      diagnostics.report(
        .indentedAnswer, at: place,
        "“\(typed)” is indented, so that it goes on with the line above. Begin it where that one begins.",
        fix: source.rewriting(place.line, "begin the line where the one above begins") {
          String(repeating: " ", count: max(0, item.place.column - 1)) + $0.trimmed()
        })
      close([], endLine: place.line - 1)
      let marker = ListMarker(
        line: written, column: written.prefix { $0 == " " || $0 == "\t" }.count + 1)
      open = (
        marker.tick, source.place(place.line, marker.column),
        source.place(place.line, marker.textColumn), marker.opensWithParenthesis
      )
      words = line.dropping(typed.count + 1)
      if marker.tick != nil { words = words.dropping(3) }
    }
    guard !items.isEmpty else { return nil }
    close(item.blocks.dropFirst(), endLine: item.endLine)
    return items
  }

  /// Whether a list within an answer holds answers: boxes do, and so do quotes, or a quote before
  /// it, where the answers have no boxes.
  private func isMeant(
    _ inner: MarkdownList, in list: MarkdownList, behind above: ArraySlice<MarkdownBlock>
  ) -> Bool {
    if inner.items.contains(where: { $0.tick != nil }) { return true }
    guard inner.isOrdered == list.isOrdered, !list.items.contains(where: { $0.tick != nil }) else {
      return false
    }
    return inner.items.areAnswers || above.contains(where: \.isQuote)
  }

  /// Takes the lines of such answers back to where the one above begins; nil where code or another
  /// list among them is indented by itself.
  private func fix(
    _ list: MarkdownList, _ block: MarkdownBlock, after: [MarkdownBlock], in item: MarkdownListItem
  ) -> Fix? {
    let own = list.items.flatMap(\.blocks) + after
    guard own.allSatisfy({ $0.paragraph != nil || $0.isQuote && !$0.holdsList }) else { return nil }
    let end = max(block.endLine, after.last?.endLine ?? 0)
    guard block.place.line <= end, end <= source.lines.count else { return nil }
    let outer = String(repeating: " ", count: max(0, item.place.column - 1))
    let inner = outer + String(repeating: " ", count: item.contentColumn - item.place.column)
    let starts = Set(list.items.map(\.place.line))
    return Fix(
      "begin these lines where the answer above begins", firstLine: block.place.line,
      lineCount: end - block.place.line + 1,
      lines: (block.place.line...end).map { number in
        let line = source.line(number).trimmed()
        return line.isEmpty ? "" : (starts.contains(number) ? outer : inner) + line
      })
  }
}

extension MarkdownBlock {
  /// Whether it is a list, or a quote, with a list right within.
  fileprivate var holdsList: Bool {
    switch kind {
    case .list(let list): list.items.contains { $0.blocks.contains(where: \.isList) }
    case .quote(let blocks): blocks.contains(where: \.isList)
    default: false
    }
  }
}
