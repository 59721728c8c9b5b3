// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit

extension LanguageCase {
  /// Mistakes that once were told several times, or far from where they stand: told once, at the
  /// cause.
  static let once: [LanguageCase] =
    unreadMoments + links + variants + tables
    + hints + settings

  private static let unreadMoments: [LanguageCase] = [
    "Now: Tuseday 10:30 ⟨P022⟩", "Now: Friday 18:40\n- Since: yesteday 10:30 ⟨P022⟩",
    "Now: 10:30 ⟨P022⟩",
    "Now: Dienstag 10:30 ⟨P022⟩",
  ].map {
    ruled(
      "a fact “\($0)”",
      DrillText.told("Facts:\n\n- \($0)\n- Incident: intrusion\n") + """

        ### Escalate: Who is told?
        """)
  }

  private static let hints: [LanguageCase] = [
    "Hnit (-25%): Who? ⟨D107⟩", "Hnit: Who? ⟨D107⟩", "hint: Who? ⟨D107⟩", "HINT: Who? ⟨D107⟩",
    "hint (-25%): Who? ⟨D107⟩", "Hinnt: Who? ⟨D107⟩", "Hibt: Who? ⟨D107⟩",
    "Hunt (-25%): Who? ⟨D107⟩",
    "Hinweis (-25%): Wer? ⟨D107⟩", "Hnit: Who? ⟨D107⟩\nAnd why?", "Hunt: nothing is found.",
    "Hit: the ball is gone.", "Thin: the ice.", "Hinz: Hello.", "Discount (-25%): only today.",
    "Afetr 20 s: ⟨D107⟩\n\n> It rings.", "after 20 s: ⟨D107⟩\n\n> It rings.",
    "Nach 20 s, even if answered: ⟨D107⟩\n\n> It rings.", "Within 20 minutes:\n\n> It rings.",
    "Room 20:\n\n> It rings.",
  ].map { line in
    .asked(
      "a hint or a moment as “\(line)”", "\(line)\n\n- [x] Help.\n  > Yes.\n- [ ] Wait.\n  > No.")
  }

  private static let settings: [LanguageCase] = [
    "id: door; 2 points; within 30 s ⟨D109⟩", "id: door, 2 points, within 30 s ⟨D109⟩",
    "id: door; within 30 s ⟨D109⟩\nIt rings.", "_id: door; 30 s_ ⟨D111⟩",
    "_id: door; timer 30_ ⟨D111⟩",
  ].map { line in
    .asked(
      "settings as “\(line)”",
      "\(line)\n\n- [x] Help.\n  > Yes.\n- [ ] Wait.\n  > No.\n- (timed out)\n  > Late.")
  }

  private static let links: [LanguageCase] = [
    "[Later](#latre) ⟨D202⟩", "[Latre](#latre) ⟨D202⟩", "[Latre](#later) ⟨D215⟩",
    "[Opening](#later) ⟨D215⟩",
  ].map {
    LanguageCase(
      "a link to a scene as “\($0)”",
      DrillText.asked(
        "- [x] Help. → \($0)\n  > Right.\n- [ ] Wait.\n  > No.\n\n## Later\n\nIt rings."))
  }

  private static let variants: [LanguageCase] = [
    "| Friday | Satrday ⟨D134⟩ | |", "| lost device | lost devce ⟨D134⟩ | |",
    "| 18:40 | 18.4 ⟨D134⟩ | 25:00 ⟨D134⟩ |", "| Friday | Saturday | |",
  ].map { row in
    let places = row.ranges(of: "⟨D134⟩").count
    let plain = row.replacing(" ⟨D134⟩", with: "")
    return ruled(
      "a variant's words in “\(row)”",
      DrillText.told("Facts:\n\n- Now: Friday 18:40\n- Incident: lost device\n- Records: 40\n")
        + """

        ### Classify: How severe is it?

        - low
          > No.

        ### Escalate: Who is told?

        ## Variants

        | As it was | At the weekend | Later |
        |---|---|---|
        \(plain)\(String(repeating: " ⟨D134⟩", count: places))
        """)
  }

  private static let tables: [LanguageCase] = [
    LanguageCase(
      "a table of variants without its row of dashes",
      DrillText.told("It rings on Friday.")
        + "\n## Variants\n\n| Friday night | Sunday ⟨M020⟩ |\n| Friday | Sunday |"
        .replacing(" ⟨M020⟩ |", with: " | ⟨M020⟩")),
    LanguageCase(
      "a table of requests without its row of dashes",
      "# A test\n\n## Opening\n\n### Match: Which?\n\n| A | B | ⟨M020⟩\n| a | b |\n| c | d |"),
    .told("a table of the story without its row of dashes", "| A | B | ⟨M020⟩\n| a | b |"),
    .told("lines between bars that are text", "|x| ist der Betrag\n|y| auch"),
    .told("lines that begin with a bar", "| said he\n| said she"),
  ]
}
