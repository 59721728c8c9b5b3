// SPDX-License-Identifier: GPL-3.0-or-later

extension CodeBook {
  /// Rules about Markdown (M): M001 to M010.
  static let markdown1Entries: [CodeEntry] = [
    CodeEntry(
      "M001",
      """
      A row has more cells than its table has columns. Markdown throws the rest away without a
      word, and whoever takes the drill never sees it.
      """,
      in: .scene,
      wrong: """
        | Field | Value |
        |---|---|
        | Name | Robin | Lee |
        """,
      right: """
        | Field | Value |
        |---|---|
        | Name | Robin or Lee |
        """,
      remedy: #"""
        Count the bars. A bar that is part of the text is written “\|”.
        """#),
    CodeEntry(
      "M002",
      """
      A table goes on until an empty line. The sentence right under it became its last row.
      """,
      in: .scene,
      wrong: """
        | Field | Value |
        |---|---|
        | Name | Robin |
        You read it twice.
        """,
      right: """
        | Field | Value |
        |---|---|
        | Name | Robin |

        You read it twice.
        """,
      remedy: """
        Put an empty line under the table. “drillhall check --fix” does it.
        """),
    CodeEntry(
      "M003",
      """
      In Markdown a paragraph may go on after a quote's last “>” without one. So a line right
      under a quote is part of the quote: here the narrator's words would be spoken by the
      customer.
      """,
      in: .scene,
      wrong: """
        > **Customer:** Hello?
        You look up.
        """,
      right: """
        > **Customer:** Hello?

        You look up.
        """,
      remedy: """
        Put an empty line after the quote, or begin the line with “>” if it belongs to it. A “>”
        that is indented by four columns more than the quote is text as well.
        “drillhall check --fix” puts the empty line, or the indent right, where there is one quote
        only.
        """),
    CodeEntry(
      "M004",
      """
      A list whose answers are parted by something that is not indented, or that begin with
      different markers, is two lists for Markdown. The feedback would belong to no answer, and
      the second list would be no list of answers.
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
        Indent what stands under an answer by two spaces, and use one marker (“-”) for the whole
        list: “-”, or numbers. “drillhall check --fix” indents quotes and comments, and writes the
        markers on as the list began.
        """),
    CodeEntry(
      "M005",
      """
      A row of “---” or “===” right under a line turns that line into a heading. Mostly a line
      was meant to part two paragraphs.
      """,
      in: .scene,
      wrong: """
        The chat
        ---
        """,
      right: """
        The chat goes on.
        """,
      remedy: """
        Write headings with “#” signs. Delete the row of dashes, or put an empty line before it
        and see M017.
        """),
    CodeEntry(
      "M006",
      """
      Some programs let “{#name}” after a heading set its link target. Here it would become
      part of the title, which could then not be linked to.
      """,
      in: .after,
      wrong: """
        ### Choose: Who rings back? {#second}

        - [x] You do.
          > Right.
        - [ ] Somebody else.
          > Nobody does.
        """,
      right: """
        ### Choose: Who rings back?

        _id: second_

        - [x] You do.
          > Right.
        - [ ] Somebody else.
          > Nobody does.
        """,
      remedy: """
        Delete the braces. An item gets its id from a setting, a scene's link target follows
        from its title.
        """),
    CodeEntry(
      "M007",
      """
      Headings begin scenes and items only at the start of a line. Inside a quote or a list a
      heading begins nothing, though it looks as if it did.
      """,
      in: .scene,
      wrong: """
        > ## Terms and conditions
        >
        > You get your money back.
        """,
      right: """
        > **Terms and conditions**
        >
        > You get your money back.
        """,
      remedy: """
        Move the heading out, or write it in bold where a document is shown.
        """),
    CodeEntry(
      "M008",
      """
      A terminal shows no HTML. What a browser shows as bold would stand there as letters in
      angle brackets, and hidden parts would be read by nobody but the program.
      """,
      in: .scene,
      wrong: """
        Press <b>now</b>.
        """,
      right: """
        Press **now**.
        """,
      remedy: """
        Write it as Markdown: **bold**, _emphasis_, `code`. HTML that the story is about goes
        into a code span.
        """),
    CodeEntry(
      "M009",
      """
      A terminal shows no pictures, and a screen reader reads none. What matters in the
      picture would be lost.
      """,
      in: .scene,
      wrong: """
        ![The error message](screen.png)
        """,
      right: """
        The screen says: “Card declined, code 51.”
        """,
      remedy: """
        Say in words what the picture shows; a text on a screen is a quote.
        """),
    CodeEntry(
      "M010",
      """
      Markdown can keep a link's address apart from its words. Such a line vanishes from the
      text, and reviewers overlook where the link leads.
      """,
      in: .scene,
      wrong: """
        See [the owners][owners].

        [owners]: ../../Policies/house.md#owners
        """,
      right: """
        See [the owners](../../Policies/house.md#owners).
        """,
      remedy: """
        Write the address in place: [words](address).
        """),
  ]
}
