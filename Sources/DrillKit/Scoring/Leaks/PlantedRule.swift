// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the values that a scenario planted: ignoring case, spaced, dashed, in groups of digits.
struct PlantedRule: LeakRule {
  /// A planted value without the signs that people put between its parts.
  private struct Pattern: Sendable {
    /// The letters, digits and other signs in order, in lower case.
    let units: [LeakUnit]
    /// Whether the value itself has a gap in front of the unit of the same index.
    let gaps: [Bool]
    /// Whether a gap may stand anywhere: true for values with at least four digits.
    let splitsAnywhere: Bool
    let label: String
  }

  private let patterns: [Pattern]
  /// The patterns by their first unit.
  private let byFirst: [LeakUnit: [Int]]

  /// A rule for some values; values without a letter, digit or other sign are left out.
  init(_ values: [PlantedValue], alphabet: LeakAlphabet) {
    let patterns = values.compactMap { Self.pattern($0, alphabet: alphabet) }
    self.patterns = patterns
    byFirst = Dictionary(grouping: patterns.indices) { patterns[$0].units[0] }
  }

  private static func pattern(_ value: PlantedValue, alphabet: LeakAlphabet) -> Pattern? {
    var units: [LeakUnit] = []
    var gaps: [Bool] = []
    var gap = false
    for unit in LeakText(value.text, alphabet: alphabet).units {
      if isGap(unit) {
        gap = !units.isEmpty
      } else {
        units.append(unit.lowercased)
        gaps.append(gap)
        gap = false
      }
    }
    guard !units.isEmpty else { return nil }
    let digits = units.count(where: \.isDigit)
    return Pattern(
      units: units, gaps: gaps, splitsAnywhere: digits >= 4, label: value.label)
  }

  /// The signs that people write between the parts of a number or a name.
  private static func isGap(_ unit: LeakUnit) -> Bool {
    switch unit {
    case " ", "\n", "-", ".", "/", "_", "(", ")", "'", ",": true
    default: false
    }
  }

  func candidates(in text: inout LeakText) -> [LeakCandidate] {
    if patterns.isEmpty { return [] }
    var found: [LeakCandidate] = []
    var index = 0
    while index < text.count {
      guard let match = longestMatch(at: index, in: &text) else {
        index += 1
        continue
      }
      let label = patterns[match.pattern].label
      found.append(
        LeakCandidate(
          range: index..<match.end, kind: .planted,
          reason: "In this scenario it is data of the kind “\(label)”.", label: label))
      index = match.end
    }
    return found
  }

  private func longestMatch(at start: Int, in text: inout LeakText) -> (pattern: Int, end: Int)? {
    guard let choices = byFirst[text[start].lowercased] else { return nil }
    // Inside a word nothing begins; a value that begins with a sign may follow one.
    if text[start].isAlphanumeric, text[start - 1].isAlphanumeric { return nil }
    var best: (pattern: Int, end: Int)?
    for choice in choices {
      guard let end = end(of: patterns[choice], at: start, in: &text) else { continue }
      if end > best?.end ?? start { best = (choice, end) }
    }
    return best
  }

  /// The index after a match of a pattern that begins at an index.
  private func end(of pattern: Pattern, at start: Int, in text: inout LeakText) -> Int? {
    var cursor = start
    /// Whether the text, like somebody who spells, has a gap in front of every unit so far.
    var spelled = true
    var strayGap = false
    for index in pattern.units.indices {
      if index > 0 {
        let begun = cursor
        while cursor - begun < 3, Self.isGap(text[cursor]) { cursor += 1 }
        let hasGap = cursor > begun
        spelled = spelled && hasGap
        strayGap = strayGap || hasGap && !pattern.gaps[index]
        if strayGap && !spelled && !pattern.splitsAnywhere { return nil }
      }
      if text[cursor].lowercased != pattern.units[index] { return nil }
      cursor += 1
    }
    let last = text[cursor - 1]
    let after = text[cursor]
    if last.isAlphanumeric, after.isAlphanumeric { return nil }
    // "4000.50" is an amount, not the number 4000.
    let short = last.isDigit && pattern.units.count < 7
    if short, after == "." || after == ",", text[cursor + 1].isDigit { return nil }
    return cursor
  }
}
