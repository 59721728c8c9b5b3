// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows to be completed, and the values that belong nowhere.
struct MatchContent: ItemContent {
  /// A given cell and what is right beside it.
  struct Row: Sendable {
    let option: Option
    /// What is right, column by column; nil where a policy says it.
    let cells: [CellAnswer?]
    let why: Remark?
    let place: Place
  }

  /// Values that are right in no row.
  struct Decoy: Sendable {
    /// The values, column by column.
    let values: [[String]]
    /// What is said to somebody who takes one.
    let why: Remark?
    let place: Place
  }

  /// The header of the given column.
  let subject: String
  /// The headers of the columns that are asked.
  let columns: [String]
  /// The index, among these, of the column that a policy fills.
  let derived: Int?
  let rows: [Row]
  let decoys: [Decoy]

  // MARK: What is right

  /// What is right in a cell and the clause that says it; nil where the policy has no answer.
  private func right(
    _ row: Row, _ column: Int, _ situation: Situation
  ) -> (answer: CellAnswer, clause: String?)? {
    if column != derived { return row.cells[column].map { ($0, nil) } }
    guard case .success(let ruling)? = ruling(row, situation), let answer = CellAnswer(ruling.value)
    else { return nil }
    return (answer, ruling.citation.clause)
  }

  /// What the policy says of a row; nil where no policy has such a table.
  private func ruling(
    _ row: Row, _ situation: Situation
  ) -> Result<Ruling<String>, PolicyFailure>? {
    guard let derived,
      let table = situation.policies.table(answering: columns[derived], by: subject)
    else { return nil }
    return situation.policies.answer(
      columns[derived], by: subject, of: row.option.text.plain, in: table, facts: situation.facts,
      clock: situation.clock)
  }

  /// Every value that a column offers, in alphabetical order.
  private func candidates(_ column: Int, _ situation: Situation) -> [String] {
    var seen: Set<String> = []
    let values =
      rows.flatMap { right($0, column, situation)?.answer.values ?? [] }
      + decoys.flatMap { $0.values[column] }
    return values.filter { seen.insert(folded($0)).inserted }
      .map { (small: $0.lowercased(), value: $0) }.sorted(by: <).map(\.value)
  }

  // MARK: Asking

  func shape(in situation: Situation) -> ResponseShape {
    .pairs(
      Pairs(
        subject: subject, rows: rows.map(\.option),
        columns: columns.enumerated().map {
          .init(name: $1, candidates: candidates($0, situation))
        }))
  }

  func instruction(in situation: Situation) -> String {
    let names = columns.map { "“\($0)”" }.joined(separator: " and ")
    let joins = rows.contains { row in
      columns.indices.contains { column in
        right(row, column, situation)?.answer.alternatives.contains { $0.count > 1 } ?? false
      }
    }
    return "Give each row its \(names): a value or its number, one after the other, or all at once "
      + "with “;” between." + (joins ? " Join values that belong together with “+”." : "")
  }

  /// The values of each column, numbered as they can be typed.
  func exhibit(in situation: Situation) -> [MarkdownBlock] {
    let place = Place(file: "", line: 1)
    return columns.enumerated().flatMap { column, name -> [MarkdownBlock] in
      let items = candidates(column, situation).map { value in
        MarkdownListItem(
          tick: nil,
          blocks: [MarkdownBlock(.paragraph(RichText(value)), at: place, endLine: 1)],
          place: place, contentColumn: 1, endLine: 1, opensWithParenthesis: false)
      }
      let list = MarkdownList(isOrdered: true, items: items)
      return [
        MarkdownBlock(.paragraph(RichText("\(name):")), at: place, endLine: 1),
        MarkdownBlock(.list(list), at: place, endLine: 1),
      ]
    }
  }

  // MARK: Judging

  func judge(_ response: Response, in situation: Situation) -> Judgement {
    guard case .pairs(let given) = response, given.count == rows.count,
      given.allSatisfy({ $0.count == columns.count })
    else { return Judgement(share: .none) }
    var earned = 0
    var remarks: [Remark] = []
    var wrongRows: [String] = []
    var taken: Set<Int> = []
    for (row, values) in zip(rows, given) {
      let before = remarks.count
      for (column, value) in values.enumerated() {
        let remark = self.remark(on: value, row, column, situation)
        if remark.kind == .earned {
          earned += 1
        } else {
          taken.formUnion(decoys(holding: value, column))
        }
        remarks.append(remark)
      }
      guard remarks[before...].contains(where: { $0.kind == .lost }) else { continue }
      wrongRows.append(row.option.id)
      if let why = row.why { remarks.append(why) }
    }
    var judgement = Judgement(share: Share(earned, of: rows.count * columns.count))
    judgement.remarks = remarks + taken.sorted().compactMap { decoys[$0].why }
    judgement.chosen = wrongRows
    return judgement
  }

  private func remark(
    on value: String, _ row: Row, _ column: Int, _ situation: Situation
  ) -> Remark {
    let subject = row.option.text.plain
    let cell = columns.count == 1 ? subject : "\(subject), \(columns[column])"
    guard let (answer, clause) = right(row, column, situation) else {
      return Remark(.lost, "\(cell): the policy gives no answer.")
    }
    if answer.accepts(value) {
      return Remark(.earned, "\(cell): “\(value)” is right.", clause: clause)
    }
    let right = answer.texts.map { "“\($0)”" }.joined(separator: " or ")
    return Remark(
      .lost,
      value.isEmpty
        ? "\(cell): nothing was given; right is \(right)."
        : "\(cell): “\(value)” is wrong; right is \(right).", clause: clause)
  }

  private func decoys(holding value: String, _ column: Int) -> [Int] {
    let given = Set(value.split(separator: "+").map { folded($0) })
    return decoys.indices.filter { index in
      decoys[index].values[column].contains { given.contains(folded($0)) }
    }
  }

  func solution(in situation: Situation) -> Response? {
    var cells: [[String]] = []
    for row in rows {
      var values: [String] = []
      for column in columns.indices {
        guard let text = right(row, column, situation)?.answer.texts.first else { return nil }
        values.append(text)
      }
      cells.append(values)
    }
    return .pairs(cells)
  }

  func guesses(in situation: Situation) -> [Guess] {
    let candidates = columns.indices.map { self.candidates($0, situation) }
    let constant = columns.indices.map { column in
      candidates[column].max { count($0, column, situation) < count($1, column, situation) } ?? ""
    }
    return [
      Guess(
        "says in every row what fits most often", .pairs(rows.map { _ in constant })),
      Guess(
        "takes the values in the order of their list",
        .pairs(
          rows.indices.map { row in
            candidates.map { $0.isEmpty ? "" : $0[row % $0.count] }
          })),
    ]
  }

  /// In how many rows a value alone is right.
  private func count(_ value: String, _ column: Int, _ situation: Situation) -> Int {
    rows.count { right($0, column, situation)?.answer.accepts(value) ?? false }
  }

  /// Rows with one right value each, none of it from a policy.
  var answerKey: AnswerKey? {
    guard columns.count == 1, derived == nil else { return nil }
    var remainders: [AnswerKey.Remainder] = []
    let pairs = rows.compactMap { row -> AnswerKey.Pair? in
      guard let texts = row.cells[0]?.texts, let first = texts.first else { return nil }
      let subject = row.option.text.plain
      remainders += texts.dropFirst().map {
        .init(place: row.place, what: "That “\($0.shortened)” is right beside it as well")
      }
      if row.why != nil { remainders.append(.init(place: row.place, what: "Why this row is so")) }
      return .init(left: subject, right: first)
    }
    let others = decoys.flatMap { decoy in
      if decoy.why != nil {
        remainders.append(.init(place: decoy.place, what: "What is said to who takes this value"))
      }
      return decoy.values[0].map { AnswerKey.Pair(left: "", right: $0) }
    }
    return AnswerKey(.pairs(pairs + others), leaving: remainders)
  }

  // MARK: Checking

  func check(in situation: Situation, at place: Place, diagnostics: Diagnostics) {
    guard let derived else { return }
    guard situation.policies.table(answering: columns[derived], by: subject) != nil else {
      if let lack = situation.policies.lack(answering: columns[derived], by: subject) {
        lack.report(at: place, to: diagnostics)
        return
      }
      diagnostics.report(
        .badTable, at: place,
        "No policy has a table that gives “\(columns[derived])” by “\(subject)”. Name the columns as "
          + "the table does, or fill them here.")
      return
    }
    for row in rows {
      switch ruling(row, situation) {
      case .failure(.noRow(let kind))?:
        diagnostics.report(
          .noRowFits, at: row.place,
          "The table “\(kind.title)” has no row for “\(row.option.text.plain)”."
            + suggestion(
              for: row.option.text.plain, in: situation.policies.names(of: subject, kind))
            + " Change the first cell, or add a row to the policy.")
      case .failure(let failure)?: failure.report(at: row.place, to: diagnostics)
      case .success(let ruling)? where CellAnswer(ruling.value) == nil:
        diagnostics.report(
          .noRightAnswer, at: row.place,
          "The policy says nothing under “\(columns[derived])” for “\(row.option.text.plain)” "
            + "(\(ruling.citation)). Leave this row out, or fill the policy's cell.")
      default: break
      }
    }
    if candidates(derived, situation).count < 2 {
      diagnostics.report(
        .noRightAnswer, at: place,
        "Under “\(columns[derived])” every row has the same answer. Add a decoy: a row whose first "
          + "cell is empty.")
    }
  }
}

extension PolicyBook {
  /// The words of a table's column, for a suggestion.
  fileprivate func names(of column: String, _ kind: TableKind) -> [String] {
    guard let table = table(kind) else { return [] }
    return table.rows.flatMap { $0.words(table.name(ofColumn: column) ?? column) }
  }
}
