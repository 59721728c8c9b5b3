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
  var text = ""
  /// The same for people, without anything that would give the marked parts away.
  var blocks: [MarkdownBlock] = []
  /// The marked parts in order.
  var parts: [Part] = []
  /// Parentheses that may have been meant as a mark.
  var remainders: [Remainder] = []
}
