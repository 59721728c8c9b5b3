// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Authoring

@Suite("GIFT as it is read")
struct GIFTReaderTests {
  private func one(_ text: String) throws -> Question {
    let bank = GIFTReader.read(file: "q.gift", bytes: Array(text.utf8))
    #expect(bank.notes.isEmpty, "\(bank.notes)")
    #expect(bank.questions.count == 1)
    return try #require(bank.questions.first)
  }

  private typealias Words = Question.Words

  @Test("a question with all that may stand around it")
  func whole() throws {
    let question = try one(
      """
      $CATEGORY: top/Data

      // [id:4-\\]b] written in May [tag:cards] [tag:desk]
      ::A title \\: with a colon::[html]What\\nnow\\? {
      // between
      \t=[plain]Ask\\=say#[markdown]Good \\#1
      \t~%50%Wait \\~ a bit
      \t~%-12.5%Run
      \t####That is all.
      }
      """)
    #expect(question.category == "top/Data" && question.line == 4)
    #expect(question.title == "A title : with a colon")
    #expect(question.id == "4-]b" && question.tags == ["cards", "desk"])
    #expect(question.comments == ["written in May", "between"])
    #expect(question.text == Words("What\nnow\\?", .html))
    #expect(question.general == Words("That is all."))
    let choices: [Question.Choice] = [
      .init(words: Words("Ask=say", .plain), weight: .full, feedback: Words("Good #1", .markdown)),
      .init(words: Words("Wait ~ a bit"), weight: Weight(percent: 50)),
      .init(words: Words("Run"), weight: try #require(Weight("-12.5"))),
    ]
    #expect(question.body == .choice(choices, several: false))
  }

  @Test("the forms, each by its signs")
  func forms() throws {
    let number = { (text: String) in try #require(DecimalNumber(text)) }
    #expect(try one("Go on.").body == .description)
    #expect(try one("Tell {}").body == .essay)
    #expect(try one("Tell {####All}").general == Words("All"))
    #expect(try one("So{T}").body == .truth(true, whenWrong: nil, whenRight: nil))
    #expect(
      try one("So{FALSE#no#yes}").body
        == .truth(false, whenWrong: Words("no"), whenRight: Words("yes")))
    #expect(try one("So{T##yes}").body == .truth(true, whenWrong: nil, whenRight: Words("yes")))
    #expect(
      try one("Who{=Ann =%50%Anna#nearly}").body
        == .short([
          .init(words: Words("Ann"), weight: .full),
          .init(words: Words("Anna"), weight: Weight(percent: 50), feedback: Words("nearly")),
        ]))
    #expect(
      try one("Join{= -> c =a -> b}").body
        == .matching([
          .init(left: Words("a"), right: "b"), .init(left: Words(""), right: "c"),
        ]))
    #expect(
      try one("All{~%50%a ~%50%b ~%-100%c}").body
        == .choice(
          [
            .init(words: Words("a"), weight: Weight(percent: 50)),
            .init(words: Words("b"), weight: Weight(percent: 50)),
            .init(words: Words("c"), weight: Weight(percent: -100)),
          ], several: true))
    let numeric = try one("How many{#=3:0.5#yes =%50%1..5 ~#no}").body
    #expect(
      numeric
        == .numeric(
          [
            .init(
              low: try number("2.5"), high: try number("3.5"), center: try number("3"),
              weight: .full, feedback: Words("yes")),
            .init(
              low: try number("1"), high: try number("5"), center: try number("1"),
              weight: Weight(percent: 50)),
          ], otherwise: Words("no")))
    let exact = try one("How many{#1.500}")
    guard case .numeric(let windows, nil) = exact.body else {
      Issue.record("no numeric question")
      return
    }
    #expect(windows.map(\.center.description) == ["1.5"])
  }

  @Test("the missing word")
  func blank() throws {
    let question = try one("The {=card ~key} is in the door.")
    #expect(question.text.text == "The _____ is in the door." && question.blank == 4)
    #expect(try one("Which{=a ~b}\n").blank == nil)
    #expect(try one("_____ {=a ~b}.").blank == 6)
  }

  @Test(
    "what can't be read is an error with its line that names the question",
    arguments: [
      ("::Ti::Who {~a ~b}", 1, "“Ti” has no key"), ("Who {a}", 1, "“Who” has no key"),
      ("Who {true}", 1, "has no key"), ("Who {=%50%a}", 1, "no answer earns all"),
      ("Who {#}", 1, "no number"), ("Who {#x}", 1, "is no number"), ("Who {#1e3}", 1, "“1e3”"),
      ("Who {#%50%3}", 1, "no number earns all"), ("Who {#3~x}", 1, "“~#”"),
      ("Who {=a", 1, "a brace without"), ("Who =a}", 1, "a brace without"),
      ("ok{T}\n\nWho {\n=a\n\nb", 3, "a brace without"), ("Who {=a} {=b}", 1, "braces twice"),
      ("::Ti", 1, "not closed"), ("::Ti::", 1, "without a question"), ("{=a}", 1, "without a"),
      ("Who {=a ~}", 1, "no words"), ("Who {x =a ~b}", 1, "before the first answer"),
      ("Who {=%50%a ~b}", 1, "earns all and has no weight"), ("Who {~%101%a}", 1, "no weight"),
      ("Who {=a -> =b -> c}", 1, "no key here"), ("Who {=a -> b =c}", 1, "no “->”"),
      ("Who {T#a#b#c}", 1, "more than two"), ("$CATEGORY:\n\nx", 1, "no name"),
    ])
  func refused(text: String, line: Int, words: String) {
    let bank = GIFTReader.read(file: "q.gift", bytes: Array(text.utf8))
    let errors = bank.notes.filter { $0.severity == .error }
    #expect(errors.count == 1 && errors[0].message.contains(words), "\(text): \(bank.notes)")
    #expect(errors.first?.place.line == line)
  }

  @Test("what belongs to no question is told")
  func stray() {
    let text = "$CATEGORY: a\n\n$CATEGORY: b\n\nWho{T}\n\n// an afterthought\n"
    let bank = GIFTReader.read(file: "q.gift", bytes: Array(text.utf8))
    #expect(bank.questions.map(\.category) == ["b"])
    #expect(bank.notes.map(\.place.line) == [1, 7])
    #expect(bank.notes.allSatisfy { $0.severity == .warning })
  }

  @Test("a byte order mark and other line ends are taken")
  func ends() {
    let text = "\u{FEFF}One{T}\r\n\r\nTwo{F}\r\rThree{}\n"
    let bank = GIFTReader.read(file: "q.gift", bytes: Array(text.utf8))
    #expect(bank.questions.map(\.text.text) == ["One", "Two", "Three"])
    #expect(bank.questions.map(\.line) == [1, 3, 5])
  }

  @Test("bounds")
  func bounds() {
    func errors(_ bytes: [UInt8]) -> [String] {
      GIFTReader.read(file: "q.gift", bytes: bytes).notes.map(\.description)
    }
    #expect(errors(Array(repeating: 0x61, count: (1 << 20) + 1)).first?.contains("1 MiB") == true)
    #expect(errors(Array(repeating: 0x61, count: 9000)).first?.contains("9000 bytes") == true)
    #expect(errors([0x61, 0x0A, 0xFF]).first?.hasPrefix("q.gift:2:1: error: ") == true)
    #expect(errors(Array("a\u{202E}".utf8)).first?.contains("U+202E") == true)
    #expect(errors([]).first?.contains("empty") == true)
    #expect(errors(Array(repeating: 0x61, count: 4000)).first?.contains("more than 3900") == true)
    let many = String(repeating: "x{T}\n\n", count: 501)
    let bank = GIFTReader.read(file: "q.gift", bytes: Array(many.utf8))
    #expect(bank.questions.count == 500 && bank.notes.first?.place.line == 1001)
    let wide = "x{=a " + (1...100).map { "~b\($0)" }.joined(separator: " ") + "}"
    #expect(errors(Array(wide.utf8)).first?.contains("more than 100 answers") == true)
  }
}
