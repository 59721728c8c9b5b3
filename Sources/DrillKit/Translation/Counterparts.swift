// SPDX-License-Identifier: GPL-3.0-or-later

/// Says which part of one text has no counterpart in the other.
struct Counterparts {
  let original: TranslationSide
  let diagnostics: Diagnostics

  /// A part of the original that is missing behind a place of the translation, or before another one
  /// where nothing stands before it.
  func reportMissing(
    _ name: String, _ words: String, _ there: Place, after place: Place?, before first: Place? = nil
  ) {
    guard let found = place ?? first else { return }
    diagnostics.report(
      .unpairedPart, at: found,
      "\(place == nil ? "Before" : "After") this, the \(name)\(Self.quoted(words)) is missing that stands "
        + "in line \(original.typedLine(there.line)) of the original. Translate it as well.")
  }

  /// A part of the translation that the original does not have.
  func reportExtra(_ name: String, _ words: String, at place: Place) {
    diagnostics.report(
      .unpairedPart, at: place,
      "This \(name)\(Self.quoted(words)) stands for nothing in the original. Delete it, or put it into the "
        + "original as well.")
  }

  /// A paragraph that ends in a colon and binds nothing: a label that was translated, most likely.
  func reportLabel(_ words: String, at place: Place) {
    diagnostics.report(
      .unpairedPart, at: place,
      "“\(words.shortened)” stands for nothing in the original. If it is a label, write it as there: "
        + "“Hint:”, “Feedback:”, “Model:” and “After 20 s:” stay in English.")
  }

  private static func quoted(_ words: String) -> String {
    words.isEmpty ? "" : " “\(words.shortened)”"
  }
}

extension Diagnostics {
  /// Reports a text that stands in a translation as it stood in the original, where its words are such
  /// that it was forgotten: a name or a number stays as it is, and `least` words are no name.
  func checkTranslated(
    _ text: String, _ own: String, prose: @autoclosure () -> String, least: Int, at place: Place
  ) {
    guard text == own, prose().isForgotten(least) else { return }
    report(
      .untranslated, at: place, "“\(own.shortened)” stands as in the original. Translate it.")
  }
}

extension String {
  /// Whether words that were not translated were forgotten: so many words, or few of which two, or one
  /// of a sentence, are written small.
  fileprivate func isForgotten(_ least: Int) -> Bool {
    let words = split(whereSeparator: \.isWhitespace).filter { $0.contains(where: \.isLetter) }
    if words.count >= least { return true }
    let small = words.count { $0.first?.isLowercase == true }
    let isSentence = trimmed().last.map { ".!?".contains($0) } ?? false
    return words.count > 1 && small >= (isSentence ? 1 : 2)
  }
}
