// SPDX-License-Identifier: GPL-3.0-or-later

/// A typed reply, judged by a rubric of words that must and must not stand in it.
enum ReplyKind: ItemKind {
  static let verb = "Reply"
  static let settings: Set<String> = ["words"]

  static func read(_ section: inout ItemSection) -> (any ItemContent)? {
    guard let list = section.takeList() else {
      section.report(
        .wrongForm, at: section.place,
        "Reply needs a rubric: “- [x] Apologises: sorry | apolog*” for what must stand in it, "
          + "“- [ ] …” for what must not.")
      return nil
    }
    rejectFormatting(list, section)
    let answers = AnswerReader(source: section.source, diagnostics: section.diagnostics).read(list)
    section.requireBoxes(answers)
    var lines: [ReplyContent.Line] = []
    for answer in answers where answer.tick != nil && !answer.marks.isTimedOut {
      if let line = line(answer, section) { lines.append(line) }
    }
    guard lines.contains(where: \.rubric.isMust) else {
      section.report(
        .tickCount, at: section.place,
        "The rubric asks for nothing. Add a line with “[x]” for what the reply must say.")
      return nil
    }
    let length = section.settings.words ?? 10...200
    let rubric = Rubric(
      lines: lines.map(\.rubric), language: section.language, minimumWords: length.lowerBound,
      maximumWords: length.upperBound)
    let content = ReplyContent(
      rubric: rubric, lines: lines, length: length, model: section.model.plainText,
      question: section.question, timedOut: answers.first { $0.marks.isTimedOut },
      duty: section.duty)
    if section.model.isEmpty {
      section.report(
        .missingModel, at: section.place,
        "The reply has no model answer. Add “Model:” and a quote that says it well.")
    }
    warnOfEasyLines(content, section)
    return content
  }

  private static func line(_ answer: Answer, _ section: ItemSection) -> ReplyContent.Line? {
    var weight = 1
    var unknown = answer
    unknown.marks.own = answer.marks.own.filter { mark in
      guard let value = Int(mark), (1...20).contains(value) else { return true }
      weight = value
      return false
    }
    section.rejectOwnMarks([unknown])
    do throws(RubricSyntaxError) {
      let rubric = try RubricLine(
        parsing: answer.text.plain, must: answer.isRight, weight: weight,
        penalty: answer.marks.deduction)
      if answer.marks.isCritical, let phrase = rubric.oneWordPhrases.first {
        section.report(
          .easyRubric, at: answer.place,
          "The single word “\(phrase.text)” is a critical failure wherever it stands, also in a good "
            + "reply. Use a phrase, or two words joined by “+”.")
      }
      return ReplyContent.Line(
        rubric: rubric, critical: answer.marks.critical(in: section.duty),
        isCoached: answer.marks.coach, remarks: answer.remarks)
    } catch {
      let column = answer.place.column + error.offset
      section.report(
        .rubricSyntax,
        at: section.source.place(
          of: String(answer.text.plain.unicodeScalars.dropFirst(error.offset).prefix(12)),
          from: answer.place.line, through: answer.place.line
        ).at(column: column),
        error.message)
      return nil
    }
  }

  /// `reg*ret` would become emphasis, and the star would be gone.
  private static func rejectFormatting(_ list: MarkdownList, _ section: ItemSection) {
    for item in list.items
    where item.text.runs.contains(where: { $0.style != [] || $0.link != nil }) {
      section.report(
        .rubricSyntax, at: item.place,
        "Formatting has no place in a rubric line: a star between letters becomes emphasis. Put "
          + "stars at the end of words only, or write “\\*”.")
    }
  }

  private static func warnOfEasyLines(_ content: ReplyContent, _ section: ItemSection) {
    if content.rubric.isSatisfied(by: section.question) {
      section.report(
        .easyRubric, at: section.place,
        "Pasting the question's own words satisfies the whole rubric. Ask for something that the "
          + "question does not say.")
    }
  }
}
