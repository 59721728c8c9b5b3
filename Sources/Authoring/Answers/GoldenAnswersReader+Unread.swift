// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// What of a file is not read: answers that nobody gives would seem to be kept.
extension GoldenAnswersReader {
  /// Reports a block that is no part of the section that it stands in.
  mutating func reportUnread(_ block: MarkdownBlock) {
    if case .comment = block.kind { return }
    if block.kind == .rule { return }
    switch isInRun {
    case true?:
      diagnostics.report(
        .answersForm, at: block.place,
        "This \(block.name) is not read: a run's answers stand in a list, “- **first-move** Mask the "
          + "number”. A note is a paragraph.")
    case false? where !isItemTold:
      isItemTold = true
      diagnostics.report(
        .answersForm, at: block.place,
        "This \(block.name) is not read: \(Self.form). A note is a paragraph.")
    default: break
    }
  }

  /// Reports a paragraph that was meant as an answer.
  mutating func reportUnread(_ text: RichText, at place: Place) {
    guard isInRun == true, let first = text.runs.first else { return }
    let isId =
      first.style.contains(.strong) && !first.text.isEmpty
      && first.text.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }
    guard isId || first.text.hasPrefix("(others)") else { return }
    diagnostics.report(
      .answersForm, at: place,
      "This line is read as a note, so the answer is not given. Begin it with “- ”.",
      fix: !text.source.contains("\n")
        ? source.retitling(place.line, "begin the line with “- ”") { "- \($0.trimmed())" } : nil)
  }

  /// Reports what stands below an answer that was read from its own line.
  func reportRest(of item: MarkdownListItem) {
    let rest = item.rest.first {
      if case .comment = $0.kind { return false }
      return true
    }
    guard let rest else { return }
    diagnostics.report(
      .answersForm, at: rest.place,
      "This \(rest.name) is not read: the answer stands in the line above. Write all of it in one "
        + "place, behind the id or in a quote below it.")
  }

  /// Ends a section of single answers; one without any is reported.
  mutating func closeItem() {
    guard isInRun == false, !isItemTold, let single = answers.singles.last, single.rows.isEmpty
    else { return }
    diagnostics.report(
      .answersForm, at: single.place,
      "No answer to “\(single.item)” is read here: \(Self.form).")
  }

  /// Ends the file; one of which nothing is read is reported.
  mutating func finish() {
    closeItem()
    guard answers.isEmpty, !isUnderOther else { return }
    diagnostics.report(
      .answersHeading, at: source.place(1),
      "No golden answers are read here. Begin a section with “## Run: name” or “## Item: its-id”.")
  }

  private static let form =
    "single answers stand in a table “| Reply | Score | Why |” with a row of dashes below its head"
}

extension SourceText {
  /// A heading of the second level in place of another; or a line changed in another way.
  func retitling(
    _ line: Int, _ title: String = "write “##”",
    _ change: (String) -> String = { "## \($0.drop { $0 == "#" || $0 == " " })" }
  ) -> Fix? {
    let old = String(self.line(line))
    guard !old.isEmpty else { return nil }
    return Fix(title, firstLine: line, lineCount: 1, lines: [change(old)])
  }
}
