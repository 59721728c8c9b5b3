// SPDX-License-Identifier: GPL-3.0-or-later

extension PolicyTable {
  /// Whether the table gives a column's value by another's: `Data classes` gives `May go to` by
  /// `Class`, `Owners` gives `Reach` by `Owner`.
  func answers(_ column: String, by key: String) -> Bool {
    guard let answer = name(ofColumn: column), !hasCondition(answer), !isKey(answer),
      !TableSchema.prose.contains(ColumnSchema.fold(answer)),
      rows.contains(where: { $0.cells[ColumnSchema.fold(answer)] != nil })
    else { return false }
    return hasCondition(name(ofColumn: key) ?? key) || isKey(key)
  }

  /// The table's own name of a column, by its header or a synonym; nil of an unknown one.
  func name(ofColumn header: String) -> String? {
    kind.schema.columns.first { $0.matches(ColumnSchema.fold(header)) }?.name
  }

  /// Whether a column names its rows without being a condition: an owner, a regime.
  func isKey(_ header: String) -> Bool {
    guard let first = kind.schema.columns.first, case .text = first.form, kind != .severity else {
      return false
    }
    return first.matches(ColumnSchema.fold(header))
  }

  /// Whether a row is the one that a value of the key column names, by an alias too.
  func isNamed(_ value: String, _ row: Row, key: String) -> Bool {
    ([row.cell(name(ofColumn: key) ?? key).plain] + row.words("Alias")).contains {
      Owner.fold($0) == Owner.fold(value)
    }
  }
}

extension PolicyBook {
  /// The first table that gives a column's value by another's; nil where no policy has one.
  func table(answering column: String, by key: String) -> PolicyTable? {
    TableKind.allCases.lazy.compactMap { self.table($0) }.first { $0.answers(column, by: key) }
  }

  /// That such a table stands in a policy which is not listed; nil where none has it.
  func lack(answering column: String, by key: String) -> PolicyFailure? {
    TableKind.allCases.first { unlistedTable($0)?.answers(column, by: key) == true }
      .map(lack(of:))
  }

  /// What a table gives for a value of its key column under the facts, as the cell says it. The
  /// severity and the office hours join the facts where the table asks for them.
  func answer(
    _ column: String, by key: String, of value: String, in table: PolicyTable, facts: Facts,
    clock: ScenarioClock?
  ) -> Result<Ruling<String>, PolicyFailure> {
    let cell = table.name(ofColumn: column) ?? column
    let row: Result<PolicyTable.Row, PolicyFailure>
    if table.isKey(key), !table.hasCondition(key) {
      row = table.firstRow(fitting: facts) { table.isNamed(value, $0, key: key) }
    } else {
      let own = table.name(ofColumn: key) ?? key
      row = table.firstRow(fitting: joined(facts, own, value, table, clock))
    }
    return row.map { ruling($0.cell(cell).plain, table.kind, $0) }.mapError { failure in
      // The hours follow from the clock: what is missing is the fact that sets it.
      guard case .missingFact(let key, _) = failure, folded(key) == "hours" else { return failure }
      return .noClock(facts)
    }
  }

  private func joined(
    _ facts: Facts, _ key: String, _ value: String, _ table: PolicyTable, _ clock: ScenarioClock?
  ) -> Facts {
    let place = facts[.now]?.place ?? table.place
    var known = facts.setting(key, [value], at: place)
    if table.kind != .severity, table.hasCondition("Severity"), known["Severity"] == nil,
      case .success(let level) = settledSeverity(known)
    {
      known = known.setting("Severity", [level.name], at: place)
    }
    if table.hasCondition("Hours"), known["Hours"] == nil, let clock,
      case .success(let names) = hours(at: clock.now)
    {
      known = known.setting("Hours", names, at: place)
    }
    return known
  }
}
