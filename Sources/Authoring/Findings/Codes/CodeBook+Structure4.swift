// SPDX-License-Identifier: GPL-3.0-or-later

extension CodeBook {
  /// Rules about a drill's structure (D1): D131 to D140.
  static let structure4Entries: [CodeEntry] = [
    CodeEntry(
      "D131",
      """
      “## End” and “## Variants” have a meaning of their own. A title that is nearly one of
      them is a scene like any other: the debrief would be told as a scene, or the table of
      variants shown to people.
      """,
      in: .after,
      wrong: """
        ## Ende

        Help comes first.
        """,
      right: """
        ## End

        Help comes first.
        """,
      remedy: """
        Write “## End” or “## Variants”. If it is a scene, choose another title, or lead to it
        with a link.
        """),
    CodeEntry(
      "D132",
      """
      A heading begins with “##” or “###” and a space. Without the space, with one that is none
      (a no-break space), or without the signs, the line is told as the story, and what stands
      below belongs to the heading above.
      """,
      in: .after,
      wrong: """
        ##The second hour

        By now it is known that the list went to one hotel only.
        """,
      right: """
        ## The second hour

        By now it is known that the list went to one hotel only.
        """,
      remedy: """
        Put the space, or “### ” before “Choose: …”. “drillhall check --fix” does it. If it is text
        that begins so, write “\\##”.
        """),
    CodeEntry(
      "D133",
      """
      A quote has one voice. A line that names another speaker or a policy's clause, right under
      somebody's speech, becomes a part of what that person says, and a clause that is cited there
      is lost. So does a speaker's line right under a line of a list, without a number that Markdown
      knows: “6a.” is none.
      """,
      in: .question,
      wrong: """
        - [x] Help.
          > **Robin:** Thank you.
          > Help comes first: [the rule](../../Policies/house.md#owners).
        - [ ] Wait.
          > Nobody is helped.
        """,
      right: """
        - [x] Help.
          > **Robin:** Thank you.

          > Help comes first: [the rule](../../Policies/house.md#owners).
        - [ ] Wait.
          > Nobody is helped.
        """,
      remedy: """
        Put an empty line between the two quotes, and begin a line of a conversation with its own
        number; “drillhall check --fix” does it. If the person does say it, join the lines.
        """),
    CodeEntry(
      "D134",
      """
      A cell of the table under “## Variants” takes the place of words in the drill, and with it a
      fact, a cell or an answer can't be read. What is wrong is in the table, so it is told there:
      the column is the variant, and the line is the first one that its words make wrong.
      """,
      in: .drill,
      wrong: """
        # A test

        Facts:

        - Now: Friday 18:40

        ## Opening

        ### Choose: What do you do?

        - [x] Help.
          > Right.
        - [ ] Wait.
          > Nobody is helped.

        ## Variants

        | Friday | At the weekend |
        |---|---|
        | Friday | Satrday |
        """,
      right: """
        # A test

        Facts:

        - Now: Friday 18:40

        ## Opening

        ### Choose: What do you do?

        - [x] Help.
          > Right.
        - [ ] Wait.
          > Nobody is helped.

        ## Variants

        | Friday | At the weekend |
        |---|---|
        | Friday | Saturday |
        """,
      remedy: """
        Correct the cell; a day that is misspelt “drillhall check --fix” corrects. If its words are
        right and the line is not, let another row of the table change what else is in that line.
        """),
    CodeEntry(
      "D135",
      """
      An answer leads to a scene, and the condition right under that scene's heading never holds behind
      the answer: whoever picks it skips the scene and goes on behind it. Mostly “passed” and “failed”
      were taken for each other, or a letter names another answer since the list was changed.
      """,
      in: .drill,
      wrong: """
        # A test

        ## Opening

        ### Choose: What do you do first?

        _id: first_

        - [x] Help.
          > Right.
        - [ ] Ring the hotline. → [The hotline](#the-hotline)

        ## The hotline

        _when passed [first](#opening)_

        Nobody answers.
        """,
      right: """
        # A test

        ## Opening

        ### Choose: What do you do first?

        _id: first_

        - [x] Help.
          > Right.
        - [ ] Ring the hotline. → [The hotline](#the-hotline)

        ## The hotline

        _when failed [first](#opening)_

        Nobody answers.
        """,
      remedy: """
        Change the condition, or lead the answer elsewhere. A scene that one answer alone leads to needs
        no condition: “_detour_” keeps the others out.
        """),
    CodeEntry(
      "D137",
      """
      A weekday in “Since” or “Aware” is the latest one that is not after “Now”. Where it lies a
      little ahead of “Now”, it is last week's, a time alone is yesterday's, and a deadline that
      counts from there has long passed.
      """,
      in: .scene,
      wrong: """
        Facts:

        - Now: Tuesday 08:30
        - Since: Tuesday 10:30
        """,
      right: """
        Facts:

        - Now: Tuesday 10:30
        - Since: Tuesday 08:30
        """,
      remedy: """
        Correct one of the two moments. If more than five days have passed, write both with their
        dates: “Now: 2026-05-12 08:30”.
        """),
    CodeEntry(
      "D139",
      """
      A list whose numbers are out of order, and a mark such as “(from 2)” or an “After line 2:” that
      names one of its lines by number. Lines are counted from 1 whatever their numbers say, and it
      can't be known which of them was meant: after a line was put in between, the mark may name
      another than before.
      """,
      in: .drill,
      wrong: """
        # A test

        ## Opening

        ### Spot: When does it go wrong?

        1. **Tayo:** I am calling from your bank.
        2. **Robin:** How can I help?
        2. **Tayo:** What is the code?
        3. [x] (from 2) **Robin:** It is 4711.
           > Nobody who calls is told a code.
        """,
      right: """
        # A test

        ## Opening

        ### Spot: When does it go wrong?

        1. **Tayo:** I am calling from your bank.
        2. **Robin:** How can I help?
        3. **Tayo:** What is the code?
        4. [x] (from 3) **Robin:** It is 4711.
           > Nobody who calls is told a code.
        """,
      remedy: """
        Number the list from 1 on, then look at each mark and “After line” that names a line.
        """),
    CodeEntry(
      "D140",
      """
      “TODO:” marks what an author still has to fill in; “drillhall new --from-incident” writes
      such marks. Who plays the drill would read them, and an answer that is only a mark can't
      be told from another.
      """,
      in: .after,
      wrong: """
        ## The second hour

        TODO: say what is known by now.
        """,
      right: """
        ## The second hour

        By now it is known that the list went to one hotel only.
        """,
      remedy: """
        Write what the mark asks for and take the mark away.
        """),
  ]
}
