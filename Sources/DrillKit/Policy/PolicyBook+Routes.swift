// SPDX-License-Identifier: GPL-3.0-or-later

/// Who is told, how, and by when.
public struct Route: Hashable, Sendable {
  /// Alternatives, any of which is right; all owners of one must be told.
  public let owners: [[Owner]]
  /// Channels, any of which is right.
  public let channels: [String]
  /// How long it may take.
  public let within: Within
  /// When the time starts: the fact `Since`, else now.
  public let start: ScenarioTime
  /// By when it must be done.
  public let deadline: Deadline

  /// The owners as an employee may type them: `security + privacy`.
  public var ownerTexts: [String] {
    owners.map { $0.map(\.name).joined(separator: " + ") }
  }

  /// Whether the names, in any order and by any alias, are the owners of one alternative.
  public func isTold(_ names: [String]) -> Bool {
    owners.contains { alternative in
      alternative.allSatisfy { owner in names.contains { owner.isNamed($0) } }
        && names.allSatisfy { name in alternative.contains { $0.isNamed(name) } }
    }
  }
}

/// A route and the severity that led to it.
public struct Escalation: Hashable, Sendable {
  /// How severe the incident is.
  public let severity: SeverityLevel
  /// Who is told, how, by when.
  public let route: Ruling<Route>
}

extension PolicyBook {
  /// The names that are open at a moment, or `out of hours` alone.
  public func hours(at time: ScenarioTime) -> Result<[String], PolicyFailure> {
    guard let officeHours else { return .failure(lack(of: .officeHours)) }
    let open = officeHours.open(at: time)
    return .success(open.isEmpty ? [OfficeHours.outOfHours] : open)
  }

  /// Whether a day is a business day of the office hours.
  public func isBusinessDay(_ date: CalendarDate) -> Result<Bool, PolicyFailure> {
    officeHours.map { .success($0.isBusinessDay(date)) } ?? .failure(lack(of: .officeHours))
  }

  /// The owner of a name or an alias.
  public func owner(named name: some StringProtocol) -> Owner? {
    owners.first { $0.isNamed(name) }
  }

  /// Every name and alias of an owner, for completion; without the table Owners, the names that
  /// the routes use.
  public var ownerNames: [String] {
    guard owners.isEmpty else { return owners.flatMap(\.names) }
    var seen: Set<String> = []
    return (table(.routes)?.rows ?? []).flatMap {
      (CellForm.owners($0.cell("Owner").plain) ?? []).joined()
    }.filter { seen.insert(Owner.fold($0)).inserted }
  }

  /// The channels of a table of routes, each once.
  static func channels(_ table: PolicyTable) -> [String] {
    var seen: Set<String> = []
    return table.rows.flatMap { $0.words("Channel") }
      .filter { seen.insert(folded($0)).inserted }
  }

  /// Severity first, then the route for it.
  public func escalation(
    _ facts: Facts, clock: ScenarioClock
  ) -> Result<Escalation, PolicyFailure> {
    settledSeverity(facts).flatMap { severity in
      route(facts, severity: severity.name, clock: clock).map {
        Escalation(severity: severity, route: $0)
      }
    }
  }

  /// Who is told, by the Routes table. `severity` and the office hours at the clock's moment join
  /// the facts; the time counts from the fact `Since`, else from now.
  public func route(
    _ facts: Facts, severity: String?, clock: ScenarioClock
  ) -> Result<Ruling<Route>, PolicyFailure> {
    find(.routes).flatMap { table in
      var known = facts
      let place = facts[.now]?.place ?? table.place
      if let severity { known = known.setting("Severity", [severity], at: place) }
      if table.hasCondition("Hours") {
        switch hours(at: clock.now) {
        case .success(let names): known = known.setting("Hours", names, at: place)
        case .failure(let failure): return .failure(failure)
        }
      }
      return table.firstRow(fitting: known).flatMap { route($0, known, clock) }
    }
  }

  private func route(
    _ row: PolicyTable.Row, _ facts: Facts, _ clock: ScenarioClock
  ) -> Result<Ruling<Route>, PolicyFailure> {
    let start: ScenarioTime
    if facts[.since] == nil {
      start = clock.now
    } else {
      switch facts.moment(Facts.Reserved.since.rawValue, by: clock) {
      case .success(let since): start = since
      case .failure(let failure): return .failure(failure)
      }
    }
    let cell = row.cell("Within")
    guard let within = Within(cell.plain), let names = CellForm.owners(row.cell("Owner").plain)
    else { return .failure(.badCell(.routes, cell.place)) }
    guard let deadline = within.deadline(from: start, hours: officeHours) else {
      return .failure(lack(of: .officeHours))
    }
    let owners = names.map { alternative in
      alternative.map {
        owner(named: $0) ?? Owner(name: $0, aliases: [], reach: "", place: nil)
      }
    }
    let route = Route(
      owners: owners, channels: row.words("Channel"), within: within, start: start,
      deadline: deadline)
    return .success(ruling(route, .routes, row))
  }
}
