// SPDX-License-Identifier: GPL-3.0-or-later

extension TranslatedSection {
  /// What stands for each part of the original that is wanted; reports what is missing or too many.
  func matched(
    _ told: [TranslationUnit], with wanted: [TranslationUnit], in blocks: [MarkdownBlock],
    under heading: Place
  ) -> [Int?] {
    let traits = { (units: [TranslationUnit]) in units.map { TranslationTraits([$0.block]) } }
    let pairs = Pairing.of(
      wanted.map(\.form), told.map(\.form), traits: (traits(wanted), traits(told)))
    let isWhole = pairs.allSatisfy { $0.0 != nil && $0.1 != nil }
    guard isWhole || !hasErrors(in: blocks, under: heading) else {
      return pairs.filter { $0.0 != nil }.map(\.1)
    }
    // What seems too many may be what is missing, without its label.
    let lacksLabel = pairs.contains { a, b in b == nil && a.map { wanted[$0].isLabelled } == true }
    var found: [Int?] = []
    var last = heading
    for (a, b) in pairs {
      if let b { last = told[b].place }
      if let a {
        found.append(b)
        if b == nil {
          counterparts.reportMissing(wanted[a].name, wanted[a].words, wanted[a].place, after: last)
        }
      } else if let b {
        reportExtra(told[b], isCertain: !lacksLabel)
      }
    }
    return found
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

  private func reportExtra(_ unit: TranslationUnit, isCertain: Bool) {
    let text = unit.form == .paragraph ? unit.block.paragraph?.plain ?? "" : ""
    let label = text.prefix { $0 != ":" }
    if text.hasSuffix(":") || (label.count < text.count && label.split(separator: " ").count < 3) {
      counterparts.reportLabel(text, at: unit.place)
    } else if isCertain {
      counterparts.reportExtra(unit.name, unit.words, at: unit.place)
    }
  }
}

extension TranslationUnit {
  /// Whether it is what it is by a label.
  fileprivate var isLabelled: Bool {
    if case .labelled = form { return true }
    return form == .hint
  }
}
