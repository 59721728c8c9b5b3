// SPDX-License-Identifier: GPL-3.0-or-later

/// Moments in facts that are read as long past.
extension LanguageCase {
  static let moments: [LanguageCase] =
    [
      ("Tuesday 08:30", "Since: Tuesday 10:30 ⟨D137⟩"), ("Tuesday 08:30", "Aware: tue 8.31 ⟨D137⟩"),
      ("Tuesday 08:30", "Since: Wednesday 09:00 ⟨D137⟩"),
      ("Tuesday 08:30", "Since: Thursday 09:00"),
      ("Tuesday 08:30", "Since: Tuesday 08:30"), ("Tuesday 08:30", "Since: Friday 18:00"),
      ("2026-05-12 08:30", "Aware: Tuesday 10:30 ⟨D137⟩"),
      ("2026-05-12 08:30", "Aware: 2026-05-05 10:30"),
      ("2026-05-12 08:30", "Aware: 2026-05-13 10:30 ⟨D137⟩"),
      ("Tuesday 08:30", "Since: 10:30 ⟨D137⟩"), ("Tuesday 08:30", "Since: yesterday 10:30"),
      ("Tuesday 08:30", "Since: today 10:30 ⟨D137⟩"), ("Tuesday 00:30", "Since: 23:50"),
    ].map { now, fact in .told("\(now), \(fact)", "Facts:\n\n- Now: \(now)\n- \(fact)") } + [
      LanguageCase(
        "a moment that several variants have otherwise, told once",
        "# A test\n\nFacts:\n\n- Now: Tuesday 08:30\n- Since: Tuesday 10:30 ⟨D137⟩\n\n## Opening\n\n"
          + DrillText.item()
          + "\n## Variants\n\n| 08:30 | 08:40 | 08:50 |\n|---|---|---|\n"
          + "| Tuesday 10:30 | Tuesday 10:40 | Tuesday 10:50 |\n"),
      LanguageCase(
        "a fact of the drill that the story comes to, and goes on from",
        """
        # A test

        Facts:

        - Now: Tuesday 10:20
        - Since: Tuesday 10:30

        ## Opening

        \(DrillText.item().replacingLast("] Wait.", "] (+20 min) Wait."))
        ## Later

        \(DrillText.item("second"))
        ## Next week

        Facts:

        - Now: Tuesday 09:00

        \(DrillText.item("third"))
        """),
    ]
}
