// SPDX-License-Identifier: GPL-3.0-or-later

/// Says which part of one text has no counterpart in the other.
struct Counterparts {
  let original: TranslationSide
  let diagnostics: Diagnostics

  /// A part of the original that is missing behind a place of the translation.
  func reportMissing(_ name: String, _ words: String, _ there: Place, after place: Place) {
    diagnostics.report(
      .unpairedPart, at: place,
      "After this, the \(name)\(Self.quoted(words)) is missing that stands in line "
        + "\(original.typedLine(there.line)) of the original. Translate it as well.")
  }

  /// A part of the translation that the original does not have.
  func reportExtra(_ name: String, _ words: String, at place: Place) {
    diagnostics.report(
      .unpairedPart, at: place,
      "This \(name)\(Self.quoted(words)) stands for nothing in the original. Delete it.")
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
  /// Reports a text that stands in a translation as it stood in the original, where it has so many
  /// words that it was forgotten: a name or a number stays as it is.
  func checkTranslated(
    _ text: String, _ own: String, words count: @autoclosure () -> Int, least: Int,
    at place: Place
  ) {
    guard text == own, count() >= least else { return }
    reportUntranslated(own, at: place)
  }

  /// Words that stand in a translation as they stood in the original: they were forgotten.
  func reportUntranslated(_ words: String, at place: Place) {
    report(
      .untranslated, at: place, "“\(words.shortened)” stands as in the original. Translate it.")
  }
}
