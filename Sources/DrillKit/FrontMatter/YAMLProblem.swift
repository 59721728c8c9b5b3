// SPDX-License-Identifier: GPL-3.0-or-later

/// What libyaml complains about, in words that say what to do.
enum YAMLProblem {
  /// A sentence for one of libyaml's problems; a general one for a problem that is not listed.
  static func plainWords(_ problem: String) -> String {
    for (fragment, words) in known where problem.contains(fragment) { return words }
    return "The front matter can't be read from here on. Write “key: value”, one a line, and put "
      + "values with “:”, “#” or quotes into quotes."
  }

  /// The line of a key whose colon lacks its space, at a line where YAML gave up or in the one before:
  /// what follows it is read as its value. Counted from 0, with the key and the value.
  static func unspaced(
    in yaml: String, near last: Int
  ) -> (line: Int, key: String, value: String)? {
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    for number in [last, last - 1] where lines.indices.contains(number) {
      let line = lines[number]
      guard startsEntry(line), let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...]
      guard let first = value.first, !first.isWhitespace else { continue }
      return (number, String(line[..<colon]), value.trimmed())
    }
    return nil
  }

  /// What was opened and never closed before a line at which YAML gave up, and where: a quotation mark
  /// or a bracket.
  typealias Opening = (line: Int, column: Int, isQuote: Bool)

  /// The first of a value's quotation mark and a list's bracket that is left open. Counted from 0.
  static func opening(in yaml: String, through last: Int) -> Opening? {
    openQuote(in: yaml, through: last) ?? openList(in: yaml, through: last)
  }

  /// Where a value's quotation mark opens that was never meant to go on into the next line, before a
  /// line at which YAML gave up: the one that closes it opens the value of another key, or there is
  /// none. Counted from 0; nil where every one closes.
  private static func openQuote(in yaml: String, through last: Int) -> Opening? {
    var open: (sign: Character, line: Int, column: Int)?
    // Lines further in than this belong to a text that is taken as it stands, and no quote opens.
    var literal: Int?
    for (number, line) in yaml.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      var rest = line
      if let quote = open {
        guard let closing = rest.firstIndex(of: quote.sign) else { continue }
        // A list's line is an entry as well.
        if startsEntry(rest) || rest.drop(while: { $0 == " " }).hasPrefix("- ") {
          return (quote.line, quote.column, true)
        }
        open = nil
        rest = rest[rest.index(after: closing)...]
        continue
      }
      guard number <= last else { return nil }
      let indent = rest.prefix { $0 == " " }.count
      if let column = literal {
        guard indent <= column, indent < rest.count else { continue }
        literal = nil
      }
      guard let start = valueStart(rest) else { continue }
      rest = rest[start...]
      if rest.first == "|" || rest.first == ">" { literal = indent }
      guard let sign = rest.first, sign == "\"" || sign == "'", !closes(rest.dropFirst(), sign)
      else {
        continue
      }
      open = (sign, number, line.distance(from: line.startIndex, to: start))
    }
    return open.map { ($0.line, $0.column, true) }
  }

  /// Where a list in brackets is left open when the next key begins: its bracket, or a quotation mark in
  /// it. Counted from 0; nil where every one closes before a line at which YAML gave up.
  private static func openList(in yaml: String, through last: Int) -> Opening? {
    var bracket: (line: Int, column: Int)?
    var quote: (sign: Character, line: Int, column: Int)?
    for (number, line) in yaml.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if let bracket, startsEntry(line) {
        return quote.map { ($0.line, $0.column, true) } ?? (bracket.line, bracket.column, false)
      }
      guard bracket != nil || number <= last else { return nil }
      var rest = line
      if bracket == nil {
        guard startsEntry(line), let colon = line.firstIndex(of: ":") else { continue }
        rest = line[line.index(after: colon)...].drop { $0 == " " }
        guard rest.first == "[" else { continue }
      }
      var column = line.distance(from: line.startIndex, to: rest.startIndex)
      var before: Character = " "
      for character in rest {
        defer {
          column += 1
          if character != " " { before = character }
        }
        if let open = quote {
          if character == open.sign { quote = nil }
        } else if character == "[", bracket == nil {
          bracket = (number, column)
        } else if character == "]" {
          bracket = nil
          break
        } else if character == "#", before == "," || before == "[" {
          break
        } else if character == "\"" || character == "'", before == "," || before == "[" {
          // Elsewhere it is a letter of a word.
          quote = (character, number, column)
        }
      }
    }
    return quote.map { ($0.line, $0.column, true) }
      ?? bracket.map { ($0.line, $0.column, false) }
  }

  /// Whether a line begins with a key and a colon.
  private static func startsEntry(_ line: Substring) -> Bool {
    let key = line.prefix { $0.isASCII && ($0.isLetter || $0 == "-") }
    return !key.isEmpty && line.dropFirst(key.count).first == ":"
  }

  /// Where the value of a key, or of a list's line, begins.
  private static func valueStart(_ line: Substring) -> Substring.Index? {
    var rest = line.drop { $0 == " " }
    if startsEntry(rest), let colon = rest.firstIndex(of: ":") {
      rest = rest[rest.index(after: colon)...]
    } else if rest.hasPrefix("- ") {
      rest = rest.dropFirst()
    } else {
      return nil
    }
    rest = rest.drop { $0 == " " || $0 == "[" }
    return rest.isEmpty ? nil : rest.startIndex
  }

  /// Whether a quotation mark that has opened closes within a line.
  private static func closes(_ text: Substring, _ sign: Character) -> Bool {
    var isEscaped = false
    for character in text {
      if isEscaped {
        isEscaped = false
      } else if character == "\\", sign == "\"" {
        isEscaped = true
      } else if character == sign {
        return true
      }
    }
    return false
  }

  private static let known: [(fragment: String, words: String)] = [
    (
      "mapping values are not allowed",
      "A second “: ” stands in this line. Put the value into quotes: “title: \"Data: the basics\"”."
    ),
    (
      "cannot start any token",
      "A value can't begin with this character, and a tab can't indent. Use quotes, or spaces."
    ),
    (
      "could not find expected ':'",
      "A key needs a colon and a space: “key: value”."
    ),
    (
      "did not find expected ',' or",
      "A bracket is not closed, or a comma is missing: “[one, two]”."
    ),
    (
      "did not find expected key",
      "This line does not begin with a key. Check its indentation, and quotes that end too early."
    ),
    (
      "did not find expected '-' indicator",
      "This line does not go on with the list. Check its indentation."
    ),
    (
      "block sequence entries are not allowed",
      "A list can't begin here. Write “key: [one, two]”, or “-” lines under the key."
    ),
    (
      "found unexpected end of stream",
      "Quotes that were opened are not closed. Close them in the same line."
    ),
    (
      "found unknown escape character",
      "No such escape. Use single quotes, where a backslash is a backslash."
    ),
    (
      "did not find expected alphabetic or numeric character",
      "“&” and “*” mean something else at a value's start. Put the value into quotes."
    ),
    (
      "found undefined tag handle",
      "“!” means something else at a value's start. Put the value into quotes."
    ),
    (
      "control characters are not allowed",
      "A character stands here that YAML does not allow. Delete it."
    ),
  ]
}
