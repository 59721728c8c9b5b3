// SPDX-License-Identifier: GPL-3.0-or-later

extension LanguageCase {
  /// Conditions, references, links and ways through the story: rules D2xx.
  static let story: [LanguageCase] =
    ways + ruledOut

  /// An answer that leads to a scene, and the condition of that scene.
  private static let ruledOut: [LanguageCase] =
    [
      ("[ ]", "passed [first](#opening)", true), ("[ ]", "not failed [first](#opening)", true),
      ("[ ] (fail)", "passed [Opening](#opening)", true),
      ("[ ]", "chose a in [first](#opening)", true),
      ("[ ]", "timed out [first](#opening)", true), ("[ ] (60%)", "passed [first](#opening)", true),
      ("[ ]", "score is at least 0 and passed [first](#opening)", true),
      ("[ ]", "failed [first](#opening)", false), ("[ ]", "chose b in [first](#opening)", false),
      ("[ ]", "chose \"Wait.\" in [first](#opening)", false),
      ("[ ] (80%)", "passed [first](#opening)", false),
      ("[ ]", "score is at least 0", false), ("[ ]", "not passed [first](#opening)", false),
    ].map { box, condition, isTold in
      LanguageCase(
        "an answer \(box) that leads to a scene when \(condition)",
        "# A test\n\n## Opening\n\n### Choose: What?\n\n_id: first_\n\n- [x] Help.\n  > Yes.\n"
          + "- \(box) Wait. → [Later](#later)\(isTold ? " ⟨D135⟩" : "")\n  > No.\n\n## Later\n\n"
          + "_when \(condition)_\n\nIt rings.\n")
    }

  private static let ways: [LanguageCase] = [
    ending("a condition that begins with no event", "_when forgot [first](#opening)_ ⟨D201⟩"),
    ending("a condition that goes on", "_when failed [first](#opening) or not_ ⟨D201⟩"),
    ending(
      "two times “and”",
      "_when passed [first](#opening) and score is at least 50 and variant is \"as written\"_ ⟨D201⟩"
    ),
    ending("a quotation mark that is not closed", "_when variant is \"Friday_ ⟨D201⟩"),
    ending("an unknown variant", "_when variant is Friday_ ⟨D201⟩"),
    ending("“When” with a capital letter", "_When passed [first](#opening)_ ⟨D201⟩"),
    ending("a score beyond 100", "_when score is at least 120_ ⟨D201⟩"),
    ending("a condition of an item that is not named", "_when failed_ ⟨D201⟩"),
    .ruled(
      "a severity where no item is asked",
      DrillText.sound("\n## End\n\nOver.\n\n_when severity is critical_ ⟨D201⟩\n\nWell.")),
    .ruled(
      "an unknown severity",
      DrillText.asked(
        "It rings.\n\n_when severity is hihg_ ⟨D201⟩\n\nIt rings again.\n\n\(answers)")),
    .told(
      "an item's condition on itself before it is answered",
      "It rings.\n\n_when timed out_ ⟨D201⟩\n\nIt rings again."),
    LanguageCase(
      "a link to a scene that is not there",
      DrillText.asked("- [x] Help. → [Masked](#masked) ⟨D202⟩\n  > Yes.\n- [ ] Wait.\n  > No.")),
    ending("a condition on a scene that is not there", "_when failed [first](#start)_ ⟨D202⟩"),
    ending("a condition on an item that is not there", "_when failed [frist](#opening)_ ⟨D203⟩"),
    next("a Next line without a condition", "- [Later](#later) ⟨D204⟩\n- Go on otherwise"),
    next("“otherwise” at a line's start", "- otherwise go on ⟨D204⟩"),
    LanguageCase(
      "a link to a scene with a capital letter",
      DrillText.asked("- [x] Help. → [End](#End) ⟨D202⟩\n  > Yes.\n- [ ] Wait.\n  > No.")),
    next("a Next list without “otherwise”", "- [Later](#later) when failed ⟨D204⟩"),
    next(
      "a quote under a Next line",
      "- [Later](#later) when failed\n  > Well. ⟨D204⟩\n- Go on otherwise"),
    next(
      "“otherwise” that is not last",
      "- Go on otherwise\n- [Later](#later) when failed ⟨D205⟩"),
    LanguageCase(
      "a scene that no way leads to",
      DrillText.sound("\n## Aside ⟨D206⟩\n\n_detour_\n\nNobody comes here.")),
    LanguageCase(
      "a scene that a broken link was to lead to",
      DrillText.asked(
        "- [x] Help. → [Aside](#asied) ⟨D202⟩\n  > Yes.\n- [ ] Wait.\n  > No.\n\n## Aside\n\n_detour_\n\nIt rings."
      )),
    next(
      "a Next line with a broken condition",
      "- [Later](#later) when faild ⟨D201⟩\n- Go on otherwise\n\n## Aside\n\n_detour_\n\nIt rings."),
    LanguageCase(
      "a scene behind one that always leads elsewhere",
      """
      # A test

      ## Opening

      \(DrillText.item())
      Next:

      - [Later](#later) otherwise

      ## Between ⟨D206⟩

      Never told.

      ## Later

      Told.
      """),
    LanguageCase(
      "scenes that loop",
      """
      # A test

      ## Opening ⟨D207⟩

      \(DrillText.item())
      Next:

      - [Opening](#opening) when failed
      - Go on otherwise
      """),
    LanguageCase(
      "a critical failure on every way",
      DrillText.sound("\n### Decide: And now?\n\n- (fail) Stay.\n- (fail) Go."),
      elsewhere: ["1 D208"]),
    LanguageCase(
      "a policy that is not there", DrillText.sound(), changing: ["policies": "[rule]"],
      elsewhere: ["15 D209"], library: rules),
    .ruled(
      "a clause that is not there",
      DrillText.told("See [owners](../../Policies/rules.md#owner). ⟨P005⟩")),
    .ruled(
      "a file that is not there", DrillText.told("See [owners](../../Policies/rule.md). ⟨P005⟩")),
    .ruled(
      "a policy's file in a folder that is not there",
      DrillText.told("See [owners](../../wrong/place/rules.md#owners). ⟨D216⟩")),
    .ruled(
      "a policy's folder, one folder too near",
      DrillText.told("See [owners](../Policies/rules.md#owners). ⟨D216⟩")),
    .ruled(
      "a policy's file without its folder",
      DrillText.asked(
        "- [x] Help.\n  > Right: [owners](rules.md). ⟨D216⟩\n- [ ] Wait.\n  > Nobody is helped.")),
    .ruled(
      "a policy's folder from the root, which each forge takes for another one",
      DrillText.told("See [owners](/Policies/rules.md#owners). ⟨D216⟩")),
    .ruled(
      "a folder and a clause that are not there",
      DrillText.told("See [owners](../../wrong/rules.md#owner). ⟨P005⟩⟨D216⟩")),
    .ruled(
      "a way round through folders leads there as well",
      DrillText.told("See [owners](./../test/../../Policies/rules.md#owners).")),
    .ruled(
      "a policy by its bare name", DrillText.told("See [owners](rules#owners). ⟨D210⟩")),
    .told("a link out of the library", "See [the shop](https://shop.example/). ⟨D210⟩"),
    LanguageCase("nothing is asked", "# A test\n\n## Opening\n\nIt rings.", elsewhere: ["1 D211"]),
    ending("an answer that is not there", "_when chose c in [first](#opening)_ ⟨D212⟩"),
    ending(
      "an answer by words that are not there", "_when chose \"Hlep.\" in [first](#opening)_ ⟨D212⟩"),
    ending("an answer of a whole scene", "_when chose a in [Opening](#opening)_ ⟨D212⟩"),
    .told(
      "a condition on what comes later",
      "It rings.\n\n_when failed [first](#opening)_ ⟨D213⟩\n\nWell."),
    .ruled(
      "a policy that the front matter does not list",
      DrillText.told("See [a clause](../../Policies/other.md#a-clause). ⟨D214⟩")),
    .ruled(
      "links to a policy that is not listed: to list it mends them all",
      DrillText.told(
        "It says so in [a clause](../../Policies/other.md#a-clause), ⟨D214⟩\n"
          + "and says it in [the clause](../../Policies/other.md#a-clause) again.")),
    LanguageCase(
      "links in headings that lead nowhere",
      """
      # A test of [the start](#start) ⟨D202⟩

      ## The [opening](#opning) ⟨D202⟩

      ### Choose: What do you do, by [the list](list.txt)? ⟨D210⟩

      - [x] Help.
        > Right.
      - [ ] Wait.
        > Nobody is helped.
      """, changing: ["title": "A test of the start"]),
    .ruled(
      "a link in a question to a policy that is not listed",
      DrillText.sound(
        "\n### Choose: What says [a clause](../../Policies/other.md#a-clause)? ⟨D214⟩\n\n"
          + LanguageCase.answers)),
    LanguageCase(
      "a link under another scene's name",
      DrillText.asked("- [x] Help. → [The end](#end) ⟨D215⟩\n  > Yes.\n- [ ] Wait.\n  > No.")),
    LanguageCase(
      "a debrief for some",
      DrillText.sound("\n## End\n\n_when passed [first](#opening)_ ⟨D217⟩\n\nWell.")),
    LanguageCase(
      "a debrief whose parts contradict each other",
      DrillText.sound(
        """

        ## End

        _when passed [first](#opening)_ ⟨D217⟩

        Well.

        _when failed [first](#opening)_

        Hm.
        """)),
    LanguageCase(
      "every form of a condition is sound",
      DrillText.sound(
        """

        ## End

        Over.

        _when not passed [first](#opening) and not failed [Opening](#opening)_

        Never met.

        _when chose b in [first](#opening) and score in [Opening](#opening) is at least 50 %_

        Half.

        _when chose "Wait." in [first](#opening)_

        You waited.

        _when timed out [first](#opening) and variant is "as written"_

        Too slow.

        _when score is at least 80_

        Well done.
        """
      ).replacingFirst(" 50 %_", " 50_")),
  ]

  /// A case about a condition in `## End`, before a paragraph.
  private static func ending(_ name: String, _ condition: String) -> LanguageCase {
    LanguageCase(name, DrillText.sound("\n## End\n\nOver.\n\n\(condition)\n\nWell."))
  }

  /// A case about an item's `Next:`.
  private static func next(_ name: String, _ lines: String) -> LanguageCase {
    LanguageCase(name, DrillText.sound("Next:\n\n\(lines)\n\n## Later\n\nIt rings."))
  }
}

extension String {
  /// The text with words replaced, which stand in it once.
  func replacingFirst(_ words: String, _ other: String) -> String { replacingLast(words, other) }
}
