// SPDX-License-Identifier: GPL-3.0-or-later

/// A block of a Markdown text, with the place where it starts.
public struct MarkdownBlock: Hashable, Sendable {
  /// What kind of block it is and what it holds.
  public indirect enum Kind: Hashable, Sendable {
    case paragraph(RichText)
    case heading(level: Int, RichText)
    case list(MarkdownList)
    case quote([MarkdownBlock])
    case table(MarkdownTable)
    case code(String)
    case comment(String)
    case html(String)
    case rule
  }

  /// The block itself.
  public let kind: Kind
  /// Where it starts.
  public let place: Place
  /// Its last line, 1-based.
  public let endLine: Int

  /// A block.
  public init(_ kind: Kind, at place: Place, endLine: Int) {
    self.kind = kind
    self.place = place
    self.endLine = endLine
  }

  /// The text of a paragraph, or nil of any other block.
  public var paragraph: RichText? {
    if case .paragraph(let text) = kind { return text }
    return nil
  }

  /// Whether it is a list.
  var isList: Bool {
    if case .list = kind { return true }
    return false
  }

  /// What kind of block this is, as an author calls it.
  public var name: String {
    switch kind {
    case .paragraph: "paragraph"
    case .heading: "heading"
    case .list(let list): list.isOrdered ? "numbered list" : "list"
    case .quote: "quote"
    case .table: "table"
    case .code: "code block"
    case .comment: "comment"
    case .html: "HTML"
    case .rule: "horizontal rule"
    }
  }
}

/// A list and its items.
public struct MarkdownList: Hashable, Sendable {
  /// Numbered or not.
  public let isOrdered: Bool
  /// The items in order.
  public let items: [MarkdownListItem]
}

/// The box before an answer.
public enum Tick: Hashable, Sendable {
  /// `[x]`
  case ticked
  /// `[ ]`
  case unticked
}

/// One item of a list.
public struct MarkdownListItem: Hashable, Sendable {
  /// Its box, read from the source's bytes.
  public let tick: Tick?
  /// Its blocks, the box taken off the first.
  public let blocks: [MarkdownBlock]
  /// Where its marker stands.
  public let place: Place
  /// The 1-based column at which its text starts: what belongs to it is indented up to here.
  public let contentColumn: Int
  /// Its last line, 1-based.
  public let endLine: Int
  /// Whether its text begins with an unescaped parenthesis, so that marks may stand there.
  public let opensWithParenthesis: Bool

  /// The text of the first paragraph.
  public var text: RichText { blocks.first?.paragraph ?? RichText() }
  /// What follows the first paragraph.
  public var rest: ArraySlice<MarkdownBlock> {
    blocks.first?.paragraph == nil ? blocks[...] : blocks.dropFirst()
  }
}

/// A table: header cells, then rows with as many cells.
public struct MarkdownTable: Hashable, Sendable {
  /// A row's cells and where it stands.
  public struct Row: Hashable, Sendable {
    /// The cells, as many as the header has.
    public let cells: [RichText]
    /// Where the row starts.
    public let place: Place

    /// A row.
    public init(cells: [RichText], place: Place) {
      self.cells = cells
      self.place = place
    }
  }

  /// The header's texts.
  public let header: [String]
  /// Where the header stands.
  public let place: Place
  /// The rows below it.
  public let rows: [Row]

  /// A table.
  public init(header: [String], place: Place, rows: [Row]) {
    self.header = header
    self.place = place
    self.rows = rows
  }
}
