// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

/// Policies written in a test, and what was found in them.
struct PolicyFixture {
  let book: PolicyBook
  let found: [Diagnostic]

  /// `line rule` of each finding.
  var codes: [String] { found.map { "\($0.place.line) \($0.rule.code)" } }

  /// A book of one policy with this text below its title, which stands in line 9.
  init(_ body: String, today: String? = nil) throws {
    try self.init(files: ["test.md": Self.policy(body)], today: today)
  }

  /// A book of whole files.
  init(files: KeyValuePairs<String, String>, today: String? = nil) throws {
    let diagnostics = Diagnostics()
    var policies: [Policy] = []
    for (name, text) in files {
      let source = try #require(
        SourceText(file: name, bytes: Array(text.utf8), diagnostics: diagnostics))
      if let policy = Policy.read(source, diagnostics: diagnostics) { policies.append(policy) }
    }
    book = PolicyBook(
      policies, today: today.flatMap { CalendarDate($0) }, diagnostics: diagnostics)
    found = diagnostics.sorted
  }

  /// A policy's text: eight lines of front matter, the title in line 9, the body from line 11 on.
  static func policy(_ body: String, id: String = "test", reviewBy: String = "2027-06-30") -> String
  {
    """
    ---
    policy: \(id)
    title: A test
    owner: Nobody
    version: 3
    effective: 2026-01-01
    review-by: \(reviewBy)
    ---
    # A test

    \(body)

    """
  }

  /// Severity, hours, owners and routes that belong together.
  static let escalation = """
    ## Severity

    | Incident | Records | Data | Level | Why |
    |---|---|---|---|---|
    | intrusion | | | critical | Every minute counts. |
    | lost device | >= 1000 | | critical | |
    | lost device | 10 to 999 | | high | |
    | lost device | | payment card; health | high | |
    | | | | low | Everything else. |

    ## Office hours

    | Name | Days | From | To |
    |---|---|---|---|
    | office | Monday to Friday | 08:00 | 18:00 |

    ## Owners

    | Owner | Alias | Reach |
    |---|---|---|
    | security | security desk; Ines Verhoeven | pager 71 |
    | privacy | DPO | extension 7010 |
    | service desk | | extension 7000 |

    ## Routes

    | Incident | Severity | Hours | Owner | Channel | Within | Note |
    |---|---|---|---|---|---|---|
    | | critical | office | security + privacy | phone | 30 min | |
    | | critical | out of hours | security | pager; phone | 30 min | Page **once**. |
    | | high | | security; privacy | phone | 4 h | |
    | | low | | service desk | ticket | 1 business day | |
    """
}
