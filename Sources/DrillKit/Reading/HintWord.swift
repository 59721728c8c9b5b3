// SPDX-License-Identifier: GPL-3.0-or-later

/// Words that stand where authors mean a hint.
enum HintWord {
  /// What authors call a hint who don't recall its label.
  private static let clues: Set<String> = ["Tip", "Tips", "Tipp", "Clue", "Clues", "Hints"]
  /// Neighbouring keys that make no word; others, such as “Hunt”, are words that a text may begin with.
  private static let slips: Set<String> = ["hnt", "hont", "hibt", "himt", "hinr", "hiny", "gint"]
  /// What a hint is called in other languages: with a price it is one.
  private static let foreign: Set<String> = [
    "hinweis", "hinweise", "tipp", "tip", "hilfe", "indice", "indizio", "suggerimento", "pista",
    "aiuto", "aide", "dica", "vihje",
  ]

  /// Whether a word before a colon means a hint. A price makes nearly any word one; without it, the
  /// word must be one that no text begins with.
  static func means(_ word: String, isPriced: Bool) -> Bool {
    guard word != "Hint" else { return false }
    if clues.contains(word) { return true }
    let folded = word.lowercased()
    if folded == "hint" || folded == "hints" || slips.contains(folded) { return true }
    if isPriced, foreign.contains(folded) { return true }
    guard (3...6).contains(folded.count), nearest(to: folded, in: ["hint"]) != nil else {
      return false
    }
    // The letters of the word, swapped or doubled.
    return isPriced || folded.utf8.count > 3 && Set(folded) == Set("hint")
  }
}
