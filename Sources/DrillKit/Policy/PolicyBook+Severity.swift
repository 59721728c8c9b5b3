// SPDX-License-Identifier: GPL-3.0-or-later

/// One of the levels of the Severity table.
public struct SeverityLevel: Hashable, Sendable {
  /// The level's name, as the table writes it.
  public let name: String
  /// 0 for the highest.
  public let rank: Int
  /// How many levels there are.
  public let count: Int

  /// Whether it is the highest.
  public var isHighest: Bool { rank == 0 }

  /// The levels of a Severity table, highest first.
  static func all(in table: PolicyTable?) -> [SeverityLevel] {
    let names = table?.distinct("Level") ?? []
    return names.enumerated().map { SeverityLevel(name: $1, rank: $0, count: names.count) }
  }
}

extension PolicyBook {
  /// The level of a name, whatever its case.
  public func severityLevel(named name: some StringProtocol) -> SeverityLevel? {
    let wanted = folded(name)
    return severityLevels.first { folded($0.name) == wanted }
  }

  /// How severe an incident is, by the Severity table.
  public func severity(_ facts: Facts) -> Result<Ruling<SeverityLevel>, PolicyFailure> {
    row(.severity, fitting: facts).flatMap { row in
      let cell = row.cell("Level")
      guard let level = severityLevel(named: cell.plain) else {
        return .failure(.badCell(.severity, cell.place))
      }
      return .success(ruling(level, .severity, row))
    }
  }

  /// How severe an incident is; where the Severity table is missing or lacks a fact, what the fact
  /// `Severity` says. A fact that says otherwise than the table is a contradiction.
  public func settledSeverity(_ facts: Facts) -> Result<SeverityLevel, PolicyFailure> {
    let stated = facts["Severity"]
    let derived = severity(facts)
    switch (derived, stated) {
    case (.success(let ruling), let stated?):
      guard stated.texts.allSatisfy({ folded($0) == folded(ruling.value.name) }) else {
        return .failure(.contradiction(stated, policySays: ruling.value.name))
      }
      return .success(ruling.value)
    case (.success(let ruling), nil): return .success(ruling.value)
    case (.failure(.noTable), let stated?), (.failure(.unlisted), let stated?):
      return .success(SeverityLevel(name: stated.text, rank: 0, count: 1))
    case (.failure(.missingFact), let stated?), (.failure(.noRow), let stated?):
      guard let level = severityLevel(named: stated.text) else {
        let names = severityLevels.map(\.name).joined(separator: ", ")
        return .failure(.badFact(stated, wanted: "one of: \(names)"))
      }
      return .success(level)
    case (.failure(let failure), _): return .failure(failure)
    }
  }
}
