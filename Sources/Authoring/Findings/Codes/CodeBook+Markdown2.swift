// SPDX-License-Identifier: GPL-3.0-or-later

extension CodeBook {
  /// Rules about Markdown (M): M011 to M020.
  static let markdown2Entries: [CodeEntry] = [
    CodeEntry(
      "M011",
      """
      An address in angle brackets can be clicked, and where the file is read on a forge so can
      one that stands in the text as it is. In a drill about phishing that would be a live hook.
      Redact and Spot show what they show as it came.
      """,
      in: .scene,
      wrong: """
        Somebody sends <https://pay.example/now>.
        """,
      right: """
        Somebody sends `https://pay.example/now`.
        """,
      remedy: """
        Put the address into a code span: people may read it and can't follow it. “drillhall
        check --fix” does it.
        """),
    CodeEntry(
      "M012",
      """
      “~~” strikes words out, which Redact needs to know what must be hidden. Alone, beside a
      space or across two paragraphs it strikes nothing and stays as letters.
      """,
      in: .scene,
      wrong: """
        The number ~~4111 1111 is too long.
        """,
      right: """
        The number ~~4111 1111~~ is too long.
        """,
      remedy: """
        Open and close it in the same paragraph, right at the words: ~~words~~.
        """),
    CodeEntry(
      "M013",
      """
      A box is “[x]” or “[ ]” with a space after it. Anything else is plain text: the answer
      would be shown with its brackets, and count as no answer.
      """,
      in: .question,
      wrong: """
        - [x] Help.
          > Right.
        - []Wait.
          > Nobody is helped.
        """,
      right: """
        - [x] Help.
          > Right.
        - [ ] Wait.
          > Nobody is helped.
        """,
      remedy: """
        Write “[x] ” before a right answer and “[ ] ” before a wrong one. “drillhall check
        --fix” mends boxes where it is clear which was meant.
        """),
    CodeEntry(
      "M014",
      """
      A number and a full stop at the start of a line make a numbered list, and the number
      itself is not shown as it was written.
      """,
      in: .scene,
      wrong: """
        1986. That was the year.
        """,
      right: #"""
        1986\. That was the year.
        """#,
      remedy: #"""
        Write “1986\.”, or begin the sentence with another word.
        """#),
    CodeEntry(
      "M015",
      """
      Markdown numbers a list by itself, whatever the numbers say: “4.” is shown as “3.”. What
      the text says of “line 4” would then point at another line.
      """,
      in: .scene,
      wrong: """
        1. Hang up.
        2. Ring back.
        4. Write it down.
        """,
      right: """
        1. Hang up.
        2. Ring back.
        3. Write it down.
        """,
      remedy: """
        Number the lines one after the other. “drillhall check --fix” does it where the numbers
        never go down.
        """),
    CodeEntry(
      "M016",
      """
      Four spaces before a line turn it into code. It would be shown as it is, without bold,
      links or wrapping.
      """,
      in: .scene,
      wrong: """
        It rings.

            Nobody picks it up.
        """,
      right: """
        It rings.

        Nobody picks it up.
        """,
      remedy: """
        Take the spaces away. Code that is meant stands between two lines of “```”.
        """),
    CodeEntry(
      "M017",
      """
      A line of “---” or “***” draws a rule in a browser. Here it has no meaning: what parts a
      drill are its headings.
      """,
      in: .scene,
      wrong: """
        It rings.

        ***

        You pick it up.
        """,
      right: """
        It rings.

        You pick it up.
        """,
      remedy: """
        Delete it. A new scene begins with “## ” and a title. “drillhall check --fix” deletes
        it.
        """),
    CodeEntry(
      "M018",
      """
      The brackets look like a link and are none for Markdown: a space stands between them, or
      in the address, or one of them is missing. The reader would see the path.
      """,
      in: .scene,
      wrong: """
        See [Opening] (#opening).
        """,
      right: """
        See [Opening](#opening).
        """,
      remedy: """
        Write [words](#link-target): nothing between the brackets, hyphens instead of spaces.
        “drillhall check --fix” takes a space between the brackets away.
        """),
    CodeEntry(
      "M019",
      """
      A comment takes everything up to “-->” with it, and what follows in the same line. Words
      vanish that were meant for the reader.
      """,
      in: .scene,
      wrong: """
        <!-- ask Robin --> It rings.
        """,
      right: """
        <!-- ask Robin -->

        It rings.
        """,
      remedy: """
        Close the comment with “-->”, and put it on a line of its own.
        """),
    CodeEntry(
      "M020",
      """
      A table has a row of dashes below its head, with as many cells as the head. Otherwise all of
      it is a paragraph with bars in it.
      """,
      in: .scene,
      wrong: """
        | Field | Value |
        |---|---|---|
        | Name | Robin |
        """,
      right: """
        | Field | Value |
        |---|---|
        | Name | Robin |
        """,
      remedy: """
        Put a row of dashes with as many cells below the head; where all rows have as many and the
        first is surely a head (its cells are bold, or name known columns), “drillhall check --fix”
        does it. A table without a head needs one: a line that names its columns.
        """),
    CodeEntry(
      "M021",
      """
      An answer that begins further right than the one above is a part of that one for Markdown,
      and no answer. A tab at the line's start does it, and so do two spaces.
      """,
      in: .question,
      wrong: """
        - [x] Help.
          > Right, help comes first.
          - [ ] Wait.
            > Nobody is helped.
        """,
      right: """
        - [x] Help.
          > Right, help comes first.
        - [ ] Wait.
          > Nobody is helped.
        """,
      remedy: """
        Begin all answers where the first one begins. “drillhall check --fix” does it.
        """),
  ]
}
