// SPDX-License-Identifier: GPL-3.0-or-later

/// The tables that the runner looks answers up in, known by the heading above them.
public enum TableKind: String, CaseIterable, Hashable, Codable, Sendable {
  case severity, officeHours, owners, routes, notificationClocks, remedies, dataClasses, hotline
  case competencies, audiences, curriculum

  /// The heading above the table.
  public var title: String {
    switch self {
    case .severity: "Severity"
    case .officeHours: "Office hours"
    case .owners: "Owners"
    case .routes: "Routes"
    case .notificationClocks: "Notification clocks"
    case .remedies: "Remedies"
    case .dataClasses: "Data classes"
    case .hotline: "Hotline"
    case .competencies: "Competencies"
    case .audiences: "Audiences"
    case .curriculum: "Curriculum"
    }
  }

  /// The table under a heading, whatever its case.
  public init?(title: some StringProtocol) {
    let wanted = folded(title)
    guard let kind = Self.allCases.first(where: { folded($0.title) == wanted }) else { return nil }
    self = kind
  }
}

/// What a table's column is for, and what its cells may hold.
struct ColumnSchema: Sendable {
  /// What a cell may hold.
  enum Form: Sendable {
    case pattern, words, owners, text, within, time, days, date, money, percent, seconds, count
  }

  /// The header, as messages call it.
  let name: String
  /// Other headers that mean the same.
  let synonyms: [String]
  /// What the cells hold; a condition's are patterns.
  let form: Form
  /// Whether facts choose the row by it.
  var isCondition: Bool { form == .pattern }
  /// Whether the table can't do without the column.
  let isRequired: Bool
  /// Whether each of its cells must be filled.
  let isFilled: Bool
  /// Its name and synonyms, folded.
  private let headers: [String]

  init(
    name: String, synonyms: [String] = [], form: Form, isRequired: Bool = true,
    isFilled: Bool = false
  ) {
    self.name = name
    self.synonyms = synonyms
    self.form = form
    self.isRequired = isRequired
    self.isFilled = isFilled
    headers = ([name] + synonyms).map(ColumnSchema.fold)
  }

  /// Whether a header, folded, means this column.
  func matches(_ header: String) -> Bool { headers.contains(header) }

  /// A header as it is compared: `Review-by` and `review by` are one.
  static func fold(_ header: String) -> String {
    let folded = folded(header)
    return folded.utf8.contains(UInt8(ascii: "-")) ? folded.filter { $0 != "-" } : folded
  }
}

/// The columns that a kind of table may have.
struct TableSchema: Sendable {
  /// The known columns.
  let columns: [ColumnSchema]
  /// Whether a column of another name, left of the first answer, is a condition too.
  let takesConditions: Bool
  /// Whether the first row that fits wins, so that a later one may be out of reach.
  let isFirstFit: Bool

  /// Columns of prose that every table may have.
  static let prose = ["why", "note", "notes"]
}

extension TableKind {
  /// The columns of this kind of table.
  var schema: TableSchema { Self.schemas[self] ?? made }

  /// The columns of each kind, made once.
  private static let schemas = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.made) })

  private var made: TableSchema {
    switch self {
    case .severity:
      TableSchema(
        columns: [ColumnSchema(name: "Level", form: .text, isFilled: true)],
        takesConditions: true, isFirstFit: true)
    case .officeHours:
      TableSchema(
        columns: [
          ColumnSchema(name: "Name", form: .text, isFilled: true),
          ColumnSchema(name: "Days", form: .days, isFilled: true),
          ColumnSchema(name: "From", form: .time, isFilled: true),
          ColumnSchema(name: "To", form: .time, isFilled: true),
          ColumnSchema(name: "Zone", form: .text, isRequired: false),
        ], takesConditions: false, isFirstFit: false)
    case .owners:
      TableSchema(
        columns: [
          ColumnSchema(name: "Owner", form: .text, isFilled: true),
          ColumnSchema(name: "Alias", synonyms: ["Aliases"], form: .words, isRequired: false),
          ColumnSchema(name: "Reach", form: .text, isRequired: false),
        ], takesConditions: false, isFirstFit: false)
    case .routes:
      TableSchema(
        columns: [
          ColumnSchema(name: "Incident", form: .pattern, isRequired: false),
          ColumnSchema(name: "Severity", form: .pattern, isRequired: false),
          ColumnSchema(name: "Hours", form: .pattern, isRequired: false),
          ColumnSchema(name: "Owner", form: .owners, isFilled: true),
          ColumnSchema(name: "Channel", form: .words, isFilled: true),
          ColumnSchema(name: "Within", form: .within, isFilled: true),
        ], takesConditions: true, isFirstFit: true)
    case .notificationClocks:
      TableSchema(
        columns: [
          ColumnSchema(name: "Regime", form: .text, isFilled: true),
          ColumnSchema(name: "Data", form: .pattern, isRequired: false),
          ColumnSchema(
            name: "Affected", synonyms: ["Who is affected"], form: .pattern, isRequired: false),
          ColumnSchema(name: "Starts at", synonyms: ["Starts"], form: .text, isRequired: false),
          ColumnSchema(name: "Within", form: .within, isFilled: true),
          ColumnSchema(name: "Whom", form: .text, isFilled: true),
          ColumnSchema(name: "Source", form: .text),
          ColumnSchema(name: "Review-by", form: .date, isRequired: false),
        ], takesConditions: true, isFirstFit: true)
    case .remedies:
      TableSchema(
        columns: [
          ColumnSchema(name: "Role", form: .pattern, isRequired: false),
          ColumnSchema(name: "Case", form: .pattern, isRequired: false),
          ColumnSchema(name: "What", form: .pattern),
          ColumnSchema(name: "Up to", form: .money, isFilled: true),
          ColumnSchema(
            name: "Else hands up to", synonyms: ["Hands up to", "Else"], form: .text,
            isRequired: false),
        ], takesConditions: true, isFirstFit: true)
    case .dataClasses:
      TableSchema(
        columns: [
          ColumnSchema(name: "Class", form: .pattern, isFilled: true),
          ColumnSchema(name: "May go to", form: .words),
          ColumnSchema(name: "Never to", form: .words),
        ], takesConditions: false, isFirstFit: true)
    case .hotline:
      TableSchema(
        columns: [
          ColumnSchema(name: "Period", form: .pattern, isRequired: false),
          ColumnSchema(name: "Service level", form: .percent, isFilled: true),
          ColumnSchema(name: "Within", form: .seconds, isFilled: true),
          ColumnSchema(name: "Handling time", form: .seconds, isFilled: true),
          ColumnSchema(name: "Shrinkage", form: .percent, isRequired: false),
        ], takesConditions: true, isFirstFit: true)
    case .competencies:
      TableSchema(
        columns: [
          ColumnSchema(name: "Competency", form: .text, isFilled: true),
          ColumnSchema(name: "Meaning", form: .text, isRequired: false),
        ], takesConditions: false, isFirstFit: false)
    case .audiences:
      TableSchema(
        columns: [
          ColumnSchema(name: "Audience", form: .text, isFilled: true),
          ColumnSchema(name: "Who", synonyms: ["Meaning"], form: .text, isRequired: false),
        ], takesConditions: false, isFirstFit: false)
    case .curriculum:
      TableSchema(
        columns: [
          ColumnSchema(name: "Audience", form: .pattern),
          ColumnSchema(name: "Drills", form: .words, isFilled: true),
          ColumnSchema(name: "Due within", form: .within, isFilled: true),
          ColumnSchema(name: "Refresh every", form: .within, isRequired: false),
          ColumnSchema(name: "Pass mark", form: .percent, isRequired: false),
          ColumnSchema(name: "Attempts", form: .count, isRequired: false),
        ], takesConditions: false, isFirstFit: false)
    }
  }
}
