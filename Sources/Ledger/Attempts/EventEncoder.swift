// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes a value as compact JSON with sorted keys, in the very bytes that `JSONEncoder` writes
/// with `.sortedKeys` and `.withoutEscapingSlashes`.
///
/// An answer is written while somebody waits for what is said to it, and `JSONEncoder` took longer
/// for that than SQLite for the whole commit. Encoder and containers have three fields each: so
/// they fit into an existential and cost no memory of their own.
struct EventEncoder: Encoder {
  /// The value's JSON (RFC 8259). Throws what the value throws, and for a number that is none.
  static func bytes(of value: some Encodable) throws -> [UInt8] {
    let tree = JSONTree()
    try write(value, to: tree, at: JSONTree.root, path: [])
    return tree.bytes
  }

  fileprivate let tree: JSONTree
  /// Where the value goes.
  fileprivate let place: Int
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    tree.makeObject(at: place)
    return KeyedEncodingContainer(
      ObjectContainer<Key>(tree: tree, place: place, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    tree.makeArray(at: place)
    return ArrayContainer(tree: tree, place: place, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    ValueContainer(tree: tree, place: place, codingPath: codingPath)
  }

  /// Writes what a value comes to.
  fileprivate static func write<Value: Encodable>(
    _ value: Value, to tree: JSONTree, at place: Int, path: [any CodingKey]
  ) throws {
    // Lists of texts are common, and a text needs no encoder of its own.
    if Value.self == String.self, let text = value as? String {
      return tree.write(text, at: place)
    }
    try value.encode(to: EventEncoder(tree: tree, place: place, codingPath: path))
  }
}

/// An object under way.
private struct ObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let tree: JSONTree
  let place: Int
  let codingPath: [any CodingKey]

  private func add(_ key: Key) -> Int { tree.member(key.stringValue, of: place) }
  private func add(_ key: Key, literal: String) { tree.write(literal: literal, at: add(key)) }

  mutating func encodeNil(forKey key: Key) { add(key, literal: "null") }
  mutating func encode(_ value: Bool, forKey key: Key) { add(key, literal: String(value)) }
  mutating func encode(_ value: String, forKey key: Key) { tree.write(value, at: add(key)) }
  mutating func encode(_ value: Int, forKey key: Key) { add(key, literal: String(value)) }
  mutating func encode(_ value: Int64, forKey key: Key) { add(key, literal: String(value)) }
  mutating func encode(_ value: UInt64, forKey key: Key) { add(key, literal: String(value)) }

  mutating func encode(_ value: some Encodable, forKey key: Key) throws {
    try EventEncoder.write(value, to: tree, at: add(key), path: codingPath)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    EventEncoder(tree: tree, place: add(key), codingPath: codingPath + [key])
      .container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    EventEncoder(tree: tree, place: add(key), codingPath: codingPath + [key]).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    EventEncoder(tree: tree, place: tree.member("super", of: place), codingPath: codingPath)
  }

  mutating func superEncoder(forKey key: Key) -> any Encoder {
    EventEncoder(tree: tree, place: add(key), codingPath: codingPath)
  }
}

/// An array under way.
private struct ArrayContainer: UnkeyedEncodingContainer {
  let tree: JSONTree
  let place: Int
  let codingPath: [any CodingKey]
  var count: Int { tree.count(of: place) }

  private func add() -> Int { tree.element(of: place) }

  mutating func encodeNil() { tree.write(literal: "null", at: add()) }

  mutating func encode(_ value: some Encodable) throws {
    try EventEncoder.write(value, to: tree, at: add(), path: codingPath)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    EventEncoder(tree: tree, place: add(), codingPath: codingPath).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    EventEncoder(tree: tree, place: add(), codingPath: codingPath).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    EventEncoder(tree: tree, place: add(), codingPath: codingPath)
  }
}

/// A single value.
private struct ValueContainer: SingleValueEncodingContainer {
  let tree: JSONTree
  let place: Int
  let codingPath: [any CodingKey]

  private func write(_ literal: String) { tree.write(literal: literal, at: place) }

  private func number(_ value: some BinaryFloatingPoint & CustomStringConvertible) throws {
    guard value.isFinite else {
      throw EncodingError.invalidValue(
        value, .init(codingPath: codingPath, debugDescription: "JSON has no number for it"))
    }
    let text = value.description
    write(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }

  mutating func encodeNil() { write("null") }
  mutating func encode(_ value: Bool) { write(String(value)) }
  mutating func encode(_ value: String) { tree.write(value, at: place) }
  mutating func encode(_ value: Double) throws { try number(value) }
  mutating func encode(_ value: Float) throws { try number(value) }
  mutating func encode(_ value: Int) { write(String(value)) }
  mutating func encode(_ value: Int8) { write(String(value)) }
  mutating func encode(_ value: Int16) { write(String(value)) }
  mutating func encode(_ value: Int32) { write(String(value)) }
  mutating func encode(_ value: Int64) { write(String(value)) }
  mutating func encode(_ value: UInt) { write(String(value)) }
  mutating func encode(_ value: UInt8) { write(String(value)) }
  mutating func encode(_ value: UInt16) { write(String(value)) }
  mutating func encode(_ value: UInt32) { write(String(value)) }
  mutating func encode(_ value: UInt64) { write(String(value)) }

  mutating func encode(_ value: some Encodable) throws {
    try EventEncoder.write(value, to: tree, at: place, path: codingPath)
  }
}
