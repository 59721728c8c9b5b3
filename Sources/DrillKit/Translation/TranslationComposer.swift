// SPDX-License-Identifier: GPL-3.0-or-later

extension ExpandedText {
  /// A translation's text as it is played: its own words, with every key of the original.
  ///
  /// - Parameters:
  ///   - own: The translation.
  ///   - name: What its file's name says; nil where that is no translation's.
  ///   - original: The original; nil where it can't be read.
  /// - Returns: the whole text, and what is wrong with the translation as one.
  public static func translation(
    _ own: ExpandedText, name: TranslationName?, original: ExpandedText?
  ) -> ExpandedText {
    let diagnostics = Diagnostics()
    let top = Place(file: own.file, line: 1)
    guard let name else {
      diagnostics.report(
        .noOriginal, at: top,
        "A translation stands beside its original and is called like it, with the language before "
          + "the ending: “lost-laptop.de.md” beside “lost-laptop.md”. Rename the file.")
      return own.failing(diagnostics)
    }
    guard let original, let source = TranslationSide(original, diagnostics: Diagnostics()) else {
      diagnostics.report(
        .noOriginal, at: top,
        "The original “\(name.original)” can't be read. Put the translation beside its original, "
          + "and mend that one first.")
      return own.failing(diagnostics)
    }
    guard let side = TranslationSide(own, diagnostics: diagnostics),
      let front = TranslationFront(side.matter, diagnostics: diagnostics)
    else { return own.failing(diagnostics) }
    var composer = TranslationComposer(
      original: source, translation: side, front: front, name: name, diagnostics: diagnostics)
    guard composer.run() else { return own.failing(diagnostics) }
    return own.composed(composer.lines, diagnostics)
  }
}

/// The work of putting a translation together.
private struct TranslationComposer {
  let original: TranslationSide
  let translation: TranslationSide
  let front: TranslationFront
  let name: TranslationName
  let diagnostics: Diagnostics
  var lines = ComposedLines()
  private var slugs = SceneSlugs()
  private var words = AnswerWords()

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
    let scenes = paired(drill.scenes, own.scenes) { $0.items.map { Self.verb($0.heading) } }
    for case (let scene?, let other?) in scenes { slugs.add(other.title, for: scene.title) }
    addFront(titles: scenes.compactMap { scene, other in scene.map { other?.title ?? $0.title } })
    addTitle()
    section(drill.opening, own.opening, at: place(own), nil)
    var last = place(own)
    for (scene, other) in scenes {
      if let other { last = other.place }
      switch (scene, other) {
      case (let scene?, let other): add(scene, other, after: last)
      case (nil, let other?): report(extra: "scene", other.title, at: other.place)
      case (nil, nil): break
      }
    }
    addEnd(after: last)
    addVariants(after: last)
    lines.rename(from: 0) { [words] answer, rest in words.words(answer, before: rest) }
    return true
  }

  // MARK: Front matter

  private func checkFront() -> Bool {
    let id = original.value("id")?.text ?? ""
    guard front.original == id else {
      diagnostics.report(
        .noOriginal, at: place(of: FrontMatterKey.translates),
        "The drill beside this file, “\(name.original)”, has the id “\(id)”, and this translates "
          + "“\(front.original.shortened)”. Correct one of the two.")
      return false
    }
    let tag = LanguageTag(front.language)
    if tag != name.language {
      diagnostics.report(
        .noOriginal, at: place(of: "lang"),
        "The file's name says “\(name.language.text)”, and “lang” says “\(front.language)”. Correct "
          + "one of the two.")
    }
    if tag == LanguageTag(original.value("lang")?.text ?? "en") {
      diagnostics.report(
        .noOriginal, at: place(of: "lang"),
        "The original is written in “\(front.language)” as well. Say into what this translates it.")
    }
    checkVersion()
    for entry in translation.matter.entries where !TranslationFront.ownKeys.contains(entry.key) {
      guard entry.value.plain != original.value(entry.key)?.plain else { continue }
      diagnostics.report(
        .changedKey, at: entry.place,
        "“\(entry.key)” is the original's. Leave it out here, or write it as it is there.")
    }
    return true
  }

  private func checkVersion() {
    guard let text = original.value("version")?.text, let version = Int(text),
      version != front.version
    else { return }
    diagnostics.report(
      .staleTranslation, at: place(of: "version"),
      version > front.version
        ? "This translates version \(front.version), and the original is at version \(version): the "
          + "original is played instead. Look at what changed there, then write “version: "
          + "\(version)”."
        : "This translates version \(front.version), and the original is only at version "
          + "\(version): the original is played instead. Correct one of the two.")
  }

  private func place(of key: String) -> Place {
    translation.value(key)?.place ?? translation.matter.place
  }

  /// The original's keys in their order, with the translation's own texts.
  private mutating func addFront(titles: [String]) {
    add("---", 1, original)
    for (index, entry) in original.matter.entries.enumerated() where entry.key != "lang" {
      if ["title", "summary"].contains(entry.key) {
        addOwn(entry.key)
      } else {
        for line in original.lines(ofEntry: index) { copy(line, of: original) }
      }
    }
    addOwn("lang")
    add(FrontMatterKey.sceneTitles + ":", 1, translation)
    for title in titles {
      let escaped = title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      add("  - \"\(escaped)\"", 1, translation)
    }
    add("---", 1, original)
  }

  private mutating func addOwn(_ key: String) {
    guard let index = translation.matter.entries.firstIndex(where: { $0.key == key }) else {
      return
    }
    for line in translation.lines(ofEntry: index) { copy(line, of: translation) }
  }

  /// The heading of the drill, which stands before its opening.
  private mutating func addTitle() {
    lines.space()
    let line = translation.outline.titleLine
    if let line { copy(line, of: translation) } else { add("# \(front.title)", 1, translation) }
    lines.space()
  }

  // MARK: Sections

  /// Adds a section; gives what the answers of an item are, and the name that its settings give it.
  @discardableResult
  private mutating func section(
    _ blocks: [MarkdownBlock], _ own: [MarkdownBlock], at heading: Place,
    _ kind: (any ItemKind.Type)?
  ) -> (words: [String: String], id: String?) {
    var section = TranslatedSection(
      original: original, translation: translation, kind: kind, slugs: slugs,
      diagnostics: diagnostics, lines: lines)
    section.compose(blocks, with: own, at: heading)
    lines = section.lines
    return (section.words, section.itemID)
  }

  private mutating func add(
    _ scene: Outline.ScenePart, _ other: Outline.ScenePart?, after last: Place
  ) {
    lines.space()
    copy(scene.place.line, of: original)
    guard let other else {
      report(missing: "scene", scene.title, scene.place, after: last)
      copy(whole: scene)
      return
    }
    section(scene.blocks, other.blocks, at: other.place, nil)
    var last = other.place
    var ordinal = 0
    for (item, own) in paired(scene.items, other.items, by: { Self.verb($0.heading) }) {
      if let own { last = own.place }
      if item != nil { ordinal += 1 }
      switch (item, own) {
      case (let item?, let own?):
        let (answers, id) = add(item, own)
        let slug = Slug.of(scene.title)
        words.add(answers, item: id ?? "\(slug).\(ordinal)", scene: slug)
      case (let item?, nil):
        report(missing: "item", item.heading.plain, item.place, after: last)
        copy(whole: item)
      case (nil, let own?): report(extra: "item", own.heading.plain, at: own.place)
      case (nil, nil): break
      }
    }
  }

  private mutating func add(
    _ item: Outline.ItemPart, _ own: Outline.ItemPart
  ) -> (words: [String: String], id: String?) {
    lines.space()
    let verb = Self.verb(item.heading)
    if verb == Self.verb(own.heading) {
      copy(own.place.line, of: translation)
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
      report(missing: "section", end.title, end.place, after: last)
      lines.space()
      copy(end.place.line, of: original)
      copy(whole: end)
    case (nil, let own?): report(extra: "section", own.title, at: own.place)
    case (nil, nil): break
    }
  }

  private mutating func addVariants(after last: Place) {
    let own = translation.outline.variants
    guard let variants = original.outline.variants else {
      if let own { report(extra: "section", own.title, at: own.place) }
      return
    }
    if own == nil { report(missing: "section", variants.title, variants.place, after: last) }
    let merged = TranslatedVariants(
      original: variants, own: own, sides: (original, translation), diagnostics: diagnostics)
    lines.space()
    copy(variants.place.line, of: original)
    lines.space()
    let kept = lines.foreign
    let keptLines = Set(kept.map(\.line))
    let body = original.matter.markdownLine..<max(variants.place.line, original.matter.markdownLine)
    let told = body.filter { !keptLines.contains(original.text.origin(of: $0).line) }
    for (line, side) in merged.rows(
      kept: kept.map(\.text), told: told.map { String(original.source.line($0)) })
    {
      copy(line, of: side)
    }
  }

  // MARK: Lines

  private mutating func copy(_ line: Int, of side: TranslationSide) {
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

  private mutating func add(_ text: String, _ line: Int, _ side: TranslationSide) {
    let origin = side.text.origin(of: line)
    lines.append(
      text,
      from: .init(
        file: origin.file, line: origin.line, isOwn: side.text.file == translation.text.file,
        isExact: true))
  }

  // MARK: Pairs

  /// Where a drill's own text begins.
  private func place(_ outline: Outline) -> Place {
    translation.source.place(outline.titleLine ?? translation.matter.markdownLine)
  }

  /// Parts in order: one for one where there are as many, or where nothing is alike; else by what
  /// they ask.
  private func paired<PartOfDrill, Key: Equatable>(
    _ a: [PartOfDrill], _ b: [PartOfDrill], by key: (PartOfDrill) -> Key
  ) -> [(PartOfDrill?, PartOfDrill?)] {
    var pairs = Pairing.of(a.map(key), b.map(key))
    if a.count == b.count || !pairs.contains(where: { $0.0 != nil && $0.1 != nil }) {
      pairs = Pairing.inOrder(a.count, b.count)
    }
    return pairs.map { ($0.map { a[$0] }, $1.map { b[$0] }) }
  }

  private func report(missing name: String, _ words: String, _ there: Place, after place: Place) {
    diagnostics.report(
      .unpairedPart, at: place,
      "After this, the \(name) “\(words.shortened)” is missing that stands in line "
        + "\(original.typedLine(there.line)) of the original. Translate it as well.")
  }

  private func report(extra name: String, _ words: String, at place: Place) {
    diagnostics.report(
      .unpairedPart, at: place,
      "This \(name) “\(words.shortened)” stands for nothing in the original. Delete it.")
  }
}

extension FrontMatter.Value {
  /// What the value holds, without places.
  fileprivate var plain: Plain {
    switch kind {
    case .scalar(let text): .scalar(text)
    case .list(let values): .list(values.map(\.plain))
    case .mapping(let entries):
      .mapping(
        Dictionary(
          entries.map { ($0.key, $0.value.plain) }, uniquingKeysWith: { first, _ in first }))
    }
  }

  fileprivate indirect enum Plain: Hashable {
    case scalar(String)
    case list([Plain])
    case mapping([String: Plain])
  }
}
