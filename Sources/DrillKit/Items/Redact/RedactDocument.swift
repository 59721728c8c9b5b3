// SPDX-License-Identifier: GPL-3.0-or-later

/// A text to be redacted: what the employee reads, and what the author marked in it.
struct RedactDocument: Sendable {
  /// A part that the author marked: data of a class, or words that must stay.
  struct Part: Sendable {
    /// Its letter in file order.
    let id: String
    /// Where it stands in the text, in Unicode scalars.
    let range: Range<Int>
    /// The words.
    let text: String
    /// The class of the data; nil for a decoy, which must stay.
    let dataClass: String?
    /// What its marks say beside.
    let marks: Marks
    /// Where it stands in the file.
    let place: Place
  }

  /// Bold words with a parenthesis after them that does not say “(keep)”.
  struct Remainder: Sendable {
    /// What stands in the parenthesis.
    let words: String
    /// Where.
    let place: Place
  }

  /// The text for judging: paragraphs joined by an empty line, neither strikes nor parentheses.
  fileprivate(set) var text = ""
  /// The same for people, without anything that would give the marked parts away.
  fileprivate(set) var blocks: [MarkdownBlock] = []
  /// The marked parts in order.
  fileprivate(set) var parts: [Part] = []
  /// Parentheses that may have been meant as a mark.
  fileprivate(set) var remainders: [Remainder] = []
}

/// Reads the quote of a Redact and reports what is wrong with its marks.
struct RedactReader {
  private let section: ItemSection
  private var document = RedactDocument()
  private var count = 0

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
    var kept = RichText()
    var index = 0
    while index < glyphs.count {
      let style = glyphs[index].style
      guard style.contains(.strike) || style.contains(.strong) else {
        keep(glyphs[index...index], style: style, in: &kept)
        index += 1
        continue
      }
      let isStruck = style.contains(.strike)
      let rest = glyphs[index...]
      let stretch = rest.prefix {
        $0.style.contains(.strike) == isStruck && (isStruck || $0.style.contains(.strong))
      }
      let marked = Marked(
        glyphs: glyphs, range: stretch.indices, block: block, source: section.source)
      index = isStruck ? take(struck: marked, into: &kept) : take(bold: marked, into: &kept)
    }
    return kept
  }

  private mutating func keep(
    _ glyphs: ArraySlice<Glyph>, style: RichText.Style?, in text: inout RichText
  ) {
    for glyph in glyphs {
      text.append(
        RichText.Run(String(glyph.scalar), style: style ?? glyph.style, link: glyph.link))
    }
    append(String(String.UnicodeScalarView(glyphs.map(\.scalar))))
  }

  /// Takes a struck part and what stands in parentheses after it; returns where to go on.
  private mutating func take(struck marked: Marked, into kept: inout RichText) -> Int {
    let start = count
    for glyph in marked.stretch {
      keep([glyph], style: glyph.style.subtracting(.strike), in: &kept)
    }
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
  private mutating func take(bold marked: Marked, into kept: inout RichText) -> Int {
    let pieces = (marked.inside ?? "").split(separator: ";", omittingEmptySubsequences: false)
      .map { $0.trimmed() }
    let isDecoy = folded(pieces.first ?? "") == "keep"
    let start = count
    for glyph in marked.stretch {
      keep([glyph], style: isDecoy ? glyph.style.subtracting(.strong) : glyph.style, in: &kept)
    }
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

  private mutating func report(_ inside: String, _ marked: Marked) {
    if nearest(to: inside, in: ["keep"]) != nil {
      section.report(
        .unknownMark, at: marked.place, "“(\(inside))” is no mark. Did you mean “(keep)”?")
    } else {
      document.remainders.append(.init(words: inside, place: marked.place))
    }
  }

  private mutating func add(
    _ marked: Marked, _ range: Range<Int>, dataClass: String?, _ marks: Marks
  ) {
    document.parts.append(
      .init(
        id: Option.letter(document.parts.count), range: range, text: marked.words,
        dataClass: dataClass, marks: marks, place: marked.place))
  }

  /// `identity document; fail: customer`
  private func classAndMarks(_ inside: String, _ marked: Marked) -> (String, Marks)? {
    let pieces = inside.split(separator: ";", omittingEmptySubsequences: false)
      .map { $0.trimmed() }
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
          + suggestion(for: marks.own.first ?? "", in: Marks.names)
          + " After the class there may be “fail”, “fail: customer” and “coach”.")
    }
    return (name, known)
  }
}

/// One Unicode scalar of a paragraph and how it is set.
private struct Glyph {
  let scalar: Unicode.Scalar
  let style: RichText.Style
  let link: String?

  static func all(of text: RichText) -> [Glyph] {
    text.runs.flatMap { run in
      run.text.unicodeScalars.map { Glyph(scalar: $0, style: run.style, link: run.link) }
    }
  }
}

/// A stretch that is struck or bold, and what stands in parentheses after it.
private struct Marked {
  let range: Range<Int>
  let stretch: ArraySlice<Glyph>
  let words: String
  /// What stands in the parenthesis; nil where there is none, or it is not closed.
  let inside: String?
  /// Whether a parenthesis opens and does not close.
  let isUnclosed: Bool
  /// The index after the parenthesis, or after the stretch without one.
  let end: Int
  /// Whether a letter or digit joins an end of the stretch.
  let cutsWord: Bool
  let place: Place

  init(glyphs: [Glyph], range: Range<Int>, block: MarkdownBlock, source: SourceText) {
    self.range = range
    stretch = glyphs[range]
    let words = String(String.UnicodeScalarView(stretch.map(\.scalar)))
    self.words = String(words.map { $0 == "\n" ? " " : $0 })
    var index = range.upperBound
    while index < glyphs.count, glyphs[index].scalar.properties.isWhitespace { index += 1 }
    let opens = index < glyphs.count && glyphs[index].scalar == "("
    let closing = opens ? Self.closing(index, glyphs) : nil
    isUnclosed = opens && closing == nil
    inside = closing.map { close in
      let scalars = glyphs[(index + 1)..<close].map { $0.scalar == "\n" ? " " : $0.scalar }
      return String(String.UnicodeScalarView(scalars)).trimmed()
    }
    end = closing.map { $0 + 1 } ?? range.upperBound
    let joins: (Int, Int) -> Bool = { left, right in
      glyphs.indices.contains(left) && glyphs.indices.contains(right)
        && LetterFolding.areOneWord(glyphs[left].scalar, glyphs[right].scalar)
    }
    let last = range.upperBound - 1
    cutsWord =
      joins(range.lowerBound - 1, range.lowerBound) || joins(last, range.upperBound)
      || joins(last, end)
    let lines = (block.place.line, block.endLine)
    let struck = source.place(of: "~~" + words, from: lines.0, through: lines.1)
    let isThere = source.line(struck.line).contains("~~" + words)
    place = isThere ? struck : source.place(of: words, from: lines.0, through: lines.1)
  }

  private static func closing(_ opening: Int, _ glyphs: [Glyph]) -> Int? {
    var depth = 0
    for index in opening..<glyphs.count {
      if glyphs[index].scalar == "(" { depth += 1 }
      if glyphs[index].scalar == ")" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }
}
