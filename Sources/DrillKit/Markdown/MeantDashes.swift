// SPDX-License-Identifier: GPL-3.0-or-later

/// Answers that begin with a sign of a word processor, `– [ ] Wait.`, `• [x] Help.`: for Markdown they
/// are text, and the quote above would take them in. Each is told, and read as it was meant.
struct MeantDashes {
  let source: SourceText
  let diagnostics: Diagnostics

  private static let signs: [Character] = ["–", "—", "•", "‣", "−", "●", "▪", "◦"]
  private static let boxes = [" [ ] ", " [x] ", " [X] "]

  /// Whether there may be such a line: all of the signs begin with the same byte.
  static func mayStand(in text: Substring) -> Bool {
    text.hasByte(0xE2) && signs.contains { text.hasBytes(of: "\($0) [") }
  }

  /// A text with a hyphen in the place of such a sign. It is one character as well, so that places stay.
  func mend(_ text: Substring, fromLine first: Int) -> Substring {
    var fence: Substring?
    var changed = false
    let lines = text.lines.enumerated().map { offset, line in
      let words = line.drop { $0 == " " }
      if let open = fence {
        if words.hasPrefix(open), words.allSatisfy({ $0 == open.first || $0 == " " }) {
          fence = nil
        }
        return line
      }
      if words.hasPrefix("```") || words.hasPrefix("~~~") {
        fence = words.prefix { $0 == words.first }
        return line
      }
      guard let sign = words.first, Self.signs.contains(sign),
        line.utf8.count - words.utf8.count < 4,
        Self.boxes.contains(where: words.dropFirst().hasPrefix)
      else { return line }
      changed = true
      report(sign, at: first + offset)
      return line.prefix { $0 == " " } + "-" + words.dropFirst()
    }
    return changed ? lines.joined(separator: "\n")[...] : text
  }

  private func report(_ sign: Character, at number: Int) {
    diagnostics.report(
      .splitList, at: source.place(number),
      "“\(sign)” begins no line of a list, so that Markdown takes this answer for a part of what stands "
        + "above it. Begin it with “-”.",
      fix: source.rewriting(number, "begin the line with “-”") { line in
        line.prefix { $0 == " " } + "-" + line.drop { $0 == " " }.dropFirst()
      })
  }
}
