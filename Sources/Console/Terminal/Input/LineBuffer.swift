// SPDX-License-Identifier: GPL-3.0-or-later

/// Cuts bytes into lines, bounded: whatever a script sends, only so much is held.
struct LineBuffer {
  private var bytes: [UInt8] = []
  private var isSkipping = false
  private var searched = 0

  /// What has come since the last line end.
  var unfinished: [UInt8] {
    let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return Array(bytes[end...])
  }

  /// Whether a line has begun and not ended.
  var hasUnfinished: Bool { isSkipping || !bytes.isEmpty }

  /// Adds what was read.
  mutating func append(_ new: [UInt8]) {
    bytes += new
  }

  /// The next whole line, or nil until more bytes come.
  mutating func nextLine() -> InputLine? {
    guard let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
      bound()
      searched = bytes.count
      return nil
    }
    let line = bytes[..<end]
    bytes.removeFirst(end + 1)
    return finish(line)
  }

  /// What is left when the input has ended without a line end, or nil.
  mutating func lastLine() -> InputLine? {
    guard hasUnfinished else { return nil }
    let line = bytes[...]
    bytes = []
    return finish(line)
  }

  /// Forgets the line that has begun; whole lines behind it stay.
  mutating func dropUnfinished() {
    bytes.removeLast(unfinished.count)
    isSkipping = false
    searched = 0
  }

  /// Holds no more of an endless line than is needed to know that it is too long.
  private mutating func bound() {
    guard bytes.count > InputLine.longest + 1 else { return }
    bytes.removeLast(bytes.count - InputLine.longest - 1)
    isSkipping = true
  }

  private mutating func finish(_ line: ArraySlice<UInt8>) -> InputLine {
    var line = line
    var changes: InputLine.Changes = isSkipping ? .cut : []
    isSkipping = false
    searched = 0
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    if line.count > InputLine.longest {
      changes.insert(.cut)
      line = line.prefix(InputLine.longest)
      // Not in the middle of a character.
      while let last = line.last, last & 0xC0 == 0x80 { line.removeLast() }
      if let last = line.last, last >= 0xC0 { line.removeLast() }
    }
    if line.contains(0) { changes.insert(.malformed) }
    let decoded = String(validating: line, as: UTF8.self)
    if decoded == nil { changes.insert(.malformed) }
    let (text, hadControls) = ForeignText.stripped(decoded ?? String(decoding: line, as: UTF8.self))
    if hadControls { changes.insert(.controlsRemoved) }
    return InputLine(text: text, at: .now, changes: changes)
  }
}
