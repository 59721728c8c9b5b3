// SPDX-License-Identifier: GPL-3.0-or-later

/// Small drills in which everything that an attempt knows occurs.
enum SmallStories {
  /// Branches, detours, tries, hints, injects, critical failures, scenario time.
  static let branching = """
    Facts:

    - Now: Friday 18:40

    A desk.

    ## Opening

    ### Choose: What first?

    _id: first; competency: care; 2 points; within 45 s; 2 attempts; show: 3_

    Hint (-25%): Look.

    Hint (-10%): Listen.

    After 20 s:

    > **Marcus:** Are you free?

    After 30 s, even if answered:

    > **Marcus:** Too late now.

    - [ ] Copy it. → [Copied](#copied)
      > **Ada:** Oh.

      > It is twice there now.
    - [x] Hide it. → [Hidden](#hidden)
      > Right.
    - [ ] (50%; +10 min) Ask.
      > Late.
    - [ ] (fail: compliance) Read it out.
      > Never.
    - [ ] (fail; coach) Shout.
      > Loud.
    - [ ] (25%; timed out)
      > Nothing came.

    Feedback:

    > Hide first.

    Next:

    - [Copied](#copied) when failed
    - Go on otherwise

    ### Decide: And now?

    _id: now_

    - Stay.
      > You stay.
    - Go. → [End](#end)
      > You go.

    ## Copied

    _detour_

    It is everywhere.

    ### Choose all: What is true?

    _id: all; competency: speed; 3 points; 3 attempts; confidence: ask_

    - [x] One.
      > Yes.
    - [x] Two.
      > Yes.
    - [ ] Three.
      > No.
    - [ ] (-25%; +5 min) Four.
      > No.

    ## Hidden

    Next:

    - [Late](#late) when score is at least 50
    - Go on otherwise

    ### Reply: Write.

    _id: note; 2 points; 2-40 words_

    - [x] (2) Says sorry: sorry | apolog*
    - [x] Says when: by four | today
    - [ ] (fail: customer) Asks for the code: send + code

    Model:

    > I am sorry, it comes today.

    ## Unmet

    _when chose "Shout." in [first](#opening)_

    ### Choose: Why?

    - [x] Because.
      > Yes.
    - [ ] No reason.
      > No.

    ## Late

    Facts:

    - Now: Saturday 09:00

    _when not failed [first](#opening)_

    It is quiet.

    ### Order: In which order?

    _id: order; 0 points_

    1. First.
       > One.
    2. (before "Third.") Second.
       > Two.
    3. Third.
       > Three.

    ### Estimate: How many?

    _id: count; 2 attempts_

    Answer: 14 ± 1

    ## End

    _when score is at least 80_

    Well done.
    """

  /// A conversation, and questions whose answers a policy has.
  static let derived = """
    Facts:

    - Now: Friday 17:30
    - Incident: lost device
    - Records: 340
    - Data: contact
    - Protection: unprotected

    ## The call

    ### Spot: When does it fail?

    _id: listen; 3 points; watch: Robin; pace: 4 s; window: 2; late: 50%; feedback: at once_

    After line 2:

    > **Dilan:** Quick.

    1. [ ] **Robin:** Good afternoon, what can I do?
       > Plain.
    2. **Tayo:** My parcel.
    3. [x] **Robin:** Whose fault is that?
       > Blame.
    4. **Tayo:** Yours.
    5. [ ] **Robin:** I look for it now.
       > Good.
    6. **Tayo:** Please.
    7. [ ] **Robin:** You hear from me by four.
       > Good.
    8. **Tayo:** Fine.

    ### Classify: How bad?

    _id: bad; 2 points; confidence: ask; 2 attempts_

    ### Choose: And then?

    _id: then_

    - [ ] (+45 min) Wait.
      > Too long.
    - [x] Tell.
      > Yes.

    ### Escalate: Whom?

    _id: tell; 4 points; 2 attempts_

    Hint (-25%): The clock.

    Answers:

    - too late
      > The hour runs.
    - (otherwise)
      > Read the row.
    """

  /// A policy with routes for `derived`.
  static let routes = """
    ## Severity

    | Incident | Records | Level | Why |
    |---|---|---|---|
    | lost device | >= 1000 | critical | Many. |
    | lost device | 10 to 999 | high | Some. |
    | lost device | | low | Few. |

    ## Office hours

    | Name | Days | From | To | Zone |
    |---|---|---|---|---|
    | office | Monday to Friday | 08:00 | 18:00 | Europe/Brussels |

    ## Owners

    | Owner | Alias | Reach |
    |---|---|---|
    | security | desk | 7001 |
    | privacy | DPO | 7010 |

    ## Routes

    | Incident | Severity | Hours | Owner | Channel | Within |
    |---|---|---|---|---|---|
    | | high | office | security + privacy | phone | 1 h |
    | | high | out of hours | security | pager | 30 min |
    | | | | security | ticket | 4 h |
    """

  /// A story that leads back to its beginning: a check refuses it, and a player must survive it.
  static let looping = """
    ## Round

    ### Choose: Again?

    _id: again_

    - [x] Yes. → [About](#about)
      > Yes.
    - [ ] No. → [About](#about)
      > No.

    ## About

    ### Choose: And again?

    _id: back_

    - [x] Yes. → [Round](#round)
      > Yes.
    - [ ] No. → [Round](#round)
      > No.
    """
}
