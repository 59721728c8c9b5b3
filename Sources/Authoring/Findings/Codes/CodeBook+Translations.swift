// SPDX-License-Identifier: GPL-3.0-or-later

extension CodeBook {
  /// Rules about translations of drills (D41): D411 to D416.
  static let translationEntries: [CodeEntry] = [
    CodeEntry(
      "D411",
      """
      A translation holds words only. Its keys (settings, facts, ticks, marks, targets) are its
      original's, so that it is nothing without that one: “lost-laptop.de.md” translates the
      drill “lost-laptop.md” in the same folder, whose id stands under “translates”.
      """,
      arises: """
        The file is called otherwise, the drill beside it is missing, has another id, has errors
        of its own, or is in the same language.
        """,
      remedy: """
        Name the file after its original, with the language before the ending, and write the
        original's id under “translates” and the same language under “lang”.
        """),
    CodeEntry(
      "D412",
      """
      A drill's version is raised when its meaning changes. A translation of another version may
      say what is no longer so; until somebody has looked at it, employees get the original.
      """,
      arises: "The original's “version” was raised, and the translation still says the old one.",
      remedy: """
        Look at what changed in the original, bring the texts up to date, then write its version
        here.
        """),
    CodeEntry(
      "D413",
      """
      A translation has the same tree as its original: the same scenes, items, paragraphs, quotes
      and answers in the same order. Whatever is missing would be told in the wrong language.
      """,
      arises: """
        A part of the original was not translated yet, two were joined to one, or one was added
        that the original does not have.
        """,
      remedy: """
        Look at the line of the original that the finding names. Translate it at the same place,
        or delete what stands for nothing, or put it into the original as well.
        """),
    CodeEntry(
      "D414",
      """
      What decides an answer must be the same in every language, or the score of a German attempt
      would mean something else than that of an English one. So boxes, marks, targets, settings,
      facts, classes of struck parts and the words that a policy knows are the original's. They
      may be left out.
      """,
      arises: """
        A key was translated or changed: “zu spät” instead of “too late”, another box, another
        price of a hint, a header of a table.
        """,
      remedy: "Leave the key out, or write it as in the original."),
    CodeEntry(
      "D415",
      """
      A text of four words or more, or a short sentence, that stands in the translation as in the
      original was most likely forgotten; a name may stay. So was a title or a summary of three
      words or more, a scene's title of two, and a phrase that varies in the original only. Cells
      of a table are told together.
      """,
      arises: "The translation began as a copy of the original, and not all of it was translated.",
      remedy: """
        Translate it. If it is to stay, such as a quotation, put it into a code span, or change
        its punctuation.
        """),
    CodeEntry(
      "D416",
      """
      Answers and lines of a list are paired with those of the original by their order, and have its
      boxes, marks and targets. One that stands elsewhere would be judged as another.
      """,
      arises: """
        The answers of the original were put into another order, or those of the translation; the
        numbers, names and links of one are those of another.
        """,
      remedy: """
        Put the lines into the order of the original. The program shuffles answers for each
        employee, so that their order needs no thought.
        """),
  ]
}
