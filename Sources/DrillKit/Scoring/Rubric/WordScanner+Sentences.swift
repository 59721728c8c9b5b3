// SPDX-License-Identifier: GPL-3.0-or-later

extension WordScanner {
  /// Abbreviations that are always followed by more of their sentence.
  private static let neverLast: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "st", "mx", "messrs", "approx", "eg", "ie", "cf",
    "hr", "fr", "frl", "ca", "bzw", "vgl", "inkl", "zzgl", "ggf", "evtl",
    "sr", "sra", "srta", "dra", "ud", "uds", "mme", "mlle", "sig", "dott", "dhr", "mevr",
  ]
  /// Abbreviations that may end a sentence: a capital letter decides.
  private static let sometimesLast: Set<String> = [
    "etc", "usw", "inc", "ltd", "co", "corp", "vs", "jr", "dept", "ext", "tel", "min", "max",
  ]
  /// Abbreviations when a number follows: `No. 5`.
  private static let beforeNumbers: Set<String> = [
    "no", "nr", "num", "art", "abs", "p", "pp", "sec", "par", "fig", "op", "ref",
  ]
  /// Abbreviations of several letters with stops that are followed by more of their sentence.
  private static let dotted: Set<[String]> = [
    ["e", "g"], ["i", "e"], ["z", "b"], ["d", "h"], ["u", "a"], ["p", "ej"], ["p", "ex"],
  ]

  /// Whether the full stop at a place ends its sentence; it does not in `3.5`, `e.g.` or `Mr.`.
  func stopEndsSentence(at place: Int) -> Bool {
    guard let last = words.last, last.range.upperBound == place else {
      // No word touches the stop: the last of "...", or a stop after a bracket or quote.
      return isSpace(at: place + 1)
    }
    if place + 1 < scalars.count, LetterFolding.isWordStart(scalars[place + 1]) {
      // "sorry.We": a space was forgotten; but example.com and e.g. are no ends.
      return last.folded.unicodeScalars.count > 1 && !last.isNumber
        && scalars[place - 1].properties.isLowercase && scalars[place + 1].properties.isUppercase
    }
    if last.isNumber {
      return !(language.hasDottedOrdinals && last.folded.utf8.count <= 2)
    }
    if Self.neverLast.contains(last.folded) { return false }
    let next = following(place)
    if Self.beforeNumbers.contains(last.folded), let next, LetterFolding.isDigit(next) {
      return false
    }
    if Self.sometimesLast.contains(last.folded) { return next?.properties.isUppercase ?? true }
    guard last.range.count == 1 || followsDottedLetter(last) else { return true }
    if followsDottedLetter(last) {
      if let before = words.dropLast().last, Self.dotted.contains([before.folded, last.folded]) {
        return false
      }
      return next?.properties.isUppercase ?? true
    }
    // A single capital is an initial ("J. Okafor"), unless it is the word "I".
    return !scalars[place - 1].properties.isUppercase || last.folded == "i"
      || LetterFolding.isWholeWord(scalars[place - 1])
  }

  /// The first scalar after a place that is not white space.
  private func following(_ place: Int) -> Unicode.Scalar? {
    scalars[(place + 1)...].first { !$0.isSpace }
  }

  /// Whether a word follows a single letter and its stop, as the `g` of `e.g.` does.
  private func followsDottedLetter(_ word: WordToken) -> Bool {
    let start = word.range.lowerBound
    return start >= 2 && scalars[start - 1] == "." && LetterFolding.isWordStart(scalars[start - 2])
      && (start == 2 || !LetterFolding.isWordPart(scalars[start - 3]))
  }
}
