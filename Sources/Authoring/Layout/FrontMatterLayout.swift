// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Writes the front matter: the keys in their order and with their comments, one space behind a
/// colon, no empty lines around them. Where that would be another value, as in a text under `|`,
/// less is changed, in the end nothing.
enum FrontMatterLayout {
  /// The lines, with the two fences.
  static func lines(of source: SourceText, _ matter: FrontMatter) -> [String] {
    let raw = source.lines[1..<max(1, matter.markdownLine - 2)].map(String.init)
    let stripped = raw.map { Blanks.trimmedEnd($0) }
    var apart: [String] = []
    for line in stripped where !(line.isEmpty && (apart.last ?? "").isEmpty) { apart.append(line) }
    while apart.last == "" { apart.removeLast() }
    for lines in [apart.map(spaced), apart, stripped] {
      let fenced = ["---"] + lines + ["---"]
      if matter.isComplete, means(fenced, matter) { return fenced }
    }
    return ["---"] + raw + ["---"]
  }

  private static func means(_ lines: [String], _ matter: FrontMatter) -> Bool {
    let silent = Diagnostics()
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    guard let source = SourceText(file: "", bytes: bytes, diagnostics: silent) else { return false }
    let other = FrontMatter.read(source, diagnostics: silent)
    return other.isComplete && Portrait(of: other).isSame(as: Portrait(of: matter))
  }

  /// A line `key: value` with one space behind the colon, and behind each comma of a plain list.
  private static func spaced(_ line: String) -> String {
    let name = line.prefix { $0 != ":" }
    guard !name.isEmpty, name.utf8.allSatisfy(isOfKey) else { return line }
    let value = Blanks.trimmed(line.dropFirst(name.count + 1))
    guard !value.isEmpty, value != line.dropFirst(name.count + 1) else { return line }
    return "\(name): \(listed(value))"
  }

  private static func listed(_ value: String) -> String {
    guard value.hasPrefix("["), value.hasSuffix("]"),
      !value.dropFirst().dropLast().contains(where: { "[]{}\"'#".contains($0) })
    else { return value }
    let words = value.dropFirst().dropLast().split(separator: ",").map { Blanks.trimmed($0) }
    return "[\(words.joined(separator: ", "))]"
  }

  private static func isOfKey(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-")
  }
}
