// SPDX-License-Identifier: GPL-3.0-or-later

extension LanguageCase {
  /// Items and their answers: rules D3xx.
  static let items: [LanguageCase] = [
    LanguageCase(
      "an unknown verb",
      DrillText.sound("\n### Chose: What then? ⟨D301⟩\n\n\(answers)")),
    LanguageCase(
      "a heading without a verb", DrillText.sound("\n### What then? ⟨D301⟩\n\n\(answers)")),
    .asked(
      "an answer without words", "- [x] Help.\n  > Yes.\n- [ ] ⟨D302⟩\n  > No.\n- [ ] Go.\n  > No."),
    .asked("no list of answers", "It rings.").marked("### Choose: What do you do?", "D303"),
    .asked("an answer without a box", "- [x] Help.\n  > Yes.\n- Wait. ⟨D303⟩\n  > No."),
    .asked("no right answer", "- [ ] Help.\n  > Yes.\n- [ ] Wait.\n  > No.")
      .marked("### Choose: What do you do?", "D304"),
    .asked("two right answers", "- [x] Help.\n  > Yes.\n- [x] Wait. ⟨D304⟩\n  > No."),
    .asked("an answer without feedback", "- [x] Help. ⟨D305⟩\n- [ ] Wait.\n  > No."),
    LanguageCase(
      "a box in a decision",
      DrillText.sound("\n### Decide: And now?\n\n- [ ] Stay. ⟨D306⟩\n- Go.")),
    .asked(
      "a box in a quote",
      "> - [x] Done. ⟨D306⟩\n\n- [x] Help.\n  > Yes.\n- [ ] Wait.\n  > No."),
    .asked("two answers with the same words", "- [x] Help.\n  > Yes.\n- [ ] help. ⟨D307⟩\n  > No."),
    .ruled(
      "an escalation without a clock", DrillText.sound("\n### Escalate: Who is told? ⟨P020⟩")),
    LanguageCase(
      "a deadline that can't be named",
      DrillText.sound(
        "\n### Escalate: Who is told? ⟨D309⟩\n\nFacts:\n\n- Now: Monday 09:00\n- Incident: lost device"
          + "\n- Records: 1\n- Data: health"),
      changing: ["policies": "[rules]"], library: slow),
    .ruled(
      "a foreseen line that nobody can answer",
      DrillText.sound("\n\(escalation)\n- too lowly ⟨D318⟩\n  > Too low.")),
    .ruled("a sound escalation", DrillText.sound("\n\(escalation)\n- too low\n  > Too low.")),
    .ruled(
      "a tick that the policy denies",
      DrillText.asked(
        "Facts:\n\n- Role: agent\n\nAnswers:\n\n"
          + "- [x] (within Remedies: Goodwill credit, 50 EUR) Give 50 EUR. ⟨D311⟩\n  > Yes.\n"
          + "- [ ] (within Remedies: Goodwill credit, 10 EUR) Give 10 EUR. ⟨D311⟩\n  > No.")),
    reply(
      "a model answer that falls short", "- [x] Thanks: thank you ⟨D310⟩",
      model: "Sorry that it went so."),
    .ruled(
      "an article within the strikes",
      DrillText.sound(
        "\n### Redact: Hide it.\n\nFacts:\n\n- To: ticket\n\n"
          + "> I paid with ~~the card 4111~~ (payment card). ⟨D319⟩")),
    reply("a rubric line without words", "- [x] Thanks: thank you\n- [ ] Asks: ⟨D312⟩"),
    reply("a rubric line with emphasis", "- [x] Thanks: th*an*k you ⟨D312⟩"),
    reply(
      "a critical failure for one word", "- [x] Thanks: thank you\n- [ ] (fail) Lies: never ⟨D313⟩"),
    reply("an exception without a phrase", "- [x] Thanks: thank you; not: nobody ⟨D320⟩"),
    reply(
      "an exception around a phrase",
      "- [x] Thanks: thank you; not: no thank you | cannot thank you"),
    reply("an exception of a sentence", "- [x] Thanks: thank you; not: nobody + at all"),
    LanguageCase(
      "a conversation whose fine line follows the failure",
      DrillText.sound(
        "\n### Spot: Where does it fail? ⟨D321⟩\n\n1. [x] **Robin:** No.\n   > Rude.\n"
          + "2. [ ] **Robin:** Yes.\n   > Kind.")),
    reply(
      "a rubric that the question satisfies", "- [x] Answers: customer",
      model: "The customer is here."
    )
    .marked("### Reply: Answer the customer.", "D313"),
    LanguageCase(
      "a reply without a model",
      DrillText.sound(
        "\n### Reply: Answer the customer. ⟨D314⟩\n\n_2-50 words_\n\n- [x] Thanks: thank you")),
    .asked(
      "an inject after the timer's end",
      "_within 20 s_\n\nAfter 20 s:\n\n> **Robin:** Hello? ⟨D317⟩\n\n\(answers)"),
    .asked(
      "an inject after a line of no conversation",
      "After line 2: ⟨D317⟩\n\n> **Robin:** Hello?\n\n\(answers)"),
    .asked("a time-out without a timer", "\(answers)- (timed out) ⟨D318⟩\n  > Too slow."),
    .asked(
      "a right answer that earns half", "- [x] (50%) Help. ⟨D309⟩\n  > Yes.\n- [ ] Wait.\n  > No."),
    .asked(
      "a right answer that is a critical failure",
      "- [x] (fail) Help. ⟨D114⟩\n  > Yes.\n- [ ] Wait.\n  > No."),
    LanguageCase(
      "a decoy that is right somewhere",
      DrillText.sound(
        "\n### Match: Where?\n\n| A | B |\n|---|---|\n| x | 1 |\n| y | 2 |\n| | 1 | ⟨D308⟩")),
    LanguageCase(
      "a number that is none",
      DrillText.sound("\n### Estimate: How many?\n\nAnswer: about a dozen ⟨D315⟩")),
    LanguageCase(
      "a table of one column",
      DrillText.sound("\n### Match: Where?\n\n| A | ⟨D316⟩\n|---|\n| x |\n| y |")),
  ]

  private static let escalation = """
    ### Escalate: Who is told?

    Facts:

    - Now: Monday 09:00
    - Incident: intrusion
    - Records: 1
    - Data: health

    Answers:

    """

  private static func reply(
    _ name: String, _ rubric: String, model: String = "Thank you, Robin."
  ) -> LanguageCase {
    LanguageCase(
      name,
      DrillText.sound(
        "\n### Reply: Answer the customer.\n\n_2-50 words_\n\n\(rubric)\n\nModel:\n\n> \(model)"))
  }

  /// The same case with a marker behind words that stand in it once or last.
  private func marked(_ words: String, _ code: String) -> LanguageCase {
    LanguageCase(self, whole: drill.marked().markingLast(words, code))
  }

  private init(_ other: LanguageCase, whole: String) {
    name = other.name
    drill = DrillText(whole: whole)
    elsewhere = other.elsewhere
    library = other.library
  }
}

extension DrillText {
  /// The text with its markers.
  fileprivate func marked() -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for marker in expected {
      let parts = marker.split(separator: " ")
      guard let line = Int(parts[0]) else { continue }
      lines[line - 1] += " ⟨\(parts[1])⟩"
    }
    return lines.joined(separator: "\n")
  }
}
