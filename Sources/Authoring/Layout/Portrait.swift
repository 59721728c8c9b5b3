// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// What a text means, one line for each thing in it, with the places left out: two texts that mean
/// the same have the same lines. Each line keeps its place, to say where two portraits differ.
struct Portrait {
  /// One thing and where it stands.
  struct Line {
    let words: String
    let place: Place
  }

  /// The things in order.
  private(set) var lines: [Line] = []

  /// The things' words alone.
  var words: [String] { lines.map(\.words) }

  /// Whether another portrait shows the same.
  func isSame(as other: Portrait) -> Bool { firstDifference(from: other) == nil }

  /// The first line that is another there, or is missing on one side: the place is the one here.
  func firstDifference(from other: Portrait) -> (place: Place?, words: String)? {
    for (line, theirs) in zip(lines, other.lines) where line.words != theirs.words {
      return (line.place, "“\(line.words.shortened)” would be “\(theirs.words.shortened)”")
    }
    guard lines.count != other.lines.count else { return nil }
    let common = min(lines.count, other.lines.count)
    if lines.count > common {
      return (lines[common].place, "“\(lines[common].words.shortened)” would be missing")
    }
    return (lines.last?.place, "“\(other.lines[common].words.shortened)” would be added")
  }

  fileprivate mutating func add(_ words: String, _ place: Place) {
    lines.append(Line(words: words, place: place))
  }
}

extension String {
  /// What is never closed goes on to the end of the file, however many empty lines stand there.
  fileprivate var withoutLastLineEnds: String {
    let count = utf8.reversed().prefix { $0 == 0x0A || Blanks.contain($0) }.count
    return String(decoding: utf8.dropLast(count), as: UTF8.self)
  }

  /// White space at a line's start is nothing (CommonMark 0.31.2, 6.7), and cmark-gfm keeps it as
  /// text behind a line that is broken by a backslash. Code, where it counts, is compared whole.
  fileprivate var withoutMargins: String {
    guard utf8.contains(0x0A) else { return self }
    var isMargin = false
    let bytes = utf8.filter { byte in
      isMargin = byte == 0x0A || (isMargin && Blanks.contain(byte))
      return byte == 0x0A || !isMargin
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  fileprivate var shortened: String { utf8.count <= 60 ? self : "\(prefix(57))…" }
}

// MARK: Front matter

extension Portrait {
  /// The keys in their order, and their values.
  init(of matter: FrontMatter) {
    add("front matter, \(matter.isComplete ? "whole" : "in part")", matter.place)
    for entry in matter.entries { add(entry, depth: 1) }
  }

  private mutating func add(_ entry: FrontMatter.Entry, depth: Int) {
    add("\(depth) key \(entry.key)", entry.place)
    add(entry.value, depth: depth + 1)
  }

  private mutating func add(_ value: FrontMatter.Value, depth: Int) {
    switch value.kind {
    case .scalar(let text): add("\(depth) text \(text)", value.place)
    case .list(let values):
      add("\(depth) list of \(values.count)", value.place)
      for value in values { add(value, depth: depth + 1) }
    case .mapping(let entries):
      add("\(depth) mapping of \(entries.count)", value.place)
      for entry in entries { add(entry, depth: depth + 1) }
    }
  }
}

// MARK: Markdown

extension Portrait {
  /// The blocks of a text, down to the runs of each line. Where marks and settings may be tidied,
  /// the white space between them is nothing; what they say is compared as the drill's meaning.
  init(of blocks: [MarkdownBlock], tidied: Bool) {
    add(blocks, depth: 0, tidied: tidied)
  }

  /// The runs of a text.
  init(ofText text: RichText, at place: Place) {
    add(text, place)
  }

  private mutating func add(_ blocks: [MarkdownBlock], depth: Int, tidied: Bool) {
    for block in blocks { add(block, depth: depth, tidied: tidied) }
  }

  private mutating func add(_ block: MarkdownBlock, depth: Int, tidied: Bool) {
    let place = block.place
    switch block.kind {
    case .paragraph(let text):
      add("\(depth) paragraph", place)
      let isDirective = text.runs.allSatisfy { $0.style == .emphasis }
      if tidied, depth == 0, isDirective {
        add(text, place) { $0.filter { $0 != " " && $0 != "\t" } }
      } else {
        add(text, place)
      }
    case .heading(let level, let text):
      add("\(depth) heading \(level)", place)
      add(text, place)
    case .list(let list):
      add("\(depth) list \(list.isOrdered ? "numbered" : "plain") of \(list.items.count)", place)
      for item in list.items { add(item, depth: depth + 1, tidied: tidied && depth == 0) }
    case .quote(let inner):
      add("\(depth) quote of \(inner.count)", place)
      add(inner, depth: depth + 1, tidied: tidied)
    case .table(let table):
      add("\(depth) table of \(table.rows.count)", table.place)
      for name in table.header { add("head \(name)", table.place) }
      for row in table.rows {
        add("row of \(row.cells.count)", row.place)
        for cell in row.cells {
          add("cell", row.place)
          add(cell, row.place)
        }
      }
    case .code(let text): add("\(depth) code \(text)", place)
    case .comment(let text): add("\(depth) comment \(text.withoutLastLineEnds)", place)
    case .html(let text): add("\(depth) HTML \(text.withoutLastLineEnds)", place)
    case .rule: add("\(depth) rule", place)
    }
  }

  private mutating func add(_ item: MarkdownListItem, depth: Int, tidied: Bool) {
    let box =
      switch item.tick {
      case .ticked: "ticked "
      case .unticked: "unticked "
      case nil: ""
      }
    let marked = item.opensWithParenthesis ? ", with marks" : ""
    add("\(depth) \(box)item of \(item.blocks.count)\(marked)", item.place)
    guard tidied, item.opensWithParenthesis, let first = item.blocks.first,
      let text = first.paragraph
    else { return add(item.blocks, depth: depth + 1, tidied: false) }
    add("\(depth + 1) paragraph", first.place)
    add(text, first.place, Self.withoutMarkSpaces)
    add(Array(item.blocks.dropFirst()), depth: depth + 1, tidied: false)
  }

  private mutating func add(
    _ text: RichText, _ place: Place, _ change: (String) -> String = { $0 }
  ) {
    for (index, run) in text.runs.enumerated() {
      let text = run.text.withoutMargins
      let words = index == 0 || run.style == .emphasis ? change(text) : text
      add("text \(run.style.rawValue) \(words)" + (run.link.map { " → \($0)" } ?? ""), place)
    }
  }

  /// Marks at a text's start without the white space in and behind them.
  private static func withoutMarkSpaces(_ text: String) -> String {
    guard let end = text.firstIndex(of: ")") else { return text }
    let marks = text[...end].filter { $0 != " " && $0 != "\t" }
    return marks + Blanks.trimmed(text[text.index(after: end)...])
  }
}

// MARK: Meaning

extension Portrait {
  /// Everything that a value holds, found by reflection, so that a property that is new is compared
  /// without anybody having to think of it; only places are left out.
  init(of value: Any, at place: Place) {
    add(value, "", place, depth: 0)
  }

  private mutating func add(_ value: Any, _ name: String, _ place: Place, depth: Int) {
    guard !(value is Place) else { return }
    // No value of ours is so deep; one that refers to itself would have no end.
    guard depth < 200 else { return add("\(name) deeper", place) }
    let mirror = Mirror(reflecting: value)
    let children = Array(mirror.children)
    let place = children.lazy.compactMap { $0.value as? Place }.first ?? place
    let type = "\(mirror.subjectType)"
    if let text = value as? String { return add("\(name) String \(text.withoutMargins)", place) }
    if children.isEmpty {
      return add("\(name) \(type) \(value)", place)
    }
    switch mirror.displayStyle {
    case .set, .dictionary:
      // Their order means nothing and is another in each run.
      add("\(name) \(type) of \(children.count)", place)
      let parts = children.map { child in
        Portrait(of: child.value, at: place).words.joined(separator: "\n")
      }
      for part in parts.sorted() { add(part, place) }
    default:
      add("\(name) \(type) of \(children.count)", place)
      for child in children where !Self.isPlace(child.label, of: value) {
        add(child.value, child.label ?? "", place, depth: depth + 1)
      }
    }
  }

  /// Whether a property of Markdown tells where something stands, and not what it is.
  private static func isPlace(_ name: String?, of value: Any) -> Bool {
    (name == "endLine" && (value is MarkdownBlock || value is MarkdownListItem))
      || (name == "contentColumn" && value is MarkdownListItem)
  }
}
