// SPDX-License-Identifier: GPL-3.0-or-later

/// The part of a reply that is read: within 8 KiB and 2,000 words.
struct ReadableText {
  /// The scalars that are read, from the reply's start.
  let scalars: [Unicode.Scalar]
  /// Words in the first 8 KiB: what stands between white space and holds a letter or a digit.
  let wordCount: Int
  /// Whether the reply goes on beyond what is read.
  let isCut: Bool

  /// Reads a text up to the bounds.
  init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(min(text.utf8.count, Rubric.maximumBytes))
    var bytes = 0
    var words = 0
    var end: Int?
    var isCut = false
    var isInWord = false
    for scalar in text.unicodeScalars {
      bytes += Unicode.UTF8.width(scalar)
      guard bytes <= Rubric.maximumBytes else {
        isCut = true
        break
      }
      if scalar.isSpace {
        isInWord = false
      } else if !isInWord, LetterFolding.isWordStart(scalar) {
        isInWord = true
        words += 1
        if words > Rubric.maximumReplyWords, end == nil { end = scalars.count }
      }
      scalars.append(scalar)
    }
    if let end { scalars.removeSubrange(end...) }
    self.scalars = scalars
    self.isCut = isCut || end != nil
    wordCount = words
  }
}
