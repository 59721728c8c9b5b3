// SPDX-License-Identifier: GPL-3.0-or-later

/// The work of putting a translation together.
struct TranslationComposer {
  let original: TranslationSide
  let translation: TranslationSide
  let front: TranslationFront
  let name: TranslationName
  let diagnostics: Diagnostics
  var lines = ComposedLines()
  /// Whether another version of the original was translated.
  var isBehind = false
  private var slugs = SceneSlugs()
  private var counterparts: Counterparts {
    Counterparts(original: original, translation: translation, diagnostics: diagnostics)
  }
  private var letters = AnswerLetters()

  init(
    original: TranslationSide, translation: TranslationSide, front: TranslationFront,
    name: TranslationName, diagnostics: Diagnostics
  ) {
    self.original = original
    self.translation = translation
    self.front = front
    self.name = name
    self.diagnostics = diagnostics
  }

  /// Puts all of it together; false where that makes no sense, because this is no translation of
  /// this original.
  mutating func run() -> Bool {
    guard checkFront() else { return false }
    let (drill, own) = (original.outline, translation.outline)
    // A scene that lacks an item is the same scene still: what it asks is one of its signs.
    let pairing = paired(drill.scenes, own.scenes, by: { _ in true }) { scene in
      TranslationTraits(
        scene.blocks + scene.items.flatMap(\.blocks),
        signs: scene.items.map { Self.verb($0.heading) })
    }
    let scenes = pairing.pairs.map { ($0.map { drill.scenes[$0] }, $1.map { own.scenes[$0] }) }
    for case (let scene?, let other?) in scenes { slugs.add(other.title, for: scene.title) }
    reportTwins(own.scenes)
    addFront(titles: scenes.compactMap { scene, other in scene.map { title(of: other, for: $0) } })
    addTitle()
    section(drill.opening, own.opening, at: place(own), nil)
    let last = own.scenes.last?.place ?? place(own)
    let part = { (scene: Outline.ScenePart) in
      Counterparts.Part(name: "scene", words: scene.title, place: scene.place)
    }
    counterparts.report(
      pairing, drill.scenes.map(part), own.scenes.map(part), after: place(own))
    for case (let scene?, let other) in scenes { add(scene, other) }
    addEnd(after: last)
    addVariants(after: last)
    lines.nameByLetter(from: 0) { [letters] words, rest in letters.letter(of: words, before: rest) }
    return true
  }

  /// Two scenes of one title: a link could not tell them apart.
  private func reportTwins(_ scenes: [Outline.ScenePart]) {
    var seen: [String: Place] = [:]
    for scene in scenes {
      let slug = Slug.of(scene.title)
      if let first = seen.updateValue(scene.place, forKey: slug) {
        diagnostics.reportTaken(slug, at: scene.place, since: first)
      }
    }
  }

  // MARK: Sections

  /// The heading of the drill, which stands before its opening.
  private mutating func addTitle() {
    lines.space()
    let line = translation.outline.titleLine
    if let line { copy(line, of: translation) } else { add("# \(front.title)", 1, translation) }
    lines.space()
  }

  /// Adds a section; gives what the answers of an item are, and the name that its settings give it.
  @discardableResult
  private mutating func section(
    _ blocks: [MarkdownBlock], _ own: [MarkdownBlock], at heading: Place,
    _ kind: (any ItemKind.Type)?
  ) -> (letters: [String: String], id: String?) {
    var section = TranslatedSection(
      original: original, translation: translation, kind: kind, slugs: slugs,
      diagnostics: diagnostics, lines: lines)
    // Handed over, not shared: else each section would copy all lines before it.
    lines = ComposedLines()
    section.compose(blocks, with: own, at: heading)
    lines = section.lines
    return (section.letters, section.itemID)
  }

  private mutating func add(_ scene: Outline.ScenePart, _ other: Outline.ScenePart?) {
    lines.space()
    copy(scene.place.line, of: original)
    guard let other else {
      copy(whole: scene)
      return
    }
    section(scene.blocks, other.blocks, at: other.place, nil)
    let pairing = paired(scene.items, other.items, by: { Self.verb($0.heading) }) {
      TranslationTraits($0.blocks)
    }
    let part = { (item: Outline.ItemPart) in
      Counterparts.Part(name: "item", words: item.heading.plain, place: item.place)
    }
    counterparts.report(
      pairing, scene.items.map(part), other.items.map(part), after: other.place)
    for case (let index?, let counterpart) in pairing.pairs {
      let item = scene.items[index]
      guard let own = counterpart.map({ other.items[$0] }) else {
        copy(whole: item)
        continue
      }
      let (answers, id) = add(item, own)
      let slug = Slug.of(scene.title)
      letters.add(answers, item: id ?? "\(slug).\(index + 1)", scene: slug)
    }
  }

  private mutating func add(
    _ item: Outline.ItemPart, _ own: Outline.ItemPart
  ) -> (letters: [String: String], id: String?) {
    lines.space()
    let verb = Self.verb(item.heading)
    if verb == Self.verb(own.heading) {
      copy(own.place.line, of: translation)
      let question = { (text: RichText) in text.plain.dropFirst(verb.count + 1).trimmed() }
      checkLine(question(item.heading), question(own.heading), least: 4, at: own.place)
    } else {
      diagnostics.report(
        .changedKey, at: own.place,
        "In the original this is “\(verb): …” (line \(original.typedLine(item.place.line))). The "
          + "verb stays as it is there; translate what stands after the colon.")
      copy(item.place.line, of: original)
    }
    return section(item.blocks, own.blocks, at: own.place, ItemKinds.kind(verb))
  }

  private static func verb(_ heading: RichText) -> String {
    String(heading.plain.prefix { $0 != ":" }).trimmed()
  }

  private mutating func addEnd(after last: Place) {
    switch (original.outline.end, translation.outline.end) {
    case (let end?, let own?):
      lines.space()
      copy(end.place.line, of: original)
      section(end.blocks, own.blocks, at: own.place, nil)
    case (let end?, nil):
      counterparts.reportMissing("section", end.title, end.place, after: last)
      lines.space()
      copy(end.place.line, of: original)
      copy(whole: end)
    case (nil, let own?): counterparts.reportExtra("section", own.title, at: own.place)
    case (nil, nil): break
    }
  }

  private mutating func addVariants(after last: Place) {
    let own = translation.outline.variants
    guard let variants = original.outline.variants else {
      if let own { counterparts.reportExtra("section", own.title, at: own.place) }
      return
    }
    if own == nil {
      counterparts.reportMissing("section", variants.title, variants.place, after: last)
    }
    let merged = TranslatedVariants(
      original: variants, own: own, sides: (original, translation), diagnostics: diagnostics)
    lines.space()
    copy(variants.place.line, of: original)
    lines.space()
    // Phrases vary in texts and facts, never in headings, settings and links to scenes.
    let mayVary = { (line: String) in
      !line.hasPrefix("#") && !line.hasPrefix("_") && !line.hasPrefix("- [")
    }
    let kept = lines.foreign.filter { mayVary($0.text) }
    let keptLines = Set(kept.map { TypedPlace(file: $0.file, line: $0.line) })
    let body = original.matter.markdownLine..<max(variants.place.line, original.matter.markdownLine)
    let told = body.filter { line in
      let origin = original.text.origin(of: line)
      return mayVary(String(original.source.line(line)))
        && !keptLines.contains(TypedPlace(file: origin.file, line: origin.line))
    }
    for (line, side) in merged.rows(
      kept: kept.map(\.text), told: told.map { String(original.source.line($0)) })
    {
      copy(line, of: side)
    }
  }

  // MARK: Lines

  /// Adds a line as it stands.
  mutating func copy(_ line: Int, of side: TranslationSide) {
    add(String(side.source.line(line)), line, side)
  }

  /// The original's lines in the place of a section that is missing.
  private mutating func copy(whole scene: Outline.ScenePart) {
    copy(scene.blocks)
    for item in scene.items { copy(whole: item) }
  }

  private mutating func copy(whole item: Outline.ItemPart) {
    lines.space()
    copy(item.place.line, of: original)
    copy(item.blocks)
  }

  private mutating func copy(_ blocks: [MarkdownBlock]) {
    for block in blocks {
      lines.space()
      for line in original.lines(of: block) { copy(line, of: original) }
    }
  }

  /// Adds a line that is told of as one of a text.
  mutating func add(_ text: String, _ line: Int, _ side: TranslationSide) {
    lines.append(text, from: side.origin(of: line, isOwn: side.text.file == translation.text.file))
  }

  // MARK: Pairs

  /// Where a drill's own text begins.
  private func place(_ outline: Outline) -> Place {
    translation.source.place(outline.titleLine ?? translation.matter.markdownLine)
  }

  /// Parts in order: one for one where there are as many, or where nothing is alike; else by what
  /// they ask, and by what stands in them.
  private func paired<PartOfDrill, Key: Equatable>(
    _ a: [PartOfDrill], _ b: [PartOfDrill], by key: (PartOfDrill) -> Key,
    _ traits: (PartOfDrill) -> TranslationTraits
  ) -> Pairing {
    if a.count != b.count {
      let texts = (a: a.map(traits), b: b.map(traits))
      let alike = Pairing(a.map(key), b.map(key)) { texts }
      if alike.pairs.contains(where: { $0.0 != nil && $0.1 != nil }) { return alike }
    }
    return Pairing(inOrder: a.count, b.count)
  }
}

/// A line of a file.
private struct TypedPlace: Hashable {
  let file: String
  let line: Int
}
