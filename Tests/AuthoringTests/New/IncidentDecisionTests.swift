// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Authoring

@Suite("Where an incident's questions, lessons and deadlines belong")
struct IncidentDecisionTests {
  private func drill(_ parts: String...) throws -> IncidentDrill {
    try #require(
      try IncidentDraft.drill(
        parts.joined(separator: "\n\n"), on: CalendarDate(daysSinceEpoch: 20_600)))
  }

  private static let start = "On 7 March 2026 names and card numbers of 14 visitors were posted."

  @Test(
    "headings of what was done, learnt and told are understood as people write them",
    arguments: [
      ("What we did", "what was done"), ("What did we do?", "what was done"),
      ("What we did then", "what was done"), ("Measures", "what was done"),
      ("Steps taken", "what was done"), ("Was wir getan haben", "what was done"),
      ("Maßnahmen", "what was done"), ("Ce que nous avons fait", "what was done"),
      ("What we could have done better", "lessons"), ("Was wir gelernt haben", "lessons"),
      ("What we do differently now", "lessons"), ("Ce que nous avons appris", "lessons"),
      ("Wer informiert wurde", "who was told when"), ("Welche Daten", "which data"),
      ("Zeitlicher Ablauf", "a timeline"), ("Was passiert ist", "what happened"),
    ])
  func headings(heading: String, part: String) throws {
    let drill = try drill(
      "# A list", "## Remarks", "- 09:40 The list was gone", "## \(heading)",
      "- It was put away at 10:00")
    #expect(!drill.missingParts.contains(part), "\(drill.missingParts)")
  }

  @Test(
    "words to somebody who comes or complains are a reply",
    arguments: [
      ("Mrs Albers comes to the counter. We told her that we are sorry.", true),
      ("A visitor is angry, the till told him to wait.", true),
      ("Two guests came back; we promised them a refund.", true),
      ("A tenant complained. We apologised to her and helped.", true),
      ("The clerk told her manager.", false), ("The desk told security.", false),
      ("A visitor complained to security.", false), ("We told them at ten.", false),
    ])
  func replies(text: String, isReply: Bool) {
    #expect(IncidentWords.speaks(text) == isReply)
  }

  @Test("a deadline that was over before its question is said, and counted from the scene")
  func late() throws {
    let late = try drill(
      "# A list", Self.start, "## Timeline", "- 09:35 The list was written",
      "- 13:05 The desk told security")
    let mark = late.tasks.first { $0.words.contains("was due by") }?.words ?? ""
    #expect(mark.contains("09:35") && mark.contains("2026-03-07 13:05"), "\(late.tasks)")
    #expect(late.text.contains("- Now: 2026-03-07 13:05\n- Since: 2026-03-07 13:05\n"))
    let soon = try drill(
      "# A list", Self.start, "## Timeline", "- 09:35 The list was written",
      "- 09:36 The desk told security")
    #expect(!soon.tasks.contains { $0.words.contains("was due by") }, "\(soon.tasks)")
    #expect(soon.text.components("- Since:") == 1)
  }

  @Test("a weekday and a part of the day before a time are a moment, which has its own scene")
  func monday() throws {
    let drill = try drill(
      "# A list", Self.start, "## Timeline", "- 13:00 The terminals work again",
      "- On Monday morning at 8.30 the security desk was told")
    #expect(drill.text.contains("## The terminals work again\n\nFacts:\n\n- Now: 2026-03-07 13:00"))
    #expect(
      drill.text.contains("## The security desk was told\n\nFacts:\n\n- Now: 2026-03-09 08:30"))
  }

  @Test("a lesson stands where its words agree, with a mark, and else at the end alone")
  func lessons() throws {
    let drill = try drill(
      "# A list", Self.start, "## Timeline", "- 09:35 The desk told security",
      "- 12:00 The desk forgot the envelope", "## Lessons", "- Tell security first",
      "- Lock the envelope away", "- Temps get no briefing")
    let blocks = drill.text.split(separator: "### ").map(String.init)
    let tell = try #require(blocks.first { $0.hasPrefix("Escalate") })
    let step = try #require(blocks.first { $0.hasPrefix("Choose") })
    #expect(tell.contains("> Tell security first\n>\n> TODO: a lesson"))
    #expect(step.contains("> Lock the envelope away\n>\n> TODO: a lesson"), "\(step)")
    #expect(drill.text.components("Temps get no briefing") == 1)
    #expect(drill.text.contains("duty: data-handling"))
    #expect(drill.tasks.contains { $0.words.contains("duty is guessed") })
  }

  @Test(
    "the duty is guessed from what the record tells",
    arguments: [
      ("A photo of the guest list was posted.", "data-handling"),
      ("The lift stood still, and the desk told the manager.", "escalation"),
      ("The lift stood still, and a guest complained.", "service-failure"),
    ])
  func duty(text: String, duty: String) throws {
    #expect(
      try drill("# A day", "## Timeline", "- 09:35 \(text)").text.contains("\nduty: \(duty)\n"))
  }
}

extension String {
  /// How often words stand in it.
  fileprivate func components(_ words: String) -> Int { ranges(of: words).count }
}
