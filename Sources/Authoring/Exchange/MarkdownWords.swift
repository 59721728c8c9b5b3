// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Words as Markdown reads them word for word.
enum MarkdownWords {
  /// One line of a text: what could begin or end formatting is escaped, and an address that forges
  /// would make a link of stands in a code span.
  static func line(_ text: some StringProtocol) -> String {
    let text = String(text)
    var written = ""
    var start = text.startIndex
    for address in LiveAddress.ranges(in: text) {
      written += escaped(text[start..<address.lowerBound], isFirst: written.isEmpty)
      written += "`\(text[address])`"
      start = address.upperBound
    }
    return numberless(written + escaped(text[start...], isFirst: written.isEmpty))
  }

  private static func escaped(_ text: Substring, isFirst: Bool) -> String {
    var written = String.UnicodeScalarView()
    var rest = Array(text.unicodeScalars)[...]
    var isFirst = isFirst
    while let scalar = rest.first {
      let link = joint(rest)
      if link > 0 {
        // Escaped or not, the two brackets of a link side by side are an error of a drill.
        written.append("`")
        written.append(contentsOf: rest.prefix(link))
        written.append("`")
        rest = rest.dropFirst(link)
      } else {
        let isSign = "\\`*_[]<~#|&".unicodeScalars.contains(scalar)
        if isSign || (isFirst && "-+=(>:".unicodeScalars.contains(scalar)) { written.append("\\") }
        written.append(scalar)
        rest = rest.dropFirst()
      }
      isFirst = false
    }
    return String(written)
  }

  /// “1.” at a line's start would begin a list.
  private static func numberless(_ line: String) -> String {
    let digits = line.unicodeScalars.prefix { (0x30...0x39).contains($0.value) }
    let rest = line.unicodeScalars.dropFirst(digits.count)
    guard !digits.isEmpty, rest.first == "." || rest.first == ")" else { return line }
    return "\(String(digits))\\\(String(rest))"
  }

  /// How many characters at the start look like the middle of a link, `](` or `] (#`, several of
  /// these in a row together.
  private static func joint(_ text: ArraySlice<Unicode.Scalar>) -> Int {
    var count = 0
    while true {
      let rest = text.dropFirst(count)
      if rest.starts(with: ["]", "("]) {
        count += 2
      } else if rest.starts(with: ["]", " ", "(", "#"]) {
        count += 4
      } else {
        return count
      }
    }
  }

  /// Lines that stay lines, the later ones indented.
  static func lines(_ text: String, indent: String = "") -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line($0) }
    return lines.enumerated().map { index, line in
      (index == 0 ? "" : indent) + line + (index == lines.count - 1 ? "" : "\\")
    }
  }

  /// A text in paragraphs, where empty lines part it.
  static func paragraphs(_ text: String) -> [String] {
    var written: [String] = []
    var paragraph: [Substring] = []
    func close() {
      guard !paragraph.isEmpty else { return }
      written += (written.isEmpty ? [] : [""]) + lines(paragraph.joined(separator: "\n"))
      paragraph = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty { close() } else { paragraph.append(line) }
    }
    close()
    return written
  }

  /// A quote, a paragraph for each line of the text.
  static func quote(_ text: String, indent: String = "") -> [String] {
    let lines = text.split(separator: "\n").map { "\(indent)> \(line($0))" }
    return Array(lines.map { [$0] }.joined(separator: ["\(indent)>"]))
  }

  /// A text as YAML, in quotes whatever it holds.
  static func yaml(_ text: String) -> String {
    "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
  }
}
