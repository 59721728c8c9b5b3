// SPDX-License-Identifier: GPL-3.0-or-later

/// Values as JSON text (RFC 8259), written straight to bytes: an export of a million rows streams.
enum JSONText {
  /// Appends a string, quoted; control characters and the separators that break JavaScript are
  /// escaped.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes.append(contentsOf: "\\\"".utf8)
      case "\\": bytes.append(contentsOf: "\\\\".utf8)
      case "\n": bytes.append(contentsOf: "\\n".utf8)
      case "\t": bytes.append(contentsOf: "\\t".utf8)
      case "\r": bytes.append(contentsOf: "\\r".utf8)
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || scalar == "\u{2028}" || scalar == "\u{2029}":
        let hex = String(scalar.value, radix: 16)
        bytes.append(contentsOf: "\\u".utf8)
        bytes.append(contentsOf: String(repeating: "0", count: 4 - hex.count).utf8)
        bytes.append(contentsOf: hex.utf8)
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends a cell.
  static func append(_ value: Completion.Value, to bytes: inout [UInt8]) {
    switch value {
    case .text(let text): append(text, to: &bytes)
    case .number(let digits): bytes.append(contentsOf: digits.utf8)
    case .truth(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .empty: bytes.append(contentsOf: "null".utf8)
    }
  }
}
