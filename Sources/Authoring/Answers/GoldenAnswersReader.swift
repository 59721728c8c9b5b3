// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Reads a file of golden answers.
struct GoldenAnswersReader {
  private let source: SourceText
  private let diagnostics: Diagnostics
  private var answers = GoldenAnswers()
  private var isInRun: Bool?

  /// The answers of a file; what can't be read is reported.
  static func read(_ source: SourceText, diagnostics: Diagnostics) -> GoldenAnswers {
    var reader = GoldenAnswersReader(source: source, diagnostics: diagnostics)
    for block in MarkdownParser.parse(source, diagnostics: diagnostics) { reader.take(block) }
    return reader.answers
  }

  private init(source: SourceText, diagnostics: Diagnostics) {
    self.source = source
    self.diagnostics = diagnostics
  }

  private mutating func take(_ block: MarkdownBlock) {
    switch block.kind {
    case .heading(level: 2, let text): open(text.plain, at: block.place)
    case .paragraph(let text): take(text.source, block)
    case .list(let list) where isInRun == true:
      for item in list.items { take(item) }
    case .table(let table) where isInRun == false: take(table)
    default: break
    }
  }

  private mutating func open(_ heading: String, at place: Place) {
    let parts = heading.split(separator: ":", maxSplits: 1).map { $0.trimmed() }
    switch (parts.first, parts.count) {
    case ("Run", 2):
      isInRun = true
      answers.runs.append(.init(name: parts[1], place: place))
    case ("Item", 2):
      isInRun = false
      answers.singles.append(.init(item: parts[1], place: place))
    default:
      isInRun = nil
      diagnostics.report(
        .answersHeading, at: place,
        "“\(heading)” is no section of golden answers. Write “## Run: name” or “## Item: its-id”.")
    }
  }

  /// `Expect: …` and `Variant: …`; any other paragraph is the author's own note.
  private mutating func take(_ text: String, _ block: MarkdownBlock) {
    guard isInRun == true, !answers.runs.isEmpty else { return }
    let words = text.split(separator: "\n").map { $0.trimmed() }.joined(separator: " ")
    if words.hasPrefix("Variant:") {
      answers.runs[answers.runs.count - 1].variant = (words.dropFirst(8).trimmed(), block.place)
    } else if words.hasPrefix("Expect:") {
      guard var expectation = Expectation(words.dropFirst(7).trimmed()) else {
        diagnostics.report(
          .answersExpectation, at: block.place,
          "“\(words)” can't be read. Write “Expect: pass; score 100; scenes Opening, Masked” or "
            + "“Expect: fail (compliance)”.")
        return
      }
      expectation.firstLine = block.place.line
      expectation.lineCount = block.endLine - block.place.line + 1
      answers.runs[answers.runs.count - 1].expectation = expectation
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
