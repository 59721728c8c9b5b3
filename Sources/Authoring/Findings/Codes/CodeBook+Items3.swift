// SPDX-License-Identifier: GPL-3.0-or-later

extension CodeBook {
  /// Rules about items and their answers (D3): from D320 on.
  static let items3Entries: [CodeEntry] = [
    CodeEntry(
      "D320",
      """
      What stands behind “not:” leaves out matches that lie inside it. An exception without any
      phrase of its line leaves out none, and the reply that was meant earns all the same.
      """,
      in: .after,
      wrong: """
        ### Reply: Answer the customer.

        _2-50 words_

        - [x] Says when: today; not: nobody calls

        Model:

        > We call you today.
        """,
      right: """
        ### Reply: Answer the customer.

        _2-50 words_

        - [x] Says when: today; not: nobody + today

        Model:

        > We call you today.
        """,
      remedy: """
        Write the phrase with the words around it (“sorry; not: sorry if”), or join the words by
        “+” to take in the whole sentence.
        """),
    CodeEntry(
      "D321",
      """
      A flag on a fine line costs the window divided by how many such lines there are. Lines that
      follow a failure are not among them, because a flag there is taken for that failure, in time
      or late. With few fine lines left, one false alarm costs everything; with none, who flags
      every line loses nothing.
      """,
      in: .after,
      wrong: """
        ### Spot: At which lines does Robin fail?

        _watch: Robin_

        1. **Caller:** It came broken.
        2. [x] **Robin:** They always throw things.
           > Blame helps nobody.
        3. [ ] **Robin:** I ring you by four.
           > A time to hold on to.
        """,
      right: """
        ### Spot: At which lines does Robin fail?

        _watch: Robin_

        1. [ ] **Robin:** What can I do for you?
           > An open question.
        2. **Caller:** It came broken.
        3. [x] **Robin:** They always throw things.
           > Blame helps nobody.
        4. [ ] **Robin:** I ring you by four.
           > A time to hold on to.
        """,
      remedy: """
        Put as many fine lines as there are failures, or all you have, where no flag is taken for a
        failure: a window and as many lines again, from the failure on. “window: 1” makes it
        shorter.
        """),
  ]
}
