// SPDX-License-Identifier: GPL-3.0-or-later

extension CodeBook {
  /// Rules about policies and facts (P): P011 to P017.
  static let policy2Entries: [CodeEntry] = [
    CodeEntry(
      "P011",
      """
      The cell holds something that can't be read as what its column needs: a range, a period,
      a time, a sum.
      """,
      in: .policy,
      wrong: """
        ## Severity

        | Records | Level |
        |---|---|
        | 100 to 10 | high |
        """,
      right: """
        ## Severity

        | Records | Level |
        |---|---|
        | 10 to 100 | high |
        """,
      remedy: """
        Write it as the message shows: “10 to 100”, “>= 1000”, “30 min”, “1 business day”,
        “08:00”, “25 EUR”.
        """),
    CodeEntry(
      "P012",
      """
      The first row that fits decides. A row above fits whenever this one would, so that this
      one never decides anything.
      """,
      in: .policy,
      wrong: """
        ## Severity

        | Incident | Level |
        |---|---|
        | | low |
        | intrusion | critical |
        """,
      right: """
        ## Severity

        | Incident | Level |
        |---|---|
        | intrusion | critical |
        | | low |
        """,
      remedy: """
        Put the special row above the general one, or delete it.
        """),
    CodeEntry(
      "P013",
      """
      A route sends people to somebody who is not in the table “Owners”. Nobody could say how
      to reach them, and an answer with the right name would not be understood.
      """,
      in: .policy,
      wrong: """
        ## Owners

        | Owner | Reach |
        |---|---|
        | security | pager 71 |

        ## Routes

        | Incident | Owner | Channel | Within |
        |---|---|---|---|
        | | the night shift | phone | 1 h |
        """,
      right: """
        ## Owners

        | Owner | Reach |
        |---|---|
        | security | pager 71 |

        ## Routes

        | Incident | Owner | Channel | Within |
        |---|---|---|---|
        | | security | phone | 1 h |
        """,
      remedy: """
        Add a row to “Owners”, or name one who is there. Other names for the same owner go under
        “Alias”.
        """),
    CodeEntry(
      "P014",
      """
      “Hours” in Routes is a name of the table “Office hours”, or “out of hours”. Another word
      never fits, and the row would never decide.
      """,
      in: .policy,
      wrong: """
        ## Office hours

        | Name | Days | From | To |
        |---|---|---|---|
        | office | Monday to Friday | 08:00 | 18:00 |

        ## Routes

        | Hours | Owner | Channel | Within |
        |---|---|---|---|
        | daytime | security | phone | 1 h |
        """,
      right: """
        ## Office hours

        | Name | Days | From | To |
        |---|---|---|---|
        | office | Monday to Friday | 08:00 | 18:00 |

        ## Routes

        | Hours | Owner | Channel | Within |
        |---|---|---|---|
        | office | security | phone | 1 h |
        """,
      remedy: """
        Write one of the names, or add a row to “Office hours”.
        """),
    CodeEntry(
      "P015",
      """
      A route is for a level that the table “Severity” never gives, so that it would never
      decide.
      """,
      in: .policy,
      wrong: """
        ## Severity

        | Incident | Level |
        |---|---|
        | | low |

        ## Routes

        | Severity | Owner | Channel | Within |
        |---|---|---|---|
        | minor | security | phone | 1 h |
        """,
      right: """
        ## Severity

        | Incident | Level |
        |---|---|
        | | low |

        ## Routes

        | Severity | Owner | Channel | Within |
        |---|---|---|---|
        | low | security | phone | 1 h |
        """,
      remedy: """
        Write a level of the table “Severity”.
        """),
    CodeEntry(
      "P016",
      """
      The curriculum names an audience that the table “Audiences” does not have. Nobody
      belongs to it, so that nobody would be asked to take its drills.
      """,
      in: .policy,
      wrong: """
        ## Audiences

        | Audience | Who |
        |---|---|
        | everyone | All of us |

        ## Curriculum

        | Audience | Drills | Due within |
        |---|---|---|
        | chat desk | card-in-the-chat | 30 days |
        """,
      right: """
        ## Audiences

        | Audience | Who |
        |---|---|
        | everyone | All of us |
        | chat desk | Whoever answers chats |

        ## Curriculum

        | Audience | Drills | Due within |
        |---|---|---|
        | chat desk | card-in-the-chat | 30 days |
        """,
      remedy: """
        Add the audience, or write one that is there.
        """),
    CodeEntry(
      "P017",
      """
      A deadline towards an authority comes from a law or a contract. Without its source
      nobody can check whether it still holds.
      """,
      in: .policy,
      wrong: """
        ## Notification clocks

        | Regime | Within | Whom | Source |
        |---|---|---|---|
        | GDPR authority | 72 h | lead authority | |
        """,
      right: """
        ## Notification clocks

        | Regime | Within | Whom | Source |
        |---|---|---|---|
        | GDPR authority | 72 h | lead authority | Article 33(1) |
        """,
      remedy: """
        Name the article of the law, or the clause of the contract, under “Source”.
        """),
  ]
}
