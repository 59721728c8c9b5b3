// SPDX-License-Identifier: GPL-3.0-or-later

/// The link targets of scenes in a translation and in the original.
struct SceneSlugs {
  /// The original's slug by the translation's.
  private(set) var originals: [String: String] = [:]

  /// Says which scene a translated title stands for.
  mutating func add(_ title: String, for original: String) {
    originals[Slug.of(title)] = Slug.of(original)
  }

  /// Whether a link in the translation leads where one of the original does.
  func isSame(_ slug: String, as original: String) -> Bool {
    slug == original || originals[slug] == original
  }

  /// A line of the translation with its links to scenes as the original has them.
  func leading(_ line: String) -> String {
    guard line.contains("](#") else { return line }
    var line = line
    for link in line.ranges(of: "](#").reversed() {
      let slug = line[link.upperBound...].prefix { $0 != ")" }
      guard let original = originals[String(slug)] else { continue }
      line.replaceSubrange(slug.startIndex..<slug.endIndex, with: original)
    }
    return line
  }
}

/// A list of answers and its translation: boxes, marks and targets are the original's.
struct TranslatedAnswers {
  private let pairs: [(key: TypedAnswer, own: TypedAnswer, item: MarkdownListItem)]
  private let answers: [(key: Answer, own: Answer)]
  private let areKeys: Bool
  private let slugs: SceneSlugs
  private let diagnostics: Diagnostics
  private let translation: TranslationSide

  /// Two lists, paired from their beginnings.
  init(
    original: TranslationSide, translation: TranslationSide, list: MarkdownList,
    own: MarkdownList, areKeys: Bool, slugs: SceneSlugs, diagnostics: Diagnostics
  ) {
    pairs = zip(list.items, own.items).map {
      (TypedAnswer($0, in: original.source), TypedAnswer($1, in: translation.source), $1)
    }
    let silent = Diagnostics()
    answers = Array(
      zip(
        AnswerReader(source: original.source, diagnostics: silent).read(list),
        AnswerReader(source: translation.source, diagnostics: silent).read(own)
      ).map { (key: $0, own: $1) })
    self.areKeys = areKeys
    self.slugs = slugs
    self.diagnostics = diagnostics
    self.translation = translation
  }

  /// The letters of answers by their words in the original, in small letters.
  var letters: [String: String] {
    Dictionary(
      answers.filter { !$0.key.id.isEmpty }.map { ($0.key.text.plain.lowercased(), $0.key.id) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The changed lines, by their numbers in the translation.
  func lines() -> [Int: String] {
    var lines: [Int: String] = [:]
    for (index, (key, own, item)) in pairs.enumerated() {
      let marks = marks(of: key)
      check(own, against: key, item)
      if answers.indices.contains(index) { checkWords(answers[index], at: item.place) }
      let changed = own.lines(box: key.box, marks: marks, target: key.target)
      for (offset, line) in changed.enumerated() { lines[own.firstLine + offset] = line }
    }
    return lines
  }

  /// The original's marks, where another step is named by its number: its words are others here.
  private func marks(of key: TypedAnswer) -> String {
    guard key.marks.contains("before ") else { return key.marks }
    var marks = key.marks
    for quoted in QuotedWords.all(in: marks, after: "before ").reversed() {
      let wanted = folded(quoted.words)
      let steps = answers.filter { !$0.key.id.isEmpty }
      guard let step = steps.firstIndex(where: { folded($0.key.text.plain).hasPrefix(wanted) })
      else { continue }
      marks.replaceSubrange(quoted.range, with: "\(step + 1)")
    }
    return marks
  }

  /// Marks as they are compared: which step a gate names is the original's to say.
  private static func compared(_ marks: [String]) -> [String] {
    marks.map { $0.lowercased().hasPrefix("before ") ? "before" : folded($0) }
  }

  private func hasOtherBox(_ own: TypedAnswer, than key: TypedAnswer) -> Bool {
    !own.box.isEmpty && own.box.lowercased() != key.box.lowercased()
  }

  private func hasOtherMarks(_ own: TypedAnswer, than key: TypedAnswer) -> Bool {
    let written = Self.compared(own.markList)
    return !written.isEmpty && written != Self.compared(key.markList)
  }

  private func hasOtherTarget(_ own: TypedAnswer, than key: TypedAnswer) -> Bool {
    !own.slug.isEmpty && !slugs.isSame(own.slug, as: key.slug)
  }

  private func differs(_ own: TypedAnswer, from key: TypedAnswer) -> Bool {
    hasOtherBox(own, than: key) || hasOtherMarks(own, than: key)
      || hasOtherTarget(own, than: key)
  }

  /// Whether keys say that lines stand in another order than the original's, which is reported: several
  /// differ, or one has what another line of the original has. To leave them out would judge each line
  /// as another.
  func isReordered() -> Bool {
    let differing = pairs.filter { differs($0.own, from: $0.key) }
    let isMoved = differing.contains { line in
      let own = line.own
      return pairs.contains { other in
        !own.slug.isEmpty && hasOtherTarget(own, than: line.key)
          && slugs.isSame(own.slug, as: other.key.slug)
          || hasOtherMarks(own, than: line.key) && !other.key.marks.isEmpty
            && Self.compared(own.markList) == Self.compared(other.key.markList)
      }
    }
    guard differing.count > 1 || isMoved else { return false }
    reportOrder(differing.map(\.item))
    return true
  }

  private func reportOrder(_ items: [MarkdownListItem]) {
    let lines = items.prefix(8).map { "\(translation.typedLine($0.place.line))" }
    diagnostics.report(
      .changedKey, at: items[0].place,
      (items.count == 1
        ? "The boxes, marks or target of this line are"
        : "The boxes, marks or targets of \(items.count) lines of this list (lines "
          + "\(lines.joined(separator: ", "))) are")
        + " not those of the original at the same place. Put the lines into the order of the original; "
        + "where they are in that order, leave boxes, marks and targets out.")
  }

  private func check(
    _ own: TypedAnswer, against key: TypedAnswer, _ item: MarkdownListItem
  ) {
    if hasOtherBox(own, than: key) {
      report(
        item, "The box in the original is \(key.box.isEmpty ? "none" : "“\(key.box)”").",
        fix: own.leavingOut { $0.box = "" })
    }
    if hasOtherMarks(own, than: key) {
      // These are all that their lines say.
      if ["(otherwise)", "(timed out)"].contains(key.marks.lowercased()) {
        diagnostics.report(
          .changedKey, at: item.place,
          "This line stands for “\(key.marks)”, which stays in English. Write it as in the original.",
          fix: own.writing(marks: key.marks))
      } else {
        report(
          item,
          key.marks.isEmpty
            ? "No mark stands here in the original. If “\(own.marks.shortened)” is text, write “\\(”."
            : "The marks in the original are “\(key.marks)”.",
          fix: key.marks.isEmpty ? nil : own.leavingOut { $0.marks = "" })
      }
    }
    if hasOtherTarget(own, than: key) {
      report(
        item,
        key.slug.isEmpty
          ? "In the original this answer leads nowhere."
          : "In the original this answer leads to “#\(key.slug)”.",
        fix: own.leavingOut { $0.target = "" })
    }
  }

  private func checkWords(_ answer: (key: Answer, own: Answer), at place: Place) {
    let (key, own) = (answer.key.text.plain, answer.own.text.plain)
    if areKeys {
      guard folded(key) != folded(own) else { return }
      diagnostics.report(
        .changedKey, at: place,
        "The program looks for “\(key.shortened)” here, in every language. Write it as in the "
          + "original, and translate what stands under it.")
    } else {
      diagnostics.checkTranslated(key, own, prose: answer.own.text.prose, least: 4, at: place)
    }
  }

  private func report(_ item: MarkdownListItem, _ message: String, fix: Fix?) {
    diagnostics.report(
      .changedKey, at: item.place, message + " Leave it out here, or write it as it is there.",
      fix: fix)
  }
}

/// The letters of the answers of all items, for conditions that name their words.
struct AnswerLetters {
  private var items: [(reference: String, letters: [String: String])] = []

  /// Keeps the answers of an item, which conditions name by a link.
  mutating func add(_ letters: [String: String], item: String, scene: String) {
    items.append(("[\(item)](#\(scene))", letters))
  }

  /// The letter of an answer of the item that a condition names behind its words; nil where it
  /// names none.
  func letter(of words: String, before rest: Substring) -> String? {
    items.first { rest.hasPrefix(" in \($0.reference)") }?.letters[words]
  }
}

/// Words in quotation marks that name an answer.
enum QuotedWords {
  /// The quoted words after a word, with their quotation marks.
  static func all(
    in text: String, after word: String
  ) -> [(range: Range<String.Index>, words: String)] {
    var found: [(range: Range<String.Index>, words: String)] = []
    for start in text.ranges(of: word) {
      let rest = text[start.upperBound...]
      guard let opening = rest.first, let closing = ["\"": "\"", "“": "”"][opening] as Character?
      else { continue }
      // What one leaves open, those after it leave open as well.
      guard let end = rest.dropFirst().firstIndex(of: closing) else { break }
      found.append((start.upperBound..<text.index(after: end), String(rest[..<end].dropFirst())))
    }
    return found
  }
}

extension ComposedLines {
  /// Puts, in the conditions from a line on, an answer's letter in the place of the original's words.
  ///
  /// - Parameters:
  ///   - first: The index of the first line.
  ///   - letter: Finds it by the words and by what follows them, a link to the item or nothing.
  mutating func nameByLetter(from first: Int, _ letter: (String, Substring) -> String?) {
    for index in lines.indices.dropFirst(first)
    where !origins[index].isOwn && lines[index].contains("chose ") {
      var line = lines[index]
      for quoted in QuotedWords.all(in: line, after: "chose ").reversed() {
        let rest = line[quoted.range.upperBound...]
        guard let letter = letter(quoted.words.lowercased(), rest) else { continue }
        line.replaceSubrange(quoted.range, with: letter)
      }
      replace(index, with: line)
    }
  }
}
