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

  /// Lines of a question with no empty line between them.
  private struct Block {
    let line: Int
    var lines: [String] = []
  }

  private struct Choice {
    let letter: Character
    let words: String
    let typed: String
    let line: Int
    let isCapital: Bool
  }

  private var blocks: [Block] = []
  private var choices: [Choice] = []
  private var isBroken = false
  private var isAfterEmpty = false
  private var hasToldForm = false

  init(notes: ExchangeNotes) { self.notes = notes }

  mutating func read(_ lines: [Substring]) {
    for (index, raw) in lines.enumerated() {
      guard questions.count < QuestionBank.maximumQuestions else {
        return notes.failForTooMany(index + 1)
      }
      let words = String(raw).settled(lineFeeds: 0)
      if words.isEmpty {
        isAfterEmpty = true
      } else {
        take(words, at: index + 1)
        isAfterEmpty = false
      }
    }
    if !blocks.isEmpty || !choices.isEmpty { failForKey() }
  }

  private mutating func take(_ words: String, at number: Int) {
    switch AikenLine(words) {
    case .key(let key, let isExact, let certainty) where isMeant(certainty):
      if !isExact, !choices.isEmpty { tellForm(firstSmall ?? number) }
      close(key, at: number)
    case .choice(let letter, let text, let isCapital)
    where isCapital || isNext(letter):
      if isCapital, letter == "A" { takeBack() }
      add(
        Choice(letter: letter, words: text, typed: words, line: number, isCapital: isCapital))
    default:
      // Where the answers have ended without a key, the line begins the next question.
      if !choices.isEmpty { failForKey() }
      append(words, at: number)
    }
  }

  /// Whether a line is the question's key. Behind capital letters it is one by any name; elsewhere
  /// “Plan: B” is text.
  private func isMeant(_ certainty: AikenLine.Certainty) -> Bool {
    switch certainty {
    case .certain: true
    case .named: !choices.isEmpty || hasOtherAnswers
    case .possible: !choices.isEmpty && choices.allSatisfy(\.isCapital)
    }
  }

  /// Whether a small letter is that of an answer: the next one, or any among small ones.
  private func isNext(_ letter: Character) -> Bool {
    letter.asciiValue.map(Int.init) == 0x41 + choices.count
      || (!choices.isEmpty && choices.allSatisfy { !$0.isCapital })
  }

  /// Whether the question's answers, as it seems, are in a form that is not Aiken's.
  private var hasOtherAnswers: Bool {
    blocks.last?.lines.contains(where: AikenLine.looksLikeAnswer) == true
  }

  private mutating func append(_ words: String, at number: Int) {
    if blocks.isEmpty || isAfterEmpty { blocks.append(Block(line: number)) }
    blocks[blocks.count - 1].lines.append(words)
  }

  /// Small letters before “A.” were a list within the question.
  private mutating func takeBack() {
    guard !choices.isEmpty, choices.allSatisfy({ !$0.isCapital }) else { return }
    let taken = choices
    choices = []
    for choice in taken { append(choice.typed, at: choice.line) }
  }

  private mutating func add(_ choice: Choice) {
    if choices.contains(where: { $0.letter == choice.letter }) {
      fail(
        choice.line,
        "\(name): the letter \(choice.letter) stands here a second time. Give it another one.")
    }
    choices.append(choice)
  }

  /// Aiken has capital letters only: said once a file, as everything is read all the same.
  private mutating func tellForm(_ line: Int) {
    guard !hasToldForm else { return }
    hasToldForm = true
    notes.warn(
      line,
      "Small letters and other words for the key are read as “A. words” and “ANSWER: A” here; "
        + "Moodle takes nothing but these. Look at the questions from here on.")
  }

  /// The line of the question's first small letter.
  private var firstSmall: Int? { choices.first { !$0.isCapital }?.line }

  private var line: Int { blocks.first?.line ?? choices.first?.line ?? 1 }

  private var name: String { Self.name(blocks.flatMap(\.lines)) }

  private static func name(_ lines: [String]) -> String {
    let words = lines.joined(separator: " ")
    return words.isEmpty
      ? "This question" : "“\(words.count <= 40 ? words : words.prefix(39) + "…")”"
  }

  private mutating func fail(_ line: Int, _ message: String) {
    isBroken = true
    notes.fail(line, message)
  }

  private mutating func failForAnswers(_ block: Block) {
    notes.fail(
      block.line,
      "\(Self.name(block.lines)) has fewer than two answers. Write them as “A. words”, with "
        + "“ANSWER: A” under them.")
  }

  private mutating func failForKey() {
    if choices.isEmpty {
      // Nothing tells where one ends and the next begins but empty lines: each is named.
      for block in blocks { failForAnswers(block) }
    } else {
      fail(line, "\(name) has no key. Write “ANSWER: A” under its answers, with the right letter.")
    }
    clear()
  }

  private mutating func clear() {
    blocks = []
    choices = []
    isBroken = false
  }

  private mutating func close(_ key: String, at number: Int) {
    defer { clear() }
    if blocks.isEmpty {
      return fail(
        number, "A key stands here without a question. Write the question above its answers.")
    }
    guard choices.count >= 2 else {
      guard choices.isEmpty else {
        return fail(line, "\(name) has fewer than two answers. Write them as “A. words”.")
      }
      for block in blocks { failForAnswers(block) }
      return
    }
    guard key.count == 1, let right = key.first, choices.contains(where: { $0.letter == right })
    else {
      return fail(
        number, "\(name) has no key: none of its answers has the letter “\(key.prefix(20))”.")
    }
    guard !isBroken else { return }
    if let firstSmall { tellForm(firstSmall) }
    let text = blocks.flatMap(\.lines).joined(separator: "\n")
    let question = Question(
      line: line, text: Question.Words(text),
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
