// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds IPv4 addresses: four numbers up to 255 between dots, with a prefix length if there is one.
///
/// A version or a section is no address, and masks, loopback and "any" say nothing about anyone.
struct IPv4Rule: LeakRule {
  /// Words in front of four numbers that are a version or a place in a document.
  private static let otherNumbers: Set<String> = [
    "version", "ver", "v", "release", "build", "firmware", "section", "clause", "chapter",
    "paragraph", "figure", "table", "appendix", "oid", "update", "upgrade", "patch", "driver",
  ]

  /// Words near a version, as in "upgraded the driver to 6.5.254.41".
  private static let versionWords: Set<String> = [
    "version", "versions", "bump", "bumped", "upgrade", "upgraded", "upgrading", "downgrade",
    "downgraded", "patch", "patched", "release", "released",
  ]

  func candidates(in text: inout LeakText) -> [LeakCandidate] {
    let runs = text.digitRuns
    var found: [LeakCandidate] = []
    var index = 0
    while index + 3 < runs.count {
      guard let end = match(from: index, runs: runs, in: &text) else {
        index += 1
        continue
      }
      let reason = "An IPv4 address: it names a computer or a network."
      found.append(LeakCandidate(range: runs[index].start..<end, kind: .ipv4, reason: reason))
      index += 4
    }
    return found
  }

  private func match(from first: Int, runs: [DigitRun], in text: inout LeakText) -> Int? {
    let address = runs[first].start..<runs[first + 3].end
    guard address.count <= 15, Self.isAddress(address, in: &text),
      text.opensWord(address.lowerBound) || isRange(endingBefore: first, runs: runs, in: &text),
      text.closesWord(address.upperBound) || isRange(beginningAt: first, runs: runs, in: &text)
    else { return nil }
    let before = text[address.lowerBound - 1]
    // "Chrome/120.0.0.0" is a version.
    if before == "/", text[address.lowerBound - 2].isLetter { return nil }
    guard saysSomething(runs[first], runs[first + 1], runs[first + 3], in: &text) else {
      return nil
    }
    let words = text.words(before: address.lowerBound)
    if let word = words.first, Self.otherNumbers.contains(word) { return nil }
    if words.prefix(4).contains(where: Self.versionWords.contains) { return nil }
    return prefixEnd(address.upperBound, in: &text)
  }

  /// Whether the address is the lower end of a range, "192.0.2.1-192.0.2.9".
  private func isRange(beginningAt first: Int, runs: [DigitRun], in text: inout LeakText) -> Bool {
    guard first + 7 < runs.count, runs[first + 3].joint == "-" else { return false }
    return Self.isAddress(runs[first + 4].start..<runs[first + 7].end, in: &text)
  }

  /// Whether the address is the upper end of a range.
  private func isRange(endingBefore first: Int, runs: [DigitRun], in text: inout LeakText) -> Bool {
    guard first >= 4, runs[first - 1].joint == "-" else { return false }
    return Self.isAddress(runs[first - 4].start..<runs[first - 1].end, in: &text)
  }

  /// Whether a range is four numbers of 0…255 without leading zeros.
  static func isAddress(_ range: Range<Int>, in text: inout LeakText) -> Bool {
    var parts = 0
    var cursor = range.lowerBound
    while parts < 4 {
      let start = cursor
      while cursor < range.upperBound, text[cursor].isDigit { cursor += 1 }
      guard 1...3 ~= cursor - start, text.number(start, cursor - start) <= 255,
        cursor - start == 1 || text[start] != "0"
      else { return false }
      parts += 1
      if parts == 4 { break }
      guard cursor < range.upperBound, text[cursor] == "." else { return false }
      cursor += 1
    }
    return cursor == range.upperBound
  }

  private func saysSomething(
    _ first: DigitRun, _ second: DigitRun, _ last: DigitRun, in text: inout LeakText
  ) -> Bool {
    switch text.number(first.start, first.count) {
    case 127, 255: false
    case 0: text.number(second.start, second.count) > 0 || text.number(last.start, last.count) > 0
    default: true
    }
  }

  private func prefixEnd(_ end: Int, in text: inout LeakText) -> Int {
    guard text[end] == "/", text[end + 1].isDigit else { return end }
    let width = text[end + 2].isDigit ? 2 : 1
    let isPrefix = text.number(end + 1, width) <= 32 && text.closesWord(end + 1 + width)
    return isPrefix ? end + 1 + width : end
  }
}
