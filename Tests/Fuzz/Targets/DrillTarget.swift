// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Library

/// Any bytes as a drill's file, checked as `drillhall check` does.
enum DrillTarget {
  /// The project's policies.
  static let policies: PolicyBook = {
    let silent = Diagnostics()
    let read = DrillLibrary(drills: LibraryFolder("Drills"), policies: LibraryFolder("Policies"))
      .allPolicies().values.map(\.policy).sorted { $0.id < $1.id }
    return PolicyBook(read, today: nil, diagnostics: silent)
  }()

  /// Some day; review dates are judged by it.
  static let today = CalendarDate(daysSinceEpoch: 20_500)

  @Sendable static func run(_ bytes: [UInt8]) {
    let found = Diagnostics()
    let header = DrillReader.check(
      file: "drill.md", bytes: bytes, library: policies, today: today, diagnostics: found)
    for finding in found.sorted {
      Fuzz.expect(finding.place.line >= 1, "a finding stands before the first line: \(finding)")
      Fuzz.expect(!finding.message.isEmpty, "a finding says nothing: \(finding.rule.code)")
    }
    // A list shows a drill by its front matter alone: it must be the one that the check read.
    if let header {
      let listed = DrillReader.header(file: "drill.md", bytes: bytes)
      Fuzz.expect(listed?.id == header.id, "the list has another id: \(header.id)")
    }
    if !found.hasErrors, header != nil {
      let drills = DrillReader.read(file: "drill.md", bytes: bytes, diagnostics: Diagnostics())
      Fuzz.expect(!drills.isEmpty, "a drill without errors can't be read")
    }
  }
}
