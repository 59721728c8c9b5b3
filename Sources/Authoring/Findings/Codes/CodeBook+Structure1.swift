// SPDX-License-Identifier: GPL-3.0-or-later

extension CodeBook {
  /// Rules about a drill's structure (D1): D101 to D109.
  static let structure1Entries: [CodeEntry] = [
    CodeEntry(
      "D101",
      """
      The title is what people see in the list and when the drill begins. It is the first
      heading, with one “#”.
      """,
      in: .drill,
      wrong: """
        ## Opening

        ### Choose: What do you do?

        - [x] Help.
          > Right.
        - [ ] Wait.
          > Nobody is helped.
        """,
      right: """
        # A test

        ## Opening

        ### Choose: What do you do?

        - [x] Help.
          > Right.
        - [ ] Wait.
          > Nobody is helped.
        """,
      remedy: """
        Begin the text with “# ” and the title of the front matter.
        """),
    CodeEntry(
      "D102",
      """
      “#” is the title and stands once, “##” begins a scene, “###” asks something within a
      scene. A heading in another place, or with more signs, means nothing.
      """,
      in: .scene,
      wrong: """
        #### Ten minutes later

        It rings again.
        """,
      right: """
        Ten minutes later it rings again.
        """,
      remedy: """
        Give the heading the level that it needs, move it below a scene, or make it text.
        """),
    CodeEntry(
      "D103",
      """
      A scene's link target is made of its title. Websites that show Markdown disagree about
      question marks, commas and other signs, so a link would work in one place and break in
      another.
      """,
      in: .after,
      wrong: """
        ## What now?

        It rings.
        """,
      right: """
        ## What now

        It rings.
        """,
      remedy: """
        Use letters, digits and single spaces in the titles of scenes.
        """),
    CodeEntry(
      "D104",
      """
      Two scenes with the same link target, in whatever case they are written: a link could
      mean either.
      """,
      in: .after,
      wrong: """
        ## opening

        It rings again.
        """,
      right: """
        ## The second call

        It rings again.
        """,
      remedy: """
        Rename one of the two, and the links that mean it.
        """),
    CodeEntry(
      "D105",
      """
      The parts of a scene and of an item have an order: settings, facts, hints, text,
      injects, answers, feedback, model, next. In another order a reader could not tell what
      belongs to what.
      """,
      in: .question,
      wrong: """
        Somebody waits at the desk.

        Hint (-25%): Look up.

        - [x] Help.
          > Right.
        - [ ] Wait.
          > Nobody is helped.
        """,
      right: """
        Hint (-25%): Look up.

        Somebody waits at the desk.

        - [x] Help.
          > Right.
        - [ ] Wait.
          > Nobody is helped.
        """,
      remedy: """
        Move the part to where the message says; “drillhall check --fix” moves what has a label,
        where nothing else is read in another way by it. Text after the answers stays: it may be
        meant as feedback. A sentence that only looks like a part is written without the colon or
        the emphasis.
        """),
    CodeEntry(
      "D106",
      """
      A label such as “Facts:” binds the list or the quote right after it. Nothing that it
      could bind follows.
      """,
      in: .scene,
      wrong: """
        Facts:

        It is Friday evening.
        """,
      right: """
        Facts:

        - Now: Friday 18:40

        It is Friday evening.
        """,
      remedy: """
        Put the list (Facts, Answers, Next) or the quote (Feedback, Model, After) under it, or
        delete the label.
        """),
    CodeEntry(
      "D107",
      """
      The line looks like a label and is not written as one, so that it would be read to
      people as text.
      """,
      in: .beforeAnswers,
      wrong: """
        Hint -25%: Look up.
        """,
      right: """
        Hint (-25%): Look up.
        """,
      remedy: """
        Write it as the drill format does: “Facts:” and the like alone in their line, with the
        colon, “Hint (-25%): …” with the price in parentheses, “After 20 s:” with a space and “s”.
        """),
    CodeEntry(
      "D108",
      """
      A label must begin a paragraph of its own. Here it is the second line of the paragraph
      above, so that it binds nothing and is read to people.
      """,
      in: .scene,
      wrong: """
        It rings.
        Facts:

        - Now: Friday 18:40
        """,
      right: """
        Facts:

        - Now: Friday 18:40

        It rings.
        """,
      remedy: """
        Put an empty line before the label (“drillhall check --fix” does it), and see that it
        stands in its order: facts come before the text.
        """),
    CodeEntry(
      "D109",
      """
      A line in emphasis sets something (“_2 points_”) or says when something is told (“_when
      failed …_”). This one is mixed with text or with a second one, or an underscore is missing,
      and it sets nothing: it would be told as the story.
      """,
      in: .beforeAnswers,
      wrong: """
        _id: first_
        _2 points_
        """,
      right: """
        _id: first; 2 points_
        """,
      remedy: """
        Write settings in one line with semicolons between them, and nothing else in its
        paragraph: an underscore before it and one behind it. Two conditions on one thing are one
        line with “and”. “drillhall check --fix” parts two lines in emphasis, and puts underscores
        where they are missing.
        """),
  ]
}
