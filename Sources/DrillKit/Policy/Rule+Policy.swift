// SPDX-License-Identifier: GPL-3.0-or-later

/// Rules about policies, their tables and the facts that are looked up in them (P0xx).
extension Rule {
  static let duplicatePolicy = Rule("P001", .error, "policy id that stands twice")
  static let duplicateTable = Rule("P002", .error, "table that stands twice")
  static let duplicateSlug = Rule("P003", .error, "two headings with the same link")
  static let headingCharacters = Rule("P004", .error, "heading that can't be linked to safely")
  /// A link from a drill or a policy to a clause that is not there.
  public static let deadClauseLink = Rule("P005", .error, "link to a clause that does not exist")
  static let reviewOverdue = Rule("P006", .warning, "review that is overdue")
  static let missingTable = Rule("P007", .error, "table that is missing")
  static let missingColumn = Rule("P008", .error, "column that is missing")
  static let unknownColumn = Rule("P009", .error, "column that is neither known nor a condition")
  static let emptyCell = Rule("P010", .error, "cell that must be filled")
  static let badCell = Rule("P011", .error, "cell that can't be read")
  static let unreachableRow = Rule("P012", .error, "row that can never be reached")
  static let unknownOwner = Rule("P013", .error, "owner that is not in Owners")
  static let unknownHours = Rule("P014", .error, "name that is not in Office hours")
  static let unknownLevel = Rule("P015", .error, "level that is not in Severity")
  static let unknownAudience = Rule("P016", .error, "audience that is not in Audiences")
  static let clockWithoutSource = Rule("P017", .error, "clock without a source")
  static let ambiguousName = Rule("P018", .error, "name or alias that stands twice")
  static let unknownFact = Rule("P019", .error, "fact that no table asks for")
  static let missingFact = Rule("P020", .error, "fact that a table needs and no one gave")
  static let noRowFits = Rule("P021", .error, "facts that no row fits")
  static let badFact = Rule("P022", .error, "fact that can't be read")
  static let duplicateFact = Rule("P023", .error, "fact that stands twice")
  static let misspeltFact = Rule("P028", .error, "value that is nearly one of its column")
  static let doubtfulFact = Rule("P024", .warning, "value that no cell of its column mentions")
  static let factContradicts = Rule("P025", .error, "fact that contradicts a policy")
  static let policyWithoutTitle = Rule("P026", .error, "policy without one title")

  static let tooMany = Rule("P027", .error, "more rows, facts or values than are read")

  /// Rules of policies and facts, for the documentation's list.
  public static let policyRules: [Rule] = [
    duplicatePolicy, duplicateTable, duplicateSlug, headingCharacters, deadClauseLink,
    reviewOverdue, missingTable, missingColumn, unknownColumn, emptyCell, badCell, unreachableRow,
    unknownOwner, unknownHours, unknownLevel, unknownAudience, clockWithoutSource, ambiguousName,
    unknownFact, missingFact, noRowFits, badFact, duplicateFact, misspeltFact, doubtfulFact,
    factContradicts,
    policyWithoutTitle, tooMany,
  ]
}
