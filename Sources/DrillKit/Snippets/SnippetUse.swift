// SPDX-License-Identifier: GPL-3.0-or-later

/// A line that takes in a part of a snippet: `Use: [Facts sheet](snippets/facts.md#version-3)`.
struct SnippetUse {
  /// The link's path, as it is written.
  let path: String
  /// The heading in the snippet's file below which the text stands.
  let slug: String

  /// How it is written, for messages.
  static let form = "“Use: [Title](snippets/file.md#part)”"
  private static let opening = "Use: ["

  /// Whether a line is meant as one, well written or not.
  static func isMeant(_ line: some StringProtocol) -> Bool { line.hasPrefix(opening) }

  /// The line that was meant by one that nearly takes in a part of a snippet, such as `Uses: […](…)`;
  /// nil for any other.
  static func meant(by line: Substring) -> String? {
    guard let byte = line.utf8.first(where: { $0 != 0x20 }),
      byte | 0x20 == UInt8(ascii: "u") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "*"),
      line.utf8.count <= 500, !isMeant(line), line.hasBytes(of: folder)
    else { return nil }
    let text = line.trimming { "_* \t.".contains($0) }
    let word = text.prefix { $0.isLetter }
    let link = text.dropFirst(word.count).drop { ":_* ".contains($0) }
    guard ["use", "uses", "used", "using"].contains(word.lowercased()), link.first == "[" else {
      return nil
    }
    let meant = "Use: " + link
    guard let use = SnippetUse(meant), use.path.split(separator: "/").dropLast().last == "snippets"
    else { return nil }
    return meant
  }

  /// What the path to a snippet has in it.
  static let folder = "snippets/"

  /// Reads a line; nil where it is none, or its link is not to a part of a Markdown file.
  init?(_ line: some StringProtocol) {
    let text = line.trimmed()
    guard Self.isMeant(text), text.hasSuffix(")"), let middle = text.ranges(of: "](").first,
      text.ranges(of: "](").count == 1
    else { return nil }
    let destination = text[middle.upperBound...].dropLast()
    let parts = destination.split(separator: "#", omittingEmptySubsequences: false)
    guard text[..<middle.lowerBound].count > Self.opening.count, parts.count == 2,
      parts[0].hasSuffix(".md"), !parts[1].isEmpty,
      !destination.contains(where: { $0.isWhitespace || "()<>\\".contains($0) })
    else { return nil }
    path = String(parts[0])
    slug = String(parts[1])
  }

  /// The snippet's file, as seen from where the file that uses it is seen from; nil where the path
  /// leads to no folder of snippets.
  func file(from user: String) -> String? {
    let written = WrittenPath(path)
    guard !written.isAbsolute, written.parts.dropLast().last == "snippets" else { return nil }
    return WrittenPath(user).parent.appending(written).description
  }
}

/// A part of a snippet's file: the lines below one of its headings.
struct SnippetPart {
  /// The line of the file, 1-based, that is the first of them.
  let firstLine: Int
  /// The lines, without empty ones at their ends.
  let lines: [Substring]

  /// Why a file has no such part, to go on a sentence with.
  enum Missing: Error {
    /// No heading has the link target; the targets that there are.
    case noHeading(targets: [String])
    /// A heading on a line within the part.
    case headingInside(line: Int)
    /// A use of another snippet on a line within the part.
    case useInside(line: Int)
    /// No text below the heading on a line.
    case noText(line: Int)
  }

  /// Finds a part by its heading's link target.
  init(_ slug: String, in source: SourceText) throws(Missing) {
    var fence = Fence()
    var slugs: [String] = []
    var start: (line: Int, level: Int)?
    var end = source.lines.count
    for (index, line) in source.lines.enumerated() where !fence.takes(line) {
      if let (level, title) = Self.heading(line) {
        if let start {
          guard level > start.level else {
            end = index
            break
          }
          throw .headingInside(line: index + 1)
        }
        let own = Slug.of(title)
        if own == slug { start = (index + 1, level) } else { slugs.append(own) }
      } else if start != nil, SnippetUse.isMeant(line) {
        throw .useInside(line: index + 1)
      }
    }
    guard let start else { throw .noHeading(targets: slugs) }
    let body = source.lines[start.line..<end]
    guard let first = body.firstIndex(where: { !$0.isBlank }),
      let last = body.lastIndex(where: { !$0.isBlank })
    else { throw .noText(line: start.line) }
    firstLine = first + 1
    lines = Array(body[first...last])
  }

  /// A heading's level and words; nil for any other line.
  private static func heading(_ line: Substring) -> (level: Int, title: Substring)? {
    let level = line.prefix { $0 == "#" }.count
    guard (1...6).contains(level), line.dropFirst(level).first == " " else { return nil }
    return (level, line.dropFirst(level + 1))
  }
}

/// Tells lines of code from text, as fences open and close it (CommonMark 0.31.2, 4.5).
struct Fence {
  private var sign: Character?
  private var length = 0

  /// Whether a line is code, or opens or closes it. Lines are given one after the other.
  mutating func takes(_ line: Substring) -> Bool {
    let text = line.drop { $0 == " " }
    if let sign {
      let run = text.prefix { $0 == sign }.count
      if run >= length, text.dropFirst(run).isBlank { self.sign = nil }
      return true
    }
    guard line.count - text.count < 4, let first = text.first, first == "`" || first == "~" else {
      return false
    }
    let run = text.prefix { $0 == first }.count
    guard run >= 3, first == "~" || !text.dropFirst(run).contains("`") else { return false }
    (sign, length) = (first, run)
    return true
  }
}
