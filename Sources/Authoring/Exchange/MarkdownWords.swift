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

  /// The lines of an answer, in which nothing is taken for a mark that was text.
  static func answer(_ text: String, indent: String) -> [String] {
    var lines = lines(text, indent: indent)
    lines[0] = withoutFailure(lines[0])
    lines[lines.count - 1] = withoutMarks(lines[lines.count - 1])
    return lines
  }

  /// “Fail: nobody came”, “FAIL Stop” at a line's start.
  private static func withoutFailure(_ line: String) -> String {
    guard line.lowercased().hasPrefix("fail") else { return line }
    guard let colon = line.firstIndex(of: ":") else {
      // No sign stands here that could be escaped, so its first letter is.
      return (line.first == "f" ? "&#102;" : "&#70;") + line.dropFirst()
    }
    return line[..<colon] + "\\" + line[colon...]
  }

  /// “(fail)”, “(50%)” at a line's end.
  private static func withoutMarks(_ line: String) -> String {
    guard line.hasSuffix(")") || line.hasSuffix(")."), let open = line.lastIndex(of: "("),
      !line[..<open].hasSuffix("\\"),
      case let inside = line[open...].dropFirst().lowercased(), !inside.contains("`"),
      inside.hasPrefix("fail") || inside.hasPrefix("coach") || inside.contains("%")
        || inside.first.map({ "+-".contains($0) || $0.isNumber }) ?? false
    else { return line }
    return line[..<open] + "\\" + line[open...]
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
