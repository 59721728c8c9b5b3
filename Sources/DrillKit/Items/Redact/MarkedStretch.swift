// SPDX-License-Identifier: GPL-3.0-or-later

/// A stretch that is struck or bold, and what stands in parentheses after it.
struct MarkedStretch {
  /// Where it stands among the paragraph's glyphs.
  let range: Range<Int>
  /// The glyphs.
  let stretch: ArraySlice<Glyph>
  /// The words on one line.
  let words: String
  /// What stands in the parenthesis; nil where there is none, or it is not closed.
  let inside: String?
  /// Whether a parenthesis opens and does not close.
  let isUnclosed: Bool
  /// The index after the parenthesis, or after the stretch without one.
  let end: Int
  /// Whether a letter or digit joins an end of the stretch.
  let cutsWord: Bool
  /// Where it stands in the file.
  let place: Place

  /// A stretch of a paragraph and what follows it.
  init(glyphs: [Glyph], range: Range<Int>, block: MarkdownBlock, occurrences: Occurrences) {
    self.range = range
    stretch = glyphs[range]
    let words = String(scalars: stretch.map(\.scalar))
    self.words = String(scalars: stretch.map { $0.scalar == "\n" ? " " : $0.scalar })
    var index = range.upperBound
    while index < glyphs.count, glyphs[index].scalar.isSpace { index += 1 }
    let opens = index < glyphs.count && glyphs[index].scalar == "("
    let closing = opens ? Self.closing(index, glyphs) : nil
    isUnclosed = opens && closing == nil
    inside = closing.map { close in
      let scalars = glyphs[(index + 1)..<close].map { $0.scalar == "\n" ? " " : $0.scalar }
      return String(scalars: scalars).trimmed()
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
    let struck = occurrences.place(of: "~~" + words, from: lines.0, through: lines.1)
    let line = occurrences.source.line(struck.line)
    let isThere = line.isASCII ? line.hasBytes(of: "~~" + words) : line.contains("~~" + words)
    place = isThere ? struck : occurrences.place(of: words, from: lines.0, through: lines.1)
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

extension MarkedStretch {
  /// What the marked stretches of a paragraph are, in order: the class and marks of a struck one,
  /// `keep` for a decoy.
  static func marks(in text: RichText, block: MarkdownBlock, source: SourceText) -> [String] {
    let glyphs = Glyph.all(of: text)
    let occurrences = Occurrences(in: source)
    var marks: [String] = []
    var index = 0
    while index < glyphs.count, marks.count < RedactReader.maximumCount {
      let isStruck = glyphs[index].style.contains(.strike)
      guard isStruck || glyphs[index].style.contains(.strong) else {
        index += 1
        continue
      }
      let stretch = glyphs[index...].prefix {
        $0.style.contains(.strike) == isStruck && (isStruck || $0.style.contains(.strong))
      }
      let marked = MarkedStretch(
        glyphs: glyphs, range: stretch.indices, block: block, occurrences: occurrences)
      let inside = marked.inside?.lowercased() ?? ""
      if isStruck || inside == "keep" { marks.append(inside) }
      index = stretch.endIndex
    }
    return marks
  }
}

/// One Unicode scalar of a paragraph and how it is set.
struct Glyph {
  /// The scalar.
  let scalar: Unicode.Scalar
  /// How it is set.
  let style: RichText.Style
  /// The destination of the link that it belongs to.
  let link: String?

  /// The scalars of a text.
  static func all(of text: RichText) -> [Glyph] {
    text.runs.flatMap { run in
      run.text.unicodeScalars.map { Glyph(scalar: $0, style: run.style, link: run.link) }
    }
  }
}
