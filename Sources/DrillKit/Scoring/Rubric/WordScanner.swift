// SPDX-License-Identifier: GPL-3.0-or-later

/// Cuts text into comparable words, once from left to right.
///
/// - Apostrophes and contractions become the words they stand for: `don't` is `do not`.
/// - A hyphen separates words, except after a single letter: `e-mail` is `email`.
/// - A currency sign or code before an amount is put after it: `€25` is `25 EUR`.
/// - Ideographs and kana are words of their own.
struct WordScanner {
  let scalars: [Unicode.Scalar]
  let language: RubricLanguage
  private(set) var words: [WordToken] = []
  var place = 0
  private var sentence = 0
  private var hasBreak = false
  private var sentenceHasWords = false

  /// The words of a text, given as scalars.
  static func words(
    of scalars: [Unicode.Scalar], in language: RubricLanguage
  ) -> [WordToken] {
    var scanner = WordScanner(scalars: scalars, language: language)
    scanner.scan()
    return arranged(scanner.words)
  }

  private init(scalars: [Unicode.Scalar], language: RubricLanguage) {
    self.scalars = scalars
    self.language = language
  }

  private mutating func scan() {
    while place < scalars.count {
      let scalar = scalars[place]
      if LetterFolding.isDigit(scalar) {
        readNumber()
      } else if LetterFolding.isWholeWord(scalar) {
        append(place..<(place + 1))
        place += 1
      } else if LetterFolding.isWordStart(scalar) {
        readWord()
      } else {
        readSign(scalar)
        place += 1
      }
    }
  }

  private mutating func readSign(_ scalar: Unicode.Scalar) {
    switch scalar {
    case ".":
      if stopEndsSentence(at: place) { endSentence() }
    case "!", "?", "…", "‼", "⁉", "。", "！", "？", "؟", "।", "\n", "\r", "\u{85}", "\u{2028}",
      "\u{2029}":
      endSentence()
    case ",", ";", ":", "(", ")", "[", "]", "{", "}", "—", "–", "،", "؛", "、", "，", "；", "：", "&":
      hasBreak = true
    case "-":
      // A hyphen that stands free is a dash.
      if isSpace(at: place - 1), isSpace(at: place + 1) { hasBreak = true }
    case "%":
      append(place..<(place + 1), lowered: "%", isNumber: true)
    default:
      if scalar.properties.generalCategory == .currencySymbol {
        append(place..<(place + 1), lowered: String(Character(scalar)), isNumber: true)
      }
    }
  }

  private mutating func readWord() {
    let start = place
    place += 1
    while place < scalars.count {
      if LetterFolding.isWordPart(scalars[place]), !LetterFolding.isWholeWord(scalars[place]) {
        if startsAmount(at: place, from: start) { break }
        place += 1
      } else if joins(at: place, from: start) {
        place += 2
      } else {
        break
      }
    }
    appendWord(start..<place)
  }

  /// Whether the sign at a place joins two letters: an apostrophe, or a hyphen after one letter.
  private func joins(at place: Int, from start: Int) -> Bool {
    guard place + 1 < scalars.count, LetterFolding.isWordStart(scalars[place + 1]) else {
      return false
    }
    if Self.isApostrophe(scalars[place]) { return true }
    return Self.isHyphen(scalars[place]) && place == start + 1
  }

  /// Whether a currency code ends at a place and its amount begins: `EUR25`.
  private func startsAmount(at place: Int, from start: Int) -> Bool {
    place == start + 3 && LetterFolding.isDigit(scalars[place])
      && WordToken.isCurrencyCode(LetterFolding.lowered(scalars[start..<place]))
  }

  static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "’", "ʼ", "‘", "`", "´", "＇", "′": true
    default: false
    }
  }

  private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "‐" || scalar == "‑"
  }

  func isSpace(at place: Int) -> Bool {
    !scalars.indices.contains(place) || scalars[place].isSpace
  }

  /// Adds a word from the letters of a range, signs within left out.
  mutating func append(_ range: Range<Int>) {
    append(range, lowered: LetterFolding.lowered(scalars[range]), isNumber: false)
  }

  /// Adds a word that was typed in a range.
  mutating func append(_ range: Range<Int>, lowered: String, isNumber: Bool) {
    guard !lowered.isEmpty else { return }
    words.append(
      WordToken(
        range: range, lowered: lowered, folded: LetterFolding.folded(lowered),
        sentence: sentence, followsBreak: hasBreak, isNumber: isNumber,
        hasStar: range.upperBound < scalars.count && scalars[range.upperBound] == "*"))
    hasBreak = false
    sentenceHasWords = true
  }

  private mutating func endSentence() {
    if sentenceHasWords { sentence += 1 }
    sentenceHasWords = false
    hasBreak = false
  }

  /// Puts an amount before its currency, and makes one word of "per cent".
  private static func arranged(_ words: [WordToken]) -> [WordToken] {
    guard words.contains(where: { $0.isNumber || $0.folded.utf8.first == UInt8(ascii: "p") }) else {
      return words
    }
    var arranged: [WordToken] = []
    arranged.reserveCapacity(words.count)
    for word in words {
      guard let last = arranged.last, last.sentence == word.sentence, !word.followsBreak else {
        arranged.append(word)
        continue
      }
      if isPerCent(last.folded, word.folded) {
        arranged[arranged.count - 1].range = last.range.lowerBound..<word.range.upperBound
        arranged[arranged.count - 1].lowered = "%"
        arranged[arranged.count - 1].folded = "%"
        arranged[arranged.count - 1].isNumber = true
      } else if word.startsAmount, last.isCurrencyCode,
        last.range.upperBound == word.range.lowerBound
          || !endsAmount(arranged.dropLast().last, last)
      {
        var (amount, currency) = (word, last)
        swap(&amount.followsBreak, &currency.followsBreak)
        arranged[arranged.count - 1] = amount
        arranged.append(currency)
      } else {
        arranged.append(word)
      }
    }
    return arranged
  }

  private static func isPerCent(_ per: String, _ cent: String) -> Bool {
    switch per {
    case "per", "pour", "por": cent == "cent" || cent == "ciento" || cent == "cento"
    default: false
    }
  }

  /// Whether a currency already belongs to the number before it, as in "20 EUR 30 days later".
  private static func endsAmount(_ number: WordToken?, _ currency: WordToken) -> Bool {
    guard let number, number.startsAmount, number.sentence == currency.sentence else {
      return false
    }
    return number.range.upperBound <= currency.range.lowerBound && !currency.followsBreak
  }
}

extension WordToken {
  /// Whether the word is a number that a currency can go with.
  fileprivate var startsAmount: Bool {
    isNumber && folded.utf8.first.map { (0x30...0x39).contains($0) } == true
  }
}
