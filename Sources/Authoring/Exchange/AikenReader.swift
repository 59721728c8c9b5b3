// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads the Aiken format: a question on a line, its answers behind letters, and `ANSWER: B`.
public enum AikenReader {
  /// The questions of a file, and what could not be read.
  public static func read(file: String, bytes: [UInt8]) -> QuestionBank {
    var notes = ExchangeNotes(file: file)
    guard let source = ExchangeSource(bytes, notes: &notes) else {
      return QuestionBank(file: file, questions: [], notes: notes.all)
    }
    var reading = AikenReading(notes: notes)
    reading.read(source.lines)
    return QuestionBank(file: file, questions: reading.questions, notes: reading.notes.all)
  }
}

/// A file under way.
private struct AikenReading {
  var notes: ExchangeNotes
  var questions: [Question] = []
  private var text: [String] = []
  private var line = 0
  private var choices: [(letter: Character, words: String)] = []
  private var isBroken = false

  init(notes: ExchangeNotes) { self.notes = notes }

  mutating func read(_ lines: [Substring]) {
    for (index, raw) in lines.enumerated() {
      guard questions.count < QuestionBank.maximumQuestions else {
        return notes.failForTooMany(index + 1)
      }
      let words = String(raw).settled(lineFeeds: 0)
      if words.isEmpty { continue }
      if text.isEmpty && choices.isEmpty { line = index + 1 }
      if words.hasPrefix("ANSWER:") {
        close(words.dropFirst(7).drop { $0 == " " }, at: index + 1)
      } else if let choice = Self.choice(words) {
        add(choice, at: index + 1)
      } else if choices.isEmpty {
        text.append(words)
      } else {
        // The answers have ended without a key: the line begins the next question.
        failForKey()
        (line, text) = (index + 1, [words])
      }
    }
    if !text.isEmpty || !choices.isEmpty { failForKey() }
  }

  /// `A. words` or `A) words`; nil for any other line.
  private static func choice(_ line: String) -> (Character, String)? {
    guard let letter = line.first, letter.isASCII, letter.isUppercase else { return nil }
    let rest = line.dropFirst()
    guard let sign = rest.first, sign == "." || sign == ")", rest.dropFirst().first == " " else {
      return nil
    }
    return (letter, String(rest.dropFirst(2)))
  }

  private mutating func add(_ choice: (Character, String), at number: Int) {
    if choices.contains(where: { $0.letter == choice.0 }) {
      fail(
        number, "\(name): the letter \(choice.0) stands here a second time. Give it another one.")
    }
    choices.append((choice.0, choice.1))
  }

  private var name: String {
    let words = text.joined(separator: " ")
    return words.isEmpty
      ? "This question" : "“\(words.count <= 40 ? words : words.prefix(39) + "…")”"
  }

  private mutating func fail(_ line: Int, _ message: String) {
    isBroken = true
    notes.fail(line, message)
  }

  private mutating func failForKey() {
    fail(line, "\(name) has no key. Write “ANSWER: A” under its answers, with the right letter.")
    clear()
  }

  private mutating func clear() {
    text = []
    choices = []
    isBroken = false
  }

  private mutating func close(_ key: Substring, at number: Int) {
    defer { clear() }
    if text.isEmpty {
      return fail(
        number, "A key stands here without a question. Write the question above its answers.")
    }
    guard choices.count >= 2 else {
      return fail(line, "\(name) has fewer than two answers. Write them as “A. words”.")
    }
    guard key.count == 1, let right = key.first, choices.contains(where: { $0.letter == right })
    else {
      return fail(
        number, "\(name) has no key: none of its answers has the letter “\(key.prefix(20))”.")
    }
    guard !isBroken else { return }
    let question = Question(
      line: line, text: Question.Words(text.joined(separator: "\n")),
      body: .choice(
        choices.map {
          .init(words: Question.Words($0.words), weight: $0.letter == right ? .full : .none)
        }, several: false))
    guard question.texts.allSatisfy({ $0.utf8.count <= QuestionBank.maximumTextBytes }) else {
      return fail(
        line,
        "\(name) holds a text of more than \(QuestionBank.maximumTextBytes) bytes. Shorten it.")
    }
    questions.append(question)
  }
}
