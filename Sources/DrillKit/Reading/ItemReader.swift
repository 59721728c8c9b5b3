// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads a `###` section: the common parts here, the rest by its kind.
struct ItemReader {
  let source: SourceText
  let diagnostics: Diagnostics
  let header: DrillHeader
  let defaults: ItemSettings
  let variants: VariantTable

  private enum Rank: Int, Comparable {
    case settings, facts, hint, text, inject, answers, feedback, model, next
    static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
  }

  /// The item of a section, or nil where it can't be asked; errors are reported.
  func read(
    _ heading: RichText, at place: Place, _ blocks: [MarkdownBlock], sceneSlug: String,
    ordinal: Int, edition: Int
  ) -> Item? {
    guard let (kind, question) = verb(heading.plain, at: place) else { return nil }
    let (parts, condition) = PartReader(source: source, diagnostics: diagnostics).read(blocks)
    checkOrder(parts)
    var item = Draft()
    for part in parts { take(part, into: &item) }
    let settings = settings(item.settings, kind: kind)
    checkInjects(item.injects, within: settings.within, kind: kind, at: place)
    var section = ItemSection(
      verb: kind.verb, question: question, settings: settings, duty: header.duty,
      language: header.language, place: place, source: source, diagnostics: diagnostics,
      model: item.model, blocks: item.blocks,
      answers: item.answers, line: item.line)
    guard let content = kind.read(&section) else { return nil }
    checkLineInjects(item.lineInjects, content, verb: kind.verb)
    return Item(
      id: settings.id ?? "\(sceneSlug).\(ordinal)", verb: kind.verb, question: question,
      settings: settings, condition: condition, facts: item.facts, hints: item.hints,
      passages: section.passages(), injects: item.injects, feedback: item.feedback,
      model: item.model, next: item.next, content: content, place: place, edition: edition)
  }

  private struct Draft {
    var settings: [(RichText, Place)] = []
    var facts = Facts()
    var hints: [Hint] = []
    var injects: [Inject] = []
    var lineInjects: [(line: Int, place: Place)] = []
    var feedback: [Passage] = []
    var model: [MarkdownBlock] = []
    var next: [NextRule] = []
    var blocks: [Part] = []
    var answers: MarkdownList?
    var line: (text: RichText, place: Place)?
  }

  private func verb(_ heading: String, at place: Place) -> ((any ItemKind.Type), String)? {
    guard let colon = heading.firstIndex(of: ":") else {
      diagnostics.report(
        .unknownVerb, at: place,
        "An item's heading is a verb, a colon and a question: “### Choose: What do you do first?”.")
      return nil
    }
    let verb = heading[..<colon].trimmed()
    let question = heading[heading.index(after: colon)...].trimmed()
    guard let kind = ItemKinds.kind(verb) else {
      diagnostics.report(
        .unknownVerb, at: place,
        "“\(verb)” is no verb.\(suggestion(for: verb, in: ItemKinds.verbs)) "
          + "There are \(ItemKinds.verbs.joined(separator: ", ")).")
      return nil
    }
    if question.isEmpty {
      diagnostics.report(
        .unknownVerb, at: place, "After “\(verb):” a question or a task is needed.")
    }
    return (kind, question)
  }

  private func take(_ part: Part, into item: inout Draft) {
    switch part.kind {
    case .settings(let text): item.settings.append((text, part.place))
    case .detour:
      diagnostics.report(
        .looseDirective, at: part.place, "“_detour_” stands under a scene's heading, not an item's."
      )
    case .facts(let list):
      if !item.facts.all.isEmpty { reportTwice(part) }
      item.facts = Facts.read(list, in: source, diagnostics: diagnostics)
    case .answers(let list):
      if item.answers != nil { reportTwice(part) }
      item.answers = list
    case .next(let list):
      if !item.next.isEmpty { reportTwice(part) }
      item.next = NextReader(source: source, diagnostics: diagnostics).read(list)
    case .hint(let price, let text):
      item.hints.append(Hint(price: price, text: text, condition: part.condition))
    case .inject(let moment, let evenIfAnswered, let block):
      guard case .quote(let blocks) = block.kind else { return }
      if case .line(let line) = moment { item.lineInjects.append((line, part.place)) }
      item.injects.append(
        Inject(
          moment: moment, evenIfAnswered: evenIfAnswered, passages: [Passage(quote: blocks)],
          condition: part.condition))
    case .feedback(let blocks):
      item.feedback.append(Passage(quote: blocks, when: part.condition))
    case .model(let blocks):
      if !item.model.isEmpty { reportTwice(part) }
      item.model = blocks
    case .answer(let text):
      if item.line != nil { reportTwice(part) }
      item.line = (text, part.place)
    case .block: item.blocks.append(part)
    }
  }

  /// “After line 12:” needs a conversation that goes by and has a line 12.
  private func checkLineInjects(
    _ injects: [(line: Int, place: Place)], _ content: any ItemContent, verb: String
  ) {
    for (line, place) in injects where line > content.lineCount {
      diagnostics.report(
        .strayInject, at: place,
        content.lineCount == 0
          ? "No lines go by in \(verb). Write a time: “After 20 s:”."
          : "There is no line \(line): the conversation has \(content.lineCount) lines.")
    }
  }

  private func reportTwice(_ part: Part) {
    diagnostics.report(
      .twice, at: part.place, "\(part.name) stands here a second time. Join the two.")
  }

  /// An inject after the timer's end never comes, nor one at a time where lines go by.
  private func checkInjects(
    _ injects: [Inject], within: Int?, kind: any ItemKind.Type, at place: Place
  ) {
    for inject in injects where kind.hasOwnPace {
      guard case .seconds = inject.moment else { continue }
      diagnostics.report(
        .strayInject, at: inject.passages.first?.blocks.first?.place ?? place,
        "The lines of \(kind.verb) go by at their own pace. Say after which one: “After line 12:”.")
    }
    guard let within else { return }
    for inject in injects where !inject.evenIfAnswered {
      guard case .seconds(let seconds) = inject.moment, seconds >= within else { continue }
      diagnostics.report(
        .strayInject, at: inject.passages.first?.blocks.first?.place ?? place,
        "This never comes: the timer ends the item after \(within) s. Let it come sooner.")
    }
  }

  // MARK: Order

  private func rank(_ part: Part) -> Rank? {
    switch part.kind {
    case .settings, .detour: .settings
    case .facts: .facts
    case .hint: .hint
    case .inject: .inject
    case .answers, .answer: .answers
    case .feedback: .feedback
    case .model: .model
    case .next: .next
    case .block(let block):
      // Lists and tables may be text or answers; the section finds out when the kind takes them.
      switch block.kind {
      case .list, .table: nil
      default: .text
      }
    }
  }

  private func checkOrder(_ parts: [Part]) {
    var last: (rank: Rank, part: Part)?
    let order = PartOrder(parts: parts, ranks: parts.map { rank($0)?.rawValue }, source: source)
    for (index, part) in parts.enumerated() {
      guard let rank = rank(part) else { continue }
      if let last, rank < last.rank {
        diagnostics.report(
          .misplacedPart, at: part.place,
          "\(part.name.capitalisedFirst) stands after \(last.part.name). The order is: settings, "
            + "Facts, hints, text and quotes, injects, answers, Feedback, Model, Next.",
          fix: order.fix(for: index))
      } else {
        last = (rank, part)
      }
    }
  }
}

extension String {
  /// The text with its first letter as a capital.
  public var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
