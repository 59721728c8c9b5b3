// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads the quote of a Redact and reports what is wrong with its marks.
struct RedactReader {
  /// Most struck or bold stretches of a document: each is sought in the file and in the text.
  static let maximumCount = 200

  private let section: ItemSection
  private var document = RedactDocument()
  private var count = 0
  private var stretches = 0

  /// A reader that reports to a section.
  init(_ section: ItemSection) { self.section = section }

  /// The document of a quote's blocks.
  mutating func read(_ blocks: [MarkdownBlock]) -> RedactDocument {
    document.blocks = read(blocks: blocks)
    return document
  }

  /// The blocks without marks; their words join the text.
  private mutating func read(blocks: [MarkdownBlock]) -> [MarkdownBlock] {
    var result: [MarkdownBlock] = []
    for block in blocks {
      let kind: MarkdownBlock.Kind
      switch block.kind {
      case .paragraph(let text):
        begin(with: "\n\n")
        kind = .paragraph(strip(text, block))
      case .quote(let inner):
        kind = .quote(read(blocks: inner))
      case .list(let list):
        kind = .list(read(list))
      case .code(let text):
        begin(with: "\n\n")
        append(text.trimmed())
        if text.contains("~~") {
          section.report(
            .strayStrike, at: block.place,
            "Strikes don't work in code. Write this as a paragraph, its lines ended by “\\”.")
        }
        kind = block.kind
      case .comment: continue
      case .heading, .table, .html, .rule:
        section.report(
          .wrongForm, at: block.place,
          "A \(block.name) can't be redacted. Write the document as paragraphs or as a list.")
        continue
      }
      result.append(MarkdownBlock(kind, at: block.place, endLine: block.endLine))
    }
    return result
  }

  private mutating func read(_ list: MarkdownList) -> MarkdownList {
    var items: [MarkdownListItem] = []
    for (index, item) in list.items.enumerated() {
      begin(with: index == 0 ? "\n\n" : "\n")
      append(list.isOrdered ? "\(index + 1). " : "- ")
      if item.tick != nil {
        section.report(
          .boxElsewhere, at: item.place, "Redact reads no boxes. Delete “[ ]”.")
      }
      var blocks: [MarkdownBlock] = []
      if let first = item.blocks.first, let text = first.paragraph {
        blocks.append(
          MarkdownBlock(.paragraph(strip(text, first)), at: first.place, endLine: first.endLine))
      }
      blocks += read(blocks: Array(item.rest))
      items.append(
        MarkdownListItem(
          tick: nil, blocks: blocks, place: item.place, contentColumn: item.contentColumn,
          endLine: item.endLine, opensWithParenthesis: item.opensWithParenthesis))
    }
    return MarkdownList(isOrdered: list.isOrdered, items: items)
  }

  private mutating func begin(with separator: String) {
    if count > 0 { append(separator) }
  }

  private mutating func append(_ text: String) {
    document.text += text
    count += text.unicodeScalars.count
  }

  // MARK: Marks

  /// A paragraph without strikes, decoys' bold and their parentheses.
  private mutating func strip(_ text: RichText, _ block: MarkdownBlock) -> RichText {
    let glyphs = Glyph.all(of: text)
    let occurrences = Occurrences(in: section.source)
    var kept = RichText()
    var index = 0
    while index < glyphs.count {
      let style = glyphs[index].style
      guard style.contains(.strike) || style.contains(.strong) else {
        let plain = glyphs[index...].prefix { $0.style.isDisjoint(with: [.strike, .strong]) }
        keep(plain, in: &kept)
        index = plain.endIndex
        continue
      }
      let isStruck = style.contains(.strike)
      let rest = glyphs[index...]
      let stretch = rest.prefix {
        $0.style.contains(.strike) == isStruck && (isStruck || $0.style.contains(.strong))
      }
      stretches += 1
      guard stretches <= Self.maximumCount else {
        reportTooMany(at: block.place)
        return kept
      }
      let marked = MarkedStretch(
        glyphs: glyphs, range: stretch.indices, block: block, occurrences: occurrences)
      index = isStruck ? take(struck: marked, into: &kept) : take(bold: marked, into: &kept)
    }
    return kept
  }

  private func reportTooMany(at place: Place) {
    guard stretches == Self.maximumCount + 1 else { return }
    section.report(
      .tooManyParts, at: place,
      "A document has at most \(Self.maximumCount) struck or bold parts; the rest is not read. "
        + "Split the item.")
  }

  /// Keeps words, and takes a style off them.
  private mutating func keep(
    _ glyphs: ArraySlice<Glyph>, without style: RichText.Style = [], in text: inout RichText
  ) {
    var rest = glyphs
    while let first = rest.first {
      let run = rest.prefix { $0.style == first.style && $0.link == first.link }
      let words = String(scalars: run.map(\.scalar))
      text.append(
        RichText.Run(words, style: first.style.subtracting(style), link: first.link))
      append(words)
      rest = rest[run.endIndex...]
    }
  }

  /// Takes a struck part and what stands in parentheses after it; returns where to go on.
  private mutating func take(struck marked: MarkedStretch, into kept: inout RichText) -> Int {
    let start = count
    keep(marked.stretch, without: .strike, in: &kept)
    if marked.cutsWord {
      section.report(
        .wrongForm, at: marked.place,
        "The strike “\(marked.words.shortened)” ends within a word. Strike whole words, and put a "
          + "space after the parenthesis.")
    }
    guard let inside = marked.inside else {
      let isOpen = marked.isUnclosed
      section.report(
        isOpen ? .unclosedMarks : .wrongForm, at: marked.place,
        isOpen
          ? "The parenthesis after “\(marked.words.shortened)” is not closed. Close it."
          : "“\(marked.words.shortened)” is struck, and no class stands after it. Write "
            + "“~~\(marked.words.shortened)~~ (payment card)”.")
      return marked.range.upperBound
    }
    guard let (name, marks) = classAndMarks(inside, marked) else { return marked.end }
    add(marked, start..<count, dataClass: name, marks)
    return marked.end
  }

  /// Takes bold words: a decoy where “(keep)” follows, ordinary text otherwise.
  private mutating func take(bold marked: MarkedStretch, into kept: inout RichText) -> Int {
    let pieces = (marked.inside ?? "").listed
    let isDecoy = folded(pieces.first ?? "") == "keep"
    let start = count
    keep(marked.stretch, without: isDecoy ? .strong : [], in: &kept)
    guard isDecoy else {
      if let inside = marked.inside { report(inside, marked) }
      return marked.range.upperBound
    }
    if pieces.count > 1 {
      section.report(
        .unknownMark, at: marked.place,
        "“(\(marked.inside ?? ""))”: what must stay has no marks. Write “(keep)” alone.")
    }
    add(marked, start..<count, dataClass: nil, Marks())
    return marked.end
  }

  private mutating func report(_ inside: String, _ marked: MarkedStretch) {
    if nearest(to: inside, in: ["keep"]) != nil {
      section.report(
        .unknownMark, at: marked.place, "“(\(inside))” is no mark. Did you mean “(keep)”?")
    } else {
      document.remainders.append(.init(words: inside, place: marked.place))
    }
  }

  private mutating func add(
    _ marked: MarkedStretch, _ range: Range<Int>, dataClass: String?, _ marks: Marks
  ) {
    document.parts.append(
      .init(
        id: Option.letter(document.parts.count), range: range, text: marked.words,
        dataClass: dataClass, marks: marks, place: marked.place))
  }

  /// `identity document; fail: customer`
  private func classAndMarks(_ inside: String, _ marked: MarkedStretch) -> (String, Marks)? {
    let pieces = inside.listed
    let name = pieces.first ?? ""
    var lead = Marks()
    let isMark = (try? lead.apply(name)) == nil || lead.own.isEmpty
    guard !name.isEmpty, !isMark, folded(name) != "keep" else {
      section.report(
        .wrongForm, at: marked.place,
        folded(name) == "keep"
          ? "“(keep)” stands after bold words; what is struck has a class: "
            + "“**\(marked.words.shortened)** (keep)”, or “~~…~~ (payment card)”."
          : "The class stands first in the parenthesis, marks after it: "
            + "“~~\(marked.words.shortened)~~ (payment card; fail: customer)”.")
      return nil
    }
    var marks = Marks()
    for piece in pieces.dropFirst() {
      do throws(SettingProblem) {
        try marks.apply(piece)
      } catch {
        section.report(.unknownMark, at: marked.place, error.message)
      }
    }
    var known = Marks()
    known.isCritical = marks.isCritical
    known.criticalClass = marks.criticalClass
    known.coach = marks.coach
    if marks != known {
      section.report(
        .unknownMark, at: marked.place,
        "“(\(inside))” holds a mark that Redact does not know."
          + suggestion(for: marks.own.first ?? "", in: Marks.ofFailures)
          + " After the class there may be “fail”, “fail: customer” and “coach”.")
    }
    return (name, known)
  }
}
