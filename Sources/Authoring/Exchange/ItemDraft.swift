// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// A question as an item of a drill: its lines, and what the item could not say.
struct ItemDraft {
  /// The item's lines, its heading first.
  private(set) var lines: [String] = []
  /// What has no place in the drill, as sentences that name the question.
  private(set) var losses: [String] = []

  private let question: Question
  private var keepsake = Keepsake()
  private var setting: String?
  private var answers: [String] = []

  /// The greatest number of characters that a heading asks with.
  private static let longestHeading = 240

  /// Drafts a question that asks something; throws a sentence where no item can say it.
  init(_ question: Question) throws(GIFTProblem) {
    self.question = question
    keepsake.keep("kind", question.body.kind)
    keepsake.keep(question)
    // What the drill language asks with; which kind reads it is no business of this file.
    let opening: String
    switch question.body {
    case .description: throw problem("asks nothing. It becomes the text of a scene.")
    case .essay:
      opening = "### Record:"
      setting = "0 points"
      answers = Self.table(["Field", "Accept"], [["Your answer", "any"]])
      lose("has no key: it is asked and recorded, and counts 0 points.")
    case .truth(let isTrue, let wrong, let right):
      opening = "### Choose:"
      setting = "shuffle: no"
      keepsake.keep("format wrong", wrong?.format?.rawValue)
      keepsake.keep("format right", right?.format?.rawValue)
      answers =
        Self.answer("True", "", isTrue, isTrue ? right : wrong)
        + Self.answer("False", "", !isTrue, isTrue ? wrong : right)
    case .choice(let choices, let several):
      opening = several ? "### Choose all:" : "### Choose:"
      try draft(choices, several: several)
    case .short(let choices):
      opening = "### Record:"
      try draft(short: choices)
    case .matching(let pairs):
      opening = "### Match:"
      try draft(pairs)
    case .numeric(let windows, let otherwise):
      opening = "### Record:"
      try draft(numeric: windows, otherwise: otherwise)
    }
    noteMarkup()
    assemble(opening)
  }

  private func problem(_ message: String) -> GIFTProblem {
    GIFTProblem(line: question.line, message: "“\(question.name)” \(message)")
  }

  private mutating func lose(_ message: String) {
    losses.append("“\(question.name)” \(message)")
  }

  /// What a program would show set is shown here as it is written.
  private mutating func noteMarkup() {
    for loss in question.markupLosses { lose(loss) }
  }

  private mutating func assemble(_ opening: String) {
    let text = question.text.text
    let isHeading =
      !text.contains("\n") && text.unicodeScalars.count <= Self.longestHeading
      && !(text.contains("{") && text.hasSuffix("}"))
    if !isHeading { keepsake.keep("text", "above") }
    let heading = isHeading ? MarkdownWords.line(text) : "What is your answer?"
    lines = ["\(opening) \(heading)", ""] + keepsake.comment + [""]
    if let setting { lines += ["_\(setting)_", ""] }
    if !isHeading { lines += MarkdownWords.paragraphs(text) + [""] }
    lines += answers + [""]
    if let general = question.general {
      lines += ["Feedback:", ""] + MarkdownWords.quote(general.text) + [""]
    }
  }

  // MARK: Answers to pick

  private mutating func draft(_ choices: [Question.Choice], several: Bool) throws(GIFTProblem) {
    let full = choices.count { $0.weight == .full }
    if !several, full > 1 {
      throw problem(
        "has \(full) answers that each earn all, and Choose takes one. Let one be right, or ask for "
          + "all of them with weights.")
    }
    let marks =
      several
      ? try severalMarks(choices)
      : choices.map { max($0.weight.percent, 0) }
        .enumerated().map { index, percent in
          choices[index].weight == .full || percent == 0 ? nil : min(percent, 99)
        }
    let drafted = zip(choices, marks).map { choice, mark in
      AnswerKey.Choice.drafted(
        isRight: several ? choice.weight > .none : choice.weight == .full, mark)
    }
    let read = AnswerWeights.of(drafted, several: several)
    for (index, choice) in choices.enumerated() {
      keepsake.keep("format answer \(index + 1)", choice.words.format?.rawValue)
      keepsake.keep("format feedback \(index + 1)", choice.feedback?.format?.rawValue)
      if read[index] != choice.weight {
        keepsake.keep("weight \(index + 1)", "\(choice.weight) (\(read[index]))")
        lose(
          "gives “\(choice.words.text.shortened)” the weight \(choice.weight) %, which this drill "
            + "can't say: there it earns \(read[index]) %.")
      }
      let mark = marks[index].map { "(\($0)%) " } ?? ""
      answers += Self.answer(choice.words.text, mark, drafted[index].isRight, choice.feedback)
    }
  }

  /// The marks of answers of which several are right: whole per cent that come to 100.
  private func severalMarks(_ choices: [Question.Choice]) throws(GIFTProblem) -> [Int?] {
    let right = choices.filter { $0.weight > .none }
    let sum = right.reduce(0) { $0 + $1.weight.units }
    guard (99 * 100_000...101 * 100_000).contains(sum) else {
      throw problem(
        "has right answers that earn \(sum / 100_000) % together, and not 100 %. Let the "
          + "weights make 100.")
    }
    let wrong = choices.filter { $0.weight <= .none }
    let isEven = right.allSatisfy { $0.weight == Weight(percent: 100, over: right.count) }
    let isEvenlyWrong = wrong.allSatisfy { $0.weight == Weight(percent: -100, over: wrong.count) }
    var marks = choices.map { choice -> Int? in
      if choice.weight > .none { return isEven ? nil : max(choice.weight.percent, 1) }
      return isEvenlyWrong ? nil : choice.weight.percent
    }
    guard !isEven else { return marks }
    // What rounding lost or won goes to the answer that earns the most.
    let total = zip(choices, marks).reduce(0) { $0 + ($1.0.weight > .none ? $1.1 ?? 0 : 0) }
    if let most = choices.indices.max(by: { choices[$0].weight < choices[$1].weight }) {
      marks[most] = marks[most].map { $0 + 100 - total }
    }
    return marks
  }

  private static func answer(
    _ text: String, _ mark: String, _ isRight: Bool, _ feedback: Question.Words?
  ) -> [String] {
    var lines = MarkdownWords.answer(text, indent: "  ")
    lines[0] = "- [\(isRight ? "x" : " ")] \(mark)\(lines[0])"
    return lines + (feedback.map { MarkdownWords.quote($0.text, indent: "  ") } ?? [])
  }

  // MARK: Answers to type

  private mutating func draft(short choices: [Question.Choice]) throws(GIFTProblem) {
    var otherwise: Question.Words?
    var cells: [String] = []
    for (index, choice) in choices.enumerated() {
      let isLast = index == choices.count - 1
      if isLast, choice.words == Question.Words("*"), choice.weight == .none,
        let feedback = choice.feedback, !feedback.text.contains("\n")
      {
        otherwise = feedback
        keepsake.keep("otherwise", "*")
        continue
      }
      guard choice.weight == .full, RecordCell.canSay(choice.words.text) else {
        keepsake.keep("answer \(index + 1)", GIFTWriter.typed(choice))
        lose(
          "has the answer “\(choice.words.text.shortened)”, for which Record has no form: a weight, "
            + "a star, a “;” or the like. It is not accepted there.")
        continue
      }
      cells.append(MarkdownWords.line(choice.words.text))
      keep(choice.words.format, choice.feedback, index)
    }
    try finish(cells, otherwise)
  }

  private mutating func draft(
    numeric windows: [Question.Window], otherwise: Question.Words?
  ) throws(GIFTProblem) {
    var cells: [String] = []
    for (index, window) in windows.enumerated() {
      guard window.weight == .full else {
        keepsake.keep("answer \(index + 1)", GIFTWriter.typed(window))
        lose("gives a number \(window.weight) %, and Record knows right and wrong only.")
        continue
      }
      cells.append(RecordCell.text(window))
      keep(nil, window.feedback, index)
    }
    if let otherwise, otherwise.text.contains("\n") {
      keepsake.keep("otherwise", GIFTWriter.words(otherwise))
      lose("says something in several lines to a wrong answer, and a cell has one.")
      try finish(cells, nil)
    } else {
      try finish(cells, otherwise)
    }
  }

  /// Feedback to a right answer is not given: Record says why only to a wrong one.
  private mutating func keep(_ format: Question.Format?, _ feedback: Question.Words?, _ index: Int)
  {
    keepsake.keep("format answer \(index + 1)", format?.rawValue)
    guard let feedback else { return }
    keepsake.keep("feedback \(index + 1)", GIFTWriter.words(feedback))
    lose(
      "says “\(feedback.text.shortened)” to a right answer, and Record says something to wrong ones "
        + "only.")
  }

  private mutating func finish(
    _ cells: [String], _ otherwise: Question.Words?
  ) throws(GIFTProblem) {
    guard !cells.isEmpty else {
      throw problem("has no right answer that Record can say. Write one without “*” and “;”.")
    }
    keepsake.keep("format otherwise", otherwise?.format?.rawValue)
    let accept = cells.joined(separator: "; ")
    answers =
      otherwise.map {
        Self.table(["Field", "Accept", "Why"], [["Answer", accept, MarkdownWords.line($0.text)]])
      } ?? Self.table(["Field", "Accept"], [["Answer", accept]])
  }

  // MARK: Pairs

  private mutating func draft(_ pairs: [Question.Pair]) throws(GIFTProblem) {
    for (index, pair) in pairs.enumerated() {
      guard !(pair.left.text + pair.right).contains("\n"), !pair.right.contains(";"),
        !pair.right.contains("+")
      else {
        throw problem(
          "has a pair that Match can't say: its right side holds a “;” or a “+”, or one of its sides "
            + "a line's end. Write “\(pair.right.shortened)” otherwise.")
      }
      keepsake.keep("format left \(index + 1)", pair.left.format?.rawValue)
    }
    answers = Self.table(
      ["Given", "Answer"],
      pairs.map { [MarkdownWords.line($0.left.text), MarkdownWords.line($0.right)] })
  }

  private static func table(_ header: [String], _ rows: [[String]]) -> [String] {
    ([header, header.map { _ in "---" }] + rows).map { "| \($0.joined(separator: " | ")) |" }
  }
}
