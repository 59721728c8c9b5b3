// SPDX-License-Identifier: GPL-3.0-or-later

/// Any JSON, for looking at what was written.
enum JSONValue: Decodable, Hashable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// What stands under a key.
  subscript(key: String) -> JSONValue? {
    if case .object(let values) = self { return values[key] }
    return nil
  }

  /// The keys of an object, in alphabetical order.
  var keys: [String] {
    if case .object(let values) = self { return values.keys.sorted() }
    return []
  }

  /// The values of a list.
  var list: [JSONValue]? {
    if case .list(let values) = self { return values }
    return nil
  }

  /// A text.
  var text: String? {
    if case .text(let value) = self { return value }
    return nil
  }

  /// A whole number.
  var number: Int? {
    if case .number(let value) = self { return Int(exactly: value) }
    return nil
  }
}
