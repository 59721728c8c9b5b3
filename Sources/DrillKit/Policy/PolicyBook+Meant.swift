// SPDX-License-Identifier: GPL-3.0-or-later

/// Values of facts that say something else than was meant: several joined by a comma, and thousands
/// with a point.
extension PolicyBook {
  /// What was surely meant by a value of a folded key that is none of the tables' words; nil where it
  /// is what it says.
  func meant(by value: FactValue, for name: String) -> [String]? {
    guard value.mayMean else { return nil }
    if let whole = Self.thousands(value.text) {
      return countsWhole(name) ? [whole] : nil
    }
    let known = words(for: name).folded
    guard value.thousandths == nil, !known.contains(value.word) else { return nil }
    var text = value.text
    for sign in [" and ", " und ", " et ", ",", "+", "/", "&"] { text.replace(sign, with: ";") }
    let parts = text.listed.filter { !$0.isEmpty }
    guard parts.count > 1, parts.allSatisfy({ known.contains(folded($0)) }) else { return nil }
    return parts
  }

  /// Facts with what was meant in place of what was written.
  func meant(_ facts: Facts) -> Facts {
    guard facts.mayMean else { return facts }
    var copy = facts
    for fact in facts.all where fact.mayMean {
      var isChanged = false
      let values = fact.values.flatMap { value -> [FactValue] in
        guard let meant = meant(by: value, for: fact.name) else { return [value] }
        isChanged = true
        return meant.map { FactValue($0, at: value.place) }
      }
      if isChanged { copy.set(Fact(fact.key, values, at: fact.place)) }
    }
    return copy
  }

  /// Reports a value that says something else than was meant.
  func report(
    _ value: FactValue, of fact: Fact, meaning meant: [String], in source: SourceText?,
    _ diagnostics: Diagnostics
  ) {
    let right = meant.joined(separator: "; ")
    diagnostics.report(
      .badFact, at: value.place,
      meant.count == 1
        ? "“\(value.text)” is read with a decimal point, and the tables count whole things under "
          + "“\(fact.key)”. Write “\(right)”."
        : "“\(value.text)” is one word here, and no table has it. Between values stands “;”: "
          + "“\(right)”.",
      fix: source?.replacing(
        value.text, with: right, inLine: value.place.line, at: value.place.column,
        "write “\(right)”"))
  }

  /// The digits of `1.204` or `1.204.000`; nil of any other text.
  private static func thousands(_ text: String) -> String? {
    let groups = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard groups.count > 1, let first = groups.first, (1...3).contains(first.count),
      first.first != UInt8(ascii: "0"), groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.allSatisfy({ $0.allSatisfy(isDigit) })
    else { return nil }
    return groups.compactMap { String($0) }.joined()
  }

  /// Whether tables compare the numbers of a key, and none with decimals.
  private func countsWhole(_ name: String) -> Bool {
    var isCounted = name == Facts.Reserved.calls.name
    for kind in TableKind.allCases {
      guard let table = table(kind), let index = table.names.firstIndex(of: name) else { continue }
      for row in table.rows {
        for case .numbers(let range) in row.patterns[index].alternatives {
          isCounted = true
          // “> 3” begins a thousandth later.
          let low = range.lowerBound == .min || [0, 1].contains(abs(range.lowerBound % 1000))
          let high = range.upperBound == .max || [0, 999].contains(abs(range.upperBound % 1000))
          if !low || !high { return false }
        }
      }
    }
    return isCounted
  }
}

extension FactValue {
  /// Whether a value's bytes are such that it may say something else than was meant.
  static func mayMean(_ text: String) -> Bool {
    var hasSpace = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "&"),
        UInt8(ascii: "."):
        return true
      case 0x20: hasSpace = true
      default: break
      }
    }
    return hasSpace && [" and ", " und ", " et "].contains { text.hasBytes(of: $0) }
  }
}
