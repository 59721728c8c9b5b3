// SPDX-License-Identifier: GPL-3.0-or-later

/// Words that give nothing away about the data beside them: articles, determiners, prepositions,
/// forms of address.
enum SmallWords {
  /// A small word at the beginning or the end of a text of several words, and the rest of the
  /// text; nil where there is none.
  static func edge(of text: String, language: String) -> (word: String, rest: String)? {
    let small = lists[RubricLanguage(tag: language).code] ?? []
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count > 1 else { return nil }
    let isSmall = { (word: Substring) in
      small.contains(word.lowercased().filter { $0.isLetter || $0 == "'" })
    }
    if isSmall(words[0]) { return (String(words[0]), words.dropFirst().joined(separator: " ")) }
    // “Hepatitis A” and “Gary, IN” end in no small word.
    let last = words[words.count - 1]
    guard isSmall(last), !last.contains(where: \.isUppercase), last.count > 1 else { return nil }
    return (String(last), words.dropLast().joined(separator: " "))
  }

  private static let lists: [String: Set<String>] = [
    "en": [
      "a", "an", "the", "his", "her", "its", "their", "my", "our", "your", "this", "that", "these",
      "those", "some", "of", "in", "on", "at", "to", "from", "by", "with", "for", "and", "or", "is",
      "was", "has", "had", "mr", "mrs", "ms", "dr",
    ],
    "de": [
      "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines",
      "sein", "seine", "seinen", "ihr", "ihre", "ihren", "im", "in", "am", "an", "auf", "bei",
      "von",
      "vom", "mit", "zu", "zum", "zur", "und", "oder", "herr", "herrn", "frau",
    ],
    "fr": [
      "un", "une", "le", "la", "les", "des", "du", "de", "son", "sa", "ses", "leur", "à", "au",
      "aux",
      "en", "dans", "sur", "par", "avec", "pour", "et", "ou", "m", "mme", "monsieur", "madame",
    ],
    "es": [
      "un", "una", "unos", "unas", "el", "la", "los", "las", "su", "sus", "de", "del", "en", "a",
      "al", "por", "con", "para", "y", "o", "sr", "sra",
    ],
    "it": [
      "un", "uno", "una", "il", "lo", "la", "i", "gli", "le", "suo", "sua", "di", "del", "della",
      "in", "a", "da", "con", "per", "e", "o", "sig",
    ],
    "pt": [
      "um", "uma", "o", "a", "os", "as", "seu", "sua", "de", "do", "da", "em", "no", "na", "por",
      "com", "para", "e", "ou", "sr", "sra",
    ],
    "nl": [
      "een", "de", "het", "zijn", "haar", "hun", "van", "in", "op", "aan", "bij", "met", "voor",
      "en", "of", "dhr", "mevr",
    ],
  ]
}
