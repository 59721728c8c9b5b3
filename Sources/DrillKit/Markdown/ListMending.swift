// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds lists that fell apart, because feedback was not indented, a comment stands at a line's
/// start or a marker differs, and joins them again.
struct ListMending {
  let source: SourceText
  let diagnostics: Diagnostics

  /// The blocks with such lists joined; each break is reported.
  func mend(_ blocks: [MarkdownBlock]) -> [MarkdownBlock] {
    var result: [MarkdownBlock] = []
    var index = 0
    while index < blocks.count {
      guard case .list(let list) = blocks[index].kind else {
        result.append(blocks[index])
        index += 1
        continue
      }
      // A list that a label binds, a quote and then answers is how an item is written.
      let isBound = result.last?.paragraph?.plain.isLabel ?? false
      var found = Found(items: list.items, isOrdered: list.isOrdered, isBound: isBound)
      var next = index + 1
      while let end = take(from: next, in: blocks, into: &found) { next = end }
      let kind = MarkdownBlock.Kind.list(
        MarkdownList(isOrdered: found.isOrdered, items: found.items))
      result.append(
        MarkdownBlock(kind, at: blocks[index].place, endLine: blocks[next - 1].endLine))
      index = next
    }
    return result
  }

  /// A list as far as it is put together; it grows in place, whatever the number of its pieces.
  private struct Found {
    var items: [MarkdownListItem]
    var isOrdered: Bool
    let isBound: Bool
    var areAnswers: Bool
    /// Whether the last piece of it has another marker: what goes on as it began is no break.
    var isAstray = false

    init(items: [MarkdownListItem], isOrdered: Bool, isBound: Bool) {
      self.items = items
      self.isOrdered = isOrdered
      self.isBound = isBound
      areAnswers = isOrdered || items.areAnswers
    }

    mutating func append(_ others: [MarkdownListItem], isAstray: Bool = false) {
      items += others
      areAnswers = areAnswers || others.areAnswers
      self.isAstray = isAstray
    }

    mutating func appendToLast(_ blocks: some Sequence<MarkdownBlock>) {
      guard let last = items.popLast() else { return }
      items.append(
        MarkdownListItem(
          tick: last.tick, blocks: last.blocks + blocks, place: last.place,
          contentColumn: last.contentColumn, endLine: last.endLine,
          opensWithParenthesis: last.opensWithParenthesis))
    }
  }

  /// Takes what belongs to a list though it stands after it; gives where to go on, or nil.
  private func take(
    from start: Int, in blocks: [MarkdownBlock], into found: inout Found
  ) -> Int? {
    let between = blocks[start...].prefix { $0.isQuoteOrComment }
    let after = blocks[start...].dropFirst(between.count).first
    var other: [MarkdownListItem]?
    if case .list(let list) = after?.kind, list.isOrdered == found.isOrdered { other = list.items }
    guard let first = between.first else {
      guard let after, case .list(let list) = after.kind else { return nil }
      return takeTouching(list, after, into: &found) ? start + 1 : nil
    }
    guard !found.isBound, let column = found.items.last?.contentColumn else { return nil }
    if let other, found.areAnswers || other.areAnswers {
      // Below an item without words an empty line ends it, however what follows is indented: that the
      // words are missing is told.
      let isHollow =
        found.items.last?.blocks.isEmpty == true && source.line(first.place.line - 1).isBlank
      // One that is indented was torn off by the one above it.
      for (index, stray) in between.enumerated()
      where !isHollow && (index == 0 || stray.place.column < column) {
        report(stray, column: column)
      }
      found.appendToLast(between)
      found.append(other)
      return start + between.count + 1
    }
    guard first.isQuote, !source.line(first.place.line - 1).allSatisfy(\.isWhitespace) else {
      return nil
    }
    report(first, column: column)
    found.appendToLast([first])
    return start + 1
  }

  /// Takes a list that stands right below, and is another one because its marker differs.
  private func takeTouching(
    _ list: MarkdownList, _ block: MarkdownBlock, into found: inout Found
  ) -> Bool {
    let isSame = list.isOrdered == found.isOrdered
    if isSame, found.isAstray, let first = found.items.first, let own = list.items.first,
      source.marker(of: first, as: 0) == source.marker(of: own, as: 0)
    {
      found.append(list.items)
      return true
    }
    let touches = !source.line(block.place.line - 1).isBlank
    // Steps and then a list of another kind below an empty line may well be two.
    guard isSame || !found.isBound && (touches || found.items.areAnswers && list.items.areAnswers)
    else { return false }
    if !found.isOrdered, list.isOrdered, touches, let own = list.items.first,
      source.number(of: own) == found.items.count + 1
    {
      takeAsFirst(list, into: &found)
      return true
    }
    if found.isOrdered, found.items.count == 1, (found.items + list.items).areBoxed {
      takeAsFirst(list, into: &found)
      return true
    }
    let marker = found.items.first.flatMap { source.marker(of: $0, as: found.items.count + 1) }
    diagnostics.report(
      .splitList, at: block.place,
      isSame
        ? "A new list begins here, because its marker differs. Use the same marker for one list."
        : "The list above \(found.isOrdered ? "is numbered" : "has no numbers"), and this line begins "
          + "another one. If it goes on, write “\(marker ?? "-")” instead; if not, put some words "
          + "between the two.",
      fix: touches || !isSame
        ? source.remarking(list.items, like: found.items, from: found.items.count + 1) : nil)
    guard !found.isBound else { return false }
    found.append(list.items, isAstray: true)
    return true
  }

  /// Takes numbers that go on from 2 or more for the list, and what stands above for its beginning; so
  /// with answers that have boxes and no numbers below one that has a number.
  private func takeAsFirst(_ list: MarkdownList, into found: inout Found) {
    if let place = found.items.first?.place {
      diagnostics.report(
        .splitList, at: place,
        list.isOrdered
          ? "The list below is numbered from \(found.items.count + 1) on, and what begins here is "
            + "another one. If it is one list, write “1.” here; if not, put some words between the two."
          : "The answers below have no numbers, and this one begins another list. Begin it with “-” as "
            + "well: answers get their numbers on the screen.",
        fix: source.remarking(found.items, like: list.items, from: 1))
    }
    found.isOrdered = list.isOrdered
    found.append(list.items)
  }

  private func report(_ block: MarkdownBlock, column: Int) {
    let what = block.isQuote ? "quote" : "comment"
    diagnostics.report(
      .splitList, at: block.place,
      "This \(what) is not indented, so that it splits the list in two. Put \(column - 1) spaces before "
        + "each of its lines, and it belongs to the answer above.",
      fix: Fix(
        "indent the \(what) under its answer", firstLine: block.place.line,
        lineCount: block.endLine - block.place.line + 1,
        lines: (block.place.line...block.endLine).map { number in
          let line = source.line(number)
          return line.allSatisfy(\.isWhitespace)
            ? "" : String(repeating: " ", count: column - 1) + line.trimmed()
        }))
  }
}

extension [MarkdownListItem] {
  /// Whether these are surely answers, and not a list that is read as text.
  var areAnswers: Bool {
    contains { item in
      item.tick != nil || item.opensWithParenthesis || item.blocks.contains(where: \.isQuote)
    }
  }
}

extension [MarkdownListItem] {
  /// Whether these are three answers or more with a box each, and no lines that somebody speaks.
  fileprivate var areBoxed: Bool {
    count > 2 && allSatisfy { $0.tick != nil && $0.text.speaker == nil }
  }
}

extension MarkdownBlock {
  fileprivate var isQuoteOrComment: Bool {
    if case .comment = kind { return true }
    return isQuote
  }
}

extension String {
  /// One word and a colon, as labels are written; the one of answers binds nothing else.
  fileprivate var isLabel: Bool { hasSuffix(":") && !contains(" ") && self != "Answers:" }
}
