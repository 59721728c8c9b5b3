// SPDX-License-Identifier: GPL-3.0-or-later

/// A form to be filled in: what is right stands in the table, or follows from the policies.
enum RecordKind: ItemKind {
  static let verb = "Record"
  static let meaning =
    "A form to be filled in: a table Field, Accept, Why."

  static let hasAnswerList = false

  /// Times, numbers, marks and what a policy says are the same in every language.
  static func key(
    of words: String, column: Int, isHeader: Bool, header: [String], derived: String?
  ) -> String? {
    if isHeader { return words }
    return folded(header[column]) == "accept" ? FieldAccept.key(of: words) : nil
  }

  static func read(_ section: inout ItemSection) -> (any ItemContent)? {
    guard let written = section.takeTable() else {
      section.report(
        .wrongForm, at: section.place,
        "Record needs a table with the columns Field, Accept and Why.")
      return nil
    }
    let table = section.withWhy(written, isAsked: false)
    guard let columns = columns(table, section) else { return nil }
    var fields: [RecordContent.Field] = []
    for row in table.rows {
      guard let field = field(row, columns, section) else { continue }
      if let twin = fields.first(where: { folded($0.name) == folded(field.name) }) {
        section.report(
          .equalAnswers, at: row.place,
          "The field “\(field.name)” stands in line \(twin.place.line) already. Give it its own name."
        )
      } else {
        fields.append(field)
      }
    }
    guard fields.count == table.rows.count else { return nil }
    if columns.why == nil, fields.contains(where: \.accept.isChosen) {
      section.report(
        .missingFeedback, at: table.place,
        "Nobody learns from this table why an entry is right. Add a column “Why”.")
    }
    guard fields.contains(where: { !$0.accept.isOptional }) else {
      section.report(
        .badTable, at: table.place,
        "Every field is optional, so nothing is judged. Say of one what is accepted.")
      return nil
    }
    return RecordContent(fields: fields, duty: section.duty, language: section.language)
  }

  private struct Columns {
    let field: Int
    let accept: Int
    let why: Int?
  }

  private static func columns(_ table: MarkdownTable, _ section: ItemSection) -> Columns? {
    guard section.checkHeaders(table) else { return nil }
    let names = ["Field", "Accept", MarkdownTable.why]
    for (index, header) in table.header.enumerated()
    where !names.contains(where: { folded($0) == folded(header) }) {
      section.report(
        .badTable, at: section.source.place(ofCell: index, inLine: table.place.line),
        "Record has no column “\(header)”.\(suggestion(for: header, in: names)) "
          + "There are Field, Accept and Why.")
      return nil
    }
    guard let field = table.column(names[0]), let accept = table.column(names[1]) else {
      section.report(
        .badTable, at: table.place,
        "Record needs the columns Field (what is asked) and Accept (what is right).")
      return nil
    }
    return Columns(field: field, accept: accept, why: table.column(names[2]))
  }

  private static func field(
    _ row: MarkdownTable.Row, _ columns: Columns, _ section: ItemSection
  ) -> RecordContent.Field? {
    let name = row.cells[columns.field].plain
    let cell = row.cells[columns.accept].plain
    let line = row.place.line
    guard !name.isEmpty else {
      section.report(.badTable, at: row.place, "This field has no name. Fill the column “Field”.")
      return nil
    }
    let place = section.source.place(ofCell: columns.accept, inLine: line)
    guard !cell.isEmpty else {
      section.report(
        .badTable, at: place,
        "“\(name)” accepts nothing. Write what is right, “any”, or “optional”.")
      return nil
    }
    let written = section.source.line(line)
    let slip = AcceptSlip(cell, field: name)
    if let slip {
      section.report(
        .badTable, at: place, "“\(name.shortened)”: \(slip.message)",
        fix: slip.isCertain
          ? section.source.replacing(
            cell, with: slip.meant, inLine: line, at: place.column, "write “\(slip.meant)”") : nil)
    }
    do throws(SettingProblem) {
      let accept = try FieldAccept(slip?.meant ?? cell, duty: section.duty) {
        written.contains("\\(\($0)")
      }
      // What a policy decides is explained by its table.
      if let why = columns.why, row.cells[why].isBlank, accept.isChosen {
        section.report(
          .missingFeedback, at: row.place,
          "“\(name.shortened)” has no feedback. Say under “Why” why that is right.")
      }
      return RecordContent.Field(
        name: name, accept: accept,
        why: columns.why.flatMap { Remark(feedback: row.cells[$0], at: row.place) },
        place: row.place)
    } catch {
      section.report(.badTable, at: place, "“\(name)”: \(error.message)")
      return nil
    }
  }
}
