// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Reads what stands in a question's braces.
struct GIFTKeyParser {
  private let signs: GIFTSigns
  private let name: String

  /// What stands in the braces of a question of this name, general feedback left out.
  init(_ signs: GIFTSigns, name: String) {
    self.signs = signs
    self.name = name
  }

  /// The key, by the form that its signs have.
  func read() throws(GIFTProblem) -> Question.Body {
    if signs.isBlank { return .essay }
    if signs.begins(with: "#") { return try numeric() }
    if signs.firstIndex(of: "~") != nil { return try choice() }
    if signs.firstIndex(of: "=") != nil, signs.firstIndex(of: "->") != nil { return try matching() }
    if let truth = try truth() { return truth }
    return try short()
  }

  private func problem(_ line: Int, _ message: String) -> GIFTProblem {
    GIFTProblem(line: line, message: message)
  }

  // MARK: Forms

  private func truth() throws(GIFTProblem) -> Question.Body? {
    let pieces = self.pieces(at: "#")
    guard let word = pieces.first?.trimmed, word.signs.allSatisfy({ !$0.isEscaped }) else {
      return nil
    }
    let isTrue: Bool
    switch word.source {
    case "T", "TRUE": isTrue = true
    case "F", "FALSE": isTrue = false
    default: return nil
    }
    guard pieces.count <= 3 else {
      throw problem(
        pieces[3].line,
        "\(name) is true or false and has more than two feedbacks. Keep the one to a wrong answer and "
          + "the one to a right one; write “\\#” for text.")
    }
    return .truth(
      isTrue, whenWrong: pieces.count > 1 ? GIFTQuestionParser.words(pieces[1]) : nil,
      whenRight: pieces.count > 2 ? GIFTQuestionParser.words(pieces[2]) : nil)
  }

  private func choice() throws(GIFTProblem) -> Question.Body {
    let answers = try self.answers(at: ["~", "="])
    let isSingle = answers.contains { $0.sign == "=" }
    var choices: [Question.Choice] = []
    for (sign, text) in answers {
      let isWeighted = text.trimmed.begins(with: "%")
      if sign == "=", isWeighted, (try? weight(text)) != nil {
        throw problem(
          text.line,
          "\(name): an answer with “=” earns all and has no weight. Write “~%50%…” for a part.")
      }
      let read = sign == "=" ? (Weight.full, text) : try weight(text)
      let choice = try choice(read.1, weight: read.0 ?? .none)
      choices.append(choice)
    }
    guard isSingle || choices.contains(where: { $0.weight > .none }) else {
      throw problem(
        signs.line,
        "\(name) has no key: no answer is right. Write “=” before the right one, or “~%50%” before "
          + "each of several.")
    }
    return .choice(choices, several: !isSingle)
  }

  private func short() throws(GIFTProblem) -> Question.Body {
    guard signs.firstIndex(of: "=") != nil else {
      throw problem(
        signs.line,
        "\(name) has no key: nothing in the braces is marked as right. Write “=” before the right "
          + "answer, or T or F.")
    }
    let choices = try typedAnswers()
    guard choices.contains(where: { $0.weight == .full }) else {
      throw problem(
        signs.line,
        "\(name) has no key: no answer earns all. Write “=” without a weight before the right one.")
    }
    return .short(choices)
  }

  /// Answers to be typed, each behind its “=”.
  func typedAnswers() throws(GIFTProblem) -> [Question.Choice] {
    var choices: [Question.Choice] = []
    for (_, text) in try answers(at: ["="]) {
      let (weight, rest) = try weight(text)
      choices.append(try choice(rest, weight: weight ?? .full))
    }
    return choices
  }

  private func matching() throws(GIFTProblem) -> Question.Body {
    var pairs: [Question.Pair] = []
    for (_, text) in try answers(at: ["="]) {
      guard let arrow = text.firstIndex(of: "->") else {
        throw problem(text.line, "\(name): a pair has no “->”. Write “=this -> that”.")
      }
      let right = text.from(arrow + 2).text
      guard !right.isEmpty else {
        throw problem(
          text.line, "\(name) has no key here: nothing stands after “->”. Write what belongs there."
        )
      }
      pairs.append(
        .init(
          left: GIFTQuestionParser.words(text.upTo(arrow)) ?? Question.Words(""), right: right))
    }
    // A value that belongs nowhere has no place in the order.
    return .matching(pairs.filter { !$0.left.text.isEmpty } + pairs.filter(\.left.text.isEmpty))
  }

  private func numeric() throws(GIFTProblem) -> Question.Body {
    let whole = signs.dropping(1)
    let wrong = whole.firstIndex(of: "~")
    let key = wrong.map(whole.upTo) ?? whole
    var otherwise: Question.Words?
    if let wrong {
      let rest = whole.from(wrong + 1).trimmed
      guard rest.begins(with: "#") else {
        throw problem(
          rest.line,
          "\(name): a numeric question has no wrong answers. Write “~#” and what is said to them.")
      }
      otherwise = GIFTQuestionParser.words(rest.dropping(1))
    }
    guard !key.isBlank else {
      throw problem(
        signs.line,
        "\(name) has no key: no number stands after “#”. Write “#3”, “#3:0.5” or “#1..5”.")
    }
    let windows = try GIFTKeyParser(key, name: name).windows()
    guard windows.contains(where: { $0.weight == .full }) else {
      throw problem(
        signs.line, "\(name) has no key: no number earns all. Write one without a weight.")
    }
    return .numeric(windows, otherwise: otherwise)
  }

  /// Numbers to be typed, each behind its “=”; one alone needs none.
  func windows() throws(GIFTProblem) -> [Question.Window] {
    var windows: [Question.Window] = []
    let parts =
      signs.firstIndex(of: "=") == nil
      ? [(sign: Unicode.Scalar("="), text: signs)]
      : try answers(at: ["="])
    for (_, text) in parts {
      let (weight, rest) = try weight(text)
      windows.append(try window(rest, weight: weight ?? .full))
    }
    return windows
  }

  private func window(_ text: GIFTSigns, weight: Weight) throws(GIFTProblem) -> Question.Window {
    let pieces = GIFTKeyParser(text, name: name).pieces(at: "#", most: 2)
    let written = pieces[0].trimmed.source
    let feedback = pieces.count > 1 ? GIFTQuestionParser.words(pieces[1]) : nil
    guard let (low, high, center) = Self.numbers(written) else {
      throw problem(
        text.line,
        "\(name): “\(String(written).shortened)” is no number of at most 15 digits, six of them decimals. "
          + "Write “3”, “3:0.5” or “1..5”.")
    }
    return .init(low: low, high: high, center: center, weight: weight, feedback: feedback)
  }

  // MARK: Pieces

  /// The text between unescaped signs, the sign itself left out.
  private func pieces(at sign: Unicode.Scalar, most: Int = .max) -> [GIFTSigns] {
    var pieces: [GIFTSigns] = []
    var rest = signs
    while pieces.count < most - 1, let index = rest.firstIndex(of: sign) {
      pieces.append(rest.upTo(index))
      rest = rest.from(index + 1)
    }
    return pieces + [rest]
  }

  /// The answers, each with the sign that opens it.
  private func answers(
    at openings: Set<Unicode.Scalar>
  ) throws(GIFTProblem) -> [(sign: Unicode.Scalar, text: GIFTSigns)] {
    let starts = signs.signs.indices.filter {
      openings.contains(signs.signs[$0].scalar) && !signs.signs[$0].isEscaped
    }
    guard starts.count <= QuestionBank.maximumAnswers else {
      throw problem(
        signs.line,
        "\(name) has more than \(QuestionBank.maximumAnswers) answers. Split it.")
    }
    if let first = starts.first, !signs.upTo(first).isBlank {
      throw problem(
        signs.line,
        "\(name): before the first answer stands text that is none. Begin each answer with “=” or “~”."
      )
    }
    return zip(starts, starts.dropFirst() + [signs.signs.endIndex]).map { start, end in
      (signs.signs[start].scalar, signs.upTo(end).from(start + 1))
    }
  }

  /// The weight before an answer and what follows it.
  private func weight(_ text: GIFTSigns) throws(GIFTProblem) -> (Weight?, GIFTSigns) {
    let text = text.trimmed
    guard text.begins(with: "%"), let end = text.dropping(1).firstIndex(of: "%") else {
      return (nil, text)
    }
    let written = text.upTo(end).dropping(1).source
    let isNumber = written.allSatisfy { $0.isNumber || $0 == "." || $0 == "-" }
    guard isNumber, !written.isEmpty else { return (nil, text) }
    guard let weight = Weight(written) else {
      throw problem(
        text.line,
        "\(name): “%\(written.prefix(20))%” is no weight from -100 to 100 with at most five decimals."
      )
    }
    return (weight, text.from(end + 1))
  }

  private func choice(_ text: GIFTSigns, weight: Weight) throws(GIFTProblem) -> Question.Choice {
    let pieces = GIFTKeyParser(text, name: name).pieces(at: "#", most: 2)
    guard let words = GIFTQuestionParser.words(pieces[0]), !words.text.isEmpty else {
      throw problem(text.line, "\(name): an answer has no words. Write some, or delete its sign.")
    }
    return .init(
      words: words, weight: weight,
      feedback: pieces.count > 1 ? GIFTQuestionParser.words(pieces[1]) : nil)
  }
}
