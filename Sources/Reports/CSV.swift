// SPDX-License-Identifier: GPL-3.0-or-later

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
  private let profile: CSVProfile

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

  private func append(_ field: String, to bytes: inout [UInt8]) {
    switch profile {
    case .data:
      let isPlain = field.utf8.allSatisfy {
        $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: ",") && $0 != 0x0A && $0 != 0x0D
      }
      if isPlain {
        bytes.append(contentsOf: field.utf8)
      } else {
        appendQuoted(field.utf8, to: &bytes)
      }
    case .excel:
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

extension Completion.Value {
  /// The cell as CSV holds it.
  var csv: String {
    switch self {
    case .text(let text), .number(let text): text
    case .truth(let value): value ? "true" : "false"
    case .empty: ""
    }
  }
}
