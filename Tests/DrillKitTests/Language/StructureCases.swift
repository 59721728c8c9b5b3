// SPDX-License-Identifier: GPL-3.0-or-later

extension LanguageCase {
  /// Headings, labels, directives, settings, marks, feedback: rules D1xx.
  static let structure: [LanguageCase] = [
    LanguageCase("no title", "## Opening ⟨D101⟩\n\n\(DrillText.item())"),
    LanguageCase(
      "an item before any scene",
      "# A test\n\n### Choose: What? ⟨D102⟩\n\n## Opening\n\n\(DrillText.item())"),
    .told("a fourth level of headings", "#### Too deep ⟨D102⟩"),
    LanguageCase("a second title", DrillText.sound("\n# Again ⟨D102⟩")),
    LanguageCase("an item under “End”", DrillText.sound("\n## End\n\n### Choose: Well? ⟨D102⟩")),
    LanguageCase(
      "“end” with a small letter", DrillText.sound("\n## end ⟨D102⟩\n\nIt is over.")),
    LanguageCase(
      "a line put in between, where a mark names a line by its number",
      "# A test\n\n## Opening\n\n### Spot: When?\n\n1. **Tayo:** Hello.\n2. **Tayo:** The code?\n"
        + "2. **Robin:** Well. ⟨D139⟩\n3. [x] (from 2) **Robin:** It is 4711.\n   > No.\n"),
    LanguageCase(
      "a line put in between, where one mark of several names a line by its number",
      "# A test\n\n## Opening\n\n### Spot: When?\n\n1. **Tayo:** Hello.\n2. **Tayo:** The code?\n"
        + "2. **Robin:** Well. ⟨D139⟩\n3. [x] (coach; from 2) **Robin:** It is 4711.\n   > No.\n"),
    LanguageCase(
      "a line put in between, where an inject names a line by its number",
      "# A test\n\n## Opening\n\n### Spot: When?\n\nAfter line 2:\n\n> It rings.\n\n1. **Tayo:** Hello.\n"
        + "2. **Tayo:** The code?\n2. **Robin:** Well. ⟨D139⟩\n3. [x] **Robin:** It is 4711.\n   > No.\n"
    ),
    LanguageCase(
      "a line put in between that nothing names",
      "# A test\n\n## Opening\n\n### Spot: When?\n\n1. **Tayo:** Hello.\n2. **Tayo:** The code?\n"
        + "2. **Robin:** Well. ⟨M015⟩\n3. [x] **Robin:** It is 4711.\n   > No.\n"),
    LanguageCase(
      "a label with a wrong letter",
      DrillText.sound("\nFeedbak: ⟨D107⟩\n\n> Help comes first.")),
    .asked(
      "another word for a hint",
      "Tip: Who is helped? ⟨D107⟩\n\n- [x] Help.\n  > Yes.\n- [ ] Wait.\n  > No."),
    .asked(
      "another word for a hint, and a price",
      "Clue (-25%): Who is helped? ⟨D107⟩\n\n- [x] Help.\n  > Yes.\n- [ ] Wait.\n  > No."),
    .told("a slip of the word in the story", "Hnit: the printer stands on the second floor."),
    .told("a tip in the story", "Tip: the printer stands on the second floor."),
    .asked(
      "a setting line without an empty line after it",
      "_id: first; 2 points_ ⟨D109⟩\nHint: Who is helped?\n\n- [x] Help.\n  > Yes.\n- [ ] Wait.\n  > No."
    ),
    .asked(
      "an arrow of two signs",
      "- [x] Help. -> [Closing](#closing) ⟨D116⟩\n  > Yes.\n- [ ] Wait.\n  > No.\n\n## Closing\n\n_detour_\n\nIt ends."
    ),
    .asked(
      "a quote that is not indented, and one that is",
      "- [x] Help.\n> **Robin:** Yes. ⟨M004⟩\n\n  > Help comes first.\n- [ ] Wait.\n  > No."),
    LanguageCase("a mark of a draft", DrillText.told("It rings. TODO: who? ⟨D140⟩")),
    LanguageCase("nearly “End”", DrillText.sound("\n## Ende ⟨D131⟩\n\nIt is over.")),
    LanguageCase("“End” with two letters swapped", DrillText.sound("\n## Edn ⟨D131⟩\n\nOver.")),
    LanguageCase(
      "nearly “Variants”",
      DrillText.sound(
        "\n## Varianten ⟨D131⟩\n\n| Before | After |\n|---|---|\n| Opening | Closing |")),
    LanguageCase(
      "nearly “End”, and a scene that a link leads to",
      DrillText.asked(
        "- [x] Help. → [Enid](#enid)\n  > Yes.\n- [ ] Wait.\n  > No.\n\n## Enid\n\nShe waits.")),
    LanguageCase(
      "nearly “End”, and something is asked there",
      DrillText.sound("\n## Enid\n\n\(DrillText.item("second"))")),
    LanguageCase(
      "nearly “End”, which is there too", DrillText.sound("\n## Ends\n\nHalf.\n\n## End\n\nAll.")),
    LanguageCase("a word that rhymes with “End”", DrillText.sound("\n## Send\n\nIt is sent.")),
    LanguageCase(
      "a title with a question mark",
      DrillText.sound("\n## And now? ⟨D103⟩\n\n\(DrillText.item("second"))")),
    LanguageCase(
      "two scenes with one link target",
      DrillText.sound("\n## opening ⟨D104⟩\n\n\(DrillText.item("second"))")),
    LanguageCase(
      "a scene with the drill's own title",
      DrillText.sound("\n## A test ⟨D104⟩\n\n\(DrillText.item("second"))")),
    .asked(
      "a hint after the text",
      """
      Somebody waits.

      Hint: Look up. ⟨D105⟩

      - [x] Help.
        > Right.
      - [ ] Wait.
        > Nobody is helped.
      """),
    .told("a hint in a scene", "Hint (-25%): Look up. ⟨D105⟩"),
    .told("“Next:” after the narration", "It rings.\n\nNext: ⟨D105⟩\n\n- Go on otherwise"),
    .told("a paragraph all in emphasis", "_Hello?_ ⟨D105⟩"),
    .asked(
      "a paragraph after the answers",
      """
      - [x] Help.
        > Right.
      - [ ] Wait.
        > Nobody is helped.

      Take your time. ⟨D105⟩
      """),
    .told("a label with nothing after it", "Facts: ⟨D106⟩"),
    .asked(
      "“Feedback:” before a paragraph",
      """
      - [x] Help.
        > Right.
      - [ ] Wait.
        > Nobody is helped.

      Feedback: ⟨D106⟩

      Well done. ⟨D105⟩
      """),
    .asked(
      "an inject without a quote",
      """
      After 20 s: ⟨D106⟩

      - [x] Help.
        > Right.
      - [ ] Wait.
        > Nobody is helped.
      """),
    .told("a label with text behind it", "Facts: Now: Friday 18:40 ⟨D107⟩"),
    .asked(
      "a hint without parentheses",
      """
      Hint -25%: Look up. ⟨D107⟩

      - [x] Help.
        > Right.
      - [ ] Wait.
        > Nobody is helped.
      """),
    .asked(
      "an inject at no moment",
      """
      After 20 seconds: ⟨D107⟩

      > **Robin:** Hello?

      - [x] Help.
        > Right.
      - [ ] Wait.
        > Nobody is helped.
      """),
    .told("a misspelt label", "Fact: ⟨D107⟩\n\n- Now: Friday 18:40"),
    .told("a snippet", "Use: [Facts sheet](snippets/facts.md#version-3) ⟨D107⟩⟨P005⟩"),
    .asked(
      "facts and answers that touch",
      """
      Facts:

      - Now: Friday 18:40
      - [x] Help. ⟨D107⟩
        > Right.
      - [ ] Wait.
        > Nobody is helped.
      """),
    .told("a label after a soft line break", "It rings.\nFacts: ⟨D108⟩"),
    .asked(
      "a label right under an answer",
      """
      - [x] Help.
        > Right.
      - [ ] Wait. ⟨D305⟩
      Feedback: ⟨D108⟩

      > Nobody is helped. ⟨D105⟩
      """),
    .told("a paragraph that opens like a directive", "_when failed_ the bell rings. ⟨D109⟩"),
    .told("a paragraph that opens like a setting line", "_2 points_ are given for this. ⟨D109⟩"),
    .told("emphasis within prose is prose", "_Nobody_ answers."),
    .told(
      "a sentence that ends in a colon is prose",
      "After the call Marcus leans over and says:\n\n> **Marcus:** Well?"),
    .asked(
      "“_detour_” in an item", "_detour_ ⟨D109⟩\n\n- [x] Help.\n  > Yes.\n- [ ] Wait.\n  > No."),
    .asked(
      "two directives in one paragraph",
      """
      _id: first_
      _2 points_ ⟨D109⟩

      - [x] Help.
        > Right.
      - [ ] Wait.
        > Nobody is helped.
      """),
    LanguageCase(
      "a condition with nothing after it",
      DrillText.sound("\n## End\n\nOver.\n\n_when passed [first](#opening)_ ⟨D109⟩")),
    LanguageCase(
      "two conditions in a row",
      DrillText.sound(
        "\n## End\n\nOver.\n\n_when passed [first](#opening)_\n\n"
          + "_when failed [first](#opening)_ ⟨D109⟩\n\nWell.")),
    .told(
      "a condition before facts",
      "It rings.\n\n_when score is at least 50_ ⟨D110⟩\n\nFacts: ⟨D105⟩\n\n- Now: Friday 18:40"),
    .asked(
      "a condition before answers",
      """
      It rings.

      _when score is at least 50_ ⟨D110⟩

      - [x] Help.
        > Right.
      - [ ] Wait.
        > Nobody is helped.
      """),
    .asked("a misspelt setting", "_competence: habits_ ⟨D111⟩\n\n\(answers)"),
    .asked("a timer without its unit", "_within 45_ ⟨D111⟩\n\n\(answers)"),
    LanguageCase(
      "a default that is no setting", DrillText.sound(), changing: ["defaults": "{point: 2}"],
      elsewhere: ["15 D111"]),
    .asked("another kind's setting", "_pace: 4 s_ ⟨D112⟩\n\n\(answers)"),
    LanguageCase(
      "two items with one id",
      DrillText.sound("\n\(DrillText.item())").markingLast("### Choose: What do you do?", "D113")),
    .asked("an unknown mark", "- [x] Help.\n  > Yes.\n- [ ] (fails) Wait. ⟨D114⟩\n  > No."),
    .asked(
      "an unknown class of failure",
      "- [x] Help.\n  > Yes.\n- [ ] (fail: costumer) Wait. ⟨D114⟩\n  > No."),
    .asked("two shares", "- [x] Help.\n  > Yes.\n- [ ] (50%; 60%) Wait. ⟨D114⟩\n  > No."),
    .asked("a parenthesis that is text", "- [x] Help.\n  > Yes.\n- [ ] \\(Perhaps) wait.\n  > No."),
    .asked("an unclosed parenthesis", "- [x] Help.\n  > Yes.\n- [ ] (50% Wait. ⟨D115⟩\n  > No."),
    .asked(
      "an arrow before a link in feedback",
      "- [x] Help.\n  > Right. → [Opening](#opening) ⟨D116⟩\n- [ ] Wait.\n  > No."),
    .asked(
      "an arrow drawn in another way",
      "- [x] Help. -> [End](#end) ⟨D116⟩\n  > Right.\n- [ ] Wait.\n  > No."),
    .asked(
      "an arrow without its spaces",
      "- [x] Help.→ [End](#end) ⟨D116⟩\n  > Right.\n- [ ] Wait.\n  > No."),
    .asked(
      "words behind the target",
      "- [x] Help. → [End](#end) at once. ⟨D116⟩\n  > Right.\n- [ ] Wait.\n  > No."),
    .asked(
      "a scene without an arrow", "- [x] Help. [End](#end) ⟨D116⟩\n  > Yes.\n- [ ] Wait.\n  > No."),
    .asked(
      "a paragraph under an answer",
      "- [x] Help.\n  > Right.\n- [ ] Wait. ⟨D305⟩\n\n  Nobody is helped. ⟨D117⟩"),
    .asked(
      "two voices in one quote",
      "- [x] Help.\n  > **Robin:** Thank you. ⟨D118⟩\n  >\n  > **Lee:** Me too.\n- [ ] Wait.\n  > No."
    ),
    .asked(
      "feedback and a voice in one quote",
      "- [x] Help.\n  > Right. ⟨D118⟩\n  >\n  > **Lee:** Thank you.\n- [ ] Wait.\n  > No."),
    .asked(
      "a speaker whose colon stands outside",
      "- [x] Help.\n  > **Robin**: Thank you. ⟨D129⟩\n- [ ] Wait.\n  > No."),
    .told("a speaker whose colon stands outside, in a scene", "> **Robin**: I need help. ⟨D129⟩"),
    .told(
      "a known speaker without bold",
      "> **Robin:** Hello?\n\nYou wait.\n\n> Robin: I still need help. ⟨D129⟩"),
    .told("a speaker in quotation marks", "> “Robin:” I need help. ⟨D129⟩"),
    .told("a speaker's words in quotation marks", "> Robin: “I need help.” ⟨D129⟩"),
    .told("a form", "> **Order**: 4711\n> **Name**: Robin"),
    .told("a document with a label", "> Out of office: I am back on Monday."),
    .told("a document with a bold label", "> **Amount**: 20.50 euro"),
    .told("a note", "> **Note**: The cellar is closed. Use the stairs."),
    .told("a note of two words", "> **Wichtige Regel**: Rufen Sie an. Sofort."),
    .told("a note in French", "> **À retenir**: Appelez. Tout de suite."),
    .told("a reason", "> **Why**: because it is so."),
    .told("a sign", "> Sign on the door: “Closed.”"), .told("a title", "> Titre: « Bonjour. »"),
    .told("words that are told", "> Dilan says: \"I am here.\""),
    .told(
      "a speaker of two words whose colon stands outside", "> **Ms Lund**: I need help. ⟨D129⟩"),
    .told("a form in bold", "> **Ticket:** 4711\n> **Priorität:** hoch\n> **Ort:** Keller"),
    .told(
      "a talk in one quote",
      "> **Robin:** Hello?\n> **Lee:** I am here. ⟨D133⟩\n> **Robin:** Good."),
    .told(
      "a chat as a document",
      "> **Robin:** Hello?\n\nThe chat:\n\n> Robin: I need help.\n> Lee: Coming."),
    .told("a mail's head", "> **From**: Robin\n> **Subject**: Help. Now."),
    .told(
      "two speakers in one quote", "> **Robin:** Hello?\n> **Lee:** I am here. ⟨D133⟩"),
    LanguageCase(
      "a line with a number that is none under a conversation's line",
      "# A test\n\n## Opening\n\n### Spot: When?\n\n1. **Tayo:** Hello.\n1a. **Robin:** Yes? ⟨D133⟩\n"
        + "2. [x] **Robin:** It is 4711.\n   > No.\n"),
    LanguageCase(
      "a line without a number under a conversation's line, indented or not",
      "# A test\n\n## Opening\n\n### Spot: When?\n\n1. **Tayo:** Hello.\n**Robin:** Yes? ⟨D133⟩\n"
        + "2. **Tayo:** The code?\n   **Robin**: Well. ⟨D133⟩\n3. [x] **Robin:** It is 4711.\n   > No.\n"
    ),
    .asked(
      "a speaker's line right under an answer",
      "- [x] Help.\n**Robin:** Thank you. ⟨D133⟩\n  > Yes.\n- [ ] Wait.\n  > No."),
    .asked(
      "a label within an answer's words, and a line that is broken",
      "- [x] Write to\n  **all staff:** it is over.\n  > Yes.\n- [ ] Wait for the **door**: it is\n"
        + "  **locked**.\n  > No."),
    .ruled(
      "a clause that runs on in a speech",
      DrillText.asked(
        "- [x] Help.\n  > **Robin:** Thank you.\n"
          + "  > Help [first](../../Policies/rules.md#severity). ⟨D133⟩\n- [ ] Wait.\n  > No.")),
    .ruled(
      "a speech that is broken within a sentence",
      DrillText.asked(
        "- [x] Help.\n  > **Robin:** It stands\n"
          + "  > in the [rules](../../Policies/rules.md#severity).\n- [ ] Wait.\n  > No.")),
    .asked(
      "an arrow without a link",
      "- [x] Help. → End ⟨D116⟩\n  > Yes.\n- [ ] Wait. → [End](#end)\n  > No."),
    .asked(
      "a menu's path that ends like a title",
      "- [x] Press Menu → Opening\n  > Yes.\n- [ ] Press Menu → End\n  > No."),
    LanguageCase(
      "an arrow before a title of two words",
      DrillText.asked(
        "- [x] Help. → The next day ⟨D116⟩\n  > Yes.\n- [ ] Wait.\n  > No.\n\n## The next day\n\nIt rings."
      )),
    .asked(
      "an arrow before nearly a title",
      "- [x] Help. -> (Openin) ⟨D116⟩\n  > Yes.\n- [ ] Wait. => "
        + "[End] ⟨D116⟩\n  > No."),
    .asked(
      "an arrow within a sentence",
      "- [x] Open File → Save.\n  > Yes.\n- [ ] Opening → closing it.\n  > No."),
    .asked("a setting's number behind its name", "_points 2_ ⟨D111⟩\n\n\(answers)"),
    LanguageCase(
      "“Answer:” before a list of answers",
      DrillText.asked("Answer: ⟨D107⟩\n\n\(answers)")),
    .asked("a setting said twice", "_2 points; 3 points_ ⟨D119⟩\n\n\(answers)"),
    .asked(
      "two lines for the time-out",
      "_within 45 s_\n\n\(answers)- (timed out)\n  > Slow.\n- (timed out) ⟨D119⟩\n  > Too slow."),
    LanguageCase("“End” twice", DrillText.sound("\n## End\n\nOver.\n\n## End ⟨D119⟩\n\nReally.")),
    LanguageCase("variants without a table", DrillText.sound("\n## Variants ⟨D120⟩\n\nLater.")),
    LanguageCase(
      "a phrase that is never used",
      DrillText.sound("\n## Variants\n\n| A | B |\n|---|---|\n| Robin | Lee | ⟨D121⟩")),
    LanguageCase(
      "a phrase that stands in a heading and an id only",
      DrillText.sound(
        "\n## Variants\n\n| A | B |\n|---|---|\n| Opening | Start | ⟨D121⟩\n| first | last | ⟨D121⟩"
      )),
    LanguageCase(
      "a phrase within another",
      DrillText.sound(
        "\n## Variants\n\n| A | B |\n|---|---|\n| is helped | was helped | ⟨D122⟩\n"
          + "| Nobody is helped | Somebody is helped |")),
    LanguageCase(
      "a drill of a newer format", DrillText.sound(), changing: ["drill": "2"],
      elsewhere: ["2 D123"]),
    LanguageCase(
      "an id with a space", DrillText.sound(), changing: ["id": "my drill"],
      elsewhere: ["3 D124"]),
    LanguageCase(
      "an unknown competency", DrillText.sound(), changing: ["competencies": "[habit]"],
      elsewhere: ["10 D125"], library: rules),
    LanguageCase(
      "an unknown audience", DrillText.sound(), changing: ["audience": "[every]"],
      elsewhere: ["11 D125"], library: rules),
    LanguageCase(
      "an item's competency that the front matter does not list",
      DrillText.asked("_competency: triage_ ⟨D125⟩\n\n\(answers)")),
    LanguageCase(
      "a review date in the past", DrillText.sound(), changing: ["review-by": "2026-01-01"],
      elsewhere: ["14 D126"]),
    LanguageCase(
      "more scenes than are read",
      "# A test\n\n## Opening\n\n\(DrillText.item())"
        + (1..<200).map { "## Scene \($0)\n\n" }.joined() + "## Scene 200 ⟨D128⟩\n"),
    LanguageCase(
      "two titles", DrillText.sound().replacingLast("# A test", "# Another test ⟨D130⟩")),
  ]

  /// Two sound answers.
  static let answers = "- [x] Help.\n  > Right.\n- [ ] Wait.\n  > Nobody is helped.\n"
}

extension String {
  /// The text with the last occurrence of some words replaced.
  func replacingLast(_ words: String, _ other: String) -> String {
    guard let range = ranges(of: words).last else { return self }
    return self[..<range.lowerBound] + other + self[range.upperBound...]
  }

  /// The text with a marker behind the last occurrence of some words.
  func markingLast(_ words: String, _ code: String) -> String {
    replacingLast(words, "\(words) ⟨\(code)⟩")
  }
}
