// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import DrillKit
import Library
import Testing

/// Drills that are begun from records, with the repository's own policies.
enum IncidentDraft {
  /// The repository's policies.
  static let policies: PolicyBook = {
    let root = #filePath.dropLast("/Tests/AuthoringTests/New/IncidentDraft.swift".count)
    let library = DrillLibrary(
      drills: LibraryFolder("\(root)/Drills"), policies: LibraryFolder("\(root)/Policies"))
    return PolicyBook(
      library.allPolicies().values.map(\.policy).sorted { $0.file < $1.file }, today: nil,
      diagnostics: Diagnostics())
  }()

  /// The drill that is begun from a record; nil where that tells nothing.
  static func drill(
    _ record: String, on today: CalendarDate, policies: PolicyBook = policies
  ) throws -> IncidentDrill? {
    let found = Diagnostics()
    let source = try #require(
      SourceText(file: "record.md", bytes: Array(record.utf8), diagnostics: found),
      "\(found.sorted)")
    return IncidentDrill(source, policies: policies, today: today)
  }

  /// What `check` finds in such a drill.
  static func findings(
    _ drill: IncidentDrill, on today: CalendarDate, policies: PolicyBook = policies
  ) -> [Diagnostic] {
    let found = Diagnostics()
    DrillReader.check(
      file: "Drills/escalation/\(drill.id).md", bytes: Array(drill.text.utf8), library: policies,
      today: today, diagnostics: found)
    return found.sorted
  }
}
