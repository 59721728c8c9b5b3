// SPDX-License-Identifier: GPL-3.0-or-later

extension RubricLine {
  /// Reads a line's text after its box and marks: `Apologises: sorry | apolog*; not: sorry if`.
  ///
  /// - Throws: ``RubricSyntaxError`` with the place in `text`, in Unicode scalars.
  public init(
    parsing text: String, must isMust: Bool, weight: Int = 1, penalty: Int? = nil
  ) throws(RubricSyntaxError) {
    let source = RubricLineSource(text)
    let all = 0..<source.scalars.count
    guard let colon = source.first(":", in: all) else {
      throw RubricSyntaxError(
        offset: 0,
        message: "This rubric line has no colon. Write what it looks for, a colon and its "
          + "phrases, as in \"Apologises: sorry | apolog*\".")
    }
    let label = source.trimmed(0..<colon)
    let name = source.text(label)
    guard !label.isEmpty, !RubricLineSource.isNot(name) else {
      throw RubricSyntaxError(
        offset: label.lowerBound,
        message: "Say before the colon what this line looks for, as in \"Apologises: sorry\".")
    }
    var phrases = (colon + 1)..<source.scalars.count
    var exceptions: Range<Int>?
    if let semicolon = source.first(";", in: phrases) {
      exceptions = try source.exceptions(after: semicolon, end: phrases.upperBound)
      phrases = phrases.lowerBound..<semicolon
    }
    self.init(
      label: name,
      phrases: try source.phrases(in: phrases, of: "phrases"),
      exceptions: try exceptions.map { range throws(RubricSyntaxError) in
        try source.phrases(in: range, of: "exceptions")
      } ?? [],
      must: isMust, weight: weight, penalty: penalty)
  }
}

/// The text of a rubric line while it is being read, addressed by Unicode scalars.
private struct RubricLineSource {
  let scalars: [Unicode.Scalar]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  static func isNot(_ word: String) -> Bool { word.lowercased() == "not" }

  func text(_ range: Range<Int>) -> String {
    String(scalars: scalars[range])
  }

  func first(_ scalar: Unicode.Scalar, in range: Range<Int>) -> Int? {
    range.first { scalars[$0] == scalar }
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, scalars[first].isSpace {
      range = (first + 1)..<range.upperBound
    }
    while let last = range.last, scalars[last].isSpace {
      range = range.lowerBound..<last
    }
    return range
  }

  func split(_ range: Range<Int>, at separator: Unicode.Scalar) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for place in range where scalars[place] == separator {
      pieces.append(start..<place)
      start = place + 1
    }
    return pieces + [start..<range.upperBound]
  }

  /// The range of the exceptions: all that follows `; not:`.
  func exceptions(after semicolon: Int, end: Int) throws(RubricSyntaxError) -> Range<Int> {
    let rest = (semicolon + 1)..<end
    guard let colon = first(":", in: rest),
      Self.isNot(text(trimmed((semicolon + 1)..<colon)))
    else {
      throw RubricSyntaxError(
        offset: semicolon,
        message: "After a semicolon only exceptions may follow, as in \"; not: sorry if\". "
          + "Separate phrases by \"|\".")
    }
    if let second = first(";", in: (colon + 1)..<end) {
      throw RubricSyntaxError(
        offset: second,
        message: "A rubric line has one list of exceptions. Separate them by \"|\".")
    }
    return (colon + 1)..<end
  }

  func phrases(
    in range: Range<Int>, of list: String
  ) throws(RubricSyntaxError) -> [RubricPhrase] {
    var phrases: [RubricPhrase] = []
    for piece in split(range, at: "|") {
      guard phrases.count < RubricLine.maximumPhrases else {
        throw RubricSyntaxError(
          offset: piece.lowerBound,
          message: "A rubric line takes at most \(RubricLine.maximumPhrases) \(list). "
            + "Split it into two lines.")
      }
      let place = trimmed(piece)
      var parts: [String] = []
      for part in split(place, at: "+") { parts.append(try self.part(trimmed(part))) }
      guard parts.count <= RubricPhrase.maximumParts else {
        throw RubricSyntaxError(
          offset: place.lowerBound,
          message: "A phrase joins at most \(RubricPhrase.maximumParts) parts by \"+\". "
            + "Leave out those that do not decide.")
      }
      phrases.append(RubricPhrase(text: text(place), parts: parts, offset: place.lowerBound))
    }
    return phrases
  }

  /// One part of a phrase, once its words and stars are found to be in order.
  func part(_ range: Range<Int>) throws(RubricSyntaxError) -> String {
    guard range.contains(where: { Self.isSpoken(scalars[$0]) }) else {
      throw RubricSyntaxError(
        offset: range.lowerBound,
        message: range.isEmpty
          ? "A phrase is missing here. Write one, or take away the \"|\" or \"+\" beside it."
          : "\"\(text(range))\" has no word that a reply could hold. Write letters or digits.")
    }
    for star in range where scalars[star] == "*" { try check(star: star, in: range) }
    let part = text(range)
    // Between so few spaces are no more words.
    guard
      range.count(where: { scalars[$0].isSpace }) < RubricPhrase.maximumWords
        || part.words().count <= RubricPhrase.maximumWords
    else {
      throw RubricSyntaxError(
        offset: range.lowerBound,
        message: "A phrase has at most \(RubricPhrase.maximumWords) words. Shorten it, or join "
          + "its telling words by \"+\".")
    }
    return part
  }

  /// A star ends a word of at least two letters.
  func check(star: Int, in range: Range<Int>) throws(RubricSyntaxError) {
    let next = star + 1
    if range.contains(next), !scalars[next].isSpace {
      throw RubricSyntaxError(
        offset: star,
        message: "\"*\" stands for any ending, so it can only end a word, as in \"apolog*\".")
    }
    let before = [star - 2, star - 1]
    guard before.allSatisfy({ range.contains($0) && LetterFolding.isWordPart(scalars[$0]) })
    else {
      throw RubricSyntaxError(
        offset: star,
        message: "\"*\" needs at least two letters before it, or it would fit nearly any word.")
    }
  }

  static func isSpoken(_ scalar: Unicode.Scalar) -> Bool {
    LetterFolding.isWordStart(scalar) || scalar == "%"
      || scalar.properties.generalCategory == .currencySymbol
  }
}
