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
  private let name: FileName

  /// Reads bytes; nil, with errors reported, where they are not a text that may be parsed.
  public init?(file: String, bytes: [UInt8], diagnostics: Diagnostics) {
    self.file = file
    let name = FileName(file)
    self.name = name
    let top = Place(name, line: 1)
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
        "The file begins with a byte order mark. Save it as “UTF-8”, not as “UTF-8 with BOM”.",
        fix: Self.withoutByteOrderMark(bytes))
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let line = Self.firstInvalidLine(bytes)
      diagnostics.report(
        .notUTF8, at: Place(name, line: line),
        "This line is not UTF-8 text. Save the file with the encoding UTF-8.")
      return nil
    }
    self.text = text
    // Split on bytes: as characters, CR LF is one and would hide the line's end.
    lines = text.lines
    guard text.utf8.contains(where: { !($0 == 0x20 || $0 == 0x0A || $0 == 0x09) }) else {
      diagnostics.report(.emptyFile, at: top, "The file is empty. Begin with front matter: ---")
      return nil
    }
    var isSound = true
    for (index, line) in lines.enumerated() where isSound {
      let signs = line.withBytes(LineSigns.init)
      // Nearly every line is decided by a look at its bytes.
      guard !signs.isHarmless else { continue }
      isSound = Self.check(
        line, signs, of: lines, at: Place(name, line: index + 1), diagnostics)
    }
    guard isSound, Self.checkCells(lines, file: file, diagnostics) else { return nil }
  }

  /// A line by its 1-based number; empty outside the text.
  public func line(_ number: Int) -> Substring {
    lines.indices.contains(number - 1) ? lines[number - 1] : ""
  }

  /// The place of a 1-based line and column.
  public func place(_ line: Int, _ column: Int = 1) -> Place {
    Place(name, line: line, column: column)
  }

  /// The place where `fragment` stands first between two lines; the first line's start otherwise.
  ///
  /// Not more than 32 KiB are searched: a finding in a paragraph of a whole file is reported at the
  /// paragraph's start.
  public func place(of fragment: String, from first: Int, through last: Int) -> Place {
    place(of: fragment, from: first, through: last, after: nil) { _ in true } ?? place(first)
  }

  /// The first place of `fragment` behind another one, by what stands before it in its line; nil
  /// where there is none.
  func place(
    of fragment: String, from first: Int, through last: Int, after before: Place?,
    where isMeant: (Substring) -> Bool
  ) -> Place? {
    let wanted =
      fragment.hasByte(0x0A)
      ? fragment.split(separator: "\n").first.map(String.init) ?? fragment : fragment
    let width = wanted.unicodeScalars.count
    guard width > 0, first <= last else { return nil }
    var searched = 0
    for number in max(first, before?.line ?? first)...max(first, last) where searched < 32 << 10 {
      let line = self.line(number)
      searched += line.utf8.count + 1
      guard line.hasBytes(of: wanted) else { continue }
      var start = before?.line == number ? (before?.column ?? 1) - 1 + width : 0
      while let found = (start == 0 ? line : Substring(line.unicodeScalars.dropFirst(start)))
        .firstOffset(of: wanted)
      {
        guard !isMeant(Substring(line.unicodeScalars.prefix(start + found))) else {
          return place(number, start + found + 1)
        }
        start += found + width
      }
    }
    return nil
  }

  private static func check(
    _ line: Substring, _ signs: LineSigns, of lines: [Substring], at place: Place,
    _ diagnostics: Diagnostics
  ) -> Bool {
    guard signs.count <= maximumLineBytes else {
      diagnostics.report(
        .lineTooLong, at: place,
        "The line has \(signs.count) bytes; at most \(maximumLineBytes) are read. Break it in two.")
      return false
    }
    // A row of dashes has many markers and opens nothing; only such lines are looked at twice.
    if signs.quotes > maximumDepth
      || (signs.markers > maximumDepth && nestedMarkers(line) > maximumDepth)
    {
      diagnostics.report(
        .nestedTooDeep, at: place,
        "Lists and quotes are nested more than \(maximumDepth) deep here. Write it flatter.")
      return false
    }
    guard signs.pipes <= maximumColumns + 1 else {
      diagnostics.report(
        .tooManyColumns, at: place,
        "The line has more than \(maximumColumns) columns. Make two tables of it, or write a bar "
          + "that is text as “\\|”.")
      return false
    }
    guard !signs.isPlain else { return true }
    return checkScalars(line, of: lines, at: place, diagnostics)
  }

  /// A short row is filled up to the table's width, so that a small text can make a large table:
  /// its cells are counted before it is parsed.
  private static func checkCells(
    _ lines: [Substring], file: String, _ diagnostics: Diagnostics
  ) -> Bool {
    var width = 0
    var cells = 0
    for (index, line) in lines.enumerated() {
      width = line.withBytes { tableWidth($0, within: width) }
      cells += width
      guard cells > maximumCells else { continue }
      diagnostics.report(
        .tooManyCells, at: Place(file: file, line: index + 1),
        "The tables have more than \(maximumCells) cells up to here. Make two files of it.")
      return false
    }
    return true
  }

  /// How many columns the table has that a line belongs to, after a line of a table of so many; 0
  /// outside of tables.
  private static func tableWidth(
    _ line: UnsafeBufferPointer<UInt8>, within width: Int
  ) -> Int {
    guard let start = line.firstIndex(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x3E }) else {
      return 0
    }
    guard width == 0 else { return width }
    var bars = 0
    for byte in line[start...] {
      switch byte {
      case 0x7C: bars += 1
      case 0x2D, 0x3A, 0x20, 0x09: break
      default: return 0
      }
    }
    return bars > 0 ? bars + 1 : 0
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
    _ line: Substring, of lines: [Substring], at place: Place, _ diagnostics: Diagnostics
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
          "The line ends in a carriage return. Save the file with Unix line ends (LF).",
          fix: unixLineEnds(lines))
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

/// What the bytes of a line tell before it is parsed.
private struct LineSigns {
  /// How many bytes there are.
  let count: Int
  /// Bars that may part the cells of a table.
  var pipes = 0
  /// Signs of quotes before the text.
  var quotes = 0
  /// Signs before the text that may be the markers of lists.
  var markers = 0
  /// Whether all bytes are printable ASCII.
  var isPlain = true

  /// Whether nothing in the line needs another look.
  var isHarmless: Bool {
    isPlain && count <= SourceText.maximumLineBytes && quotes <= SourceText.maximumDepth
      && markers <= SourceText.maximumDepth && pipes <= SourceText.maximumColumns + 1
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    count = bytes.count
    guard count <= SourceText.maximumLineBytes else { return }
    // Two sums without a branch, which the processor forms for many bytes at once.
    var odd: UInt8 = 0
    var bars: UInt8 = 0
    for byte in bytes {
      odd |= byte &- 0x20 > 0x5E ? 1 : 0
      bars |= byte == 0x7C ? 1 : 0
    }
    isPlain = odd == 0
    if bars != 0 { pipes = Self.pipes(bytes) }
    for byte in bytes.prefix(while: Self.mayOpen) {
      switch byte {
      case 0x3E: quotes += 1
      case 0x2D, 0x2A, 0x2B, 0x2E, 0x29: markers += 1
      default: break
      }
    }
  }

  private static func pipes(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var pipes = 0
    var isEscaped = false
    for byte in bytes {
      if byte == 0x7C, !isEscaped { pipes += 1 }
      isEscaped = byte == 0x5C && !isEscaped
    }
    return pipes
  }

  /// Whether a byte may stand before a line's text: white space, `>`, `-`, `*`, `+`, `1.`, `1)`.
  private static func mayOpen(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x3E, 0x2D, 0x2A, 0x2B, 0x2E, 0x29, 0x30...0x39: true
    default: false
    }
  }
}
