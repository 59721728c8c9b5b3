// SPDX-License-Identifier: GPL-3.0-or-later

/// An escalation; owner, severity, channel and time count a quarter each.
struct EscalateContent: ItemContent {
  let foreseen: Foreseen
  let duty: Duty

  private enum Part {
    static let owner = "owner", severity = "severity", channel = "channel", time = "time"
  }

  /// What can be wrong with an escalation, as authors foresee it.
  static let faults = Fault.all

  private enum Fault {
    static let tooLow = "too low", tooHigh = "too high", tooLate = "too late"
    static let channel = "wrong channel", owner = "wrong owner"
    static let all = [tooLow, tooHigh, tooLate, channel, owner]
  }

  func shape(in situation: Situation) -> ResponseShape {
    let book = situation.policies
    return .fields(
      Fields(
        form: .command(usage: "escalate OWNER SEVERITY CHANNEL by TIME"), verb: "escalate",
        fields: [
          .init(Part.owner, candidates: book.ownerNames, joins: true),
          .init(Part.severity, candidates: levels(in: situation)),
          .init(Part.channel, candidates: book.channels),
          .init(
            Part.time, keyword: "by", isMoment: true,
            takesDates: situation.clock?.isDated ?? true),
        ]))
  }

  /// The levels that can be typed: those of the Severity table, else those of the Routes.
  private func levels(in situation: Situation) -> [String] {
    let names = situation.policies.severityLevels.map(\.name)
    return names.isEmpty ? situation.policies.vocabulary(of: "Severity") : names
  }

  func instruction(in situation: Situation) -> String {
    "Type: escalate OWNER SEVERITY CHANNEL by TIME. Tab offers what fits; join two owners with “+”."
  }

  func judge(_ response: Response, in situation: Situation) -> Judgement {
    guard case .fields(let rows) = response, let row = rows.first, let clock = situation.clock,
      case .success(let escalation) = situation.escalation
    else { return Judgement(share: .none) }
    let verdicts = [
      owner(row[Part.owner] ?? "", escalation.route),
      severity(row[Part.severity] ?? "", escalation.severity, situation.policies),
      channel(row[Part.channel] ?? "", escalation.route.value),
      time(row[Part.time] ?? "", escalation.route.value, clock),
    ]
    let faults = verdicts.compactMap(\.fault)
    var judgement = Judgement(
      share: Share(verdicts.count - faults.count, of: verdicts.count))
    judgement.remarks = verdicts.map { verdict in
      Remark(
        verdict.fault == nil ? .earned : .lost, verdict.sentence,
        clause: escalation.route.citation.clause)
    }
    if !faults.isEmpty { judgement.add(foreseen: foreseen.answers(for: faults), duty: duty) }
    judgement.chosen = faults
    return judgement
  }

  // MARK: The four parts

  /// What one part earned, in a sentence, and the fault where it earned nothing.
  private struct Verdict {
    let sentence: String
    let fault: String?
  }

  private func owner(_ typed: String, _ route: Ruling<Route>) -> Verdict {
    let names = typed.split(separator: "+").map { $0.trimmed() }
    if route.value.isTold(names) { return Verdict(sentence: "Owner \(typed): right.", fault: nil) }
    let right = route.value.ownerTexts.joined(separator: ", or ")
    return Verdict(
      sentence: "Owner \(typed): right is \(right). \(route.citation.rowAndReason)",
      fault: Fault.owner)
  }

  private func severity(_ typed: String, _ right: SeverityLevel, _ book: PolicyBook) -> Verdict {
    guard folded(typed) != folded(right.name) else {
      return Verdict(sentence: "Severity \(typed): right.", fault: nil)
    }
    guard let named = book.severityLevel(named: typed) else {
      return Verdict(
        sentence: "Severity \(typed): there is no such level; right is \(right.name).",
        fault: "wrong severity")
    }
    // Rank 0 is the highest.
    let fault = named.rank > right.rank ? Fault.tooLow : Fault.tooHigh
    return Verdict(
      sentence: "Severity \(typed): \(fault), right is \(right.name).", fault: fault)
  }

  private func channel(_ typed: String, _ route: Route) -> Verdict {
    if route.channels.contains(where: { folded($0) == folded(typed) }) {
      return Verdict(sentence: "Channel \(typed): right.", fault: nil)
    }
    let right = route.channels.joined(separator: ", or ")
    return Verdict(sentence: "Channel \(typed): right is \(right).", fault: Fault.channel)
  }

  private func time(_ typed: String, _ route: Route, _ clock: ScenarioClock) -> Verdict {
    let named = clock.deadline(parsing: typed, from: route.start)
    if let named, route.deadline.isKept(by: named, now: clock.now) {
      return Verdict(sentence: "Time \(typed): in time.", fault: nil)
    }
    let right = clock.sentence(route.deadline, route.within, route.start)
    return Verdict(
      sentence: "Time \(typed): too late, right is \(right).", fault: Fault.tooLate)
  }

  // MARK: Players and checks

  func solution(in situation: Situation) -> Response? {
    guard let clock = situation.clock, case .success(let escalation) = situation.escalation
    else { return nil }
    let route = escalation.route.value
    return .fields([
      [
        Part.owner: route.ownerTexts.first ?? "", Part.severity: escalation.severity.name,
        Part.channel: route.channels.first ?? "", Part.time: clock.text(route.deadline),
      ]
    ])
  }

  func derivation(in situation: Situation) -> [Remark] {
    guard let clock = situation.clock, case .success(let escalation) = situation.escalation
    else { return [] }
    let route = escalation.route
    let told = route.value.ownerTexts.joined(separator: ", or ")
    let channels = route.value.channels.joined(separator: ", or ")
    let time = clock.sentence(route.value.deadline, route.value.within, route.value.start)
    return [
      Remark(
        .note,
        "Severity \(escalation.severity.name) goes to \(told), by \(channels), \(time). "
          + route.citation.rowAndReason, clause: route.citation.clause)
    ]
  }

  func guesses(in situation: Situation) -> [Guess] {
    let book = situation.policies
    guard let owner = book.ownerNames.first, let level = levels(in: situation).first else {
      return []
    }
    return book.channels.map { channel in
      Guess(
        "everything at the top level, at once, by \(channel)",
        .fields([
          [
            Part.owner: owner, Part.severity: level, Part.channel: channel, Part.time: "at once",
          ]
        ]))
    }
  }

  func check(in situation: Situation, at place: Place, diagnostics: Diagnostics) {
    foreseen.checkWords(Self.faults, EscalateKind.verb, diagnostics: diagnostics)
    switch situation.escalation {
    case .failure(let failure): failure.report(at: place, to: diagnostics)
    case .success(let escalation):
      let route = escalation.route.value
      situation.clock?.checkName(
        of: route.deadline, from: route.start, at: place, diagnostics: diagnostics)
    }
  }

  func idleLines(in situation: Situation) -> [Diagnostic] {
    guard case .success(let escalation) = situation.escalation else { return [] }
    let severity = escalation.severity
    let why = "can't be said here: “\(severity.name)” is the"
    var idle: [Diagnostic] = []
    if severity.isHighest {
      idle += foreseen.idle([Fault.tooHigh], .foreseenNever, "\(why) highest level.")
    }
    if severity.rank == severity.count - 1 {
      idle += foreseen.idle([Fault.tooLow], .foreseenNever, "\(why) lowest level.")
    }
    return idle
  }

  var targets: [(slug: String, place: Place)] { foreseen.targets }

  var delays: Set<Int> { foreseen.delays }

  func timeOut(in situation: Situation) -> Judgement? { foreseen.timeOut(duty: duty) }
}
