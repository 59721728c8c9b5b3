// SPDX-License-Identifier: GPL-3.0-or-later

/// Where data of a class may go, and where it never may.
public struct DataClass: Hashable, Sendable {
  /// The class's names, any of which means it.
  public let names: [String]
  /// Where it may go.
  public let mayGoTo: [String]
  /// Where it never may.
  public let neverTo: [String]

  /// What the policy says about one recipient.
  public enum Verdict: Hashable, Sendable {
    case may, never
    /// The row names the recipient on neither side: it is not allowed, and no critical failure.
    case notNamed
  }

  /// What the policy says about a recipient.
  public func verdict(on recipient: some StringProtocol) -> Verdict {
    let wanted = folded(recipient)
    if neverTo.contains(where: { folded($0) == wanted }) { return .never }
    return mayGoTo.contains { folded($0) == wanted } ? .may : .notNamed
  }

  /// What the policy says about several recipients of one text: never where one of them never may,
  /// may where all of them may.
  public func verdict(onAll recipients: [String]) -> Verdict {
    let verdicts = recipients.map { verdict(on: $0) }
    if verdicts.contains(.never) { return .never }
    return !verdicts.isEmpty && verdicts.allSatisfy { $0 == .may } ? .may : .notNamed
  }
}

/// What a hotline must achieve, from the Hotline table.
public struct HotlineTarget: Hashable, Sendable {
  /// The share of calls answered in time, in basis points.
  public let serviceLevel: Int
  /// In time means within so many seconds.
  public let withinSeconds: Int
  /// The mean time that a call takes, wrap-up included, in seconds.
  public let handlingSeconds: Int
  /// The share of paid time in which nobody answers, in basis points.
  public let shrinkage: Int
}

extension PolicyBook {
  /// The names of the data classes, for checks and completion.
  public var dataClassNames: [String] {
    (table(.dataClasses)?.rows ?? []).flatMap { $0.words("Class") }
  }

  /// Where data of a class may go.
  public func dataClass(_ name: String) -> Result<Ruling<DataClass>, PolicyFailure> {
    let facts = Facts().setting("Class", [name], at: Place(file: "", line: 1))
    return row(.dataClasses, fitting: facts).map { row in
      let dataClass = DataClass(
        names: row.words("Class"), mayGoTo: row.words("May go to"), neverTo: row.words("Never to"))
      return ruling(dataClass, .dataClasses, row)
    }
  }

  /// What the hotline must achieve under the facts, such as `Period`.
  public func hotline(_ facts: Facts) -> Result<Ruling<HotlineTarget>, PolicyFailure> {
    row(.hotline, fitting: facts).flatMap { row in
      guard let level = CellForm.percent(row.cell("Service level").plain),
        let within = CellForm.seconds(row.cell("Within").plain),
        let handling = CellForm.seconds(row.cell("Handling time").plain)
      else { return .failure(.badCell(.hotline, row.place)) }
      let shrinkage = CellForm.percent(row.cell("Shrinkage").plain) ?? 0
      let target = HotlineTarget(
        serviceLevel: level, withinSeconds: within, handlingSeconds: handling,
        shrinkage: shrinkage)
      return .success(ruling(target, .hotline, row))
    }
  }

  /// The roles that the Remedies table names, each once.
  public var roles: [String] { vocabulary(of: "Role", in: .remedies) }

  /// What a role may do about a request. `facts` give `Role` and `Case`; `what` is asked for.
  ///
  /// Without a row for the request, it is handed up to whom the role hands up otherwise.
  public func remedy(
    _ facts: Facts, what: String
  ) -> Result<(remedy: Remedy, citation: Citation?), PolicyFailure> {
    let place = facts[.role]?.place ?? Place(file: "", line: 1)
    let request = facts.setting("What", [what], at: place)
    switch row(.remedies, fitting: request) {
    case .success(let row):
      guard let limit = RemedyLimit(row.cell("Up to").plain) else {
        return .failure(.badCell(.remedies, row.cell("Up to").place))
      }
      let remedy = Remedy.listed(limit, handsUpTo: Self.handsUpTo(row))
      return .success((remedy, ruling(remedy, .remedies, row).citation))
    case .failure(.noRow): return .success((.notListed(handsUpTo: superior(of: facts)), nil))
    case .failure(let failure): return .failure(failure)
    }
  }

  /// To whom a role hands up in its first row.
  private func superior(of facts: Facts) -> String? {
    guard let table = table(.remedies), let role = facts[.role],
      let index = table.names.firstIndex(of: role.name)
    else { return nil }
    return table.rows.filter { $0.patterns[index].fits(role.values) }
      .lazy.compactMap(Self.handsUpTo).first
  }

  private static func handsUpTo(_ row: PolicyTable.Row) -> String? {
    let name = row.cell("Else hands up to").plain
    return name.isEmpty ? nil : name
  }

  /// The words of a condition column in the table's order, each once, comparisons left out.
  func vocabulary(of column: String, in kind: TableKind) -> [String] {
    guard let table = table(kind) else { return [] }
    return memory.words(of: .init(kind: kind, name: column)) {
      var seen: Set<String> = []
      return table.rows.flatMap { $0.words(column) }.filter { word in
        guard case .word = CellPattern(word)?.alternatives.first else { return false }
        return seen.insert(folded(word)).inserted
      }
    }
  }
}
