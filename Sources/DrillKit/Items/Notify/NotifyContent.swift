// SPDX-License-Identifier: GPL-3.0-or-later

/// The clocks that run; a regime and its deadline are a field each, and a regime too many adds two
/// that nobody can fill.
struct NotifyContent: ItemContent {
  let foreseen: Foreseen
  let duty: Duty

  private enum Part {
    static let regime = "regime", time = "time"
  }

  /// What can be wrong with a clock that runs, as authors foresee it.
  static let faults = [Fault.tooLate]

  private enum Fault {
    static let missing = "missing", tooMany = "too many", tooLate = "too late"
  }

  func shape(in situation: Situation) -> ResponseShape {
    .fields(
      Fields(
        form: .commands(usage: "notify REGIME by DAY TIME"), verb: "notify",
        fields: [
          .init(Part.regime, candidates: situation.policies.regimes),
          .init(
            Part.time, keyword: "by", isMoment: true,
            takesDates: situation.clock?.isDated ?? true),
        ]))
  }

  func instruction(in situation: Situation) -> String {
    "A line a clock: notify REGIME by DAY TIME, or its words, such as notify REGIME without undue "
      + "delay. Then “done”; “none” where no clock runs."
  }

  func judge(_ response: Response, in situation: Situation) -> Judgement {
    guard case .fields(let rows) = response, let clock = situation.clock,
      case .success(let due) = situation.notifications
    else { return Judgement(share: .none) }
    let named = Self.named(rows)
    var tally = Tally()
    for ruling in due {
      let time = named.first { folded($0.regime) == folded(ruling.value.regime) }?.time
      tally.take(ruling, time, clock)
    }
    for (regime, _) in named
    where !due.contains(where: { folded($0.value.regime) == folded(regime) }) {
      tally.takeExtra(regime)
    }
    if due.isEmpty, named.isEmpty {
      tally.remarks.append(Remark(.earned, "No clock runs here: right."))
    }
    var judgement = Judgement(
      share: tally.fields == 0 ? .full : Share(tally.earned, of: tally.fields))
    judgement.remarks = tally.remarks
    judgement.add(foreseen: foreseenAnswers(tally), duty: duty)
    judgement.chosen = tally.faults
    return judgement
  }

  /// Every fault is spoken to: each regime too many, being late, a clock that was missed.
  private func foreseenAnswers(_ tally: Tally) -> [Answer] {
    let keys = tally.extras + tally.faults.filter { $0 != Fault.tooMany }
    return keys.flatMap { foreseen.answers(for: [$0]) }.reduce(into: []) { list, answer in
      if !list.contains(answer) { list.append(answer) }
    }
  }

  /// Regimes with their times, each once: whoever names one again corrects the first.
  private static func named(_ rows: [[String: String]]) -> [(regime: String, time: String)] {
    var named: [(regime: String, time: String)] = []
    for row in rows {
      guard let regime = row[Part.regime] else { continue }
      named.removeAll { folded($0.regime) == folded(regime) }
      named.append((regime, row[Part.time] ?? ""))
    }
    return named
  }

  /// Fields earned and fields there are, with what is said about them.
  private struct Tally {
    var earned = 0
    var fields = 0
    var remarks: [Remark] = []
    var faults: [String] = []
    var extras: [String] = []

    mutating func take(
      _ ruling: Ruling<NotificationDuty>, _ time: String?, _ clock: ScenarioClock
    ) {
      fields += 2
      let duty = ruling.value
      let clause = ruling.citation.clause
      let right = clock.sentence(duty.deadline, duty.within, duty.start)
      guard let time else {
        remarks.append(
          Remark(
            .lost, "\(duty.regime) is missing: \(duty.whom), \(right) (\(duty.source.plain)).",
            clause: clause))
        add(Fault.missing)
        return
      }
      earned += 1
      let named = clock.deadline(parsing: time, from: duty.start)
      if let named, duty.deadline.isKept(by: named, now: clock.now) {
        earned += 1
        remarks.append(
          Remark(.earned, "\(duty.regime): it runs, and “\(time)” is in time.", clause: clause))
      } else {
        remarks.append(Remark(.earned, "\(duty.regime): it runs.", clause: clause))
        remarks.append(
          Remark(
            .lost, "\(duty.regime): “\(time)” is too late, right is \(right).", clause: clause))
        add(Fault.tooLate)
      }
    }

    mutating func takeExtra(_ regime: String) {
      fields += 2
      remarks.append(Remark(.lost, "\(regime): this clock does not run here."))
      extras.append(regime)
      add(Fault.tooMany)
    }

    private mutating func add(_ fault: String) {
      if !faults.contains(fault) { faults.append(fault) }
    }
  }

  // MARK: Players and checks

  func solution(in situation: Situation) -> Response? {
    guard let clock = situation.clock, case .success(let due) = situation.notifications else {
      return nil
    }
    return .fields(
      due.map { [Part.regime: $0.value.regime, Part.time: clock.text($0.value.deadline)] })
  }

  func derivation(in situation: Situation) -> [Remark] {
    guard let clock = situation.clock, case .success(let due) = situation.notifications else {
      return []
    }
    return due.map { ruling in
      let duty = ruling.value
      let time = clock.sentence(duty.deadline, duty.within, duty.start)
      return Remark(
        .note,
        "\(duty.regime): \(duty.whom), \(time) (\(duty.source.plain)). "
          + ruling.citation.rowAndReason, clause: ruling.citation.clause)
    }
  }

  func guesses(in situation: Situation) -> [Guess] {
    let everyone = situation.policies.regimes.map {
      [Part.regime: $0, Part.time: "at once"]
    }
    return [
      Guess("tells everybody at once", .fields(everyone)), Guess("tells nobody", .fields([])),
    ]
  }

  func check(in situation: Situation, at place: Place, diagnostics: Diagnostics) {
    switch situation.notifications {
    case .failure(let failure): failure.report(at: place, to: diagnostics)
    case .success(let due):
      foreseen.checkWords(
        NotifyKind.foreseenWords(in: situation.policies), NotifyKind.verb, diagnostics: diagnostics)
      for ruling in due {
        situation.clock?.checkName(
          of: ruling.value.deadline, from: ruling.value.start, at: place, diagnostics: diagnostics)
      }
    }
  }

  func idleLines(in situation: Situation) -> [Diagnostic] {
    guard case .success(let due) = situation.notifications else { return [] }
    let running = foreseen.idle(
      due.map(\.value.regime), .foreseenIsRight,
      "is a clock that runs, so naming it is never wrong here.")
    guard due.isEmpty else { return running }
    return foreseen.idle([Fault.tooLate], .foreseenNever, "can't be said: no clock runs here.")
  }

  var targets: [(slug: String, place: Place)] { foreseen.targets }

  var delays: Set<Int> { foreseen.delays }

  func timeOut(in situation: Situation) -> Judgement? { foreseen.timeOut(duty: duty) }
}
