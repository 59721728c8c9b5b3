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
}

/// A list of answers and its translation: boxes, marks and targets are the original's.
struct TranslatedAnswers {
  private let pairs: [(key: TypedAnswer, own: TypedAnswer, item: MarkdownListItem)]
  private let answers: [(key: Answer, own: Answer)]
  private let areKeys: Bool
  private let slugs: SceneSlugs
  private let diagnostics: Diagnostics

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
  }

  /// The words of answers, in small letters, and what stands for them.
  var words: [String: String] {
    Dictionary(
      answers.map { ($0.key.text.plain.lowercased(), $0.own.text.plain) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The changed lines, by their numbers in the translation.
  func lines() -> [Int: String] {
    var lines: [Int: String] = [:]
    for (index, (key, own, item)) in pairs.enumerated() {
      let marks = marks(of: key)
      check(own, against: key, marks, item)
      if answers.indices.contains(index) { checkWords(answers[index], at: item.place) }
      let changed = own.lines(box: key.box, marks: marks, target: key.target)
      for (offset, line) in changed.enumerated() { lines[own.firstLine + offset] = line }
    }
    return lines
  }

  /// The original's marks, where words of another answer are those that stand for it.
  private func marks(of key: TypedAnswer) -> String {
    guard key.marks.contains("before ") else { return key.marks }
    var marks = key.marks
    for quoted in QuotedWords.all(in: marks, after: "before ") {
      let wanted = folded(quoted.words)
      guard let answer = answers.first(where: { folded($0.key.text.plain).hasPrefix(wanted) })
      else { continue }
      marks.replaceSubrange(quoted.range, with: QuotedWords.quote(answer.own.text.plain))
      break
    }
    return marks
  }

  private func check(
    _ own: TypedAnswer, against key: TypedAnswer, _ marks: String, _ item: MarkdownListItem
  ) {
    if !own.box.isEmpty, own.box.lowercased() != key.box.lowercased() {
      report(item, "The box in the original is \(key.box.isEmpty ? "none" : "“\(key.box)”").")
    }
    let written = own.markList.map { folded($0) }
    if !written.isEmpty, written != key.markList.map({ folded($0) }), own.marks != marks {
      report(
        item,
        key.marks.isEmpty
          ? "No mark stands here in the original. If “\(own.marks.shortened)” is text, write “\\(”."
          : "The marks in the original are “\(key.marks)”.")
    }
    if !own.slug.isEmpty, !slugs.isSame(own.slug, as: key.slug) {
      report(
        item,
        key.slug.isEmpty
          ? "In the original this answer leads nowhere. Delete the arrow and its link."
          : "In the original this answer leads to “#\(key.slug)”.")
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
    } else if key == own, key.split(separator: " ").count >= 4 {
      diagnostics.report(
        .untranslated, at: place, "“\(own.shortened)” stands as in the original. Translate it.")
    }
  }

  private func report(_ item: MarkdownListItem, _ message: String) {
    diagnostics.report(
      .changedKey, at: item.place, message + " Leave it out here, or write it as it is there.")
  }
}

/// The words of the answers of all items, and what stands for them, for conditions that name words.
struct AnswerWords {
  private var items: [(reference: String, words: [String: String])] = []

  /// Keeps the answers of an item, which conditions name by a link.
  mutating func add(_ words: [String: String], item: String, scene: String) {
    items.append(("[\(item)](#\(scene))", words))
  }

  /// What stands for an answer of the item that a condition names behind its words; nil where it
  /// names none.
  func words(_ words: String, before rest: Substring) -> String? {
    items.first { rest.hasPrefix(" in \($0.reference)") }?.words[words]
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
      guard let opening = rest.first, let closing = ["\"": "\"", "“": "”"][opening] as Character?,
        let end = rest.dropFirst().firstIndex(of: closing)
      else { continue }
      found.append((start.upperBound..<text.index(after: end), String(rest[..<end].dropFirst())))
    }
    return found
  }

  /// Words in quotation marks that they do not hold themselves.
  static func quote(_ words: String) -> String {
    words.contains("\"") ? "“\(words)”" : "\"\(words)\""
  }
}

extension ComposedLines {
  /// Puts, in the conditions from a line on, the words that stand for an answer's in the place of the
  /// original's.
  ///
  /// - Parameters:
  ///   - first: The index of the first line.
  ///   - words: Finds them by the words and by what follows them, a link to the item or nothing.
  mutating func rename(from first: Int, _ words: (String, Substring) -> String?) {
    for index in lines.indices.dropFirst(first)
    where !origins[index].isOwn && lines[index].contains("chose ") {
      var line = lines[index]
      for quoted in QuotedWords.all(in: line, after: "chose ").reversed() {
        let rest = line[quoted.range.upperBound...]
        guard let other = words(quoted.words.lowercased(), rest) else { continue }
        line.replaceSubrange(quoted.range, with: QuotedWords.quote(other))
      }
      replace(index, with: line)
    }
  }
}
