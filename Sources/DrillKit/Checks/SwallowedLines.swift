// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds lines of a conversation that stand right under a list's line without a number that Markdown
/// knows, so that they melt into the line above: `6a. **Guest:** Hello?`.
struct SwallowedLines {
  let source: SourceText
  let diagnostics: Diagnostics

  /// Looks through the first paragraph of an item.
  func check(_ item: MarkdownListItem, of list: MarkdownList) {
    guard let block = item.blocks.first, let text = block.paragraph,
      block.endLine > block.place.line
    else { return }
    var number = Int(
      source.line(item.place.line).drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber })
    for line in (block.place.line + 1)...block.endLine {
      let raw = source.line(line)
      guard raw.hasBytes(of: "**") else { continue }
      let indent = raw.prefix { $0 == " " || $0 == "\t" }.count
      guard let (name, said) = Self.speech(raw.dropFirst(indent)) else { continue }
      // What is indented like the words may be a label within them; behind somebody's words it is
      // another one's.
      guard text.speaker != nil || indent + 1 < item.contentColumn else { continue }
      number = number.flatMap { $0 < 9999 ? $0 + 1 : nil }
      let margin = String(repeating: " ", count: max(0, item.place.column - 1))
      // What else belongs to the item would go with the last line.
      let fix =
        list.isOrdered && item.blocks.count == 1
        ? number.flatMap { number in
          source.rewriting(line, "begin a line of its own") { _ in "\(margin)\(number). \(said)" }
        } : nil
      diagnostics.report(
        .runningOn, at: source.place(line),
        "“\(name)” speaks here, and for Markdown it is a part of the line above. "
          + (list.isOrdered
            ? "Begin it with a number and a point, such as “\(number.map { "\($0). " } ?? "2. ")”."
            : "If it is said in reply to this answer, indent it and write “> ” before it; if it is an "
              + "answer, “- [ ] ”."),
        fix: fix)
    }
  }

  /// Who speaks in a line, and the line without a number that is none.
  private static func speech(_ line: Substring) -> (name: String, said: Substring)? {
    var said = line
    let digits = line.prefix { $0.isASCII && $0.isNumber }.count
    if (1...4).contains(digits) {
      // “6a.”, “6b)”, “6.1.”, “6 ”
      let rest = line.dropFirst(digits).drop { !$0.isWhitespace && $0 != "*" && $0 != "[" }
      guard line.count - rest.count <= digits + 4 else { return nil }
      said = rest.drop(while: \.isWhitespace)
    }
    var words = said
    if words.hasPrefix("["), let end = words.prefix(4).firstIndex(of: "]") {
      words = words[end...].dropFirst().drop(while: \.isWhitespace)
    }
    guard words.hasPrefix("**") else { return nil }
    let inner = words.dropFirst(2)
    guard let end = inner.prefix(80).firstRange(of: "**") else { return nil }
    let bold = inner[..<end.lowerBound]
    guard let last = bold.last, last == ":" || inner[end.upperBound...].hasPrefix(":") else {
      return nil
    }
    let name = (last == ":" ? String(bold.dropLast()) : String(bold)).trimmed()
    guard !name.isEmpty, !Passage.isHead(name), name.contains(where: \.isLetter) else { return nil }
    return (name, said)
  }
}
