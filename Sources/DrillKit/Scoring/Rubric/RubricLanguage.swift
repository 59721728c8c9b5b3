// SPDX-License-Identifier: GPL-3.0-or-later

/// What a language's words do in a rubric: which negate, which end a negation's reach, how an
/// apostrophe joins. All words are folded: lower case, no accents.
struct RubricLanguage: Hashable, Sendable {
  /// What an apostrophe inside a word stands for.
  enum Apostrophe: Hashable, Sendable {
    /// `don't`, `we'll`: two words written as one.
    case contraction
    /// `l'incident`: two words that touch.
    case elision
    /// A sign within one word.
    case letter
  }

  /// The ISO 639 code that the stemmer is chosen by.
  let code: String
  /// What its words do.
  let words: Words
  /// How an apostrophe joins.
  let apostrophe: Apostrophe
  /// Whether `1.` is an ordinal number and ends no sentence.
  let hasDottedOrdinals: Bool

  /// The language of a tag such as `en` or `de-AT`; one that is not in the table has no
  /// negations of its own and takes the English ones.
  init(tag: String) {
    let code = String(tag.lowercased().prefix { $0 != "-" && $0 != "_" })
    words = Self.words[code] ?? Self.english
    self.code = code
    hasDottedOrdinals = ["de", "da", "no", "nb", "nn", "fi", "hu", "cs", "pl"].contains(code)
    apostrophe =
      switch code {
      case "en": .contraction
      case "fr", "it", "ca": .elision
      default: .letter
      }
  }

  // All of it follows from the code.
  static func == (a: RubricLanguage, b: RubricLanguage) -> Bool { a.code == b.code }
  func hash(into hasher: inout Hasher) { hasher.combine(code) }

  /// The code for the stemmer: Snowball has one Norwegian.
  var stemmerCode: String { ["nb", "nn"].contains(code) ? "no" : code }
}
