// SPDX-License-Identifier: GPL-3.0-or-later

extension LeakText {
  /// Whether letters, digits or a sign that ties parts together lie against either end of a range.
  ///
  /// A number inside a longer code ("A-4111…", "10.2.3.4.5") is not the number itself.
  mutating func standsAlone(_ range: Range<Int>) -> Bool {
    opensWord(range.lowerBound) && closesWord(range.upperBound)
  }

  /// Whether a code may begin at an index.
  mutating func opensWord(_ start: Int) -> Bool {
    let before = self[start - 1]
    if before.isAlphanumeric || before == "_" { return false }
    let beyond = self[start - 2]
    if before == "-" { return !beyond.isAlphanumeric }
    if before == "." || before == "," { return !beyond.isDigit }
    return before != "+"
  }

  /// Whether a code may end before an index.
  mutating func closesWord(_ end: Int) -> Bool {
    let after = self[end]
    if after.isAlphanumeric || after == "_" || after == "@" { return false }
    let beyond = self[end + 1]
    if after == "-" { return !beyond.isAlphanumeric }
    if after == "." || after == "," { return !beyond.isDigit }
    return after != "%"
  }

  /// The words in front of an index, the nearest first, in lower case.
  ///
  /// Reads at most `reach` units back, and not past another number or the end of a sentence.
  mutating func words(before index: Int, reach: Int = 40) -> [String] {
    var words: [String] = []
    var cursor = index - 1
    let limit = max(0, index - reach)
    while cursor >= limit {
      let unit = self[cursor]
      if unit.isLetter {
        let end = cursor + 1
        while cursor >= limit, self[cursor].isLetter { cursor -= 1 }
        words.append(word(cursor + 1..<end))
        continue
      }
      if unit.isDigit || endsSentence(cursor) { break }
      cursor -= 1
    }
    return words
  }

  /// The words behind an index in order, in lower case, read as `words(before:reach:)` does.
  mutating func words(after index: Int, reach: Int = 24) -> [String] {
    var words: [String] = []
    var cursor = index
    let limit = min(count, index + reach)
    while cursor < limit {
      let unit = self[cursor]
      if unit.isLetter {
        let start = cursor
        while cursor < limit, self[cursor].isLetter { cursor += 1 }
        words.append(word(start..<cursor))
        continue
      }
      if unit.isDigit || unit == "\n" || unit == "." { break }
      cursor += 1
    }
    return words
  }

  /// The letters of a range in lower case; letters beyond ASCII show as "?".
  mutating func word(_ range: Range<Int>) -> String {
    steps(range.count)
    return String(unsafeUninitializedCapacity: range.count) { buffer in
      for (offset, unit) in units[range].enumerated() {
        let isASCII = unit.code < 0x80
        buffer[offset] =
          isASCII ? UInt8(truncatingIfNeeded: unit.lowercased.code) : UInt8(ascii: "?")
      }
      return range.count
    }
  }

  /// A full stop counts only behind a word of four letters or more: "tel." and "no." go on.
  private mutating func endsSentence(_ index: Int) -> Bool {
    let unit = self[index]
    guard unit == "." || unit == "!" || unit == "?", self[index + 1].isWhitespace else {
      return false
    }
    for distance in 1...4 where !self[index - distance].isLetter { return false }
    return true
  }
}
