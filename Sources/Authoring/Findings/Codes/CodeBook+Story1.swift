// SPDX-License-Identifier: GPL-3.0-or-later

extension CodeBook {
  /// Rules about a drill's story (D2): D201 to D207.
  static let story1Entries: [CodeEntry] = [
    CodeEntry(
      "D201",
      """
      A condition is one of a few sentences that the program understands: passed, failed,
      timed out, chose, score, variant, severity. Another sentence holds never or always, and
      nobody would notice.
      """,
      in: .after,
      wrong: """
        ## End

        Help comes first.

        _when forgot [first](#opening)_

        Read the promises again.
        """,
      right: """
        ## End

        Help comes first.

        _when failed [first](#opening)_

        Read the promises again.
        """,
      remedy: """
        Write one of the forms that the drill format lists; at most one “and”, and “not” before
        either part.
        """),
    CodeEntry(
      "D202",
      """
      The link leads to a scene that the drill does not have. The story would stop there.
      """,
      in: .question,
      wrong: """
        - [x] Help. → [Later](#later)
          > Right.
        - [ ] Wait.
          > Nobody is helped.
        """,
      right: """
        - [x] Help. → [Later](#later)
          > Right.
        - [ ] Wait.
          > Nobody is helped.

        ## Later

        Robin thanks you.
        """,
      remedy: """
        Correct the target, or write the scene. A target is the title in small letters, with
        hyphens for spaces.
        """),
    CodeEntry(
      "D203",
      """
      A condition asks about an item that is not in that scene. Mostly the id is misspelt, or
      the item was moved.
      """,
      in: .after,
      wrong: """
        ## End

        Help comes first.

        _when failed [frist](#opening)_

        Read the promises again.
        """,
      right: """
        ## End

        Help comes first.

        _when failed [first](#opening)_

        Read the promises again.
        """,
      remedy: """
        Write the id of an item of that scene, or the scene's title for all of its items.
        """),
    CodeEntry(
      "D204",
      """
      Each line under “Next:” is a link and a condition, or ends in “otherwise”. In another
      form nobody knows when the line is to be taken.
      """,
      in: .after,
      wrong: """
        Next:

        - [Later](#later)

        ## Later

        Robin thanks you.
        """,
      right: """
        Next:

        - [Later](#later) otherwise

        ## Later

        Robin thanks you.
        """,
      remedy: """
        Write “[Scene](#scene) when failed”, and end the list with “… otherwise” or “Go on
        otherwise”.
        """),
    CodeEntry(
      "D205",
      """
      The first line whose condition holds is taken. After “otherwise” no line is ever
      reached.
      """,
      in: .after,
      wrong: """
        Next:

        - Go on otherwise
        - [Later](#later) when failed

        ## Later

        Robin thanks you.
        """,
      right: """
        Next:

        - [Later](#later) when failed
        - Go on otherwise

        ## Later

        Robin thanks you.
        """,
      remedy: """
        Put “otherwise” last, or delete what stands after it.
        """),
    CodeEntry(
      "D206",
      """
      No way through the story leads to this scene, so that nobody will ever see it. Mostly a
      link is missing to a scene with “_detour_”, which is entered by links only.
      """,
      in: .after,
      wrong: """
        ## Aside

        _detour_

        Robin is still waiting.
        """,
      right: """
        Next:

        - [Aside](#aside) when failed
        - Go on otherwise

        ## Aside

        _detour_

        Robin is still waiting.
        """,
      remedy: """
        Lead to it with a link, take “_detour_” away, or delete the scene.
        """),
    CodeEntry(
      "D207",
      """
      From this scene there is a way back to it, so that the story might never end. An answer
      is given once, and the record counts it once.
      """,
      in: .after,
      wrong: """
        Next:

        - [Opening](#opening) when failed
        - Go on otherwise
        """,
      right: """
        Next:

        - [Once more](#once-more) when failed
        - Go on otherwise

        ## Once more

        _detour_

        Robin is still waiting.
        """,
      remedy: """
        Lead forward: to a scene further down, or to a detour that asks another question.
        """),
  ]
}
