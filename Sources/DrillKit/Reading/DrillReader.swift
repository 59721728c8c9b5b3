// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads a drill's text: one value for each of its variants, and everything that is wrong with it.
public struct DrillReader {
  private let source: SourceText
  private let diagnostics: Diagnostics

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
    guard let source = SourceText(file: file, bytes: bytes, diagnostics: silent) else { return nil }
    return DrillFront(source, diagnostics: silent)?.header
  }

  private func read(only wanted: Int?) -> [Drill] { readWhole(only: wanted)?.drills ?? [] }

  /// The front matter, the outline and the drill in each variant; nil without front matter.
  func readWhole(
    only wanted: Int? = nil
  ) -> (front: DrillFront, outline: Outline, drills: [Drill])? {
    guard let front = DrillFront(source, diagnostics: diagnostics) else { return nil }
    let blocks = MarkdownParser.parse(
      source, fromLine: front.markdownLine, diagnostics: diagnostics)
    let outline = Outline(
      blocks, source: source, fromLine: front.markdownLine, diagnostics: diagnostics)
    var header = front.header
    if !outline.title.isBlank { header.title = outline.title.plain }
    var table = VariantTable()
    if let section = outline.variants {
      table = VariantTable(section.blocks, at: section.place, diagnostics: diagnostics)
      let others =
        outline.opening + outline.scenes.flatMap { $0.blocks + $0.items.flatMap(\.blocks) }
      table.reportUnused(in: others + (outline.end?.blocks ?? []), diagnostics)
    }
    let indices = wanted.map { [$0] } ?? Array(table.names.indices)
    let drills = indices.filter(table.names.indices.contains).compactMap { index in
      drill(header, outline, defaults: front.defaults, variants: table.choosing(index), index)
    }
    return (front, outline, drills)
  }

  private func drill(
    _ header: DrillHeader, _ outline: Outline, defaults: ItemSettings, variants: VariantTable,
    _ index: Int
  ) -> Drill? {
    let opening = PartReader(source: source, diagnostics: diagnostics)
      .read(variants.replace(in: outline.opening))
    var drill = Drill(
      header: header, facts: Facts(), opening: [], scenes: [], debrief: [],
      variants: variants.names, variant: index, file: source.file)
    for part in opening.parts {
      switch part.kind {
      case .facts(let list): drill.facts = Facts.read(list, in: source, diagnostics: diagnostics)
      case .block(let block): drill.opening.append(passage(block, part.condition))
      default: reportMisplaced(part, "before the first scene: Facts, then text and quotes")
      }
    }
    let reader = ItemReader(
      source: source, diagnostics: diagnostics, header: header, defaults: defaults,
      variants: variants)
    drill.scenes = outline.scenes.map { scene($0, reader) }
    drill.debrief = debrief(outline.end, variants)
    guard !drill.scenes.isEmpty else {
      diagnostics.report(
        .noItems, at: source.place(1),
        "The drill has no scene. Begin one with “## Title” and ask something with “### Choose: …”.")
      return nil
    }
    return drill
  }

  private func passage(_ block: MarkdownBlock, _ condition: Condition?) -> Passage {
    if case .quote(let inner) = block.kind { return Passage(quote: inner, when: condition) }
    return Passage(.narration, [block], when: condition)
  }

  private func debrief(_ end: Outline.ScenePart?, _ variants: VariantTable) -> [Passage] {
    guard let end else { return [] }
    let parts = PartReader(source: source, diagnostics: diagnostics)
      .read(variants.replace(in: end.blocks)).parts
    return parts.compactMap { part in
      guard case .block(let block) = part.kind else {
        reportMisplaced(part, "under “## End”: text and quotes only")
        return nil
      }
      return passage(block, part.condition)
    }
  }

  private func scene(_ part: Outline.ScenePart, _ reader: ItemReader) -> Scene {
    let (parts, condition) = PartReader(source: source, diagnostics: diagnostics)
      .read(reader.variants.replace(in: part.blocks))
    let slug = Slug.of(part.title)
    var scene = Scene(
      title: part.title, slug: slug, isDetour: false, condition: condition, facts: Facts(),
      next: [], narration: [], items: [], place: part.place)
    var hasNarration = false
    for part in parts {
      switch part.kind {
      case .detour: scene.isDetour = true
      case .facts(let list):
        if !scene.facts.all.isEmpty {
          diagnostics.report(
            .twice, at: part.place, "“Facts:” stands here a second time. Join them.")
        }
        scene.facts = Facts.read(list, in: source, diagnostics: diagnostics)
        if hasNarration { reportMisplaced(part, Self.sceneOrder) }
      case .next(let list):
        scene.next = NextReader(source: source, diagnostics: diagnostics).read(list)
        if hasNarration { reportMisplaced(part, Self.sceneOrder) }
      case .block(let block):
        hasNarration = true
        scene.narration.append(passage(block, part.condition))
      default: reportMisplaced(part, Self.sceneOrder)
      }
    }
    scene.items = part.items.enumerated().compactMap { index, item in
      reader.read(
        item.heading, at: item.place, reader.variants.replace(in: item.blocks), sceneSlug: slug,
        ordinal: index + 1)
    }
    return scene
  }

  private static let sceneOrder =
    "in a scene before its items: _when …_ or _detour_, Facts, Next, text and quotes"

  private func reportMisplaced(_ part: Part, _ order: String) {
    diagnostics.report(
      .misplacedPart, at: part.place,
      "\(part.name.capitalisedFirst) can't stand here. The order is, \(order).")
  }
}
