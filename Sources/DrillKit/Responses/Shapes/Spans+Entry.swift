// SPDX-License-Identifier: GPL-3.0-or-later

extension Turns {
  /// Reads `4 at 5; 9 at 9` or `none`: lines flagged, and the line shown last when each was.
  func read(_ line: String) throws(Misread) -> Response {
    let text = line.trimmed().lowercased()
    if text == "none" { return .flags([]) }
    var flags: [Flag] = []
    for piece in text.split(whereSeparator: { $0 == ";" || $0 == "," }) {
      let words = piece.split(separator: " ")
      guard words.count == 1 || (words.count == 3 && words[1] == "at"),
        let number = words.first.flatMap({ Int($0) }), lines.indices.contains(number - 1)
      else {
        throw Misread("Type flags as “4 at 5”: line 4, flagged when line 5 was shown; or “none”.")
      }
      let at = words.count == 3 ? Int(words[2]) ?? 0 : number
      guard at >= number else {
        throw Misread("Line \(number) can't be flagged before it was shown.")
      }
      guard at <= lines.count else {
        throw Misread("The conversation ends with line \(lines.count); there is no line \(at).")
      }
      guard !flags.contains(where: { $0.line == number }) else {
        throw Misread("Line \(number) is flagged twice. Name each line once.")
      }
      flags.append(Flag(line: number, at: at))
    }
    guard !flags.isEmpty else { throw Misread("Type flags as “4 at 5”, or “none”.") }
    return .flags(flags)
  }
}

extension Spans {
  /// Reads phrases of a text, separated by semicolons, as the ranges where they stand.
  static func read(_ line: String, in text: String) throws(Misread) -> Response {
    let typed = line.trimmed()
    if typed.lowercased() == "none" { return .spans([]) }
    var ranges: [Range<Int>] = []
    for piece in typed.split(separator: ";").map({ $0.trimmed() }) where !piece.isEmpty {
      let found = occurrences(of: piece, in: text)
      guard !found.isEmpty else {
        throw Misread(
          "“\(piece.shortened)” does not stand in the text. Copy the words exactly, and separate "
            + "several with “;”.")
      }
      ranges += found
    }
    guard !ranges.isEmpty else {
      throw Misread("Type the words to hide, separated by “;”, or “none”.")
    }
    return .spans(joined(ranges))
  }

  /// Everywhere a phrase stands, ignoring case; ranges of Unicode scalars.
  private static func occurrences(of phrase: String, in text: String) -> [Range<Int>] {
    let fold: (Unicode.Scalar) -> Unicode.Scalar = { scalar in
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      let folded = lower.count == 1 ? lower.first ?? scalar : scalar
      return folded.properties.isWhitespace ? " " : folded
    }
    let wanted = phrase.unicodeScalars.map(fold)
    let own = text.unicodeScalars.map(fold)
    guard !wanted.isEmpty, own.count >= wanted.count else { return [] }
    var found: [Range<Int>] = []
    var start = 0
    while start + wanted.count <= own.count {
      if own[start] == wanted[0], own[start..<(start + wanted.count)].elementsEqual(wanted) {
        found.append(start..<(start + wanted.count))
        start += wanted.count
      } else {
        start += 1
      }
    }
    return found
  }

  /// Ranges in order, those that touch or overlap made one.
  static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}
