// SPDX-License-Identifier: GPL-3.0-or-later

/// The right number and how it comes about.
struct EstimateAnswer: Hashable, Sendable {
  /// The number, in the line's unit.
  let number: DecimalNumber
  /// How it comes about, in a sentence or two; empty for the author's own number.
  let reason: String
  /// The clause that decides, as `policy#clause`.
  let clause: String?
}

/// Why there is no right number.
enum EstimateProblem: Error, Hashable {
  /// The policies do not answer.
  case policy(PolicyFailure)
  /// They answer, and it is no number; a sentence.
  case noNumber(String)
}

extension EstimateLine {
  /// The right number in a situation.
  func answer(in situation: Situation) -> Result<EstimateAnswer, EstimateProblem> {
    switch subject {
    case .number(let number): .success(EstimateAnswer(number: number, reason: "", clause: nil))
    case .lines: staffing(in: situation).map(\.lines)
    case .rostered: staffing(in: situation).flatMap(\.rostered)
    case .left(let regime, let minutes): left(of: regime, minutesPerUnit: minutes, in: situation)
    }
  }

  private func staffing(in situation: Situation) -> Result<Staffing, EstimateProblem> {
    switch situation.policies.hotline(situation.facts) {
    case .failure(let failure): .failure(.policy(failure))
    case .success(let ruling): Staffing.of(ruling, situation.facts)
    }
  }

  private func left(
    of regime: String, minutesPerUnit: Int, in situation: Situation
  ) -> Result<EstimateAnswer, EstimateProblem> {
    guard let clock = situation.clock else {
      return .failure(.policy(situation.noClock))
    }
    let due: [Ruling<NotificationDuty>]
    switch situation.notifications {
    case .failure(let failure): return .failure(.policy(failure))
    case .success(let found): due = found
    }
    guard let ruling = due.first(where: { folded($0.value.regime) == folded(regime) }) else {
      let known = situation.policies.regimes
      let isKnown = known.contains { folded($0) == folded(regime) }
      return .failure(
        .noNumber(
          isKnown
            ? "The clock “\(regime)” does not run with these facts. Change them, or name another."
            : "No clock is called “\(regime)”.\(suggestion(for: regime, in: known))"))
    }
    guard let time = ruling.value.deadline.time else {
      return .failure(
        .noNumber(
          "The clock “\(regime)” says “\(ruling.value.within)”, and that has no hours to count."))
    }
    let minutes = max(0, time - clock.now)
    let millionths = roundedHalfToEven(minutes * 1_000_000, over: minutesPerUnit)
    guard let number = DecimalNumber(mantissa: millionths, scale: 6) else {
      return .failure(.noNumber("The deadline of “\(regime)” is too far away to be counted."))
    }
    let duty = ruling.value
    return .success(
      EstimateAnswer(
        number: number,
        reason: "It is \(clock.text(clock.now)), and the notice is due "
          + "\(clock.sentence(duty.deadline, duty.within, duty.start)).",
        clause: ruling.citation.clause))
  }
}

/// How many people a hotline needs.
private struct Staffing {
  let calls: Quantity
  let target: HotlineTarget
  let queue: ErlangC
  let count: Int
  let clause: String

  static func of(
    _ ruling: Ruling<HotlineTarget>, _ facts: Facts
  ) -> Result<Staffing, EstimateProblem> {
    guard let fact = facts[.calls] else {
      return .failure(
        .policy(.missingFact(key: Facts.Reserved.calls.rawValue, table: .hotline)))
    }
    let target = ruling.value
    let handling = Double(target.handlingSeconds)
    guard fact.values.count == 1, let calls = Quantity(fact.text),
      let queue = ErlangC(
        load: Double(calls.thousandths) / 1000 / 3600 * handling, handling: handling)
    else {
      return .failure(
        .policy(.badFact(fact, wanted: "the calls of an hour, more than 0: “Calls: 200”")))
    }
    let share = Double(target.serviceLevel) / 10_000
    guard let count = queue.lines(for: share, within: Double(target.withinSeconds)) else {
      return .failure(
        .noNumber(
          "No number of lines up to \(ErlangC.maximumLines) answers \(calls) calls an hour so "
            + "fast. Change “Calls”, or the table “Hotline”."))
    }
    return .success(
      Staffing(
        calls: calls, target: target, queue: queue, count: count, clause: ruling.citation.clause))
  }

  var lines: EstimateAnswer {
    let seconds = target.withinSeconds
    let reached = { (lines: Int) in
      Int((queue.serviceLevel(lines: lines, within: Double(seconds)) * 10_000).rounded())
    }
    // One line fewer just misses the level, and must not read as reaching it.
    let missed = min(reached(count - 1), target.serviceLevel - 1)
    let fewer = count > 1 ? "; \(count - 1) answer \(percent(missed)) %" : ""
    return EstimateAnswer(
      number: DecimalNumber(count),
      reason: "\(calls) calls an hour of \(target.handlingSeconds) s are "
        + "\(Self.tenths(queue.load)) hours of talk in every hour. \(count) lines answer "
        + "\(percent(reached(count))) % within \(seconds) s\(fewer), and \(percent(target.serviceLevel)) % "
        + "are asked for.",
      clause: clause)
  }

  var rostered: Result<EstimateAnswer, EstimateProblem> {
    guard let people = ErlangC.rostered(lines: count, shrinkage: target.shrinkage) else {
      return .failure(
        .noNumber("With a shrinkage of 100 % nobody ever answers. Mend the table “Hotline”."))
    }
    let shrinkage = percent(target.shrinkage)
    return .success(
      EstimateAnswer(
        number: DecimalNumber(people),
        reason: "\(count) lines, divided by what is left of 100 % after \(shrinkage) % shrinkage, "
          + "rounded up. \(lines.reason)",
        clause: clause))
  }

  private func percent(_ basisPoints: Int) -> String { Credit(clamping: basisPoints).percent }

  /// A figure with one decimal, for a sentence only: nothing is judged by it.
  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded(.down))
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
