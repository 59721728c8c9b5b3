// SPDX-License-Identifier: GPL-3.0-or-later

extension PolicyTable {
  /// Reports rows that an earlier row covers cell by cell: the earlier one would always win.
  func reportUnreachableRows(_ diagnostics: Diagnostics) {
    guard kind.schema.isFirstFit else { return }
    for (index, row) in rows.enumerated() {
      guard let earlier = rows[..<index].first(where: { covers($0, row) }) else { continue }
      diagnostics.report(
        .unreachableRow, at: row.place,
        "Row \(row.number) of the table “\(kind.title)” is never reached: row \(earlier.number) fits "
          + "whenever it would. Put it above that row, or delete it.")
    }
  }

  /// Reports clocks that do not say which law or contract they come from.
  func reportClocksWithoutSource(_ diagnostics: Diagnostics) {
    guard kind == .notificationClocks else { return }
    for row in rows where row.cell("Source").plain.isEmpty {
      diagnostics.report(
        .clockWithoutSource, at: row.place,
        "The clock “\(row.cell("Regime").plain)” has no source. Name the law's article, or the "
          + "contract, under “Source”.")
    }
  }

  private func covers(_ earlier: Row, _ later: Row) -> Bool {
    if kind == .notificationClocks,
      folded(earlier.cell("Regime").plain) != folded(later.cell("Regime").plain)
    {
      return false
    }
    return zip(earlier.patterns, later.patterns).allSatisfy { $0.covers($1) }
  }
}
