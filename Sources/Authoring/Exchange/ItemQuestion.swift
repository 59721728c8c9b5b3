// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// An item of a drill as a question, with what its keepsake holds.
struct ItemQuestion {
  /// The question; nil where other programs have none like it.
  private(set) var question: Question?
  /// What of the item has no place in it.
  private(set) var losses: [ExchangeNote] = []

  private let item: Item
  private let keepsake: Keepsake
  private let isQuestionSet: Bool

  /// The question of an item that stands under a heading.
  init(_ item: Item, _ heading: QuestionExport.Heading?) {
    self.item = item
    keepsake = heading?.keepsake ?? Keepsake()
    isQuestionSet = heading?.isSet ?? false
    guard let (body, remainders) = body() else {
      losses.append(
        ExchangeNote(
          item.place, .warning,
          "“\(item.question)” (\(item.verb)) has no counterpart in GIFT, and is left out."))
      return
    }
    let above = item.passages.map(\.exchanged).joined(separator: "\n\n")
    let text =
      self.keepsake["text"] == "above"
      ? above : above.isEmpty ? item.question : "\(above)\n\n\(item.question)"
    var question = Question(
      line: item.place.line, text: Question.Words(text.settled(lineFeeds: 2)), body: body)
    let feedback = item.feedback.map { $0.blocks.plainText.replacing("\n\n", with: "\n") }
      .joined(separator: "\n").settled(lineFeeds: 1)
    question.general = feedback.isEmpty ? nil : Question.Words(feedback)
    self.keepsake.restore(&question)
    guard !question.holdsArrow else {
      losses.append(
        ExchangeNote(
          item.place, .error,
          "“\(item.question)” holds an answer with “->”, for which GIFT has no escape. "
            + "Write an arrow otherwise."))
      return
    }
    self.question = question
    losses += remainders.map { note($0.place, $0.what) }
    addLosses()
  }

  private func note(_ place: Place, _ what: String) -> ExchangeNote {
    ExchangeNote(place, .warning, "\(what) has no place in GIFT.")
  }

  // MARK: Bodies

  private func body() -> (Question.Body, [AnswerKey.Remainder])? {
    guard let key = item.content.answerKey else {
      guard case .text = item.content.shape(in: Self.nowhere) else { return nil }
      return (.essay, [.init(place: item.place, what: "By what the reply is judged")])
    }
    switch key.form {
    case .anything: return (.essay, key.remainders)
    case .choices(let choices, let several):
      return (truth(choices) ?? choice(choices, several: several), key.remainders)
    case .pairs(let pairs):
      return (
        .matching(
          pairs.enumerated().map { index, pair in
            .init(
              left: Question.Words(pair.left, keepsake.format("left \(index + 1)")),
              right: pair.right)
          }), key.remainders
      )
    case .values(let values, let otherwise):
      guard let typed = typed(values, otherwise) else { return nil }
      return (typed, key.remainders)
    }
  }

  /// Situations decide only what a policy answers, and that has no key.
  private static let nowhere = Situation(
    facts: Facts(), policies: PolicyBook(), clock: nil, duty: .serviceFailure)

  private static func words(_ text: String?, _ format: Question.Format?) -> Question.Words? {
    let plain = text?.replacing("\n\n", with: "\n").settled(lineFeeds: 1) ?? ""
    return plain.isEmpty ? nil : Question.Words(plain, format)
  }

  private func truth(_ choices: [AnswerKey.Choice]) -> Question.Body? {
    guard choices.map(\.text) == ["True", "False"], choices.allSatisfy({ $0.percent == nil }),
      let right = choices.first(where: \.isRight), let wrong = choices.first(where: { !$0.isRight })
    else { return nil }
    return .truth(
      right.text == "True", whenWrong: Self.words(wrong.feedback, keepsake.format("wrong")),
      whenRight: Self.words(right.feedback, keepsake.format("right")))
  }

  private func choice(_ choices: [AnswerKey.Choice], several: Bool) -> Question.Body {
    let weights = AnswerWeights.of(choices, several: several)
    return .choice(
      choices.enumerated().map { index, choice in
        let number = index + 1
        return .init(
          words: Question.Words(
            choice.text.settled(lineFeeds: 1), keepsake.format("answer \(number)")),
          weight: keepsake.weight(number, drill: weights[index]) ?? weights[index],
          feedback: Self.words(choice.feedback, keepsake.format("feedback \(number)")))
      }, several: several)
  }

  private func typed(_ values: [AnswerKey.Value], _ otherwise: String?) -> Question.Body? {
    let numbers = values.compactMap(\.number)
    let isNumeric =
      numbers.count == values.count && keepsake["kind"] != Question.Body.short([]).kind
    if isNumeric {
      let windows = numbers.map {
        Question.Window(low: $0.low, high: $0.high, center: $0.center, weight: .full)
      }
      let kept = keepsake["otherwise"].flatMap { GIFTQuestionParser.words(Self.signs($0)) }
      return .numeric(
        merged(windows) { parser in
          try? parser.windows().first
        } feedback: {
          $0.feedback = $1
        },
        otherwise: Self.words(otherwise, keepsake.format("otherwise")) ?? kept)
    }
    var choices: [Question.Choice] = []
    for value in values {
      guard case .words(let text) = value else { return nil }
      choices.append(.init(words: Question.Words(text), weight: .full))
    }
    var all = merged(choices) { parser in
      try? parser.typedAnswers().first
    } feedback: {
      $0.feedback = $1
    }
    for index in all.indices where all[index].words.format == nil {
      all[index].words.format = keepsake.format("answer \(index + 1)")
    }
    if let words = Self.words(otherwise, keepsake.format("otherwise")) {
      all.append(.init(words: Question.Words("*"), weight: .none, feedback: words))
    }
    return .short(all)
  }

  private static func signs(_ text: String) -> GIFTSigns { GIFTSigns([(1, text[...])]) }

  /// Answers of the drill with those that only the keepsake holds between them, each at its place.
  private func merged<Answer>(
    _ answers: [Answer], parse: (GIFTKeyParser) -> Answer?,
    feedback set: (inout Answer, Question.Words?) -> Void
  ) -> [Answer] {
    var merged: [Answer] = []
    var rest = answers[...]
    while true {
      let number = merged.count + 1
      if let text = keepsake["answer \(number)"],
        let kept = parse(GIFTKeyParser(Self.signs(text).trimmed, name: ""))
      {
        merged.append(kept)
      } else if var next = rest.popFirst() {
        if let said = keepsake["feedback \(number)"] {
          set(&next, GIFTQuestionParser.words(Self.signs(said)))
        }
        merged.append(next)
      } else {
        return merged
      }
    }
  }

  // MARK: What is lost

  private mutating func addLosses() {
    var whats: [String] = []
    if item.condition != nil { whats.append("When it is asked") }
    if !item.facts.own(in: item).isEmpty { whats.append("What the facts say") }
    whats += item.hints.map { "The hint “\($0.text.plain.shortened)”" }
    if !item.injects.isEmpty { whats.append("What breaks in while somebody thinks") }
    if !item.model.isEmpty { whats.append("The model answer") }
    if !item.next.isEmpty { whats.append("Where the story goes from here") }
    whats += item.settings.lost(in: question?.body)
    if isQuestionSet, keepsake["text"] != "above" { whats.append("How the question is set") }
    if item.passages.contains(where: \.isSet) || item.feedback.contains(where: \.isSet) {
      whats.append("How the text is set, its speakers, conditions and links,")
    }
    losses += whats.map { note(item.place, "\($0) (“\(item.question.shortened)”)") }
  }
}

extension Facts {
  /// The facts that the item itself names: those of its drill are told of there.
  fileprivate func own(in item: Item) -> [Fact] { all.filter { $0.place > item.place } }
}

extension Question {
  /// Whether an arrow stands where GIFT would take it for the one of a pair.
  fileprivate var holdsArrow: Bool {
    switch body {
    case .short(let choices): choices.contains { $0.words.text.contains("->") }
    case .matching(let pairs): pairs.contains { $0.left.text.contains("->") }
    default: false
    }
  }
}

extension ItemSettings {
  /// What of the settings GIFT has no word for.
  fileprivate func lost(in body: Question.Body?) -> [String] {
    var whats: [String] = []
    if let within { whats.append("The answer timer of \(within) s") }
    if attempts > 1 { whats.append("That there are \(attempts) attempts") }
    if points != 1, points != 0 || body != .essay {
      whats.append("That it counts \(points) points")
    }
    if asksConfidence { whats.append("The question how sure one is") }
    if let show { whats.append("That \(show) answers are drawn") }
    if case .truth? = body { return whats }
    if !shuffle { whats.append("That answers keep their order") }
    return whats
  }
}

extension Passage {
  /// The words, with a speaker's name before them.
  var exchanged: String {
    let words = blocks.map { $0.paragraph?.source ?? $0.plainText }.joined(separator: "\n\n")
    if case .speech(let speaker) = voice { return "\(speaker): \(words)" }
    return words
  }

  /// Whether words alone don't tell all of it.
  var isSet: Bool {
    if condition != nil { return true }
    if case .speech = voice { return true }
    return blocks.contains { block in
      guard let text = block.paragraph else { return true }
      return text.runs.contains { $0.link != nil || !$0.style.subtracting(.code).isEmpty }
    }
  }
}
