// SPDX-License-Identifier: GPL-3.0-or-later

extension PolicyTable {
  /// Reads a table and reports what can't be read; nil where a column is missing without which
  /// there is no answer.
  static func read(
    _ table: MarkdownTable, kind: TableKind, slug: String, heading: String, in source: SourceText,
    diagnostics: Diagnostics
  ) -> PolicyTable? {
    let reader = TableReader(kind: kind, table: table, source: source, diagnostics: diagnostics)
    guard let columns = reader.columns() else { return nil }
    let rows = reader.rows(columns)
    let conditions = columns.filter { $0.schema?.isCondition ?? false }.compactMap(\.schema?.name)
    let result = PolicyTable(
      kind: kind, place: table.place, conditions: conditions, rows: rows, slug: slug,
      heading: heading)
    result.reportUnreachableRows(diagnostics)
    result.reportClocksWithoutSource(diagnostics)
    return result
  }
}

/// Reads one table by its kind's schema.
private struct TableReader {
  /// A column of the file: its schema, or nil for prose.
  struct Column {
    let name: String
    let schema: ColumnSchema?
  }

  let kind: TableKind
  let table: MarkdownTable
  let source: SourceText
  let diagnostics: Diagnostics

  func columns() -> [Column]? {
    let schema = kind.schema
    let headers = table.header.map { $0.trimmed() }
    let known = headers.map { header in
      schema.columns.first { $0.matches(ColumnSchema.fold(header)) }
    }
    let missing = schema.columns.filter { column in
      !known.contains { $0?.name == column.name }
    }
    let firstAnswer = self.firstAnswer(known)
    var columns: [Column] = []
    var isSound = true
    for (index, header) in headers.enumerated() {
      let folded = ColumnSchema.fold(header)
      if TableSchema.prose.contains(folded) {
        columns.append(Column(name: folded, schema: nil))
      } else if columns.contains(where: {
        $0.name == ColumnSchema.fold(known[index]?.name ?? header)
      }) {
        report(.unknownColumn, header, "The column “\(header)” stands twice. Rename one.")
        isSound = false
      } else if let column = known[index] {
        columns.append(Column(name: ColumnSchema.fold(column.name), schema: column))
      } else if schema.takesConditions, index < firstAnswer, !header.isEmpty,
        nearest(to: header, in: missing.map(\.name)) == nil
      {
        let column = ColumnSchema(name: header, form: .pattern)
        columns.append(Column(name: folded, schema: column))
      } else {
        reportUnknown(header, schema, missing)
        isSound = false
      }
    }
    for column in missing where column.isRequired {
      let near = nearest(to: column.name, in: headers)
      guard near == nil else { continue }
      diagnostics.report(
        .missingColumn, at: table.place,
        "The table “\(kind.title)” needs a column “\(column.name)”. Add it.")
      isSound = false
    }
    return isSound ? columns : nil
  }

  /// Conditions stand left of the answers; a regime's name, at the left, is no boundary.
  private func firstAnswer(_ known: [ColumnSchema?]) -> Int {
    let names = known.map { $0.map { $0.isCondition || $0.name == "Regime" } ?? true }
    return names.firstIndex(of: false) ?? known.count
  }

  private func reportUnknown(
    _ header: String, _ schema: TableSchema, _ missing: [ColumnSchema]
  ) {
    let names = schema.columns.map(\.name) + ["Why", "Note"]
    let advice =
      nearest(to: header, in: missing.map(\.name) + ["Why", "Note"]).map {
        " Did you mean “\($0)”?"
      }
      ?? (schema.takesConditions
        ? " Conditions stand left of the answers; the known columns are \(names.joined(separator: ", "))."
        : " Its columns are \(names.joined(separator: ", ")).")
    report(
      .unknownColumn, header,
      "The table “\(kind.title)” has no column “\(header)”." + advice)
  }

  private func report(_ rule: Rule, _ header: String, _ message: String) {
    let line = table.place.line
    diagnostics.report(rule, at: source.place(of: header, from: line, through: line), message)
  }

  func rows(_ columns: [Column]) -> [PolicyTable.Row] {
    if table.rows.isEmpty {
      diagnostics.report(
        .emptyCell, at: table.place, "The table “\(kind.title)” has no row. Add one.")
    }
    if table.rows.count > PolicyTable.maximumRows {
      diagnostics.report(
        .tooMany, at: table.rows[PolicyTable.maximumRows].place,
        "A table has at most \(PolicyTable.maximumRows) rows; the rest is not read.")
    }
    return table.rows.prefix(PolicyTable.maximumRows).enumerated().compactMap { index, row in
      read(row, number: index + 1, columns)
    }
  }

  private func read(
    _ row: MarkdownTable.Row, number: Int, _ columns: [Column]
  ) -> PolicyTable.Row? {
    var cells: [String: PolicyTable.Cell] = [:]
    var patterns: [CellPattern] = []
    var isSound = true
    for (column, text) in zip(columns, row.cells) {
      let plain = text.plain
      let line = row.place.line
      let place = plain.isEmpty ? row.place : cellPlace(column, columns, line) ?? row.place
      cells[column.name] = PolicyTable.Cell(text: text, place: place)
      guard let schema = column.schema else { continue }
      if plain.isEmpty {
        if schema.isFilled {
          diagnostics.report(
            .emptyCell, at: row.place,
            "Row \(number) of the table “\(kind.title)” has nothing under “\(schema.name)”. "
              + "Write \(schema.form.forms).")
          isSound = false
        }
      } else if !schema.form.accepts(plain) {
        diagnostics.report(
          .badCell, at: place,
          "“\(plain)” can't be read under “\(schema.name)”. Write \(schema.form.forms).")
        isSound = false
      }
      if schema.isCondition, let pattern = CellPattern(plain) { patterns.append(pattern) }
    }
    guard isSound else { return nil }
    return PolicyTable.Row(number: number, place: row.place, cells: cells, patterns: patterns)
  }

  /// Where a column's cell starts in a line: after as many bars that are not escaped.
  private func cellPlace(_ column: Column, _ columns: [Column], _ line: Int) -> Place? {
    guard let index = columns.firstIndex(where: { $0.name == column.name }) else { return nil }
    var bars = 0
    var previous: Unicode.Scalar = " "
    let text = source.line(line)
    var hasLeadingBar = false
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      if scalar == "|", previous != "\\" {
        if bars == 0, text.trimmed().hasPrefix("|"), !hasLeadingBar {
          hasLeadingBar = true
        } else {
          bars += 1
        }
      } else if bars == index, scalar != " ", scalar != "\t" {
        return source.place(line, offset + 1)
      }
      previous = scalar
    }
    return nil
  }
}
