// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads a drill's text: one value for each of its variants, and everything that is wrong with it.
public struct DrillReader {
  let source: SourceText
  let diagnostics: Diagnostics

  init(source: SourceText, diagnostics: Diagnostics) {
    self.source = source
    self.diagnostics = diagnostics
  }

  /// The drill in each of its variants; empty where it can't be read. Findings are reported.
  public static func read(
    file: String, bytes: [UInt8], diagnostics: Diagnostics
  ) -> [Drill] {
    guard let source = SourceText(file: file, bytes: bytes, diagnostics: diagnostics) else {
      return []
    }
    return DrillReader(source: source, diagnostics: diagnostics).read(only: nil)
  }

  /// The drill in one variant, for an attempt that is under way: its text was checked before.
  public static func read(
    file: String, bytes: [UInt8], variant: Int, diagnostics: Diagnostics
  ) -> Drill? {
    guard let source = SourceText(file: file, bytes: bytes, diagnostics: diagnostics) else {
      return nil
    }
    return DrillReader(source: source, diagnostics: diagnostics).read(only: variant).first
  }

  /// A drill's front matter alone, for lists; nil where it can't be read.
  public static func header(file: String, bytes: [UInt8]) -> DrillHeader? {
    let silent = Diagnostics()
    // A list of drills needs no look at their texts: only a drill that is played is read on.
    let head = FrontMatter.lines(of: bytes)
    guard let source = SourceText(file: file, bytes: head, diagnostics: silent) else { return nil }
    return DrillFront(source, diagnostics: silent)?.header
  }

  private func read(only wanted: Int?) -> [Drill] { readWhole(only: wanted)?.drills ?? [] }

  /// A drill's text as it was read: its front matter, its outline, its table of variants, and the
  /// drill in each of them.
  struct Whole {
    let front: DrillFront
    let outline: Outline
    let header: DrillHeader
    let table: VariantTable
    let drills: [Drill]
  }

  /// All that is read of a drill; nil without front matter. What is wrong in a variant goes where
  /// `findings` says.
  func readWhole(
    only wanted: Int? = nil, findings: ((_ variant: Int) -> Diagnostics)? = nil
  ) -> Whole? {
    guard let front = DrillFront(source, diagnostics: diagnostics) else { return nil }
    var blocks = MarkdownParser.parse(
      source, fromLine: front.markdownLine, diagnostics: diagnostics)
    // A drill that is played was checked, and goes on as it was read when the attempt began.
    if wanted == nil {
      blocks = MeantStructure(source: source, diagnostics: diagnostics).mend(blocks)
    }
    let outline = Outline(
      blocks, source: source, fromLine: front.markdownLine, diagnostics: diagnostics)
    var header = front.header
    if !outline.title.isBlank {
      header.title = outline.title.plain
      if header.title != front.header.title, !front.header.title.isEmpty {
        diagnostics.report(
          .twoTitles, at: source.place(outline.titleLine ?? front.markdownLine),
          "The front matter says “\(front.header.title.shortened)”, the heading “#” "
            + "“\(header.title.shortened)”. Write the same title in both places.")
      }
    }
    if !front.sceneTitles.isEmpty, front.sceneTitles.count != outline.scenes.count {
      diagnostics.report(
        .wrongType, at: front.sceneTitlesPlace,
        "“\(FrontMatterKey.sceneTitles)” is written where a translation is put together, a title a "
          + "scene. In a drill it has no use: delete it.")
    }
    var table = VariantTable()
    if let section = outline.variants {
      table = VariantTable(section.blocks, at: section.place, diagnostics: diagnostics)
      var sections = [outline.opening, outline.end?.blocks ?? []]
      for scene in outline.scenes { sections += [scene.blocks] + scene.items.map(\.blocks) }
      table.look(in: sections, diagnostics)
    }
    let indices = wanted.map { [$0] } ?? Array(table.names.indices)
    let memory = SectionMemory()
    let drills = indices.filter(table.names.indices.contains).compactMap { index in
      DrillReader(source: source, diagnostics: findings?(index) ?? diagnostics).drill(
        header, outline, front: front, variants: table.choosing(index), index, memory)
    }
    return Whole(front: front, outline: outline, header: header, table: table, drills: drills)
  }

  /// The drill with the phrases of one variant.
  func drill(
    _ header: DrillHeader, _ outline: Outline, front: DrillFront, variants: VariantTable,
    _ index: Int, _ memory: SectionMemory
  ) -> Drill? {
    let opening = parts(of: outline.opening, variants, memory)
    var drill = Drill(
      header: header, facts: Facts(), opening: [], scenes: [], debrief: [],
      variants: variants.names, variant: index, file: source.file)
    for part in opening.parts {
      switch part.kind {
      case .facts(let list):
        if !drill.facts.all.isEmpty { reportTwice(part) }
        if !drill.opening.isEmpty { reportMisplaced(part, Self.openingOrder) }
        drill.facts = Facts.read(list, in: source, diagnostics: diagnostics)
      case .block(let block):
        drill.opening.append(passage(block, opening.section.joined(part.condition)))
      default: reportMisplaced(part, Self.openingOrder)
      }
    }
    let reader = ItemReader(
      source: source, diagnostics: diagnostics, header: header, defaults: front.defaults,
      variants: variants)
    drill.scenes = outline.scenes.enumerated().map { index, part in
      var scene = scene(part, reader, memory)
      // Links and records know a scene by its heading, in every language.
      if front.sceneTitles.indices.contains(index) { scene.title = front.sceneTitles[index] }
      return scene
    }
    drill.debrief = debrief(outline.end, variants, memory)
    return drill.scenes.isEmpty ? nil : drill
  }

  private func passage(_ block: MarkdownBlock, _ condition: Condition?) -> Passage {
    if case .quote(let inner) = block.kind { return Passage(quote: inner, when: condition) }
    return Passage(.narration, [block], when: condition)
  }

  /// The parts of a section's own blocks in a variant.
  private func parts(
    of blocks: [MarkdownBlock], _ variants: VariantTable, _ memory: SectionMemory
  ) -> PartReader.Parts {
    let blocks = variants.replace(in: blocks)
    return memory.parts(of: blocks) {
      PartReader(source: source, diagnostics: diagnostics).read(blocks)
    }
  }

  private func debrief(
    _ end: Outline.ScenePart?, _ variants: VariantTable, _ memory: SectionMemory
  ) -> [Passage] {
    guard let end else { return [] }
    let (parts, section) = parts(of: end.blocks, variants, memory)
    if let section, !parts.isEmpty {
      diagnostics.report(
        .hiddenDebrief, at: section.place,
        "“_when …_” right under “## End” holds for all that stands there, so whom it leaves out reads "
          + "no debrief. Begin with a sentence for everybody, and put the condition behind it.")
    }
    return parts.compactMap { part in
      guard case .block(let block) = part.kind else {
        reportMisplaced(part, "under “## End”: text and quotes only")
        return nil
      }
      return passage(block, section.joined(part.condition))
    }
  }

  private func scene(
    _ part: Outline.ScenePart, _ reader: ItemReader, _ memory: SectionMemory
  ) -> Scene {
    let (parts, condition) = parts(of: part.blocks, reader.variants, memory)
    let slug = Slug.of(part.title)
    var scene = Scene(
      title: part.title, slug: slug, isDetour: false, condition: condition, facts: Facts(),
      next: [], narration: [], items: [], place: part.place)
    var last = 0
    let order = PartOrder(parts: parts, ranks: parts.map(Self.rank), source: source)
    for (index, part) in parts.enumerated() {
      switch part.kind {
      case .detour: scene.isDetour = true
      case .facts(let list):
        if !scene.facts.all.isEmpty { reportTwice(part) }
        scene.facts = Facts.read(list, in: source, diagnostics: diagnostics)
      case .next(let list):
        if !scene.next.isEmpty { reportTwice(part) }
        scene.next = NextReader(source: source, diagnostics: diagnostics).read(list)
      case .block(let block): scene.narration.append(passage(block, part.condition))
      default: break
      }
      let rank = Self.rank(part) ?? -1
      if rank < last { reportMisplaced(part, Self.sceneOrder, fix: order.fix(for: index)) }
      last = max(last, rank)
    }
    scene.items = part.items.enumerated().compactMap { index, item in
      let blocks = reader.variants.replace(in: item.blocks)
      return memory.item(at: item.place, blocks) { edition in
        reader.read(
          item.heading, at: item.place, blocks, sceneSlug: slug, ordinal: index + 1,
          edition: edition)
      }
    }
    return scene
  }

  private static let openingOrder = "before the first scene: Facts, then text and quotes"
  private static let sceneOrder =
    "in a scene before its items: _when …_ or _detour_, Facts, Next, text and quotes"

  private func reportTwice(_ part: Part) {
    diagnostics.report(
      .twice, at: part.place, "\(part.name) stands here a second time. Join the two.")
  }

  /// The rank of a part in a scene; nil for what has no place there.
  private static func rank(_ part: Part) -> Int? {
    switch part.kind {
    case .detour: 0
    case .facts: 1
    case .next: 2
    case .block: 3
    case .settings, .answers, .answer, .hint, .inject, .feedback, .model: nil
    }
  }

  private func reportMisplaced(_ part: Part, _ order: String, fix: Fix? = nil) {
    if case .settings = part.kind {
      diagnostics.report(
        .misplacedPart, at: part.place,
        "A paragraph all in emphasis sets something, and nothing can be set here. If it is text, "
          + "leave a word out of the emphasis, or write it plainly.")
      return
    }
    diagnostics.report(
      .misplacedPart, at: part.place,
      "\(part.name.capitalisedFirst) can't stand here. The order is, \(order).", fix: fix)
  }
}

extension Condition? {
  /// Both conditions, where both are there.
  fileprivate func joined(_ other: Condition?) -> Condition? {
    guard let outer = self else { return other }
    guard let inner = other else { return outer }
    return Condition(terms: outer.terms + inner.terms, place: inner.place)
  }
}
