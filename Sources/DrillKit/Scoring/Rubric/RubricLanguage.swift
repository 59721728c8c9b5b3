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
  /// Words that cancel a match which follows.
  let negations: Set<String>
  /// Words that cancel a match which stands before them, in languages that deny behind the verb:
  /// `Leid tut uns das nicht`.
  let trailing: Set<String>
  /// Words behind which a negation denies something else: it does not reach back across them.
  let openers: Set<String>
  /// Negations that stand for people.
  let nobodies: Set<String>
  /// Words behind which such a negation says nothing of what follows.
  let releases: Set<String>
  /// Words behind which a negation may belong to a participle: `die nicht gelieferte Ware`.
  let articles: Set<String>
  /// "And" and "but": a negation does not reach across them.
  let barriers: Set<String>
  /// Two words of which the first only looks like a negation: `not only`, `without delay`.
  let apparent: Set<[String]>
  /// How an apostrophe joins.
  let apostrophe: Apostrophe
  /// Whether `1.` is an ordinal number and ends no sentence.
  let hasDottedOrdinals: Bool

  /// The language of a tag such as `en` or `de-AT`; one that is not in the table has no
  /// negations of its own and takes the English ones.
  init(tag: String) {
    let code = String(tag.lowercased().prefix { $0 != "-" && $0 != "_" })
    let words = Self.words[code] ?? Self.english
    self.code = code
    negations = Set(words.negations)
    trailing = Set(words.trailing)
    openers = Set(words.openers)
    nobodies = Set(words.nobodies)
    releases = Set(words.releases)
    articles = Set(words.articles)
    barriers = Set(words.barriers)
    apparent = Set(words.apparent)
    hasDottedOrdinals = ["de", "da", "no", "nb", "nn", "fi", "hu", "cs", "pl"].contains(code)
    apostrophe =
      switch code {
      case "en": .contraction
      case "fr", "it", "ca": .elision
      default: .letter
      }
  }

  /// The code for the stemmer: Snowball has one Norwegian.
  var stemmerCode: String { ["nb", "nn"].contains(code) ? "no" : code }
}
