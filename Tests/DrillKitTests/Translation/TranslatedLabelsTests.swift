// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

/// Labels that a translation, or its original, has in other words.
@Suite("Labels in translations") struct TranslatedLabelsTests {
  @Test("a label that was translated is told to be one", arguments: ["Hinweis : Wer", "Antwort:"])
  func labels(label: String) throws {
    let old = label == "Antwort:" ? "Model:" : "Hint: Wer"
    let text = TranslationSample.join(TranslationSample.german.replacing(old, with: label))
    #expect(text.findings.contains { $0.message.contains("stay in English") })
  }

  @Test("a label with a wrong letter is told once", arguments: ["Modell:", "Modle:"])
  func misspelt(label: String) throws {
    let german = TranslationSample.german.replacing("Model:", with: label)
    let found = try TranslationSample.findings(german)
    #expect(found.map { $0.prefix(4) } == ["D107"], "\(found)")
  }

  @Test(
    "a label in the language of the translation is told once, with the label that stands there",
    arguments: [
      ("Model:", "Muster:"), ("Hint:", "Hinweis:"), ("Hint:", "Hnit (-25%):"),
      ("After 10 s:", "Zehn Sekunden danach:"), ("After 10 s:", "Nach 10 s:"),
    ])
  func foreignLabels(label: String, written: String) throws {
    let german = TranslationSample.german.replacing(label, with: written)
    let found = TranslationSample.join(german).findings
    #expect(found.map(\.rule.code) == ["D107"], "\(found)")
    #expect(found.first?.message.contains("“\(label.dropLast())") == true, "\(found)")
    #expect(found.first?.fix != nil)
    #expect(try TranslationSample.findings(german).count == 1)
  }

  @Test("several labels in the language of the translation are each told as what they stand for")
  func severalLabels() throws {
    let feedback = { (label: String, words: String) in "\(label)\n\n> \(words)\n\nM" }
    let original = TranslationSample.original.replacing(
      "Model:\n", with: feedback("Feedback:", "Well done.") + "odel:\n")
    let german = TranslationSample.german.replacing(
      "Model:\n", with: feedback("Rückmeldung:", "Gut gemacht.") + "uster:\n"
    ).replacing("Hint:", with: "Hinweis:")
    let fixes = TranslationSample.join(german, original).findings.compactMap(\.fix?.lines.first)
    #expect(fixes == ["Hint: Wer wartet hier?", "Feedback:", "Model:"])
    // Without its colon nothing tells that it is a label, and still nothing is to be deleted.
    let bare = TranslationSample.join(
      TranslationSample.german.replacing("Model:\n", with: "Muster\n"), original
    ).findings
    #expect(!bare.isEmpty && !bare.contains { $0.message.contains("Delete it") }, "\(bare)")
  }

  @Test("keys under labels of the translation's language are the original's, and told once")
  func foreignKeys() throws {
    let german = TranslationSample.german.replacing(
      "Es ist Freitag,", with: "Fakten:\n\n- Jetzt: Freitag 18:40\n\nEs ist Freitag,")
    #expect(try TranslationSample.findings(german) == ["D107 desk.de.md:12"])
  }

  @Test("nothing is told to be deleted where a label of the translation binds nothing")
  func looseLabel() throws {
    let german = TranslationSample.german.replacing("Model:\n\n> Das", with: "Model:\n\nDas")
    #expect(try TranslationSample.findings(german).map { $0.prefix(4) } == ["D106"])
  }

  @Test("a label that the original misspells is told there", arguments: ["Hnit (-25%)", "hint"])
  func misspeltOriginal(label: String) throws {
    let original = TranslationSample.original.replacing("Hint (-25%)", with: label)
    let found = TranslationSample.join(TranslationSample.german, original).findings
    #expect(found.map(\.rule.code) == ["D411"] && found[0].message.contains("(D107)"), "\(found)")
  }
}
