// SPDX-License-Identifier: GPL-3.0-or-later

extension CodeBook {
  /// Rules about items and their answers (D3): D311 to D318.
  static let items2Entries: [CodeEntry] = [
    CodeEntry(
      "D311",
      """
      The drill says that an answer is right, and the policy says that it is wrong, or the
      other way round. People would be taught to break the policy.
      """,
      in: .question,
      wrong: """
        Facts:

        - Role: agent

        Answers:

        - [x] (within Remedies: Goodwill credit, 50 EUR) Give 50 EUR.
          > Right.
        - [ ] Give nothing.
          > Nobody is helped.
        """,
      right: """
        Facts:

        - Role: agent

        Answers:

        - [x] (within Remedies: Goodwill credit, 20 EUR) Give 20 EUR.
          > Right.
        - [ ] Give nothing.
          > Nobody is helped.
        """,
      remedy: """
        Look the limit up in the policy's table. Change the answer, or ask the policy's owner to
        change the table.
        """),
    CodeEntry(
      "D312",
      """
      A line of a rubric is a name, a colon and the words to look for: “|” any of them, “+”
      all in one sentence, “*” any ending. This line holds no words, or signs that mean
      something else, or another sign or an “or” between its phrases, which makes one phrase of
      them that nobody writes.
      """,
      in: .after,
      wrong: """
        ### Reply: Answer the customer.

        _2-50 words_

        - [x] Says thanks: thank you | thanks
        - [x] Says when:

        Model:

        > Thank you for telling us. We come tomorrow.
        """,
      right: """
        ### Reply: Answer the customer.

        _2-50 words_

        - [x] Says thanks: thank you | thanks
        - [x] Says when: today | tomorrow

        Model:

        > Thank you for telling us. We come tomorrow.
        """,
      remedy: """
        Write the words after the colon. Bold, emphasis and links have no place in them.
        """),
    CodeEntry(
      "D313",
      """
      The question's own words satisfy the rubric, or a single common word is a critical
      failure. People would pass by repeating the question, or fail by chance.
      """,
      in: .after,
      wrong: """
        ### Reply: Answer the customer.

        _2-50 words_

        - [x] Answers: customer

        Model:

        > The customer is right.
        """,
      right: """
        ### Reply: Answer the customer.

        _2-50 words_

        - [x] Says sorry: sorry | apolog*

        Model:

        > I am sorry about that.
        """,
      remedy: """
        Ask for words that only a good reply has; join two with “+” where one alone is too
        common.
        """),
    CodeEntry(
      "D314",
      """
      After a reply people see a model answer and compare. Without one they learn only which
      words were found. It also proves that the rubric can be met.
      """,
      in: .after,
      wrong: """
        ### Reply: Answer the customer.

        _2-50 words_

        - [x] Says thanks: thank you
        """,
      right: """
        ### Reply: Answer the customer.

        _2-50 words_

        - [x] Says thanks: thank you

        Model:

        > Thank you for telling us.
        """,
      remedy: """
        Write “Model:” and, in a quote, a reply that you would be proud of.
        """),
    CodeEntry(
      "D315",
      """
      The line after “Answer:” can't be read. Estimate takes a number with a tolerance, or
      asks a policy's table; Order takes a link to the steps of a policy.
      """,
      in: .after,
      wrong: """
        ### Estimate: How many calls will come?

        Answer: about a dozen
        """,
      right: """
        ### Estimate: How many calls will come?

        Answer: 12 ± 2
        """,
      remedy: """
        Write one of the forms of the drill format: “12 ± 2”, “30 min ± 5 min”.
        """),
    CodeEntry(
      "D316",
      """
      The table lacks a column, has one too many, or a cell that can't be read. Which cells
      are asked and which are given follows from the columns.
      """,
      in: .after,
      wrong: """
        ### Match: Where does it go?

        | What |
        |---|
        | A name |
        | A card number |
        """,
      right: """
        ### Match: Where does it go?

        | What | Where |
        |---|---|
        | A name | The ticket |
        | A card number | Nowhere |
        """,
      remedy: """
        Compare the head with the drill format: Match has two columns or more, Record has
        “Field” and “Accept”, Grant “What”, “Amount” and “Why”.
        """),
    CodeEntry(
      "D317",
      """
      What breaks in has a moment, and that moment never comes: the timer ends the question
      before, or the conversation has no such line.
      """,
      in: .question,
      wrong: """
        _within 20 s_

        After 30 s:

        > **Robin:** Hello?

        - [x] Help.
          > Right.
        - [ ] Wait.
          > Nobody is helped.
        """,
      right: """
        _within 45 s_

        After 30 s:

        > **Robin:** Hello?

        - [x] Help.
          > Right.
        - [ ] Wait.
          > Nobody is helped.
        """,
      remedy: """
        Let it come earlier, or give the question more time.
        """),
    CodeEntry(
      "D318",
      """
      An answer was foreseen that nobody can give: a time-out without a timer, a mistake that
      the facts rule out. Its feedback would never be read.
      """,
      in: .question,
      wrong: """
        - [x] Help.
          > Right.
        - [ ] Wait.
          > Nobody is helped.
        - (timed out)
          > Too slow.
        """,
      right: """
        _within 45 s_

        - [x] Help.
          > Right.
        - [ ] Wait.
          > Nobody is helped.
        - (timed out)
          > Too slow.
        """,
      remedy: """
        Make it possible (here with a timer), or delete the line.
        """),
    CodeEntry(
      "D319",
      """
      A part of a Redact counts as hidden when no letter of it can be read. Where an article, a
      preposition or a form of address stands within the strikes, who hides only the words that
      matter leaves it in sight, and of a class that must never go there that is critical. Words
      beside the strikes are not judged.
      """,
      in: .after,
      wrong: """
        ### Redact: Hide what must not go into the ticket.

        Facts:

        - To: ticket

        > I paid with ~~the card 4111 1111 1111 1111~~ (payment card).
        """,
      right: """
        ### Redact: Hide what must not go into the ticket.

        Facts:

        - To: ticket

        > I paid with the card ~~4111 1111 1111 1111~~ (payment card).
        """,
      remedy: """
        Strike only the words that tell something. Where all of it has to go, say in the question
        that whole phrases are hidden, or take the class's “fail” away.
        """),
  ]
}
