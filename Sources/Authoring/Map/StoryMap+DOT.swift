// SPDX-License-Identifier: GPL-3.0-or-later

extension StoryMap {
  /// The map in the language of Graphviz.
  public var dot: String {
    var lines = [
      "digraph drill {",
      "  graph [label=\(Self.quoted(title)), labelloc=t, fontname=\"Helvetica\", fontsize=16,",
      "    ranksep=0.5, nodesep=0.4];",
      "  node [shape=box, style=\"rounded,filled\", fillcolor=\"#f4f6f8\", color=\"#5a6772\",",
      "    fontname=\"Helvetica\", fontsize=12];",
      "  edge [color=\"#5a6772\", fontname=\"Helvetica\", fontsize=10];",
      "  start [shape=circle, label=\"\", width=0.2, fillcolor=\"#5a6772\"];",
    ]
    for (index, node) in nodes.enumerated() {
      var attributes = [
        "label=\(Self.quoted(([node.title, node.detail].filter { !$0.isEmpty }).joined(separator: "\n")))"
      ]
      if node.slug == Self.end {
        attributes.append("shape=doublecircle, fontsize=10")
      } else if !node.isReached {
        attributes.append("style=\"rounded,dotted\"")
      } else if node.isDetour {
        attributes.append("style=\"rounded,filled,dashed\"")
      }
      lines.append("  n\(index) [\(attributes.joined(separator: ", "))];")
    }
    for edge in edges {
      var attributes: [String] = []
      if !edge.lines.isEmpty {
        attributes.append("label=\(Self.quoted(edge.lines.joined(separator: "\n")))")
      }
      if edge.isCritical {
        attributes.append("color=\"#b3261e\", fontcolor=\"#b3261e\", style=bold")
      }
      let style = attributes.isEmpty ? "" : " [\(attributes.joined(separator: ", "))]"
      lines.append("  \(name(edge.from)) -> \(name(edge.to))\(style);")
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  /// What a node is called: a slug may hold any letter, a number none.
  func name(_ slug: String) -> String {
    nodes.firstIndex { $0.slug == slug }.map { "n\($0)" } ?? "start"
  }

  /// A string of the language: quotes and backslashes escaped, lines centred.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      switch character {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      default: quoted.append(character)
      }
    }
    return quoted + "\""
  }
}
