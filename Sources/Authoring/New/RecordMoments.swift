// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers of a text that say when, and count nothing: “10 November 2026”, “at 1605”, “in 2026”.
enum RecordMoments {
  /// Whether the number at an index is part of a date or a time.
  static func holds(_ words: [String], _ index: Int) -> Bool {
    let word = words[index]
    guard word.contains(where: \.isNumber) else { return false }
    let before = (1...2).map { index >= $0 ? words[index - $0] : "" }
    let after = (1...2).map { index + $0 < words.count ? words[index + $0] : "" }
    // “10 November”, “10 of November”, “November 10”, “November 10, 2026”
    if isMonth(after[0]) || (["of", "de"].contains(after[0]) && isMonth(after[1])) { return true }
    if isMonth(before[0]) || (isMonth(before[1]) && isShort(before[0])) { return true }
    let digits = word.filter(\.isNumber)
    let last = before[0].lowercased()
    guard digits.count == 4, word.prefix(while: \.isNumber).count == 4, let number = Int(digits)
    else { return isShort(word) && word.hasSuffix(".") && days.contains(last) }
    if (1900..<2200).contains(number), years.contains(last) { return true }
    return hours.contains(last) && number / 100 < 24 && number % 100 < 60
  }

  private static func isShort(_ word: String) -> Bool {
    (1...2).contains(word.prefix(while: \.isNumber).count)
      && word.filter(\.isNumber).count <= 2
  }

  private static func isMonth(_ word: String) -> Bool {
    let letters = word.prefix(while: \.isLetter)
    let lower = letters.lowercased()
    // “May” is a month, “may” is none.
    return months.contains(lower)
      && (letters.first?.isUppercase == true || !ordinary.contains(lower))
  }

  private static let ordinary: Set<String> = ["may", "march", "mars", "mar", "mai", "sept", "dec"]
  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec", "januar", "jänner", "februar", "märz", "mai", "juni", "juli",
    "oktober", "dezember", "okt", "dez", "janvier", "février", "mars", "avril", "juin", "juillet",
    "août", "septembre", "octobre", "novembre", "décembre",
  ]
  private static let days: Set<String> = ["am", "vom", "zum", "bis", "seit", "dem", "den"]
  private static let years: Set<String> = [
    "in", "since", "from", "until", "till", "year", "early", "late", "im", "seit",
    "jahr", "jahre", "von", "bis", "en", "depuis", "spring", "summer", "autumn", "winter",
  ]
  private static let hours: Set<String> = ["at", "um", "vers", "à"]
}
