// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Why a question could not be read, in a sentence.
struct GIFTProblem: Error, Hashable {
  /// Where.
  let line: Int
  /// What it is and what to do.
  let message: String
}

/// Reads one question: title, text, and what stands in braces.
struct GIFTQuestionParser {
  private let signs: GIFTSigns

  /// A question's signs, comments left out.
  init(_ signs: GIFTSigns) { self.signs = signs }

  /// The question; throws a sentence that names it where it can't be read.
  func read() throws(GIFTProblem) -> Question {
    let (title, rest) = try splitTitle()
    let (format, text) = Self.splitFormat(rest)
    let open = text.firstIndex(of: "{")
    let close = text.firstIndex(of: "}")
    var question = Question(line: signs.line, text: Question.Words(""), body: .description)
    question.title = title
    guard let open, let close, open < close else {
      guard open == nil, close == nil else {
        throw GIFTProblem(
          line: (open ?? close).map { text.signs[$0].line } ?? signs.line,
          message:
            "\(Self.name(title, text)) has a brace without its other one. Close it, or write "
            + "“\\{” and “\\}” for text; a blank line would end the question.")
      }
      question.text = Question.Words(text.source.settled(lineFeeds: 2), format)
      guard !question.text.text.isEmpty else {
        throw GIFTProblem(line: signs.line, message: "A title stands here without a question.")
      }
      return question
    }
    let tail = text.from(close + 1)
    guard tail.firstIndex(of: "{") == nil, tail.firstIndex(of: "}") == nil else {
      throw GIFTProblem(
        line: tail.line,
        message:
          "\(Self.name(title, text)) has braces twice, and one question has one answer. Put a "
          + "blank line between two questions, or write “\\{” and “\\}” for text.")
    }
    (question.text, question.blank) = Self.fill(text.upTo(open), tail, format)
    guard !question.text.text.isEmpty else {
      throw GIFTProblem(
        line: signs.line, message: "Answers stand here without a question. Write it before the “{”."
      )
    }
    let inside = text.upTo(close).from(open + 1)
    var key = inside.trimmed
    if let mark = inside.firstIndex(of: "####", last: true) {
      question.general = Self.words(inside.from(mark + 4))
      key = inside.upTo(mark).trimmed
    }
    question.body = try GIFTKeyParser(key, name: Self.name(title, text)).read()
    return question
  }

  private func splitTitle() throws(GIFTProblem) -> (String?, GIFTSigns) {
    guard signs.begins(with: "::") else { return (nil, signs) }
    let rest = signs.dropping(2)
    guard let end = rest.firstIndex(of: "::") else {
      throw GIFTProblem(
        line: signs.line,
        message: "This title is not closed. Write “::” behind it, or “\\:\\:” for text.")
    }
    let title = rest.upTo(end).text.settled(lineFeeds: 0)
    return (title.isEmpty ? nil : title, rest.from(end + 2).trimmed)
  }

  /// The text around the braces, with a blank where words are missing.
  private static func fill(
    _ before: GIFTSigns, _ after: GIFTSigns, _ format: Question.Format?
  ) -> (Question.Words, blank: Int?) {
    guard !after.isBlank else {
      return (Question.Words(before.source.settled(lineFeeds: 2), format), nil)
    }
    let mark = Question.blankMark
    let text = (before.source + String(mark) + after.source).settled(lineFeeds: 2)
    let blank = text.unicodeScalars.prefix { $0 != mark }.count
    let filled = text.split(separator: Character(mark), omittingEmptySubsequences: false)
      .joined(separator: Question.blankSign)
    return (Question.Words(filled, format), blank)
  }

  /// What a question is called in a message.
  private static func name(_ title: String?, _ text: GIFTSigns) -> String {
    let end = text.firstIndex(of: "{") ?? text.signs.endIndex
    let words = title ?? text.upTo(end).text
    guard !words.isEmpty else { return "This question" }
    return "“\(words.count <= 40 ? words : words.prefix(39) + "…")”"
  }

  // MARK: Texts

  /// A text and the format in brackets before it; nil where nothing stands there.
  static func words(_ signs: GIFTSigns) -> Question.Words? {
    let (format, rest) = splitFormat(signs.trimmed)
    let text = rest.text
    return text.isEmpty ? nil : Question.Words(text, format)
  }

  private static func splitFormat(_ signs: GIFTSigns) -> (Question.Format?, GIFTSigns) {
    let found = Question.Format.allCases.first { signs.begins(with: "[\($0.rawValue)]") }
    guard let found else { return (nil, signs) }
    return (found, signs.dropping(found.rawValue.count + 2).trimmed)
  }
}
