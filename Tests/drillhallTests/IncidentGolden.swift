// SPDX-License-Identifier: GPL-3.0-or-later

/// An incident record with names of people in all forms, and the draft that it becomes.
enum IncidentGolden {
  static let record = """
    # Guest list to the wrong hotel

    ## People

    - Okafor, J. – shift lead
    - Mira Stone (reservations)

    ## Summary

    M. Stone sent the guest list to the wrong hotel. J. Okafor heard of it first.

    ## Timeline

    - 2026-03-04 14:05 Mira Stone sent the list of 1,204 guests to the wrong hotel.
    - 14:20 The other hotel rang, and Stone, M. told J. Okafor.
    - 16:40 Okafor informed security, too late.
    - 17:05 P. Lindner replied to a guest who had heard of it.

    ## Data

    - Names and addresses, 1,204 guests

    ## What was done

    - The other hotel deleted the list.

    ## Remarks

    - It was raining.

    ## Lessons

    - Say it early.

    """

  static let draft = """
    ---
    drill: 1
    id: guest-list-to-the-wrong-hotel
    version: 1
    title: "Guest list to the wrong hotel"
    # TODO: one sentence that says what there is to decide
    summary: "A drill from the incident record “Guest list to the wrong hotel”."
    # TODO: the duty is guessed from the record's words; is it what the drill trains?
    duty: data-handling
    moment: during
    level: 2
    # TODO: what it trains, and for whom
    competencies: [triage]
    audience: [front-desk]
    minutes: 10
    pass: 80
    policies: [breach-notification, escalation]
    sources:
      - "Incident record record.md"
    review-by: 2099-12-31
    ---

    # Guest list to the wrong hotel

    Facts:

    - Now: 2026-03-04 14:05
    - Since: 2026-03-04 14:05
    - Aware: 2026-03-04 14:05
    - Incident: misdirected message
    - Data: contact
    - Records: 1204
    - Protection: unprotected

    The reservations colleague sent the guest list to the wrong hotel. The shift lead heard of it first.

    TODO: the record does not say whether the data could be read; the facts say unprotected.

    ## The other hotel rang

    Facts:

    - Now: 2026-03-04 14:20

    14:05, the reservations colleague sent the list of 1,204 guests to the wrong hotel.

    TODO: tell what is known at this moment, and no more.

    ### Classify: How severe is it?

    _id: severity-1_

    TODO: check the facts above; the policies derive the answer from them.

    Feedback:

    > In the incident: 14:20, The other hotel rang, and the reservations colleague told the shift lead.
    >
    > TODO: say what decides here.

    ### Escalate: Whom do you tell?

    _id: tell-2_

    TODO: check the facts above; the policies derive the answer from them.

    Feedback:

    > In the incident: 14:20, The other hotel rang, and the reservations colleague told the shift lead.
    >
    > TODO: say what decides here.

    ## The shift lead informed security too late

    Facts:

    - Now: 2026-03-04 16:40

    TODO: tell what is known at this moment, and no more.

    ### Choose: What do you do now?

    _id: step-3_

    - [x] TODO: the right step
      > TODO: say why it is right
    - [ ] TODO: a wrong step that people really take
      > TODO: say what it leads to
    - [ ] TODO: another wrong step
      > TODO: say what it leads to instead

    Feedback:

    > In the incident: 16:40, the shift lead informed security, too late.
    >
    > TODO: say what decides here.

    ## Somebody replied to a guest

    Facts:

    - Now: 2026-03-04 17:05

    TODO: tell what is known at this moment, and no more.

    ### Reply: What do you write?

    _id: reply-4; 10-120 words_

    TODO: add a line for each thing that the reply must say, and each that it must not.

    - [x] Says sorry: sorry | apolog* | regret; not: sorry if
    - [x] Says who helps: help* | look after | take care
    - [ ] Promises what nobody knows: guarantee | nothing can happen

    Feedback:

    > In the incident: 17:05, P. Lindner replied to a guest who had heard of it.
    >
    > TODO: write a role or an invented name where these may be people, P. Lindner.
    >
    > TODO: say what decides here.

    Model:

    > I am sorry about this, and I will help you until it is put right today. TODO: write the rest of a good answer.

    ## End

    The other hotel deleted the list.

    Say it early.

    """
}
