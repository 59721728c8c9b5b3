// SPDX-License-Identifier: GPL-3.0-or-later

/// What a person sees: a small terminal that obeys what a line editor sends (cursor moves,
/// erasing, inserting, deleting, scrolling) and counts what it does not know.
public struct Screen: Sendable {
  /// Columns.
  public private(set) var columns: Int
  /// Rows.
  public private(set) var rows: Int
  /// The cursor's row, from 0 at the top.
  public private(set) var row = 0
  /// The cursor's column, from 0 at the left.
  public private(set) var column = 0
  /// Lines that have left the screen at the top.
  public private(set) var scrolledOff: [String] = []
  /// Escape sequences that this screen does not know, for a test to look at.
  public private(set) var unknown: [String] = []

  private var cells: [[String]]
  private var wrapsNext = false
  private var saved = (row: 0, column: 0)
  private var sequence: [Unicode.Scalar] = []
  private var pendingBytes: [UInt8] = []

  /// An empty screen.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The lines on the screen without trailing blanks.
  public var lines: [String] {
    cells.map { Self.trimmed($0) }
  }

  /// Everything that is or was on the screen, without empty lines at the end.
  public var text: String {
    var all = scrolledOff + lines
    while all.last?.isEmpty == true { all.removeLast() }
    return all.joined(separator: "\n")
  }

  /// The line that the cursor stands in.
  public var cursorLine: String { lines[row] }

  /// Changes the size; the top left corner stays.
  public mutating func resize(columns: Int, rows: Int) {
    while row >= rows { scroll() }
    cells = (0..<rows).map { index in
      let line = index < cells.count ? cells[index] : []
      return (0..<columns).map { $0 < line.count ? line[$0] : " " }
    }
    self.columns = columns
    self.rows = rows
    column = min(column, columns - 1)
    wrapsNext = false
  }

  /// Takes bytes as a terminal would.
  public mutating func feed(_ bytes: [UInt8]) {
    pendingBytes += bytes
    // Keep an unfinished character for the next time.
    var whole = pendingBytes.count
    for back in 1...3 where back <= pendingBytes.count {
      let byte = pendingBytes[pendingBytes.count - back]
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      if length > back {
        whole = pendingBytes.count - back
      }
      if byte & 0xC0 != 0x80 { break }
    }
    let text = String(decoding: pendingBytes[..<whole], as: UTF8.self)
    pendingBytes.removeFirst(whole)
    for scalar in text.unicodeScalars { take(scalar) }
  }

  private static func trimmed(_ line: [String]) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line.joined()
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    if !sequence.isEmpty {
      sequence.append(scalar)
      if isSequenceWhole { obey() }
      return
    }
    switch scalar.value {
    case 0x1B: sequence = [scalar]
    case 0x08:
      column = max(0, column - 1)
      wrapsNext = false
    case 0x09:
      column = min(columns - 1, (column / 8 + 1) * 8)
      wrapsNext = false
    case 0x0A: lineFeed()
    case 0x0D:
      column = 0
      wrapsNext = false
    case 0x00...0x1F, 0x7F: break
    default: put(scalar)
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = CharacterWidth.columns(of: scalar)
    if width == 0 {
      let before = wrapsNext ? column : max(0, column - 1)
      let base = cells[row][before].isEmpty && before > 0 ? before - 1 : before
      cells[row][base].unicodeScalars.append(scalar)
      return
    }
    if wrapsNext || column + width > columns {
      column = 0
      wrapsNext = false
      lineFeed()
    }
    cells[row][column] = String(Character(scalar))
    // The right half of a wide character is an empty cell.
    if width == 2 { cells[row][column + 1] = "" }
    column += width
    if column >= columns {
      column = columns - 1
      wrapsNext = true
    }
  }

  private mutating func lineFeed() {
    wrapsNext = false
    if row == rows - 1 { scroll() } else { row += 1 }
  }

  private mutating func scroll() {
    scrolledOff.append(Self.trimmed(cells.removeFirst()))
    cells.append(Array(repeating: " ", count: columns))
    if row > 0 && row >= rows { row -= 1 }
  }

  // MARK: - Escape sequences

  private var isSequenceWhole: Bool {
    guard sequence.count > 1, let last = sequence.last else { return false }
    switch sequence[1] {
    case "[": return sequence.count > 2 && (0x40...0x7E).contains(last.value)
    case "]": return last.value == 0x07 || (last == "\\" && sequence.dropLast().last == "\u{1B}")
    case "(", ")": return sequence.count == 3
    default: return true
    }
  }

  private mutating func obey() {
    defer { sequence = [] }
    guard sequence.count > 1, let final = sequence.last else { return }
    if sequence[1] == "[" {
      let body = String(String.UnicodeScalarView(sequence[2..<(sequence.count - 1)]))
      control(Character(final), body)
      return
    }
    switch final {
    case "7": saved = (row, column)
    case "8": (row, column) = saved
    case "M" where row > 0: row -= 1
    case "=", ">": break
    default:
      if sequence[1] != "]" && sequence[1] != "(" && sequence[1] != ")" { note() }
    }
  }

  private mutating func control(_ final: Character, _ body: String) {
    let numbers = body.split(separator: ";").map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    let mode = numbers.first ?? 0
    if final != "m" { wrapsNext = false }
    switch final {
    case "A": row = max(0, row - count)
    case "B": row = min(rows - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(columns - 1, count - 1)
    case "H", "f":
      row = min(rows - 1, count - 1)
      column = min(columns - 1, max(1, numbers.count > 1 ? numbers[1] : 1) - 1)
    case "K": erase(mode == 0 ? column..<columns : mode == 1 ? 0..<(column + 1) : 0..<columns)
    case "J": eraseScreen(mode)
    case "P":
      for _ in 0..<min(count, columns - column) {
        cells[row].remove(at: column)
        cells[row].append(" ")
      }
    case "@":
      for _ in 0..<min(count, columns - column) {
        cells[row].insert(" ", at: column)
        cells[row].removeLast()
      }
    case "X": erase(column..<min(columns, column + count))
    case "m": break
    case "h", "l":
      if !body.hasPrefix("?") { note() }
    default: note()
    }
  }

  private mutating func erase(_ range: Range<Int>) {
    for index in range { cells[row][index] = " " }
  }

  private mutating func eraseScreen(_ mode: Int) {
    let blank = Array(repeating: " ", count: columns)
    switch mode {
    case 0:
      erase(column..<columns)
      for index in (row + 1)..<max(rows, row + 1) { cells[index] = blank }
    case 1:
      erase(0..<(column + 1))
      for index in 0..<row { cells[index] = blank }
    default:
      for index in 0..<rows { cells[index] = blank }
    }
  }

  private mutating func note() {
    unknown.append(String(String.UnicodeScalarView(sequence.dropFirst())))
  }
}
