// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Authoring

@Suite("The day of each line of an incident record")
struct IncidentDaysTests {
  /// The 17th of November 2026 is a Tuesday.
  private static let today = CalendarDate(daysSinceEpoch: 20_783)

  private func record(_ parts: String...) throws -> IncidentRecord {
    let text = parts.joined(separator: "\n\n")
    let source = try #require(
      SourceText(file: "record.md", bytes: Array(text.utf8), diagnostics: Diagnostics()))
    return IncidentRecordReader.read(source, today: Self.today)
  }

  /// Moments of lines, in order.
  private func moments(_ record: IncidentRecord) -> [String] {
    let story = IncidentStory(
      record, file: "record.md", policies: PolicyBook(), today: Self.today)
    return record.entries.map { story.now($0) ?? "-" }
  }

  @Test("days without a year, in any order of lines, with the day of the story for those without")
  func mixed() throws {
    let record = try record(
      "# A link", "## What happened", "On Tuesday 17 November 2026 a link was posted.",
      "## Timeline",
      """
      - 08:10 The porter posts the link.
      - 19.11. 16:00 Authority told.
      - 18 Nov 09:00 The porter told security.
      - 17.11.2026, 10:00 A guest complains.
      - 20/11/2026 16.00 The link is gone.
      """)
    #expect(
      moments(record) == [
        "2026-11-17 08:10", "2026-11-17 10:00", "2026-11-18 09:00", "2026-11-19 16:00",
        "2026-11-20 16:00",
      ])
    #expect(record.doubts.isEmpty, "\(record.doubts)")
    #expect(record.dayLine == 5)
  }

  @Test("the first line's day is the first day, and a year that nobody writes is asked for")
  func yearless() throws {
    let record = try record(
      "# A link", "## Timeline", "- 17.11. 10:05 It rang.\n- 11:00 It stopped.")
    #expect(moments(record) == ["2026-11-17 10:05", "2026-11-17 11:00"])
    #expect(record.doubts.map(\.line) == [5])
    #expect(record.doubts.first?.words.contains("without a year") == true)
    #expect(!record.isDayTaken)
  }

  @Test(
    "the day of a byline is not the incident's",
    arguments: [
      "Author: Priya Raman (facilities), written 18 Nov 2026, reviewed",
      "Written on 18 November 2026 by the desk", "Date of report: 18.11.2026",
      "Reported by Priya Raman on 18 Nov 2026", "Report date: 2026-11-18",
      "Last updated 18/11/2026",
    ])
  func byline(line: String) throws {
    let record = try record(
      "# A link", line, "## What happened", "On Tuesday 17 November 2026 a link was posted.",
      "## Timeline", "- 08:10 The porter posts the link.")
    #expect(moments(record) == ["2026-11-17 08:10"])
    #expect(record.dayLine == 7)
    let alone = try self.record("# A link", line, "## Timeline", "- 08:10 It rang.")
    #expect(moments(alone) == ["Monday 08:10"], "\(line)")
  }

  @Test(
    "a sentence of the story is no byline",
    arguments: [
      "The desk reported the loss on 17 Nov 2026.", "Updated firmware failed on 17 November 2026.",
      "Authorities rang on 17.11.2026.",
      "Written by Lena Brandt on 18 Nov 2026. The pipe burst on 17 Nov 2026.",
      "On Nov 17, 2026 a report was written by the desk.",
    ])
  func noByline(line: String) throws {
    let record = try record("# A link", line, "## Timeline", "- 08:10 It rang.")
    #expect(moments(record) == ["2026-11-17 08:10"])
    #expect(record.bylines.isEmpty)
  }

  @Test(
    "what can't be read, or is two days, is asked for with its line",
    arguments: [
      ("03/04/2026 09:40 It rang", "“03/04/2026”"), ("31.11.2026 09:40 It rang", "“31.11.2026”"),
      ("17/13/2026 09:40 It rang", "“17/13/2026”"), ("03/04 09:40 It rang", "“03/04”"),
      ("31 Nov 09:40 It rang", "“31 Nov”"), ("10.05 It rang", "“10.05”"),
      ("Mon 17 Nov 2026 09:40 It rang", "says Monday"), ("It rang at 09:40", "holds a time"),
      ("25.00 It rang", "holds a time"),
      ("17 Nov 1926 09:40 It rang", "far from"),
    ])
  func unclear(line: String, words: String) throws {
    let record = try record(
      "# A link", "On 17 November 2026 it rang.", "## Timeline",
      "- 17 Nov 08:00 It hummed.\n- \(line)")
    #expect(record.doubts.map(\.line) == [8], "\(record.doubts)")
    #expect(record.doubts.first?.words.contains(words) == true, "\(record.doubts)")
  }

  @Test("times with a full stop are no days beside one that can only be a time")
  func dotted() throws {
    let record = try record(
      "# A link", "On 17 November 2026 it rang.", "## Timeline",
      "- 09.40 It hummed.\n- 10.05 It rang.\n- 14.20 It stopped.")
    #expect(record.doubts.isEmpty, "\(record.doubts)")
    #expect(moments(record) == ["2026-11-17 09:40", "2026-11-17 10:05", "2026-11-17 14:20"])
  }

  @Test("who was told comes before when, and a day stands for its own line")
  func whoThenWhen() throws {
    let record = try record(
      "# A link", "On 17 November 2026 it was posted.", "## Who was told when",
      """
      - Security: 17 Nov, 09:45, by phone (should have been 07:05!)
      - Privacy – 10:05 by security
      - Authority: 19 November 2026, 16:00
      - The six people: Friday, by letter
      - Communications, 11:40 after a call
      - The owner was told on 18.11. at 16.00 by chat
      """)
    let told = zip(moments(record), record.entries).map { "\($0.0) \($0.1.text)" }
    #expect(
      told == [
        "2026-11-17 09:45 Told Security, by phone (should have been 07:05!)",
        "2026-11-17 10:05 Told Privacy, by security",
        "2026-11-17 11:40 Told Communications, after a call",
        "2026-11-18 16:00 The owner was told, by chat",
        "2026-11-19 16:00 Told Authority", "- Told the six people, by letter",
      ], "\(told)")
    #expect(record.doubts.map(\.line) == [8, 11])
    #expect(record.entries.last.map { $0.day } == 3)
  }
}
