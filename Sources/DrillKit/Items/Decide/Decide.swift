// SPDX-License-Identifier: GPL-3.0-or-later

/// A decision without a right answer: it branches, or is remembered.
enum DecideKind: ItemKind {
  static let verb = "Decide"
  static let meaning =
    "A decision without a right answer: it branches, or is remembered."
  static let settings: Set<String> = ["shuffle"]

  static func read(_ section: inout ItemSection) -> (any ItemContent)? {
    guard let list = AnswerList(&section, hasBoxes: false) else { return nil }
    section.rejectOwnMarks(list.lines, besides: ["+10 min", "timed out"])
    for answer in list.lines where answer.marks.share != nil || answer.marks.deduction != nil {
      section.report(
        .unknownMark, at: answer.place,
        "A decision earns nothing, so it has no share. Delete the mark, or ask “Choose”.")
    }
    return DecideContent(list: list, duty: section.duty)
  }
}

/// A decision.
struct DecideContent: AnswerListContent {
  let list: AnswerList
  let duty: Duty

  var isScored: Bool { false }

  func shape(in situation: Situation) -> ResponseShape {
    .choices(Choices(answers, selection: .one))
  }

  func instruction(in situation: Situation) -> String {
    "Type the number of what you decide. Nothing here is right or wrong."
  }

  func judge(_ response: Response, in situation: Situation) -> Judgement {
    var judgement = Judgement(share: .none)
    guard let answer = list.picked(response) else { return judgement }
    judgement.add(answer, duty: duty)
    return judgement
  }

  func solution(in situation: Situation) -> Response? {
    (list.options.first { !$0.marks.isCritical } ?? list.options.first).map { .choices([$0.id]) }
  }
}
