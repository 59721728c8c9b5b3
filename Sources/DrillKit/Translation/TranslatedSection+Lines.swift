// SPDX-License-Identifier: GPL-3.0-or-later

extension TranslatedSection {
  /// Compares two lists line by line, and says which lines one of them lacks; whether none does. Of
  /// answers only what stands under their words is compared here: the words have keys.
  @discardableResult
  func pairLines(of list: MarkdownList, with own: MarkdownList, areAnswers: Bool) -> Bool {
    let (items, others) = (list.items, own.items)
    let pairing = pairing(of: items, with: others, areAnswers: areAnswers)
    let parts = { (items: [MarkdownListItem]) in
      items.map {
        Counterparts.Part(
          name: areAnswers ? "answer" : "line", words: $0.wordsAlone, place: $0.place)
      }
    }
    counterparts.report(pairing, parts(items), parts(others), after: nil)
    for case (let left?, let right?) in pairing.pairs {
      let (item, other) = (items[left], others[right])
      pair(
        areAnswers ? Array(item.rest) : item.blocks,
        with: areAnswers ? Array(other.rest) : other.blocks, at: other.place)
    }
    return pairing.isWhole
  }

  private func pairing(
    of items: [MarkdownListItem], with own: [MarkdownListItem], areAnswers: Bool
  ) -> Pairing {
    guard items.count != own.count else {
      if areAnswers, kind?.hasForeseenAnswers == false { reportMoved(items, own) }
      return Pairing(inOrder: items.count, own.count)
    }
    let traits = { (items: [MarkdownListItem], side: TranslationSide) in
      items.map { TranslationTraits($0.blocks, signs: areAnswers ? signs(of: $0, in: side) : []) }
    }
    // A word of the policies that was translated may be any of those that are missing.
    let areWords = areAnswers && kind?.hasForeseenAnswers == true
    let (keys, ownKeys) = areAnswers ? (items.map(key), own.map(key)) : ([], [])
    let shared = { (key: String, others: [String]) in
      areWords && !others.contains(key) ? "" : key
    }
    return Pairing(
      areAnswers ? keys.map { shared($0, ownKeys) } : items.map { _ in "" },
      areAnswers ? ownKeys.map { shared($0, keys) } : own.map { _ in "" }
    ) { (traits(items, original), traits(own, translation)) }
  }

  /// Reports an answer whose signs are those of another line of the original: it would be judged as the
  /// one that stands at its place.
  private func reportMoved(_ items: [MarkdownListItem], _ own: [MarkdownListItem]) {
    guard items.count <= Self.mostOrdered,
      let (index, other) = Pairing.crossed(
        items.map { TranslationTraits($0.blocks) }, own.map { TranslationTraits($0.blocks) })
    else { return }
    diagnostics.report(
      .movedAnswer, at: own[index].place,
      "This line looks like “\(items[other].wordsAlone.shortened)” of the original (line "
        + "\(original.typedLine(items[other].place.line))), and stands for "
        + "“\(items[index].wordsAlone.shortened)” (line \(original.typedLine(items[index].place.line))). "
        + "Lines are paired by their order: write them in the order of the original.")
  }

  /// Longer lists are paired without a look at what else could be meant.
  private static let mostOrdered = 40

  /// What a line's keys are, where they are not left out: its tick, its marks, where it leads.
  private func signs(of item: MarkdownListItem, in side: TranslationSide) -> [String] {
    let typed = TypedAnswer(item, in: side.source)
    let target = typed.slug.isEmpty ? [] : ["#" + (slugs.originals[typed.slug] ?? typed.slug)]
    return (typed.box.lowercased() == "[x]" ? ["[x]"] : []) + typed.markList.map { folded($0) }
      + target
  }

  /// What a line is by its words, in every language; empty where its words are translated.
  private func key(_ item: MarkdownListItem) -> String {
    if kind?.hasForeseenAnswers == true { return folded(item.text.plain) }
    guard item.opensWithParenthesis, let marks = Marks.split(item.text)?.marks else { return "" }
    return marks.map { $0.lowercased() }.first { ["timed out", "otherwise"].contains($0) } ?? ""
  }
}

extension MarkdownListItem {
  /// Its words without marks; the marks where it has nothing else.
  fileprivate var wordsAlone: String {
    let words = (opensWithParenthesis ? Marks.split(text)?.rest ?? text : text).plain
    return words.isEmpty ? text.plain : words
  }
}
