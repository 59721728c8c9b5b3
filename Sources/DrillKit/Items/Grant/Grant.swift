// SPDX-License-Identifier: GPL-3.0-or-later

/// What one gives on the spot and what one hands up: the Remedies table answers for the role.
enum GrantKind: ItemKind {
  static let verb = "Grant"
  static let meaning =
    "What is given on the spot and what is handed up: the Remedies table decides."

  static let hasForeseenAnswers = true

  static func foreseenWords(in book: PolicyBook) -> [String] { GrantContent.faults }

  private static let form = "| What | Amount | Why |"

  /// The Remedies table knows what is asked for, and how much.
  static func key(
    of words: String, column: Int, isHeader: Bool, header: [String], derived: String?
  ) -> String? {
    isHeader || folded(header[column]) != folded(MarkdownTable.why) ? words : nil
  }

  static func read(_ section: inout ItemSection) -> (any ItemContent)? {
    let foreseen = Foreseen(&section)
    guard let written = section.takeTable() else {
      section.report(
        .wrongForm, at: section.place,
        "Grant needs a table of what is asked for: “\(form)”, a row a request.")
      return nil
    }
    let table = section.withWhy(written, isAsked: false)
    guard let columns = columns(table, section) else { return nil }
    let requests = table.rows.compactMap { request($0, columns, section) }
    reportEqual(requests, section)
    guard requests.count == table.rows.count, !requests.isEmpty else {
      if table.rows.isEmpty {
        section.report(
          .badTable, at: table.place, "The table has no row. Write what is asked for, a row each.")
      }
      return nil
    }
    return GrantContent(requests: requests, foreseen: foreseen, duty: section.duty)
  }

  /// Where the columns stand; `Why` may be missing.
  private struct Columns {
    let what: Int
    let amount: Int
    let why: Int?
  }

  private static func columns(_ table: MarkdownTable, _ section: ItemSection) -> Columns? {
    let names = table.header.map { folded($0) }
    for (index, name) in names.enumerated()
    where !["what", "amount", "why"].contains(name) || names.firstIndex(of: name) != index {
      section.report(
        .badTable, at: table.place,
        "Grant has no use for the column “\(table.header[index])”. Its table is “\(form)”.")
      return nil
    }
    guard let what = names.firstIndex(of: "what"), let amount = names.firstIndex(of: "amount")
    else {
      section.report(
        .badTable, at: table.place,
        "The columns “What” and “Amount” are needed. The table is “\(form)”.")
      return nil
    }
    return Columns(what: what, amount: amount, why: names.firstIndex(of: "why"))
  }

  private static func request(
    _ row: MarkdownTable.Row, _ columns: Columns, _ section: ItemSection
  ) -> GrantRequest? {
    let what = row.cells[columns.what]
    let written = row.cells[columns.amount].plain
    guard !what.isBlank else {
      section.report(
        .badTable, at: row.place, "Nothing stands under “What”. Write what is asked for.")
      return nil
    }
    guard let amount = Money(written), amount.amount.thousandths > 0 else {
      section.report(
        .badTable, at: row.place,
        "“\(written)” is no amount. Write a number and a currency: “18 EUR”.")
      return nil
    }
    let why = columns.why.map { row.cells[$0] }
    if why?.isBlank ?? true {
      section.report(
        .missingFeedback, at: row.place,
        "“\(what.plain.shortened)” has no feedback. Say under “Why” what decides.")
    }
    return GrantRequest(what: what, amount: amount, why: why, place: row.place)
  }

  private static func reportEqual(_ requests: [GrantRequest], _ section: ItemSection) {
    var seen: [String: Place] = [:]
    for request in requests {
      let name = folded(request.name)
      if let first = seen[name] {
        section.report(
          .equalAnswers, at: request.place,
          "The same request stands in line \(first.line). Nobody could tell the two apart.")
      } else {
        seen[name] = request.place
      }
    }
  }
}
