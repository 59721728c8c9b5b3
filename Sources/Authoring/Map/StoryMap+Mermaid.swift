// SPDX-License-Identifier: GPL-3.0-or-later

extension StoryMap {
  /// The map as a Mermaid flowchart, which forges draw within Markdown.
  public var mermaid: String {
    var lines = ["---", "title: \(Self.yaml(title))", "---", "flowchart TD", "  start(( ))"]
    for (index, node) in nodes.enumerated() {
      let text = [node.title, node.detail].filter { !$0.isEmpty }.map(Self.escaped)
        .joined(separator: "<br>")
      let shape =
        node.slug == Self.end
        ? "([\"\(text)\"])" : node.isDetour ? "[[\"\(text)\"]]" : "[\"\(text)\"]"
      lines.append("  n\(index)\(shape)")
    }
    for edge in edges {
      let text = edge.lines.map(Self.escaped).joined(separator: "<br>")
      let arrow = edge.isCritical ? "==>" : "-->"
      let label = text.isEmpty ? "" : "|\"\(text)\"|"
      lines.append("  \(name(edge.from)) \(arrow)\(label) \(name(edge.to))")
    }
    let unreached = nodes.indices.filter { !nodes[$0].isReached }.map { "n\($0)" }
    if !unreached.isEmpty {
      lines.append("  classDef unreached stroke-dasharray: 3 3")
      lines.append("  class \(unreached.joined(separator: ",")) unreached")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Text within quotation marks: what Mermaid or HTML would take for its own is written as a code.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "<", ">", "&", "#", ";", "`", "[", "]", "{", "}", "|", "\\": "#\(scalar.value);"
      default: String(scalar)
      }
    }.joined()
  }

  /// A title in the front matter, which is YAML.
  private static func yaml(_ text: String) -> String {
    "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
  }
}
