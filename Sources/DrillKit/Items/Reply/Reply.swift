// SPDX-License-Identifier: GPL-3.0-or-later

/// A typed reply, judged by a rubric of words that must and must not stand in it.
enum ReplyKind: ItemKind {
  static let verb = "Reply"
  static let meaning =
    "A typed reply, judged by a rubric of words that must and must not stand in it."
  static let settings: Set<String> = ["words"]
  static let seeksAnswers = true

  static func read(_ section: inout ItemSection) -> (any ItemContent)? {
    guard let list = section.takeList() else {
      section.report(
        .wrongForm, at: section.place,
        "Reply needs a rubric: “- [x] Apologises: sorry | apolog*” for what must stand in it, "
          + "“- [ ] …” for what must not.")
      return nil
    }
    rejectFormatting(list, section)
    let reader = AnswerReader(
      source: section.source, diagnostics: section.diagnostics, isRubric: true)
    let answers = RubricSlips(section).withMarks(reader.read(list), list, reader)
    section.requireBoxes(answers)
    rejectForeseen(answers, section)
    var lines: [ReplyContent.Line] = []
    for (answer, item) in zip(answers, list.items)
    where answer.tick != nil && !answer.marks.isTimedOut && !answer.marks.isOtherwise {
      if let line = line(answer, item, section) { lines.append(line) }
    }
    guard lines.contains(where: \.rubric.isMust) else {
      // A line that could not be read was told.
      if !answers.contains(where: \.isRight) {
        section.report(
          .tickCount, at: section.place,
          "The rubric asks for nothing. Add a line with “[x]” for what the reply must say.")
      }
      return nil
    }
    let length = section.settings.words ?? 10...200
    let rubric = Rubric(
      lines: lines.map(\.rubric), language: section.language, minimumWords: length.lowerBound,
      maximumWords: length.upperBound)
    let content = ReplyContent(
      rubric: rubric, lines: lines, length: length,
      model: ModelAnswer(section.model, in: section.source),
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

  private static func line(
    _ answer: Answer, _ item: MarkdownListItem, _ section: ItemSection
  ) -> ReplyContent.Line? {
    let weight = weight(answer, section)
    do throws(RubricSyntaxError) {
      let rubric = try RubricLine(
        parsing: RubricSlips(section).apart(answer, item), must: answer.isRight, weight: weight,
        penalty: answer.marks.deduction)
      if answer.marks.isCritical, !answer.isRight, let phrase = rubric.oneWordPhrases.first {
        section.report(
          .easyRubric, at: answer.place,
          "The single word “\(phrase.text)” is a critical failure wherever it stands, also in a good "
            + "reply. Use a phrase, or two words joined by “+”.")
      }
      for exception in rubric.idleExceptions(in: section.language) {
        section.report(
          .idleException, at: section.source.place(ofOffset: exception.offset, in: item, answer),
          "“\(exception.text)” takes nothing away: no phrase of this line stands in it, and only a "
            + "match inside an exception is left out. Write the phrase with the words around it, or "
            + "join the words by “+” to take in the whole sentence: "
            + "“\(exception.text) + \(rubric.phrases.first?.text ?? "")”.")
      }
      return ReplyContent.Line(
        rubric: rubric, critical: answer.marks.critical(in: section.duty),
        isCoached: answer.marks.coach, remarks: answer.remarks, place: answer.place)
    } catch {
      section.report(
        .rubricSyntax, at: section.source.place(ofOffset: error.offset, in: item, answer),
        error.message)
      return nil
    }
  }

  /// The weight of a must line; reports marks that would be ignored.
  private static func weight(_ answer: Answer, _ section: ItemSection) -> Int {
    var weight: Int?
    var unknown = answer
    unknown.marks.own = answer.marks.own.filter { mark in
      guard let value = Int(mark), (1...20).contains(value) else { return true }
      weight = value
      return false
    }
    section.rejectOwnMarks([unknown], besides: ["2", "-25%", "timed out"])
    func reject(_ isWrong: Bool, _ message: String) {
      if isWrong { section.report(.unknownMark, at: answer.place, message) }
    }
    reject(
      weight != nil && !answer.isRight,
      "A line that must not be hit has no weight. Say what it costs: “(-25%)”.")
    reject(
      answer.marks.deduction != nil && answer.isRight,
      "A line that must be hit costs nothing, it has a weight: “(2)”.")
    reject(
      answer.marks.share != nil,
      "A rubric line has no share. Write “(2)” for a weight, or “(-25%)” for what a line with “[ ]” "
        + "costs.")
    reject(
      answer.marks.minutes > 0,
      "No scenario time passes at a rubric line. Delete the mark.")
    return weight ?? 1
  }

  /// A reply is free: its lines are a rubric, and nothing else can be foreseen.
  private static func rejectForeseen(_ answers: [Answer], _ section: ItemSection) {
    for answer in answers where answer.marks.isOtherwise {
      section.report(
        .wrongForm, at: answer.place,
        "“(otherwise)” has no place in a rubric. What is said after any reply goes under “Feedback:”."
      )
    }
    for answer in answers where answer.leads && !answer.marks.isTimedOut {
      section.report(
        .strayArrow, at: answer.place,
        "Several rubric lines may be hit, so none leads to a scene. Use “Next:”.")
    }
  }

  /// `reg*ret` would become emphasis, and the star would be gone.
  private static func rejectFormatting(_ list: MarkdownList, _ section: ItemSection) {
    for item in list.items {
      var runs = item.text.trimmingEnd().runs
      // A link to a scene at its end is told as one.
      if runs.last?.link?.hasPrefix("#") == true { runs.removeLast() }
      guard runs.contains(where: { $0.style != [] || $0.link != nil }) else { continue }
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

extension SourceText {
  /// The place of an offset into an answer's words, in Unicode scalars: what stands before them in
  /// the source, a box and marks, and the signs that Markdown takes away, are stepped over.
  func place(
    ofOffset offset: Int, in item: MarkdownListItem, _ answer: Answer
  ) -> Place {
    let wanted = Array(answer.text.plain.unicodeScalars)
    var number = item.blocks.first?.place.line ?? item.place.line
    var line = Array(self.line(number).unicodeScalars)
    var index = max(0, (item.blocks.first?.place.column ?? item.contentColumn) - 1)
    if item.opensWithParenthesis {
      var depth = 0
      while index < line.count {
        if line[index] == "(" { depth += 1 }
        if line[index] == ")" { depth -= 1 }
        index += 1
        if depth == 0 { break }
      }
    }
    var taken = 0
    var last = place(number, min(index, max(line.count - 1, 0)) + 1)
    while number <= item.endLine {
      guard index < line.count else {
        // A line that goes on in the next one is joined to it by a space.
        if taken < wanted.count, wanted[taken] == " " {
          if taken == offset { return place(number, index + 1) }
          taken += 1
        }
        number += 1
        line = Array(self.line(number).unicodeScalars)
        index = line.firstIndex { !$0.isSpace } ?? line.count
        continue
      }
      if taken < wanted.count, line[index] == wanted[taken] {
        last = place(number, index + 1)
        if taken == offset { return last }
        taken += 1
      }
      index += 1
    }
    // An offset at the words' end: right behind them.
    return last.at(column: last.column + (offset >= wanted.count ? 1 : 0))
  }
}
