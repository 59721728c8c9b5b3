// SPDX-License-Identifier: GPL-3.0-or-later

/// One answer of several: the answer's own share is the credit.
enum ChooseKind: ItemKind {
  static let verb = "Choose"
  static let meaning =
    "One answer of several: boxes, one of them ticked."
  static let settings: Set<String> = ["shuffle", "show"]

  static func read(_ section: inout ItemSection) -> (any ItemContent)? {
    guard let list = AnswerList(&section, hasBoxes: true) else { return nil }
    let grants = RemedyGrant.read(list.lines, section)
    let right = list.options.filter(\.isRight)
    guard right.count == 1 else {
      section.report(
        .tickCount, at: right.dropFirst().first?.place ?? section.place,
        right.isEmpty
          ? "No answer is ticked. Tick the right one: “- [x] …”."
          : "\(right.count) answers are ticked, and Choose takes one. Untick the others, or ask "
            + "“Choose all”.")
      return nil
    }
    rejectContradictions(list.options, right[0], section)
    return ChooseContent(
      list: list, grants: grants, show: section.settings.show, duty: section.duty)
  }

  /// The ticked answer is the one that earns all, and fails nothing.
  private static func rejectContradictions(
    _ options: [Answer], _ right: Answer, _ section: ItemSection
  ) {
    section.rejectCriticalTicks(options)
    if ChooseContent.percent(right) < 100 {
      section.report(
        .noRightAnswer, at: right.place,
        "The ticked answer earns \(ChooseContent.percent(right)) %, so that nobody can earn all. "
          + "Delete its share, or tick the answer that earns 100 %.")
    }
    for answer in options where !answer.isRight {
      if ChooseContent.percent(answer) == 100 {
        section.report(
          .tickCount, at: answer.place,
          "This answer earns 100 % without a tick. Lower its share, or tick it instead.")
      }
      if answer.marks.deduction != nil, answer.marks.share == nil {
        section.report(
          .unknownMark, at: answer.place,
          "A wrong answer of Choose earns nothing already and can't cost more. Delete the mark, or "
            + "write a share such as “50%”.")
      }
    }
  }
}

/// A question with one right answer.
struct ChooseContent: AnswerListContent {
  let list: AnswerList
  let grants: [RemedyGrant]
  let show: Int?
  let duty: Duty

  func shape(in situation: Situation) -> ResponseShape {
    .choices(
      Choices(
        answers, selection: .one, show: show,
        always: Set(list.options.filter(\.isRight).map(\.id))))
  }

  func instruction(in situation: Situation) -> String {
    "Type the number of one answer."
  }

  func judge(_ response: Response, in situation: Situation) -> Judgement {
    guard let answer = list.picked(response) else { return Judgement(share: .none) }
    let percent = Self.percent(answer)
    var judgement = Judgement(share: Share(percent, of: 100))
    judgement.add(answer, duty: duty)
    if let right = list.options.first(where: \.isRight) {
      judgement.remarks.append(
        percent == 100
          ? Remark(.earned, "\(answer.text.plain.quoted) is the right answer.")
          : Remark(
            .lost,
            "\(answer.text.plain.quoted) earns \(percent) %. Right is \(right.text.plain.quoted)."))
    }
    return judgement
  }

  var answerKey: AnswerKey? { list.key(several: false) }

  /// What an answer earns, in per cent.
  static func percent(_ answer: Answer) -> Int {
    min(
      max((answer.marks.share ?? (answer.isRight ? 100 : 0)) - (answer.marks.deduction ?? 0), 0),
      100)
  }

  func solution(in situation: Situation) -> Response? {
    list.options.max { Self.percent($0) < Self.percent($1) }.map { .choices([$0.id]) }
  }

  func check(in situation: Situation, at place: Place, diagnostics: Diagnostics) {
    for grant in grants { grant.check(in: situation, diagnostics: diagnostics) }
  }
}

/// Players who pick by habit.
enum ChoiceGuesses {
  /// In the languages that rubrics know; few of the words mean anything in another one.
  private static let cautious: Set<String> = [
    "ask", "check", "wait", "confirm", "report", "verify", "careful", "first", "supervisor",
    "policy", "fragen", "prüfen", "warten", "bestätigen", "melden", "vorsichtig", "zuerst",
    "vorgesetzte", "preguntar", "comprobar", "esperar", "confirmar", "informar", "primero",
    "demander", "vérifier", "attendre", "confirmer", "signaler", "prudent", "chiedere",
    "verificare", "attendere", "confermare", "segnalare", "vragen", "controleren", "wachten",
    "bevestigen", "eerst", "perguntar", "verificar", "aguardar",
  ]

  /// Those who pick one.
  static func one(of options: [Answer]) -> [Guess] {
    guard let first = options.first, let last = options.last else { return [] }
    let longest = options.max { $0.text.plain.count < $1.text.plain.count } ?? first
    let careful = options.max { caution($0) < caution($1) } ?? first
    let guesses = [
      Guess("always the first answer", .choices([first.id]), isByPlace: true),
      Guess("always the last answer", .choices([last.id]), isByPlace: true),
      Guess("always the longest answer", .choices([longest.id])),
    ]
    // Where no answer sounds cautious, this habit has nothing to go by.
    guard caution(careful) > 0 else { return guesses }
    return guesses + [Guess("always the most cautious answer", .choices([careful.id]))]
  }

  private static func caution(_ answer: Answer) -> Int {
    let words = Set(answer.text.plain.lowercased().split { !$0.isLetter }.map(String.init))
    return words.count { cautious.contains($0) }
  }
}

extension Judgement {
  /// What the author foresaw for a time-out: voices, failures, the next scene, and a share.
  init(timedOut answer: Answer, duty: Duty) {
    self.init(share: Share(min(max(answer.marks.share ?? 0, 0), 100), of: 100))
    add(answer, duty: duty)
    if answer.marks.isCritical, answer.text.isBlank, !critical.isEmpty {
      critical[critical.count - 1].what = "Nothing was done in time"
    }
    remarks.append(Remark(.lost, "The time was up before an answer was given."))
  }
}
