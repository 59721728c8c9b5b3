// SPDX-License-Identifier: GPL-3.0-or-later

/// What a condition's cell lets through: anything, words, numbers.
public struct CellPattern: Hashable, Sendable {
  /// One of a cell's alternatives.
  public enum Alternative: Hashable, Sendable {
    /// A word or several, as tables compare them: without white space, in lower case.
    case word(String)
    /// Numbers from the first to the last, in thousandths, both included.
    case numbers(ClosedRange<Int>)
  }

  /// The alternatives; none of them lets anything through.
  public let alternatives: [Alternative]

  /// Whether the cell lets anything through.
  public var isAny: Bool { alternatives.isEmpty }

  /// Whether it holds numbers only, so that a word can't be what was meant.
  public var isNumeric: Bool {
    !isAny
      && alternatives.allSatisfy {
        if case .numbers = $0 { return true }
        return false
      }
  }

  /// Reads a cell: empty, `one; another`, `>= 1000`, `<= 5`, `> 3`, `< 3`, `10 to 99`, `7`. Nil
  /// where a comparison has no number, a range ends before it starts, or nothing stands beside a
  /// semicolon.
  public init?(_ text: some StringProtocol) {
    let trimmed = text.trimmed()
    guard !trimmed.isEmpty else {
      alternatives = []
      return
    }
    var list: [Alternative] = []
    for part in trimmed.listed {
      guard let alternative = Self.alternative(part) else { return nil }
      list.append(alternative)
    }
    alternatives = list
  }

  /// Whether one of a fact's values fits one of the alternatives.
  public func fits(_ values: [FactValue]) -> Bool {
    isAny || values.contains(where: fits)
  }

  private func fits(_ value: FactValue) -> Bool {
    for alternative in alternatives {
      switch alternative {
      case .word(let own): if own == value.word { return true }
      case .numbers(let range):
        if let number = value.thousandths, range.contains(number) { return true }
      }
    }
    return false
  }

  /// Whether everything that fits `other` fits this cell as well.
  public func covers(_ other: CellPattern) -> Bool {
    if isAny { return true }
    if other.isAny { return false }
    let words = Set(alternatives)
    let ranges = mergedRanges
    return other.alternatives.allSatisfy { alternative in
      switch alternative {
      case .word: words.contains(alternative)
      case .numbers(let wanted):
        ranges.contains { $0.lowerBound <= wanted.lowerBound && wanted.upperBound <= $0.upperBound }
      }
    }
  }

  /// The number ranges in order, those that touch joined.
  private var mergedRanges: [ClosedRange<Int>] {
    let ranges = alternatives.compactMap { alternative -> ClosedRange<Int>? in
      if case .numbers(let range) = alternative { return range }
      return nil
    }
    var merged: [ClosedRange<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, last.upperBound == .max || range.lowerBound <= last.upperBound + 1
      {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  private static func alternative(_ part: String) -> Alternative? {
    guard !part.isEmpty else { return nil }
    for sign in [">=", "≥", "<=", "≤", ">", "<", "="] where part.hasPrefix(sign) {
      guard let number = Quantity(part.dropFirst(sign.count))?.thousandths else { return nil }
      switch sign {
      case ">=", "≥": return .numbers(number...Int.max)
      case "<=", "≤": return .numbers(Int.min...number)
      case ">": return .numbers((number + 1)...Int.max)
      case "<": return .numbers(Int.min...(number - 1))
      default: return .numbers(number...number)
      }
    }
    if let number = Quantity(part)?.thousandths { return .numbers(number...number) }
    for separator in [" to ", "–"] {
      let ends = part.split(separator: separator)
      guard ends.count == 2, let low = Quantity(ends[0]), let high = Quantity(ends[1]) else {
        continue
      }
      return low <= high ? .numbers(low.thousandths...high.thousandths) : nil
    }
    return .word(folded(part))
  }
}
