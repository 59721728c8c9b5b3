// SPDX-License-Identifier: GPL-3.0-or-later

/// Puts a section of a translation together: its texts, and the keys of the original.
struct TranslatedSection {
  let original: TranslationSide
  let translation: TranslationSide
  /// The kind of the item; nil for a section that is none.
  let kind: (any ItemKind.Type)?
  let slugs: SceneSlugs
  let diagnostics: Diagnostics
  /// Says what has no counterpart.
  var counterparts: Counterparts {
    Counterparts(original: original, translation: translation, diagnostics: diagnostics)
  }
  /// The lines so far.
  private(set) var lines: ComposedLines
  /// The letters of answers by their words in the original, in small letters.
  private(set) var letters: [String: String] = [:]
  /// The watched speaker's name in the original, and in the translation.
  private var watched: (String, String)?
  /// The item's name; nil where its settings give none.
  private(set) var itemID: String?

  init(
    original: TranslationSide, translation: TranslationSide, kind: (any ItemKind.Type)?,
    slugs: SceneSlugs, diagnostics: Diagnostics, lines: ComposedLines
  ) {
    self.original = original
    self.translation = translation
    self.kind = kind
    self.slugs = slugs
    self.diagnostics = diagnostics
    self.lines = lines
  }

  /// Adds the section's lines below a heading that stands at a place.
  mutating func compose(
    _ originals: [MarkdownBlock], with translations: [MarkdownBlock], at heading: Place
  ) {
    let units = TranslationUnit.all(in: originals, of: original.source)
    let own = TranslatedLabels(translation: translation, diagnostics: diagnostics).mended(
      TranslationUnit.all(in: translations, of: translation.source), for: units)
    check(keysOf: own, against: units.filter(\.form.isKey))
    let told = own.filter { !$0.form.isKey }
    let wanted = units.filter { !$0.form.isKey }
    let found = matched(told, with: wanted, in: translations, under: heading)
    let derived = setting("derive", in: units)
    itemID = setting("id", in: units)
    let first = lines.lines.count
    let answers =
      kind?.hasAnswerList == true
      ? wanted.lastIndex { $0.form == .list || $0.form == .numberedList } : nil
    let answerPair = answers.flatMap { index in
      found[index].flatMap { pairedAnswers(wanted[index], told[$0]) }
    }
    // Where the original's lines are played, they keep the names of its speakers.
    watched = answerPair.flatMap { renamed(watched: setting("watch", in: units), $0.lists) }
    let lastTable = wanted.lastIndex { $0.form == .table }
    var index = 0
    var wasList: TranslationUnit.Form?
    for unit in units {
      lines.space()
      let list = TranslationUnit.form(of: unit.block)
      // Two lists that came to touch would be one.
      if unit.label == nil, let list, list == wasList, list == .list || list == .numberedList {
        lines.append("<!-- -->", from: lines.origins[lines.origins.count - 1])
        lines.space()
      }
      wasList = list
      guard !unit.form.isKey else {
        copy(unit, of: original)
        continue
      }
      defer { index += 1 }
      guard let counterpart = found[index].map({ told[$0] }) else {
        copy(unit, of: original)
        continue
      }
      switch (unit.block.kind, counterpart.block.kind) {
      case (.list, .list) where index == answers:
        if let answerPair {
          add(answerPair.pair, counterpart.block)
        } else {
          copy(unit, of: original)
        }
      case (.table(let table), .table(let own)) where kind != nil && index == lastTable:
        add(table: own, counterpart.block, for: table, derived: derived)
      default:
        pair([unit.block], with: [counterpart.block], at: counterpart.place)
        checkLabel(of: counterpart, as: unit)
        if unit.form == .hint {
          add(hint: counterpart, for: unit)
        } else {
          copy(counterpart, of: translation)
        }
      }
    }
    lines.space()
    // A condition that names no item means this one.
    lines.nameByLetter(from: first) { [letters] words, rest in
      rest.hasPrefix(" in [") ? nil : letters[words]
    }
  }

  // MARK: Keys

  /// Keys may be left out; those that are there are the original's, in its order.
  private func check(keysOf units: [TranslationUnit], against originals: [TranslationUnit]) {
    var rest = originals[...]
    for (index, unit) in units.enumerated() where unit.form.isKey {
      // An equal one first: those before it may have been left out.
      let equal = rest.firstIndex {
        $0.form == unit.form && typed(unit, translation) == typed($0, original)
      }
      guard let found = equal ?? rest.firstIndex(where: { $0.form == unit.form }) else {
        // A label that only keeps two lists apart is no key by itself.
        if unit.form != .key("Answers:") { counterparts.reportExtra(unit.name, "", at: unit.place) }
        continue
      }
      let wanted = rest[found]
      rest = rest[(found + 1)...]
      guard typed(unit, translation) != typed(wanted, original) else { continue }
      diagnostics.report(
        .changedKey, at: unit.place,
        "\(unit.form == .key("settings") ? "A line of settings" : unit.name.capitalisedFirst) stands "
          + "otherwise in line \(original.typedLine(wanted.place.line)) of the original. Leave it out "
          + "here, or write it as it is there.",
        fix: TranslationKeys.canGo(index, from: units) ? leavingOut(unit) : nil)
    }
  }

  /// Takes a part out: the original's is read in its place all the same.
  private func leavingOut(_ unit: TranslationUnit) -> Fix {
    let lines = TranslationKeys.lines(of: unit, in: translation.source)
    return Fix("leave it out", firstLine: lines.lowerBound, lineCount: lines.count, lines: [])
  }

  private func typed(_ unit: TranslationUnit, _ side: TranslationSide) -> [String] {
    lines(of: unit, side).map { side.source.line($0).trimmed() }.filter { !$0.isEmpty }
  }

  /// The value of one of the item's settings.
  private func setting(_ name: String, in units: [TranslationUnit]) -> String? {
    for unit in units where unit.form == .key("settings") {
      let settings = unit.block.paragraph?.plain.listed ?? []
      if let setting = settings.first(where: { $0.hasPrefix(name + ":") }) {
        return setting.dropFirst(name.count + 1).trimmed()
      }
    }
    return nil
  }

  // MARK: Texts

  private func lines(of unit: TranslationUnit, _ side: TranslationSide) -> ClosedRange<Int> {
    let block = side.lines(of: unit.block)
    return unit.place.line...max(block.upperBound, unit.place.line)
  }

  private mutating func copy(_ unit: TranslationUnit, of side: TranslationSide) {
    for line in lines(of: unit, side) {
      let typed = String(side.source.line(line))
      guard let watched, unit.form == .key("settings") else {
        add(typed, line, side)
        continue
      }
      add(typed.replacing("watch: \(watched.0)", with: "watch: \(watched.1)"), line, side)
    }
  }

  /// A list of answers and its translation, line for line; nil, reported, where they are not the same
  /// lines in the same order.
  private func pairedAnswers(
    _ unit: TranslationUnit, _ counterpart: TranslationUnit
  ) -> (pair: TranslatedAnswers, lists: (MarkdownList, MarkdownList))? {
    guard case .list(let list) = unit.block.kind, case .list(let own) = counterpart.block.kind
    else { return nil }
    let pair = TranslatedAnswers(
      original: original, translation: translation, list: list, own: own,
      areKeys: kind?.hasForeseenAnswers ?? false, slugs: slugs, diagnostics: diagnostics)
    let isReordered = list.items.count == own.items.count && pair.isReordered()
    guard !isReordered, pairLines(of: list, with: own, areAnswers: true) else { return nil }
    return (pair, (list, own))
  }

  /// The speaker whom a Spot watches, and what the translation calls the same one.
  private func renamed(
    watched: String?, _ lists: (MarkdownList, MarkdownList)
  ) -> (String, String)? {
    guard let watched else { return nil }
    let speaker = { (item: MarkdownListItem) in
      (item.opensWithParenthesis ? Marks.split(item.text)?.rest ?? item.text : item.text).speaker
    }
    for (item, ownItem) in zip(lists.0.items, lists.1.items)
    where speaker(item).map({ folded($0) }) == folded(watched) {
      return speaker(ownItem).map { (watched, $0) }
    }
    return nil
  }

  private mutating func add(
    _ typed: String, _ line: Int, _ side: TranslationSide, isExact: Bool = true
  ) {
    let text = side.text.file == translation.text.file ? slugs.leading(typed) : typed
    let isExact = isExact && text == typed
    let isOwn = side.text.file == translation.text.file
    lines.append(text, from: side.origin(of: line, isOwn: isOwn, isExact: isExact))
  }

  /// The moment of an inject is a key.
  private func checkLabel(of own: TranslationUnit, as unit: TranslationUnit) {
    guard unit.form == .moment, let label = own.label, let typed = label.paragraph?.plain,
      let wanted = unit.label?.paragraph?.plain, wanted != typed,
      // Another word is told as one.
      typed.hasPrefix("After ")
    else { return }
    diagnostics.report(
      .changedKey, at: own.place,
      "In the original this is “\(wanted)” (line \(original.typedLine(unit.place.line))). Write it so.",
      fix: translation.source.replacing(
        typed, with: wanted, inLine: label.place.line, "write “\(wanted)”"))
  }

  /// A hint with the original's price.
  private mutating func add(hint: TranslationUnit, for unit: TranslationUnit) {
    let own = lines(of: hint, translation)
    let label = original.source.line(unit.place.line).prefix { $0 != ":" }.description
    let text = translation.source.line(own.lowerBound)
    let price = String(text.prefix { $0 != ":" })
    if price.contains("("), price.drop(while: { $0 != "(" }) != label.drop(while: { $0 != "(" }) {
      diagnostics.report(
        .changedKey, at: hint.place, "The hint's price in the original is “\(label)”.")
    }
    add(
      label + String(text.drop { $0 != ":" }), own.lowerBound, translation, isExact: price == label)
    for line in own.dropFirst() { add(String(translation.source.line(line)), line, translation) }
  }

  /// The lines of answers, with the original's boxes, marks and targets.
  private mutating func add(_ pair: TranslatedAnswers, _ block: MarkdownBlock) {
    letters = pair.letters
    let changed = pair.lines()
    for line in translation.lines(of: block) {
      let typed = String(translation.source.line(line))
      let text = changed[line] ?? typed
      add(text, line, translation, isExact: text == typed)
    }
  }

  private mutating func add(
    table own: MarkdownTable, _ block: MarkdownBlock, for table: MarkdownTable, derived: String?
  ) {
    guard let kind, own.header.count == table.header.count, own.rows.count == table.rows.count
    else {
      diagnostics.report(
        .unpairedPart, at: own.place,
        "This table has \(own.header.count) columns and \(own.rows.count) rows, that of the original "
          + "\(table.header.count) and \(table.rows.count) (line "
          + "\(original.typedLine(table.place.line))).")
      for line in translation.lines(of: block) {
        add(String(translation.source.line(line)), line, translation)
      }
      return
    }
    let pair = TranslatedTable(
      kind: kind, original: table, translation: own, derived: derived, diagnostics: diagnostics)
    pair.checkValues()
    pair.checkTranslated()
    let rows =
      [(nil as Int?, own.place, table.place)]
      + own.rows.indices.map { ($0, own.rows[$0].place, table.rows[$0].place) }
    for (index, place, source) in rows {
      let typed = translation.source.line(place.line)
      let cells = TypedRow(typed).cells
      let played = pair.cells(
        ofRow: index, cells, TypedRow(original.source.line(source.line)).cells, at: place)
      let isExact = played == cells
      add(
        isExact ? String(typed) : TypedRow.line(played), place.line, translation, isExact: isExact)
      if index == nil {
        add(String(translation.source.line(place.line + 1)), place.line + 1, translation)
      }
    }
  }
}

// MARK: What must be there

extension TranslatedSection {
  /// Reports what differs between blocks and what stands for them: parts that are missing or too
  /// many, texts that are not translated, voices that changed.
  func pair(_ originals: [MarkdownBlock], with own: [MarkdownBlock], at place: Place) {
    let (a, b) = (originals.compactMap(formed), own.compactMap(formed))
    let pairing = Pairing(a.map(\.form), b.map(\.form)) {
      (a.map { TranslationTraits([$0.block]) }, b.map { TranslationTraits([$0.block]) })
    }
    counterparts.report(
      pairing, a.map { part(of: $0.block) }, b.map { part(of: $0.block) }, after: place)
    for case (let left?, let right?) in pairing.pairs { pair(a[left].block, with: b[right].block) }
  }

  private func formed(_ block: MarkdownBlock) -> (form: TranslationUnit.Form, block: MarkdownBlock)?
  {
    TranslationUnit.form(of: block).map { ($0, block) }
  }

  private func part(of block: MarkdownBlock) -> Counterparts.Part {
    let unit = TranslationUnit(form: .paragraph, block: block, label: nil)
    return Counterparts.Part(name: block.name, words: unit.words, place: block.place)
  }

  private func pair(_ block: MarkdownBlock, with other: MarkdownBlock) {
    switch (block.kind, other.kind) {
    case (.paragraph(let text), .paragraph(let own)):
      // Who speaks may be translated, and what is said forgotten.
      let said = text.droppingSpeaker
      diagnostics.checkTranslated(
        said.plain, own.droppingSpeaker.plain, prose: said.prose, least: 4, at: other.place)
    case (.quote(let inner), .quote(let own)):
      checkVoice(inner, own, at: other.place)
      checkStruck(inner, own, at: other.place)
      pair(inner, with: own, at: other.place)
    case (.list(let list), .list(let own)):
      pairLines(of: list, with: own, areAnswers: false)
    case (.table(let table), .table(let own))
    where table.rows.count != own.rows.count || table.header.count != own.header.count:
      diagnostics.report(
        .unpairedPart, at: own.place,
        "This table has not as many rows and columns as that of the original, in line "
          + "\(original.typedLine(table.place.line)).")
    case (.table(let table), .table(let own)): diagnostics.checkTranslated(table, own)
    default: break
    }
  }

  private func checkVoice(_ inner: [MarkdownBlock], _ own: [MarkdownBlock], at place: Place) {
    guard inner.isSpeech != own.isSpeech else { return }
    diagnostics.report(
      .changedKey, at: place,
      inner.isSpeech
        ? "In the original somebody says this: begin the quote with a bold name and a colon."
        : "In the original nobody says this. Take the bold name and its colon away.")
  }

  /// What is struck in a document is a key: as many parts of each class.
  private func checkStruck(_ inner: [MarkdownBlock], _ own: [MarkdownBlock], at place: Place) {
    let (wanted, found) = (struck(inner, original), struck(own, translation))
    guard wanted != found else { return }
    let list: ([String]) -> String = { $0.isEmpty ? "nothing" : $0.joined(separator: ", ") }
    diagnostics.report(
      .changedKey, at: place,
      "In the original are marked: \(list(wanted)). Here are marked: \(list(found)).")
  }

  private func struck(_ blocks: [MarkdownBlock], _ side: TranslationSide) -> [String] {
    blocks.flatMap { block in
      block.richTexts.flatMap { MarkedStretch.marks(in: $0, block: block, source: side.source) }
    }.sorted()
  }
}
