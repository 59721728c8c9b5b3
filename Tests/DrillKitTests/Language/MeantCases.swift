// SPDX-License-Identifier: GPL-3.0-or-later

extension LanguageCase {
  /// Slips that would turn structure into story text, and text that only looks like them.
  static let meant: [LanguageCase] =
    settings + conditions + headings + labels + levels + injects + lists + prose

  private static let settings: [LanguageCase] =
    [
      "id: first; competency: habits; 3 points_ ⟨D109⟩", "_id: first; 3 points ⟨D109⟩",
      "**id: first** ⟨D109⟩", "id: first ⟨D109⟩", "*id: first; 2 points ⟨D109⟩",
      "3 points ⟨D109⟩", "within 30 s ⟨D109⟩", "ID: first ⟨D109⟩", "***id: first*** ⟨D109⟩",
      "__id: first; shuffle: no__ ⟨D109⟩", "id: first; 2 points; shuffle: no ⟨D109⟩",
      "_id: first_; 3 points ⟨D109⟩", "_id: first; 3 ponts ⟨D109⟩⟨D111⟩",
      "id: first; watch: Robin_ ⟨D109⟩⟨D112⟩",
    ].map { asked("settings as “\($0)”", "\($0)\n\n" + answers) } + [
      asked(
        "settings without an underscore, and a hint",
        "_id: first; 2 points ⟨D109⟩\n\nHint: Look up.\n\n" + answers),
      asked(
        "settings without an underscore, right above the answers", "id: first_ ⟨D109⟩\n" + answers),
      asked("settings further down", "It rings.\n\npace: 4 s ⟨D109⟩⟨D112⟩\n\n" + answers),
      told("settings in a scene", "id: first; 2 points ⟨D109⟩"),
    ]

  private static let conditions: [LanguageCase] =
    [
      "when failed [first](#opening) ⟨D109⟩", "_when failed [first](#opening) ⟨D109⟩",
      "when failed [first](#opening)_ ⟨D109⟩", "**when passed [first](#opening)** ⟨D109⟩",
      "When failed [first](#opening) ⟨D109⟩", "if failed [first](#opening) ⟨D109⟩",
      "_if failed [first](#opening)_ ⟨D109⟩", "If passed [first](#opening)_ ⟨D109⟩",
      "when chose b in [first](#opening) and not passed [first](#opening) ⟨D109⟩",
      "_when failed [second](#opening) ⟨D109⟩⟨D203⟩",
    ].map {
      LanguageCase(
        "a condition as “\($0)”",
        DrillText.sound("\n## Later\n\n\($0)\n\nIt rings.\n\n\(DrillText.item("second"))"))
    }
    + ["detour ⟨D109⟩", "_detour ⟨D109⟩", "Detour ⟨D109⟩", "**detour** ⟨D109⟩"].map {
      LanguageCase(
        "a detour as “\($0)”",
        DrillText.asked(
          "- [x] Help. → [Later](#later)\n  > Right.\n- [ ] Wait.\n  > No.\n\n## Later\n\n\($0)\n\nIt rings."
        ))
    }

  private static let headings: [LanguageCase] = [
    LanguageCase(
      "a scene without its space",
      DrillText.sound("\n##Later ⟨D132⟩\n\nIt rings.\n\n\(DrillText.item("second"))")),
    LanguageCase(
      "a scene with a space that is none",
      DrillText.sound("\n##\u{A0}Later ⟨D132⟩\n\n\(DrillText.item("second"))")),
    LanguageCase(
      "the title without its space", "#A test ⟨D132⟩\n\n## Opening\n\n\(DrillText.item())"),
    LanguageCase(
      "an item without its space",
      "# A test\n\n## Opening\n\n###Choose: What do you do? ⟨D132⟩\n\n_id: first_\n\n\(answers)"),
    LanguageCase(
      "a scene without its space, right above its text",
      DrillText.sound(
        "\n##Later ⟨D132⟩\nFacts:\n\n- Now: Friday 18:40\n\n\(DrillText.item("second"))")),
    LanguageCase(
      "a scene without its space, right below a text",
      DrillText.told("It rings.\nAgain.\n##Later ⟨D132⟩")),
    LanguageCase("“End” without its space", DrillText.sound("\n##End ⟨D132⟩\n\nIt is over.")),
    LanguageCase(
      "an item without its signs",
      "# A test\n\n## Opening\n\nChoose: What do you do? ⟨D132⟩\n\n_id: first_\n\n\(answers)"),
    LanguageCase(
      "an item without its signs and its settings",
      "# A test\n\n## Opening\n\nChoose: What do you do? ⟨D132⟩\n\n\(answers)"),
    LanguageCase(
      "an item without its signs, and its settings without theirs",
      "# A test\n\n## Opening\n\nChoose: What do you do? ⟨D132⟩\n\nid: first_ ⟨D109⟩\n\n\(answers)"),
  ]

  private static let labels: [LanguageCase] = [
    told("facts without the colon", "Facts ⟨D107⟩\n\n- Now: Friday 18:40"),
    told("facts with a space before the colon", "Facts : ⟨D107⟩\n\n- Now: Friday 18:40"),
    asked("feedback without the colon", answers + "\nFeedback ⟨D107⟩\n\n> Well.\n"),
    asked("a model answer without the colon", answers + "\nModel. ⟨D107⟩\n\n> Well.\n"),
    asked(
      "answers without the colon",
      "Facts:\n\n- Now: Friday 18:40\n\n**Answers** ⟨D107⟩\n\n" + answers),
    asked("next without the colon", answers + "\nNext ⟨D107⟩\n\n- Go on otherwise\n"),
    asked("a hint without its colon", "Hint Where is the clock? ⟨D107⟩\n\n" + answers),
    asked("a hint with a dash", "Hint – look at the clock. ⟨D107⟩\n\n" + answers),
    asked(
      "a hint with a price and without its colon",
      "Hint (-25%) Look at the clock. ⟨D107⟩\n\n" + answers),
  ]

  /// Headings with the wrong number of signs, and labels that are headings.
  private static let levels: [LanguageCase] = [
    LanguageCase(
      "a question with a sign too many or too few",
      "# A test\n\n## Opening\n\n#### Choose: What? ⟨D132⟩\n\n\(answers)\n"
        + "## Choose: And then? ⟨D132⟩\n\n\(answers)"),
    told("facts under a heading", "## Facts ⟨D107⟩\n\n- Now: Friday 18:40"),
    asked("feedback under a heading", answers + "\n### Feedback: ⟨D107⟩\n\n> Well.\n"),
    asked("the model under another word", answers + "\nSample answer: ⟨D107⟩\n\n> Well.\n"),
    asked("next under another word", answers + "\nThen: ⟨D107⟩\n\n- Go on otherwise\n"),
  ]

  private static let injects: [LanguageCase] = [
    asked(
      "a moment and its label that are slips",
      "Aftre 20s, even if answered: ⟨D107⟩\n\n> **Robin:** Hello?\n\n" + answers),
    asked("a moment without its colon", "After 20 s ⟨D107⟩\n\n> **Robin:** Hello?\n\n" + answers),
    asked(
      "a moment before its text", "After 20 s: **Robin:** Hello? ⟨D107⟩\n\n" + answers),
    asked("a moment without its label", "20 s: ⟨D107⟩\n\n> **Robin:** Hello?\n\n" + answers),
    asked(
      "a sentence about a moment",
      "After 20 minutes the bell rang.\n\n> **Robin:** Hello?\n\n" + answers),
    asked(
      "a moment that can't be made out, told once",
      "Nach 20 Stunden: ⟨D107⟩\n\n> **Robin:** Hello?\n\n" + answers),
  ]

  private static let lists: [LanguageCase] = [
    asked("a box behind its marks", "- [x] Help.\n  > Right.\n- (50%) [ ] Wait. ⟨M013⟩\n  > No.\n"),
    asked(
      "a mark in brackets", "- [x] Help.\n  > Right.\n- [ ] [50%] Wait. ⟨D114⟩\n  > No.\n"),
    LanguageCase(
      "an empty line between the rows of a table",
      "# A test\n\n## Opening\n\n### Record: Write.\n\n| Field | Accept | Why |\n|---|---|---|\n"
        + "| A | b | W. |\n\n| C | d | W. | ⟨M020⟩\n| E | f | W. |\n"),
    LanguageCase(
      "an empty line below the head of a table",
      "# A test\n\n## Opening\n\n### Record: Write.\n\n| Field | Accept | Why |\n\n|---|---|---| ⟨M020⟩\n"
        + "| A | b | W. |\n"),
    asked("a paragraph that begins like a question", "Record: 240 guests.\n\n" + answers),
    LanguageCase(
      "a moment that is wrong in every variant, told once",
      "# A test\n\nFacts:\n\n- Now: Friday 25:20 ⟨P022⟩\n\n## Opening\n\n"
        + DrillText.item() + "\n## Variants\n\n| Friday | Monday |\n|---|---|\n"
        + "| Friday | Monday |\n"),
    asked("a label of the story", "After lunch:\n\n> **Robin:** Hello?\n\n" + answers),
    LanguageCase(
      "a scene called like a label",
      "# A test\n\n## Feedback\n\n> **Robin:** Hello?\n\n### Choose: What?\n\n\(answers)"),
    LanguageCase(
      "a step with a hyphen",
      "# A test\n\n## Opening\n\n### Order: How?\n\n1. Hide it.\n   > One.\n- Look. ⟨M004⟩\n  > Two.\n3. Report.\n   > Three.\n"
    ),
    LanguageCase(
      "a step with a hyphen, and empty lines",
      "# A test\n\n## Opening\n\n### Order: How?\n\n1. Hide it.\n   > One.\n\n- Look. ⟨M004⟩\n  > Two.\n\n3. Report.\n   > Three.\n"
    ),
    asked(
      "an answer with a number",
      "- [x] Help.\n  > Right.\n1. [ ] Wait. ⟨M004⟩\n   > No.\n- [ ] Go.\n  > No.\n"),
    asked("an answer with another sign", "- [x] Help.\n  > Right.\n* [ ] Wait. ⟨M004⟩\n  > No.\n"),
    asked(
      "an answer with two markers",
      "- [x] Help.\n  > Right.\n- - [ ] Wait. ⟨M021⟩\n  > No.\n- [ ] Go.\n  > No.\n"),
    LanguageCase(
      "a first step with a hyphen",
      "# A test\n\n## Opening\n\n### Order: How?\n\n- Hide it. ⟨M004⟩\n  > One.\n2. Look.\n   > Two.\n3. Report.\n   > Three.\n"
    ),
    LanguageCase(
      "steps behind a tab that go on with the line above",
      "# A test\n\n## Opening\n\n### Order: How?\n\n1. Hide it.\n\t2. Look. ⟨M021⟩\n   3. Go. ⟨M021⟩\n   > Two.\n4. Report.\n   > Three.\n"
    ),
    asked(
      "one of three answers with another sign",
      "- [x] Help.\n  > Right.\n* [ ] Wait. ⟨M004⟩\n  > No.\n- [ ] Go.\n  > No.\n"),
    asked(
      "an answer behind a tab",
      "- [x] Help.\n  > Right.\n\t- [ ] Wait. ⟨M021⟩\n   > No.\n- [ ] Go.\n  > No.\n"),
    asked(
      "an answer behind spaces",
      "- [x] Help.\n  > Right.\n   - [ ] Wait. ⟨M021⟩\n     > No.\n- [ ] Go.\n  > No.\n"),
    asked(
      "two answers behind spaces, and one of them further",
      "- [x] Help.\n  > Right.\n  - [ ] Wait. ⟨M021⟩\n    > No.\n    - [ ] Go. ⟨M021⟩\n      > No.\n  - [ ] Run.\n    > No.\n"
    ),
    LanguageCase(
      "a step behind a tab",
      "# A test\n\n## Opening\n\n### Order: How?\n\n1. Hide it.\n   > One.\n\t2. Look. ⟨M021⟩\n\t   > Two.\n3. Report.\n   > Three.\n"
    ),
    asked("a list as feedback", "- [x] Help. ⟨D305⟩\n  - It helps. ⟨D117⟩\n- [ ] Wait.\n  > No.\n"),
  ]

  /// What prose looks like, in several languages: nothing is found.
  private static let prose: [LanguageCase] = [
    "If failed doors were counted, this would be the third.", "When passed on, the list was gone.",
    "when the bell rings: run.", "3 points were lost.", "2 attempts", "within 30 s",
    "_One_ and only; two words.", "**Note: call back.**", "Wenn es klingelt: abheben; dann warten.",
    "Note: call back; 2 attempts.", "#urgent", "\\##Later", "Facts are facts.", "Next",
    "Hint Street is closed?", "Detour ahead.", "10:30; the phone rings.", "1 Stunde; 3 Anrufe",
    "Order: four boxes.\n\n- Bolts\n- Nuts", "Next\n\n- Coffee\n- Tea", "Facts\n\n- Coffee\n- Tea",
    "**Umleitung**", "id card in hand, she waits", "watch: the door", "Record: nobody called.",
    "**2 points**", "Si: non; peut-être.", "Words: 20; 30; 40.", "Use the [rules](#opening).",
    "1. One\n2. Two\n\nAnd then\n\n- Three\n- Four",
    "1. One\n2. Two\n\n<!-- -->\n\n- Three\n- Four",
    "- One\n  - Two\n    > Three", "When severity is high, we call.", "_",
  ].map { told("prose: \($0)", "It rings.\n\n\($0)\n\nAnd again.") }

}
