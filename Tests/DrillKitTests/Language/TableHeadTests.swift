// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

@Suite("Heads of tables without dashes")
struct TableHeadTests {
  private static func diagnostics(_ table: String) throws -> [Diagnostic] {
    try LanguageCase(
      "", "# A test\n\n## Opening\n\n### Match: Who does what tonight?\n\n\(table)\n"
    ).drill.diagnostics()
  }

  @Test(
    "the row of dashes is written where the first line is surely a head",
    arguments: [
      ("| Who | Does |\n| security | looks |\n| IT | waits |", true),
      ("| **Team** | **Task** |\n| security | looks |\n| IT | waits |", true),
      ("| Team | Task | Why |\n| security | looks | So. |\n| IT | waits | So. |", true),
      ("| Team | Task |\n|---|---|---|\n| security | looks |\n| IT | waits |", true),
      (
        "| security | looks at the session |\n| IT operations | changes the passwords |\n"
          + "| communications | nothing yet |", false
      ),
      ("| Data | privacy |\n| Keys | security |\n| Rooms | desk |", false),
      ("| Team | Task |\n| security | looks |\n| IT | waits |", false),
    ])
  func fix(table: String, isFixed: Bool) throws {
    let found = try Self.diagnostics(table)
    #expect(found.map(\.rule.code) == ["M020"], "\(found)")
    #expect((found.first?.fix != nil) == isFixed, "\(found)")
    #expect(isFixed || found.first?.message.contains("write a head") == true)
  }
}
