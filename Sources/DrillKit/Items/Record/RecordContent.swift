// SPDX-License-Identifier: GPL-3.0-or-later

/// A record: fields with what is accepted in each.
struct RecordContent: ItemContent {
  /// One field.
  struct Field: Sendable {
    let name: String
    let accept: FieldAccept
    let why: Remark?
    let place: Place
  }

  let fields: [Field]
  let duty: Duty
  /// BCP 47 tag of the drill's language.
  let language: String

  // MARK: Asking

  func shape(in situation: Situation) -> ResponseShape {
    .fields(
      Fields(
        form: .form,
        fields: fields.map { field in
          .init(
            field.name, candidates: candidates(field, situation.policies),
            isOptional: field.accept.isOptional,
            joins: field.accept.policyWords.contains(.owner), isMoment: field.accept.isMoment)
        }))
  }

  /// What the policies know for such a field: every owner, every level, never what the cell says.
  private func candidates(_ field: Field, _ book: PolicyBook) -> [String] {
    field.accept.policyWords.flatMap { word in
      switch word {
      case .severity: book.severityLevels.map(\.name)
      case .owner: book.ownerNames
      case .channel: book.channels
      case .deadline: [String]()
      }
    }
  }

  func instruction(in situation: Situation) -> String {
    let optional = fields.filter(\.accept.isOptional).map { "“\($0.name)”" }
    return "Fill in the fields one after the other, or all at once with “;” between."
      + (optional.isEmpty
        ? "" : " \(optional.joined(separator: " and ")) may stay empty: press Return.")
      + (fields.contains { $0.accept.policyWords.contains(.owner) }
        ? " Join two owners with “+”." : "")
  }

  // MARK: Judging

  func judge(_ response: Response, in situation: Situation) -> Judgement {
    guard case .fields(let rows) = response, let row = rows.first else {
      return Judgement(share: .none)
    }
    let answers = RecordPolicyAnswers(situation)
    var earned = 0
    var judgement = Judgement(share: .none)
    for field in fields where !field.accept.isOptional {
      let typed = (row[field.name] ?? "").trimmed()
      if let failure = field.accept.failures.first(where: {
        field.accept.fits($0, typed, clock: situation.clock)
      }), let critical = failure.critical {
        judgement.critical.append(CriticalFailure(critical, "\(field.name): \(failure.text)"))
        add(field, "“\(typed)” is a critical failure", .critical, answers, to: &judgement)
      } else if let match = answers.match(typed, field.accept) {
        earned += 1
        judgement.remarks.append(
          Remark(.earned, "\(field.name): “\(typed)” is right.", clause: match.clause))
      } else {
        add(
          field, typed.isEmpty ? "nothing was written" : "“\(typed)” is wrong", .lost, answers,
          to: &judgement)
      }
    }
    judgement.share = Share(earned, of: fields.count { !$0.accept.isOptional })
    return judgement
  }

  private func add(
    _ field: Field, _ what: String, _ kind: Remark.Kind, _ answers: RecordPolicyAnswers,
    to judgement: inout Judgement
  ) {
    let right = answers.right(field.accept)
    judgement.chosen.append(field.name)
    judgement.remarks.append(
      Remark(
        kind, "\(field.name): \(what); right is \(right.words).",
        clause: right.clause ?? field.why?.clause))
    if let why = field.why { judgement.remarks.append(why) }
  }

  func solution(in situation: Situation) -> Response? {
    let answers = RecordPolicyAnswers(situation)
    var row: [String: String] = [:]
    for field in fields {
      guard let text = field.accept.isOptional ? "" : answers.sample(field.accept) else {
        return nil
      }
      row[field.name] = text
    }
    return .fields([row])
  }

  func guesses(in situation: Situation) -> [Guess] {
    let book = situation.policies
    let now = situation.clock.map { $0.text($0.now) } ?? "00:00"
    let fillers = StockReply.fillers(in: language)
    let everywhere = { (text: String) in
      Guess(
        "writes “\(text)” everywhere",
        .fields([
          Dictionary(fields.map { ($0.name, text) }, uniquingKeysWith: { first, _ in first })
        ]))
    }
    let top = fields.map { field -> (String, String) in
      switch field.accept.policyWords.first {
      case .severity?: (field.name, book.severityLevels.first?.name ?? "")
      case .owner?: (field.name, book.owners.first?.name ?? "")
      case .channel?: (field.name, book.channels.first ?? "")
      case .deadline?: (field.name, now)
      case nil: (field.name, field.accept.isMoment ? now : fillers.unknown)
      }
    }
    return [
      everywhere(fillers.none),
      everywhere(fillers.yes),
      Guess(
        "the top level, the first owner, now and “\(fillers.unknown)”",
        .fields([Dictionary(top, uniquingKeysWith: { first, _ in first })])),
    ]
  }

  /// One field, filled with words, numbers or anything.
  var answerKey: AnswerKey? {
    guard fields.count == 1, let field = fields.first, !field.accept.isOptional else { return nil }
    var values: [AnswerKey.Value] = []
    for variant in field.accept.right {
      switch variant.form {
      case .words(let text): values.append(.words(text))
      case .number(let window) where window.unit.isEmpty:
        values.append(.numbers(low: window.low, high: window.high, center: window.center))
      case .any where field.accept.right.count == 1 && field.accept.failures.isEmpty:
        return AnswerKey(.anything)
      case .any, .number, .moment, .derived: return nil
      }
    }
    return AnswerKey(
      .values(values, otherwise: field.why?.text),
      leaving: field.accept.failures.map {
        .init(place: field.place, what: "That “\($0.text.shortened)” is a critical failure")
      })
  }

  // MARK: Checking

  func check(in situation: Situation, at place: Place, diagnostics: Diagnostics) {
    let answers = RecordPolicyAnswers(situation)
    for field in fields {
      for word in field.accept.policyWords {
        switch answers.answer(word) {
        case .failure(let failure): failure.report(at: field.place, to: diagnostics)
        case .success(let answer) where !answer.isNameable:
          diagnostics.report(
            .noRightAnswer, at: field.place,
            "The deadline lies more than seven days ahead, and can't be named without a date. Give "
              + "“Now” a date: “Now: 2026-05-08 18:40”.")
        case .success: break
        }
      }
      checkWords(of: field, answers, situation.policies, diagnostics)
    }
  }

  /// A field that is called like what a policy says, “Severity”, and accepts another of the policy's words.
  private func checkWords(
    of field: Field, _ answers: RecordPolicyAnswers, _ book: PolicyBook, _ diagnostics: Diagnostics
  ) {
    guard field.accept.isChosen,
      let word = FieldAccept.PolicyWord(rawValue: field.name.lowercased()),
      word == .severity || word == .owner, case .success(let answer) = answers.answer(word)
    else { return }
    let known = word == .severity ? book.severityLevels.map(\.name) : book.ownerNames
    for variant in field.accept.right {
      guard case .words(let text) = variant.form,
        known.contains(where: { RecordWords.fold($0) == RecordWords.fold(text) }),
        !answers.says(word, text, answer)
      else { return }
    }
    let right = answer.texts.map { "“\($0)”" }.joined(separator: " or ")
    diagnostics.report(
      .policyDisagrees, at: field.place,
      "“\(field.name)” accepts “\(field.accept.right[0].text)”, and with these facts the policy says "
        + "\(right). Write “= \(word.rawValue)”, and what is right follows from the policy.")
  }
}
