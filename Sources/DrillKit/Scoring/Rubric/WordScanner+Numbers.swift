// SPDX-License-Identifier: GPL-3.0-or-later

extension WordScanner {
  /// More groups of digits than this are no number that a person writes.
  private static let mostGroups = 10

  /// Reads a number, a time such as `09:50`, or a dotted row such as a date, from its first digit.
  mutating func readNumber() {
    let start = place
    let head = readDigits(at: start)
    if let time = time(head, from: start) {
      append(start..<time.end, lowered: time.text, isNumber: true)
      place = time.end
      return
    }
    var groups = [head.text]
    var ranges = [start..<head.end]
    var separators: [Character] = []
    while groups.count < Self.mostGroups,
      let next = group(at: ranges[ranges.count - 1].upperBound, after: groups, separators)
    {
      ranges.append((ranges[ranges.count - 1].upperBound + 1)..<next.end)
      separators.append(next.separator)
      groups.append(next.text)
    }
    if separators.count > 1, separators.allSatisfy({ $0 == "," }),
      NumberForm.number(groups: groups, separators: separators) == nil
    {
      // A list without spaces: `1,2,3`.
      for (text, range) in zip(groups, ranges) { append(range, lowered: text, isNumber: true) }
      place = ranges[ranges.count - 1].upperBound
    } else {
      appendNumber(groups, ranges, separators)
    }
  }

  /// Adds the longest row of groups that makes a number, a date or the like.
  private mutating func appendNumber(
    _ groups: [String], _ ranges: [Range<Int>], _ separators: [Character]
  ) {
    for count in (1...groups.count).reversed() {
      let (row, between) = (Array(groups.prefix(count)), Array(separators.prefix(count - 1)))
      let isDotted = between.allSatisfy { $0 == "." }
      guard
        let text = NumberForm.number(groups: row, separators: between)
          ?? (isDotted ? row.joined(separator: ".") : nil)
      else { continue }
      place = ranges[count - 1].upperBound
      append(ranges[0].lowerBound..<place, lowered: text, isNumber: true)
      return
    }
  }

  private func readDigits(at start: Int) -> (text: String, end: Int) {
    var text = ""
    var end = start
    while end < scalars.count, let digit = LetterFolding.digit(scalars[end]) {
      text.append(digit)
      end += 1
    }
    return (text, end)
  }

  /// `9:05` or `09:05`, which are the same time.
  private func time(
    _ head: (text: String, end: Int), from start: Int
  ) -> (text: String, end: Int)? {
    guard head.text.utf8.count <= 2, head.end < scalars.count, scalars[head.end] == ":" else {
      return nil
    }
    let minutes = readDigits(at: head.end + 1)
    guard minutes.text.utf8.count == 2 else { return nil }
    let hour = head.text.hasPrefix("0") ? String(head.text.dropFirst()) : head.text
    return ((hour.isEmpty ? "0" : hour) + ":" + minutes.text, minutes.end)
  }

  /// The group of digits after a separator, where one follows that can belong to the number.
  private func group(
    at place: Int, after groups: [String], _ separators: [Character]
  ) -> (separator: Character, text: String, end: Int)? {
    guard place + 1 < scalars.count, let separator = Self.separator(scalars[place]) else {
      return nil
    }
    let digits = readDigits(at: place + 1)
    guard !digits.text.isEmpty else { return nil }
    if separator == " " || separator == "'" {
      // A space joins only what can be nothing but thousands.
      guard separators.allSatisfy({ $0 == separator }), digits.text.utf8.count == 3,
        let head = groups.first, head.utf8.count <= 3, !head.hasPrefix("0")
      else { return nil }
    }
    return (separator, digits.text, digits.end)
  }

  /// The separator that a scalar stands for inside a number, if it is one.
  static func separator(_ scalar: Unicode.Scalar) -> Character? {
    switch scalar {
    case ".", "٫": "."
    case ",", "٬": ","
    case " ", "\u{A0}", "\u{2009}", "\u{202F}": " "
    case _ where isApostrophe(scalar): "'"
    default: nil
    }
  }
}
