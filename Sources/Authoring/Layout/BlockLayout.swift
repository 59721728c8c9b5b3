// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Writes blocks anew, from the raw text of each: what stands within a line is copied and never
/// written from the tree, so that no escape, entity or link can come out as another.
struct BlockLayout {
  /// The text as it was.
  let source: SourceText
  /// What may be changed within lines.
  let liberties: Liberties

  /// Where blocks stand.
  struct Position {
    /// The quotes and items around them.
    var containers: [LineContainer] = []
    /// Whether they belong to an item of a list, which is written without empty lines where
    /// Markdown needs none.
    var isItem = false
    /// Whether it is an answer's text that comes first.
    var isAnswer = false
    /// Whether no quote and no list is around them.
    var isTop: Bool { containers.isEmpty }
  }

  /// The lines of some blocks, without the signs of what is around them.
  func lines(of blocks: [MarkdownBlock], at position: Position) throws(LayoutFault) -> [String] {
    var result: [String] = []
    var previous: MarkdownBlock?
    for block in blocks {
      let written = try lines(of: block, at: position, isFirst: previous == nil)
      if let previous, isApart(previous, block, written.first ?? "", at: position) {
        result.append("")
      }
      result += written
      previous = block
    }
    return result
  }

  private func lines(
    of block: MarkdownBlock, at position: Position, isFirst: Bool
  ) throws(LayoutFault) -> [String] {
    switch block.kind {
    case .paragraph(let text):
      let paragraph = ParagraphLayout(layout: self, block: block, text: text, position: position)
      return paragraph.lines(isFirst: isFirst)
    case .heading(let level, _): return [try heading(level, block, position)]
    case .list(let list): return try ListLayout(layout: self, position: position).lines(of: list)
    case .quote(let inner):
      var within = position
      within.containers.append(.quote)
      within.isItem = false
      within.isAnswer = false
      let lines = try lines(of: inner, at: within)
      return lines.isEmpty ? [">"] : lines.map { $0.isEmpty ? ">" : "> \($0)" }
    case .table(let table):
      return try TableLayout(layout: self, position: position).lines(of: table)
    case .code(let text): return try code(text, block, position)
    case .comment(let text), .html(let text):
      // Taken as it stands; only the signs of quotes and lists before it are written anew.
      var lines = Self.lines(ofLiteral: text)
      while lines.last.map(Blanks.trimmed) == "" { lines.removeLast() }
      return lines
    case .rule:
      // Three hyphens behind a list's hyphen would be one rule.
      return [position.isItem && isFirst ? "***" : "---"]
    }
  }

  /// A line of the source behind the signs of what is around it.
  func line(_ number: Int, at position: Position) -> SourceLine {
    SourceLine(source.line(number), number: number, in: position.containers)
  }

  // MARK: What stands between two blocks

  /// Whether an empty line stands between two blocks.
  private func isApart(
    _ first: MarkdownBlock, _ second: MarkdownBlock, _ line: String, at position: Position
  ) -> Bool {
    if first.isHeading || second.isHeading { return true }
    if first.isComment || second.isComment {
      // A comment stays where its author put it, right above or below what it is about.
      return self.line(second.place.line - 1, at: position).isBlank
    }
    guard position.isItem, first.paragraph != nil else { return true }
    switch second.kind {
    case .quote: return false
    // A bare marker under a line would underline it, or be one more line of it.
    case .list: return !(line.hasPrefix("- ") || line.hasPrefix("1. "))
    default: return true
    }
  }

  // MARK: Blocks of one form

  private func heading(
    _ level: Int, _ block: MarkdownBlock, _ position: Position
  ) throws(LayoutFault) -> String {
    let line = line(block.place.line, at: position).text
    let signs = line.utf8.prefix { $0 == UInt8(ascii: "#") }.count
    let rest = line.behind(signs)
    guard signs == level, rest.utf8.first.map(Blanks.contain) ?? true else {
      throw fault(at: block.place, "heading")
    }
    let title = Blanks.trimmed(rest)
    let bare = Self.withoutClosing(title)
    // What is left may look closed once more; then the first closing has to stay.
    let kept = Self.withoutClosing(bare) == bare ? bare : title
    return String(repeating: "#", count: level) + (kept.isEmpty ? "" : " \(kept)")
  }

  /// A heading's text without the signs that may close it.
  private static func withoutClosing(_ title: String) -> String {
    let bytes = title.utf8
    let closing = bytes.reversed().prefix { $0 == UInt8(ascii: "#") }.count
    guard closing > 0 else { return title }
    let before = bytes.dropLast(closing)
    guard let last = before.last else { return "" }
    return Blanks.contain(last)
      ? Blanks.trimmedEnd(String(decoding: before, as: UTF8.self)) : title
  }

  private func code(
    _ text: String, _ block: MarkdownBlock, _ position: Position
  ) throws(LayoutFault) -> [String] {
    let opening = line(block.place.line, at: position).text
    guard let sign = opening.utf8.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~")
    else {
      throw fault(at: block.place, "code block")
    }
    let fence = String(decoding: opening.utf8.prefix { $0 == sign }, as: UTF8.self)
    return [opening] + Self.lines(ofLiteral: text) + [fence]
  }

  private static func lines(ofLiteral text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Something of the source is not where it should be.
  func fault(at place: Place, _ what: String) -> LayoutFault {
    LayoutFault(place: place, what: "the \(what) was not found again")
  }
}

extension MarkdownBlock {
  fileprivate var isHeading: Bool {
    if case .heading = kind { return true }
    return false
  }

  fileprivate var isComment: Bool {
    if case .comment = kind { return true }
    return false
  }
}
