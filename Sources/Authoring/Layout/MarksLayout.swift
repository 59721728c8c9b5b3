// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Writes the marks before an answer: `(50%; +10 min) `.
enum MarksLayout {
  /// A line with the marks at its start tidied; the line itself where anything else stands in the
  /// parentheses, because then it may be text.
  static func tidied(_ line: String) -> String {
    guard line.hasPrefix("("), let end = line.firstIndex(of: ")") else { return line }
    let inside = line[line.index(after: line.startIndex)..<end]
    let marks = inside.split(separator: ";", omittingEmptySubsequences: false)
      .map { Blanks.trimmed($0) }
    guard !marks.isEmpty, marks.allSatisfy(isMark) else { return line }
    let rest = Blanks.trimmed(line[line.index(after: end)...])
    return "(\(marks.joined(separator: "; ")))" + (rest.isEmpty ? "" : " \(rest)")
  }

  private static let words: Set<String> = [
    "fail", "fail: customer", "fail: business", "fail: compliance", "coach", "timed out",
    "otherwise", "any", "either",
  ]

  /// Whether a text is surely a mark.
  private static func isMark(_ text: String) -> Bool {
    if words.contains(text) || isNumber(text) { return true }
    if text.hasPrefix("before \""), text.hasSuffix("\""), text.utf8.count > 9 {
      return !text.dropFirst(8).dropLast().contains { "\"(\\".contains($0) }
    }
    if text.hasSuffix("%") { return isNumber(text.dropLast().drop { $0 == "-" }) }
    if text.hasPrefix("+"), text.hasSuffix(" min") { return isNumber(text.dropFirst().dropLast(4)) }
    return text.hasPrefix("from ") && isNumber(text.dropFirst(5))
  }

  private static func isNumber(_ text: some StringProtocol) -> Bool {
    (1...5).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}

/// Writes settings and conditions: `_id: first; 2 points_`.
enum DirectiveLayout {
  /// A directive's line; nil where the paragraph is none, or is no plain one.
  static func line(_ raw: [String], _ text: RichText) -> String? {
    guard raw.count == 1, let line = raw.first.map(Blanks.trimmed), line.utf8.count > 2,
      let sign = line.first, sign == "_" || sign == "*", line.last == sign,
      text.runs.allSatisfy({ $0.style == .emphasis })
    else { return nil }
    let inner = line.dropFirst().dropLast()
    // Emphasis within emphasis, escapes and code are left as they are.
    guard !inner.contains(where: { "_*\\`".contains($0) }) else { return nil }
    let isCondition = inner.hasPrefix("when") || text.runs.contains { $0.link != nil }
    return "_\(isCondition ? String(inner) : settings(inner))_"
  }

  private static func settings(_ inner: Substring) -> String {
    let pieces = inner.split(separator: ";", omittingEmptySubsequences: false)
      .map { Blanks.trimmed($0) }
    // A setting that is missing is for check to say.
    guard pieces.allSatisfy({ !$0.isEmpty }) else { return String(inner) }
    return pieces.map { piece in
      guard let colon = piece.firstIndex(of: ":") else { return piece }
      let name = Blanks.trimmedEnd(piece[..<colon])
      let value = Blanks.trimmed(piece[piece.index(after: colon)...])
      return value.isEmpty ? "\(name):" : "\(name): \(value)"
    }.joined(separator: "; ")
  }
}
