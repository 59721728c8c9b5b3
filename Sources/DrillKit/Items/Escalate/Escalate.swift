// SPDX-License-Identifier: GPL-3.0-or-later

/// Telling the right owner, at the right level, by the right channel, in time: the Routes table
/// answers.
enum EscalateKind: ItemKind {
  static let verb = "Escalate"

  static func read(_ section: inout ItemSection) -> (any ItemContent)? {
    EscalateContent(foreseen: Foreseen(&section), duty: section.duty)
  }
}

/// An escalation; owner, severity, channel and time count a quarter each.
struct EscalateContent: ItemContent {
  let foreseen: Foreseen
  let duty: Duty

  private enum Part {
    static let owner = "owner", severity = "severity", channel = "channel", time = "time"
  }

  static let faults = ["too low", "too high", "too late", "wrong channel", "wrong owner"]

  func shape(in situation: Situation) -> ResponseShape {
    let book = situation.policies
    return .fields(
      Fields(
        form: .command(usage: "escalate OWNER SEVERITY CHANNEL by TIME"), verb: "escalate",
        fields: [
          .init(Part.owner, candidates: book.ownerNames, joins: true),
          .init(Part.severity, candidates: book.severityLevels.map(\.name)),
          .init(Part.channel, candidates: book.channels),
          .init(Part.time, keyword: "by", isMoment: true),
        ]))
  }

  func instruction(in situation: Situation) -> String {
    "Type: escalate OWNER SEVERITY CHANNEL by TIME. Tab offers what fits; join two owners with “+”."
  }

  private func escalation(in situation: Situation) -> Result<Escalation, PolicyFailure> {
    guard let clock = situation.clock else {
      return .failure(.missingFact(key: Facts.Reserved.now.rawValue, table: nil))
    }
    return situation.policies.escalation(situation.facts, clock: clock)
  }

  func judge(_ response: Response, in situation: Situation) -> Judgement {
    guard case .fields(let rows) = response, let row = rows.first, let clock = situation.clock,
      case .success(let escalation) = escalation(in: situation)
    else { return Judgement(share: .none) }
    let route = escalation.route.value
    let clause = escalation.route.citation.clause
    var faults: [String] = []
    var remarks: [Remark] = []
    func note(_ isRight: Bool, _ what: String, _ right: String, fault: String?) {
      if isRight {
        remarks.append(Remark(.earned, "\(what): right."))
      } else {
        remarks.append(Remark(.lost, "\(what): right is \(right).", clause: clause))
        if let fault { faults.append(fault) }
      }
    }
    let owners = (row[Part.owner] ?? "").split(separator: "+").map { $0.trimmed() }
    note(
      route.isTold(owners), "Owner \(row[Part.owner] ?? "")",
      route.ownerTexts.joined(separator: ", or "), fault: "wrong owner")
    let named = situation.policies.severityLevel(named: row[Part.severity] ?? "")
    let right = escalation.severity
    note(
      named?.name == right.name, "Severity \(row[Part.severity] ?? "")", right.name,
      fault: named.map { $0.rank > right.rank ? "too low" : "too high" })
    let channel = row[Part.channel] ?? ""
    note(
      route.channels.contains { folded($0) == folded(channel) }, "Channel \(channel)",
      route.channels.joined(separator: ", or "), fault: "wrong channel")
    let time = row[Part.time] ?? ""
    let deadline = clock.deadline(parsing: time, from: route.start)
    note(
      deadline.map { route.deadline.isKept(by: $0, now: clock.now) } ?? false, "By \(time)",
      "by \(clock.text(route.deadline)), \(route.within) after \(clock.text(route.start))",
      fault: "too late")
    let earned = remarks.count { $0.kind == .earned }
    var judgement = Judgement(share: Share(earned, of: 4))
    judgement.remarks = remarks + (earned < 4 ? foreseen.remarks(for: faults) : [])
    judgement.chosen = faults
    return judgement
  }

  func solution(in situation: Situation) -> Response? {
    guard let clock = situation.clock, case .success(let escalation) = escalation(in: situation)
    else { return nil }
    let route = escalation.route.value
    return .fields([
      [
        Part.owner: route.ownerTexts.first ?? "", Part.severity: escalation.severity.name,
        Part.channel: route.channels.first ?? "", Part.time: clock.text(route.deadline),
      ]
    ])
  }

  func guesses(in situation: Situation) -> [Guess] {
    let book = situation.policies
    guard let owner = book.owners.first, let level = book.severityLevels.first,
      let clock = situation.clock
    else { return [] }
    return book.channels.map { channel in
      Guess(
        "everything at the top level, at once, by \(channel)",
        .fields([
          [
            Part.owner: owner.name, Part.severity: level.name, Part.channel: channel,
            Part.time: clock.text(clock.now),
          ]
        ]))
    }
  }

  func check(in situation: Situation, at place: Place, diagnostics: Diagnostics) {
    foreseen.checkWords(Self.faults, EscalateKind.verb, diagnostics: diagnostics)
    switch escalation(in: situation) {
    case .failure(let failure): failure.report(at: place, to: diagnostics)
    case .success(let escalation):
      let route = escalation.route.value
      guard let clock = situation.clock, let time = route.deadline.time,
        !clock.canName(time, from: route.start)
      else { return }
      diagnostics.report(
        .noRightAnswer, at: place,
        "The deadline lies more than seven days ahead, and can't be named without a date. Give "
          + "“Now” a date: “Now: 2026-05-08 18:40”.")
    }
  }

  func timeOut(in situation: Situation) -> Judgement? { foreseen.timeOut(duty: duty) }
}

extension Citation {
  /// The clause as `policy#clause`.
  var clause: String { "\(policy)#\(slug)" }
}
