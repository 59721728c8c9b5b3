// SPDX-License-Identifier: GPL-3.0-or-later

extension CodeBook {
  /// Rules about policies and facts (P): P001 to P010.
  static let policy1Entries: [CodeEntry] = [
    CodeEntry(
      "P001",
      """
      Drills name a policy by its id, and an attempt is bound to it. With two policies of one
      id, nobody could say which of them decided.
      """,
      arises: """
        A policy was copied to begin a new one, and the copy kept the id; or an old version lies
        beside the new one.
        """,
      remedy: """
        Give the newer policy its own id under “policy:”, or delete the old file. Versions
        belong to git.
        """),
    CodeEntry(
      "P002",
      """
      A table that answers are looked up in stands once. With a second one, the two could
      contradict each other.
      """,
      in: .policy,
      wrong: """
        ## Severity

        | Incident | Level |
        |---|---|
        | intrusion | critical |

        On weekends:

        | Incident | Level |
        |---|---|
        | intrusion | high |
        """,
      right: """
        ## Severity

        | Incident | Weekend | Level |
        |---|---|---|
        | intrusion | yes | high |
        | intrusion | | critical |
        """,
      remedy: """
        Join the two, with a column for what tells them apart, or give the other table a heading
        of its own.
        """),
    CodeEntry(
      "P003",
      """
      Two headings have the same link target, or the second item of a list has that of a
      heading. A citation could mean either.
      """,
      in: .policy,
      wrong: """
        ## Promises

        We say our name.

        ## PROMISES

        We ring back.
        """,
      right: """
        ## Promises

        We say our name.

        ## Ringing back

        We ring back.
        """,
      remedy: """
        Rename one of the two, and the links that mean it.
        """),
    CodeEntry(
      "P004",
      """
      A clause's link target is made of its heading. Websites that show Markdown disagree
      about commas, dashes and apostrophes, so that a link would work in one place and break
      in another.
      """,
      in: .policy,
      wrong: """
        ## Say sorry, then act

        People hear it.
        """,
      right: """
        ## Say sorry and act

        People hear it.
        """,
      remedy: """
        Use letters, digits and single spaces in headings.
        """),
    CodeEntry(
      "P005",
      """
      The link leads to a clause or a policy that does not exist. Whoever wants to read up on
      it finds nothing.
      """,
      in: .policy,
      wrong: """
        ## Promises

        We ring back, see [office hours](#opening-hours).
        """,
      right: """
        ## Promises

        We ring back, see [when](#when).

        ## When

        On the same day.
        """,
      remedy: """
        Correct the target: the heading in small letters, with hyphens for spaces. In a drill
        the link is “../../Policies/file.md#clause”.
        """),
    CodeEntry(
      "P006",
      """
      Somebody was to look at the policy, or at the source of a clock, by this day. Drills go
      on teaching what may no longer hold. (In the example, today is in June 2026.)
      """,
      in: .policyFront,
      wrong: """
        review-by: 2026-01-31
        """,
      right: """
        review-by: 2027-01-31
        """,
      remedy: """
        Ask the policy's owner whether it still holds. Raise its version if something changed,
        and set a new day.
        """),
    CodeEntry(
      "P007",
      """
      A table that the program looks answers up in is not there: its heading stands without
      it, a drill asks for it, or another table needs it.
      """,
      in: .policy,
      wrong: """
        ## Severity

        The desk decides.
        """,
      right: """
        ## Severity

        | Incident | Level |
        |---|---|
        | intrusion | critical |
        | | low |
        """,
      remedy: """
        Add the table under the heading that is named. If the clause is for people only, choose
        another heading.
        """),
    CodeEntry(
      "P008",
      """
      Without this column the table gives no answer: it is the column that a lookup reads.
      """,
      in: .policy,
      wrong: """
        ## Severity

        | Incident | Size |
        |---|---|
        | intrusion | large |
        """,
      right: """
        ## Severity

        | Incident | Level |
        |---|---|
        | intrusion | critical |
        """,
      remedy: """
        Add the column, or correct its name.
        """),
    CodeEntry(
      "P009",
      """
      Columns on the left are conditions, columns on the right are answers. A column that is
      neither would be ignored, and the table would not say what its author thinks. Notes go
      into “Why” or “Note”.
      """,
      in: .policy,
      wrong: """
        ## Severity

        | Incident | Level | Team |
        |---|---|---|
        | intrusion | critical | night |
        """,
      right: """
        ## Severity

        | Incident | Team | Level |
        |---|---|---|
        | intrusion | night | critical |
        """,
      remedy: """
        Move a condition to the left of the answers, correct the name, or call the column
        “Note”.
        """),
    CodeEntry(
      "P010",
      """
      A row that fits must give an answer, and this cell holds it. An empty one would answer
      nothing.
      """,
      in: .policy,
      wrong: """
        ## Severity

        | Incident | Level |
        |---|---|
        | intrusion | |
        """,
      right: """
        ## Severity

        | Incident | Level |
        |---|---|
        | intrusion | critical |
        """,
      remedy: """
        Fill the cell, or delete the row. Only conditions may be empty: they fit anything then.
        """),
  ]
}
