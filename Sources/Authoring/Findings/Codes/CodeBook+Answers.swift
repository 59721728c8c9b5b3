// SPDX-License-Identifier: GPL-3.0-or-later

extension CodeBook {
  /// Rules of golden answers (G).
  static let answersEntries: [CodeEntry] = [
    CodeEntry(
      "G001",
      """
      Golden answers have two kinds of sections: whole runs through the drill, and single answers to
      one item. Another heading would hold answers that nobody gives, and so would a file without a section.
      """,
      in: .answers,
      wrong: """
        ## Careful agent

        - (others) right
        """,
      right: """
        ## Run: Careful agent

        - (others) right
        """,
      remedy: "Begin the heading with “Run:” and a name, or with “Item:” and an item's id."),
    CodeEntry(
      "G002",
      """
      An answer names the item that it is given to by its id, and the drill has no such item. A run
      would go on without it, and prove less than it seems to.
      """,
      in: .answers,
      wrong: """
        ## Run: Careful agent

        - **frist** Help.
        - (others) right
        """,
      right: """
        ## Run: Careful agent

        - **first** Help.
        """,
      remedy: "Write the id as the drill's setting line has it, “_id: first_”."),
    CodeEntry(
      "G003",
      """
      Answers are typed as an employee types them, behind the item's id in bold. What the program
      would not understand from an employee it does not understand here. In a run they stand in a
      list, to one item in a table; a list, a quote or a table elsewhere would be answers that
      nobody gives. A paragraph is a note.
      """,
      in: .answers,
      wrong: """
        ## Run: Careful agent

        - **first** Dance.
        """,
      right: """
        ## Run: Careful agent

        - **first** Help.
        """,
      remedy: """
        Write the answer's words or its number; for a form all fields with “;” between them. The
        message says what the item expects.
        """),
    CodeEntry(
      "G004",
      """
      A run is asked every item that its answers lead to, and this one has no answer. What it comes to
      can't be known then.
      """,
      in: .answers,
      wrong: """
        ## Run: Careful agent

        Expect: pass
        """,
      right: """
        ## Run: Careful agent

        Expect: pass

        - **first** Help.
        """,
      remedy: """
        Add an answer, or “- (others) right” for the right answers to all that is not named, or
        “- (others) as NAME” for those of another run.
        """),
    CodeEntry(
      "G005",
      """
      What a run must come to is a list of pass or fail, a score, and scenes. A word that is none of
      these would be compared with nothing.
      """,
      in: .answers,
      wrong: """
        ## Run: Careful agent

        Expect: passes with 100

        - (others) right
        """,
      right: """
        ## Run: Careful agent

        Expect: pass; score 100

        - (others) right
        """,
      remedy: """
        Write “pass”, “fail” or “fail (compliance)”, then “score 83.33” and “scenes Opening, Later”
        where they matter, with “;” between.
        """),
    CodeEntry(
      "G006",
      """
      A run may be played in another variant than the first, by the name of its column under
      “## Variants”. The drill has no column of this name.
      """,
      in: .answers,
      wrong: """
        ## Run: Careful agent

        Variant: On Sunday

        - (others) right
        """,
      right: """
        ## Run: Careful agent

        - (others) right
        """,
      remedy: "Copy the name from the header of the drill's table of variants."),
  ]
}
