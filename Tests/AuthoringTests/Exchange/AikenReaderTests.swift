// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Authoring

@Suite("Aiken as it is read")
struct AikenReaderTests {
  private func read(_ text: String) -> QuestionBank {
    AikenReader.read(file: "q.txt", bytes: Array(text.utf8))
  }

  @Test("questions become choices, and a drill of them gives them back as GIFT")
  func choices() throws {
    let bank = read(
      "Who is told?\nA. The owner\nB) The press\nANSWER: A\n\nSee\nthis\nA. *x*\nB. y\nANSWER: B")
    #expect(bank.notes.isEmpty)
    #expect(bank.questions.map(\.line) == [1, 6])
    #expect(bank.questions.map(\.text.text) == ["Who is told?", "See\nthis"])
    let made = QuestionImport(bank, RoundTrip.frame)
    #expect(made.notes.isEmpty, "\(made.notes)")
    let export = try RoundTrip.export(try #require(made.text))
    #expect(export.questions.map(\.unplaced) == bank.questions.map(\.unplaced))
    #expect(
      GIFTWriter.text(export.questions).hasPrefix("Who is told? {\n\t=The owner\n\t~The press\n}\n")
    )
  }

  @Test(
    "what can't be read is an error with its line",
    arguments: [
      ("Who?\nA. a\nB. b\n", 1, "“Who?” has no key"),
      ("Who?\nA. a\nB. b\nANSWER: C", 4, "letter “C”"),
      ("Who?\nA. a\nB. b\nANSWER:", 4, "no key"),
      ("A. a\nB. b\nANSWER: A", 3, "without a question"),
      ("Who?\nA. a\nANSWER: A", 1, "fewer than two"),
      ("Who?\nA. a\nA. b\nANSWER: A", 3, "second time"),
      ("Who?\nA. a\nB. b\nNext?\nA. c\nB. d\nANSWER: A", 1, "has no key"),
    ])
  func refused(text: String, line: Int, words: String) {
    let errors = read(text).notes.filter { $0.severity == .error }
    #expect(errors.count == 1 && errors.first?.place.line == line, "\(errors)")
    #expect(errors.first?.message.contains(words) == true, "\(errors)")
  }
}
