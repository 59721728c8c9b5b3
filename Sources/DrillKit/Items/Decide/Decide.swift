// SPDX-License-Identifier: GPL-3.0-or-later

/// A decision without a right answer: it branches, or is remembered.
enum DecideKind: ItemKind {
  static let verb = "Decide"
  static let settings: Set<String> = ["shuffle"]

  static func read(_ section: inout ItemSection) -> (any ItemContent)? {
    guard let answers = section.takeAnswers() else {
      section.report(
        .wrongForm, at: section.place,
        "Decide needs a list of answers without boxes: “- … → [Scene](#scene)”, or without arrow.")
      return nil
    }
    section.rejectBoxes(answers)
    section.rejectOwnMarks(answers)
    section.rejectOtherwise(answers)
    section.rejectEqualAnswers(answers)
    for answer in answers where answer.marks.share != nil || answer.marks.deduction != nil {
      section.report(
        .unknownMark, at: answer.place,
        "A decision earns nothing, so it has no share. Delete the mark, or ask “Choose”.")
    }
    let options = answers.filter { !$0.id.isEmpty }
    guard options.count >= 2 else {
      section.report(.tickCount, at: section.place, "One answer is no decision. Add another one.")
      return nil
    }
    return DecideContent(
      options: options, timedOut: section.timedOut(among: answers), duty: section.duty)
  }
}

/// A decision.
struct DecideContent: ItemContent {
  let options: [Answer]
  let timedOut: Answer?
  let duty: Duty

  var isScored: Bool { false }

  func shape(in situation: Situation) -> ResponseShape {
    .choices(Choices(options.map(\.option), selection: .one))
  }

  func instruction(in situation: Situation) -> String {
    "Type the number of what you decide. Nothing here is right or wrong."
  }

  func judge(_ response: Response, in situation: Situation) -> Judgement {
    var judgement = Judgement(share: .none)
    guard case .choices(let letters) = response, let letter = letters.first,
      let answer = options.first(where: { $0.id == letter })
    else { return judgement }
    judgement.add(answer, duty: duty)
    return judgement
  }

  func solution(in situation: Situation) -> Response? {
    (options.first { !$0.marks.isCritical } ?? options.first).map { .choices([$0.id]) }
  }

  func guesses(in situation: Situation) -> [Guess] { ChoiceGuesses.one(of: options) }

  var targets: [(slug: String, place: Place)] { outcomes.targets }

  var delays: Set<Int> { outcomes.delays }

  private var outcomes: [Answer] { options + [timedOut].compactMap { $0 } }

  var answers: [Option] { options.map(\.option) }

  func timeOut(in situation: Situation) -> Judgement? {
    timedOut.map { Judgement(timedOut: $0, duty: duty) }
  }
}
