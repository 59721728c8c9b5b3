// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Rubric: the lines that authors write")
struct RubricLineTests {
  @Test("reads label, phrases, parts and exceptions with their places")
  func reads() throws {
    let line = try RubricLine(
      parsing: "Says when: call back + 19:42 | écris* ; not:  call if|never", must: true, weight: 3)
    #expect(line.label == "Says when" && line.isMust && line.weight == 3)
    #expect(line.phrases.map(\.text) == ["call back + 19:42", "écris*"])
    #expect(line.phrases.map(\.parts) == [["call back", "19:42"], ["écris*"]])
    #expect(line.phrases.map(\.offset) == [11, 31])
    #expect(line.exceptions.map(\.text) == ["call if", "never"])
    #expect(line.exceptions.map(\.offset) == [46, 54])
  }

  @Test("names the phrases of one word")
  func oneWord() throws {
    let line = try RubricLine(parsing: "Leaks: pin | send + code | card number", must: false)
    #expect(line.oneWordPhrases.map(\.text) == ["pin"])
    #expect(line.cost == 25)
    #expect(try RubricLine(parsing: "A: b", must: true, penalty: 50).cost == 0)
  }

  @Test(
    "says where a line is wrong and what to write",
    arguments: [
      ("sorry | apolog*", 0, "no colon"),
      (": sorry", 0, "before the colon"),
      ("not: sorry", 0, "before the colon"),
      ("Apologises:", 11, "phrase is missing"),
      ("A: sorry | ", 11, "phrase is missing"),
      ("A: | sorry", 3, "phrase is missing"),
      ("A: send + + code", 10, "phrase is missing"),
      ("A: send +", 9, "phrase is missing"),
      ("A: sorry | !!", 11, "no word"),
      ("Ä: re*ret", 5, "only end a word"),
      ("A: sorry *", 9, "two letters"),
      ("A: s*", 4, "two letters"),
      ("A: sorry; regret", 8, "After a semicolon"),
      ("A: sorry; not: b; not: c", 16, "one list of exceptions"),
      ("A: sorry; not: ", 15, "phrase is missing"),
      ("A: b c d e f g h i j k l m n", 3, "at most 12 words"),
      ("A: b+c+d+e+f+g+h+i+j", 3, "at most 8 parts"),
    ])
  func errors(text: String, offset: Int, message: String) {
    let error = #expect(throws: RubricSyntaxError.self) {
      try RubricLine(parsing: text, must: true)
    }
    #expect(error?.offset == offset)
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  @Test("takes 64 phrases and no more")
  func bounds() throws {
    let phrases = (1...64).map { "word\($0)" }.joined(separator: "|")
    #expect(try RubricLine(parsing: "A: " + phrases, must: true).phrases.count == 64)
    #expect(throws: RubricSyntaxError.self) {
      try RubricLine(parsing: "A: \(phrases)|more", must: true)
    }
  }
}
