// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

/// A drill and its translation, to be changed in tests.
enum TranslationSample {
  static let original = """
    ---
    drill: 1
    id: desk
    version: 3
    title: The desk
    summary: A guest waits.
    duty: escalation
    moment: during
    level: 1
    competencies: [habits]
    audience: [everyone]
    minutes: 5
    pass: 80
    defaults:
      points: 2
    review-by: 2027-01-01
    ---

    # The desk

    Facts:

    - Now: Friday 18:40

    It is Friday, the desk is full.

    ## At the desk

    > **Guest:** My room is cold, and has been all Friday.

    ### Choose: What do you do first?

    _id: first; within 30 s_

    Hint (-25%): Who is waiting here?

    After 10 s:

    > **Colleague:** Shall I?

    - [ ] (50%; +10 min) Ask the guest to wait for a moment.
      > **Guest:** Again?

      > Waiting is what the guest did all day.
    - [x] Send somebody up at once. → [The room](#the-room)
      > Done, and then said.
    - (timed out)
      > Nobody came.

    ## The room

    _when chose "Send somebody up at once." in [first](#at-the-desk)_

    ### Order: How do you go on from here?

    1. (before "Write it down") Look at the heater.
    2. Call the technician.
    3. Write it down.

    ### Reply: Write to the guest.

    _5-40 words_

    - [x] (2) Says sorry: sorry | apolog*
    - [ ] (fail: customer) Blames the guest: your fault

    Model:

    > I am sorry for the cold room tonight.

    ## End

    Warm rooms, happy guests, short nights.

    ## Variants

    | Friday night | Monday |
    |---|---|
    | Friday | Monday |
    | 18:40 | 09:00 |

    """

  static let german = """
    ---
    drill: 1
    translates: desk
    lang: de
    version: 3
    title: Am Empfang
    summary: Ein Gast wartet.
    ---

    # Am Empfang

    Es ist Freitag, am Empfang stehen alle.

    ## Der Empfang

    > **Gast:** Mein Zimmer ist kalt, und das den ganzen Freitag.

    ### Choose: Was tun Sie zuerst?

    Hint: Wer wartet hier?

    After 10 s:

    > **Kollege:** Soll ich?

    - Den Gast um etwas Geduld bitten.
      > **Gast:** Schon wieder?

      > Warten musste der Gast den ganzen Tag.
    - Sofort jemanden hinaufschicken.
      > Getan, und dann gesagt.
    - (timed out)
      > Niemand kam.

    ## Das Zimmer

    ### Order: Wie geht es weiter?

    1. Die Heizung ansehen.
    2. Den Techniker rufen.
    3. Alles aufschreiben.

    ### Reply: Schreiben Sie dem Gast.

    - Entschuldigt sich: Entschuldigung | tut + leid
    - Gibt dem Gast die Schuld: Ihre Schuld

    Model:

    > Das kalte Zimmer tut uns sehr leid.

    ## End

    Warme Zimmer, frohe Gäste, kurze Nächte.

    ## Variants

    | Friday night | Monday |
    |---|---|
    | Freitag | Montag |

    """

  static func join(
    _ german: String = german, _ original: String? = original, file: String = "Drills/desk.de.md"
  ) -> ComposedText {
    let expand = { (file: String, text: String) in
      ComposedText.expanding(file: file, bytes: Array(text.utf8)) { _ in nil }
    }
    return ComposedText.translation(
      expand(file, german), name: TranslationName(path: file),
      original: original.map { expand("Drills/desk.md", $0) })
  }

  /// What a check finds, each in the file and line that it is about.
  static func findings(
    _ german: String = german, _ original: String? = original, file: String = "Drills/desk.de.md"
  ) throws -> [String] {
    let text = join(german, original, file: file)
    let found = Diagnostics()
    let today = try #require(CalendarDate("2026-06-01"))
    DrillReader.check(
      file: file, bytes: text.bytes, library: PolicyBook(), today: today, diagnostics: found)
    return text.findings(with: found.sorted).map {
      "\($0.rule.code) \($0.place.file.split(separator: "/").last ?? ""):\($0.place.line)"
    }
  }
}
