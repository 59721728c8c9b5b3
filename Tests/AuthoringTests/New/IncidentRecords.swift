// SPDX-License-Identifier: GPL-3.0-or-later

/// Incident records as three teams write them.
enum IncidentRecords {
  /// A timeline as a table, past midnight, with roles.
  static let table = """
    # Laptop lost on the train

    ## Summary

    Jonas Meijer (accounts clerk) left a laptop on the train. The disk was not encrypted.

    ## Timeline

    | Time | Event |
    |---|---|
    | 2026-03-06 22:40 | Jonas noticed that the laptop was gone. |
    | 22:50 | Jonas called the front desk. |
    | 23:55 | The front desk forgot to page anybody. |
    | 00:20 | Security was told by pager. |
    | 09:00 | The front desk replied to a guest who had heard of it. |

    ## Data

    | What | Count |
    |---|---|
    | Names and addresses of guests, all EU residents | 340 |

    ## Who was told when

    | When | Who | How |
    |---|---|---|
    | 2026-03-07 10:00 | the supervisory authority | form |

    ## What was done

    - The account was locked.

    ## Lessons learned

    - Tell security first, then look for it.
    """

  /// A timeline as a list, other headings in another order, no date, a name without a role.
  static let list = """
    # Post-mortem: guest list to the wrong hotel

    **What we learned**

    1. Check the address before sending.
    2. Nobody is blamed for saying it early.

    **Chronology**

    - Tue 14:05 — Mira Stone sent the guest list to the wrong hotel
    - 14.20: the other hotel rang and said so
    - 4:40 pm – IT informed the data protection officer, too late

    **Information involved**

    - bookings: 1,204 guests, names and birthdays

    **Overview**

    A list of bookings went to the wrong recipient.
    """

  /// Hardly anything.
  static let sparse = """
    The parcel scanner stopped for an hour, and nobody knew whom to call.
    """
}
