// SPDX-License-Identifier: GPL-3.0-or-later

/// All right answers of several: right/n − wrong/m, not below nothing, unless marks say otherwise.
enum ChooseAllKind: ItemKind {
  static let verb = "Choose all"
  static let settings: Set<String> = ["shuffle", "show"]

  static func read(_ section: inout ItemSection) -> (any ItemContent)? {
    guard let answers = section.takeAnswers() else {
      section.report(
        .wrongForm, at: section.place,
        "Choose all needs a list of answers, each with a box: “- [x] …” for each right one, “- [ ] …”."
      )
      return nil
    }
    section.requireBoxes(answers)
    section.rejectOwnMarks(answers)
    section.rejectEqualAnswers(answers)
    section.warnOfMissingFeedback(answers)
    for answer in answers where answer.target != nil {
      section.report(
        .strayArrow, at: answer.place,
        "Several answers of Choose all may be picked, so none leads to a scene. Use “Next:”.")
    }
    let options = answers.filter { !$0.id.isEmpty }
    guard options.contains(where: \.isRight), options.count >= 2 else {
      section.report(
        .tickCount, at: section.place, "No answer is ticked. Tick all that are right: “- [x] …”.")
      return nil
    }
    return ChooseAllContent(
      options: options, timedOut: answers.first { $0.marks.isTimedOut },
      show: section.settings.show, duty: section.duty)
  }
}

/// A question with several right answers.
struct ChooseAllContent: ItemContent {
  let options: [Answer]
  let timedOut: Answer?
  let show: Int?
  let duty: Duty

  func shape(in situation: Situation) -> ResponseShape {
    .choices(
      Choices(
        options.map(\.option), selection: .any, show: show,
        always: Set(options.filter(\.isRight).map(\.id))))
  }

  func instruction(in situation: Situation) -> String {
    "Type the numbers of all that are right, such as “1, 3”, or “none”."
  }

  func judge(_ response: Response, in situation: Situation) -> Judgement {
    guard case .choices(let letters) = response else { return Judgement(share: .none) }
    let measure = MultipleChoice(
      options.map { answer in
        .init(
          isRight: answer.isRight,
          percent: answer.marks.share ?? answer.marks.deduction.map { -$0 })
      })
    let chosen = Set(options.indices.filter { letters.contains(options[$0].id) })
    var judgement = Judgement(share: measure.share(chosen: chosen))
    for (index, answer) in options.enumerated() {
      if chosen.contains(index) {
        judgement.add(answer, duty: duty)
        judgement.remarks.append(
          Remark(
            answer.isRight ? .earned : .lost,
            "“\(answer.text.plain)” is \(answer.isRight ? "right" : "wrong")."))
      } else if answer.isRight {
        judgement.remarks += answer.remarks.filter { $0.kind == .feedback }
        judgement.remarks.append(Remark(.lost, "“\(answer.text.plain)” was missed: it is right."))
      }
    }
    return judgement
  }

  func solution(in situation: Situation) -> Response? {
    .choices(options.filter(\.isRight).map(\.id))
  }

  func guesses(in situation: Situation) -> [Guess] {
    ChoiceGuesses.one(of: options) + [Guess("ticks everything", .choices(options.map(\.id)))]
  }

  var delays: Set<Int> {
    // Each picked answer adds its minutes: every sum may come about.
    options.map(\.marks.minutes).filter { $0 > 0 }.reduce(into: Set([0])) { sums, minutes in
      guard sums.count < 64 else { return }
      sums.formUnion(sums.map { $0 + minutes })
    }
  }

  var answers: [Option] { options.map(\.option) }

  func timeOut(in situation: Situation) -> Judgement? {
    timedOut.map { Judgement(timedOut: $0, duty: duty) }
  }
}
