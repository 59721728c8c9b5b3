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

  private typealias Words = (negations: [String], barriers: [String], apparent: [[String]])

  private static let english: Words = (
    ["not", "never", "no", "without"], ["and", "but"],
    [
      ["not", "only"], ["not", "just"], ["no", "doubt"], ["no", "later"], ["no", "matter"],
      ["no", "problem"], ["no", "worries"], ["without", "delay"], ["without", "doubt"],
      ["without", "fail"],
    ]
  )

  private static let words: [String: Words] = [
    "en": english,
    "es": (
      ["no", "nunca", "jamas", "tampoco", "sin"], ["y", "e", "pero", "sino"],
      [
        ["no", "solo"], ["no", "obstante"], ["sin", "duda"], ["sin", "demora"], ["sin", "falta"],
      ]
    ),
    "de": (
      [
        "nicht", "nie", "niemals", "kein", "keine", "keinen", "keinem", "keiner", "keines", "ohne",
      ], ["und", "aber", "sondern"],
      [["nicht", "nur"], ["nicht", "zuletzt"], ["ohne", "zweifel"], ["kein", "problem"]]
    ),
    "fr": (
      ["ne", "n", "pas", "jamais", "sans", "aucun", "aucune"], ["et", "mais"],
      [["pas", "seulement"], ["sans", "doute"], ["sans", "delai"], ["sans", "faute"]]
    ),
    "it": (
      ["non", "mai", "senza", "nessun", "nessuna", "nessuno"], ["e", "ed", "ma"],
      [["non", "solo"], ["senza", "dubbio"], ["senza", "indugio"]]
    ),
    "pt": (
      ["nao", "nunca", "jamais", "sem", "nem", "nenhum", "nenhuma"], ["e", "mas"],
      [["nao", "so"], ["sem", "duvida"], ["sem", "demora"]]
    ),
    "nl": (
      ["niet", "nooit", "geen", "zonder"], ["en", "maar"],
      [["niet", "alleen"], ["geen", "probleem"], ["zonder", "twijfel"]]
    ),
    "sv": (["inte", "aldrig", "ingen", "inget", "inga", "utan"], ["och", "men"], []),
    "da": (["ikke", "aldrig", "ingen", "intet", "uden"], ["og", "men"], []),
    "no": (["ikke", "aldri", "ingen", "intet", "uten"], ["og", "men"], []),
    "nb": (["ikke", "aldri", "ingen", "intet", "uten"], ["og", "men"], []),
  ]
}
