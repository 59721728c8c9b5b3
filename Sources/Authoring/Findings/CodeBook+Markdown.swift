// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

extension CodeBook {
  /// The whole book as Markdown, a section a code: Documentation/codes.md.
  public static var markdown: String {
    var text = """
      # The book of codes

      What `drillhall check` finds has a code, which never changes its meaning. This is what each code
      means, and what to do; `drillhall explain-code D101` shows the same in a terminal. An error keeps
      a drill from being played, a warning does not.

      This page is made of the program's own texts (`drillhall explain-code --markdown`). Don't edit it.

      | Code | | What it is about |
      |---|---|---|

      """
    for rule in rules {
      text += "| [\(rule.code)](#\(anchor(rule))) | \(rule.severity.rawValue) | \(rule.title) |\n"
    }
    for rule in rules { text += section(rule) }
    return text
  }

  /// The section of a rule.
  static func section(_ rule: Rule) -> String {
    guard let entry = entry(rule.code) else { return "" }
    var text =
      "\n## \(rule.code) \(rule.title)\n\nThis is \(weight(rule)). \(prose(entry.meaning))\n"
    if let origin = entry.origin { text += "\nHow it comes about: \(prose(origin))\n" }
    if let example = entry.example {
      let language = example.frame.isFrontMatter ? "yaml" : "markdown"
      text += "\nWrong, \(example.frame.words):\n\n" + fenced(example.wrong, language)
      text += "\nRight:\n\n" + fenced(example.right, language)
    }
    return text + "\nWhat to do: \(prose(entry.remedy))\n"
  }

  /// `an error` or `a warning`.
  public static func weight(_ rule: Rule) -> String {
    rule.severity == .error ? "an error" : "a warning"
  }

  /// The link target that a forge gives to the section of a rule.
  private static func anchor(_ rule: Rule) -> String {
    let kept = "\(rule.code) \(rule.title)".lowercased()
      .filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" }
    return String(kept.map { $0 == " " ? "-" : $0 })
  }

  /// A paragraph whose signs are signs: what it says of links and emphasis must not become some.
  private static func prose(_ text: String) -> String {
    String(text.flatMap { "\\`*_[]<".contains($0) ? ["\\", $0] : [$0] })
  }

  /// Lines between fences that are longer than any within.
  private static func fenced(_ lines: String, _ language: String) -> String {
    let fence = lines.contains("```") ? "````" : "```"
    return "\(fence)\(language)\n\(lines)\n\(fence)\n"
  }
}
