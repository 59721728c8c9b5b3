// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds what Markdown swallowed without a word: the linter is the grammar.
struct MarkdownChecks {
  let source: SourceText
  let diagnostics: Diagnostics
  let occurrences: Occurrences

  /// Checks of a text.
  init(source: SourceText, diagnostics: Diagnostics) {
    self.source = source
    self.diagnostics = diagnostics
    occurrences = Occurrences(in: source)
  }

  /// Reports what is wrong, and gives the blocks with the lists joined that fell apart: what is
  /// said about their answers later is then about what the author meant.
  func check(_ blocks: [MarkdownBlock], fromLine: Int) -> [MarkdownBlock] {
    let blocks = TableMending(source: source, diagnostics: diagnostics).mend(
      IndentedAnswers(source: source, diagnostics: diagnostics).mend(blocks))
    let lists = ListMending(source: source, diagnostics: diagnostics)
    let mended = lists.mend(blocks)
    for block in blocks { check(block, quotes: 0, isNested: false) }
    checkLinkDefinitions(blocks, fromLine: fromLine)
    return mended
  }

  /// Checks a block within so many quotes, the outermost of which stands in a list whose text begins
  /// behind an indent.
  private func check(_ block: MarkdownBlock, quotes: Int, indent: Int = 0, isNested: Bool) {
    switch block.kind {
    case .heading(_, let text):
      checkHeading(text, block, isNested: isNested)
    case .paragraph(let text):
      checkText(text, at: block.place, through: block.endLine)
      checkBrokenTable(text, block)
    case .list(let list):
      for item in list.items {
        checkLists(item.blocks)
        let indent = quotes == 0 ? item.contentColumn - 1 : indent
        for inner in item.blocks { check(inner, quotes: quotes, indent: indent, isNested: true) }
      }
    case .quote(let inner):
      checkLazy(block, depth: quotes + 1, indent: indent)
      checkLists(inner)
      for child in inner {
        check(child, quotes: quotes + 1, indent: indent, isNested: true)
      }
    case .table(let table):
      for row in table.rows {
        for cell in row.cells { checkText(cell, at: row.place, through: row.place.line) }
      }
    case .html:
      let tag = source.line(block.place.line).drop { $0 == " " || $0 == ">" }.prefix { $0 != ">" }
      diagnostics.report(
        .htmlRefused, at: block.place,
        HTMLWords.sentence(String(tag), alternative: "fence it as code"))
    case .rule:
      diagnostics.report(
        .straySeparator, at: block.place,
        "A horizontal rule has no meaning here. Delete it; a new scene begins with ##.",
        fix: ruleFix(block, isNested: isNested))
    case .comment(let text): checkComment(text, block)
    case .code(let text): if text.contains("~~") { reportStrike(block.place) }
    }
  }

  private func checkHeading(_ title: RichText, _ block: MarkdownBlock, isNested: Bool) {
    if isNested {
      diagnostics.report(
        .nestedHeading, at: block.place,
        "A heading inside a list or a quote starts nothing. Move it to the line's start.")
      return
    }
    let line = source.line(block.place.line)
    // `##Title` over a row of hyphens begins with the sign and is underlined all the same.
    let text = line.drop { $0 == " " }
    let signs = text.utf8.prefix { $0 == UInt8(ascii: "#") }.count
    let next = text.utf8.dropFirst(signs).first
    guard (1...6).contains(signs), next == nil || next == 0x20 || next == 0x09 else {
      diagnostics.report(
        .setextHeading, at: block.place,
        "The line below turns this one into a heading. Write headings with # and put an empty "
          + "line before a row of - or =.")
      return
    }
    if title.source.hasSuffix("}"), title.source.contains("{") {
      diagnostics.report(
        .headingAttribute, at: block.place,
        "“{…}” would become part of the title. Give an item its id with a setting: _id: name_.")
    }
    checkText(title, at: block.place, through: block.endLine)
  }

  // MARK: Text

  private func checkText(_ text: RichText, at place: Place, through last: Int) {
    // By index: runs that are looked at only are not copied.
    let runs = text.runs
    for index in runs.indices where runs[index].text.hasBytes(of: "~~") {
      let words = Self.aroundStrike(runs[index].text)
      reportStrike(source.place(of: words, from: place.line, through: last))
    }
    for index in runs.indices where runs[index].link != nil && !diagnostics.isFull {
      let run = runs[index]
      guard let destination = run.link, isLive(run.text, destination) else { continue }
      let words = run.text
      let place = occurrences.place(of: "<\(words)>", from: place.line, through: last)
      diagnostics.report(
        .liveLink, at: place.at(column: place.column + 1),
        "“<\(words)>” is a live link. Put an address that people may read in a code span.",
        fix: codeSpan(words, at: place))
    }
    checkBrokenLinks(in: text, from: place.line, through: last)
  }

  /// Deletes a horizontal rule, unless lists beside it would then be one.
  private func ruleFix(_ block: MarkdownBlock, isNested: Bool) -> Fix? {
    let number = block.place.line
    let isBlank: (Int) -> Bool = { source.line($0).allSatisfy(\.isWhitespace) }
    guard !isNested, isBlank(number - 1) || isBlank(number + 1) else { return nil }
    let next = source.lines.dropFirst(number).first { !$0.allSatisfy(\.isWhitespace) }
    let opensList = next?.first.map { "-*+0123456789>".contains($0) } ?? false
    guard !opensList else { return nil }
    return source.rewriting(number, "delete the rule") { _ in "" }
  }

  /// Puts an address between the signs of a code span.
  private func codeSpan(_ words: String, at place: Place) -> Fix? {
    source.replacing(
      "<\(words)>", with: "`\(words)`", inLine: place.line, at: place.column,
      "put the address into a code span")
  }

  private func isLive(_ words: String, _ destination: String) -> Bool {
    words == destination
      || (destination.hasPrefix("mailto:") && destination == "mailto:\(words)")
  }

  /// The sign and some words beside it, by which it is found among others that are paired.
  private static func aroundStrike(_ text: String) -> String {
    guard let sign = text.firstRange(of: "~~") else { return "~~" }
    let after = text[sign.upperBound...].prefix { $0 != "\n" }.prefix(12)
    return "~~" + after
  }

  private func reportStrike(_ place: Place) {
    diagnostics.report(
      .strayStrike, at: place,
      "“~~” stands here unpaired, beside a space or in code. Strike words as ~~words~~ within one "
        + "paragraph.")
  }

  /// A comment takes everything up to `-->` with it, and the rest of that line.
  private func checkComment(_ text: String, _ block: MarkdownBlock) {
    let trimmed = text.trimmed()
    if trimmed.hasSuffix("-->"), trimmed.dropLast(3).contains("-->") == false { return }
    diagnostics.report(
      .brokenComment, at: block.place,
      trimmed.contains("-->")
        ? "What stands in a line after “-->” vanishes with the comment. Put it on a line of its own."
        : "This comment is never closed, so that everything after it vanishes. Close it with “-->”."
    )
  }

  /// A row of dashes and bars within a paragraph: a table was meant, and its head does not fit.
  private func checkBrokenTable(_ text: RichText, _ block: MarkdownBlock) {
    guard block.endLine > block.place.line, text.source.hasByte(UInt8(ascii: "|")) else { return }
    if let meant = MeantTable(text) {
      meant.report(block, in: source, diagnostics)
      return
    }
    for (offset, line) in text.source.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated().dropFirst()
    where line.contains("|") && line.contains("--") && line.allSatisfy({ "|-: ".contains($0) }) {
      diagnostics.report(
        .brokenTable, at: source.place(block.place.line + offset),
        "This is no table, because its head and the row of dashes have not the same number of "
          + "cells. Count the bars of both.")
      return
    }
  }

  // MARK: Quotes and lists

  /// A paragraph in a quote whose source line has fewer > was meant to stand on its own.
  private func checkLazy(_ block: MarkdownBlock, depth: Int, indent: Int) {
    guard block.endLine > block.place.line else { return }
    for number in (block.place.line + 1)...block.endLine {
      let line = source.line(number)
      // A quote in a list can end with blank lines that belong to the item.
      if line.allSatisfy(\.isWhitespace) { return }
      let isDeep = Self.width(of: line.prefix { $0 == " " || $0 == "\t" }) >= indent + 4
      let marks = Self.quoteMarks(line)
      if marks >= depth, !isDeep { continue }
      guard !isDeep || marks == 0 else {
        // The outermost quote tells it.
        guard depth == 1 else { return }
        diagnostics.report(
          .lazyQuote, at: source.place(number),
          "This line is indented so far that its “>” is text in the quote above. Indent it like the "
            + "line above, or put an empty line before it.",
          fix: source.rewriting(number, "indent the line like the quote") {
            String(repeating: " ", count: block.place.column - 1) + $0.trimmed()
          })
        return
      }
      // Behind an empty line it would stand outside the list that it is meant for.
      let isItem = indent > 0 && Self.isMeantAsItem(line)
      diagnostics.report(
        .lazyQuote, at: source.place(number),
        isItem
          ? "The quote above swallows this line. If it is the list's next line, begin it with a number "
            + "and a point, such as “4. ”; if it belongs to the quote, with >."
          : "The quote above swallows this line. Put an empty line before it, or begin it with >.",
        fix: depth > 1 || isItem
          ? nil : Fix("insert an empty line", firstLine: number, lineCount: 0, lines: [""]))
      return
    }
  }

  /// Whether a line begins as one of a conversation does: with a number that is none for Markdown
  /// (`6a.`), or with a name in bold.
  private static func isMeantAsItem(_ line: Substring) -> Bool {
    let words = line.drop { $0 == " " || $0 == "\t" }
    return words.first.map { $0.isASCII && $0.isNumber } ?? false || words.hasPrefix("**")
  }

  /// How many > stand before a line's text.
  private static func quoteMarks(_ line: Substring) -> Int {
    line.prefix { $0 == ">" || $0 == " " || $0 == "\t" }.count { $0 == ">" }
  }

  /// How many columns white space takes; a tab goes to the next fourth.
  private static func width(of space: Substring) -> Int {
    space.reduce(0) { $1 == "\t" ? ($0 / 4 + 1) * 4 : $0 + 1 }
  }

  private func checkLists(_ blocks: [MarkdownBlock]) {
    _ = ListMending(source: source, diagnostics: diagnostics).mend(blocks)
  }

  /// cmark takes `[name]: target` away without a trace.
  private func checkLinkDefinitions(_ blocks: [MarkdownBlock], fromLine: Int) {
    guard source.text.hasBytes(of: "]:") else { return }
    let code = Set(blocks.flatMap(\.codeLines).joined())
    for number in fromLine...max(fromLine, source.lines.count) where !code.contains(number) {
      let line = source.line(number)
      guard line.utf8.contains(UInt8(ascii: "[")) else { continue }
      var text = line.drop(while: { $0 == " " || $0 == ">" })
      guard text.first == "[", let end = text.firstIndex(of: "]") else { continue }
      let label = text[text.index(after: text.startIndex)..<end]
      text = text[text.index(after: end)...]
      guard text.first == ":", !label.isEmpty else { continue }
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
