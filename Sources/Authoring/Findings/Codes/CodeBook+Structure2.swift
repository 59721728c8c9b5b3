// SPDX-License-Identifier: GPL-3.0-or-later

extension CodeBook {
  /// Rules about a drill's structure (D1): D110 to D118.
  static let structure2Entries: [CodeEntry] = [
    CodeEntry(
      "D110",
      """
      A condition holds for the block after it. Facts and answers can't be there for one
      person and missing for another: the answers of everybody must be comparable.
      """,
      in: .question,
      wrong: """
        It rings.

        _when score is at least 50_

        - [x] Help.
          > Right.
        - [ ] Wait.
          > Nobody is helped.
        """,
      right: """
        It rings.

        _when score is at least 50_

        You were quick so far.

        - [x] Help.
          > Right.
        - [ ] Wait.
          > Nobody is helped.
        """,
      remedy: """
        Put the condition right under the item's heading, so that it holds for all of it, or
        before a paragraph.
        """),
    CodeEntry(
      "D111",
      """
      The setting is none that is known, or it is written in another way. It would have no
      effect, and nobody would notice.
      """,
      in: .beforeAnswers,
      wrong: """
        _competence: habits_
        """,
      right: """
        _competency: habits_
        """,
      remedy: """
        Write it as the drill format does. Numbers come first and have no colon: “2 points”,
        “within 45 s”. Between settings stands “;”. Where what was meant is clear, “drillhall check --fix”
        writes it.
        """),
    CodeEntry(
      "D112",
      """
      The setting belongs to another kind of question: a pace to a conversation, a number of
      words to a reply. Here it would have no effect.
      """,
      in: .beforeAnswers,
      wrong: """
        _pace: 4 s_
        """,
      right: """
        _within 45 s_
        """,
      remedy: """
        Delete it, or use the setting that this kind has.
        """),
    CodeEntry(
      "D113",
      """
      The record knows an item by its id. With two of the same id, nobody could say which of
      them was answered.
      """,
      in: .after,
      wrong: """
        ### Choose: Who rings back?

        _id: first_

        - [x] You do.
          > Right.
        - [ ] Somebody else.
          > Nobody does.
        """,
      right: """
        ### Choose: Who rings back?

        _id: call-back_

        - [x] You do.
          > Right.
        - [ ] Somebody else.
          > Nobody does.
        """,
      remedy: """
        Give the newer one an id of its own. An id that people have answered under stays as it
        is.
        """),
    CodeEntry(
      "D114",
      """
      What stands in parentheses before an answer are marks: its share, a critical failure,
      minutes that pass. This one is not known, or it does not fit the answer, or it stands where
      none is read, behind the words: “Wait (fail)” would be shown, and count for nothing.
      """,
      in: .question,
      wrong: """
        - [x] Help.
          > Right.
        - [ ] (fails) Wait.
          > Nobody is helped.
        """,
      right: """
        - [x] Help.
          > Right.
        - [ ] (fail) Wait.
          > Nobody is helped.
        """,
      remedy: #"""
        Correct the mark; where what was meant is clear, “drillhall check --fix” does it. A
        parenthesis that is part of the answer's words is written “\(”.
        """#),
    CodeEntry(
      "D115",
      """
      A parenthesis before an answer opens its marks, and it is never closed. The marks would
      be shown to people as words, and count for nothing.
      """,
      in: .question,
      wrong: """
        - [x] Help.
          > Right.
        - [ ] (50% Wait.
          > Nobody is helped.
        """,
      right: """
        - [x] Help.
          > Right.
        - [ ] (50%) Wait.
          > Nobody is helped.
        """,
      remedy: #"""
        Close it after the last mark. If it is text, write “\(”.
        """#),
    CodeEntry(
      "D116",
      """
      An arrow and a link at the end of an answer lead to a scene. The arrow is “ → ” with a
      space on each side, and it works only there. Without the link the arrow is text.
      """,
      in: .question,
      wrong: """
        - [x] Help. -> [End](#end)
          > Right.
        - [ ] Wait.
          > Nobody is helped.
        """,
      right: """
        - [x] Help. → [End](#end)
          > Right.
        - [ ] Wait.
          > Nobody is helped.
        """,
      remedy: """
        Put “ → [Scene](#scene)” at the end of the answer's words; “drillhall check --fix” draws
        the arrow as it is read. After an item, whatever was answered, a list under “Next:” says
        where the story goes.
        """),
    CodeEntry(
      "D117",
      """
      Under an answer stand quotes: feedback, or what somebody says to it. A paragraph or a
      list there would be shown to nobody.
      """,
      in: .question,
      wrong: """
        - [x] Help.
          > Right.
        - [ ] Wait.
          > Not yet.

          Nobody is helped.
        """,
      right: """
        - [x] Help.
          > Right.
        - [ ] Wait.
          > Not yet. Nobody is helped.
        """,
      remedy: """
        Begin the lines with “> ”, indented by two spaces.
        """),
    CodeEntry(
      "D118",
      """
      A quote has one voice. With two of them, the second one's words would be put into the
      first one's mouth.
      """,
      in: .question,
      wrong: """
        - [x] Help.
          > **Robin:** Thank you.
          >
          > **Lee:** Me too.
        - [ ] Wait.
          > Nobody is helped.
        """,
      right: """
        - [x] Help.
          > **Robin:** Thank you.

          > **Lee:** Me too.
        - [ ] Wait.
          > Nobody is helped.
        """,
      remedy: """
        Put an empty line between the two, without “>”.
        """),
  ]
}
