// SPDX-License-Identifier: GPL-3.0-or-later

/// A rubric line with its phrases made ready for comparison.
struct CompiledLine: Hashable, Sendable {
  let phrases: [CompiledPhrase]
  let exceptions: [CompiledPhrase]

  /// Cuts and stems a line's phrases.
  init(_ line: RubricLine, language: RubricLanguage, stemmer: borrowing Stemmer) {
    var phrases: [CompiledPhrase] = []
    for phrase in line.phrases {
      phrases.append(CompiledPhrase(phrase, language: language, stemmer: stemmer))
    }
    var exceptions: [CompiledPhrase] = []
    for phrase in line.exceptions {
      exceptions.append(CompiledPhrase(phrase, language: language, stemmer: stemmer))
    }
    self.phrases = phrases
    self.exceptions = exceptions
  }
}

/// A phrase as words to compare: one row of words for each part that `+` joins.
struct CompiledPhrase: Hashable, Sendable {
  /// The phrase as written.
  let text: String
  /// The words of each part.
  let parts: [[PhraseWord]]
  /// Whether a negation is part of the phrase, so that none before it cancels a match.
  let holdsNegation: Bool

  /// Cuts and stems a phrase.
  init(_ phrase: RubricPhrase, language: RubricLanguage, stemmer: borrowing Stemmer) {
    var parts: [[PhraseWord]] = []
    var holdsNegation = false
    for part in phrase.parts {
      let words = WordScanner.words(of: Array(part.unicodeScalars), in: language)
      var row: [PhraseWord] = []
      for word in words {
        holdsNegation = holdsNegation || language.negations.contains(word.folded)
        row.append(
          word.hasStar
            ? .start(word.folded) : .word(word.keys(language: language, stemmer: stemmer)))
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
  case word(Set<String>)
  /// Any word that starts so: `apolog*`.
  case start(String)
}
