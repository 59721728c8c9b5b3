// SPDX-License-Identifier: GPL-3.0-or-later

extension PolicyBook {
  /// Every key that a fact may have: the tables' conditions and the reserved ones.
  public var factKeys: [String] {
    var keys = Facts.Reserved.allCases.map(\.rawValue)
    for kind in TableKind.allCases where kind != .curriculum {
      keys += table(kind)?.conditions ?? []
    }
    keys += (table(.notificationClocks)?.rows ?? []).map { Self.startKey(of: $0) }
    var seen: Set<String> = []
    return keys.filter { seen.insert(folded($0)).inserted }
  }

  /// Reports keys that no table asks for, and values that look like a slip of a table's word.
  public func check(_ facts: Facts, diagnostics: Diagnostics) {
    let keys = factKeys
    for fact in facts.all {
      guard keys.contains(where: { folded($0) == folded(fact.key) }) else {
        diagnostics.report(
          .unknownFact, at: fact.place,
          "No table asks for the fact “\(fact.key)”."
            + (nearest(to: fact.key, in: keys).map { " Did you mean “\($0)”?" }
              ?? " Keys are: \(keys.joined(separator: ", "))."))
        continue
      }
      if folded(fact.key) == "hours" {
        diagnostics.report(
          .factContradicts, at: fact.place,
          "“Hours” follows from “Now” and the table “Office hours”. Delete this fact.")
        continue
      }
      checkValues(of: fact, diagnostics)
    }
  }

  private func checkValues(of fact: Fact, _ diagnostics: Diagnostics) {
    let words = vocabulary(of: fact.key)
    for value in fact.values where Quantity(value.text) == nil {
      guard !words.contains(where: { folded($0) == folded(value.text) }),
        let word = nearest(to: value.text, in: words)
      else { continue }
      diagnostics.report(
        .doubtfulFact, at: value.place,
        "No cell mentions “\(value.text)”. Did you mean “\(word)”?")
    }
  }

  /// The words that tables know for a key, for checks and completion.
  public func vocabulary(of key: String) -> [String] {
    var words = TableKind.allCases.flatMap { kind in
      table(kind)?.hasCondition(key) == true ? vocabulary(of: key, in: kind) : []
    }
    switch folded(key) {
    case "to":
      words += (table(.dataClasses)?.rows ?? []).flatMap {
        $0.words("May go to") + $0.words("Never to")
      }
    case "data": words += dataClassNames
    case "severity": words += severityLevels.map(\.name)
    default: break
    }
    var seen: Set<String> = []
    return words.filter { seen.insert(folded($0)).inserted }
  }
}
