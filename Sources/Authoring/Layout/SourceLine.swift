// SPDX-License-Identifier: GPL-3.0-or-later

/// A quote or a list's item that a line stands in, from the outside to the inside.
enum LineContainer {
  /// A quote: an indent of at most three, `>`, an optional space.
  case quote
  /// An item of a list: its first line holds the marker, the others so many columns of white space.
  case item(firstLine: Int, indent: Int)
}

/// Walks along a line past the signs of quotes and lists, as CommonMark 0.31.2 counts columns: a tab
/// goes to the next multiple of four.
struct SourceLine {
  private let scalars: Substring.UnicodeScalarView
  private var index: Substring.UnicodeScalarView.Index
  /// The column that was reached, from 0.
  private(set) var column = 0
  /// Columns of a tab that was taken in part.
  private var pending = 0

  /// The start of a line.
  init(_ line: Substring) {
    scalars = line.unicodeScalars
    index = scalars.startIndex
  }

  /// The rest of a line behind the signs of its containers, as far as they stand there.
  init(_ line: Substring, number: Int, in containers: [LineContainer]) {
    self.init(line)
    for container in containers {
      switch container {
      case .quote:
        var ahead = self
        ahead.takeBlanks(3)
        guard ahead.next == ">" else { return }
        ahead.advance()
        self = ahead
        if next == " " || next == "\t" || pending > 0 { take(1) }
      case .item(let firstLine, let indent):
        if number == firstLine { takeAny(indent) } else { takeBlanks(indent) }
      }
    }
  }

  /// What is left of the line.
  var rest: String {
    String(repeating: " ", count: pending) + String(String.UnicodeScalarView(scalars[index...]))
  }

  /// What is left of the line, without white space around it.
  var text: String { Blanks.trimmed(rest) }

  /// Whether nothing but white space is left.
  var isBlank: Bool { scalars[index...].allSatisfy { $0 == " " || $0 == "\t" } }

  /// The marker of a list's item that stands here, and how far what belongs to the item is indented.
  mutating func marker() -> (number: String, indent: Int)? {
    let start = column
    skipBlanks()
    var number = ""
    while let digit = next, ("0"..."9").contains(digit), number.utf8.count < 9 {
      number.unicodeScalars.append(digit)
      advance()
    }
    guard let sign = next, (number.isEmpty ? "-*+" : ".)").unicodeScalars.contains(sign) else {
      return nil
    }
    advance()
    let end = column - start
    guard !isBlank else { return (number, end + 1) }
    skipBlanks()
    let spaces = column - start - end
    guard spaces > 0 else { return nil }
    // Five columns and more are one, and code that is indented by the others.
    return (number, spaces > 4 ? end + 1 : end + spaces)
  }

  // MARK: Columns

  private var next: Unicode.Scalar? {
    if pending > 0 { return " " }
    return index < scalars.endIndex ? scalars[index] : nil
  }

  private mutating func advance() {
    if pending > 0 {
      pending -= 1
    } else if scalars[index] == "\t" {
      pending = 3 - column % 4
      scalars.formIndex(after: &index)
    } else {
      scalars.formIndex(after: &index)
    }
    column += 1
  }

  private mutating func skipBlanks() {
    while let scalar = next, scalar == " " || scalar == "\t" { advance() }
  }

  private mutating func take(_ count: Int) {
    for _ in 0..<count { advance() }
  }

  private mutating func takeAny(_ count: Int) {
    var left = count
    while left > 0, next != nil {
      advance()
      left -= 1
    }
  }

  private mutating func takeBlanks(_ count: Int) {
    var left = count
    while left > 0, let scalar = next, scalar == " " || scalar == "\t" {
      advance()
      left -= 1
    }
  }
}

/// White space as Markdown means it: spaces and tabs. A no-break space is text.
enum Blanks {
  /// Whether a byte is one.
  static func contain(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// A text without white space around it.
  static func trimmed(_ text: some StringProtocol) -> String {
    trimmedEnd(String(decoding: text.utf8.drop(while: contain), as: UTF8.self))
  }

  /// A text without white space at its end.
  static func trimmedEnd(_ text: some StringProtocol) -> String {
    let count = text.utf8.reversed().prefix(while: contain).count
    return String(decoding: text.utf8.dropLast(count), as: UTF8.self)
  }
}

extension StringProtocol {
  /// The text behind so many bytes of ASCII.
  func behind(_ count: Int) -> String { String(decoding: utf8.dropFirst(count), as: UTF8.self) }
}
