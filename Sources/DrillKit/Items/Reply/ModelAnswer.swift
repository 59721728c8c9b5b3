// SPDX-License-Identifier: GPL-3.0-or-later

/// The model answer of a reply, and where its words stand.
struct ModelAnswer: Sendable {
  /// Its words; empty where there is none.
  let text: String
  /// Where it begins; nil where there is none.
  let place: Place?
  /// The source is looked at only where something is to be said, and is no part of what is meant.
  private let look: @Sendable (String) -> Place?

  init(_ blocks: [MarkdownBlock], in source: SourceText) {
    text = blocks.plainText
    place = blocks.first?.place
    let lines = blocks.first.map { ($0.place.line, blocks.last?.endLine ?? $0.endLine) }
    look = { words in
      guard let (first, last) = lines, first <= last else { return nil }
      return (first...last).lazy.compactMap { number in
        source.line(number).firstOffset(of: words).map { source.place(number, $0 + 1) }
      }.first
    }
  }

  /// Where words of it stand. Words over several lines are found by those of the first; words that
  /// a variant put in stand nowhere, and are told at the beginning.
  func place(of words: String) -> Place? {
    words.split(whereSeparator: \.isNewline).first.flatMap { look(String($0)) } ?? place
  }
}
