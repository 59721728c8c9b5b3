// SPDX-License-Identifier: GPL-3.0-or-later

/// The text of a drill or a policy after its bytes were found harmless, line by line.
///
/// Reading is bounded before anything is parsed: size, line length, columns and quote depth are
/// checked on the bytes, so that the Markdown parser never sees a text built to exhaust it.
public struct SourceText: Sendable {
  /// Greatest file, in bytes.
  public static let maximumBytes = 1 << 20
  /// Longest line, in bytes.
  public static let maximumLineBytes = 8 << 10
  /// Most columns of a table.
  public static let maximumColumns = 64
  /// Most cells of all tables.
  public static let maximumCells = 20_000
  /// Deepest nesting of quotes and lists.
  public static let maximumDepth = 16

  /// The name that diagnostics carry.
  public let file: String
  /// The whole text.
  public let text: String
  /// The lines without their ends; line 1 is at index 0.
  public let lines: [Substring]

  /// Reads bytes; nil, with errors reported, where they are not a text that may be parsed.
  public init?(file: String, bytes: [UInt8], diagnostics: Diagnostics) {
    self.file = file
    let top = Place(file: file, line: 1)
    guard bytes.count <= Self.maximumBytes else {
      diagnostics.report(
        .fileTooLarge, at: top,
        "The file is larger than 1 MiB (\(Self.maximumBytes) bytes) and is not read. Split it."
      )
      return nil
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      diagnostics.report(
        .byteOrderMark, at: top,
        "The file begins with a byte order mark. Save it as “UTF-8”, not as “UTF-8 with BOM”.")
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let line = Self.firstInvalidLine(bytes)
      diagnostics.report(
        .notUTF8, at: Place(file: file, line: line),
        "This line is not UTF-8 text. Save the file with the encoding UTF-8.")
      return nil
    }
    self.text = text
    // Split on bytes: as characters, CR LF is one and would hide the line's end.
    lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Substring.init)
    guard text.utf8.contains(where: { !($0 == 0x20 || $0 == 0x0A || $0 == 0x09) }) else {
      diagnostics.report(.emptyFile, at: top, "The file is empty. Begin with front matter: ---")
      return nil
    }
    var isSound = true
    for (index, line) in lines.enumerated() where isSound {
      isSound = Self.check(line, at: Place(file: file, line: index + 1), diagnostics)
    }
    guard isSound, Self.checkCells(lines, file: file, diagnostics) else { return nil }
  }

  /// A line by its 1-based number; empty outside the text.
  public func line(_ number: Int) -> Substring {
    lines.indices.contains(number - 1) ? lines[number - 1] : ""
  }

  /// The place of a 1-based line and column.
  public func place(_ line: Int, _ column: Int = 1) -> Place {
    Place(file: file, line: line, column: column)
  }

  /// The place where `fragment` stands first between two lines; the first line's start otherwise.
  ///
  /// Not more than 32 KiB are searched: a finding in a paragraph of a whole file is reported at the
  /// paragraph's start.
  public func place(of fragment: String, from first: Int, through last: Int) -> Place {
    let wanted = fragment.split(separator: "\n").first.map(String.init) ?? fragment
    guard !wanted.isEmpty, first <= last else { return place(first) }
    var searched = 0
    for number in first...last where searched < 32 << 10 {
      let line = self.line(number)
      searched += line.utf8.count + 1
      if let found = line.firstOffset(of: wanted) { return place(number, found + 1) }
    }
    return place(first)
  }

  private static func check(_ line: Substring, at place: Place, _ diagnostics: Diagnostics) -> Bool
  {
    let count = line.utf8.count
    guard count <= maximumLineBytes else {
      diagnostics.report(
        .lineTooLong, at: place,
        "The line has \(count) bytes; at most \(maximumLineBytes) are read. Break it in two.")
      return false
    }
    var pipes = 0
    var isPlain = true
    var quotes = 0
    var markers = 0
    var isIndent = true
    var isEscaped = false
    for byte in line.utf8 {
      if byte == 0x7C, !isEscaped { pipes += 1 }
      isEscaped = byte == 0x5C && !isEscaped
      if isIndent {
        switch byte {
        case 0x3E: quotes += 1
        case 0x2D, 0x2A, 0x2B: markers += 1
        case 0x20, 0x09: break
        case 0x30...0x39, 0x2E, 0x29: if byte == 0x2E || byte == 0x29 { markers += 1 }
        default: isIndent = false
        }
        if byte == 0x20 || byte == 0x09 { continue }
      }
      if byte < 0x20 || byte > 0x7E { isPlain = false }
    }
    // A row of dashes has many markers and opens nothing; only such lines are looked at twice.
    if quotes > maximumDepth || (markers > maximumDepth && nestedMarkers(line) > maximumDepth) {
      diagnostics.report(
        .nestedTooDeep, at: place,
        "Lists and quotes are nested more than \(maximumDepth) deep here. Write it flatter.")
      return false
    }
    guard pipes <= maximumColumns + 1 else {
      diagnostics.report(
        .tooManyColumns, at: place,
        "The line has more than \(maximumColumns) columns. Make two tables of it, or write a bar "
          + "that is text as “\\|”.")
      return false
    }
    guard !isPlain else { return true }
    return checkScalars(line, at: place, diagnostics)
  }

  /// A short row is filled up to the table's width, so that a small text can make a large table:
  /// its cells are counted before it is parsed.
  private static func checkCells(
    _ lines: [Substring], file: String, _ diagnostics: Diagnostics
  ) -> Bool {
    var width = 0
    var cells = 0
    for (index, line) in lines.enumerated() {
      let text = line.utf8.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
      if text.isEmpty {
        width = 0
      } else if width == 0, text.allSatisfy({ [0x7C, 0x2D, 0x3A, 0x20, 0x09].contains($0) }) {
        width = text.contains(0x7C) ? text.count { $0 == 0x7C } + 1 : 0
      }
      cells += width
      guard cells > maximumCells else { continue }
      diagnostics.report(
        .tooManyCells, at: Place(file: file, line: index + 1),
        "The tables have more than \(maximumCells) cells up to here. Make two files of it.")
      return false
    }
    return true
  }

  /// How many list markers a line opens at its start: `- - - x` opens three.
  private static func nestedMarkers(_ line: Substring) -> Int {
    var count = 0
    for word in line.split(separator: " ") {
      let isBullet = word == "-" || word == "*" || word == "+"
      let isNumber =
        word.count > 1 && (word.last == "." || word.last == ")")
        && word.dropLast().allSatisfy { $0.isASCII && $0.isNumber }
      guard isBullet || isNumber || word.allSatisfy({ $0 == ">" }) else { break }
      count += 1
    }
    return count
  }

  private static func checkScalars(
    _ line: Substring, at place: Place, _ diagnostics: Diagnostics
  ) -> Bool {
    var isSound = true
    for (offset, scalar) in line.unicodeScalars.enumerated() {
      guard let forbidden = ForbiddenScalar(scalar) else { continue }
      let here = place.at(column: offset + 1)
      isSound = false
      switch forbidden {
      case .control("\r"):
        diagnostics.report(
          .carriageReturn, at: here,
          "The line ends in a carriage return. Save the file with Unix line ends (LF).")
        return false
      case .control:
        diagnostics.report(
          .controlCharacter, at: here,
          "The control character \(forbidden.name) stands here. Delete it: it could drive a terminal."
        )
      case .bidi:
        diagnostics.report(
          .bidiCharacter, at: here,
          "The invisible character \(forbidden.name) turns text around. Delete it.")
      }
    }
    return isSound
  }

  private static func firstInvalidLine(_ bytes: [UInt8]) -> Int {
    var line = 1
    for chunk in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: chunk, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }
}

extension StringProtocol {
  /// The offset in Unicode scalars at which a fragment begins for the first time.
  func firstOffset(of fragment: String) -> Int? {
    let wanted = Array(fragment.utf8)
    let own = Array(utf8)
    guard let start = own.firstIndex(of: wanted) else { return nil }
    // Bytes that continue a scalar begin with the bits 10.
    return own[..<start].count { $0 & 0xC0 != 0x80 }
  }

  /// Whether the bytes of a fragment stand in the text.
  func hasBytes(of fragment: String) -> Bool {
    Array(utf8).firstIndex(of: Array(fragment.utf8)) != nil
  }

  /// The text without white space at its ends.
  public func trimmed() -> String {
    // Where ASCII stands at both ends, bytes tell: a text of many kilobytes is trimmed often.
    var bytes = Substring(self).utf8
    while let first = bytes.first, first.isBlank { bytes.removeFirst() }
    while let last = bytes.last, last.isBlank { bytes.removeLast() }
    if let first = bytes.first, let last = bytes.last, first < 0x80, last < 0x80 {
      return String(Substring(bytes))
    }
    let isBlank: (Character) -> Bool = { $0.isWhitespace }
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }
}

extension UInt8 {
  /// Whether it is white space in ASCII.
  var isBlank: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
}

extension Array where Element == UInt8 {
  /// Where these bytes begin for the first time; nil for none, and for no bytes.
  func firstIndex(of wanted: [UInt8]) -> Int? {
    guard let first = wanted.first, count >= wanted.count else { return nil }
    for start in 0...(count - wanted.count) where self[start] == first {
      if self[start..<start + wanted.count].elementsEqual(wanted) { return start }
    }
    return nil
  }
}
