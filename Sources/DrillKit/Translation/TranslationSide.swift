// SPDX-License-Identifier: GPL-3.0-or-later

/// A drill's text taken apart to be paired: the original, or its translation.
struct TranslationSide {
  /// The whole text, with what it takes in from snippets.
  let text: ComposedText
  /// Its lines.
  let source: SourceText
  /// Its keys.
  let matter: FrontMatter
  /// Its headings and what stands under each.
  let outline: Outline

  /// Takes a text apart; nil, reported, where it can't be read at all. What was meant as a heading or
  /// a label in a translation is told and read as one, so that it still fits the original.
  init?(_ text: ComposedText, isOriginal: Bool, diagnostics: Diagnostics) {
    guard let source = SourceText(file: text.file, bytes: text.bytes, diagnostics: diagnostics)
    else { return nil }
    self.text = text
    self.source = source
    matter = FrontMatter.read(source, diagnostics: diagnostics)
    guard matter.isComplete else { return nil }
    var blocks = MarkdownParser.parse(
      source, fromLine: matter.markdownLine, diagnostics: diagnostics)
    if !isOriginal {
      blocks = MeantStructure(source: source, diagnostics: diagnostics).mend(blocks)
    }
    var outline = Outline(
      blocks, source: source, fromLine: matter.markdownLine, diagnostics: diagnostics)
    if !isOriginal { outline.takeTranslatedSections(source, diagnostics) }
    self.outline = outline
  }

  /// A key's value; nil where it is not there.
  func value(_ key: String) -> FrontMatter.Value? {
    matter.entries.first { $0.key == key }?.value
  }

  /// The lines of an entry of the front matter, with comments before the next one.
  func lines(ofEntry index: Int) -> ClosedRange<Int> {
    let next = index + 1
    let end =
      matter.entries.indices.contains(next)
      ? matter.entries[next].place.line : matter.markdownLine - 1
    return matter.entries[index].place.line...max(end - 1, matter.entries[index].place.line)
  }

  /// A block's lines, without empty ones at its end.
  func lines(of block: MarkdownBlock) -> ClosedRange<Int> {
    let first = block.place.line
    var last = max(block.endLine, first)
    while last > first, source.line(last).isBlank { last -= 1 }
    return first...last
  }

  /// Where a line of the whole text is from, as one of a text that is put together.
  func origin(of line: Int, isOwn: Bool, isExact: Bool = true) -> ComposedLines.Origin {
    let origin = text.origin(of: line)
    return .init(file: origin.file, line: origin.line, isOwn: isOwn, isExact: isExact)
  }

  /// The line of the file that a line of the whole text is from, for messages.
  func typedLine(_ line: Int) -> Int { text.origin(of: line).line }
}

extension Outline {
  /// Takes `## Ende` and `## Varianten` for what they are, reported: these headings stay in English.
  fileprivate mutating func takeTranslatedSections(
    _ source: SourceText, _ diagnostics: Diagnostics
  ) {
    while let last = scenes.last, last.items.isEmpty,
      let name = Self.meant(last.title, isLast: true),
      name == "End" ? end == nil : variants == nil
    {
      scenes.removeLast()
      if name == "End" { end = last } else { variants = last }
      diagnostics.report(
        .changedKey, at: last.place,
        "“## \(last.title)” is “## \(name)” in every language: what stands below it is the drill's own "
          + "section. Write “## \(name)”.",
        fix: source.rewriting(last.place.line, "write “## \(name)”") { line in
          line.hasPrefix("## ") ? "## " + name : nil
        })
    }
  }
}
