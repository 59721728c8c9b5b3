// SPDX-License-Identifier: GPL-3.0-or-later

/// Requests, each given whole or handed up whole.
struct GrantContent: ItemContent {
  let requests: [GrantRequest]
  let foreseen: Foreseen
  let duty: Duty

  private enum Decision {
    static let grant = "grant", handUp = "hand up"
    /// Keys are folded: without spaces, in small letters.
    static let shortForms = [
      "give": grant, "g": grant, "yes": grant, "granted": grant,
      "up": handUp, "h": handUp, "handedup": handUp, "hand-up": handUp,
    ]
  }

  /// Two faults that are never set off against each other: what is given too much costs money,
  /// what is handed up without need costs the guest's evening.
  /// What can be wrong with a grant, as authors foresee it.
  static let faults = [Fault.over, Fault.under]

  private enum Fault {
    static let over = "over-granted", under = "under-granted"
  }

  var isTimed: Bool { false }

  func shape(in situation: Situation) -> ResponseShape {
    .fields(
      Fields(
        form: .form,
        fields: requests.map {
          .init(
            $0.name, candidates: [Decision.grant, Decision.handUp], shortForms: Decision.shortForms)
        }))
  }

  func instruction(in situation: Situation) -> String {
    "Type “grant” or “hand up” for each request; several at once with “;” between them."
  }

  func exhibit(in situation: Situation) -> [MarkdownBlock] {
    guard let first = requests.first, let last = requests.last else { return [] }
    let rows = requests.map {
      MarkdownTable.Row(cells: [$0.what, RichText($0.amount.description)], place: $0.place)
    }
    let table = MarkdownTable(header: ["What", "Amount"], place: first.place, rows: rows)
    return [MarkdownBlock(.table(table), at: first.place, endLine: last.place.line)]
  }

  /// What the policy says about a request.
  private struct Verdict {
    let remedy: Remedy
    let citation: Citation?
    let mayGive: Bool

    var decision: String { mayGive ? Decision.grant : Decision.handUp }
  }

  private func verdict(
    _ request: GrantRequest, in situation: Situation
  ) -> Result<Verdict, PolicyFailure> {
    situation.policies.remedy(situation.facts, what: request.what.plain).map {
      Verdict(remedy: $0.remedy, citation: $0.citation, mayGive: $0.remedy.allows(request.amount))
    }
  }

  func judge(_ response: Response, in situation: Situation) -> Judgement {
    guard case .fields(let rows) = response, let values = rows.first else {
      return Judgement(share: .none)
    }
    var earned = 0
    var remarks: [Remark] = []
    var faults: [String] = []
    for request in requests {
      guard case .success(let verdict) = verdict(request, in: situation) else {
        return Judgement(share: .none)
      }
      let typed = values[request.name] ?? ""
      let isRight = folded(typed) == folded(verdict.decision)
      if isRight { earned += 1 }
      let sentence = Self.sentence(request, typed, verdict)
      let table = situation.policies.table(.remedies)
      let policy = situation.policies.policy(with: .remedies)
      let clause = verdict.citation?.clause ?? policy.map { "\($0.id)#\(table?.slug ?? "")" }
      remarks.append(Remark(isRight ? .earned : .lost, sentence, clause: clause))
      if let feedback = request.feedback { remarks.append(feedback) }
      if !isRight, let fault = Self.fault(typed), !faults.contains(fault) { faults.append(fault) }
    }
    var judgement = Judgement(share: Share(earned, of: requests.count))
    judgement.remarks = remarks
    if earned < requests.count {
      judgement.add(foreseen: foreseen.answers(for: faults), duty: duty)
    }
    judgement.chosen = faults
    return judgement
  }

  /// What a wrong decision is called; nil for none at all.
  private static func fault(_ typed: String) -> String? {
    switch folded(typed) {
    case folded(Decision.grant): Fault.over
    case folded(Decision.handUp): Fault.under
    default: nil
    }
  }

  /// `Night refund, 120 EUR: granted, but your limit is 60 EUR. Hand all of it up to duty manager.`
  private static func sentence(
    _ request: GrantRequest, _ typed: String, _ verdict: Verdict
  ) -> String {
    let isGranted = folded(typed) == folded(Decision.grant)
    let isRight = folded(typed) == folded(verdict.decision)
    let done = typed.isEmpty ? "not answered" : isGranted ? "granted" : "handed up"
    let start = "\(request.name): \(done), \(isRight ? "and" : "but")"
    let up = verdict.remedy.handsUpTo.map { " to \($0)" } ?? ""
    switch verdict.remedy {
    case .listed(.noLimit, _):
      return "\(start) you may give it without a limit."
    case .listed(.upTo(let limit), _) where verdict.mayGive:
      return "\(start) it is within your \(limit)\(isRight ? "." : ": give it on the spot.")"
    case .listed(.upTo(let limit), _):
      return "\(start) your limit is \(limit): all of it goes up\(up)."
    case .notListed:
      return "\(start) no row of the table gives it to you: it goes up\(up)."
    }
  }

  // MARK: Players and checks

  func solution(in situation: Situation) -> Response? {
    var values: [String: String] = [:]
    for request in requests {
      guard case .success(let verdict) = verdict(request, in: situation) else { return nil }
      values[request.name] = verdict.decision
    }
    return .fields([values])
  }

  func guesses(in situation: Situation) -> [Guess] {
    [("grants everything", Decision.grant), ("hands everything up", Decision.handUp)].map {
      habit, decision in
      let values = requests.map { ($0.name, decision) }
      return Guess(
        habit, .fields([Dictionary(values, uniquingKeysWith: { first, _ in first })]))
    }
  }

  func check(in situation: Situation, at place: Place, diagnostics: Diagnostics) {
    foreseen.checkWords(Self.faults, GrantKind.verb, diagnostics: diagnostics)
    for request in requests {
      if case .failure(let failure) = verdict(request, in: situation) {
        failure.report(at: place, to: diagnostics)
        continue
      }
      warnOfSlip(request, situation, diagnostics)
    }
  }

  /// A request whose name is nearly a row's would be handed up for a slip of the author's finger.
  private func warnOfSlip(
    _ request: GrantRequest, _ situation: Situation, _ diagnostics: Diagnostics
  ) {
    let known = situation.policies.vocabulary(of: "What", in: .remedies)
    let what = request.what.plain
    let wanted = folded(what)
    guard !known.contains(where: { folded($0) == wanted }),
      let near = nearest(to: what, in: known)
    else { return }
    diagnostics.report(
      .doubtfulFact, at: request.place,
      "No row of the table “Remedies” names “\(what)”. Did you mean “\(near)”?")
  }

  func idleLines(in situation: Situation) -> [Diagnostic] {
    let verdicts = requests.compactMap { try? verdict($0, in: situation).get() }
    guard verdicts.count == requests.count else { return [] }
    var idle: [Diagnostic] = []
    if verdicts.allSatisfy(\.mayGive) {
      idle += foreseen.idle([Fault.over], .foreseenNever, "can't be said: all may be given here.")
    }
    if !verdicts.contains(where: \.mayGive) {
      idle += foreseen.idle(
        [Fault.under], .foreseenNever, "can't be said: nothing may be given here.")
    }
    return idle
  }

  var targets: [(slug: String, place: Place)] { foreseen.targets }

  var delays: Set<Int> { foreseen.delays }

  func timeOut(in situation: Situation) -> Judgement? { foreseen.timeOut(duty: duty) }
}
