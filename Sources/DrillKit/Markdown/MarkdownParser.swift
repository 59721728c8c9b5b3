// SPDX-License-Identifier: GPL-3.0-or-later

internal import CCmarkGFM
internal import Glibc  // strcmp
internal import Synchronization

/// Reads Markdown with cmark-gfm and gives values with places.
///
/// Tables and strikethrough (double tilde only) are on; the task list extension stays off, because
/// it takes a box anywhere in a line for a tick: boxes are read from the source's bytes instead.
public enum MarkdownParser {
  /// The blocks from a 1-based line on. What Markdown would swallow or misread is reported.
  public static func parse(
    _ source: SourceText, fromLine: Int = 1, diagnostics: Diagnostics
  ) -> [MarkdownBlock] {
    registerExtensions
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE)
    else { return [] }
    defer { cmark_parser_free(parser) }
    let start = source.lines.dropFirst(fromLine - 1).first?.startIndex ?? source.text.endIndex
    var text = source.text[start...] + "\n"
    if MeantDashes.mayStand(in: text) {
      text = MeantDashes(source: source, diagnostics: diagnostics).mend(text, fromLine: fromLine)
    }
    let mayStrike = text.hasByte(UInt8(ascii: "~"))
    for name in mayStrike ? ["table", "strikethrough"] : ["table"] {
      guard let found = cmark_find_syntax_extension(name) else { continue }
      cmark_parser_attach_syntax_extension(parser, found)
    }
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { chars in
        cmark_parser_feed(parser, chars.baseAddress, chars.count)
      }
    }
    // A pointer is no value to hand out of a lock; its bits are.
    let finished = mayStrike ? striking.withLock { _ in finish(parser) } : finish(parser)
    guard let document = OpaquePointer(bitPattern: finished) else { return [] }
    defer { cmark_node_free(document) }
    let reader = BlockReader(source: source, offset: fromLine - 1, diagnostics: diagnostics)
    let blocks = reader.children(of: document, depth: 0)
    return MarkdownChecks(source: source, diagnostics: diagnostics)
      .check(blocks, fromLine: fromLine)
  }

  private static func finish(_ parser: OpaquePointer) -> Int {
    Int(bitPattern: cmark_parser_finish(parser))
  }

  private static let registerExtensions: Void = cmark_gfm_core_extensions_ensure_registered()

  /// Held while a text with a tilde is parsed. The strikethrough extension makes the tilde a
  /// special character of the whole process, and an ordinary one again at the end: two threads
  /// would take it from each other. To a text without a tilde that makes no difference.
  private static let striking = Mutex<Void>(())
}

/// Turns cmark's block nodes into values.
private struct BlockReader {
  let source: SourceText
  let offset: Int
  let diagnostics: Diagnostics
  /// Whether the text may hold a character that is written as an escape: `&#27;`.
  let mayDecode: Bool

  init(source: SourceText, offset: Int, diagnostics: Diagnostics) {
    self.source = source
    self.offset = offset
    self.diagnostics = diagnostics
    mayDecode = source.text.hasByte(UInt8(ascii: "&"))
  }

  func children(of node: OpaquePointer, depth: Int) -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    var child = cmark_node_first_child(node)
    while let current = child {
      if let block = block(current, depth: depth) { blocks.append(block) }
      child = cmark_node_next(current)
    }
    return blocks
  }

  private func startLine(_ node: OpaquePointer) -> Int {
    if let table = splitOff(node) { return Int(cmark_node_get_start_line(table)) + offset }
    return Int(cmark_node_get_start_line(node)) + offset
  }

  private func endLine(_ node: OpaquePointer) -> Int {
    if let table = splitOff(node) { return headerLine(table) - 1 }
    return max(Int(cmark_node_get_end_line(node)) + offset, startLine(node))
  }

  /// The table that a paragraph right above it was split off from: cmark-gfm leaves the paragraph
  /// without a place, and the table with that of the paragraph.
  private func splitOff(_ node: OpaquePointer) -> OpaquePointer? {
    guard cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH, cmark_node_get_start_line(node) == 0,
      let table = cmark_node_next(node), isNode(table, "table")
    else { return nil }
    return table
  }

  /// The line of a table's header: where text stands right above, it is looked for above the rows,
  /// or above the row of hyphens.
  private func headerLine(_ table: OpaquePointer) -> Int {
    let start = Int(cmark_node_get_start_line(table)) + offset
    guard let above = cmark_node_previous(table), splitOff(above) != nil else { return start }
    if let header = cmark_node_first_child(table), let row = cmark_node_next(header) {
      return max(start, Int(cmark_node_get_start_line(row)) + offset - 2)
    }
    var line = start
    while line < source.lines.count, !source.line(line + 1).allSatisfy({ " \t>|-:".contains($0) }) {
      line += 1
    }
    return line
  }

  private func block(_ node: OpaquePointer, depth: Int) -> MarkdownBlock? {
    let line = isNode(node, "table") ? headerLine(node) : startLine(node)
    let place = source.place(line, max(1, Int(cmark_node_get_start_column(node))))
    guard depth < SourceText.maximumDepth else {
      diagnostics.report(
        .nestedTooDeep, at: place,
        "Nested more than \(SourceText.maximumDepth) deep. Write it flatter.")
      return nil
    }
    let kind: MarkdownBlock.Kind
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH:
      kind = .paragraph(inlines(of: node))
    case CMARK_NODE_HEADING:
      kind = .heading(level: Int(cmark_node_get_heading_level(node)), inlines(of: node))
    case CMARK_NODE_LIST:
      kind = .list(list(node, depth: depth))
    case CMARK_NODE_BLOCK_QUOTE:
      kind = .quote(children(of: node, depth: depth + 1))
    case CMARK_NODE_CODE_BLOCK:
      kind = .code(literal(node))
      reportIndentedCode(node, at: place)
    case CMARK_NODE_HTML_BLOCK:
      let text = literal(node)
      kind = text.hasPrefix("<!--") ? .comment(text) : .html(text)
    case CMARK_NODE_THEMATIC_BREAK:
      kind = .rule
    default:
      guard isNode(node, "table") else { return nil }
      kind = .table(table(node))
    }
    return MarkdownBlock(kind, at: place, endLine: endLine(node))
  }

  private func reportIndentedCode(_ node: OpaquePointer, at place: Place) {
    var length: Int32 = 0
    var fenceOffset: Int32 = 0
    var character: CChar = 0
    guard cmark_node_get_fenced(node, &length, &fenceOffset, &character) == 0 else { return }
    diagnostics.report(
      .indentedCode, at: place,
      "Four spaces or more make this line code. Indent it no further than the text it belongs to, "
        + "or fence code with ```.")
  }

  private func literal(_ node: OpaquePointer) -> String {
    let text = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    return check(text, near: node)
  }

  /// Whether a node is of a kind that an extension adds.
  private func isNode(_ node: OpaquePointer, _ name: StaticString) -> Bool {
    guard let type = cmark_node_get_type_string(node) else { return false }
    return strcmp(type, UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
  }

  /// Reports a character that was written as an escape and is forbidden once decoded.
  private func check(_ text: String, near node: OpaquePointer) -> String {
    // Without a sign of an escape nothing stands here but what the file's bytes were checked for.
    guard mayDecode, let found = ForbiddenScalar.first(in: text) else { return text }
    diagnostics.report(
      .decodedCharacter, at: source.place(startLine(node)),
      "An escape in this block decodes to \(found.kind.name), which is not allowed. Delete it.")
    var cleaned = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where ForbiddenScalar(scalar) == nil {
      cleaned.append(scalar)
    }
    return String(cleaned)
  }

  // MARK: Lists

  private func list(_ node: OpaquePointer, depth: Int) -> MarkdownList {
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    var items: [MarkdownListItem] = []
    var typed: [Int] = []
    let indented = IndentedAnswers(source: source, diagnostics: diagnostics)
    var child = cmark_node_first_child(node)
    while let current = child {
      let marker = ListMarker(
        line: source.line(startLine(current)), column: Int(cmark_node_get_start_column(current)))
      let item = item(current, marker: marker, depth: depth)
      if let number = marker.number {
        typed.append(number)
        if isOrdered, let parts = indented.apart(item, number: number) {
          typed += parts.indices.dropFirst().map { number + $0 }
          items += parts
          child = cmark_node_next(current)
          continue
        }
      }
      items.append(item)
      child = cmark_node_next(current)
    }
    // What fell apart because a marker differs is told as that.
    let numbers = ListNumbers(source: source, offset: offset, diagnostics: diagnostics)
    if isOrdered, !numbers.fellApart(node, typed, items) { numbers.check(typed, items) }
    let boxes = MeantBoxes(source: source, diagnostics: diagnostics)
    return MarkdownList(isOrdered: isOrdered, items: boxes.mend(items))
  }

  private func item(
    _ node: OpaquePointer, marker: ListMarker, depth: Int
  ) -> MarkdownListItem {
    var blocks = children(of: node, depth: depth + 1)
    var tick = marker.tick
    let place = source.place(startLine(node), marker.column)
    if marker.tick != nil, let first = blocks.first, let text = first.paragraph {
      let stripped = MarkdownBlock(
        .paragraph(text.dropping(3)), at: source.place(place.line, marker.textColumn),
        endLine: first.endLine)
      blocks[0] = stripped
    } else if marker.isBrokenBox {
      diagnostics.report(
        .brokenBox, at: place.at(column: marker.contentColumn),
        "This box is plain text. Write “[x] Text” or “[ ] Text”, with a space after the box.",
        fix: marker.boxFix(in: source, line: place.line))
      // Read as it was meant, so that only the box is reported.
      if let first = blocks.first, let text = first.paragraph, text.source.hasPrefix("["),
        let meant = marker.meant
      {
        tick = meant
        blocks[0] = MarkdownBlock(
          .paragraph(text.dropping(marker.boxWidth)), at: first.place, endLine: first.endLine)
      }
    }
    return MarkdownListItem(
      tick: tick, blocks: blocks, place: place, contentColumn: marker.contentColumn,
      endLine: endLine(node), opensWithParenthesis: marker.opensWithParenthesis)
  }

  // MARK: Tables

  private func table(_ node: OpaquePointer) -> MarkdownTable {
    var header: [String] = []
    let headerPlace = source.place(headerLine(node))
    var rows: [MarkdownTable.Row] = []
    var child = cmark_node_first_child(node)
    while let row = child {
      child = cmark_node_next(row)
      var cells: [RichText] = []
      var cell = cmark_node_first_child(row)
      while let current = cell {
        cells.append(inlines(of: current))
        cell = cmark_node_next(current)
      }
      let place = source.place(startLine(row))
      if isNode(row, "table_header") {
        header = cells.map(\.plain)
      } else {
        checkRow(place, columns: header.count)
        rows.append(MarkdownTable.Row(cells: cells, place: place))
      }
    }
    return MarkdownTable(header: header, place: headerPlace, rows: rows)
  }

  private func checkRow(_ place: Place, columns: Int) {
    let line = source.line(place.line)
    let count = cellCount(line)
    if count == 0 {
      diagnostics.report(
        .paragraphInTable, at: place,
        "This line became a row of the table above it. Put an empty line between them.",
        fix: Fix("insert an empty line", firstLine: place.line, lineCount: 0, lines: [""]))
    } else if count > columns {
      diagnostics.report(
        .extraCells, at: place,
        "The row has \(count) cells and the table \(columns) columns; the rest would vanish. "
          + "Write a bar within a cell as “\\|”.")
    }
  }

  /// Cells of a row as typed; 0 where no bar stands in the line.
  private func cellCount(_ line: Substring) -> Int {
    let text = line.drop { $0 == ">" || $0.isWhitespace }.trimmed().utf8
    var bars = 0
    var isEscaped = false
    let bar = UInt8(ascii: "|")
    let escape = UInt8(ascii: "\\")
    for byte in text {
      if byte == bar, !isEscaped { bars += 1 }
      isEscaped = byte == escape && !isEscaped
    }
    guard bars > 0 else { return 0 }
    let opens = text.first == bar ? 1 : 0
    let closes = text.last == bar && text.dropLast().last != escape && bars > 1 ? 1 : 0
    return bars + 1 - opens - closes
  }

  // MARK: Inlines

  private func inlines(of node: OpaquePointer) -> RichText {
    var text = RichText()
    collect(node, style: [], link: nil, depth: 0, into: &text)
    return text
  }

  private func collect(
    _ node: OpaquePointer, style: RichText.Style, link: String?, depth: Int,
    into text: inout RichText
  ) {
    guard depth <= SourceText.maximumDepth else {
      diagnostics.report(
        .nestedTooDeep, at: source.place(startLine(node)),
        "Emphasis and links nested more than \(SourceText.maximumDepth) deep. Write it flatter.")
      return
    }
    var child = cmark_node_first_child(node)
    while let current = child {
      child = cmark_node_next(current)
      var inner = style
      var target = link
      switch cmark_node_get_type(current) {
      case CMARK_NODE_TEXT:
        text.append(.init(literal(current), style: style, link: link))
        continue
      case CMARK_NODE_CODE:
        text.append(.init(literal(current), style: style.union(.code), link: link))
        continue
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
        text.append(.init("\n", style: style, link: link))
        continue
      case CMARK_NODE_HTML_INLINE:
        reportHTML(current)
        continue
      case CMARK_NODE_EMPH: inner.insert(.emphasis)
      case CMARK_NODE_STRONG: inner.insert(.strong)
      case CMARK_NODE_LINK:
        let url = cmark_node_get_url(current).map { String(cString: $0) } ?? ""
        target = check(url, near: current)
      case CMARK_NODE_IMAGE:
        diagnostics.report(
          .imageRefused, at: source.place(startLine(current)),
          "Images can't be shown in a terminal. Describe what the picture shows.")
        continue
      default:
        if isNode(current, "strikethrough") { inner.insert(.strike) }
      }
      collect(current, style: inner, link: target, depth: depth + 1, into: &text)
    }
  }

  /// One tag a line is told: who is told of one sees the others.
  private func reportHTML(_ node: OpaquePointer) {
    let line = startLine(node)
    var before = cmark_node_previous(node)
    while let other = before, startLine(other) == line {
      if cmark_node_get_type(other) == CMARK_NODE_HTML_INLINE { return }
      before = cmark_node_previous(other)
    }
    let tag = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    diagnostics.report(
      .htmlRefused, at: source.place(of: tag, from: line, through: line),
      HTMLWords.sentence(tag, alternative: "put it in a code span"))
  }
}
