// SPDX-License-Identifier: GPL-3.0-or-later

/// Links that are none for Markdown.
extension MarkdownChecks {
  /// Reports what was meant as a link to a scene or a policy and is shown as letters.
  func checkBrokenLinks(in text: RichText, from first: Int, through last: Int) {
    let runs = text.runs
    for index in runs.indices where !runs[index].style.contains(.code) && runs[index].link == nil {
      guard runs[index].text.hasByte(0x28) || runs[index].text.hasByte(0x5B) else { continue }
      for sign in Self.brokenLinks(in: runs[index].text) where !diagnostics.isFull {
        let place = occurrences.place(of: sign, from: first, through: last) {
          // Not within a code span, where it stands as it is.
          $0.utf8.count { $0 == UInt8(ascii: "`") }.isMultiple(of: 2)
        }
        diagnostics.report(
          .brokenLink, at: place,
          "This link is plain text to Markdown. Write it as [words](#link-target), with no space "
            + "between the brackets and hyphens instead of spaces.",
          fix: joining(sign, at: place))
      }
    }
  }

  /// How many characters belong to a link's words or target: a hostile text may be all brackets.
  private static let farthest = 300
  private static let mostBrackets = 1000

  /// The signs at which a text shows that links were meant, in order.
  private static func brokenLinks(in text: String) -> [String] {
    // Any of these is in what was meant as a link; most brackets hold a remark.
    guard text.hasBytes(of: "](") || text.hasByte(0x23) || text.hasBytes(of: "../") else {
      return []
    }
    let joints = text.ranges(of: "](").prefix(mostBrackets)
    guard joints.isEmpty else { return joints.map { _ in "](" } }
    var signs: [String] = []
    var end = text.startIndex
    let opens = text.indices.lazy.filter { text[$0] == "(" || text[$0] == "[" }
    for index in opens.prefix(Self.mostBrackets) where index >= end {
      let inside = text[text.index(after: index)...].prefix(Self.farthest)
      let target = inside.prefix { !$0.isWhitespace && $0 != ")" && $0 != "]" }
      let before = text[..<index].suffix(Self.farthest).trimmed()
      let isPath = target.hasPrefix("../") || target.hasBytes(of: ".md#")
      // “(#12)” may be the number of a ticket: a link's words stand before a target.
      let isScene =
        target.hasPrefix("#") && target.dropFirst().first?.isLetter == true
        && (text[index] == "("
          ? before.hasSuffix("]") || isOpen(before) : before.hasSuffix(")"))
      guard isPath || isScene else { continue }
      end = target.endIndex
      if before.hasSuffix("]"), text[index] == "(" {
        signs.append("]\(text[..<index].hasSuffix(" ") ? " " : "")(\(target.prefix(3))")
      } else {
        signs.append("\(text[index])\(target)")
      }
    }
    return signs
  }

  /// Whether a bracket is open at a text's end.
  private static func isOpen(_ text: String) -> Bool {
    guard let open = text.lastIndex(of: "[") else { return false }
    return !text[open...].contains("]")
  }

  /// Takes the space out of `[words] (target)`.
  private func joining(_ sign: String, at place: Place) -> Fix? {
    guard sign.hasPrefix("] (") else { return nil }
    return source.replacing(
      sign, with: "](" + sign.dropFirst(3), inLine: place.line, at: place.column,
      "join the two parts of the link")
  }
}
