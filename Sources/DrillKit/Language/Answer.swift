// SPDX-License-Identifier: GPL-3.0-or-later

/// An answer of a list: its words, its box, its marks, what is said to it and where it leads.
public struct Answer: Hashable, Sendable {
  /// The letter in file order; empty for `(timed out)` and `(otherwise)`.
  public var id: String
  /// The words.
  public var text: RichText
  /// Its box.
  public var tick: Tick?
  /// Its marks.
  public var marks: Marks
  /// The scene that it leads to, by slug.
  public var target: String?
  /// Reactions and feedback.
  public var remarks: [Remark]
  /// Where it stands.
  public var place: Place
  /// Whether something was said of the arrow before its target already.
  var isArrowTold = false

  /// Whether it is to be said where it leads: it has a target, and nothing was said of its arrow yet.
  var leads: Bool { target != nil && !isArrowTold }
  /// The words as an option.
  public var option: Option { Option(id: id, text: text) }
  /// Whether it is ticked.
  public var isRight: Bool { tick == .ticked }
}

/// Reads the items of a list as answers.
struct AnswerReader {
  let source: SourceText
  let diagnostics: Diagnostics
  /// Whether the list is a rubric, whose lines name what they look for before a colon.
  var isRubric = false

  /// Most answers, steps or lines of a list.
  static let maximumCount = 5000

  /// The answers of a list; letters count those that are not `(timed out)` or `(otherwise)`.
  func read(_ list: MarkdownList) -> [Answer] {
    var answers: [Answer] = []
    var letters = 0
    if list.items.count > Self.maximumCount {
      diagnostics.report(
        .tooManyParts, at: list.items[Self.maximumCount].place,
        "A list has at most \(Self.maximumCount) answers or lines; the rest is not read. Split the "
          + "item.")
    }
    for item in list.items.prefix(Self.maximumCount) {
      var answer = self.answer(item, among: list)
      if !answer.marks.isTimedOut, !answer.marks.isOtherwise {
        answer.id = Option.letter(letters)
        letters += 1
        if answer.text.isBlank {
          diagnostics.report(
            .emptyAnswer, at: item.place,
            "This answer has no words. Write what the employee would do, or delete it.")
        }
      }
      answers.append(answer)
    }
    return answers
  }

  private func answer(_ item: MarkdownListItem, among list: MarkdownList) -> Answer {
    var text = item.text
    var marks = Marks()
    if item.opensWithParenthesis {
      if let (written, rest) = Marks.split(text) {
        text = rest
        for mark in written {
          for piece in apart(mark, item) { apply(piece, to: &marks, item) }
        }
      } else {
        diagnostics.report(
          .unclosedMarks, at: item.place,
          "The parenthesis before this answer is not closed. Close it, or write `\\(` for text.")
      }
    }
    var tick = item.tick
    if tick == nil { tick = takeBox(behindMarks: &text, item) }
    takeMark(inBrackets: &text, item, &marks)
    takeFailure(before: &text, item, among: list, &marks)
    takeMarks(behind: &text, item, &marks)
    var (words, target, isArrowTold) = splitTarget(text, item)
    if target != nil { takeMarks(behind: &words, item, &marks) }
    var remarks: [Remark] = []
    for block in item.rest {
      switch block.kind {
      case .quote(let blocks): remarks.append(remark(Passage(quote: blocks), block))
      case .comment: break
      default:
        diagnostics.report(
          .feedbackForm, at: block.place,
          "This \(block.name) under an answer is no feedback. Begin its lines with “> ”.")
      }
    }
    return Answer(
      id: "", text: words.trimmingEnd(), tick: tick, marks: marks, target: target,
      remarks: remarks, place: item.place, isArrowTold: isArrowTold)
  }

  /// A box that stands behind the marks, reported and read as it was meant: `(50%) [ ] Wait.`
  private func takeBox(
    behindMarks text: inout RichText, _ item: MarkdownListItem
  ) -> Tick? {
    guard item.opensWithParenthesis else { return nil }
    let plain = text.trimmingStart().plain
    guard let box = ["[ ] ", "[x] ", "[X] "].first(where: plain.hasPrefix) else { return nil }
    text = text.trimmingStart().dropping(box.count)
    diagnostics.report(
      .brokenBox, at: item.place,
      "The box stands first, and the marks behind it: “\(box)(…)”.",
      fix: source.rewriting(item.place.line, "put the box first") { line in
        guard let open = line.firstIndex(of: "("), let found = line.firstRange(of: box),
          open < found.lowerBound
        else { return nil }
        return line[..<open] + box + line[open..<found.lowerBound] + line[found.upperBound...]
      })
    return box == "[ ] " ? .unticked : .ticked
  }

  /// The marks of one piece: several, reported, where a “;” is missing.
  private func apart(_ mark: String, _ item: MarkdownListItem) -> [String] {
    guard let pieces = Marks.apart(mark) else { return [mark] }
    let whole = pieces.joined(separator: "; ")
    diagnostics.report(
      .unknownMark, at: item.place, "Marks are separated by “;”. Write “(\(whole))”.",
      fix: fix(mark, whole, item))
    return pieces
  }

  /// Takes one mark; what is nearly one is reported and read as it was meant.
  private func apply(_ mark: String, to marks: inout Marks, _ item: MarkdownListItem) {
    var after = marks
    do throws(SettingProblem) {
      try after.apply(mark)
      // A number alone is a kind's own: the weight of a rubric's line.
      guard after.own.count > marks.own.count, Int(mark) == nil, let meant = Marks.meant(mark)
      else {
        marks = after
        return
      }
      report(mark, meant, item)
      try marks.apply(meant)
    } catch {
      guard let meant = Marks.meant(mark) else {
        diagnostics.report(.unknownMark, at: item.place, error.message)
        return
      }
      report(mark, meant, item)
      try? marks.apply(meant)
    }
  }

  private func report(_ mark: String, _ meant: String, _ item: MarkdownListItem) {
    diagnostics.report(
      .unknownMark, at: item.place,
      "“(\(mark))” is no mark. Did you mean “(\(meant))”? If it is text, write “\\(”.",
      // “(5 min) walk” may be the answer's own words.
      fix: meant.hasPrefix("+") && !mark.hasPrefix("+") ? nil : fix(mark, meant, item))
  }

  /// Writes a mark in another way: the first such words behind the parenthesis that opens the answer.
  private func fix(_ mark: String, _ meant: String, _ item: MarkdownListItem) -> Fix? {
    source.rewriting(item.place.line, "write “(\(meant))”") { line in
      guard let open = line.firstIndex(of: "("),
        let found = line[open...].firstRange(of: mark)
      else { return nil }
      return line[..<found.lowerBound] + meant + line[found.upperBound...]
    }
  }

  /// A quote under an answer as a remark; its first link to a policy is the clause it cites.
  private func remark(_ passage: Passage, _ block: MarkdownBlock) -> Remark {
    let text = passage.blocks.plainText
    switch passage.voice {
    case .speech(let speaker):
      if hasSecondVoice(passage.blocks) { reportTwoVoices(block) }
      return Remark(.reaction, text, speaker: speaker)
    case .document, .narration:
      if hasSecondVoice(passage.blocks) { reportTwoVoices(block) }
      return Remark(.feedback, text, clause: passage.blocks.firstClause)
    }
  }

  private func reportTwoVoices(_ block: MarkdownBlock) {
    diagnostics.report(
      .twoVoices, at: block.place,
      "Two voices stand in one quote. Put an empty line between them, without “>”.")
  }

  private func hasSecondVoice(_ blocks: [MarkdownBlock]) -> Bool {
    // A mail's head is no voice.
    let isVoice: (String?) -> Bool = { $0.map { !Passage.isHead($0) } ?? false }
    return blocks.dropFirst().contains { isVoice($0.paragraph?.speaker) }
      || blocks.contains { block in
        guard let runs = block.paragraph?.runs else { return false }
        return zip(runs, runs.dropFirst()).contains { before, run in
          before.text.hasSuffix("\n") && isVoice(RichText([run]).speaker)
        }
      }
  }

  /// Takes ` → [Title](#slug)` off a text's end.
  private func splitTarget(
    _ text: RichText, _ item: MarkdownListItem
  ) -> (words: RichText, target: String?, isArrowTold: Bool) {
    var runs = text.trimmingEnd().runs
    guard let last = runs.last, let link = last.link, link.hasPrefix("#") else {
      let meant = zip(text.runs, text.runs.dropFirst()).first {
        $1.link?.hasPrefix("#") == true && $0.text.endsInArrow
      }
      let isWithin = text.links.contains { $0.destination.hasPrefix("#") }
      guard meant != nil || isWithin && text.source.contains("→") else { return (text, nil, false) }
      reportArrow(
        item,
        "The target “→ [Scene](#scene)” stands at the end of the answer's words, and nothing "
          + "behind it.")
      return (text, meant?.1.link.map { String($0.dropFirst()) }, true)
    }
    runs.removeLast()
    var isArrowTold = false
    var before = runs.popLast() ?? RichText.Run("")
    if before.text.hasSuffix(" → ") || before.text.hasSuffix("\n→ ") || before.text == "→ " {
      before.text = String(before.text.dropLast(2))
    } else {
      reportArrow(
        item,
        fix: arrowFix("[\(last.text)](\(link))", item),
        before.text.endsInArrow
          ? "Write the arrow before a scene as “ → ”, with a space on each side."
          : "A link to a scene at an answer's end leads there only with an arrow before it: "
            + "“ → [\(last.text)](\(link))”.")
      isArrowTold = true
      // It is read as it was meant, so that nothing is said of a scene that no way leads to.
      before.text = before.text.droppingArrow ?? before.text
      guard !RichText(runs + [before]).isBlank else { return (text, nil, true) }
    }
    let rest = RichText(runs + [before])
    if rest.links.contains(where: { $0.destination.hasPrefix("#") }) {
      reportArrow(item, "An answer leads to one scene. Delete the other link.")
    }
    return (rest, String(link.dropFirst()), isArrowTold)
  }

  private func reportArrow(
    _ item: MarkdownListItem, fix: Fix? = nil, _ message: String
  ) {
    diagnostics.report(.strayArrow, at: item.place, message, fix: fix)
  }

  /// Draws the arrow before a link at an answer's end as it is read; nil where none stands there.
  private func arrowFix(_ link: String, _ item: MarkdownListItem) -> Fix? {
    let number = source.place(of: link, from: item.place.line, through: item.endLine).line
    return source.rewriting(number, "write the arrow as “ → ”") { line in
      guard let found = line.ranges(of: link).last else { return nil }
      let before = line[..<found.lowerBound].trimmed()
      guard before.endsInArrow, let words = before.droppingArrow else { return nil }
      let indent = line.prefix { $0 == " " || $0 == "\t" }
      return indent + words + " → " + line[found.lowerBound...]
    }
  }
}

extension [MarkdownBlock] {
  /// The first policy clause that a link in these blocks points to, as `policy#clause`.
  var firstClause: String? {
    var found: String?
    for block in self where found == nil {
      block.forEachText { text in
        for run in text.runs where found == nil {
          found = run.link.flatMap(ClauseReference.init)?.citation
        }
      }
    }
    return found
  }
}

extension MarkdownBlock {
  /// Every text within the block, in order.
  var richTexts: [RichText] {
    var texts: [RichText] = []
    forEachText { texts.append($0) }
    return texts
  }

  /// Calls a function with every text within the block, in order.
  func forEachText(_ body: (RichText) -> Void) { forEachText { text, _ in body(text) } }

  /// Calls a function with every text within the block and the innermost block that it stands in.
  func forEachText(_ body: (RichText, MarkdownBlock) -> Void) {
    switch kind {
    case .paragraph(let text), .heading(_, let text): body(text, self)
    case .quote(let blocks):
      for block in blocks { block.forEachText(body) }
    case .list(let list):
      for item in list.items {
        for block in item.blocks { block.forEachText(body) }
      }
    case .table(let table):
      for row in table.rows {
        for cell in row.cells { body(cell, self) }
      }
    case .code, .comment, .html, .rule: break
    }
  }
}

/// A link to a policy's file, and perhaps one of its clauses: `../../Policies/name.md#clause`.
public struct ClauseReference: Hashable, Sendable {
  /// The file's name without `.md`.
  public let file: String
  /// The clause's slug; nil for the whole policy.
  public let clause: String?

  /// Reads a destination; nil where it does not name a Markdown file.
  public init?(_ destination: String) {
    let hash = destination.firstIndex(ofSign: UInt8(ascii: "#")) ?? destination.endIndex
    let path = destination[..<hash]
    guard path.ends(in: ".md"), path.isASCII || path.hasSuffix(".md"), !path.hasBytes(of: "://")
    else { return nil }
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")).map(path.utf8.index(after:))
    let end = path.utf8.index(path.endIndex, offsetBy: -".md".utf8.count)
    let start = slash ?? path.startIndex
    file = start < end ? String(path[start..<end]) : ""
    clause =
      hash == destination.endIndex
      ? nil : String(destination[destination.utf8.index(after: hash)...])
    guard !file.isEmpty else { return nil }
  }

  /// `policy#clause`, or the policy alone.
  public var citation: String { clause.map { "\(file)#\($0)" } ?? file }
}
