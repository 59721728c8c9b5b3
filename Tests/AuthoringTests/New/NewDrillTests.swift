// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Authoring

@Suite("A drill that is begun by answering questions")
struct NewDrillTests {
  /// Words that would be something else to Markdown or YAML.
  private static let odd = [
    "Plain words", "# not a heading", "- no list", "1. no number", "12) none", "> no quote",
    "*no* _emphasis_ **at** all", "`no code`", "[no](#link) ![x](y)", "<b>no</b> &amp; html",
    "a | b", "~~no~~", "\"quotes\" and 'these'", "back\\slash \\", "yes: no", "# ", "=== ", "---",
    "Ümläute, 中文 and 🙂", "({)}", "https://example.org/x", "a@example.org", "50%", "(fail) words",
    "[x] ticked", "What → where", "Facts:", "Hint: no", "_when failed_", "{curly}", "+ plus",
    "A -> B", "a > b", "A -> <b>",
    ":colon", "!bang",
  ]

  @Test("whatever is typed, the file passes the check", arguments: odd.indices)
  func sound(index: Int) throws {
    let at = { (step: Int) in Self.odd[(index + step * 7) % Self.odd.count] }
    var drill = NewDrill(reviewBy: try #require(CalendarDate("2027-01-01")))
    let answers = [
      at(0), at(10), "data-handling", "everybody", "care", "The desk", at(1), at(2), at(3), at(4),
      at(5),
      at(6), at(8), at(9),
    ]
    let questions = NewDrillQuestion.all(competencies: ["care"], audiences: ["everybody"])
    for (question, answer) in zip(questions, answers) {
      // What a drill can't hold is said, and the next answer is taken.
      guard let problem = question.take(answer.trimmed(), &drill) else { continue }
      #expect(problem.hasPrefix("A drill can't hold that here. "), "\(problem)")
      #expect(question.take("Words \(drill.wrong.count)", &drill) == nil)
    }
    let found = Diagnostics()
    let text = drill.text
    DrillReader.check(
      file: "Drills/data-handling/new.md", bytes: Array(text.utf8), library: PolicyBook(),
      today: try #require(CalendarDate("2026-01-01")), diagnostics: found)
    #expect(found.sorted.isEmpty, "\(found.sorted)\n\(text)")
    let read = try #require(
      DrillReader.read(file: "new.md", bytes: Array(text.utf8), diagnostics: found).first)
    #expect(read.header.title == drill.title)
    #expect(read.header.summary == drill.summary)
    #expect(read.scenes[0].items[0].id == "first-decision")
    #expect(read.scenes[0].items[0].question == drill.question)
    #expect(
      read.scenes[0].items[0].content.answers.map(\.text.plain)
        == [drill.wrong[0].answer, drill.right.answer, drill.wrong[1].answer])
  }

  @Test(
    "ids that follow from titles",
    arguments: [
      ("The card number in the chat", "the-card-number-in-the-chat"), ("Room 214!", "room-214"),
      ("214", "drill-214"),
      ("Le badge oublié", "le-badge-oublie"), ("Straße nach Łódź", "strasse-nach-lodz"), ("Ü", "u"),
      ("漢字", "drill"), ("  ", "drill"),
      ("INC-2026-0418 Heating failure at Northgate", "inc-2026-0418-heating-failure-at"),
      ("Four words that are forty letters in all", "four-words-that-are-forty-letters-in-all"),
      (String(repeating: "x", count: 50), String(repeating: "x", count: 40)),
      (String(repeating: "long ", count: 20), "long-long-long-long-long-long-long-long"),
    ])
  func ids(title: String, id: String) {
    var drill = NewDrill(reviewBy: CalendarDate(daysSinceEpoch: 0))
    drill.title = title
    #expect(drill.id == id)
  }

  @Test("answers that can't be taken are asked again, with what is expected")
  func refused() throws {
    var drill = NewDrill(reviewBy: CalendarDate(daysSinceEpoch: 0))
    let questions = NewDrillQuestion.all(competencies: ["care"], audiences: ["everybody"])
    drill.title = "A desk"
    drill.right.answer = "Ask"
    let cases: [(Int, String)] = [
      (0, ""), (0, String(repeating: "x", count: 61)), (1, ""), (2, "cooking"), (3, "nobody"),
      (4, ""), (5, "A (bracket)"), (5, "A desk"), (5, "End"), (10, "ask"),
    ]
    for (index, text) in cases {
      let problem = questions[index].take(text, &drill)
      #expect(problem?.last == ".", "\(questions[index].words) \(text)")
    }
  }

  @Test("a word of the curriculum that is nearly typed is named")
  func nearly() {
    var drill = NewDrill(reviewBy: CalendarDate(daysSinceEpoch: 0))
    let questions = NewDrillQuestion.all(competencies: ["triage"], audiences: ["front-desk"])
    #expect(questions[2].take("escalatoin", &drill)?.contains("Did you mean “escalation”?") == true)
    #expect(questions[3].take("frnt desk", &drill)?.contains("Did you mean “front-desk”?") == true)
    #expect(questions[4].take("triaje", &drill)?.contains("Did you mean “triage”?") == true)
  }

  @Test(
    "a beginning, a number and several words are taken, as drills take them",
    arguments: [
      (2, "service", "service-failure"), (2, "Data handling", "data-handling"),
      (2, "3", "escalation"),
      (4, "service-recovery, promises", "service-recovery, promises"),
      (4, "prom, 1, promises", "promises, service-recovery"), (3, "front", "front-desk"),
    ])
  func beginnings(index: Int, typed: String, taken: String) {
    var drill = NewDrill(reviewBy: CalendarDate(daysSinceEpoch: 0))
    let questions = NewDrillQuestion.all(
      competencies: ["service-recovery", "promises", "triage"], audiences: ["front-desk", "it"])
    #expect(questions[index].take(typed, &drill) == nil)
    #expect([drill.duty.rawValue, drill.audience, drill.competency][index - 2] == taken)
  }

  @Test("nothing else goes wrong: one wrong answer is enough, and none is asked back")
  func nothingElse() throws {
    for word in ["none", "No.", "nothing"] {
      var drill = NewDrill(reviewBy: CalendarDate(daysSinceEpoch: 20_000))
      let questions = NewDrillQuestion.all(competencies: [], audiences: [])
      let answers = [
        "A desk", "A desk rings", "service", "everybody, staff", "care", "The hall", "It rings.",
        "What now?", "Pick up", "It rings",
      ]
      for (question, answer) in zip(questions, answers) {
        #expect(question.take(answer, &drill) == nil, "\(answer)")
      }
      #expect(questions[10].take(word, &drill)?.contains("one wrong answer") == true)
      #expect(questions[10].take("Wait", &drill) == nil)
      #expect(questions[11].take("It goes on.", &drill) == nil)
      #expect(questions[12].take("", &drill)?.contains("“back”") == true)
      #expect(questions[12].take(word, &drill) == nil)
      #expect(!questions[13].isAsked(drill))
      let found = Diagnostics()
      DrillReader.check(
        file: "Drills/service-failure/a-desk.md", bytes: Array(drill.text.utf8),
        library: PolicyBook(), today: CalendarDate(daysSinceEpoch: 19_000), diagnostics: found)
      #expect(found.sorted.isEmpty, "\(found.sorted)")
      #expect(drill.text.contains("audience: [everybody, staff]"))
    }
  }
}
