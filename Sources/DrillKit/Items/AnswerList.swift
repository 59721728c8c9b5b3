// SPDX-License-Identifier: GPL-3.0-or-later

/// The list under an item whose answers all stand in it, to be picked by number.
struct AnswerList: Sendable {
  /// Every line, `(timed out)` among them.
  let lines: [Answer]
  /// The answers that can be picked, in the file's order.
  let options: [Answer]
  /// What the author foresaw for a time-out.
  let timedOut: Answer?
  private let duty: Duty

  /// Takes the list from a section and reports what no such list may hold; nil where it holds no
  /// choice.
  init?(_ section: inout ItemSection, hasBoxes: Bool) {
    guard let lines = section.takeAnswers() else {
      section.report(
        .wrongForm, at: section.place,
        "\(section.verb) needs a list of answers"
          + (hasBoxes
            ? ", each with a box: “- [x] …” for what is right, “- [ ] …” for the rest."
            : " without boxes: “- … → [Scene](#scene)”, or without arrow."))
      return nil
    }
    if hasBoxes {
      section.requireBoxes(lines)
      section.warnOfMissingFeedback(lines)
    } else {
      section.rejectBoxes(lines)
    }
    section.rejectOtherwise(lines)
    section.rejectEqualAnswers(lines)
    self.lines = lines
    options = lines.filter { !$0.id.isEmpty }
    timedOut = section.timedOut(among: lines)
    duty = section.duty
    guard options.count >= 2 else {
      section.report(
        .tickCount, at: section.place,
        "Fewer than two answers are no choice. Add "
          + (hasBoxes ? "a wrong one that is tempting." : "another one."))
      return nil
    }
  }

  /// The answer that was picked; the first, where there are several.
  func picked(_ response: Response) -> Answer? {
    guard case .choices(let letters) = response, let letter = letters.first else { return nil }
    return options.first { $0.id == letter }
  }

  /// The answers as a key that other programs can hold.
  func key(several: Bool) -> AnswerKey {
    AnswerKey(
      .choices(options.map(\.choice), several: several), leaving: lines.flatMap(\.remainders))
  }

  /// Every way in which the item can end.
  fileprivate var outcomes: [Answer] { options + [timedOut].compactMap { $0 } }

  /// What a time-out earns and leads to; nil where the author foresaw none.
  fileprivate func timeOut() -> Judgement? {
    timedOut.map { Judgement(timedOut: $0, duty: duty) }
  }
}

/// Content whose answers are a list, of which one is picked unless the kind says otherwise.
protocol AnswerListContent: ItemContent {
  /// The list.
  var list: AnswerList { get }
}

extension AnswerListContent {
  var answers: [Option] { list.options.map(\.option) }

  var targets: [(slug: String, place: Place)] { list.outcomes.targets }

  var delays: Set<Int> { list.outcomes.delays }

  func guesses(in situation: Situation) -> [Guess] { ChoiceGuesses.one(of: list.options) }

  func timeOut(in situation: Situation) -> Judgement? { list.timeOut() }
}
