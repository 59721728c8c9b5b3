// SPDX-License-Identifier: GPL-3.0-or-later

extension ComposedText {
  /// A translation's text as it is played: its own words, with every key of the original.
  ///
  /// - Parameters:
  ///   - own: The translation.
  ///   - name: What its file's name says; nil where that is no translation's.
  ///   - original: The original; nil where it can't be read.
  /// - Returns: the whole text, and what is wrong with the translation as one.
  public static func translation(
    _ own: ComposedText, name: TranslationName?, original: ComposedText?
  ) -> ComposedText {
    let diagnostics = Diagnostics()
    let top = Place(file: own.file, line: 1)
    guard let name else {
      diagnostics.report(
        .noOriginal, at: top,
        "A translation stands beside its original and is called like it, with the language before "
          + "the ending: “lost-laptop.de.md” beside “lost-laptop.md”. Rename the file.")
      return own.failing(diagnostics)
    }
    // These name the lines in which they were typed already.
    if let original, let problem = original.findings.first(where: { $0.rule.severity == .error }) {
      diagnostics.report(
        .noOriginal, at: top, Self.sentence(onOriginal: problem, in: problem.place))
      return own.failing(diagnostics)
    }
    let problems = Diagnostics()
    guard let original,
      let source = TranslationSide(original, isOriginal: true, diagnostics: problems)
    else {
      diagnostics.report(
        .noOriginal, at: top,
        "The original “\(name.original)” can't be read. Put the translation beside its original, "
          + "and mend that one first.")
      return own.failing(diagnostics)
    }
    if let problem = problems.sorted.first(where: { $0.rule.severity == .error }) {
      diagnostics.report(.noOriginal, at: top, original.sentence(onOriginal: problem))
      return own.failing(diagnostics)
    }
    guard let side = TranslationSide(own, isOriginal: false, diagnostics: diagnostics),
      let front = TranslationFront(side.matter, diagnostics: diagnostics)
    else { return own.failing(diagnostics) }
    var composer = TranslationComposer(
      original: source, translation: side, front: front, name: name, diagnostics: diagnostics)
    guard composer.run() else { return own.failing(diagnostics) }
    if diagnostics.sorted.contains(where: { [.unpairedPart, .changedKey].contains($0.rule) }),
      let broken = original.brokenStructure
    {
      // A part that its original misreads would be told to be deleted here.
      let only = Diagnostics()
      only.report(.noOriginal, at: top, broken)
      return own.failing(only)
    }
    guard composer.isBehind else {
      return own.composed(
        composer.lines, diagnostics, tracing: .inOwnLines(foreign: own.foreign))
    }
    // What differs from another version is what there is to do, and no mistake.
    let changes = Diagnostics()
    for finding in diagnostics.sorted {
      let isChange = [.unpairedPart, .changedKey, .untranslated].contains(finding.rule)
      changes.report(
        isChange ? .staleTranslation : finding.rule, at: finding.place, finding.message)
    }
    // Only its author plays it, until it says the same again.
    return own.composed(composer.lines, changes, tracing: .nowhere)
  }
}

extension ComposedText {
  /// The same text, found to be called like a translation and to say nowhere that it is one.
  public func unmarkedTranslation(_ name: TranslationName, of original: String) -> ComposedText {
    let diagnostics = Diagnostics()
    diagnostics.report(
      .noOriginal, at: Place(file: file, line: 1),
      "This file is called like a translation of “\(name.original)”, and has the keys of a drill. Write "
        + "“translates: \(original)” and “lang: \(name.language.written)” in the place of “id”, and "
        + "translate what follows.")
    return failing(diagnostics)
  }

  /// What is said of an original's error where its translation is checked.
  private func sentence(onOriginal problem: Diagnostic) -> String {
    let origin = origin(of: problem.place.line)
    return Self.sentence(onOriginal: problem, in: Place(file: origin.file, line: origin.line))
  }

  private static func sentence(onOriginal problem: Diagnostic, in place: Place) -> String {
    "The original has an error in line \(place.line) of \(place.file) (\(problem.rule.code)). "
      + "Mend it there first, and the two are compared: \(problem.message)"
  }

  /// What is said of the first part of an original that can't be read as it was meant; nil where all
  /// of its parts can. It is asked where a translation does not fit: its original is read for it.
  private var brokenStructure: String? {
    let found = Diagnostics()
    _ = DrillReader.read(file: file, bytes: bytes, diagnostics: found)
    return found.sorted.first {
      $0.rule.severity == .error && ($0.rule.code.hasPrefix("D1") || $0.rule.code.hasPrefix("M0"))
    }.map(sentence)
  }

  /// The same text, found to be no translation that can be put together.
  private func failing(_ diagnostics: Diagnostics) -> ComposedText {
    var text = ComposedText(file: file, plain: bytes)
    text.isTranslation = true
    text.findings = findings(with: diagnostics.sorted)
    return text
  }

  /// A text of other lines, with what was found in this one's own.
  private func composed(
    _ lines: ComposedLines, _ diagnostics: Diagnostics, tracing: Tracing
  ) -> ComposedText {
    var text = ComposedText(
      file: file, lines: lines, findings: findings(with: diagnostics.sorted))
    text.isTranslation = true
    text.tracing = tracing
    return text
  }

  /// What is wrong in a line that is the original's: a translation's author may have caused it, and
  /// can't mend it there.
  private func foreign(_ finding: Diagnostic) -> Diagnostic {
    Diagnostic(
      .noOriginal, at: Place(file: file, line: 1),
      "Line \(finding.place.line) of \(finding.place.file) does not fit in here "
        + "(\(finding.rule.code)). Where “check” says the same there, mend it there; otherwise it is "
        + "about words of this translation: \(finding.message)")
  }
}

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
    Counterparts(original: original, diagnostics: diagnostics)
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
      guard let first = seen.updateValue(scene.place, forKey: Slug.of(scene.title)) else {
        continue
      }
      diagnostics.report(
        .equalSlugs, at: scene.place,
        "The scene in line \(translation.typedLine(first.line)) has this title already, and a link could "
          + "not tell the two apart. Give one of them another title.")
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
