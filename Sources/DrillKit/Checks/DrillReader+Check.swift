// SPDX-License-Identifier: GPL-3.0-or-later

/// A drill that was read and checked as a whole.
public struct CheckedDrill: Sendable {
  /// Its front matter.
  public let header: DrillHeader
  /// The drill in each of its variants.
  public let drills: [Drill]
  /// The policies that it lists.
  public let policies: PolicyBook
}

extension DrillReader {
  /// Reads a drill and checks it as a whole.
  ///
  /// - Parameters:
  ///   - file: The name that diagnostics carry.
  ///   - bytes: The file's bytes.
  ///   - library: All policies.
  ///   - folder: Where they lie.
  ///   - today: For review dates.
  ///   - diagnostics: Where findings go.
  /// - Returns: the drill's front matter, where it could be read.
  @discardableResult
  public static func check(
    file: String, bytes: [UInt8], library: PolicyBook, in folder: PolicyFolder = PolicyFolder(),
    today: CalendarDate, diagnostics: Diagnostics
  ) -> DrillHeader? {
    examine(
      file: file, bytes: bytes, library: library, in: folder, today: today,
      diagnostics: diagnostics)?.header
  }

  /// Reads a drill and checks it as a whole, like `check`, and gives all that was read; nil where
  /// its front matter can't be.
  public static func examine(
    file: String, bytes: [UInt8], library: PolicyBook, in folder: PolicyFolder = PolicyFolder(),
    today: CalendarDate, diagnostics: Diagnostics
  ) -> CheckedDrill? {
    guard let source = SourceText(file: file, bytes: bytes, diagnostics: diagnostics) else {
      return nil
    }
    let reader = DrillReader(source: source, diagnostics: diagnostics)
    var ofVariants: [Int: Diagnostics] = [0: diagnostics]
    let read = reader.readWhole { variant in
      let own = ofVariants[variant] ?? Diagnostics()
      ofVariants[variant] = own
      return own
    }
    guard let read else { return nil }
    let (front, outline, drills) = (read.front, read.outline, read.drills)
    front.check(library: library, today: today, diagnostics: diagnostics)
    // A setting that spells right what the front matter misspells follows from that.
    let spelt = front.meantCompetencies(in: library).map(DrillHeader.unlisted)
    let isSettled = { (finding: Diagnostic) in
      finding.rule == .wordNotInCurriculum && spelt.contains(where: finding.message.hasPrefix)
    }
    if !spelt.isEmpty { diagnostics.withdraw(isSettled) }
    let listed = library.selecting(front.policies(in: library))
    var links = LinkCheck(
      source: source,
      titles: Dictionary(outline.scenes.map { (Slug.of($0.title), $0.title) }) { first, _ in first
      },
      listed: listed, library: library, folder: folder, diagnostics: diagnostics,
      occurrences: Occurrences(in: source))
    links.check(outline)
    outline.reportSlips(diagnostics)
    outline.reportBareArrows(in: source, diagnostics)
    outline.reportAddresses(in: source, diagnostics)
    var voices = VoiceSlips(source: source, diagnostics: diagnostics)
    voices.check(outline)
    DraftMarks.report(in: source, to: diagnostics)
    let idle = IdleLines()
    let seen = SeenSituations()
    for drill in drills {
      let own = ofVariants[drill.variant] ?? diagnostics
      DrillCheck(
        script: Script(drill: drill, policies: listed), source: source, library: library,
        diagnostics: own,
        idle: idle, seen: seen, unread: outline.unread(in: drill),
        isSound: !diagnostics.hasErrors, isLinked: !diagnostics.hasBrokenWays
      ).run()
    }
    let written = diagnostics.sorted
    var distant = Set(written.filter { $0.rule == .distantMoment }.map(\.place.line))
    let bad = Set(written.filter { $0.rule == .badFact }.map(\.place.line))
    for drill in drills where drill.variant > 0 {
      // Variants word the same moment otherwise, and its line is to be corrected once.
      let found = (ofVariants[drill.variant]?.sorted ?? []).filter {
        if isSettled($0) { return false }
        // What is wrong as it is written is told already.
        return $0.rule == .badFact
          ? !bad.contains($0.place.line)
          : $0.rule != .distantMoment || distant.insert($0.place.line).inserted
      }
      guard !found.isEmpty else { continue }
      let findings = VariantFindings(source: source, table: read.table, variant: drill.variant) {
        reader.findings(in: drill.variant, of: read, keeping: $0, library: library, listed)
      }
      diagnostics.report(findings.told(found, besides: written))
    }
    // What a wrong fact leads to is no reason to delete a line.
    if !diagnostics.hasBrokenFacts { diagnostics.report(idle.always) }
    return CheckedDrill(header: front.header, drills: drills, policies: listed)
  }
}

extension DrillReader {
  /// What is found in a variant of which one row keeps its words as they are written.
  private func findings(
    in variant: Int, of read: Whole, keeping row: Int, library: PolicyBook, _ listed: PolicyBook
  ) -> [Diagnostic] {
    let found = Diagnostics()
    let drill = DrillReader(source: source, diagnostics: found).drill(
      read.header, read.outline, front: read.front,
      variants: read.table.choosing(variant, keeping: row), variant, SectionMemory())
    guard let drill else { return found.sorted }
    DrillCheck(
      script: Script(drill: drill, policies: listed), source: source, library: library,
      diagnostics: found,
      idle: IdleLines(), seen: SeenSituations(), unread: read.outline.unread(in: drill)
    ).run()
    return found.sorted
  }
}

extension Diagnostics {
  /// Whether a fact was found to be wrong: what follows from it may be as well.
  fileprivate var hasBrokenFacts: Bool {
    sorted.contains { $0.rule.severity == .error && $0.rule.code.hasPrefix("P") }
  }

  /// Whether a way of the story was found to lead nowhere, or a condition to be none: a scene that
  /// nothing leads to may follow from that.
  fileprivate var hasBrokenWays: Bool {
    let rules: Set<Rule> = [
      .badCondition, .deadScene, .misnamedLink, .badNext, .strayArrow, .badLabel, .buriedLabel,
      .labelBindsNothing,
    ]
    return sorted.contains { rules.contains($0.rule) }
  }
}

extension Outline {
  /// The scenes of which an item could not be read, by slug.
  fileprivate func unread(in drill: Drill) -> Set<String> {
    var slugs: Set<String> = []
    for (index, part) in scenes.enumerated()
    where drill.scenes.indices.contains(index)
      && part.items.count > drill.scenes[index].items.count
    {
      slugs.insert(drill.scenes[index].slug)
    }
    return slugs
  }
}

extension DrillFront {
  /// Checks words against the curriculum's lists, policies against the library, the review date.
  func check(library: PolicyBook, today: CalendarDate, diagnostics: Diagnostics) {
    check(
      "competencies", header.competencies, library.competencies.map(\.name),
      library.policy(with: .competencies)?.file, diagnostics)
    check(
      "audience", header.audience, library.audiences.map(\.name),
      library.policy(with: .audiences)?.file, diagnostics)
    let ids = library.policies.map(\.id)
    for id in header.policies where !ids.contains(id) {
      diagnostics.report(
        .deadLink, at: headerPlaces["policies"]?[id] ?? reviewPlace,
        "No policy has the id “\(id)”.\(suggestion(for: id, in: ids))")
    }
    if let date = header.reviewBy, date < today {
      diagnostics.report(
        .drillReviewOverdue, at: reviewPlace,
        "The drill was to be looked at again by \(date). Check its facts and set a new date.")
    }
  }

  /// The policies that the drill lists, by their ids; one that is misspelt, which is told, as it was meant.
  fileprivate func policies(in library: PolicyBook) -> [String] {
    let ids = library.policies.map(\.id)
    return header.policies.map { id in ids.contains(id) ? id : nearest(to: id, in: ids) ?? id }
  }

  /// What was meant by competencies that are misspelt.
  fileprivate func meantCompetencies(in library: PolicyBook) -> [String] {
    let known = library.competencies.map(\.name)
    return header.competencies.filter { !known.contains($0) }.compactMap {
      nearest(to: $0, in: known)
    }
  }

  /// Without a curriculum any word will do.
  private func check(
    _ key: String, _ words: [String], _ known: [String], _ file: String?,
    _ diagnostics: Diagnostics
  ) {
    guard !known.isEmpty else { return }
    for word in words where !known.contains(word) {
      diagnostics.report(
        .wordNotInCurriculum, at: headerPlaces[key]?[word] ?? reviewPlace,
        "The curriculum does not know “\(word)”.\(suggestion(for: word, in: known)) "
          + "It knows \(known.joined(separator: ", "))."
          + (file.map { " Its list stands in \($0)." } ?? ""))
    }
  }
}
