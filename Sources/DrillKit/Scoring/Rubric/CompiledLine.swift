// SPDX-License-Identifier: GPL-3.0-or-later

/// A rubric line with its phrases made ready for comparison.
struct CompiledLine: Hashable, Sendable {
  let phrases: [CompiledPhrase]
  let exceptions: [CompiledPhrase]

  /// Cuts and stems a line's phrases.
  init(_ line: RubricLine, words: inout PhraseWords, stemmer: borrowing Stemmer) {
    var phrases: [CompiledPhrase] = []
    for phrase in line.phrases {
      phrases.append(CompiledPhrase(phrase, words: &words, stemmer: stemmer))
    }
    var exceptions: [CompiledPhrase] = []
    for phrase in line.exceptions {
      exceptions.append(CompiledPhrase(phrase, words: &words, stemmer: stemmer))
    }
    self.phrases = phrases
    self.exceptions = exceptions
  }
}

/// A phrase as words to compare: one row of words for each part that `+` joins.
struct CompiledPhrase: Hashable, Sendable {
  /// The phrase as written.
  let text: String
  /// The words of each part, by their numbers among the rubric's.
  let parts: [[Int]]
  /// Whether a negation is part of the phrase, so that none before it cancels a match.
  let holdsNegation: Bool

  /// Cuts and stems a phrase.
  init(_ phrase: RubricPhrase, words: inout PhraseWords, stemmer: borrowing Stemmer) {
    var parts: [[Int]] = []
    var holdsNegation = false
    for part in phrase.parts {
      var row: [Int] = []
      for word in WordScanner.words(of: Array(part.unicodeScalars), in: words.language) {
        holdsNegation = holdsNegation || words.language.words.negations.contains(word.folded)
        row.append(words.number(of: word, stemmer: stemmer))
      }
      parts.append(row)
    }
    text = phrase.text
    self.parts = parts
    self.holdsNegation = holdsNegation
  }
}

/// One word of a phrase.
enum PhraseWord: Hashable, Sendable {
  /// A whole word, under all its names.
  case word([String])
  /// Any word that starts so: `apolog*`.
  case start(String)
}

/// The words of a rubric's phrases, each once: phrases share most of them, which are then stemmed
/// and looked for in a reply once.
struct PhraseWords {
  let language: RubricLanguage
  /// The words by their numbers.
  private(set) var all: [PhraseWord] = []
  private var numbers: [Written: Int] = [:]

  private struct Written: Hashable {
    let lowered: String
    let isNumber: Bool
    let hasStar: Bool
  }

  /// No words yet.
  init(language: RubricLanguage) { self.language = language }

  /// The number of a word as it stands in a phrase.
  mutating func number(of word: WordToken, stemmer: borrowing Stemmer) -> Int {
    let written = Written(lowered: word.lowered, isNumber: word.isNumber, hasStar: word.hasStar)
    if let number = numbers[written] { return number }
    numbers[written] = all.count
    all.append(
      word.hasStar
        ? .start(word.folded) : .word(word.keys(language: language, stemmer: stemmer)))
    return all.count - 1
  }
}
