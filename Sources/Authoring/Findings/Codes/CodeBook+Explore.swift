// SPDX-License-Identifier: GPL-3.0-or-later

extension CodeBook {
  /// Rules of what exploring a drill finds (X).
  static let exploreEntries: [CodeEntry] = [
    CodeEntry(
      "X001",
      """
      The best way through the drill that meets no critical failure earns less than the pass mark.
      Whoever takes it can't pass, however good they are.
      """,
      arises: """
        The check plays the right answers and finds most such drills itself (D123). It can't play a
        reply without a model answer; where its rubric takes off for the words that it asks for, no
        reply earns all.
        """,
      remedy: "Lower the pass mark, or let a right answer earn more."),
    CodeEntry(
      "X002",
      """
      Every way through the drill meets a critical failure, so nobody can pass. The right answer of an
      item may lead to a place where all that is left is wrong.
      """,
      arises: """
        The check refuses a ticked answer that fails. A reply without a model answer, whose rubric
        makes it critical both to say some words and to leave them out, can't be given well.
        """,
      remedy: "Give one answer on each way that has no “fail” before it."),
    CodeEntry(
      "X003",
      """
      Somebody who answers by habit passes: always the longest answer, everything at the top level, a
      stock apology; where “shuffle” is off, always the first. The drill then tells who guesses well,
      not who knows.
      """,
      in: .explored,
      wrong: """
        # A test

        ## Opening

        ### Choose: What do you do?

        - [x] Help, and write down when you did and who was there.
          > Right.
        - [ ] Wait.
          > Nobody is helped.
        """,
      right: """
        # A test

        ## Opening

        ### Choose: What do you do?

        - [ ] Wait until somebody comes who knows what to do.
          > Nobody is helped.
        - [x] Help.
          > Right.
        - [ ] Run.
          > Nobody knows.
        """,
      remedy: """
        Look at the habits that the report lists with the best credit; make the wrong answers to these
        items as long, as careful and as likely as the right one.
        """),
    CodeEntry(
      "X004",
      """
      Over all questions the right answer stands out: it is nearly always the longest, the shortest, the
      first or the last. Chance would do this in one drill of a hundred.
      """,
      in: .explored,
      wrong: """
        # A test

        ## Opening

        ### Choose: Who is told first?

        - [x] Ines.
          > She owns it.
        - [ ] The shop's chat.
          > It is everybody.
        - [ ] Your best friend.
          > They can't help.

        ### Choose: And how?

        - [ ] By a letter in the post.
          > It takes days.
        - [x] By phone.
          > At once.
        - [ ] By a postcard.
          > It takes days.

        ### Choose: By when?

        - [ ] In a month or so.
          > Too late.
        - [ ] When there is time.
          > Too late.
        - [x] Now.
          > In time.

        ### Choose: Who writes it down?

        - [x] You.
          > You were there.
        - [ ] Nobody at all.
          > Then it is lost.
        - [ ] The neighbour's cat.
          > Cats don't write.

        ### Choose: And then?

        - [ ] Forget about it.
          > It comes back.
        - [ ] Go on a holiday.
          > It comes back.
        - [x] Learn.
          > Next time it is sooner.
        """,
      right: """
        # A test

        ## Opening

        ### Choose: Who is told first?

        - [ ] The chat.
          > It is everybody.
        - [x] Ines.
          > She owns it.
        - [ ] A friend.
          > They can't help.
        """,
      remedy:
        "Shorten or lengthen some of the answers, and move some, until the report shows no habit."),
    CodeEntry(
      "X005",
      """
      No answer leads to this scene, or this item is never asked, whatever is answered. The text may
      link to it, and the conditions on the way never hold together.
      """,
      in: .explored,
      wrong: """
        # A test

        ## Opening

        ### Decide: What do you do?

        _id: first_

        - Help.
          > You help.
        - Wait.
          > You wait.

        ## Both at once

        _when chose a in [first](#opening) and chose b in [first](#opening)_

        ### Decide: How is that?

        - Strange.
          > It is.
        - Fine.
          > It is.
        """,
      right: """
        # A test

        ## Opening

        ### Decide: What do you do?

        _id: first_

        - Help.
          > You help.
        - Wait.
          > You wait.

        ## Once you helped

        _when chose a in [first](#opening)_

        ### Decide: How is that?

        - Strange.
          > It is.
        - Fine.
          > It is.
        """,
      remedy: "Correct the condition or the link that should lead there, or delete the scene."),
    CodeEntry(
      "X006",
      """
      Exploring tries the right answer, guesses, and changes of the right one. Of this item it knows no
      answer at all that is taken, so what follows was not looked at.
      """,
      arises: """
        An item whose answers follow from a policy has none where no table fits the facts. The check
        finds that first, so this is met only by programs that explore a drill without checking it.
        """,
      remedy: "Give a reply its model answer; let the facts fit a row of the policy's table."),
    CodeEntry(
      "X007",
      """
      Some answers lead back to a scene that was played before. Scenes don't loop: an attempt might
      never end, and a second answer to the same question says little.
      """,
      arises: """
        The check refuses a story in which a way leads back (D206), so only a drill that is explored
        as values, by a program, can have this.
        """,
      remedy: "Lead forwards: to a later scene, or to the end."),
    CodeEntry(
      "X008",
      """
      The story has more situations than are looked at: scenes times what conditions remember of
      earlier answers. What lies beyond was played by a thousand players at random, so the figures
      are not the whole truth.
      """,
      arises: """
        It needs thousands of combinations of earlier answers that later conditions ask for, or a low
        “--bound”.
        """,
      remedy:
        "Let fewer conditions look back, or raise the bound: drillhall explore --bound 200000."),
  ]
}
