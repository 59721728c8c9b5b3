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

  /// The words as an option.
  public var option: Option { Option(id: id, text: text) }
  /// Whether it is ticked.
  public var isRight: Bool { tick == .ticked }
}

/// Reads the items of a list as answers.
struct AnswerReader {
  let source: SourceText
  let diagnostics: Diagnostics

  /// The answers of a list; letters count those that are not `(timed out)` or `(otherwise)`.
  func read(_ list: MarkdownList) -> [Answer] {
    var answers: [Answer] = []
    var letters = 0
    for item in list.items {
      var answer = self.answer(item)
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

  private func answer(_ item: MarkdownListItem) -> Answer {
    var text = item.text
    var marks = Marks()
    if item.opensWithParenthesis {
      if let (written, rest) = Marks.split(text) {
        text = rest
        for mark in written { apply(mark, to: &marks, at: item.place) }
      } else {
        diagnostics.report(
          .unclosedMarks, at: item.place,
          "The parenthesis before this answer is not closed. Close it, or write `\\(` for text.")
      }
    }
    let (words, target) = splitTarget(text, item)
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
      id: "", text: words.trimmingEnd(), tick: item.tick, marks: marks, target: target,
      remarks: remarks, place: item.place)
  }

  private func apply(_ mark: String, to marks: inout Marks, at place: Place) {
    do throws(SettingProblem) {
      try marks.apply(mark)
    } catch {
      diagnostics.report(.unknownMark, at: place, error.message)
    }
  }

  /// A quote under an answer as a remark; its first link to a policy is the clause it cites.
  private func remark(_ passage: Passage, _ block: MarkdownBlock) -> Remark {
    let text = passage.blocks.plainText
    switch passage.voice {
    case .speech(let speaker):
      if hasSecondVoice(passage.blocks) {
        diagnostics.report(
          .twoVoices, at: block.place,
          "Two voices stand in one quote. Put an empty line between them, without “>”.")
      }
      return Remark(.reaction, text, speaker: speaker)
    case .document, .narration:
      return Remark(.feedback, text, clause: passage.blocks.firstClause)
    }
  }

  private func hasSecondVoice(_ blocks: [MarkdownBlock]) -> Bool {
    blocks.dropFirst().contains { $0.paragraph?.speaker != nil }
      || blocks.contains { block in
        guard let runs = block.paragraph?.runs else { return false }
        return zip(runs, runs.dropFirst()).contains { before, run in
          before.text.hasSuffix("\n") && run.style.contains(.strong)
            && run.text.trimmed().hasSuffix(":")
        }
      }
  }

  /// Takes ` → [Title](#slug)` off a text's end.
  private func splitTarget(
    _ text: RichText, _ item: MarkdownListItem
  ) -> (RichText, String?) {
    var runs = text.trimmingEnd().runs
    guard let last = runs.last, let link = last.link, link.hasPrefix("#") else {
      if text.source.contains("→"), !text.links.isEmpty {
        reportArrow(item, "The target “→ [Scene](#scene)” stands at the end of the answer's words.")
      }
      return (text, nil)
    }
    runs.removeLast()
    guard var before = runs.popLast() else {
      return (RichText(), String(link.dropFirst()))
    }
    let words = before.text.trimmed()
    guard words.hasSuffix("→") else {
      let arrows = ["->", "=>", "—>", "–>", ">", "⇒", "➔", "➜"]
      if arrows.contains(where: words.hasSuffix) {
        reportArrow(item, "Write the arrow before a scene as “ → ”, with a space on each side.")
      }
      return (text, nil)
    }
    before.text = String(words.dropLast())
    return (RichText(runs + [before]), String(link.dropFirst()))
  }

  private func reportArrow(_ item: MarkdownListItem, _ message: String) {
    diagnostics.report(.strayArrow, at: item.place, message)
  }
}

extension [MarkdownBlock] {
  /// The first policy clause that a link in these blocks points to, as `policy#clause`.
  var firstClause: String? {
    for block in self {
      for (_, destination) in block.richTexts.flatMap(\.links) {
        if let clause = ClauseReference(destination) { return clause.citation }
      }
    }
    return nil
  }
}

extension MarkdownBlock {
  /// Every text within the block, in order.
  var richTexts: [RichText] {
    switch kind {
    case .paragraph(let text), .heading(_, let text): [text]
    case .quote(let blocks): blocks.flatMap(\.richTexts)
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.richTexts) }
    case .table(let table): table.rows.flatMap(\.cells)
    case .code, .comment, .html, .rule: []
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
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = parts.first, path.hasSuffix(".md"), !path.contains("://") else { return nil }
    file = String(path.split(separator: "/").last?.dropLast(3) ?? "")
    clause = parts.count > 1 ? String(parts[1]) : nil
    guard !file.isEmpty else { return nil }
  }

  /// `policy#clause`, or the policy alone.
  public var citation: String { clause.map { "\(file)#\($0)" } ?? file }
}
