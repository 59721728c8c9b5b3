// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Texts that are HTML: read, they are words without tags; written, they have tags again.
extension Question {
  /// No text holds this character, so that the blank's place is known when all is changed.
  static let blankMark: Unicode.Scalar = "\u{1}"

  /// The same with words for HTML, and what words can't say.
  var withoutTags: Question {
    var question = self
    var losses: [String] = []
    var isEmphatic = false
    func read(_ words: Words, _ format: Format?, lineFeeds: Int) -> Words {
      // What is far too long is refused as it is.
      guard format == .html, words.text.utf8.count <= 4 * QuestionBank.maximumTextBytes else {
        return words
      }
      let html = HTMLText(words.text)
      for loss in html.losses where !losses.contains(loss) { losses.append(loss) }
      isEmphatic = isEmphatic || html.isEmphatic
      return Words(html.words.settled(lineFeeds: lineFeeds), words.format)
    }
    let text = read(markedText, text.format, lineFeeds: 2)
    question.place(text)
    question.map { read($0, $1, lineFeeds: 1) }
    question.losses = losses
    question.isEmphatic = isEmphatic
    return question
  }

  /// The same with HTML for words that are told to be.
  var withTags: Question {
    var question = self
    func write(_ words: Words, _ format: Format?) -> Words {
      format == .html ? Words(HTMLText.written(words.text), words.format) : words
    }
    question.place(write(markedText, text.format))
    question.map(write)
    return question
  }

  /// The text with one character for its blank.
  private var markedText: Words {
    let scalars = Array(text.text.unicodeScalars)
    guard let blank, scalars.indices.contains(blank) else { return text }
    var marked = String.UnicodeScalarView(scalars[..<blank])
    marked.append(Self.blankMark)
    marked.append(contentsOf: scalars.dropFirst(blank + Self.blankSign.unicodeScalars.count))
    return Words(String(marked), text.format)
  }

  /// Takes a text in which one character stands for the blank; behind the last word there is none.
  private mutating func place(_ marked: Words) {
    let mark = Character(Self.blankMark)
    guard let index = marked.text.firstIndex(of: mark) else { return text = marked }
    let before = marked.text[..<index]
    let after = marked.text[index...].dropFirst()
    guard !after.allSatisfy(\.isWhitespace) else {
      blank = nil
      return text = Words(String(before).settled(lineFeeds: 2), marked.format)
    }
    blank = before.unicodeScalars.count
    text = Words(before + Self.blankSign + after, marked.format)
  }

  /// Changes each text but the question's own, with the format that it has or inherits. What is to be
  /// typed, and what belongs to something, is never HTML unless it says so.
  private mutating func map(_ change: (Words, Format?) -> Words) {
    let own = text.format
    func said(_ words: Words) -> Words { change(words, words.format ?? own) }
    // Tags without words, such as an empty paragraph, say nothing.
    func feedback(_ words: Words?) -> Words? {
      words.map(said).flatMap { $0.text.isEmpty ? nil : $0 }
    }
    general = feedback(general)
    switch body {
    case .description, .essay: break
    case .truth(let isSo, let wrong, let right):
      body = .truth(isSo, whenWrong: feedback(wrong), whenRight: feedback(right))
    case .choice(let choices, let several):
      body = .choice(
        choices.map {
          Choice(words: said($0.words), weight: $0.weight, feedback: feedback($0.feedback))
        }, several: several)
    case .short(let choices):
      body = .short(
        choices.map {
          Choice(
            words: change($0.words, $0.words.format), weight: $0.weight,
            feedback: feedback($0.feedback))
        })
    case .matching(let pairs):
      body = .matching(
        pairs.map { pair in
          let left = said(pair.left)
          return Pair(left: left.text.isEmpty ? Words("") : left, right: pair.right)
        })
    case .numeric(let windows, let otherwise):
      body = .numeric(
        windows.map { window in
          var window = window
          window.feedback = feedback(window.feedback)
          return window
        }, otherwise: feedback(otherwise))
    }
  }

  /// Whether a part of it has no words left, once its tags are gone.
  var lacksWords: Bool {
    switch body {
    case .choice(let choices, _), .short(let choices):
      text.text.isEmpty || choices.contains { $0.words.text.isEmpty }
    default: text.text.isEmpty
    }
  }
}
