// SPDX-License-Identifier: GPL-3.0-or-later

/// A step of an order.
struct OrderStep: Sendable {
  /// Its letter and words.
  let option: Option
  /// What the author says of it.
  let remarks: [Remark]
  /// Whether it may stand anywhere.
  var isFree = false
  /// Whether a mark says that it must come before another step.
  var hasGate = false
  /// That step's number; nil where there is none.
  var before: Int?
  /// The critical failure that a broken gate is.
  var critical: CriticalClass?
  /// Whether the supervisor sees a broken gate.
  var isCoached = false

  /// A step with a place.
  init(_ option: Option, remarks: [Remark] = []) {
    self.option = option
    self.remarks = remarks
  }

  /// The words for a sentence.
  var name: String { option.text.plain.shortened.quoted }
}

/// Steps to be put in order.
struct OrderContent: ItemContent {
  /// Where the right order stands.
  enum Source: Sendable {
    /// In the drill.
    case written([OrderStep])
    /// In a policy's clause: the link and where it was written.
    case policy(String, Place)
  }

  let source: Source
  let timedOut: Answer?
  let duty: Duty

  /// The steps in their right order and the clause that says so.
  func key(in situation: Situation) -> (steps: [OrderStep], clause: String?)? {
    switch source {
    case .written(let steps): return (steps, nil)
    case .policy(let destination, _):
      guard let (policy, clause) = situation.policies.target(of: destination), let clause,
        let list = clause.list, list.isOrdered
      else { return nil }
      let steps = list.items.prefix(OrderKind.maximumSteps).enumerated().map { index, item in
        OrderStep(Option(id: Option.letter(index), text: item.text))
      }
      return (steps, "\(policy.id)#\(clause.slug)")
    }
  }

  func shape(in situation: Situation) -> ResponseShape {
    .order(Steps(key(in: situation)?.steps.map(\.option) ?? []))
  }

  func instruction(in situation: Situation) -> String {
    let count = key(in: situation)?.steps.count ?? 0
    return "Type the numbers of all \(count) steps in the right order, such as “3 1 2 …”. A step "
      + "that you leave out counts as wrong."
  }

  func judge(_ response: Response, in situation: Situation) -> Judgement {
    guard case .order(let letters) = response, let (steps, clause) = key(in: situation) else {
      return Judgement(share: .none)
    }
    let given = letters.compactMap { letter in steps.firstIndex { $0.option.id == letter } }
    return OrderExplanation(steps: steps, clause: clause).judgement(of: given)
  }

  func solution(in situation: Situation) -> Response? {
    key(in: situation).map { .order($0.steps.map(\.option.id)) }
  }

  func guesses(in situation: Situation) -> [Guess] {
    guard let options = key(in: situation)?.steps.map(\.option), options.count > 1 else {
      return []
    }
    func sorted(_ isBefore: (String, String) -> Bool) -> Response {
      .order(options.sorted { isBefore($0.text.plain, $1.text.plain) }.map(\.id))
    }
    return [
      Guess(
        "puts the steps in the order of the alphabet", sorted { $0.lowercased() < $1.lowercased() }),
      Guess("puts short steps first", sorted { $0.count < $1.count }),
      Guess("puts long steps first", sorted { $0.count > $1.count }),
      Guess("names one step only", .order([options[0].id])),
    ]
  }

  func check(in situation: Situation, at place: Place, diagnostics: Diagnostics) {
    guard case .policy(let destination, let linkPlace) = source,
      situation.policies.checkLink(destination, at: linkPlace, diagnostics: diagnostics),
      let (policy, clause) = situation.policies.target(of: destination)
    else { return }
    let count = clause?.list.map { $0.isOrdered ? $0.items.count : 0 } ?? 0
    if (2...OrderKind.maximumSteps).contains(count) {
      rejectEqualSteps(in: situation, at: linkPlace, diagnostics: diagnostics)
    } else {
      diagnostics.report(
        .badAnswerLine, at: linkPlace,
        "The clause “\(clause?.heading ?? "")” of \(policy.fileName) has no numbered list of 2 to "
          + "\(OrderKind.maximumSteps) steps. Number its steps, or link to another clause.")
    }
  }

  private func rejectEqualSteps(
    in situation: Situation, at place: Place, diagnostics: Diagnostics
  ) {
    var seen: Set<String> = []
    for step in key(in: situation)?.steps ?? []
    where !seen.insert(folded(step.option.text.plain)).inserted {
      diagnostics.report(
        .equalAnswers, at: place,
        "The policy's list has the step \(step.name) twice. Nobody could tell the two apart.")
    }
  }

  var delays: Set<Int> { Set([0, timedOut?.marks.minutes ?? 0]) }

  var targets: [(slug: String, place: Place)] {
    timedOut.flatMap { answer in answer.target.map { [($0, answer.place)] } } ?? []
  }

  func timeOut(in situation: Situation) -> Judgement? {
    timedOut.map { Judgement(timedOut: $0, duty: duty) }
  }
}
