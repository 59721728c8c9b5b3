// SPDX-License-Identifier: GPL-3.0-or-later

/// JSON under way: what an `EventEncoder` has been given so far.
enum JSONNode {
  /// A number, `true`, `false` or `null` as it is written.
  case literal(String)
  case text(String)
  case array(JSONArray)
  case object(JSONObject)
  /// Filled in later.
  case slot(JSONSlot)

  /// Appends the JSON text, with the members of objects in the order of their keys.
  func write(to bytes: inout [UInt8]) {
    switch self {
    case .literal(let text): bytes.append(contentsOf: text.utf8)
    case .text(let text): Self.write(text, to: &bytes)
    case .slot(let slot): slot.node.write(to: &bytes)
    case .array(let array):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in array.elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        element.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let object):
      bytes.append(UInt8(ascii: "{"))
      let members = object.members.sorted { $0.key < $1.key }
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.write(member.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.node.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { text in
      if text.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
        bytes.append(contentsOf: text)
      } else {
        for byte in text { write(byte, to: &bytes) }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A byte of a text, escaped where JSON demands it (RFC 8259, section 7).
  private static func write(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case 0x22: bytes.append(contentsOf: "\\\"".utf8)
    case 0x5C: bytes.append(contentsOf: "\\\\".utf8)
    case 0x08: bytes.append(contentsOf: "\\b".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0C: bytes.append(contentsOf: "\\f".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x00..<0x20:
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
      bytes.append(contentsOf: String(byte & 0x0F, radix: 16).utf8)
    default: bytes.append(byte)
    }
  }
}

/// An object under way.
final class JSONObject {
  /// Keys and values in the order in which they came.
  var members: [(key: String, node: JSONNode)] = []
}

/// An array under way.
final class JSONArray {
  /// The elements.
  var elements: [JSONNode] = []
}

/// The place of one value.
final class JSONSlot {
  /// The value; an empty object until there is one, as `JSONEncoder` has it.
  var node: JSONNode = .literal("{}")

  /// The object here, made where there is none.
  func object() -> JSONObject {
    if case .object(let object) = node { return object }
    let object = JSONObject()
    node = .object(object)
    return object
  }

  /// The array here, made where there is none.
  func array() -> JSONArray {
    if case .array(let array) = node { return array }
    let array = JSONArray()
    node = .array(array)
    return array
  }
}
