// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Authoring

@Suite("A drill as questions")
struct QuestionExportTests {
  private static func drill(_ items: String) -> String {
    """
    ---
    drill: 1
    id: own
    version: 1
    title: A drill
    summary: A drill.
    duty: data-handling
    moment: during
    level: 1
    competencies: [care]
    audience: [everyone]
    minutes: 2
    pass: 80
    review-by: 2099-08-31
    ---

    # A drill

    ## Desk

    \(items)

    """
  }

  @Test(
    "kinds that GIFT has",
    arguments: [
      ("### Choose: Who?\n\n- [x] a\n  > yes\n- [ ] (50%) b\n", "Who? {\n\t=a#yes\n\t~%50%b\n}"),
      (
        "### Choose all: Who?\n\n- [x] a\n- [x] b\n- [ ] c\n- [ ] d\n",
        "Who? {\n\t~%50%a\n\t~%50%b\n\t~%-50%c\n\t~%-50%d\n}"
      ),
      (
        "### Choose all: Who?\n\n- [x] (60%) a\n- [x] b\n- [ ] (-20%) c\n",
        "Who? {\n\t~%60%a\n\t~%40%b\n\t~%-20%c\n}"
      ),
      (
        "### Match: Join\n\n| A | B |\n|---|---|\n| a | x |\n| b | y |\n|  | z |\n",
        "Join {\n\t=a -> x\n\t=b -> y\n\t= -> z\n}"
      ),
      ("### Estimate: How many?\n\nAnswer: 14 ± 1\n", "How many? {\n\t#\n\t=14:1\n}"),
      (
        "### Record: Which?\n\n| Field | Accept |\n|---|---|\n| Name | Ann; Anna |\n",
        "Which? {\n\t=Ann\n\t=Anna\n}"
      ),
      ("### Reply: Say it\n\n- [x] Sorry: sorry\n", "Say it {}"),
    ])
  func kinds(item: String, gift: String) throws {
    let export = try RoundTrip.export(Self.drill(item))
    #expect(GIFTWriter.text(export.questions) == gift + "\n")
  }

  @Test(
    "how a heading is set is told, and which questions can't be said",
    arguments: [
      ("### Choose: **Who** is told?", "How the question is set (“Who is told?”)", false),
      ("### Choose: Who is [told](#later)?", "How the question is set (“Who is told?”)", false),
      ("It *rings*.\n\n### Choose: Who?", "How the scene's text is set", false),
      ("### Decide: *Who*?", "“Who?” (Decide) has no counterpart in GIFT, and is left out.", false),
    ])
  func headings(heading: String, note: String, isError: Bool) throws {
    let box = heading.contains("Decide") ? "" : "[x] "
    let export = try RoundTrip.export(
      Self.drill("\(heading)\n\n- \(box)a\n- \(box.isEmpty ? "" : "[ ] ")b\n\n## Later\n\nLate.\n"))
    #expect(export.notes.count == 1 && export.notes[0].message.contains(note), "\(export.notes)")
    #expect(export.hasErrors == isError)
  }

  @Test("what has no place is told with its line")
  func losses() throws {
    let export = try RoundTrip.export(
      Self.drill(
        """
        > **Guest:** Hello.

        ### Choose: Who?

        _2 points; within 45 s_

        Hint (-25%): Think.

        - [x] a → [Later](#later)
          > **Guest:** Fine.
        - [ ] (fail; +5 min) b

        ### Order: In which order?

        1. one
        2. two

        ## Later

        It is late.

        ## End

        All said.
        """))
    #expect(export.questions.map(\.title) == ["Desk", nil, "Later"])
    #expect(export.questions.first?.text.text == "Guest: Hello.")
    let told = export.notes.map { "\($0.place.line) \($0.message)" }
    let wanted = [
      "19 How the scene's text is set", "23 The answer timer of 45 s", "23 That it counts 2 points",
      "23 The hint “Think.”", "29 That it leads to “#later”", "29 What somebody says",
      "31 That it is a critical failure", "31 That 5 minutes pass", "The debrief",
      "33 “In which order?” (Order) has no counterpart",
    ]
    for words in wanted { #expect(told.contains { $0.contains(words) }, "\(words)\n\(told)") }
    #expect(told.count == wanted.count, "\(told)")
  }
}
