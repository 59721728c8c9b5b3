// SPDX-License-Identifier: GPL-3.0-or-later

/// A number to be estimated; full credit inside the tolerance, less and less up to three times it.
struct EstimateContent: ItemContent {
  let line: EstimateLine
  let place: Place
  let foreseen: Foreseen
  /// The foreseen lines as numbers, in the list's order.
  let numbers: [DecimalNumber?]
  /// Numbers that the employee reads before answering.
  let shown: [DecimalNumber]
  let duty: Duty

  func shape(in situation: Situation) -> ResponseShape { .number(NumberAnswer(unit: line.unit)) }

  func instruction(in situation: Situation) -> String {
    "Type a number\(line.unit.isEmpty ? "" : ", in \(line.unit)"). A near miss earns a part."
  }

  func judge(_ response: Response, in situation: Situation) -> Judgement {
    guard case .number(let text) = response, let typed = DecimalNumber(text),
      case .success(let answer) = line.answer(in: situation)
    else { return Judgement(share: .none) }
    let share = Estimate(answer: answer.number, tolerance: line.tolerance).share(of: typed)
    var judgement = Judgement(share: share)
    let reason = answer.reason.isEmpty ? "" : " \(answer.reason)"
    if share == .full {
      let nearness =
        typed == answer.number ? "right" : "near enough; exactly it is \(words(answer.number))"
      judgement.remarks = [
        Remark(.earned, "\(words(typed)): \(nearness).\(reason)", clause: answer.clause)
      ]
      return judgement
    }
    let direction = typed < answer.number ? "too low" : "too high"
    judgement.chosen = [direction]
    judgement.add(foreseen: foreseenAnswers(typed), duty: duty)
    judgement.remarks.append(
      Remark(
        .lost, "\(words(typed)): \(direction), right is \(words(answer.number)).\(reason)",
        clause: answer.clause))
    return judgement
  }

  private func foreseenAnswers(_ typed: DecimalNumber) -> [Answer] {
    let keys = zip(foreseen.lines, numbers).filter { $0.1 == typed }.map(\.0.key)
    return foreseen.answers(for: keys)
  }

  private func words(_ number: DecimalNumber) -> String {
    line.unit.isEmpty ? number.description : "\(number) \(line.unit)"
  }

  func solution(in situation: Situation) -> Response? {
    guard case .success(let answer) = line.answer(in: situation) else { return nil }
    return .number(answer.number.description)
  }

  func guesses(in situation: Situation) -> [Guess] {
    shown.map { Guess("repeats a number that stands there", .number($0.description)) }
      + [0, 1, 10, 100].map { Guess("says a round number", .number("\($0)")) }
  }

  /// Numbers at the edges: all, a part and nothing of the credit, on either side.
  func probes(in situation: Situation) -> [Response] {
    guard case .success(let answer) = line.answer(in: situation) else { return [] }
    let right = answer.number
    let (below, above): (DecimalNumber?, DecimalNumber?) =
      switch line.tolerance {
      case .range(let below, let above): (below, above)
      case .percent: (right.size, right.size)
      }
    let steps = [1, 2, 4].map { DecimalNumber($0) }
    let edges = steps.flatMap { step in
      [
        below?.multiplied(by: step).flatMap(right.subtracting),
        above?.multiplied(by: step).flatMap(right.adding),
      ]
    }
    return (edges + numbers).compactMap { $0 }.map { .number($0.description) }
  }

  func check(in situation: Situation, at place: Place, diagnostics: Diagnostics) {
    guard case .failure(let problem) = line.answer(in: situation) else { return }
    switch problem {
    case .policy(let failure): failure.report(at: self.place, to: diagnostics)
    case .noNumber(let message):
      diagnostics.report(.noRightAnswer, at: self.place, message)
    }
  }

  func idleLines(in situation: Situation) -> [Diagnostic] {
    guard case .success(let answer) = line.answer(in: situation) else { return [] }
    let measure = Estimate(answer: answer.number, tolerance: line.tolerance)
    let right = zip(foreseen.lines, numbers).compactMap { line, number in
      number.map { measure.share(of: $0) == .full } ?? false ? line.text : nil
    }
    return foreseen.idle(
      right, .foreseenIsRight, "lies within the tolerance, so it is never wrong here.")
  }

  /// The author's own number with a tolerance that is the same on both sides.
  var answerKey: AnswerKey? {
    guard case .number(let number) = line.subject,
      case .range(let below, let above) = line.tolerance,
      below == above, let low = number.subtracting(below), let high = number.adding(above)
    else { return nil }
    var remainders = AnswerKey.Remainder.foreseen(foreseen)
    if below != .zero {
      remainders.append(.init(place: place, what: "That a near miss earns a part"))
    }
    if !line.unit.isEmpty {
      remainders.append(.init(place: place, what: "The unit “\(line.unit)”"))
    }
    return AnswerKey(
      .values([.numbers(low: low, high: high, center: number)], otherwise: nil),
      leaving: remainders)
  }

  var targets: [(slug: String, place: Place)] { foreseen.targets }

  var delays: Set<Int> { foreseen.delays }

  func timeOut(in situation: Situation) -> Judgement? { foreseen.timeOut(duty: duty) }
}
