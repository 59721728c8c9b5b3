// SPDX-License-Identifier: GPL-3.0-or-later

/// Small policies for tests, as a company would write them.
enum HousePolicies {
  static let all = [escalation, breach, recovery]

  static let escalation = """
    ---
    policy: escalation
    title: Who is told
    owner: Ines
    version: 9
    effective: 2026-10-15
    review-by: 2027-06-30
    ---

    # Who is told

    ## Say it early

    You need no proof.

    ## Severity

    | Incident | Records | Data | Protection | Level | Why |
    |---|---|---|---|---|---|
    | lost device; data exposure | >= 1000 | | unprotected | critical | The number makes it public. |
    | lost device; data exposure | 10 to 999 | contact | unprotected | high | Judge it today. |
    | lost device | | | encrypted | moderate | Nobody reads the disk |
    | | | | | low | |

    ## Office hours

    | Name | Days | From | To | Zone |
    |---|---|---|---|---|
    | office | Monday to Friday | 08:00 | 18:00 | Europe/Brussels |

    ## Owners

    | Owner | Alias | Reach |
    |---|---|---|
    | security | security desk; Ines Verhoeven | pager 71 |
    | privacy | data protection officer; DPO | extension 7010 |
    | IT operations | IT | extension 7030 |
    | service desk | help desk | extension 7000 |

    ## Routes

    | Incident | Severity | Hours | Owner | Channel | Within |
    |---|---|---|---|---|---|
    | | critical | office | security + privacy | phone | 30 min |
    | | critical | out of hours | security | pager | 30 min |
    | | high | office | security | phone | 1 h |
    | | high | out of hours | security | pager | 1 h |
    | lost device | moderate | | IT operations | ticket; phone | 2 h |
    | | low | | service desk | ticket | 1 business day |
    """

  static let breach = """
    ---
    policy: breach
    title: Telling the authorities
    owner: Margit
    version: 5
    effective: 2026-10-15
    review-by: 2027-03-31
    ---

    # Telling the authorities

    The data protection officer decides.

    ## Notification clocks

    | Regime | Data | Affected | Starts at | Within | Whom | Source |
    |---|---|---|---|---|---|---|
    | GDPR authority | | EU residents | aware | 72 hours | lead authority | Article 33(1) |
    | GDPR people | identity document | EU residents | aware | without undue delay | each person | Article 34(1) |
    | UK ICO | | UK residents | aware | 72 hours | Information Commissioner | UK Article 33(1) |
    | NIS2 early warning | | parcel network | aware | 24 hours | national CSIRT | Article 23(4)(a) |
    | Card acquirer | payment card | | aware | immediately | acquirer | PCI DSS 12.10.1 |
    | Californians | identity document | California residents | aware | 30 days | each resident | 1798.82 |

    ## Hotline

    | Period | Service level | Within | Handling time | Shrinkage |
    |---|---|---|---|---|
    | first day | 80 % | 20 s | 180 s | 35 % |
    | later | 80 % | 15 s | 240 s | |
    | always | 100 % | 1 s | 300 s | 100 % |

    ## Look back

    1. Walk through the log.
    2. Compare each step with its deadline.

    ### Afterwards

    Run the drill again.
    """

  static let recovery = """
    ---
    policy: service-recovery
    title: Putting it right
    owner: Bea
    version: 4
    effective: 2026-09-01
    review-by: 2027-08-31
    ---

    # Putting it right

    ## Remedies

    | Role | Case | What | Up to | Else hands up to |
    |---|---|---|---|---|
    | front desk | cold room; overbooking | Food and drink | 30 EUR | duty manager |
    | front desk | cold room | Night refund | 60 EUR | duty manager |
    | front desk | overbooking | Night refund | 150 EUR | duty manager |
    | duty manager | | Night refund | no limit | head of service |
    """
}
