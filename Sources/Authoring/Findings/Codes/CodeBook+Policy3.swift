// SPDX-License-Identifier: GPL-3.0-or-later

extension CodeBook {
  /// Rules about policies and facts (P): P018 to P028.
  static let policy3Entries: [CodeEntry] = [
    CodeEntry(
      "P018",
      """
      A name or alias means one thing. Where it stands twice, an answer with that name could
      mean either.
      """,
      in: .policy,
      wrong: """
        ## Owners

        | Owner | Alias |
        |---|---|
        | security | the desk |
        | service | the desk |
        """,
      right: """
        ## Owners

        | Owner | Alias |
        |---|---|
        | security | the security desk |
        | service | the service desk |
        """,
      remedy: """
        Delete or rename one of the two.
        """),
    CodeEntry(
      "P019",
      """
      Facts are looked up in the policies' tables. No table asks for this one, so that it
      would decide nothing; mostly its name is misspelt.
      """,
      in: .beforeAnswers,
      wrong: """
        Facts:

        - Incidnet: intrusion
        """,
      right: """
        Facts:

        - Incident: intrusion
        """,
      remedy: """
        Write the name of a condition column, or one of Now, Since, Aware, To, Role, Calls. What
        only people need to know goes into the text.
        """),
    CodeEntry(
      "P020",
      """
      The policy can't decide without this fact: a cell of its table asks for it, or a
      deadline starts at it.
      """,
      in: .after,
      wrong: """
        ### Escalate: Who is told?

        Facts:

        - Incident: intrusion
        """,
      right: """
        ### Escalate: Who is told?

        Facts:

        - Now: Monday 09:00
        - Incident: intrusion
        - Records: 1
        - Data: contact
        """,
      remedy: """
        Add the fact to the item, the scene or the drill, and see that the text tells people as
        much.
        """),
    CodeEntry(
      "P021",
      """
      No row of the table fits these facts or this name, so that the policy has no answer.
      """,
      in: .after,
      wrong: """
        ### Redact: Hide what must not go into the ticket.

        Facts:

        - To: ticket

        > My card is ~~4111 1111 1111 1111~~ (payment crad).
        """,
      right: """
        ### Redact: Hide what must not go into the ticket.

        Facts:

        - To: ticket

        > My card is ~~4111 1111 1111 1111~~ (payment card).
        """,
      remedy: """
        Correct the fact or the name, or add a row to the policy; a last row of empty conditions
        fits anything.
        """),
    CodeEntry(
      "P022",
      """
      A fact is “Key: value” in one line of a plain list, and some take a moment or a number.
      This one can't be read. Between several values stands “;”: with a comma they are one word,
      which no table has. “1.204” has a point and is hardly more than one: a thousand has none.
      """,
      in: .beforeAnswers,
      wrong: """
        Facts:

        - Now: Friday evening
        """,
      right: """
        Facts:

        - Now: Friday 18:40
        """,
      remedy: """
        Write it as the message shows, “intrusion; ransomware” or “1204”. Moments are “Friday 18:40” or “2026-05-08 18:40”.
        """),
    CodeEntry(
      "P023",
      """
      A fact stands once. With two lines of the same name, nobody could say which of them
      holds.
      """,
      in: .beforeAnswers,
      wrong: """
        Facts:

        - Data: contact
        - Data: health
        """,
      right: """
        Facts:

        - Data: contact; health
        """,
      remedy: """
        Write several values in one line, with “;” between them.
        """),
    CodeEntry(
      "P024",
      """
      No cell of the column mentions this value, so that only rows with an empty cell fit.
      That is right for a detail that doesn't matter, and wrong for a word that the policy
      spells in another way.
      """,
      in: .beforeAnswers,
      wrong: """
        Facts:

        - Incident: a stolen van
        """,
      right: """
        Facts:

        - Incident: lost device
        """,
      remedy: """
        Use a word of the policy, or leave the fact out if nothing depends on it.
        """),
    CodeEntry(
      "P025",
      """
      The policy itself says so from other facts: whether the office is open follows from
      “Now”, how severe it is from the incident. A fact that says it again could contradict
      the policy.
      """,
      in: .beforeAnswers,
      wrong: """
        Facts:

        - Hours: office
        """,
      right: """
        Facts:

        - Now: Friday 18:40
        """,
      remedy: """
        Delete the fact, and give those from which it follows.
        """),
    CodeEntry(
      "P026",
      """
      A policy has one title, the heading with one “#”. A second one would make two policies
      of it, of which only one has an id.
      """,
      in: .policy,
      wrong: """
        # Ringing back

        We ring back on the same day.
        """,
      right: """
        ## Ringing back

        We ring back on the same day.
        """,
      remedy: """
        Write “##” for the heading of a clause. Where the title is missing, begin the text with
        “# Title”.
        """),
    CodeEntry(
      "P027",
      """
      A list has at most 64 facts, a fact at most 64 values, a table at most 1000 rows. More
      is not read, so that looking an answer up stays quick whatever a file holds.
      """,
      arises: """
        Mostly a list or a table was made by a program.
        """,
      remedy: """
        Keep what the drill or the policy needs. Join rows whose answers are the same: “a; b”
        fits either.
        """),
    CodeEntry(
      "P028",
      """
      The value is nearly a word of its column. As it is, no cell mentions it: the rows that
      take anything would answer, and people be judged by the wrong row.
      """,
      in: .beforeAnswers,
      wrong: """
        Facts:

        - Incident: intrusoin
        """,
      right: """
        Facts:

        - Incident: intrusion
        """,
      remedy: """
        Correct the spelling. If it is another thing, call it by a word that is less alike.
        """),
  ]
}
