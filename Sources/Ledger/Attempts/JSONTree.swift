// SPDX-License-Identifier: GPL-3.0-or-later

/// JSON under way: what an `EventEncoder` has been given so far.
///
/// All values lie in two lists, one of places and one of their texts, because an answer has some
/// hundred values, and an object for each would take longer than all else.
final class JSONTree {
  /// What stands at a place; a number is a place in the tree.
  private struct Node {
    /// Its name in the object that it is a member of.
    var key = ""
    var content = Content.none
    /// The next member or element.
    var next = JSONTree.nowhere
  }

  private enum Content {
    /// Nothing was written there, which `JSONEncoder` takes for an empty object.
    case none
    /// The finished text, from here to there.
    case scalar(from: Int, to: Int)
    case array(first: Int, last: Int, count: Int)
    /// The members, in the order of their keys.
    case object(first: Int)
  }

  /// The place of the whole.
  static let root = 0
  private static let nowhere = -1
  // One encoder alone uses a tree: nothing is gained by asking about that at each access.
  @exclusivity(unchecked) private var nodes = [Node()]
  @exclusivity(unchecked) private var text: [UInt8] = []

  /// An empty tree.
  init() {
    nodes.reserveCapacity(128)
    text.reserveCapacity(1024)
  }

  // MARK: Places

  /// Makes the place an object; one that it is already stays.
  func makeObject(at place: Int) {
    if case .object = nodes[place].content { return }
    nodes[place].content = .object(first: Self.nowhere)
  }

  /// Makes the place an array; one that it is already stays.
  func makeArray(at place: Int) {
    if case .array = nodes[place].content { return }
    nodes[place].content = .array(first: Self.nowhere, last: Self.nowhere, count: 0)
  }

  /// The place of a new member of an object.
  func member(_ key: String, of object: Int) -> Int {
    guard case .object(let first) = nodes[object].content else { return object }
    let new = nodes.count
    // Kept in order, since the bytes must be the same whichever way a value lists its fields.
    var before = Self.nowhere
    var after = first
    while after != Self.nowhere, nodes[after].key < key {
      before = after
      after = nodes[after].next
    }
    nodes.append(Node(key: key, next: after))
    if before == Self.nowhere {
      nodes[object].content = .object(first: new)
    } else {
      nodes[before].next = new
    }
    return new
  }

  /// The place of a new element of an array.
  func element(of array: Int) -> Int {
    guard case .array(let first, let last, let count) = nodes[array].content else { return array }
    let new = nodes.count
    nodes.append(Node())
    if last != Self.nowhere { nodes[last].next = new }
    nodes[array].content = .array(
      first: first == Self.nowhere ? new : first, last: new, count: count + 1)
    return new
  }

  /// How many elements an array has.
  func count(of array: Int) -> Int {
    if case .array(_, _, let count) = nodes[array].content { count } else { 0 }
  }

  // MARK: Values

  /// Writes a number, `true`, `false` or `null` as it stands.
  func write(literal: String, at place: Int) {
    let start = text.count
    text.append(contentsOf: literal.utf8)
    nodes[place].content = .scalar(from: start, to: text.count)
  }

  /// Writes a text.
  func write(_ value: String, at place: Int) {
    let start = text.count
    JSONString.append(value, to: &text)
    nodes[place].content = .scalar(from: start, to: text.count)
  }

  // MARK: Bytes

  /// The JSON text of the whole.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count * 2)
    append(Self.root, to: &bytes)
    return bytes
  }

  private func append(_ place: Int, to bytes: inout [UInt8]) {
    switch nodes[place].content {
    case .none: bytes.append(contentsOf: "{}".utf8)
    case .scalar(let start, let end): bytes.append(contentsOf: text[start..<end])
    case .array(let first, _, _):
      bytes.append(UInt8(ascii: "["))
      eachPlace(from: first) { element in
        if element != first { bytes.append(UInt8(ascii: ",")) }
        append(element, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let first):
      bytes.append(UInt8(ascii: "{"))
      eachPlace(from: first) { member in
        if member != first { bytes.append(UInt8(ascii: ",")) }
        JSONString.append(nodes[member].key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        append(member, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private func eachPlace(from first: Int, _ visit: (Int) -> Void) {
    var place = first
    while place != Self.nowhere {
      visit(place)
      place = nodes[place].next
    }
  }
}

/// Texts as JSON writes them.
enum JSONString {
  /// Appends a text in quotation marks, escaped where JSON demands it (RFC 8259, section 7).
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { text in
      // Whole runs at once: hardly any byte needs an escape.
      var start = 0
      for (index, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        appendEscape(of: byte, to: &bytes)
        start = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func appendEscape(of byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case 0x22: bytes.append(contentsOf: "\\\"".utf8)
    case 0x5C: bytes.append(contentsOf: "\\\\".utf8)
    case 0x08: bytes.append(contentsOf: "\\b".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0C: bytes.append(contentsOf: "\\f".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    default:
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
      bytes.append(contentsOf: String(byte & 0x0F, radix: 16).utf8)
    }
  }
}
