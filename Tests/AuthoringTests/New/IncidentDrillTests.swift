// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Authoring

@Suite("A drill that is begun from an incident record")
struct IncidentDrillTests {
  private static let today = CalendarDate(daysSinceEpoch: 20_600)

  private func drill(
    _ record: String, policies: PolicyBook = IncidentDraft.policies
  ) throws -> IncidentDrill? {
    try IncidentDraft.drill(record, on: Self.today, policies: policies)
  }

  private func findings(
    _ drill: IncidentDrill, _ policies: PolicyBook = IncidentDraft.policies
  ) -> [Diagnostic] {
    IncidentDraft.findings(drill, on: Self.today, policies: policies)
  }

  private static let records = [
    IncidentRecords.table, IncidentRecords.list, IncidentRecords.sparse,
  ]

  @Test("it has no error, with the company's policies and without any", arguments: records)
  func sound(record: String) throws {
    for policies in [IncidentDraft.policies, PolicyBook()] {
      let drill = try #require(try drill(record, policies: policies))
      let errors = findings(drill, policies).filter { $0.rule.severity == .error }
      #expect(errors.isEmpty, "\(errors)\n\(drill.text)")
    }
  }

  @Test("where no policy was read, none is said to lack a table")
  func withoutPolicies() throws {
    let drill = try #require(try drill(IncidentRecords.table, policies: PolicyBook()))
    #expect(drill.text.contains("the policies give no answer yet. No policy was read."))
    #expect(!drill.text.contains("No policy has the table"))
  }

  @Test("the check warns of each mark, at the line that the command lists", arguments: records)
  func marks(record: String) throws {
    let drill = try #require(try drill(record))
    let warned = findings(drill).filter { $0.rule.code == "D140" }.map(\.place.line)
    #expect(!warned.isEmpty)
    #expect(warned == drill.tasks.map(\.line))
    #expect(drill.text.split(separator: "TODO:").count == warned.count + 1)
  }

  @Test("scenes follow the timeline, with a question at each decision")
  func table() throws {
    let drill = try #require(try drill(IncidentRecords.table))
    let heads = drill.text.split(separator: "\n").filter {
      ($0.hasPrefix("#") && !$0.hasPrefix("# TODO")) || $0.hasPrefix("- Now")
    }
    #expect(heads.map(String.init) == Self.tableHeads, "\(drill.text)")
    #expect(drill.text.contains("- Incident: lost device\n"))
    #expect(drill.text.contains("- Records: 340\n"))
    #expect(drill.text.contains("- Protection: unprotected\n"))
    #expect(drill.text.contains("- Data: contact\n"))
    #expect(!drill.text.contains("Jonas") && !drill.text.contains("Meijer"), "\(drill.text)")
    #expect(drill.text.contains("the accounts clerk"))
    #expect(drill.missingParts.isEmpty)
  }

  private static let tableHeads = [
    "# Laptop lost on the train",
    "- Now: 2026-03-06 22:40",
    "## The accounts clerk called the front desk",
    "- Now: 2026-03-06 22:50",
    "### Classify: How severe is it?",
    "### Escalate: Whom do you tell?",
    "## The front desk forgot to page anybody",
    "- Now: 2026-03-06 23:55",
    "### Choose: What do you do now?",
    "## The front desk replied to a guest",
    "- Now: 2026-03-07 09:00",
    "### Reply: What do you write?",
    "## Told the supervisory authority by form",
    "- Now: 2026-03-07 10:00",
    "### Notify: Which clocks run?",
    "## End",
  ]

  @Test("a list of moments in other words gives scenes, weekdays and what is missing")
  func list() throws {
    let drill = try #require(try drill(IncidentRecords.list))
    #expect(drill.text.contains("- Now: Tuesday 16:40\n"), "\(drill.text)")
    #expect(drill.text.contains("- Incident: misdirected message\n"))
    #expect(drill.text.contains("- Records: 1204\n"))
    #expect(drill.text.contains("Check the address before sending."))
    #expect(drill.missingParts == ["who was told when", "what was done"])
    let left = drill.tasks.filter { $0.words.contains("Mira Stone") }
    #expect(left.count == 1, "a name is left and not listed once: \(drill.tasks)")
  }

  @Test("a record of one sentence gives one scene, and says what it lacks")
  func sparse() throws {
    let drill = try #require(try drill(IncidentRecords.sparse))
    #expect(drill.text.contains("## What happens\n"))
    #expect(drill.text.contains("### Choose: What do you do now?"))
    #expect(drill.missingParts.count == 5)
  }

  @Test("a record that tells nothing makes no drill", arguments: ["# Title", "---\n\n---"])
  func nothing(record: String) throws {
    #expect(try drill(record) == nil)
  }

  @Test("words that mean something to Markdown or the drill's language stay words")
  func odd() throws {
    let lines = [
      "Facts: none", "*stars* _lines_ [link](#x) `code`", "A → B", "(fail) she said", "| a | b",
      "# no heading", "Model: T", "Hint: x", "<b>bold</b> & more", "50% (50%)", "TODO: later",
      "https://example.org/x", "_when failed_", "After 20 s: x", "> quote", "[x] ticked",
    ]
    let record =
      "# Odd: words → here\n\n## Timeline\n\n"
      + lines.map { "- 09:40 \($0) told security" }.joined(separator: "\n")
      + "\n\n## Lessons\n\n" + lines.map { "- \($0)" }.joined(separator: "\n") + "\n"
    let drill = try #require(try drill(record))
    let errors = findings(drill).filter { $0.rule.severity == .error }
    #expect(errors.isEmpty, "\(errors)\n\(drill.text)")
  }

  @Test(
    "the moment that a line begins with is read as teams write it",
    arguments: [
      ("09:40 Something", nil, 580, "Something"),
      ("2026-03-04 09:40 — Something", "2026-03-04", 580, "Something"),
      ("2026-03-04T09:40:12Z Something", "2026-03-04", 580, "Something"),
      ("4 March 2026, 9.40 am: Something", "2026-03-04", 580, "Something"),
      ("March 4, 2026 at 21:05 Something", "2026-03-04", 1265, "Something"),
      ("04.03.2026 | 00:05 | Something", "2026-03-04", 5, "Something"),
      ("~09:40-09:55 UTC Something", nil, 580, "Something"),
      ("12:10 am Something", nil, 10, "Something"),
      ("[23:59] Something", nil, 1439, "Something"),
      ("17.11. 10:05 Something", "2026-11-17", 605, "Something"),
      ("19.11. 16.00 Something", "2026-11-19", 960, "Something"),
      ("19.11 16:00 Something", "2026-11-19", 960, "Something"),
      ("19.11.2026 16.00 Something", "2026-11-19", 960, "Something"),
      ("17.11.26, 10:05 Something", "2026-11-17", 605, "Something"),
      ("17/11/2026 4 pm Something", "2026-11-17", 960, "Something"),
      ("11/17/2026 16h05: Something", "2026-11-17", 965, "Something"),
      ("2026/11/17 16h Something", "2026-11-17", 960, "Something"),
      ("17-11-2026 1605 Something", "2026-11-17", 965, "Something"),
      ("17 Nov 06:50 Something", "2026-11-17", 410, "Something"),
      ("17 Nov 1605 something", "2026-11-17", 965, "something"),
      ("17 November 2026: Something", "2026-11-17", nil, "Something"),
      ("Nov 17, 06:50 Something", "2026-11-17", 410, "Something"),
      ("November 17, 2026, 4:40 pm – Something", "2026-11-17", 1000, "Something"),
      ("Tue 17 Nov, 16.00 Something", "2026-11-17", 960, "Something"),
      ("Tuesday, 17th of November 2026 at 1605 Something", "2026-11-17", 965, "Something"),
      ("17. November, 16 Uhr Something", "2026-11-17", 960, "Something"),
      ("7. März 2026, 16 Uhr Something", "2026-03-07", 960, "Something"),
      ("7 juillet 2026 16h05 Something", "2026-07-07", 965, "Something"),
      ("5 Jan 09:40 Something", "2027-01-05", 580, "Something"),
      ("On Monday morning at 8.30 something", nil, 510, "something"),
      ("Tuesday afternoon, 14:05: Something", nil, 845, "Something"),
      ("Monday morning something", nil, nil, "morning something"),
      ("Am Montag früh um 8.30 Uhr something", nil, 510, "something"),
      ("Lundi matin à 8h30 something", nil, 510, "something"),
      ("1605 – something", nil, 965, "something"), ("1605 Something", nil, 965, "Something"),
      ("14.20: something", nil, 860, "something"),
      ("10.05 – 10.20 something", nil, 605, "something"),
    ] as [(String, String?, Int?, String)])
  func moments(text: String, date: String?, minute: Int?, rest: String) throws {
    let read = try #require(IncidentMoment.read(text))
    let today = CalendarDate(daysSinceEpoch: 20_774)
    #expect(read.moment.day?.date(near: today)?.description == date)
    #expect(read.moment.minute == minute)
    #expect(read.rest == rest)
  }

  @Test(
    "a line that begins with no moment has none",
    arguments: [
      "Something at 09:40", "340 guests", "25:10 x", "About time", "at last", "9 people",
      "1204 guests", "3 marketing mails", "3/4 of all", "12 may have been hit",
      "10.0.3 was rolled out",
      "2h later",
    ])
  func noMoment(text: String) {
    #expect(IncidentMoment.read(text) == nil)
  }
}
