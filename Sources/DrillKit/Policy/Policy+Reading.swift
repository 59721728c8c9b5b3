// SPDX-License-Identifier: GPL-3.0-or-later

extension Policy {
  /// Reads a policy. What is wrong is reported; nil where the front matter leaves no policy.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - isChecked: Whether drills are checked against it and nobody plays it: then what its front
  ///     matter lacks is no reason to say of each drill that the policy is not there.
  ///   - diagnostics: Where findings go.
  /// - Returns: the policy.
  public static func read(
    _ source: SourceText, isChecked: Bool = false, diagnostics: Diagnostics
  ) -> Policy? {
    let matter = FrontMatter.read(source, diagnostics: diagnostics)
    let keys = FrontMatterReader(matter, diagnostics: diagnostics)
    let id = keys.text("policy", required: true)
    let title = keys.text("title", required: true)
    let owner = keys.text("owner", required: true)
    let version = keys.wholeNumber("version", in: 1...1_000_000, required: true)
    let effective = keys.date("effective", required: true)
    let reviewBy = keys.date("review-by", required: true)
    let acknowledge = acknowledgement(keys, diagnostics)
    keys.reportUnknownKeys()
    let blocks = MarkdownParser.parse(
      source, fromLine: matter.markdownLine, diagnostics: diagnostics)
    let body = PolicyBody(blocks: blocks, source: source, diagnostics: diagnostics)
    let clauses = body.clauses()
    let tables = body.tables(clauses)
    if let id, id.contains(where: { $0.isWhitespace || $0 == "/" || $0 == "#" }) {
      diagnostics.report(
        .wrongType, at: keys.place(of: "policy"),
        "A policy's id is one word, such as “\(Slug.of(id.filter { $0 != "/" && $0 != "#" }))”.")
    }
    let isWhole = [id, title, owner].allSatisfy { $0 != nil } && version != nil
    guard isChecked || (isWhole && effective != nil && reviewBy != nil) else { return nil }
    // A policy's file is called like it.
    let name = source.file.split(separator: "/").last?.split(separator: ".").first
    return Policy(
      id: id ?? name.map(String.init) ?? "", title: title ?? "", owner: owner ?? "its owner",
      version: version ?? 1, effective: effective ?? CalendarDate(daysSinceEpoch: 0),
      reviewBy: reviewBy ?? CalendarDate(daysSinceEpoch: 1_000_000), acknowledge: acknowledge,
      file: source.file, place: matter.place,
      reviewPlace: keys.place(of: "review-by"), introduction: body.introduction, clauses: clauses,
      index: Dictionary(clauses.enumerated().map { ($1.slug, $0) }) { first, _ in first },
      tables: tables,
      links: body.links())
  }

  private static func acknowledgement(
    _ keys: FrontMatterReader, _ diagnostics: Diagnostics
  ) -> Acknowledgement {
    guard let text = keys.text("acknowledge") else { return .never }
    switch folded(text) {
    case "never": return .never
    case "once": return .once
    default:
      let period = text.lowercased().hasPrefix("every ") ? String(text.dropFirst(6)) : text
      // Only periods of whole days: a signature is not asked for by the hour.
      if let within = Within(period), within.date(from: CalendarDate(daysSinceEpoch: 0)) != nil {
        return .every(within)
      }
      diagnostics.report(
        .unknownWord, at: keys.place(of: "acknowledge"),
        "“acknowledge” can't be “\(text)”. Write “yearly”, “every 6 months”, “once” or “never”.")
      return .never
    }
  }
}

/// The Markdown of one policy.
private struct PolicyBody {
  let blocks: [MarkdownBlock]
  let source: SourceText
  let diagnostics: Diagnostics

  // MARK: Clauses

  /// What stands before the first clause, the title left out.
  var introduction: [MarkdownBlock] {
    blocks.prefix { Self.level(of: $0) ?? 1 == 1 }.filter { Self.level(of: $0) == nil }
  }

  func clauses() -> [Clause] {
    checkTitle()
    var clauses: [Clause] = []
    for (index, block) in blocks.enumerated() {
      guard case .heading(let level, let text) = block.kind, level > 1 else { continue }
      let heading = text.plain
      if let flaw = Slug.flaw(of: heading) {
        diagnostics.report(
          .headingCharacters, at: block.place,
          "The heading \(flaw). Links need letters, digits and single spaces.")
      }
      let content = blocks[(index + 1)...].prefix { Self.level(of: $0).map { $0 > level } ?? true }
      let section = Clause(
        slug: Slug.of(heading), heading: heading, level: level, blocks: Array(content),
        place: block.place)
      clauses.append(section)
      clauses += items(of: section)
    }
    reportEqualSlugs(clauses)
    return clauses
  }

  private static func level(of block: MarkdownBlock) -> Int? {
    if case .heading(let level, _) = block.kind { return level }
    return nil
  }

  /// The items of the lists under a heading, those under a subheading left to it.
  private func items(of section: Clause) -> [Clause] {
    let own = section.blocks.prefix { Self.level(of: $0) == nil }
    let items = own.flatMap { block -> [MarkdownListItem] in
      if case .list(let list) = block.kind { return list.items }
      return []
    }
    return items.enumerated().map { index, item in
      Clause(
        slug: "\(section.slug)-\(index + 1)", heading: "\(section.heading) \(index + 1)", level: 0,
        blocks: item.blocks, place: item.place)
    }
  }

  private func checkTitle() {
    let titles = blocks.filter { Self.level(of: $0) == 1 }
    if titles.isEmpty {
      diagnostics.report(
        .policyWithoutTitle, at: blocks.first?.place ?? source.place(1),
        "The policy has no title. Begin its text with “# Title”.")
    }
    for extra in titles.dropFirst() {
      diagnostics.report(
        .policyWithoutTitle, at: extra.place,
        "A policy has one title. Write “##” for the heading of a clause.")
    }
  }

  private func reportEqualSlugs(_ clauses: [Clause]) {
    var seen: [String: Clause] = [:]
    for clause in clauses {
      guard let first = seen[clause.slug] else {
        seen[clause.slug] = clause
        continue
      }
      // An item has no heading to rename: the heading is to blame, wherever it stands.
      let culprit = clause.isItem && !first.isItem ? first : clause
      let other = culprit == clause ? first : clause
      diagnostics.report(
        .duplicateSlug, at: culprit.place,
        "Links to “#\(clause.slug)” could mean this heading or line \(other.place.line). Rename one."
      )
    }
  }

  // MARK: Tables

  func tables(_ clauses: [Clause]) -> [PolicyTable] {
    var tables: [PolicyTable] = []
    for clause in clauses where !clause.isItem {
      let own = clause.blocks.prefix { Self.level(of: $0) == nil }
      let found = own.compactMap { block -> MarkdownTable? in
        if case .table(let table) = block.kind { return table }
        return nil
      }
      guard let kind = TableKind(title: clause.heading) else {
        reportSlip(clause, hasTable: !found.isEmpty)
        continue
      }
      guard let table = found.first else {
        diagnostics.report(
          .missingTable, at: clause.place,
          "A heading “\(kind.title)” stands above the table of that name. Add the table, or rename "
            + "the heading.")
        continue
      }
      for extra in found.dropFirst() {
        diagnostics.report(
          .duplicateTable, at: extra.place,
          "A second table stands under “\(kind.title)”. Give it a heading of its own.")
      }
      let read = PolicyTable.read(
        table, kind: kind, slug: clause.slug, heading: clause.heading, in: source,
        diagnostics: diagnostics)
      if let read { tables.append(read) }
    }
    return tables
  }

  /// A table under “Route” would answer nothing, and nobody would notice.
  private func reportSlip(_ clause: Clause, hasTable: Bool) {
    guard hasTable, let title = nearest(to: clause.heading, in: TableKind.allCases.map(\.title))
    else { return }
    diagnostics.report(
      .missingTable, at: clause.place,
      "The runner knows no table “\(clause.heading)”. Did you mean “\(title)”? Choose another "
        + "heading if not.")
  }

  // MARK: Links

  func links() -> [PolicyLink] { blocks.flatMap(links) }

  private func links(_ block: MarkdownBlock) -> [PolicyLink] {
    let texts: [RichText]
    switch block.kind {
    case .paragraph(let text), .heading(_, let text): texts = [text]
    case .table(let table): texts = table.rows.flatMap(\.cells)
    case .list(let list): return list.items.flatMap { $0.blocks.flatMap(links) }
    case .quote(let inner): return inner.flatMap(links)
    case .code, .comment, .html, .rule: return []
    }
    let occurrences = Occurrences(in: source)
    // Links come in order: each is looked for from the line of the one before it on.
    var line = block.place.line
    return texts.flatMap(\.links).map { link in
      let place = occurrences.place(of: link.destination, from: line, through: block.endLine)
      line = place.line
      return PolicyLink(destination: link.destination, place: place)
    }
  }
}
