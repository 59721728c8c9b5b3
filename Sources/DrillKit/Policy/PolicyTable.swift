// SPDX-License-Identifier: GPL-3.0-or-later

/// A table that answers are looked up in.
public struct PolicyTable: Hashable, Sendable {
  /// A cell's words and where they stand.
  public struct Cell: Hashable, Sendable {
    /// The words, formatted.
    public let text: RichText
    /// Where they stand; the row's start for an empty cell.
    public let place: Place
    /// The words alone.
    public let plain: String
    /// The words as they are compared.
    let word: String

    /// A cell.
    init(text: RichText, place: Place) {
      self.text = text
      self.place = place
      plain = text.plain
      word = folded(plain)
    }
  }

  /// A row, its conditions read.
  public struct Row: Hashable, Sendable {
    /// The 1-based number below the header.
    public let number: Int
    /// Where the row starts.
    public let place: Place
    /// Every cell by its column's folded name.
    let cells: [String: Cell]
    /// The conditions in the order of `PolicyTable.conditions`.
    let patterns: [CellPattern]

    /// The cell of a column, empty where the table has no such column.
    public func cell(_ column: String) -> Cell {
      cells[ColumnSchema.fold(column)] ?? Cell(text: RichText(), place: place)
    }

    /// A cell's words between semicolons.
    public func words(_ column: String) -> [String] {
      cell(column).plain.listed.filter { !$0.isEmpty }
    }
  }

  /// Most rows of a table: each is compared with those above it.
  public static let maximumRows = 1000

  /// Which table it is.
  public let kind: TableKind
  /// Where its header stands.
  public let place: Place
  /// The names of its condition columns, which are keys of facts.
  public let conditions: [String]
  /// The same names as keys of facts are compared.
  let names: [String]
  /// The same names as headers are compared.
  private let headers: [String]
  /// Its rows in order.
  public let rows: [Row]
  /// The link target of the clause that it stands under.
  public let slug: String
  /// The heading that it stands under.
  public let heading: String

  /// A table whose cells were read.
  init(
    kind: TableKind, place: Place, conditions: [String], rows: [Row], slug: String, heading: String
  ) {
    self.kind = kind
    self.place = place
    self.conditions = conditions
    names = conditions.map { folded($0) }
    headers = conditions.map(ColumnSchema.fold)
    self.rows = rows
    self.slug = slug
    self.heading = heading
  }

  /// Whether the table has a condition column of a name.
  public func hasCondition(_ key: String) -> Bool {
    let wanted = ColumnSchema.fold(key)
    return headers.contains(wanted)
  }

  /// The words of a column's cells in order, each once.
  func distinct(_ column: String) -> [String] {
    var seen: Set<String> = []
    return rows.map { $0.cell(column) }.filter { seen.insert($0.word).inserted }.map(\.plain)
  }

  /// Whether a row's condition holds: yes, no, or not known without a fact.
  private enum Fit {
    case yes, no
    case missing(String)
    case bad(Fact)
  }

  /// The first row that the facts fit, among those that are asked for. A row whose other cells fit
  /// and that needs a fact which no one gave stops the search: it might be the answer.
  public func firstRow(
    fitting facts: Facts, where isAsked: (Row) -> Bool = { _ in true }
  ) -> Result<Row, PolicyFailure> {
    // By index: a row that is looked at only is not copied.
    for index in rows.indices where isAsked(rows[index]) {
      switch fit(rows[index], facts) {
      case .yes: return .success(rows[index])
      case .no: continue
      case .missing(let key): return .failure(.missingFact(key: key, table: kind))
      case .bad(let fact):
        return .failure(.badFact(fact, wanted: "a number, such as “\(fact.key): 1200”"))
      }
    }
    return .failure(.noRow(kind))
  }

  private func fit(_ row: Row, _ facts: Facts) -> Fit {
    var missing: String?
    var bad: Fact?
    for (index, pattern) in row.patterns.enumerated() where !pattern.isAny {
      guard let fact = facts[folded: names[index]] else {
        missing = missing ?? conditions[index]
        continue
      }
      if pattern.fits(fact.values) { continue }
      // A word where the column compares numbers is a mistake, unless another row knows the word.
      let isWord = fact.values.allSatisfy { $0.thousandths == nil }
      guard isWord, pattern.isNumeric, !mentions(fact.values, in: index) else { return .no }
      bad = bad ?? fact
    }
    if let bad { return .bad(bad) }
    return missing.map(Fit.missing) ?? .yes
  }

  /// Whether a cell of a condition column names one of the values.
  private func mentions(_ values: [FactValue], in index: Int) -> Bool {
    rows.contains { !$0.patterns[index].isAny && $0.patterns[index].fits(values) }
  }
}
