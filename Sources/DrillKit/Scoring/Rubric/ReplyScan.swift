// SPDX-License-Identifier: GPL-3.0-or-later

/// One reply being searched for the lines of a rubric.
struct ReplyScan {
  /// How many words before a match a negation reaches it.
  static let negationReach = 4
  /// How many words behind a match one reaches it that closes what it denies.
  static let trailingReach = 6

  private let scalars: [Unicode.Scalar]
  private let language: RubricLanguage
  private var index: ReplyIndex

  /// A range of words that fits a phrase of one part.
  private struct Candidate {
    let words: Range<Int>
    let phrase: CompiledPhrase
  }

  /// Where exceptions lie: for each word the exception that starts there or before and reaches
  /// furthest, and the exception of a whole sentence.
  private struct Exceptions {
    var furthest: [(end: Int, start: Int, phrase: String)?]
    var sentences: [Int: (phrase: String, words: Range<Int>)] = [:]
  }

  /// Cuts and indexes a reply.
  init(
    _ scalars: [Unicode.Scalar], for phraseWords: [PhraseWord], language: RubricLanguage,
    stemmer: borrowing Stemmer
  ) {
    self.scalars = scalars
    self.language = language
    index = ReplyIndex(
      words: WordScanner.words(of: scalars, in: language), for: phraseWords, language: language,
      stemmer: stemmer)
  }

  private var words: [WordToken] { index.words }

  /// What of a line is in the reply: what counts, and what does not.
  mutating func matches(
    of line: CompiledLine
  ) -> (matches: [RubricMatch], cancelled: [CancelledMatch]) {
    let exceptions = find(line.exceptions)
    var matches: [RubricMatch] = []
    var cancelled: [CancelledMatch] = []
    // The words that joined phrases count; most lines have none.
    var covered: Set<Int> = []

    for phrase in line.phrases where phrase.parts.count > 1 {
      for parts in sentences(with: phrase) {
        let (live, reason) = choose(parts, of: phrase, exceptions: exceptions)
        let match = match(live, phrase: phrase)
        if let reason {
          cancelled.append(CancelledMatch(match: match, reason: reason))
        } else {
          matches.append(match)
          for range in live { covered.formUnion(range) }
        }
      }
    }
    for candidate in longest(of: line.phrases) {
      let match = match([candidate.words], phrase: candidate.phrase)
      if let reason = reason(against: candidate.words, of: candidate.phrase, exceptions) {
        cancelled.append(CancelledMatch(match: match, reason: reason))
      } else if !candidate.words.allSatisfy(covered.contains) {
        // Words that a joined phrase already counts are not told twice.
        matches.append(match)
      }
    }
    return (
      matches.sorted { Self.isBefore($0, $1) },
      cancelled.sorted { Self.isBefore($0.match, $1.match) }
    )
  }

  /// The longest of the single phrases' matches that overlap, before any is cancelled: the
  /// shorter one inside a cancelled phrase is not what was said either.
  private mutating func longest(of phrases: [CompiledPhrase]) -> [Candidate] {
    var candidates: [Candidate] = []
    for phrase in phrases where phrase.parts.count == 1 {
      for words in index.occurrences(of: phrase.parts[0]) {
        candidates.append(Candidate(words: words, phrase: phrase))
      }
    }
    guard candidates.count > 1 else { return candidates }
    var taken = [Bool](repeating: false, count: words.count)
    var kept: [Candidate] = []
    let order = candidates.indices.sorted { a, b in
      let (x, y) = (candidates[a].words, candidates[b].words)
      return (-x.count, x.lowerBound, a) < (-y.count, y.lowerBound, b)
    }
    for candidate in order.lazy.map({ candidates[$0] })
    where !candidate.words.contains(where: { taken[$0] }) {
      for word in candidate.words { taken[word] = true }
      kept.append(candidate)
    }
    return kept
  }

  /// The places of each part, sentence by sentence, for the sentences that hold all parts.
  private mutating func sentences(with phrase: CompiledPhrase) -> [[[Range<Int>]]] {
    var bySentence: [Int: [[Range<Int>]]] = [:]
    for (number, part) in phrase.parts.enumerated() {
      for range in index.occurrences(of: part) {
        let sentence = words[range.lowerBound].sentence
        var parts = bySentence[sentence] ?? []
        // A sentence that lacks an earlier part is out.
        guard parts.count >= number else { continue }
        if parts.count == number { parts.append([]) }
        parts[number].append(range)
        bySentence[sentence] = parts
      }
    }
    return bySentence.filter { $0.value.count == phrase.parts.count }
      .sorted { $0.key < $1.key }.map(\.value)
  }

  /// The first place of each part that counts; where a part has none, the reason against it.
  private func choose(
    _ parts: [[Range<Int>]], of phrase: CompiledPhrase, exceptions: Exceptions?
  ) -> (ranges: [Range<Int>], reason: CancelledMatch.Reason?) {
    var chosen: [Range<Int>] = []
    var against: CancelledMatch.Reason?
    for places in parts {
      let reasons = places.lazy.map { reason(against: $0, of: phrase, exceptions) }
      let live = zip(places, reasons).first { $0.1 == nil }
      if let live {
        chosen.append(live.0)
      } else if let place = places.first {
        chosen.append(place)
        against = against ?? reason(against: place, of: phrase, exceptions)
      }
    }
    return (chosen, against)
  }

  private mutating func find(_ phrases: [CompiledPhrase]) -> Exceptions? {
    guard !phrases.isEmpty else { return nil }
    var exceptions = Exceptions(furthest: Array(repeating: nil, count: words.count))
    for phrase in phrases {
      if phrase.parts.count == 1 {
        for range in index.occurrences(of: phrase.parts[0])
        where range.upperBound > exceptions.furthest[range.lowerBound]?.end ?? 0 {
          exceptions.furthest[range.lowerBound] = (
            range.upperBound, range.lowerBound, phrase.text
          )
        }
      } else {
        for parts in sentences(with: phrase) {
          let firsts = parts.compactMap(\.first)
          guard let start = firsts.map(\.lowerBound).min(),
            let end = firsts.map(\.upperBound).max()
          else { continue }
          exceptions.sentences[words[start].sentence] = (phrase.text, start..<end)
        }
      }
    }
    for word in words.indices.dropFirst() {
      let (before, here) = (exceptions.furthest[word - 1], exceptions.furthest[word])
      if before?.end ?? 0 > here?.end ?? 0 { exceptions.furthest[word] = before }
    }
    return exceptions
  }

  /// Why a match does not count, or nil where it does.
  private func reason(
    against range: Range<Int>, of phrase: CompiledPhrase, _ exceptions: Exceptions?
  ) -> CancelledMatch.Reason? {
    if let exception = exceptions?.furthest[range.lowerBound], exception.end >= range.upperBound {
      return .exception(phrase: exception.phrase, range: typed(exception.start..<exception.end))
    }
    if let exception = exceptions?.sentences[words[range.lowerBound].sentence] {
      return .exception(phrase: exception.phrase, range: typed(exception.words))
    }
    guard !phrase.holdsNegation,
      let negation = negation(before: range.lowerBound) ?? negation(after: range)
    else { return nil }
    return .negated(by: text(words[negation].range), range: words[negation].range)
  }

  /// The word that negates what starts at a place: at most four words before, in the sentence,
  /// with no comma or the like, "and" or "but" between.
  private func negation(before start: Int) -> Int? {
    var place = start
    var isReleased = false
    while place > 0, start - place < Self.negationReach {
      let word = words[place - 1]
      if words[place].followsBreak || word.sentence != words[start].sentence { return nil }
      place -= 1
      if language.words.negations.contains(word.folded), !isApparent(at: place) {
        return isReleased && language.words.nobodies.contains(word.folded) ? nil : place
      }
      if language.words.barriers.contains(word.folded) { return nil }
      isReleased = isReleased || language.words.releases.contains(word.folded)
    }
    return nil
  }

  /// The word that negates what ends at a place, where a language denies behind the verb: at most
  /// six words after, in the sentence, with nothing that begins something else between. It stands
  /// at the end of what it denies, before at most two words such as `zurück` and `informiert`.
  private func negation(after range: Range<Int>) -> Int? {
    guard !language.words.trailing.isEmpty else { return nil }
    let clause = words[range.upperBound...].prefix {
      !$0.followsBreak && $0.sentence == words[range.lowerBound].sentence
        && !language.words.barriers.contains($0.folded)
        && !language.words.openers.contains($0.folded)
    }
    guard
      let place = clause.prefix(Self.trailingReach).firstIndex(where: {
        language.words.trailing.contains($0.folded)
      }), !isApparent(at: place)
    else { return nil }
    let left = clause.endIndex - place - 1
    if left == 0 { return place }
    return left <= 2 && !language.words.articles.contains(words[place - 1].folded) ? place : nil
  }

  /// Whether a negation only looks like one, as in "not only" and "No. 5".
  private func isApparent(at place: Int) -> Bool {
    guard place + 1 < words.count else { return false }
    let (word, next) = (words[place], words[place + 1])
    if next.isNumber, scalars[word.range.upperBound] == "." { return true }
    return language.words.apparent.contains([word.folded, next.folded])
  }

  private func match(_ ranges: [Range<Int>], phrase: CompiledPhrase) -> RubricMatch {
    let typed = ranges.map { self.typed($0) }.sorted { $0.lowerBound < $1.lowerBound }
    return RubricMatch(
      ranges: typed, words: typed.map { text($0) }.joined(separator: " … "), phrase: phrase.text)
  }

  /// The scalars of a range of words, from the first that was typed to the last.
  private func typed(_ range: Range<Int>) -> Range<Int> {
    let start = words[range].map(\.range.lowerBound).min() ?? 0
    let end = words[range].map(\.range.upperBound).max() ?? start
    return start..<end
  }

  private func text(_ range: Range<Int>) -> String {
    String(scalars: scalars[range])
  }

  private static func isBefore(_ a: RubricMatch, _ b: RubricMatch) -> Bool {
    (a.ranges.first?.lowerBound ?? 0, a.phrase) < (b.ranges.first?.lowerBound ?? 0, b.phrase)
  }
}
