// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import DrillKit
import Testing

@Suite("Lines of an incident record")
struct IncidentLinesTests {
  private func drill(_ lines: String...) throws -> IncidentDrill {
    let today = try #require(CalendarDate("2026-11-27"))
    return try #require(
      try IncidentDraft.drill(lines.joined(separator: "\n\n"), on: today))
  }

  @Test("whoever was told later is asked of in a mark, and the first in a question")
  func toldTwice() throws {
    let drill = try drill(
      "# A leak", "A list of guests leaked on 10 November 2026.", "## Who was told when",
      "- Security: 10 Nov, 02:50, by pager", "- Privacy: 10 Nov, 09:10, by phone",
      "## Data", "Names and health notes of 214 EU residents, unprotected.")
    #expect(drill.text.split(separator: "### Escalate:").count == 2, "\(drill.text)")
    #expect(
      drill.tasks.contains { $0.words.contains("line 9 of the record says") }, "\(drill.tasks)")
  }

  @Test("one who was told is no line too many")
  func toldOnce() throws {
    let drill = try drill(
      "# A leak", "A list of guests leaked on 10 November 2026.", "## Who was told when",
      "- Security: 10 Nov, 02:50, by pager")
    #expect(!drill.tasks.contains { $0.words.contains("was told here as well") })
  }

  @Test(
    "a line of the timeline may say who was told first",
    arguments: [
      ("- Security: 10 Nov, 02:50, by pager", "02:50, Told Security, by pager"),
      ("- Security: 02:50 confirmed it", "confirmed it"),
    ])
  func whoFirst(line: String, told: String) throws {
    let drill = try drill(
      "# A leak", "It leaked on 10 November 2026.", "## Timeline", "- 02:10 It was seen.", line,
      "- 03:00 The desk told IT.")
    #expect(drill.text.contains(told), "\(drill.text)")
    #expect(!drill.text.contains("holds a time that is not read"), "\(drill.text)")
  }

  @Test(
    "the end of a stretch is kept in the words",
    arguments: [
      "- 02:30-02:50 Dirk (shift lead) waits", "- 02:30–02:50 Dirk (shift lead) waits",
      "- 02:30 – 02:50 Dirk (shift lead) waits",
    ])
  func stretch(line: String) throws {
    let drill = try drill(
      "# A leak", "It leaked on 10 November 2026.", "## Timeline", line,
      "- 03:00 The desk told security.")
    #expect(drill.text.contains("waits (until 02:50)"), "\(drill.text)")
  }

  @Test("data that only the story speaks of is asked about")
  func data() throws {
    let drill = try drill(
      "# A leak", "It leaked on 10 November 2026. The supplier had shared a password.",
      "## Timeline", "- 02:10 The desk told security.", "## Data", "Names of 312 guests.")
    #expect(
      drill.tasks.contains {
        $0.words.contains("the record tells “The supplier had shared a password.”")
      })
    let plain = try self.drill(
      "# A leak", "It leaked on 10 November 2026.", "## Timeline",
      "- 02:10 The desk told security.", "## Data", "Names of 312 guests, and a password.")
    #expect(!plain.tasks.contains { $0.words.contains("under Data, because") })
  }
}
