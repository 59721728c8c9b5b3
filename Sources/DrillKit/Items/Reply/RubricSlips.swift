// SPDX-License-Identifier: GPL-3.0-or-later

/// What authors write otherwise than a rubric is read: marks behind what a line looks for, and phrases
/// with another sign between them than “|”. A line that must not be hit would never be, in silence.
struct RubricSlips {
  let section: ItemSection

  init(_ section: ItemSection) { self.section = section }

  // MARK: Marks

  /// The lines with the marks that stand behind their names: `- [ ] Turns it on (fail): …`.
  func withMarks(
    _ answers: [Answer], _ list: MarkdownList, _ reader: AnswerReader
  ) -> [Answer] {
    zip(answers, list.items).map { answer, item in
      let plain = answer.text.plain
      guard plain.hasBytes(of: "):"), answer.text.runs.count == 1,
        let end = plain.firstRange(of: "):"),
        let open = plain[..<end.lowerBound].lastIndex(of: "(")
      else { return answer }
      let name = plain[..<open].trimmed()
      let written = String(plain[open...end.lowerBound])
      let pieces = plain[open..<end.lowerBound].dropFirst().listed
      let meant = pieces.compactMap { reader.meantMark($0, behind: name, item) }
      guard meant.count == pieces.count, !meant.isEmpty, !name.isEmpty, !name.contains(":"),
        // “Names a time (1)” and “Names a time (2)” are counted.
        !answers.contains(where: { $0.place != answer.place && $0.text.plain.hasPrefix(name) }),
        let number = AnswerReader.place(of: written, in: section.source, item)
      else { return answer }
      let mark = "(\(meant.joined(separator: "; ")))"
      section.report(
        .unknownMark, at: item.place,
        "“\(written)” stands behind what the line looks for, and counts for nothing. Marks stand before "
          + "it: write “\(mark) \(name): …”.",
        fix: reader.move(written, at: number, to: mark, item))
      var read = answer
      for piece in meant { try? read.marks.apply(piece) }
      read.text = RichText(name + plain[end.lowerBound...].dropFirst())
      return read
    }
  }

  // MARK: Phrases

  /// What a line looks for, without its name, as far as signs other than “|” part it.
  private struct List {
    /// What parts the phrases, as an author calls it.
    let sign: String
    let phrases: [String]
    /// Whether there is no doubt about what was meant.
    let isCertain: Bool
  }

  /// The words of a line, its phrases apart: where another sign than “|” stands between them, they
  /// would be one phrase that nobody writes, so that is told, and read as it was meant.
  func apart(_ answer: Answer, _ item: MarkdownListItem) -> String {
    let plain = answer.text.plain
    guard let colon = plain.firstIndex(ofSign: UInt8(ascii: ":")) else { return plain }
    let rest = plain[plain.utf8.index(after: colon)...]
    let list = rest[..<(rest.firstIndex(ofSign: UInt8(ascii: ";")) ?? rest.endIndex)]
    guard !list.hasByte(UInt8(ascii: "|")), !list.hasByte(UInt8(ascii: "+")),
      Self.mayBeSeveral(list), let found = several(list.trimmed(), answer)
    else { return plain }
    let written = list.trimmed()
    let meant = found.phrases.joined(separator: " | ")
    let start = list.firstIndex { !$0.isWhitespace } ?? list.startIndex
    let place = section.source.place(
      ofOffset: plain[..<start].unicodeScalars.count, in: item, answer)
    section.report(
      .rubricSyntax, at: place,
      "Phrases are separated by “|”, and “\(written.shortened)” is one phrase. Write “\(meant)”"
        + (found.sign == ","
          ? ", or leave the commas out: they are not looked for."
          : "; if a reply must hold all of it, join its parts by “+”."),
      fix: found.isCertain
        ? section.source.replacing(
          written, with: meant, inLine: place.line, at: place.column,
          "write “|” between the phrases") : nil)
    return plain[..<start] + meant + plain[list.endIndex...]
  }

  /// The cheap test, which nearly every line fails.
  private static func mayBeSeveral(_ list: Substring) -> Bool {
    list.hasByte(UInt8(ascii: ",")) || list.hasByte(UInt8(ascii: "\"")) || list.hasBytes(of: "“")
      || list.hasBytes(of: " / ") || ors.contains { list.hasBytes(of: $0) }
  }

  private static let ors = [" or ", " oder ", " OR ", " ou "]

  private func several(_ list: String, _ answer: Answer) -> List? {
    if let quoted = Self.quoted(list) { return List(sign: "\"", phrases: quoted, isCertain: true) }
    if let phrases = pieces(of: list, at: ",") {
      let counts = phrases.map { $0.words().count }
      let isList = counts.count > 2 && Set(counts).count == 1 && counts[0] < 3
      guard isList || counts.allSatisfy({ $0 > 1 }) && Self.areAlike(phrases),
        counts[0] == 1 || !isModel(list, answer)
      else { return nil }
      return List(sign: ",", phrases: phrases, isCertain: true)
    }
    if let phrases = pieces(of: list, at: " / "), !list.lowercased().contains("and / or") {
      return isModel(list, answer) ? nil : List(sign: "/", phrases: phrases, isCertain: true)
    }
    for word in Self.ors {
      guard let phrases = pieces(of: list, at: word) else { continue }
      guard !Self.isIdiom(phrases), !isModel(list, answer) else { return nil }
      let counts = phrases.map { $0.words().count }
      let isAlike = Self.areAlike(phrases)
      let isEven = (counts.max() ?? 0) < 2 * (counts.min() ?? 0)
      let isSaid = answer.isRight && phrases.contains { isModel($0, answer) }
      guard isAlike || isSaid || isEven && !answer.isRight else { return nil }
      return List(sign: word, phrases: phrases, isCertain: isAlike || isSaid)
    }
    return nil
  }

  /// The parts of a list between signs, each with words of its own; nil where it is one.
  private func pieces(of list: String, at sign: String) -> [String]? {
    guard list.hasBytes(of: sign) else { return nil }
    let pieces = list.split(separator: sign, omittingEmptySubsequences: false).map { $0.trimmed() }
    return pieces.count > 1 && pieces.allSatisfy { $0.contains(where: \.isLetter) } ? pieces : nil
  }

  /// Phrases that stand in quotation marks, and nothing but signs between them; nil where there are
  /// fewer than two.
  private static func quoted(_ list: String) -> [String]? {
    guard let first = list.first, "\"“„".contains(first) else { return nil }
    var phrases: [String] = []
    var between = ""
    for (index, piece) in list.split(
      omittingEmptySubsequences: false, whereSeparator: { "\"“„”".contains($0) }
    ).enumerated() {
      if index.isMultiple(of: 2) {
        between = piece.trimmed().lowercased()
        guard ["", ",", "/", "or", ", or", "oder", "ou"].contains(between) else { return nil }
      } else {
        phrases.append(piece.trimmed())
      }
    }
    return phrases.count > 1 && phrases.allSatisfy { $0.contains(where: \.isLetter) }
      ? phrases : nil
  }

  /// Whether phrases say the same thing in other words: neighbours share half of the shorter's.
  private static func areAlike(_ phrases: [String]) -> Bool {
    let words = phrases.map { $0.lowercased().words().map(String.init) }
    return zip(words, words.dropFirst()).allSatisfy { left, right in
      let (short, long) = left.count < right.count ? (left, right) : (right, left)
      let shared = short.count { word in
        long.contains { $0 == word || word.count > 3 && $0.prefix(4) == word.prefix(4) }
      }
      return short.count > 1 && 2 * shared >= short.count
    }
  }

  private static let afterOr: Set<String> = [
    "not", "no", "so", "else", "otherwise", "later", "less", "more", "never", "worse", "another",
    "nothing", "leave", "shine", "treat", "two", "three", "four", "five",
  ]

  /// Whether what stands around an “or” is a saying: “sooner or later”, “one or two”, “take it or leave
  /// it”.
  private static func isIdiom(_ phrases: [String]) -> Bool {
    phrases.dropFirst().contains { phrase in
      phrase.lowercased().words().first.map { word in
        afterOr.contains(String(word)) || word.first?.isNumber == true
      } ?? true
    }
  }

  /// Whether the model answer holds a phrase as it stands.
  private func isModel(_ phrase: String, _ answer: Answer) -> Bool {
    guard answer.isRight, !section.model.isEmpty,
      let line = try? RubricLine(parsing: "x: \(phrase)", must: true)
    else { return false }
    let rubric = Rubric(lines: [line], language: section.language)
    return !rubric.mustLines(satisfiedBy: section.model.plainText).isEmpty
  }
}
