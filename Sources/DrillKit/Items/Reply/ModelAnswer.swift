// SPDX-License-Identifier: GPL-3.0-or-later

/// The model answer of a reply, and the lines that it stands in.
struct ModelAnswer: Sendable {
  /// Its words; empty where there is none.
  let text: String
  private let lines: [(line: Substring, place: Place)]

  init(_ blocks: [MarkdownBlock], in source: SourceText) {
    text = blocks.plainText
    lines = blocks.flatMap { block in
      (block.place.line...max(block.place.line, block.endLine)).map { number in
        (
          source.line(number),
          number == block.place.line ? block.place : source.place(number)
        )
      }
    }
  }

  /// Where it begins; nil where there is none.
  var place: Place? { lines.first?.place }

  /// Where words of it stand. Words over several lines are found by those of the first; words that
  /// a variant put in stand nowhere, and are told at the beginning.
  func place(of words: String) -> Place? {
    let first = words.split(whereSeparator: \.isNewline).first.map(String.init) ?? words
    for (line, place) in lines {
      if let offset = line.firstOffset(of: first) { return place.at(column: offset + 1) }
    }
    return place
  }
}
