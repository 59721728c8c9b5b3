// SPDX-License-Identifier: GPL-3.0-or-later

/// Says which part of one text has no counterpart in the other.
struct Counterparts {
  let original: TranslationSide
  let translation: TranslationSide
  let diagnostics: Diagnostics

  /// A part of a text, as a message names it.
  struct Part {
    /// What sort of part it is.
    let name: String
    let words: String
    let place: Place
    /// Whether it reads as a label that was translated.
    var isLabel = false
    /// Where what comes behind it is missing, if not where it begins: a list's last line.
    var end: Place?
  }

  /// Says what either of two lists lacks of the other.
  ///
  /// - Parameters:
  ///   - pairing: How the two were paired.
  ///   - parts: The original's parts.
  ///   - own: The translation's parts.
  ///   - heading: Where both stand; nil where they begin with themselves.
  ///   - lacksLabel: Whether what seems too much may be what is missing, without its label.
  func report(
    _ pairing: Pairing, _ parts: [Part], _ own: [Part], after heading: Place?,
    lacksLabel: Bool = false
  ) {
    guard !pairing.isWhole else { return }
    let (missing, extra) = (pairing.missing, pairing.extra)
    if missing.isEmpty || pairing.doubtful.a.isEmpty {
      reportMissing(pairing, parts, own, after: heading)
    } else {
      let place = places(pairing, own, after: heading)
      let all = (missing + pairing.doubtful.a).map { parts[$0].place.line }.sorted()
      reportDoubt(missing.map { parts[$0] }, among: all, at: place[missing[0]] ?? own.first?.place)
    }
    let labels = extra.filter { own[$0].isLabel }
    for index in labels { reportLabel(own[index].words, at: own[index].place) }
    let others = extra.filter { !own[$0].isLabel }
    guard let first = others.first, !lacksLabel else { return }
    guard !pairing.doubtful.b.isEmpty else {
      for index in others { reportExtra(own[index].name, own[index].words, at: own[index].place) }
      return
    }
    let lines = (others + pairing.doubtful.b).map { own[$0].place.line }.sorted()
    let what = others.count == 1 ? "one \(own[first].name)" : "\(others.count) parts"
    diagnostics.report(
      .unpairedPart, at: own[first].place,
      "The original has \(what) less than stand here: most likely this\(Self.quoted(own[first].words)) "
        + "stands for nothing there. Compare \(Self.range(lines.map(translation.typedLine))) with the "
        + "original, and delete what is too much, or put it into the original as well.")
  }

  /// What stands before each part that is missing; nil before the first.
  private func places(
    _ pairing: Pairing, _ own: [Part], after heading: Place?
  ) -> [Int: Place] {
    var last = heading
    var places: [Int: Place] = [:]
    for (index, other) in pairing.pairs {
      if let other { last = own[other].end ?? own[other].place }
      if let index, other == nil { places[index] = last }
    }
    return places
  }

  /// Parts that are missing, those that stand side by side in one finding.
  private func reportMissing(
    _ pairing: Pairing, _ parts: [Part], _ own: [Part], after heading: Place?
  ) {
    let places = places(pairing, own, after: heading)
    var run: [Int] = []
    for (offset, index) in pairing.missing.enumerated() {
      run.append(index)
      let next = pairing.missing.dropFirst(offset + 1).first
      if let next, places[next] == places[index] { continue }
      reportMissing(run.map { parts[$0] }, after: places[index], before: own.first?.place)
      run = []
    }
  }

  /// Parts of the original that are missing side by side, behind a place of the translation, or before
  /// another one where nothing stands before them.
  private func reportMissing(_ parts: [Part], after place: Place?, before first: Place?) {
    guard let found = place ?? first else { return }
    let start = place == nil ? "Before this, " : "After this, "
    if parts.count == 1 {
      reportMissing(parts[0].name, parts[0].words, parts[0].place, start: start, at: found)
      return
    }
    let lines = parts.map { original.typedLine($0.place.line) }
    let name = Set(parts.map(\.name)).count == 1 ? parts[0].name + "s" : "parts"
    diagnostics.report(
      .unpairedPart, at: found,
      "\(start)\(parts.count) \(name) are missing that stand in \(Self.range(lines)) of the original, "
        + "from\(Self.quoted(parts[0].words)) on. Translate them as well.")
  }

  /// Parts that are missing, where it can't be told for sure which of the original's they are.
  private func reportDoubt(_ missing: [Part], among lines: [Int], at place: Place?) {
    guard let place, let first = missing.first else { return }
    let what =
      missing.count == 1
      ? "one \(first.name) of the original is" : "\(missing.count) parts of the original are"
    diagnostics.report(
      .unpairedPart, at: place,
      "Here \(what) missing, most likely\(Self.quoted(first.words)) in line "
        + "\(original.typedLine(first.place.line)). Compare with "
        + "\(Self.range(lines.map(original.typedLine))) there, and translate what is missing, at its "
        + "place.")
  }

  private static func range(_ lines: [Int]) -> String {
    "lines \(lines[0]) to \(lines[lines.count - 1])"
  }

  /// A part of the original that is missing behind a place of the translation.
  func reportMissing(_ name: String, _ words: String, _ there: Place, after place: Place) {
    reportMissing(name, words, there, start: "After this, ", at: place)
  }

  private func reportMissing(
    _ name: String, _ words: String, _ there: Place, start: String, at place: Place
  ) {
    diagnostics.report(
      .unpairedPart, at: place,
      "\(start)the \(name)\(Self.quoted(words)) is missing that stands in line "
        + "\(original.typedLine(there.line)) of the original. Translate it as well.")
  }

  /// A part of the translation that the original does not have.
  func reportExtra(_ name: String, _ words: String, at place: Place) {
    diagnostics.report(
      .unpairedPart, at: place,
      "This \(name)\(Self.quoted(words)) stands for nothing in the original. Delete it, or put it into the "
        + "original as well.")
  }

  /// A paragraph that ends in a colon and binds nothing: a label that was translated, most likely.
  private func reportLabel(_ words: String, at place: Place) {
    diagnostics.report(
      .unpairedPart, at: place,
      "“\(words.shortened)” stands for nothing in the original. If it is a label, write it as there: "
        + "“Hint:”, “Feedback:”, “Model:” and “After 20 s:” stay in English.")
  }

  private static func quoted(_ words: String) -> String {
    words.isEmpty ? "" : " “\(words.shortened)”"
  }
}

extension Diagnostics {
  /// Reports a text that stands in a translation as it stood in the original, where its words are such
  /// that it was forgotten: a name or a number stays as it is, and `least` words are no name.
  func checkTranslated(
    _ text: String, _ own: String, prose: @autoclosure () -> String, least: Int,
    isHeading: Bool = false, at place: Place
  ) {
    guard text == own, prose().isForgotten(least, isHeading: isHeading) else { return }
    report(
      .untranslated, at: place, "“\(own.shortened)” stands as in the original. Translate it.")
  }

  /// Reports cells that stand in a translation as in the original, once a table; `isKey` tells those
  /// that stay as they are.
  func checkTranslated(
    _ table: MarkdownTable, _ own: MarkdownTable,
    isKey: (_ row: Int, _ column: Int) -> Bool = { _, _ in false }
  ) {
    var first: (words: String, place: Place)?
    var others = 0
    for (index, (row, other)) in zip(table.rows, own.rows).enumerated() {
      for (column, (cell, ownCell)) in zip(row.cells, other.cells).enumerated() {
        let words = ownCell.plain
        guard cell.plain == words, ownCell.prose.isForgotten(4, isHeading: false),
          !isKey(index, column)
        else { continue }
        if first == nil { first = (words, other.place) } else { others += 1 }
      }
    }
    guard let first else { return }
    report(
      .untranslated, at: first.place,
      others == 0
        ? "The cell “\(first.words.shortened)” stands as in the original. Translate it."
        : "\(others + 1) cells of this table stand as in the original, from “\(first.words.shortened)” "
          + "on. Translate them.")
  }
}

extension RichText {
  /// The words outside code.
  var prose: String {
    runs.filter { !$0.style.contains(.code) }.map(\.text).joined(separator: " ")
  }
}

extension String {
  /// Whether words that were not translated were forgotten: so many words, or two or three of which
  /// only the first may have a capital, as a sentence or a phrase has and a name has not.
  fileprivate func isForgotten(_ least: Int, isHeading: Bool) -> Bool {
    let words = split(whereSeparator: \.isWhitespace).filter { $0.contains(where: \.isLetter) }
    if words.count >= least { return true }
    let isSentence = trimmed().last.map { ".!?".contains($0) } ?? false
    let rest = words.dropFirst()
    // “The session”; a name has another capital.
    return rest.count >= (isSentence || isHeading ? 1 : 2)
      && rest.allSatisfy { $0.first?.isLowercase == true }
  }
}
