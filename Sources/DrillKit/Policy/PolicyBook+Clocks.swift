// SPDX-License-Identifier: GPL-3.0-or-later

/// A notification that is due: to whom, by when, by which law or contract.
public struct NotificationDuty: Hashable, Sendable {
  /// The regime's name, as an employee types it.
  public let regime: String
  /// The fact from which the time counts, such as `Aware`.
  public let startKey: String
  /// When the time starts; nil where a word stands in place of a time and the fact is not given.
  public let start: ScenarioTime?
  /// How long it may take.
  public let within: Within
  /// By when it must be made.
  public let deadline: Deadline
  /// Who is notified.
  public let whom: String
  /// The law's article or the contract.
  public let source: RichText
  /// When someone looks again whether the clock still holds.
  public let reviewBy: CalendarDate?
}

extension PolicyBook {
  /// The notifications that are due, in the table's order; none is an answer as well. The first
  /// row of a regime that fits is the regime's.
  public func notifications(
    _ facts: Facts, clock: ScenarioClock
  ) -> Result<[Ruling<NotificationDuty>], PolicyFailure> {
    find(.notificationClocks).flatMap { table in
      var due: [Ruling<NotificationDuty>] = []
      for regime in regimes {
        let wanted = folded(regime)
        let row = table.firstRow(fitting: facts) { $0.cell("Regime").word == wanted }
        switch row.flatMap({ duty($0, facts, clock) }) {
        case .success(let duty): due.append(duty)
        case .failure(.noRow): continue
        case .failure(let failure): return .failure(failure)
        }
      }
      return .success(due)
    }
  }

  private func duty(
    _ row: PolicyTable.Row, _ facts: Facts, _ clock: ScenarioClock
  ) -> Result<Ruling<NotificationDuty>, PolicyFailure> {
    let cell = row.cell("Within")
    guard let within = Within(cell.plain) else {
      return .failure(.badCell(.notificationClocks, cell.place))
    }
    let key = Self.startKey(of: row)
    let start = facts.moment(key, by: clock)
    if !within.isWord, case .failure(let failure) = start {
      if case .missingFact = failure {
        return .failure(.missingFact(key: key, table: .notificationClocks))
      }
      return .failure(failure)
    }
    let moment = try? start.get()
    guard let deadline = within.deadline(from: moment ?? clock.now, hours: officeHours) else {
      return .failure(lack(of: .officeHours))
    }
    let duty = NotificationDuty(
      regime: row.cell("Regime").plain, startKey: key, start: moment, within: within,
      deadline: deadline, whom: row.cell("Whom").plain, source: row.cell("Source").text,
      reviewBy: CalendarDate(row.cell("Review-by").plain))
    return .success(ruling(duty, .notificationClocks, row))
  }

  /// The fact that starts a clock: what the row says, else `Aware`.
  static func startKey(of row: PolicyTable.Row) -> String {
    let text = row.cell("Starts at").plain
    let reserved = Facts.Reserved.allCases.map(\.rawValue)
    if text.isEmpty { return Facts.Reserved.aware.rawValue }
    return reserved.first { folded($0) == folded(text) } ?? text
  }
}
