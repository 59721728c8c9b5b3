// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds dates that the text around them calls dates of birth.
struct BirthDateRule: LeakRule {
  private static let birthWords: Set<String> = [
    "born", "birth", "birthday", "birthdate", "dob", "geboren", "geb", "geburtsdatum",
    "geburtstag", "naissance", "nacimiento", "nacido", "nacida",
  ]

  /// Words that give a date another meaning, when they stand nearer than the birth.
  private static let otherWords: Set<String> = [
    "hired", "joined", "expires", "expired", "expiry", "issued", "due", "since", "meeting",
    "appointment", "until", "valid", "called", "admitted", "started", "sent", "ordered",
  ]

  func candidates(in text: inout LeakText) -> [LeakCandidate] {
    let runs = text.digitRuns
    var found: [LeakCandidate] = []
    for index in runs.indices {
      guard runs[index].start >= found.last?.range.upperBound ?? 0,
        let range = range(from: index, runs: runs, in: &text),
        isBirth(range, in: &text)
      else { continue }
      let reason = "A date of birth: the words around the date say so."
      found.append(LeakCandidate(range: range, kind: .birthDate, reason: reason))
    }
    return found
  }

  private func range(
    from index: Int, runs: [DigitRun], in text: inout LeakText
  ) -> Range<Int>? {
    if let range = LeakDate.range(from: index, runs: runs, in: &text) { return range }
    let run = runs[index]
    // Eight figures in a row, year first or last.
    guard run.count == 8, text.standsAlone(run.start..<run.end),
      1900...2099 ~= text.number(run.start, 4) || 1900...2099 ~= text.number(run.end - 4, 4)
    else { return nil }
    return run.start..<run.end
  }

  private func isBirth(_ range: Range<Int>, in text: inout LeakText) -> Bool {
    let before = text.words(before: range.lowerBound)
    for (position, word) in before.prefix(6).enumerated() {
      if Self.birthWords.contains(word) { return true }
      if Self.otherWords.contains(word) { break }
      // "D.O.B." arrives as three words, the nearest first.
      if word == "b", before.dropFirst(position).starts(with: ["b", "o", "d"]) { return true }
    }
    return isBirthAfterwards(range.upperBound, in: &text)
  }

  /// "12/03/1985 (date of birth)", "12/03/1985 is her birthday".
  private func isBirthAfterwards(_ end: Int, in text: inout LeakText) -> Bool {
    let words = text.words(after: end).prefix(4)
    let opensBracket = text[end] == "(" || text[end] == " " && text[end + 1] == "("
    guard let first = words.first, opensBracket || ["is", "was", "as"].contains(first) else {
      return false
    }
    return words.contains(where: Self.birthWords.contains)
  }
}
