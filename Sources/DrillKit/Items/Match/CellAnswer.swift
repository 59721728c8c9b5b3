// SPDX-License-Identifier: GPL-3.0-or-later

/// What is right in a cell: `booking notes; ticket` is either, `security + privacy` is both.
struct CellAnswer: Hashable, Sendable {
  /// Alternatives, any of which is right; every value of one is needed.
  let alternatives: [[String]]

  /// Reads a cell; nil where it is empty, or nothing stands beside a “;” or a “+”.
  init?(_ text: String) {
    guard let alternatives = CellForm.owners(text) else { return nil }
    self.alternatives = alternatives
  }

  /// Every value that occurs in it.
  var values: [String] { alternatives.flatMap { $0 } }

  /// The alternatives as they are typed.
  var texts: [String] { alternatives.map { $0.joined(separator: " + ") } }

  /// Whether a typed cell is one of the alternatives: its values in any order and any case.
  func accepts(_ typed: String) -> Bool {
    let given = Set(typed.split(separator: "+").map { folded($0) })
    return alternatives.contains { Set($0.map { folded($0) }) == given }
  }
}
