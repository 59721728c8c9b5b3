// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// Prints what an attempt tells, for eyes and ears alike: every colour is said in words as well.
public struct Stage {
  private let printer: Printer
  /// Nothing is drawn: no bars, every kind of text is announced by a word.
  private let isPlain: Bool

  /// A stage on a printer.
  public init(_ printer: Printer, isPlain: Bool) {
    self.printer = printer
    self.isPlain = isPlain
  }

  /// Prints some tellings in order.
  public func show(_ tellings: [Telling]) throws(OutputError) {
    // What is said to an answer stands apart from the answer itself.
    switch tellings.first {
    case .remark, .verdict, .answer: try printer.print()
    default: break
    }
    for (index, telling) in tellings.enumerated() {
      let next = index + 1 < tellings.count ? tellings[index + 1] : nil
      // A hint that is told again with its question stands apart from the answers.
      if case .hint = telling, index > 0 { try printer.print() }
      // Remarks that one clause decides name it once, after the last of them.
      if case .remark(var remark) = telling, case .remark(let following) = next,
        remark.clause == following.clause
      {
        remark.clause = nil
        try show(.remark(remark))
      } else {
        try show(telling)
      }
    }
  }

  private func show(_ telling: Telling) throws(OutputError) {
    switch telling {
    case .title(let title, let summary, let minutes):
      try printer.print(StyledText(title, .heading))
      try printer.print(StyledText(summary))
      try printer.print(
        StyledText("About \(minutes) \(minutes == 1 ? "minute" : "minutes"). /help helps.", .dim))
    case .scene(let title):
      try printer.print()
      try printer.print(StyledText(isPlain ? "Scene: \(title)" : title, .heading))
    case .passage(let passage): try show(passage)
    case .question(let question): try show(question)
    case .recalled(let verb, let question):
      try printer.print()
      try printer.print(StyledText("\(verb): \(question)", .strong))
    case .options(let options):
      try printer.print()
      for (index, option) in options.enumerated() {
        let label = StyledText("\(index + 1)) ", .strong)
        try printer.print(option.text.styled, margin: .label(label))
      }
    case .rows(let rows):
      try printer.print()
      for row in rows { try printer.print(row.text.styled, margin: .label("- ")) }
    case .exhibit(let blocks):
      try printer.print()
      try show(blocks, margin: .none)
    case .hint(let text, let price):
      let label = price == 0 ? "Hint: " : "Hint (-\(price)%): "
      try printer.print(StyledText(label, .warning) + text.styled)
    case .turn(let number, let line):
      let label =
        StyledText("\(number). ", .dim)
        + (line.speaker.map { StyledText("\($0): ", .speaker) } ?? "")
      try printer.print(label + line.text.styled, margin: .none)
    case .flag(let line): try printer.print(StyledText("Line \(line) is flagged.", .strong))
    case .answer(let words):
      try printer.print(StyledText("You answered: ", .strong) + StyledText(words))
    case .remark(let remark): try show(remark)
    case .verdict(let verdict): try show(verdict)
    case .model(let blocks):
      try printer.print()
      try printer.print(StyledText("A good answer:", .strong))
      try show(blocks, margin: .indent(2))
    case .outcome(let outcome): try OutcomePage(outcome).print(on: printer)
    case .notice(let text): try printer.print(StyledText(text, .dim))
    }
  }

  // MARK: What is read

  private func show(_ passage: Passage) throws(OutputError) {
    try printer.print()
    switch passage.voice {
    case .narration: try show(passage.blocks, margin: .none)
    case .speech(let speaker):
      try speak(passage.blocks.plainText, speaker: speaker)
    case .document:
      if isPlain { try printer.print(StyledText("You read:")) }
      try show(passage.blocks, margin: isPlain ? .none : .bar(StyledText("│ ", .dim)))
    }
  }

  private func speak(_ text: String, speaker: String) throws(OutputError) {
    try printer.print(StyledText("\(speaker): ", .speaker) + StyledText(text))
  }

  private func show(_ blocks: [MarkdownBlock], margin: Margin) throws(OutputError) {
    for (index, block) in blocks.enumerated() {
      if index > 0 { try printer.print("", margin: margin) }
      try show(block, margin: margin)
    }
  }

  private func show(_ block: MarkdownBlock, margin: Margin) throws(OutputError) {
    switch block.kind {
    case .paragraph(let text), .heading(_, let text):
      try printer.print(text.styled, margin: margin)
    case .code(let text): try printer.print(StyledText(text, .code), margin: margin)
    case .quote(let blocks): try show(blocks, margin: margin)
    case .list(let list):
      for (index, item) in list.items.enumerated() {
        let label = list.isOrdered ? "\(index + 1). " : "- "
        let inner = Margin(
          first: margin.first + StyledText(label),
          rest: margin.rest + StyledText(String(repeating: " ", count: label.count)))
        try printer.print(StyledText(item.blocks.plainText), margin: inner)
      }
    case .table(let table):
      // A table is read row by row, each cell with its header: in columns a screen reader loses it.
      for row in table.rows {
        var line = StyledText("")
        for (header, cell) in zip(table.header, row.cells) where !cell.isBlank {
          // A cell may hold “;” between alternatives, so cells end in a full stop.
          if !line.isEmpty { line.append(". ") }
          line.append("\(header): ", .dim)
          line += cell.styled
        }
        try printer.print(
          line, margin: Margin(first: margin.first + "- ", rest: margin.rest + "  "))
      }
    case .comment, .html, .rule: break
    }
  }

  private func show(_ question: Telling.Question) throws(OutputError) {
    try printer.print()
    try printer.print(StyledText("\(question.verb): \(question.text)", .strong))
    var facts: [String] = []
    if question.points > 0 {
      facts.append("\(question.points) \(question.points == 1 ? "point" : "points")")
    }
    if let seconds = question.seconds { facts.append("\(seconds) seconds") }
    if question.attempts > 1 { facts.append("try \(question.attempt) of \(question.attempts)") }
    if !question.hints.isEmpty {
      let prices = question.hints.map { $0 == 0 ? "free" : "-\($0)%" }.joined(separator: ", ")
      facts.append("/hint (\(prices))")
    }
    if !facts.isEmpty {
      try printer.print(StyledText(facts.joined(separator: " · "), .dim))
    }
  }

  // MARK: What is said to an answer

  private func show(_ remark: Remark) throws(OutputError) {
    switch remark.kind {
    case .reaction: try speak(remark.text, speaker: remark.speaker ?? "Somebody")
    case .feedback: try label("Feedback: ", .strong, remark)
    case .earned: try label("Earned: ", .good, remark)
    case .lost: try label("Lost: ", .bad, remark)
    case .note: try label("Note: ", .dim, remark)
    case .critical: try label("Critical: ", .bad, remark)
    }
  }

  private func label(_ label: String, _ style: Style, _ remark: Remark) throws(OutputError) {
    var text = StyledText(label, style) + StyledText(remark.text)
    if let clause = remark.clause { text.append(" (policy \(clause))", .dim) }
    try printer.print(text)
  }

  private func show(_ verdict: Telling.Verdict) throws(OutputError) {
    for failure in verdict.critical {
      try printer.print(
        StyledText("Critical failure (\(failure.kind.rawValue)): ", .bad) + StyledText(failure.what)
      )
    }
    if verdict.mayTryAgain {
      try printer.print(
        StyledText("Not yet. ", .warning) + StyledText("Try again; it earns half."))
    } else if verdict.points > 0 {
      let isFull = verdict.credit == .full
      try printer.print(
        StyledText(
          "\(verdict.credit.percent) % of \(verdict.points) "
            + (verdict.points == 1 ? "point." : "points."),
          isFull ? .good : verdict.credit == .none ? .bad : .warning))
    }
  }
}

extension RichText {
  /// The text as the printer takes it; soft line breaks become spaces.
  var styled: StyledText {
    var text = StyledText("")
    for run in runs {
      let words = String(run.text.map { $0 == "\n" ? " " : $0 })
      let style: TextStyle =
        run.style.contains(.code)
        ? .code : run.style.contains(.strong) ? .strong : .plain
      text.append(words, style)
    }
    return text
  }
}
