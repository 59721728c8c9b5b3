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
  /// What a typed line hides.
  struct Selection {
    /// Ranges of Unicode scalars, in order, none touching another.
    let ranges: [Range<Int>]
    /// What to tell about phrases that stand several times; nil where none does.
    let notice: String?
  }

  /// Reads phrases of a text, separated by semicolons, as the ranges where they stand.
  ///
  /// A phrase in quotes may hold a semicolon; `first ... last` takes all from the one to the other.
  static func read(_ line: String, in text: String) throws(Misread) -> Selection {
    let typed = line.trimmed()
    if typed.lowercased() == "none" { return Selection(ranges: [], notice: nil) }
    let finder = PhraseFinder(text)
    var ranges: [Range<Int>] = []
    var repeated: [String] = []
    for phrase in phrases(of: typed) {
      let found = try find(phrase, finder)
      ranges += found
      guard found.count > 1 else { continue }
      repeated.append("“\(phrase.shortened)” stands \(found.count) times; all of them are hidden.")
    }
    guard !ranges.isEmpty else {
      throw Misread("Type the words to hide, separated by “;”, or “none”.")
    }
    return Selection(
      ranges: joined(ranges), notice: repeated.isEmpty ? nil : repeated.joined(separator: " "))
  }

  private static func find(
    _ phrase: String, _ finder: PhraseFinder
  ) throws(Misread) -> [Range<Int>] {
    let found = finder.find(phrase)
    if !found.isEmpty { return found }
    let stretches = try stretches(phrase, finder)
    if !stretches.isEmpty { return stretches }
    throw Misread(
      finder.standsWithinWord(phrase)
        ? "“\(phrase.shortened)” is only a part of a word in the text. Type whole words."
        : "“\(phrase.shortened)” does not stand in the text."
          + (finder.nearestWords(to: phrase).map { " Did you mean “\($0)”?" } ?? "")
          + " Type the words as they stand, and separate several with “;”.")
  }

  /// `first words ... last words`: from each of the former to the next of the latter.
  private static func stretches(
    _ phrase: String, _ finder: PhraseFinder
  ) throws(Misread) -> [Range<Int>] {
    let ends = phrase.split(separator: phrase.contains("…") ? "…" : "...", maxSplits: 1)
      .map { $0.trimmed() }
    guard ends.count == 2, ends.allSatisfy({ !$0.isEmpty }) else { return [] }
    let starts = finder.find(ends[0])
    let stops = finder.find(ends[1])
    for (end, found) in zip(ends, [starts, stops]) where found.isEmpty {
      throw Misread("“\(end.shortened)” does not stand in the text. Type the words as they stand.")
    }
    var result: [Range<Int>] = []
    for start in starts where start.lowerBound >= result.last?.upperBound ?? 0 {
      guard let stop = stops.first(where: { $0.lowerBound >= start.upperBound }) else { continue }
      result.append(start.lowerBound..<stop.upperBound)
    }
    guard !result.isEmpty else {
      throw Misread("“\(ends[1].shortened)” does not stand after “\(ends[0].shortened)”.")
    }
    return result
  }

  /// The pieces between semicolons; a piece in quotes is taken without them.
  private static func phrases(of line: String) -> [String] {
    let closing: [Character: Set<Character>] = [
      "\"": ["\""], "“": ["”", "\""], "„": ["“", "”"], "«": ["»"],
    ]
    var phrases: [String] = []
    var rest = line[...]
    while !rest.isEmpty {
      rest = rest.drop { $0.isWhitespace || $0 == ";" }
      if let first = rest.first, let ends = closing[first] {
        // A quote ends where a semicolon or nothing follows it, so that quotes may stand within.
        let end = rest.indices.dropFirst().first { index in
          guard ends.contains(rest[index]) else { return false }
          let next = rest[rest.index(after: index)...].first { !$0.isWhitespace }
          return next == nil || next == ";"
        }
        if let end {
          phrases.append(rest[rest.index(after: rest.startIndex)..<end].trimmed())
          rest = rest[rest.index(after: end)...]
          continue
        }
      }
      let piece = rest.prefix { $0 != ";" }
      phrases.append(piece.trimmed())
      rest = rest.dropFirst(piece.count)
    }
    return phrases.filter { !$0.isEmpty }
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
