// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// What a line of Aiken is, as far as it alone tells.
enum AikenLine {
  /// `A. words` or `A) words`; in small letters it may be text as well.
  case choice(letter: Character, words: String, isCapital: Bool)
  /// `ANSWER: B`, or what may be one.
  case key(String, isExact: Bool, Certainty)
  case text

  /// How sure it is that a line is a key.
  enum Certainty {
    /// `ANSWER: B`.
    case certain
    /// `Answer: b`, `Richtige Antwort: B`.
    case named
    /// `Plan: B`.
    case possible
  }

  /// What a key is called, in small letters.
  private static let names: Set<String> = [
    "answer", "answers", "ans", "key", "correct", "solution", "antwort", "lösung", "réponse",
    "reponse", "respuesta", "solución", "risposta", "soluzione", "resposta", "antwoord",
    "oplossing", "svar", "vastaus", "odpowiedź", "odpověď", "odpoveď", "odgovor", "răspuns",
    "válasz", "cevap", "yanıt", "ответ", "відповідь", "отговор", "απάντηση",
  ]

  init(_ line: String) {
    if let choice = Self.choice(line) {
      self = choice
    } else if line.hasPrefix("ANSWER:") {
      self = Self.exactKey(String(line.dropFirst(7).drop { $0 == " " }))
    } else if let match = line.wholeMatch(of: /(\p{L}+(?: \p{L}+){0,2}) ?: *([A-Za-z0-9])[.)]?/) {
      let isNamed = match.1.lowercased().split(separator: " ").contains {
        Self.names.contains(String($0))
      }
      self = .key(match.2.uppercased(), isExact: false, isNamed ? .named : .possible)
    } else if let match = line.wholeMatch(of: /(?i:answer) ?: *(.*)/) {
      self = .key(String(match.1), isExact: false, .named)
    } else {
      self = .text
    }
  }

  /// Behind the sign of a key a letter in another form is meant as it stands.
  private static func exactKey(_ key: String) -> Self {
    guard let match = key.wholeMatch(of: /([A-Za-z])[.)]?/) else {
      return .key(key, isExact: true, .certain)
    }
    let letter = match.1.uppercased()
    return .key(letter, isExact: letter == key, .certain)
  }

  private static func choice(_ line: String) -> Self? {
    guard let letter = line.first, letter.isASCII, letter.isLetter else { return nil }
    let rest = line.dropFirst()
    guard let sign = rest.first, sign == "." || sign == ")", rest.dropFirst().first == " " else {
      return nil
    }
    return .choice(
      letter: Character(letter.uppercased()), words: String(rest.dropFirst(2)),
      isCapital: letter.isUppercase)
  }

  /// Whether a line that is no choice looks like an answer in a form that is not Aiken's.
  static func looksLikeAnswer(_ line: String) -> Bool {
    line.prefixMatch(of: /(?:[0-9]{1,2}|[A-Za-z])[.)]|[-*•–]\h/) != nil
  }
}
