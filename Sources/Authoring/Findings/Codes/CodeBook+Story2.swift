// SPDX-License-Identifier: GPL-3.0-or-later

extension CodeBook {
  /// Rules about a drill's story (D2): D208 to D216.
  static let story2Entries: [CodeEntry] = [
    CodeEntry(
      "D208",
      """
      On every way through the story something is a critical failure or costs too many points.
      Nobody could ever pass.
      """,
      in: .after,
      wrong: """
        ### Decide: Who is told?

        - (fail) Nobody.
        - (fail) Everybody.
        """,
      right: """
        ### Decide: Who is told?

        - (fail) Nobody.
        - The duty manager.
        """,
      remedy: """
        Leave one way on which all can be answered rightly, or lower the pass mark.
        """),
    CodeEntry(
      "D209",
      """
      The front matter lists a policy that is not in the library. The drill could not be
      judged by it.
      """,
      in: .front,
      wrong: """
        policies: [hose]
        """,
      right: """
        policies: [house]
        """,
      remedy: """
        Write the policy's id, as its own front matter has it under “policy:”, or put the
        policy's file there.
        """),
    CodeEntry(
      "D210",
      """
      Links lead to scenes and to policies, nowhere else: a drill must not send people to a
      website that may be another one tomorrow.
      """,
      in: .scene,
      wrong: """
        See [the shop](https://shop.example/).
        """,
      right: """
        See the shop, `https://shop.example/`.
        """,
      remedy: """
        Put the address into a code span, or name the source under “sources:” in the front
        matter.
        """),
    CodeEntry(
      "D211",
      """
      A drill without a question teaches nothing that could be seen: there is nothing to
      answer, nothing to score, nothing to record.
      """,
      in: .drill,
      wrong: """
        # A test

        ## Opening

        It rings.
        """,
      right: """
        # A test

        ## Opening

        It rings.

        ### Choose: What do you do?

        - [x] Help.
          > Right.
        - [ ] Wait.
          > Nobody is helped.
        """,
      remedy: """
        Ask something under a scene: “### Choose: …” and a list of answers is the simplest.
        """),
    CodeEntry(
      "D212",
      """
      The condition names an answer that the item does not have. Answers are named by their
      letter, in the order of the file, or by their words.
      """,
      in: .after,
      wrong: """
        ## End

        Help comes first.

        _when chose c in [first](#opening)_

        Waiting helps nobody.
        """,
      right: """
        ## End

        Help comes first.

        _when chose b in [first](#opening)_

        Waiting helps nobody.
        """,
      remedy: """
        Count the answers: the first is “a”. Or write its words in quotation marks: chose
        "Wait.".
        """),
    CodeEntry(
      "D213",
      """
      The condition is about an item that comes later. At this point it was not met yet, so
      that it is neither passed nor failed, and what follows is never told.
      """,
      in: .scene,
      wrong: """
        It rings.

        _when failed [first](#opening)_

        You should have helped.
        """,
      right: """
        It rings.
        """,
      remedy: """
        Move the condition behind the item, for example to “## End”.
        """),
    CodeEntry(
      "D214",
      """
      An attempt is bound to the versions of the policies that the drill lists, so that it can
      be explained years later. A policy that is linked to and not listed would be left out of
      that.
      """,
      in: .scene,
      wrong: """
        See [a clause](../../Policies/other.md#a-clause).
        """,
      right: """
        See [the owners](../../Policies/house.md#owners).
        """,
      remedy: """
        Add the policy's id to “policies:” in the front matter, or link to one that is listed.
        """),
    CodeEntry(
      "D215",
      """
      A link to a scene carries the scene's title, so that the text still tells the way when
      the link does not work. The two contradict each other: which one was meant?
      """,
      in: .question,
      wrong: """
        - [x] Help. → [Later](#end)
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
        Correct the words or the target.
        """),
    CodeEntry(
      "D216",
      """
      The program finds a policy by its file's name, a reader on a website by the folders in
      the link. They don't lead to the policy from where the drill lies.
      """,
      in: .scene,
      wrong: """
        See [the owners](../Policies/house.md#owners).
        """,
      right: """
        See [the owners](../../Policies/house.md#owners).
        """,
      remedy: """
        Write the path that the message names: one “../” for each folder up. “drillhall check
        --fix” writes it.
        """),
    CodeEntry(
      "D217",
      """
      A condition right under a heading holds for all that stands below it. Under “## End” that
      is the whole debrief: whom the condition leaves out sees the result and no word about it.
      """,
      in: .after,
      wrong: """
        ## End

        _when passed [first](#opening)_

        Help comes first, and you gave it.
        """,
      right: """
        ## End

        Help comes first.

        _when passed [first](#opening)_

        You gave it.
        """,
      remedy: """
        Say first what holds for everybody, and put conditions behind it, one before each
        paragraph or quote that is for some.
        """),
  ]
}
