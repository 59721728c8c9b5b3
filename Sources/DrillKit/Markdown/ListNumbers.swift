// SPDX-License-Identifier: GPL-3.0-or-later

internal import CCmarkGFM

/// Compares the numbers of a list, as they were typed, with those that Markdown gives.
struct ListNumbers {
  let source: SourceText
  /// The lines before the first that was parsed.
  let offset: Int
  let diagnostics: Diagnostics

  /// Whether the numbers of a list are other than they should be because it is a piece of one: a
  /// list stands right above or below, or an item of it is indented and so a list within.
  func fellApart(
    _ node: OpaquePointer, _ typed: [Int], _ items: [MarkdownListItem]
  ) -> Bool {
    let areAnswers = items.areAnswers
    let isList: (OpaquePointer?) -> Bool = { $0.map(cmark_node_get_type) == CMARK_NODE_LIST }
    if let above = cmark_node_previous(node), isList(above),
      areAnswers || !source.line(line(of: node) - 1).isBlank
    {
      return true
    }
    if let below = cmark_node_next(node), isList(below),
      areAnswers || !source.line(line(of: below) - 1).isBlank
    {
      return true
    }
    let holder = cmark_node_parent(node).flatMap(cmark_node_parent)
    if typed.first != 1, isList(holder), cmark_node_get_list_type(holder) == CMARK_ORDERED_LIST {
      return true
    }
    return areAnswers && items.contains { $0.blocks.contains(where: \.isNumberedList) }
  }

  /// Reports numbers that are not what is shown, and a sentence that became a list.
  func check(_ typed: [Int], _ items: [MarkdownListItem]) {
    guard typed.count == items.count, let first = items.first, let start = typed.first else {
      return
    }
    if items.count == 1, start != 1 || items[0].tick == nil && first.place.column == 1 {
      diagnostics.report(
        .accidentalList, at: first.place,
        "“\(start).” at a line's start makes a numbered list of one. If a sentence was meant, "
          + "write “\(start)\\.”.")
    }
    if items.count > 1, Set(typed).count == 1 { return }
    for (index, number) in typed.enumerated() where number != index + 1 {
      if items.count == 1 { return }
      let line = "This is line \(index + 1) of the list, whatever the “\(number).” says"
      if let reference = reference(to: items) {
        diagnostics.report(
          .doubtfulNumber, at: items[index].place,
          "\(line), and “\(reference)” names a line by its number. Number the list from 1 on, and see "
            + "that “\(reference)” still names the line that it means.")
        return
      }
      diagnostics.report(
        .wrongNumber, at: items[index].place,
        items.areAnswers
          ? "\(line). Number the list from 1 on."
          : "\(line). Number it so, or write “\(number)\\.” if a sentence was meant.",
        fix: source.renumbering(items, typed: typed))
      return
    }
  }

  /// So many lines above a conversation are looked at for what breaks in on it.
  private static let mostAbove = 200

  /// What names a line of the list by its number: a mark of one of its items, or what breaks in on a
  /// conversation. It is meant as the author counted, and after an insertion nobody knows how.
  private func reference(to items: [MarkdownListItem]) -> String? {
    for item in items where item.opensWithParenthesis {
      let mark = item.text.plain.prefix { $0 != ")" }.dropFirst()
      // Marks stand between semicolons; a comma in their place is told elsewhere.
      for part in mark.split(whereSeparator: { ";,".contains($0) }).map({ $0.trimmed() }) {
        let words = part.lowercased().split(separator: " ")
        if words.count == 2, ["from", "before", "after"].contains(words[0]), Int(words[1]) != nil {
          return "(\(part))"
        }
      }
    }
    guard items.areAnswers, let top = items.first?.place.line else { return nil }
    for number in stride(from: top - 1, to: max(0, top - Self.mostAbove), by: -1) {
      let line = source.line(number)
      if line.hasPrefix("#") { return nil }
      if line.hasPrefix("After line ") { return line.trimmed() }
    }
    return nil
  }

  private func line(of node: OpaquePointer) -> Int {
    Int(cmark_node_get_start_line(node)) + offset
  }
}

extension MarkdownBlock {
  fileprivate var isNumberedList: Bool {
    if case .list(let list) = kind { return list.isOrdered }
    return false
  }
}
