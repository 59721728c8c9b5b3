// SPDX-License-Identifier: GPL-3.0-or-later

/// All right answers of several: right/n − wrong/m, not below nothing, unless marks say otherwise.
enum ChooseAllKind: ItemKind {
  static let verb = "Choose all"
  static let meaning =
    "All right answers of several: boxes, several of them ticked."
  static let settings: Set<String> = ["shuffle", "show"]

  static func read(_ section: inout ItemSection) -> (any ItemContent)? {
    guard let list = AnswerList(&section, hasBoxes: true) else { return nil }
    section.rejectOwnMarks(list.lines, besides: ["50%", "-25%", "+10 min", "timed out"])
    for answer in list.lines where answer.leads && !answer.marks.isTimedOut {
      section.report(
        .strayArrow, at: answer.place,
        "Several answers of Choose all may be picked, so none leads to a scene. Use “Next:”.")
    }
    guard list.options.contains(where: \.isRight) else {
      section.report(
        .tickCount, at: section.place, "No answer is ticked. Tick all that are right: “- [x] …”.")
      return nil
    }
    let content = ChooseAllContent(list: list, show: section.settings.show, duty: section.duty)
    rejectContradictions(content, section)
    return content
  }

  /// All ticked answers together earn all, an unticked one earns nothing, and some are shown.
  private static func rejectContradictions(_ content: ChooseAllContent, _ section: ItemSection) {
    section.rejectCriticalTicks(content.list.options)
    for answer in content.list.options {
      if answer.isRight, answer.marks.deduction != nil {
        section.report(
          .unknownMark, at: answer.place,
          "A ticked answer can't cost anything. Untick it, or write what it earns: “50%”.")
      } else if !answer.isRight, answer.marks.share ?? 0 > 0 {
        section.report(
          .unknownMark, at: answer.place,
          "An unticked answer earns nothing. Tick it, or write what it costs: “-25%”.")
      }
    }
    let right = content.list.options.filter(\.isRight)
    let marked = right.reduce(0) { $0 + ($1.marks.share ?? 0) }
    let isShort = marked < 100 && right.allSatisfy { $0.marks.share != nil }
    if isShort || marked > 100 {
      section.report(
        .noRightAnswer, at: right[0].place,
        "The shares of the ticked answers make \(marked) %. Let them make 100 %, or leave one "
          + "without a share: it gets the rest.")
    }
    if let show = content.show, show <= right.count, right.count < content.list.options.count {
      section.report(
        .unknownSetting, at: section.place,
        "“show: \(show)” shows the \(right.count) right answers and no wrong one. Show more.")
    }
  }
}

/// A question with several right answers.
struct ChooseAllContent: AnswerListContent {
  let list: AnswerList
  let show: Int?
  let duty: Duty

  private var options: [Answer] { list.options }

  func shape(in situation: Situation) -> ResponseShape {
    .choices(
      Choices(
        answers, selection: .any, show: show,
        always: Set(options.filter(\.isRight).map(\.id))))
  }

  /// How many wrong answers are on the screen: choosing all of them must cost everything.
  private var wrongShown: Int? {
    guard let show, show < options.count else { return nil }
    return max(0, show - options.count(where: \.isRight))
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
      }, wrongShown: wrongShown)
    let chosen = Set(options.indices.filter { letters.contains(options[$0].id) })
    var judgement = Judgement(share: measure.share(chosen: chosen))
    for (index, answer) in options.enumerated() {
      if chosen.contains(index) {
        judgement.remarks.append(
          Remark(
            answer.isRight ? .earned : .lost,
            "\(answer.text.plain.quoted) is \(answer.isRight ? "right" : "wrong")."))
        judgement.add(answer, duty: duty)
      } else if answer.isRight {
        judgement.remarks.append(
          Remark(.lost, "\(answer.text.plain.quoted) was missed: it is right."))
        judgement.remarks += answer.remarks.filter { $0.kind == .feedback }
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

  var targets: [(slug: String, place: Place)] {
    list.timedOut.flatMap { answer in answer.target.map { [($0, answer.place)] } } ?? []
  }

  var answerKey: AnswerKey? { list.key(several: true) }

  var delays: Set<Int> {
    // Each picked answer adds its minutes: every sum may come about.
    let sums = options.map(\.marks.minutes).filter { $0 > 0 }.reduce(into: Set([0])) {
      sums, minutes in
      guard sums.count < 64 else { return }
      sums.formUnion(sums.map { $0 + minutes })
    }
    return sums.union([list.timedOut?.marks.minutes ?? 0])
  }
}
