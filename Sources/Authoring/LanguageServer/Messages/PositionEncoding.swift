// SPDX-License-Identifier: GPL-3.0-or-later

/// What the columns of positions count.
enum PositionEncoding: String, Codable, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// How many units a scalar takes, told from the first byte of its UTF-8.
  func units(ofScalarBeginning byte: UInt8) -> Int {
    switch self {
    case .utf32: 1
    case .utf16: byte >= 0xF0 ? 2 : 1
    case .utf8: byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
  }
}

/// A place in a document: both count from 0.
struct LSPPosition: Hashable, Codable, Sendable {
  var line: Int
  var character: Int
}

/// A stretch of a document; its end is not in it.
struct LSPRange: Hashable, Codable, Sendable {
  var start: LSPPosition
  var end: LSPPosition
}

/// A stretch of a document that may be another one.
struct LSPLocation: Hashable, Encodable {
  var uri: String
  var range: LSPRange
}

/// A change of a document's text.
struct LSPTextEdit: Hashable, Encodable {
  var range: LSPRange
  var newText: String
}
