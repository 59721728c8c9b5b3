// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Reads a file of golden answers.
struct GoldenAnswersReader {
  let source: SourceText
  let diagnostics: Diagnostics
  var answers = GoldenAnswers()
  var isInRun: Bool?
  /// Whether a section is open that is none, of which nothing more is said.
  var isUnderOther = false
  /// Whether something under this item was told already.
  var isItemTold = false

  /// The answers of a file; what can't be read is reported.
  static func read(_ source: SourceText, diagnostics: Diagnostics) -> GoldenAnswers {
    var reader = GoldenAnswersReader(source: source, diagnostics: diagnostics)
    for block in MarkdownParser.parse(source, diagnostics: diagnostics) { reader.take(block) }
    reader.finish()
    return reader.answers
  }

  private init(source: SourceText, diagnostics: Diagnostics) {
    self.source = source
    self.diagnostics = diagnostics
  }

  private mutating func take(_ block: MarkdownBlock) {
    switch block.kind {
    case .heading(let level, let text): open(text.plain, level: level, at: block.place)
    case .paragraph(let text):
      reportUnread(text, at: block.place)
      take(text.source, block)
    case .list(let list) where isInRun == true:
      for item in list.items { take(item) }
    case .table(let table) where isInRun == false: take(table)
    default: reportUnread(block)
    }
  }

  private mutating func open(_ heading: String, level: Int, at place: Place) {
    let parts = heading.split(separator: ":", maxSplits: 1).map { $0.trimmed() }
    let isSection = parts.count == 2 && ["Run", "Item"].contains(parts.first)
    // The title, and headings within the author's own notes.
    if level == 1, !isSection, answers.isEmpty, !isUnderOther { return }
    closeItem()
    if isSection, level != 2 {
      diagnostics.report(
        .answersHeading, at: place,
        "A section of golden answers begins with two “#”. Write “## \(heading)”.",
        fix: source.retitling(place.line))
    }
    isInRun = isSection ? parts[0] == "Run" : nil
    isUnderOther = !isSection
    isItemTold = false
    if isInRun == true {
      answers.runs.append(.init(name: parts[1], place: place))
    } else if isSection {
      answers.singles.append(.init(item: parts[1], place: place))
    } else {
      diagnostics.report(
        .answersHeading, at: place,
        "“\(heading)” is no section of golden answers. Write “## Run: name” or “## Item: its-id”.")
    }
  }

  /// `Expect: …` and `Variant: …`, also one right below the other; any other paragraph is the
  /// author's own note.
  private mutating func take(_ text: String, _ block: MarkdownBlock) {
    guard isInRun == true, !answers.runs.isEmpty else { return }
    var parts: [(words: String, line: Int, count: Int)] = []
    for (offset, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let words = line.trimmed()
      if let last = parts.indices.last, !Self.opens(words) {
        parts[last].words += " " + words
        parts[last].count += 1
      } else {
        parts.append((words, block.place.line + offset, 1))
      }
    }
    for part in parts {
      take(part.words, at: Place(file: block.place.file, line: part.line), count: part.count)
    }
  }

  private static func opens(_ line: String) -> Bool {
    line.hasPrefix("Variant:") || line.hasPrefix("Expect:") || meant(line) != nil
  }

  private mutating func take(_ words: String, at place: Place, count: Int) {
    let last = answers.runs.count - 1
    if words.hasPrefix("Variant:") {
      answers.runs[last].variant = (words.dropFirst(8).trimmed(), place)
    } else if words.hasPrefix("Expect:") {
      guard var expectation = Expectation(words.dropFirst(7).trimmed()) else {
        diagnostics.report(
          .answersExpectation, at: place,
          "“\(words)” can't be read. Write “Expect: pass; score 100; scenes Opening, Masked” or "
            + "“Expect: fail (compliance)”.")
        return
      }
      expectation.firstLine = place.line
      expectation.lineCount = count
      answers.runs[last].expectation = expectation
    } else if let meant = Self.meant(words) {
      diagnostics.report(
        .answersExpectation, at: place,
        "“\(words)” is read as a note, so nothing is compared with it. Did you mean “\(meant)”?",
        fix: Fix("write “\(meant)”", firstLine: place.line, lineCount: count, lines: [meant]))
    }
  }

  /// The line that was meant, where its key has no colon or is written in another way; nil of a note.
  private static func meant(_ words: String) -> String? {
    // “pass; score 100”, and “Score: 100”
    let bare = words.lowercased().replacing("score:", with: "score")
    if ["pass", "fail", "score"].contains(where: bare.hasPrefix), Expectation(bare) != nil {
      return "Expect: \(bare)"
    }
    let key = words.prefix { $0.isLetter }
    let rest = words.dropFirst(key.count).drop { ": -–=".contains($0) }.trimmed()
    guard !rest.isEmpty, !words.hasPrefix("Expect:"), !words.hasPrefix("Variant:") else {
      return nil
    }
    switch key.lowercased() {
    case "expect", "expects", "expected":
      return Expectation(rest) == nil ? nil : "Expect: \(rest)"
    case "variant":
      // A note may well begin with the word; a name is short and no sentence.
      let isName = rest.split(separator: " ").count <= 4 && !rest.hasSuffix(".")
      return isName ? "Variant: \(rest)" : nil
    default: return nil
    }
  }

  /// `- **its-id** what is typed`, `- (others) right`, `- (others) as another run`.
  private mutating func take(_ item: MarkdownListItem) {
    let last = answers.runs.count - 1
    let plain = item.text.plain
    if plain.hasPrefix("(others)") {
      let rest = plain.dropFirst(8).trimmed()
      if rest == "right" {
        answers.runs[last].others = .right
      } else if rest.hasPrefix("as ") {
        answers.runs[last].others = .run(rest.dropFirst(3).trimmed())
      } else {
        diagnostics.report(
          .answersForm, at: item.place,
          "Write “- (others) right”, or “- (others) as NAME” with the name of another run.")
      }
      reportRest(of: item)
      return
    }
    guard let first = item.text.runs.first, first.style.contains(.strong) else {
      diagnostics.report(
        .answersForm, at: item.place,
        "An answer begins with its item's id in bold: “- **first-move** Mask the number”.")
      return
    }
    let rest = RichText(Array(item.text.runs.dropFirst()))
    let quote = item.rest.map(\.plainText).filter { !$0.isEmpty }.joined(separator: " ")
    let typed = rest.source.trimmed()
    if !typed.isEmpty { reportRest(of: item) }
    answers.runs[last].answers.append(
      (
        item: first.text.trimmed(),
        given: given(typed.isEmpty ? Self.oneLine(quote) : typed, at: item.place)
      ))
  }

  private func given(_ typed: String, at place: Place) -> GoldenAnswers.Given {
    let isTimeOut = typed == "(timed out)"
    let lines = typed.split(separator: "\n").map { $0.trimmed() }
    return .init(lines: isTimeOut ? [] : lines, isTimeOut: isTimeOut, place: place)
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A table whose first column holds answers, the second scores, the third why they are there.
  private mutating func take(_ table: MarkdownTable) {
    guard table.header.dropFirst().first == "Score" else {
      diagnostics.report(
        .answersForm, at: table.place,
        "Single answers stand in a table “| Reply | Score | Why |”, and the second column of this one "
          + "is not “Score”.")
      isItemTold = true
      return
    }
    for row in table.rows {
      let cells = row.cells.map(\.plain)
      answers.singles[answers.singles.count - 1].rows.append(
        .init(
          given: given(cells[0], at: row.place), score: cells[1],
          why: cells.count > 2 ? cells[2] : "", place: row.place))
    }
  }
}
