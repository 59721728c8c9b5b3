// SPDX-License-Identifier: GPL-3.0-or-later

/// Writes a value as compact JSON with sorted keys, in the very bytes that `JSONEncoder` writes
/// with `.sortedKeys` and `.withoutEscapingSlashes`.
///
/// An answer is written while somebody waits for what is said to it, and `JSONEncoder` took longer
/// for that than SQLite for the whole commit.
final class EventEncoder: Encoder {
  /// The value's JSON (RFC 8259). Throws what the value throws, and for a number that is none.
  static func bytes(of value: some Encodable) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1024)
    try node(of: value, path: []).write(to: &bytes)
    return bytes
  }

  let codingPath: [any CodingKey]
  let userInfo: [CodingUserInfoKey: Any] = [:]
  /// Where the value goes.
  fileprivate let slot: JSONSlot

  fileprivate init(_ slot: JSONSlot, path: [any CodingKey]) {
    self.slot = slot
    codingPath = path
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(ObjectContainer<Key>(slot.object(), path: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    ArrayContainer(slot.array(), path: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    ValueContainer(slot: slot, codingPath: codingPath)
  }

  /// What a value comes to.
  fileprivate static func node(
    of value: some Encodable, path: [any CodingKey]
  ) throws -> JSONNode {
    // Lists of texts are common, and a text needs no encoder of its own.
    if type(of: value) == String.self, let text = value as? String { return .text(text) }
    let slot = JSONSlot()
    try value.encode(to: EventEncoder(slot, path: path))
    return slot.node
  }
}

/// An object under way.
private struct ObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  private let object: JSONObject
  let codingPath: [any CodingKey]

  init(_ object: JSONObject, path: [any CodingKey]) {
    self.object = object
    codingPath = path
  }

  private func add(_ node: JSONNode, _ key: Key) {
    object.members.append((key.stringValue, node))
  }

  mutating func encodeNil(forKey key: Key) { add(.literal("null"), key) }
  mutating func encode(_ value: Bool, forKey key: Key) { add(.literal(String(value)), key) }
  mutating func encode(_ value: String, forKey key: Key) { add(.text(value), key) }
  mutating func encode(_ value: Int, forKey key: Key) { add(.literal(String(value)), key) }
  mutating func encode(_ value: Int64, forKey key: Key) { add(.literal(String(value)), key) }
  mutating func encode(_ value: UInt64, forKey key: Key) { add(.literal(String(value)), key) }

  mutating func encode(_ value: some Encodable, forKey key: Key) throws {
    add(try EventEncoder.node(of: value, path: codingPath), key)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    let inner = JSONObject()
    add(.object(inner), key)
    return KeyedEncodingContainer(ObjectContainer<Nested>(inner, path: codingPath + [key]))
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    let inner = JSONArray()
    add(.array(inner), key)
    return ArrayContainer(inner, path: codingPath + [key])
  }

  mutating func superEncoder() -> any Encoder { encoder(at: "super") }
  mutating func superEncoder(forKey key: Key) -> any Encoder { encoder(at: key.stringValue) }

  private func encoder(at key: String) -> any Encoder {
    let slot = JSONSlot()
    object.members.append((key, .slot(slot)))
    return EventEncoder(slot, path: codingPath)
  }
}

/// An array under way.
private struct ArrayContainer: UnkeyedEncodingContainer {
  private let array: JSONArray
  let codingPath: [any CodingKey]
  var count: Int { array.elements.count }

  init(_ array: JSONArray, path: [any CodingKey]) {
    self.array = array
    codingPath = path
  }

  mutating func encodeNil() { array.elements.append(.literal("null")) }

  mutating func encode(_ value: some Encodable) throws {
    array.elements.append(try EventEncoder.node(of: value, path: codingPath))
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    let inner = JSONObject()
    array.elements.append(.object(inner))
    return KeyedEncodingContainer(ObjectContainer<Nested>(inner, path: codingPath))
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    let inner = JSONArray()
    array.elements.append(.array(inner))
    return ArrayContainer(inner, path: codingPath)
  }

  mutating func superEncoder() -> any Encoder {
    let slot = JSONSlot()
    array.elements.append(.slot(slot))
    return EventEncoder(slot, path: codingPath)
  }
}

/// A single value.
private struct ValueContainer: SingleValueEncodingContainer {
  let slot: JSONSlot
  let codingPath: [any CodingKey]

  private func number(_ value: some BinaryFloatingPoint & CustomStringConvertible) throws {
    guard value.isFinite else {
      throw EncodingError.invalidValue(
        value, .init(codingPath: codingPath, debugDescription: "JSON has no number for it"))
    }
    let text = value.description
    slot.node = .literal(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }

  mutating func encodeNil() { slot.node = .literal("null") }
  mutating func encode(_ value: Bool) { slot.node = .literal(String(value)) }
  mutating func encode(_ value: String) { slot.node = .text(value) }
  mutating func encode(_ value: Double) throws { try number(value) }
  mutating func encode(_ value: Float) throws { try number(value) }
  mutating func encode(_ value: Int) { slot.node = .literal(String(value)) }
  mutating func encode(_ value: Int8) { slot.node = .literal(String(value)) }
  mutating func encode(_ value: Int16) { slot.node = .literal(String(value)) }
  mutating func encode(_ value: Int32) { slot.node = .literal(String(value)) }
  mutating func encode(_ value: Int64) { slot.node = .literal(String(value)) }
  mutating func encode(_ value: UInt) { slot.node = .literal(String(value)) }
  mutating func encode(_ value: UInt8) { slot.node = .literal(String(value)) }
  mutating func encode(_ value: UInt16) { slot.node = .literal(String(value)) }
  mutating func encode(_ value: UInt32) { slot.node = .literal(String(value)) }
  mutating func encode(_ value: UInt64) { slot.node = .literal(String(value)) }

  mutating func encode(_ value: some Encodable) throws {
    slot.node = try EventEncoder.node(of: value, path: codingPath)
  }
}
