// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// How a CSV file is written.
public enum CSVProfile: String, CaseIterable, Sendable {
  /// For a spreadsheet: BOM, CRLF, every field quoted, control characters stripped, formulas
  /// guarded by an apostrophe.
  case excel
  /// For a program: RFC 4180, no BOM, no guard.
  case data
}

/// Writes fields as CSV, in UTF-8.
public struct CSVWriter {
  let profile: CSVProfile

  /// A writer of one profile.
  public init(_ profile: CSVProfile) { self.profile = profile }

  /// What stands before the first row.
  public var opening: [UInt8] { profile == .excel ? [0xEF, 0xBB, 0xBF] : [] }

  /// Appends a row and its line end.
  public func append(_ fields: [String], to bytes: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(field, to: &bytes)
    }
    bytes.append(0x0D)
    bytes.append(0x0A)
  }

  /// Appends one field.
  func append(_ field: String, to bytes: inout [UInt8]) {
    switch profile {
    case .data:
      var field = field
      field.withUTF8 { field in
        // Without a branch a byte, or the search takes longer than the copying.
        var marks = 0
        var separators = 0
        for byte in field {
          marks += byte == UInt8(ascii: "\"") ? 1 : 0
          separators += byte == UInt8(ascii: ",") ? 1 : 0
          separators += byte == 0x0A ? 1 : 0
          separators += byte == 0x0D ? 1 : 0
        }
        if marks > 0 {
          appendQuoted(field, to: &bytes)
        } else if separators > 0 {
          bytes.append(UInt8(ascii: "\""))
          bytes.append(contentsOf: field)
          bytes.append(UInt8(ascii: "\""))
        } else {
          bytes.append(contentsOf: field)
        }
      }
    case .excel:
      // Most fields are words: nothing in them to guard, to strip or to double.
      if let first = field.utf8.first, Self.beginsWord(first), Self.isPrintable(field) {
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: field.utf8)
        bytes.append(UInt8(ascii: "\""))
        return
      }
      let text = Self.stripped(field)
      bytes.append(UInt8(ascii: "\""))
      // Asked of what stands in the file as well: stripping may bring an apostrophe to the front.
      if Self.needsGuard(field) || Self.needsGuard(text) { bytes.append(UInt8(ascii: "'")) }
      for byte in text.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private func appendQuoted(_ field: some Sequence<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in field {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a byte is a letter or a digit in ASCII: no formula begins so.
  private static func beginsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// Whether the text is printable ASCII without a quotation mark.
  private static func isPrintable(_ field: String) -> Bool {
    var field = field
    return field.withUTF8 { field in
      var others = 0
      for byte in field {
        others += byte < 0x20 ? 1 : 0
        others += byte > 0x7E ? 1 : 0
        others += byte == UInt8(ascii: "\"") ? 1 : 0
      }
      return others == 0
    }
  }

  /// The text without control characters but tab and line feed.
  private static func stripped(_ field: String) -> String {
    if field.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return field }
    var result = String.UnicodeScalarView()
    for scalar in field.unicodeScalars {
      let isControl =
        scalar.value < 0x20 && scalar.value != 0x09 && scalar.value != 0x0A
        || (0x7F...0x9F).contains(scalar.value)
      if !isControl { result.append(scalar) }
    }
    return String(result)
  }

  /// Whether a spreadsheet could take the field for a formula: its first character, or the first
  /// after white space, zero-width and bidirectional characters, begins one. A field that begins
  /// with an apostrophe is guarded too, so that the guard comes off exactly.
  static func needsGuard(_ field: String) -> Bool {
    if field.unicodeScalars.first == "'" { return true }
    for scalar in field.unicodeScalars {
      switch scalar {
      case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}":
        return true
      default:
        guard isInvisible(scalar) else { return false }
      }
    }
    return false
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
      || scalar.properties.generalCategory == .control
      || scalar.properties.isDefaultIgnorableCodePoint
  }
}

/// A row of completions, written as CSV as it comes.
struct CSVCells: CompletionCells {
  private let writer: CSVWriter
  /// What has been written and not been taken away yet.
  var bytes: [UInt8]
  private var isFirst = true

  init(_ profile: CSVProfile, bytes: [UInt8]) {
    writer = CSVWriter(profile)
    self.bytes = bytes
  }

  /// Ends the row.
  mutating func endRow() {
    bytes.append(0x0D)
    bytes.append(0x0A)
    isFirst = true
  }

  mutating func text(_ text: String) {
    separate()
    writer.append(text, to: &bytes)
  }

  mutating func number(_ number: Int) {
    plain(isNegative: number < 0) { $0.appendNumber(number) }
  }
  mutating func decimal(_ parts: Int, scale: Int) {
    plain(isNegative: parts < 0) { $0.appendDecimal(parts, scale: scale) }
  }
  mutating func moment(_ instant: Instant) { plain { $0.appendMoment(instant) } }
  mutating func truth(_ value: Bool) {
    plain { $0.append(contentsOf: (value ? "true" : "false").utf8) }
  }
  mutating func empty() { plain { _ in } }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  /// A cell that needs no escape, and a guard only where it is negative.
  private mutating func plain(isNegative: Bool = false, _ write: (inout [UInt8]) -> Void) {
    separate()
    if writer.profile == .excel { bytes.append(UInt8(ascii: "\"")) }
    if writer.profile == .excel, isNegative { bytes.append(UInt8(ascii: "'")) }
    write(&bytes)
    if writer.profile == .excel { bytes.append(UInt8(ascii: "\"")) }
  }
}
