// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows to be completed: the table's first column is given, the others are asked.
enum MatchKind: ItemKind {
  static let verb = "Match"
  static let meaning =
    "A table to be completed: the first column is given, the others are asked."
  static let settings: Set<String> = ["derive", "shuffle"]

  static let hasAnswerList = false

  /// A policy that fills a column knows it and what is given by their names.
  static func key(
    of words: String, column: Int, isHeader: Bool, header: [String], derived: String?
  ) -> String? {
    let name = folded(header[column])
    if isHeader, name == folded(MarkdownTable.why) { return words }
    guard let derived else { return nil }
    return column == 0 || (isHeader && name == folded(derived)) ? words : nil
  }

  static func holdsValues(column: Int, header: [String], derived: String?) -> Bool {
    let name = folded(header[column])
    return column > 0 && name != folded(MarkdownTable.why) && name != derived.map { folded($0) }
  }

  static func read(_ section: inout ItemSection) -> (any ItemContent)? {
    guard let written = section.takeTable() else {
      section.report(
        .wrongForm, at: section.place,
        "Match needs a table: the first column is given, the others are asked, and a last one "
          + "“Why” says why.")
      return nil
    }
    let table = section.withWhy(written, isAsked: true)
    guard section.checkHeaders(table), let columns = columns(table, section) else { return nil }
    let reader = RowReader(table: table, columns: columns, section: section)
    var rows: [MatchContent.Row] = []
    var decoys: [MatchContent.Decoy] = []
    for row in table.rows {
      if row.cells[0].isBlank {
        if let decoy = reader.decoy(row) { decoys.append(decoy) }
      } else if let read = reader.row(row, letter: Option.letter(rows.count)) {
        rows.append(read)
      }
    }
    guard rows.count == table.rows.count(where: { !$0.cells[0].isBlank }) else { return nil }
    guard rows.count >= 2 else {
      section.report(
        .badTable, at: table.place,
        "One row is nothing to match. Give at least two rows whose first cell is filled.")
      return nil
    }
    rejectEqualRows(rows, section)
    let content = MatchContent(
      subject: table.header[0], columns: columns.asked.map { table.header[$0] },
      derived: columns.derived.flatMap(columns.asked.firstIndex), rows: rows, decoys: decoys)
    check(content, table, section)
    return content
  }

  /// The columns that are asked, by their index in the table.
  private struct Columns {
    var asked: [Int]
    /// The one of them that a policy fills.
    var derived: Int?
    var why: Int?
  }

  private static func columns(_ table: MarkdownTable, _ section: ItemSection) -> Columns? {
    let why = table.column(MarkdownTable.why)
    if let why, why != table.header.count - 1 {
      section.report(
        .badTable, at: section.source.place(ofCell: why, inLine: table.place.line),
        "“Why” stands last, because it is not asked. Move the column to the end.")
      return nil
    }
    let asked = (1..<max(table.header.count, 1)).filter { $0 != why }
    guard why != 0, !asked.isEmpty else {
      section.report(
        .badTable, at: table.place,
        "This table asks nothing: beside the given column it needs one to be filled in.")
      return nil
    }
    guard let name = section.settings.derive else {
      return Columns(asked: asked, derived: nil, why: why)
    }
    guard let derived = table.column(name), asked.contains(derived) else {
      let names = asked.map { table.header[$0] }
      section.report(
        .badTable, at: table.place,
        "“derive: \(name)” names no column that is asked.\(suggestion(for: name, in: names)) "
          + "There is \(names.joined(separator: ", ")).")
      return nil
    }
    return Columns(asked: asked, derived: derived, why: why)
  }

  /// Reads rows and reports cells that are wrong.
  private struct RowReader {
    let table: MarkdownTable
    let columns: Columns
    let section: ItemSection

    func row(_ row: MarkdownTable.Row, letter: String) -> MatchContent.Row? {
      var cells: [CellAnswer?] = []
      for column in columns.asked {
        let text = row.cells[column].plain
        if column == columns.derived {
          guard text.isEmpty else {
            report(
              row, column,
              "The policy fills “\(table.header[column])”, so this cell stays empty. Delete “\(text)”, "
                + "or the setting “derive”.")
            return nil
          }
          cells.append(nil)
        } else {
          guard let answer = CellAnswer(text) else {
            reportCell(row, column, text)
            return nil
          }
          cells.append(answer)
        }
      }
      return MatchContent.Row(
        option: Option(id: letter, text: row.cells[0]), cells: cells, why: why(row),
        place: row.place)
    }

    func decoy(_ row: MarkdownTable.Row) -> MatchContent.Decoy? {
      var values: [[String]] = []
      for column in columns.asked {
        let text = row.cells[column].plain
        guard let answer = text.isEmpty ? nil : CellAnswer(text) else {
          if !text.isEmpty { reportCell(row, column, text) }
          values.append([])
          continue
        }
        values.append(answer.values)
      }
      guard values.contains(where: { !$0.isEmpty }) else {
        section.report(
          .badTable, at: row.place,
          "This row has neither a given cell nor a value to distract with. Fill it, or delete it.")
        return nil
      }
      return MatchContent.Decoy(values: values, why: why(row), place: row.place)
    }

    private func why(_ row: MarkdownTable.Row) -> Remark? {
      columns.why.flatMap { Remark(feedback: row.cells[$0], at: row.place) }
    }

    private func reportCell(_ row: MarkdownTable.Row, _ column: Int, _ text: String) {
      report(
        row, column,
        text.isEmpty
          ? "Nothing stands under “\(table.header[column])”, so no answer would be right. Fill it, or "
            + "leave the column to a policy with “derive: \(table.header[column])”."
          : "Nothing stands beside a “;” or a “+” in “\(text)”. Delete the sign, or add a value.")
    }

    private func report(_ row: MarkdownTable.Row, _ column: Int, _ message: String) {
      section.report(
        .badTable, at: section.source.place(ofCell: column, inLine: row.place.line), message)
    }
  }

  private static func rejectEqualRows(_ rows: [MatchContent.Row], _ section: ItemSection) {
    var seen: [String: Place] = [:]
    for row in rows {
      let words = folded(row.option.text.plain)
      if let first = seen[words] {
        section.report(
          .equalAnswers, at: row.place,
          "The same words stand in line \(first.line). Nobody could tell the two rows apart.")
      } else {
        seen[words] = row.place
      }
    }
  }

  /// What can be known without a policy.
  private static func check(
    _ content: MatchContent, _ table: MarkdownTable, _ section: ItemSection
  ) {
    for (column, name) in content.columns.enumerated() where column != content.derived {
      let right = Set(
        content.rows.flatMap { $0.cells[column]?.values ?? [] }.map { folded($0) })
      for decoy in content.decoys {
        for value in decoy.values[column] where right.contains(folded(value)) {
          section.report(
            .foreseenIsRight, at: decoy.place,
            "“\(value)” is right in another row, so it is no decoy. Delete it here.")
        }
      }
      let all = right.union(content.decoys.flatMap { $0.values[column] }.map { folded($0) })
      if all.count < 2 {
        section.report(
          .badTable, at: table.place,
          "Under “\(name)” every row has the same answer. Add a decoy: a row whose first cell is empty."
        )
      }
    }
  }
}
