// SPDX-License-Identifier: GPL-3.0-or-later

/// All policies that were read: clauses to cite, tables to look answers up in. They never change, and
/// every situation holds them, so that they are shared and not copied.
public final class PolicyBook: Sendable {
  /// The policies in the order in which they were given.
  public let policies: [Policy]
  /// The first table of each kind, with its policy.
  private let tables: [TableKind: Entry]
  /// The index of the first policy with each file's name: every link of a drill is looked up.
  private let byFileName: [String: Int]
  /// The office hours, where a policy has them.
  public let officeHours: OfficeHours?
  /// The owners in the table's order; empty without the table.
  public let owners: [Owner]
  /// The levels, highest first: the order in which the Severity table names them for the first time.
  public let severityLevels: [SeverityLevel]
  /// The regimes of the Notification clocks, each once, for completion.
  public let regimes: [String]
  /// The channels of the routes, each once, for completion.
  public let channels: [String]
  /// The competencies; empty without the table, and then any word is one.
  public let competencies: [NamedMeaning]
  /// The audiences; empty without the table, and then any word is one.
  public let audiences: [NamedMeaning]

  /// The ids of the policies that have each table in the library that these were selected from.
  private let elsewhere: [TableKind: Entry]
  /// What the tables of that library ask for, folded.
  let keysElsewhere: Set<String>

  /// What was asked of the book before: a library's drills all ask the same.
  let memory = PolicyMemory()

  private struct Entry: Sendable {
    let policy: Policy
    let table: PolicyTable
  }

  /// A book without a policy.
  public convenience init() { self.init([], today: nil, diagnostics: Diagnostics()) }

  /// Binds policies together and reports what does not fit between them. `today` finds reviews
  /// that are overdue; without it they are not looked for.
  public convenience init(_ policies: [Policy], today: CalendarDate?, diagnostics: Diagnostics) {
    self.init(policies, of: nil, today: today, diagnostics: diagnostics)
  }

  private init(
    _ policies: [Policy], of library: PolicyBook?, today: CalendarDate?, diagnostics: Diagnostics
  ) {
    self.policies = policies
    elsewhere = library?.tables ?? [:]
    keysElsewhere = library?.knownKeys ?? []
    var tables: [TableKind: Entry] = [:]
    for policy in policies {
      for table in policy.tables {
        guard let first = tables[table.kind] else {
          tables[table.kind] = Entry(policy: policy, table: table)
          continue
        }
        diagnostics.report(
          .duplicateTable, at: table.place,
          "The table “\(table.kind.title)” stands in \(first.policy.file) already. Keep one of the "
            + "two, so that one answers.")
      }
    }
    self.tables = tables
    byFileName = Dictionary(
      policies.enumerated().map { ($1.fileName, $0) }, uniquingKeysWith: { first, _ in first })
    officeHours = tables[.officeHours].map { Self.officeHours($0.table, diagnostics) }
    owners = tables[.owners].map { Owner.all(in: $0.table) } ?? []
    severityLevels = SeverityLevel.all(in: tables[.severity]?.table)
    regimes = tables[.notificationClocks]?.table.distinct("Regime") ?? []
    channels = tables[.routes].map { Self.channels($0.table) } ?? []
    competencies = NamedMeaning.all(in: tables[.competencies]?.table, "Competency", "Meaning")
    audiences = NamedMeaning.all(in: tables[.audiences]?.table, "Audience", "Who")
    check(today: today, diagnostics)
  }

  // MARK: Looking up

  /// The policy of an id.
  public func policy(_ id: String) -> Policy? { policies.first { $0.id == id } }

  /// The policy of a file, by the file's name; folders before it do not matter.
  public func policy(file path: some StringProtocol) -> Policy? {
    byFileName[Policy.fileName(of: path)].map { policies[$0] }
  }

  /// A clause by the policy's id and the clause's link target.
  public func clause(policy id: String, slug: String) -> Clause? { policy(id)?.clause(slug) }

  /// The policy, and the clause where one is named, that a link such as
  /// `../../Policies/data-handling.md#card-data` leads to; nil where it leads nowhere.
  public func target(of destination: String) -> (policy: Policy, clause: Clause?)? {
    guard let hash = destination.firstIndex(ofSign: UInt8(ascii: "#")) else {
      return policy(file: destination).map { ($0, nil) }
    }
    guard let policy = policy(file: destination[..<hash]) else { return nil }
    let slug = destination[destination.utf8.index(after: hash)...]
    return policy.clause(String(slug)).map { (policy, $0) }
  }

  /// Reports a link to a policy that leads nowhere; true where it leads somewhere.
  @discardableResult
  public func checkLink(
    _ destination: String, at place: Place, diagnostics: Diagnostics
  ) -> Bool {
    if target(of: destination) != nil { return true }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let message: String
    if let policy = policy(file: parts.first ?? "") {
      let slug = String(parts.last ?? "")
      message =
        "“\(policy.fileName)” has no clause “#\(slug)”."
        + suggestion(for: slug, in: policy.clauses.map(\.slug))
    } else {
      let name = Policy.fileName(of: parts.first ?? "")
      message =
        "No policy is called “\(name)”." + suggestion(for: name, in: policies.map(\.fileName))
    }
    diagnostics.report(.deadClauseLink, at: place, message)
    return false
  }

  /// A table, where a policy has it.
  public func table(_ kind: TableKind) -> PolicyTable? { tables[kind]?.table }

  /// The policy that has a table.
  public func policy(with kind: TableKind) -> Policy? { tables[kind]?.policy }

  // MARK: What the queries share

  /// The table or why there is none.
  func find(_ kind: TableKind) -> Result<PolicyTable, PolicyFailure> {
    table(kind).map { .success($0) } ?? .failure(lack(of: kind))
  }

  /// Why there is no such table: no policy has it, or one that is not listed.
  func lack(of kind: TableKind) -> PolicyFailure {
    elsewhere[kind].map { .unlisted(kind, policy: $0.policy.id) } ?? .noTable(kind)
  }

  /// A table of a policy that is not listed.
  func unlistedTable(_ kind: TableKind) -> PolicyTable? {
    tables[kind] == nil ? elsewhere[kind]?.table : nil
  }

  /// The first row that facts fit, in a table.
  func row(
    _ kind: TableKind, fitting facts: Facts,
    where isAsked: (PolicyTable.Row) -> Bool = { _ in true }
  ) -> Result<PolicyTable.Row, PolicyFailure> {
    find(kind).flatMap { $0.firstRow(fitting: facts, where: isAsked) }
  }

  /// An answer with the row that gave it.
  func ruling<Value>(_ value: Value, _ kind: TableKind, _ row: PolicyTable.Row) -> Ruling<Value> {
    let why = TableSchema.prose.map(row.cell).first { !$0.text.isBlank }
    let entry = tables[kind]
    return Ruling(
      value: value,
      citation: Citation(
        policy: entry?.policy.id ?? "", title: entry?.policy.title ?? "",
        version: entry?.policy.version ?? 0, slug: entry?.table.slug ?? "",
        heading: entry?.table.heading ?? kind.title, row: row.number, why: why?.text,
        place: row.place))
  }

  private static func officeHours(
    _ table: PolicyTable, _ diagnostics: Diagnostics
  ) -> OfficeHours {
    OfficeHours(
      table.rows.compactMap { row in
        let from = WrittenMoment.minuteOfDay(row.cell("From").plain)
        let to = WrittenMoment.minuteOfDay(row.cell("To").plain)
        guard let days = Weekday.set(parsing: row.cell("Days").plain), let from, let to else {
          return nil
        }
        let name = row.cell("Name").plain
        if let shift = OfficeHours.Shift(name: name, days: days, from: from, to: to) {
          return shift
        }
        diagnostics.report(
          .badCell, at: row.place,
          "Row \(row.number) opens and closes at the same minute. For a whole day write 00:00 and "
            + "24:00.")
        return nil
      })
  }
}

extension PolicyBook {
  /// A book of some of these policies only, by id: what a drill reads.
  public func selecting(_ ids: [String]) -> PolicyBook {
    memory.selection(ids) {
      PolicyBook(
        policies.filter { ids.contains($0.id) }, of: self, today: nil, diagnostics: Diagnostics())
    }
  }
}
