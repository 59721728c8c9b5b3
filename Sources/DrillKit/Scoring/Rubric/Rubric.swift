// SPDX-License-Identifier: GPL-3.0-or-later

/// The rubric of a Reply: lines that a typed reply must hit, and lines that it must not.
///
/// A match is explainable down to the letter: which words fitted which phrase, and which did
/// not count and why. Nothing is guessed: no meaning beyond the author's phrases is looked for.
///
/// - Words are compared whole, without case and diacritics, by their Snowball stem; `*` at a
///   word's end stands for any ending. British and American spellings are equal. Irregular forms
///   are not: an author lists `send | sent`.
/// - The words of a phrase stand side by side in one sentence; parts that `+` joins stand
///   anywhere in one sentence. Of matches that overlap in a line the longest wins.
/// - A negation at most four words before cancels a match, unless a comma or the like, "and" or
///   "but" stands between, or the phrase holds a negation itself. In German, Dutch and the
///   Scandinavian languages one at the end of what it denies does so, too.
/// - A match inside an exception is cancelled; an exception with `+` covers the whole sentence.
public struct Rubric: Hashable, Sendable {
  /// At most so many lines in a rubric; the linter refuses more.
  public static let maximumLines = 64
  /// A reply is read up to so many bytes of UTF-8.
  public static let maximumBytes = 8192
  /// A reply is read up to so many words.
  public static let maximumReplyWords = 2000

  /// The lines, in their file's order.
  public let lines: [RubricLine]
  /// The language tag of replies, such as `en` or `de-AT`.
  public let language: String
  /// The fewest words that a reply may have.
  public let minimumWords: Int
  /// The most words that a reply may have, at most 2,000.
  public let maximumWords: Int

  private let compiled: [CompiledLine]
  private let words: [PhraseWord]
  private let grammar: RubricLanguage
  private let memory = ReplyMemory<String, RubricResult>()

  /// A rubric over its lines; the phrases are stemmed once, here.
  public init(
    lines: [RubricLine], language: String = "en", minimumWords: Int = 0,
    maximumWords: Int = Rubric.maximumReplyWords
  ) {
    self.lines = lines
    self.language = language
    self.minimumWords = max(minimumWords, 0)
    self.maximumWords = min(max(maximumWords, 0), Self.maximumReplyWords)
    grammar = RubricLanguage(tag: language)
    let stemmer = Stemmer(language: grammar.stemmerCode)
    var words = PhraseWords(language: grammar)
    var compiled: [CompiledLine] = []
    for line in lines {
      compiled.append(CompiledLine(line, words: &words, stemmer: stemmer))
    }
    self.compiled = compiled
    self.words = words.all
  }

  /// Whether words of the language are stemmed; those of another are compared whole.
  public static func stems(language: String) -> Bool {
    Stemmer(language: RubricLanguage(tag: language).stemmerCode).isKnown
  }

  /// Whether a reply may be sent.
  public func length(of reply: String) -> ReplyLength {
    let bytes = reply.utf8.count
    if bytes > Self.maximumBytes { return .tooLarge(bytes: bytes, maximum: Self.maximumBytes) }
    let words = ReadableText(reply).wordCount
    if words < minimumWords { return .tooShort(words: words, minimum: minimumWords) }
    if words > maximumWords { return .tooLong(words: words, maximum: maximumWords) }
    return .fits(words: words)
  }

  /// Looks for every line in a reply; of one that is too long, only the part within bounds.
  public func match(_ reply: String) -> RubricResult {
    memory.found(in: reply) { search(reply) }
  }

  private func search(_ reply: String) -> RubricResult {
    let text = ReadableText(reply)
    let stemmer = Stemmer(language: grammar.stemmerCode)
    var scan = ReplyScan(text.scalars, for: words, language: grammar, stemmer: stemmer)
    var judged: [RubricResult.Line] = []
    for (line, phrases) in zip(lines, compiled) {
      let (matches, cancelled) = scan.matches(of: phrases)
      judged.append(RubricResult.Line(line: line, matches: matches, cancelled: cancelled))
    }
    return RubricResult(lines: judged, wordCount: text.wordCount, isCut: text.isCut)
  }

  /// What of a text touches a line's phrases, counted or cancelled.
  fileprivate func touches(_ text: String) -> Bool {
    match(text).lines.contains { !$0.matches.isEmpty || !$0.cancelled.isEmpty }
  }

  /// The places of the must lines that a text hits, such as the question's own words, which
  /// then tell an employee nothing about what they know.
  public func mustLines(satisfiedBy text: String) -> [Int] {
    let judged = match(text).lines
    return judged.indices.filter { judged[$0].line.isMust && judged[$0].isHit }
  }

  /// Whether a text, such as the question copied, earns full credit for a rubric that has must
  /// lines.
  public func isSatisfied(by text: String) -> Bool {
    lines.contains(where: \.isMust) && match(text).credit == .full
  }
}

extension RubricLine {
  /// The exceptions in which no phrase of the line can stand, so that they take nothing away. Those
  /// with “+” take in a sentence, and those with “*” more words than are written.
  func idleExceptions(in language: String) -> [RubricPhrase] {
    guard !exceptions.isEmpty else { return [] }
    let parts = phrases.flatMap { phrase in
      phrase.parts.map { RubricPhrase(text: $0, parts: [$0], offset: phrase.offset) }
    }
    // Nearly all hold a phrase letter by letter; only of the rest the words are compared.
    let whole = exceptions.filter { exception in
      exception.parts.count == 1 && !exception.text.contains("*")
        && !parts.contains { exception.text.hasBytes(of: $0.text) }
    }
    guard !whole.isEmpty else { return [] }
    let probe = Rubric(
      lines: [RubricLine(label: label, phrases: parts, must: true)], language: language)
    return whole.filter { !probe.touches($0.text) }
  }
}
