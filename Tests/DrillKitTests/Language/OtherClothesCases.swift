// SPDX-License-Identifier: GPL-3.0-or-later

extension LanguageCase {
  /// Conditions, injects, ways and hints that are written otherwise, and texts that look like them.
  static let clothes: [LanguageCase] = conditions + stories + labels + hints + questions

  private static func later(_ text: String) -> LanguageCase {
    LanguageCase(
      "a condition as “\(text)”",
      DrillText.sound("\n## Later\n\n\(text)\n\nIt rings.\n\n\(DrillText.item("second"))"))
  }

  private static let conditions: [LanguageCase] = [
    "(when failed [first](#opening)) ⟨D109⟩", "- when failed [first](#opening) ⟨D109⟩",
    "- When failed [first](#opening) ⟨D109⟩", "[when failed [first](#opening)] ⟨D109⟩",
    "[when failed first] ⟨D109⟩", "> when failed [first](#opening) ⟨D109⟩",
    "> when failed [first](#opening) ⟨D109⟩\n>\n> **Robin:** Hello.",
    "Condition: failed [first](#opening) ⟨D109⟩",
    "Only if [first](#opening) was failed: ⟨D109⟩", "If [first](#opening) was not passed: ⟨D109⟩",
    "Unless passed [first](#opening) ⟨D109⟩", "When failed [first](#opening): ⟨D109⟩",
    "_unless passed [first](#opening)_ ⟨D109⟩", "_only when first failed_ ⟨D109⟩",
    "_only when failed [first](#opening)_ ⟨D109⟩", "_only if [first](#opening) timed out_ ⟨D109⟩",
    "_after 60 seconds_ ⟨D109⟩",
    "(only if passed [first](#opening) and not chose b in [first](#opening)) ⟨D109⟩",
  ].map(later)

  /// Nothing is found.
  private static let stories: [LanguageCase] = [
    "(when the bell rings)", "- when the bell rings, run", "- when asked: run\n- else: wait",
    "> when failed, try again", "Condition: used, like new",
    "Only if [first](#opening) was failed: the door is shut.", "Unless it rains, we go.",
    "When in doubt, go to [Opening](#opening).", "[if only]", "[when it failed first]",
    "Go to [Opening](#opening).", "Inject:\n\n> 5 ml", "In 20 s:\n\n> It rings.",
    "Hints:\n\n- Look up", "**Choose: red.**", "See also: [Opening](#opening)",
  ].map(later)

  private static func item(_ text: String) -> LanguageCase {
    asked("in an item: “\(text)”", text + "\n\n" + answers)
  }

  private static let labels: [LanguageCase] =
    [
      "Inject: ⟨D107⟩", "Inject after 30 s: ⟨D107⟩", "In 20 s: ⟨D107⟩", "Before 30 s: ⟨D107⟩",
      "30 s later: ⟨D107⟩", "Inject (20 s): ⟨D107⟩", "_after 60 seconds_ ⟨D109⟩",
      "30 minutes later:", "In the meantime:", "In 20 minutes:", "Before 9:", "Sample:",
    ].map { item("\($0)\n\n> **Robin:** Hello?") } + [
      asked("a way", answers + "\nGo to: [Later](#later) ⟨D107⟩\n\n## Later\n\nIt rings."),
      asked(
        "ways under another word",
        answers + "\nAfterwards: ⟨D107⟩\n\n- [Later](#later) otherwise\n\n## Later\n\nIt rings."),
      told("a way in a scene", "Go to: [Opening](#opening) ⟨D107⟩"),
      reply("Rubric: ⟨D107⟩\n\n- [x] Regrets: sorry\n\nModel:\n\n> I am sorry."),
      reply("- [x] Regrets: sorry\n\nSample: ⟨D107⟩\n\n> I am sorry."),
      reply("Rubric:\n\n- Blue\n\nAnswers:\n\n- [x] Regrets: sorry\n\nModel:\n\n> I am sorry."),
      reply("Samples of it:\n\n> I wait.\n\n- [x] Regrets: sorry\n\nModel:\n\n> I am sorry."),
    ]

  private static func reply(_ text: String) -> LanguageCase {
    LanguageCase(
      "in a reply: “\(text)”",
      "# A test\n\n## Opening\n\n### Reply: Write back.\n\n_2-50 words_\n\n\(text)")
  }

  private static let hints: [LanguageCase] = [
    "Hint: ⟨D107⟩\n\n> Look up.", "Hint: ⟨D107⟩\n\nLook up.",
    "Hint (-25%): ⟨D107⟩\n\n> Look up\n> there.",
    "Hint: ⟨D107⟩\n\nHint: Look up.", "Hint: ⟨D107⟩\n\n> Look.\n>\n> Up.",
    "Hint: Look up.\n\n> A note.",
  ].map(item)

  private static let questions: [LanguageCase] = [
    LanguageCase(
      "a question in bold",
      DrillText.sound("\n## Later\n\n**Choose: What now?** ⟨D132⟩\n\n_id: second_\n\n\(answers)")),
    LanguageCase(
      "a question as a title",
      DrillText.sound("\n## Later\n\n# Choose: What now? ⟨D132⟩\n\n_id: second_\n\n\(answers)")),
  ]
}
