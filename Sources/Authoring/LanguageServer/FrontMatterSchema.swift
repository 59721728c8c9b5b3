// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit
internal import FoundationEssentials

/// The front matter of drills and policies as a JSON Schema (draft 2020-12), for editors that know
/// YAML and no drill.
public enum FrontMatterSchema {
  /// A part of a schema, as far as front matter needs any.
  private struct Node: Encodable {
    var schema: String?
    var title: String?
    var description: String?
    var type: [String]?
    var constant: Int?
    var words: [String]?
    var minimum: Int?
    var maximum: Int?
    var minLength: Int?
    var pattern: String?
    var items: [Node]?
    var properties: [String: Node]?
    var required: [String]?
    var additionalProperties: Bool?
    var oneOf: [Node]?

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case title, description, type
      case constant = "const"
      case words = "enum"
      case minimum, maximum, minLength, pattern, items, properties, required
      case additionalProperties, oneOf
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encodeIfPresent(schema, forKey: .schema)
      try container.encodeIfPresent(title, forKey: .title)
      try container.encodeIfPresent(description, forKey: .description)
      if let type, type.count == 1 {
        try container.encode(type[0], forKey: .type)
      } else {
        try container.encodeIfPresent(type, forKey: .type)
      }
      try container.encodeIfPresent(constant, forKey: .constant)
      try container.encodeIfPresent(words, forKey: .words)
      try container.encodeIfPresent(minimum, forKey: .minimum)
      try container.encodeIfPresent(maximum, forKey: .maximum)
      try container.encodeIfPresent(minLength, forKey: .minLength)
      try container.encodeIfPresent(pattern, forKey: .pattern)
      // One schema for all items of a list.
      try container.encodeIfPresent(items?.first, forKey: .items)
      try container.encodeIfPresent(properties, forKey: .properties)
      try container.encodeIfPresent(required, forKey: .required)
      try container.encodeIfPresent(additionalProperties, forKey: .additionalProperties)
      try container.encodeIfPresent(oneOf, forKey: .oneOf)
    }
  }

  /// The schema's text.
  public static var bytes: [UInt8] {
    let schema = Node(
      schema: "https://json-schema.org/draft/2020-12/schema",
      title: "Front matter of a drill, a translation or a policy",
      description: "Made by “drillhall lsp --schema”.",
      oneOf: [
        object("Drill", FrontMatterKey.drill), object("Policy", FrontMatterKey.policy),
        object("Translation", FrontMatterKey.translation),
      ])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    // Values of this kind can always be encoded.
    return ((try? encoder.encode(schema)).map(Array.init) ?? []) + [0x0A]
  }

  private static func object(_ title: String, _ keys: [FrontMatterKey]) -> Node {
    Node(
      title: title, type: ["object"],
      properties: Dictionary(keys.map { ($0.name, value($0)) }) { first, _ in first },
      required: keys.filter(\.isRequired).map(\.name), additionalProperties: false)
  }

  private static func value(_ key: FrontMatterKey) -> Node {
    var node = Node(description: key.meaning)
    switch key.form {
    // YAML takes a bare number or date for one; the reader takes it for the text that it is.
    case .text:
      node.type = ["string", "number"]
      node.minLength = 1
    case .identifier(let length):
      node.type = ["string"]
      node.pattern = "^[a-z][a-z0-9-]{0,\(length - 1)}$"
    case .word(let words): node.words = words
    case .whole(let range) where range.count == 1: node.constant = range.lowerBound
    case .whole(let range):
      node.type = ["integer"]
      (node.minimum, node.maximum) = (range.lowerBound, range.upperBound)
    case .percent:
      node.type = ["integer", "string"]
      (node.minimum, node.maximum) = (0, 100)
      node.pattern = "^(100|[0-9]{1,2}) ?%?$"
    case .texts:
      node.type = ["array", "string"]
      node.items = [Node(type: ["string", "number"], minLength: 1)]
      node.minLength = 1
    case .date:
      node.type = ["string"]
      node.pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    case .settings:
      node.type = ["object"]
      node.properties = Dictionary(
        SettingForm.all.filter { $0.name != "id" }.map { form in
          (form.name, Node(description: form.meaning, type: ["string", "number", "boolean"]))
        }
      ) { first, _ in first }
      node.additionalProperties = false
    }
    return node
  }
}
