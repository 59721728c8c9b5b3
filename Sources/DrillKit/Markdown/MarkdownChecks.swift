// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds what Markdown swallowed without a word: the linter is the grammar.
struct MarkdownChecks {
  let source: SourceText
  let diagnostics: Diagnostics

  func check(_ blocks: [MarkdownBlock], fromLine: Int) {
    checkSiblings(blocks)
    for block in blocks { check(block, isNested: false) }
    checkLinkDefinitions(blocks, fromLine: fromLine)
  }

  private func check(_ block: MarkdownBlock, isNested: Bool) {
    switch block.kind {
    case .heading(_, let text):
      checkHeading(text, block, isNested: isNested)
    case .paragraph(let text):
      checkText(text, block)
    case .list(let list):
      for item in list.items {
        checkSiblings(item.blocks)
        for inner in item.blocks { check(inner, isNested: true) }
      }
    case .quote(let inner):
      checkLazy(block)
      for child in inner { check(child, isNested: true) }
    case .table(let table):
      for row in table.rows {
        for cell in row.cells where cell.source.hasBytes(of: "~~") { reportStrike(row.place) }
      }
    case .html:
      diagnostics.report(
        .htmlRefused, at: block.place,
        "HTML has no meaning in a drill. Write it as Markdown, or fence it as code.")
    case .rule:
      diagnostics.report(
        .straySeparator, at: block.place,
        "A horizontal rule has no meaning here. Delete it; a new scene begins with ##.")
    case .code, .comment: break
    }
  }

  private func checkHeading(_ text: RichText, _ block: MarkdownBlock, isNested: Bool) {
    if isNested {
      diagnostics.report(
        .nestedHeading, at: block.place,
        "A heading inside a list or a quote starts nothing. Move it to the line's start.")
      return
    }
    let line = source.line(block.place.line)
    guard line.drop(while: { $0 == " " }).first == "#" else {
      diagnostics.report(
        .setextHeading, at: block.place,
        "The line below turns this one into a heading. Write headings with # and put an empty "
          + "line before a row of - or =.")
      return
    }
    if text.source.hasSuffix("}"), text.source.contains("{") {
      diagnostics.report(
        .headingAttribute, at: block.place,
        "“{…}” would become part of the title. Give an item its id with a setting: _id: name_.")
    }
    checkText(text, block)
  }

  private func checkText(_ text: RichText, _ block: MarkdownBlock) {
    if text.source.hasBytes(of: "~~") { reportStrike(block.place) }
    for (words, destination) in text.links
    where words == destination || destination == "mailto:\(words)" {
      diagnostics.report(
        .liveLink, at: source.place(of: words, from: block.place.line, through: block.endLine),
        "“<\(words)>” is a live link. Put an address that people may read in a code span.")
    }
  }

  private func reportStrike(_ place: Place) {
    diagnostics.report(
      .strayStrike, at: place,
      "“~~” stands here unpaired or beside a space. Strike words as ~~words~~ within one paragraph."
    )
  }

  /// A paragraph in a quote whose source line has no > was meant to stand on its own.
  private func checkLazy(_ block: MarkdownBlock) {
    guard block.endLine > block.place.line else { return }
    for number in (block.place.line + 1)...block.endLine {
      let line = source.line(number)
      if line.drop(while: { $0 == " " || $0 == "\t" }).first == ">" { continue }
      // A quote in a list can end with blank lines that belong to the item.
      if line.allSatisfy(\.isWhitespace) { return }
      diagnostics.report(
        .lazyQuote, at: source.place(number),
        "The quote above swallows this line. Put an empty line before it, or begin it with >.",
        fix: Fix("insert an empty line", firstLine: number, lineCount: 0, lines: [""]))
      return
    }
  }

  /// Two lists in a row, or with only a quote or a comment between, were meant as one.
  private func checkSiblings(_ blocks: [MarkdownBlock]) {
    for (index, block) in blocks.enumerated() {
      guard case .list(let list) = block.kind else { continue }
      let rest = blocks[(index + 1)...]
      if let next = rest.first, case .list(let other) = next.kind,
        other.isOrdered == list.isOrdered
      {
        diagnostics.report(
          .splitList, at: next.place,
          "A new list begins here, because its marker differs. Use the same marker for one list.")
      }
      let between = rest.prefix { $0.isQuoteOrComment }
      guard !between.isEmpty, let next = rest.dropFirst(between.count).first,
        case .list(let other) = next.kind, other.isOrdered == list.isOrdered,
        let column = list.items.last?.contentColumn
      else { continue }
      for stray in between { reportStray(stray, column: column) }
    }
    guard let last = blocks.last, last.isQuote, blocks.count > 1,
      case .list(let list) = blocks[blocks.count - 2].kind, let item = list.items.last,
      last.place.line == item.endLine + 1
    else { return }
    reportStray(last, column: item.contentColumn)
  }

  private func reportStray(_ block: MarkdownBlock, column: Int) {
    let lines = (block.place.line...block.endLine).map { number in
      let line = source.line(number)
      return line.allSatisfy(\.isWhitespace)
        ? "" : String(repeating: " ", count: column - 1) + line.trimmed()
    }
    let what = block.isQuote ? "quote" : "comment"
    diagnostics.report(
      .splitList, at: block.place,
      "This \(what) splits the list. Indent it under its answer, by \(column - 1) spaces.",
      fix: Fix(
        "indent the \(what) under its answer", firstLine: block.place.line,
        lineCount: lines.count, lines: lines))
  }

  /// cmark takes `[name]: target` away without a trace.
  private func checkLinkDefinitions(_ blocks: [MarkdownBlock], fromLine: Int) {
    guard source.text.hasBytes(of: "]:") else { return }
    let code = blocks.flatMap(\.codeLines)
    for number in fromLine...max(fromLine, source.lines.count) {
      let line = source.line(number)
      guard line.utf8.contains(UInt8(ascii: "[")) else { continue }
      var text = line.drop(while: { $0 == " " || $0 == ">" })
      guard text.first == "[", let end = text.firstIndex(of: "]") else { continue }
      let label = text[text.index(after: text.startIndex)..<end]
      text = text[text.index(after: end)...]
      guard text.first == ":", !label.isEmpty, !code.contains(where: { $0.contains(number) }) else {
        continue
      }
      diagnostics.report(
        .linkDefinition, at: source.place(number),
        "“[…]:” defines a link and vanishes from the text. Write links in place: [words](target).")
    }
  }
}

extension MarkdownBlock {
  var isQuote: Bool {
    if case .quote = kind { return true }
    return false
  }

  fileprivate var isQuoteOrComment: Bool {
    if case .comment = kind { return true }
    return isQuote
  }

  /// The lines that fenced code covers within this block.
  fileprivate var codeLines: [ClosedRange<Int>] {
    switch kind {
    case .code: [place.line...endLine]
    case .quote(let blocks): blocks.flatMap(\.codeLines)
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.codeLines) }
    default: []
    }
  }
}
