// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Authoring

/// Questions on their way into a drill and back.
enum RoundTrip {
  static let frame = DrillFrame(
    id: "taken", title: "Taken over", summary: "Questions.", duty: .dataHandling,
    competency: "care", audience: "everyone", reviewBy: CalendarDate(daysSinceEpoch: 30_000))

  /// The questions of a GIFT text, without their lines.
  static func questions(_ text: String) -> [Question] {
    GIFTReader.read(file: "q.gift", bytes: Array(text.utf8)).questions.map(\.unplaced)
  }

  /// A GIFT text as a drill.
  static func drill(_ text: String) -> QuestionImport {
    QuestionImport(GIFTReader.read(file: "q.gift", bytes: Array(text.utf8)), frame)
  }

  /// A drill's text as questions and what of it is lost.
  static func export(_ text: String) throws -> QuestionExport {
    let found = Diagnostics()
    let bytes = Array(text.utf8)
    let source = try #require(SourceText(file: "d.md", bytes: bytes, diagnostics: found))
    let drill = try #require(
      DrillReader.read(file: "d.md", bytes: bytes, diagnostics: found).first, "\(found.sorted)")
    return QuestionExport(drill, source: source)
  }

  /// What `check` finds in a drill's text.
  static func findings(_ text: String) -> [Diagnostic] {
    let found = Diagnostics()
    DrillReader.check(
      file: "Drills/data-handling/taken.md", bytes: Array(text.utf8), library: PolicyBook(),
      today: CalendarDate(daysSinceEpoch: 20_000), diagnostics: found)
    return found.sorted
  }
}
