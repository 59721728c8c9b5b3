// SPDX-License-Identifier: GPL-3.0-or-later

extension CodeBook {
  /// Rules about a drill's structure (D1): D119 to D130.
  static let structure3Entries: [CodeEntry] = [
    CodeEntry(
      "D119",
      """
      The same thing is said twice, and the two may differ. Nobody could say which of them
      holds.
      """,
      in: .beforeAnswers,
      wrong: """
        _2 points; 3 points_
        """,
      right: """
        _3 points_
        """,
      remedy: """
        Delete one of the two, or join them.
        """),
    CodeEntry(
      "D120",
      """
      Under “## Variants” stands one table: what the drill says in the first column, what it
      says instead in the others. Without it there is one way of telling the drill only.
      """,
      in: .after,
      wrong: """
        ## Variants

        On Fridays Lee is at the desk.
        """,
      right: """
        ## Variants

        | Tuesday | Friday |
        |---|---|
        | Nobody is helped | Lee is not helped |
        """,
      remedy: """
        Write the table, with a name for each variant in its head.
        """),
    CodeEntry(
      "D121",
      """
      The phrase does not stand in the drill, so that the variants would not differ in it.
      Mostly the drill was changed later, or upper and lower case differ.
      """,
      in: .after,
      wrong: """
        ## Variants

        | Tuesday | Friday |
        |---|---|
        | Robin is helped | Lee is helped |
        """,
      right: """
        ## Variants

        | Tuesday | Friday |
        |---|---|
        | Nobody is helped | Lee is not helped |
        """,
      remedy: """
        Copy the phrase as it stands in the text. Headings, ids, marks and link targets are
        never replaced.
        """),
    CodeEntry(
      "D122",
      """
      A phrase is part of a longer one of the same table. Which of them is replaced first
      would decide what people read.
      """,
      in: .after,
      wrong: """
        ## Variants

        | Tuesday | Friday |
        |---|---|
        | is helped | was helped |
        | Nobody is helped | Somebody is helped |
        """,
      right: """
        ## Variants

        | Tuesday | Friday |
        |---|---|
        | Nobody is helped | Nobody was helped |
        """,
      remedy: """
        Keep the longer phrase, or choose phrases that don't hold each other.
        """),
    CodeEntry(
      "D123",
      """
      The drill was written for a later version of the format. This program would misread what
      it does not know, and judge people by it.
      """,
      in: .front,
      wrong: """
        drill: 2
        """,
      right: """
        drill: 1
        """,
      remedy: """
        Use a newer drillhall. Write “drill: 1” only if the drill uses nothing newer.
        """),
    CodeEntry(
      "D124",
      """
      The record keeps a drill's results under its id, for years. Small letters, digits and
      hyphens survive every system that they pass through.
      """,
      in: .front,
      wrong: """
        id: My drill
        """,
      right: """
        id: my-drill
        """,
      remedy: """
        Choose a short id, and never change it: the results under the old one would be another
        drill's.
        """),
    CodeEntry(
      "D125",
      """
      Competencies and audiences are words of the lists in the curriculum policy. With a word
      of one's own, nobody would be asked to take the drill, and its results would count for
      nothing.
      """,
      in: .front,
      wrong: """
        competencies: [habit]
        """,
      right: """
        competencies: [habits]
        """,
      remedy: """
        Use a word of the list, or add it to the policy first. An item's competency is one of
        the drill's own.
        """),
    CodeEntry(
      "D126",
      """
      Facts grow old: laws, telephone numbers, names of systems. The day is past on which
      somebody was to look at the drill again. (In the example, today is in June 2026.)
      """,
      in: .front,
      wrong: """
        review-by: 2026-01-31
        """,
      right: """
        review-by: 2027-01-31
        """,
      remedy: """
        Read the drill, mend what has changed, raise its version if its meaning did, and set a
        new day.
        """),
    CodeEntry(
      "D127",
      """
      The record keeps results by the drill's id. Two drills with one id would share their
      results.
      """,
      arises: """
        A drill was copied to begin a new one, and the copy kept the id.
        """,
      remedy: """
        Give the newer drill an id of its own.
        """),
    CodeEntry(
      "D128",
      """
      A drill has at most 200 scenes and 500 items, and bounds of the same kind elsewhere.
      What is more is not read, so that nobody is asked half of a question.
      """,
      arises: """
        Mostly a list was made by a program, or several drills stand in one file.
        """,
      remedy: """
        Make two drills of it, or split the item at the place that is named.
        """),
    CodeEntry(
      "D129",
      """
      A voice is a bold name with the colon inside the bold. With the colon outside, or without
      the bold, what somebody says is shown as a document to read, and under an answer as feedback:
      yours, not the customer's.
      """,
      in: .question,
      wrong: """
        - [x] Help.
          > **Robin**: Thank you.
        - [ ] Wait.
          > **Robin:** I am still here.
        """,
      right: """
        - [x] Help.
          > **Robin:** Thank you.
        - [ ] Wait.
          > **Robin:** I am still here.
        """,
      remedy: """
        Put the colon inside the bold: “**Robin:**”; “drillhall check --fix” does it for somebody
        who speaks elsewhere in the drill. If feedback or a document was meant, begin it with
        another word.
        """),
    CodeEntry(
      "D130",
      """
      The front matter and the heading give the drill two titles. Lists show the one, the
      drill itself the other, and people think that they are two drills.
      """,
      in: .front,
      wrong: """
        title: Another test
        """,
      right: """
        title: A test
        """,
      remedy: """
        Write the same title in both places.
        """),
  ]
}
