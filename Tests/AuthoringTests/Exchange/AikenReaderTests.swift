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

  @Test(
    "small letters and a key in other words are read, and said once",
    arguments: [
      "Who?\na) x\nb) y\nanswer: b\n\nNext?\nA. c\nB. d\nANSWER: B",
      "Who?\na. x\nb. y\nAnswer: B)\nNext?\nA. c\nB. d\nANSWER: b",
      "Who?\nA. x\nb. y\nANSWER: B\nNext?\nA. c\nB. d\nAntwort: B",
      "Who?\na) x\nb) y\nBonne réponse : b\nNext?\na) c\nb) d\nANSWER: B.",
    ])
  func small(text: String) {
    let bank = read(text)
    #expect(bank.notes.map(\.severity) == [.warning], "\(bank.notes)")
    #expect(bank.questions.map(\.text.text) == ["Who?", "Next?"])
    #expect(
      bank.questions.map(\.body)
        == read("Who?\nA. x\nB. y\nANSWER: B\nN?\nA. c\nB. d\nANSWER: B").questions.map(\.body))
  }

  @Test(
    "a list in small letters above the answers is text, and so is a question that opens like a key")
  func text() {
    let bank = read(
      "Which?\na) one\nb) two\nA. only a\nB. both\nANSWER: B\nAnswer: what is it?\nA. x\nB. y\nANSWER: A"
    )
    #expect(bank.notes.isEmpty, "\(bank.notes)")
    #expect(bank.questions.map(\.text.text) == ["Which?\na) one\nb) two", "Answer: what is it?"])
    let list = read("Look at this list:\n- one\n- two\nPlan: B\nA. first\nB. second\nANSWER: A")
    #expect(list.notes.isEmpty, "\(list.notes)")
    #expect(list.questions.map(\.text.text) == ["Look at this list:\n- one\n- two\nPlan: B"])
  }

  @Test(
    "each question that is left out is named, and the one after it is whole",
    arguments: [
      ("Who?\n1) x\n2) y\nAntwort: 1\nNext?\nA. c\nB. d\nANSWER: A", [1], ["Next?"]),
      ("Who?\n- x\n- y\n\nWhy?\n- x\n- y", [1, 5], []),
      ("Who?\n1) x\n\nWhy?\n1) x\nANSWER: 1\n\nNext?\nA. c\nB. d\nANSWER: A", [1, 4], ["Next?"]),
      ("Who?\na) x\nb) y\nanswer: q\nNext?\na) c\nb) d\nanswer: a", [4], ["Next?"]),
    ])
  func named(text: String, lines: [Int], kept: [String]) {
    let bank = read(text)
    #expect(bank.notes.filter { $0.severity == .error }.map(\.place.line) == lines, "\(bank.notes)")
    #expect(bank.questions.map(\.text.text) == kept)
  }
}
