// SPDX-License-Identifier: GPL-3.0-or-later

/// A `###` section as a kind gets it: settings are read and labels bound; what is left are the
/// blocks that the kind knows how to read. A kind takes what it needs; the rest is told as text.
struct ItemSection {
  /// The verb as its kind spells it.
  let verb: String
  /// The words after the colon.
  let question: String
  /// Settings over the drill's defaults.
  let settings: ItemSettings
  /// What the drill trains.
  let duty: Duty
  /// BCP 47 tag of the drill's language, by whose words a rubric is read.
  let language: String
  /// Where the heading stands.
  let place: Place
  /// The file.
  let source: SourceText
  /// Where findings go.
  let diagnostics: Diagnostics
  /// The model answer, if one was given.
  let model: [MarkdownBlock]

  /// Unlabelled blocks in order.
  private(set) var blocks: [Part]
  private var labelled: MarkdownList?
  private var line: (text: RichText, place: Place)?
  private var answersPlace: Place?

  init(
    verb: String, question: String, settings: ItemSettings, duty: Duty, language: String,
    place: Place, source: SourceText, diagnostics: Diagnostics, model: [MarkdownBlock],
    blocks: [Part],
    answers: MarkdownList?, line: (text: RichText, place: Place)?
  ) {
    self.verb = verb
    self.question = question
    self.settings = settings
    self.duty = duty
    self.language = language
    self.place = place
    self.source = source
    self.diagnostics = diagnostics
    self.model = model
    self.blocks = blocks
    self.labelled = answers
    self.line = line
  }

  /// Adds a finding.
  func report(_ rule: Rule, at place: Place, _ message: @autoclosure () -> String, fix: Fix? = nil)
  {
    diagnostics.report(rule, at: place, message(), fix: fix)
  }

  /// The list of answers: the one under “Answers:”, else the last list of the section.
  mutating func takeList() -> MarkdownList? {
    if let labelled {
      self.labelled = nil
      return labelled
    }
    for (index, part) in blocks.enumerated().reversed() {
      guard case .block(let block) = part.kind, case .list(let list) = block.kind else { continue }
      takeBlock(at: index)
      return list
    }
    return nil
  }

  /// The list of answers, read; what has a box, a mark or feedback is looked at by the kind. A list
  /// that is numbered though it should not be, or the other way round, is reported.
  mutating func takeAnswers(numbered: Bool = false) -> [Answer]? {
    guard let list = takeList() else { return nil }
    if list.isOrdered != numbered, let first = list.items.first {
      report(
        .wrongForm, at: first.place,
        numbered
          ? "\(verb) needs a numbered list: “1. …”, “2. …”."
          : "\(verb) takes a list with “-”: the answers get their numbers on the screen.")
    }
    return AnswerReader(source: source, diagnostics: diagnostics).read(list)
  }

  /// The last table of the section.
  mutating func takeTable() -> MarkdownTable? {
    for (index, part) in blocks.enumerated().reversed() {
      guard case .block(let block) = part.kind, case .table(let table) = block.kind else {
        continue
      }
      takeBlock(at: index)
      return table
    }
    return nil
  }

  /// Takes a block that answers stand in; they hold always.
  private mutating func takeBlock(at index: Int) {
    let part = blocks.remove(at: index)
    answersPlace = max(answersPlace ?? part.place, part.place)
    rejectCondition(part)
  }

  /// What is asked is asked always: a condition before it would be ignored.
  private func rejectCondition(_ part: Part) {
    guard let condition = part.condition else { return }
    report(
      .conditionMisplaced, at: condition.place,
      "“_when …_” can't stand before this \(part.name): what is asked holds always. Put it right "
        + "under the heading, for the whole item.")
  }

  /// The last quote for which `isWanted` holds.
  mutating func takeQuote(where isWanted: ([MarkdownBlock]) -> Bool) -> [MarkdownBlock]? {
    for (index, part) in blocks.enumerated().reversed() {
      guard case .block(let block) = part.kind, case .quote(let inner) = block.kind,
        isWanted(inner)
      else { continue }
      blocks.remove(at: index)
      rejectCondition(part)
      return inner
    }
    return nil
  }

  /// What stands after “Answer:”.
  mutating func takeAnswerLine() -> (text: RichText, place: Place)? {
    defer { line = nil }
    if let line { answersPlace = max(answersPlace ?? line.place, line.place) }
    return line
  }

  /// What nobody took, as passages; reports answers in a form that the kind does not read.
  func passages() -> [Passage] {
    if let labelled, let item = labelled.items.first {
      report(
        .wrongForm, at: item.place,
        "\(verb) has no use for this list of answers. Delete it, or choose another verb.")
    }
    if let line {
      report(
        .wrongForm, at: line.place, "\(verb) has no use for “Answer:”. Delete it.")
    }
    for part in blocks {
      if let answersPlace, part.place > answersPlace {
        report(
          .misplacedPart, at: part.place,
          "This \(part.name) stands after the answers. Put what is read before them; what is said "
            + "after any answer goes under “Feedback:”.")
      }
      if case .block(let block) = part.kind { reportBoxes(block) }
    }
    return blocks.compactMap { part in
      guard case .block(let block) = part.kind else { return nil }
      if case .quote(let inner) = block.kind { return Passage(quote: inner, when: part.condition) }
      return Passage(.narration, [block], when: part.condition)
    }
  }

  private func reportBoxes(_ block: MarkdownBlock) {
    switch block.kind {
    case .list(let list):
      for item in list.items {
        if item.tick != nil {
          report(
            .boxElsewhere, at: item.place,
            "\(verb) reads no boxes here. Delete “[ ]”, or choose another verb.")
          return
        }
        for inner in item.blocks { reportBoxes(inner) }
      }
    case .quote(let blocks):
      for inner in blocks { reportBoxes(inner) }
    default: break
    }
  }
}
