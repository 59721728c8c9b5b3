// SPDX-License-Identifier: GPL-3.0-or-later

extension TranslatedSection {
  /// What stands for each part of the original that is wanted; reports what is missing or too many.
  func matched(
    _ told: [TranslationUnit], with wanted: [TranslationUnit], in blocks: [MarkdownBlock],
    under heading: Place
  ) -> [Int?] {
    let pairing = Pairing(wanted.map(\.form), told.map(\.form)) {
      (wanted.map { TranslationTraits([$0.block]) }, told.map { TranslationTraits([$0.block]) })
    }
    if !pairing.isWhole, !hasErrors(in: blocks, under: heading) {
      counterparts.report(
        pairing, wanted.map(\.part), told.map(\.part), after: heading,
        lacksLabel: pairing.missing.contains { wanted[$0].isLabelled })
    }
    return pairing.pairs.filter { $0.0 != nil }.map(\.1)
  }

  /// Whether a section can't be read as it is written, which is told: what seems missing or too many in
  /// it may follow from that.
  private func hasErrors(in blocks: [MarkdownBlock], under heading: Place) -> Bool {
    guard let last = blocks.last else { return false }
    let read = Diagnostics()
    _ = PartReader(source: translation.source, diagnostics: read).read(blocks)
    diagnostics.report(read.sorted.filter { $0.rule.severity == .error })
    let lines = heading.line...max(heading.line, last.endLine)
    return diagnostics.sorted.contains {
      $0.rule.severity == .error && $0.rule.code.hasPrefix("D1") && $0.place.file == heading.file
        && lines.contains($0.place.line)
    }
  }
}

extension TranslationUnit {
  /// Whether it is what it is by a label.
  fileprivate var isLabelled: Bool {
    if case .labelled = form { return true }
    return form == .hint || form == .moment
  }

  /// How a message names it: a paragraph that ends in a colon, or begins with a word and one, reads as a
  /// label.
  fileprivate var part: Counterparts.Part {
    let text = form == .paragraph ? block.paragraph?.plain ?? "" : ""
    let label = text.prefix { $0 != ":" }
    let isLabel =
      text.hasSuffix(":") || (label.count < text.count && label.split(separator: " ").count < 3)
    return Counterparts.Part(
      name: name, words: isLabel ? text : words, place: place, isLabel: isLabel,
      end: block.lastItem?.place)
  }
}

extension MarkdownBlock {
  /// The last line of a list.
  var lastItem: MarkdownListItem? {
    guard case .list(let list) = kind else { return nil }
    return list.items.last
  }
}
