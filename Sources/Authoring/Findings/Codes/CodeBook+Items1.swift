// SPDX-License-Identifier: GPL-3.0-or-later

extension CodeBook {
  /// Rules about items and their answers (D3): D301 to D310.
  static let items1Entries: [CodeEntry] = [
    CodeEntry(
      "D301",
      """
      The word before the colon says what kind of question it is. Without a word that is
      known, the program knows no way to ask it.
      """,
      in: .after,
      wrong: """
        ### Chose: Who rings back?

        - [x] You do.
          > Right.
        - [ ] Somebody else.
          > Nobody does.
        """,
      right: """
        ### Choose: Who rings back?

        - [x] You do.
          > Right.
        - [ ] Somebody else.
          > Nobody does.
        """,
      remedy: """
        Begin the heading with a verb of the drill format and a colon: Choose, Decide, Spot,
        Order, Reply …
        """),
    CodeEntry(
      "D302",
      """
      An answer has a box and no words. People would see an empty line and could choose it.
      """,
      in: .question,
      wrong: """
        - [x] Help.
          > Right.
        - [ ]
          > Nobody is helped.
        - [ ] Go.
          > Nobody is there.
        """,
      right: """
        - [x] Help.
          > Right.
        - [ ] Wait.
          > Nobody is helped.
        - [ ] Go.
          > Nobody is there.
        """,
      remedy: """
        Write the answer, or delete the line and what stands under it.
        """),
    CodeEntry(
      "D303",
      """
      Each kind of question takes its answers in one form: boxes, a plain list, a numbered
      list, a table. In another form it can't be judged.
      """,
      in: .question,
      wrong: """
        - [x] Help.
          > Right.
        - Wait.
          > Nobody is helped.
        """,
      right: """
        - [x] Help.
          > Right.
        - [ ] Wait.
          > Nobody is helped.
        """,
      remedy: """
        Write the answers in the form that the message names; the drill format has a table of
        all kinds.
        """),
    CodeEntry(
      "D304",
      """
      “Choose” has one right answer, “Choose all” at least one, a conversation at least one
      failure to spot. With another number of ticks people are judged by a slip.
      """,
      in: .question,
      wrong: """
        - [x] Help.
          > Right.
        - [x] Wait.
          > Nobody is helped.
        """,
      right: """
        - [x] Help.
          > Right.
        - [ ] Wait.
          > Nobody is helped.
        """,
      remedy: """
        Tick the right answer only. If several are right, write “### Choose all: …”; if one is
        better than the other, give the other a share: “[ ] (50%)”.
        """),
    CodeEntry(
      "D305",
      """
      Feedback is what people learn from. Without it they are told that an answer is right or
      wrong, and not why.
      """,
      in: .question,
      wrong: """
        - [x] Help.
        - [ ] Wait.
          > Nobody is helped.
        """,
      right: """
        - [x] Help.
          > Right, help comes before blame.
        - [ ] Wait.
          > Nobody is helped.
        """,
      remedy: """
        Say in a quote under the answer why it is right or wrong, best with a link to the clause
        of the policy.
        """),
    CodeEntry(
      "D306",
      """
      This kind of question reads no boxes: nothing is right or wrong in it, or a policy
      decides. The box would be shown to people as letters, or promise a judgement that never
      comes.
      """,
      in: .after,
      wrong: """
        ### Decide: Who is told?

        - [ ] The duty manager.
        - The customer.
        """,
      right: """
        ### Decide: Who is told?

        - The duty manager.
        - The customer.
        """,
      remedy: """
        Delete the box. If an answer is right, ask with “Choose”.
        """),
    CodeEntry(
      "D307",
      """
      Two answers have the same words, whatever their case. Nobody could tell them apart, and
      one of them is wrong.
      """,
      in: .question,
      wrong: """
        - [x] Help.
          > Right.
        - [ ] help.
          > Nobody is helped.
        """,
      right: """
        - [x] Help.
          > Right.
        - [ ] Wait.
          > Nobody is helped.
        """,
      remedy: """
        Rewrite one of the two, or delete it.
        """),
    CodeEntry(
      "D308",
      """
      The line was foreseen as a wrong answer, and it is right: a decoy that fits somewhere, a
      mistake that is none by the policy. Who answers so would be told that a right answer is
      wrong.
      """,
      in: .after,
      wrong: """
        ### Match: Where does it go?

        | What | Where |
        |---|---|
        | A name | The ticket |
        | A card number | Nowhere |
        | | The ticket |
        """,
      right: """
        ### Match: Where does it go?

        | What | Where |
        |---|---|
        | A name | The ticket |
        | A card number | Nowhere |
        | | The chat |
        """,
      remedy: """
        Choose a decoy that fits nowhere, or delete the line.
        """),
    CodeEntry(
      "D309",
      """
      The item has no answer that earns all of its points, or the policy gives none for these
      facts. Nobody could answer it rightly.
      """,
      in: .question,
      wrong: """
        - [x] (50%) Help.
          > Right.
        - [ ] Wait.
          > Nobody is helped.
        """,
      right: """
        - [x] Help.
          > Right.
        - [ ] (50%) Wait.
          > Nobody is helped.
        """,
      remedy: """
        Let the right answer earn all of it; change the facts or the policy where a table
        decides.
        """),
    CodeEntry(
      "D310",
      """
      The model answer shows what a good reply looks like, and the rubric does not give it 100
      %. Either the model is not good, or the rubric asks for words that nobody would write.
      """,
      in: .after,
      wrong: """
        ### Reply: Answer the customer.

        _2-50 words_

        - [x] Says sorry: sorry | apolog*
        - [x] Says when: today | tomorrow

        Model:

        > I am sorry that this went wrong.
        """,
      right: """
        ### Reply: Answer the customer.

        _2-50 words_

        - [x] Says sorry: sorry | apolog*
        - [x] Says when: today | tomorrow

        Model:

        > I am sorry that this went wrong. We come tomorrow.
        """,
      remedy: """
        Write the model so that it meets every line, or add the words that it uses to the line.
        """),
  ]
}
