// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Reading policies")
struct PolicyReadingTests {
  @Test("clauses, the items of their lists, and lookups by file and id")
  func clauses() throws {
    let fixture = try PolicyFixture(
      """
      ## Promises

      - We say our name.
      - We say sorry, without an "if".

      ### Small print

      Text, and [a link](#promises-2).

      ## Étapes 2

      1. First
      2. Second
      """)
    #expect(fixture.codes == [])
    let policy = try #require(fixture.book.policy("test"))
    #expect(
      policy.clauses.map(\.slug) == [
        "promises", "promises-1", "promises-2", "small-print", "étapes-2", "étapes-2-1",
        "étapes-2-2",
      ])
    let promise = try #require(fixture.book.clause(policy: "test", slug: "promises-2"))
    #expect(promise.heading == "Promises 2")
    #expect(promise.blocks.first?.paragraph?.plain == "We say sorry, without an \"if\".")
    #expect(policy.clause("étapes-2")?.list?.items.count == 2)
    #expect(policy.acknowledge == .never)
    let target = try #require(fixture.book.target(of: "../../Policies/test.md#promises-2"))
    #expect(target.clause == promise)
    #expect(fixture.book.target(of: "../Policies/test.md#promises-3") == nil)
    #expect(fixture.book.target(of: "test.md")?.clause == nil)
  }

  @Test(
    "headings that can't be linked to safely",
    arguments: [
      ("Cafe\u{301} hours", "a separate accent"), ("What, now", "“,”"), ("A - B", "“-”"),
      ("Don’t", "“’”"),
    ])
  func headings(heading: String, words: String) throws {
    let fixture = try PolicyFixture("## \(heading)\n\nText.")
    #expect(fixture.codes == ["11 P004"])
    #expect(fixture.found.first?.message.contains(words) == true)
  }

  @Test(
    "headings that can",
    arguments: ["Café hours", "Überblick 2", "Έκθεση", "한국어", "हिन्दी", "Aware"])
  func soundHeadings(heading: String) throws {
    #expect(try PolicyFixture("## \(heading)\n\nText.").codes == [])
  }

  @Test(
    "findings in a policy's text",
    arguments: [
      ("## One\n\nText.\n\n## ONE\n\nText.", ["15 P003"]),
      ("## Steps\n\n- One\n- Two\n\n## Steps 2\n\nText.", ["16 P003"]),
      ("## Steps 2\n\nText.\n\n## Steps\n\n- One\n- Two", ["11 P003"]),
      ("## One\n\nSee [two](#two).", ["13 P005"]),
      ("## One\n\nSee [two](other.md#two).", ["13 P005"]),
      ("## One\n\nSee [the law](https://example.org/#x).", []),
      ("# Another\n\nText.", ["11 P026"]), ("## Routes\n\nText.", ["11 P007"]),
      ("## Route\n\n| A | B |\n|---|---|\n| 1 | 2 |", ["11 P007"]),
      ("## Prices\n\n| A | B |\n|---|---|\n| 1 | 2 |", []),
    ])
  func findings(body: String, codes: [String]) throws {
    #expect(try PolicyFixture(body).codes == codes)
  }

  @Test("a policy without a title or with an odd id")
  func untitled() throws {
    let text = PolicyFixture.policy("## One\n\nText.", id: "my policy")
      .split(separator: "\n", omittingEmptySubsequences: false).filter { $0 != "# A test" }
      .joined(separator: "\n")
    #expect(try PolicyFixture(files: ["a.md": text]).codes == ["2 F009", "10 P026"])
  }

  @Test(
    "findings in tables",
    arguments: [
      ("Severity", "| Incident | Level |", ["| a | high |", "| a | low |"], ["15 P012"]),
      ("Severity", "| Records | Level |", ["| >= 10 | a |", "| 20 to 30 | b |"], ["15 P012"]),
      ("Severity", "| Records | Level |", ["| <= 5; > 5 | a |", "| 1 to 9 | b |"], ["15 P012"]),
      ("Severity", "| Records | Level |", ["| > 10 | a |", "| 10 to 30 | b |"], []),
      (
        "Severity", "| A | B | Level |", ["| x | | a |", "| x; y | | b |", "| y | z | c |"],
        ["16 P012"]
      ),
      ("Severity", "| A | Level |", ["| | a |", "| x | b |"], ["15 P012"]),
      ("Severity", "| A | Level |", ["| 9 to 3 | a |"], ["14 P011"]),
      ("Severity", "| A | Level |", ["| x;; y | a |"], ["14 P011"]),
      ("Severity", "| A | Level |", ["| x | |"], ["14 P010"]),
      ("Severity", "| A | Level | B |", ["| x | a | |"], ["12 P009"]),
      ("Severity", "| A | a | Level |", ["| x | y | b |"], ["12 P009"]),
      ("Severity", "| A | Levle |", ["| x | a |"], ["12 P009"]),
      ("Severity", "| A | Size |", ["| x | a |"], ["12 P008"]),
      ("Routes", "| Sevrity | Owner | Channel | Within |", ["| a | b | c | 1 h |"], ["12 P009"]),
      ("Routes", "| City | Owner | Channel | Within |", ["| a | b | c | 1 h |"], []),
      ("Routes", "| Owner | Channel | Within |", ["| a + | c | 1 h |"], ["14 P011"]),
      ("Routes", "| Owner | Channel | Within |", ["| a | c | soon |"], ["14 P011"]),
      ("Routes", "| Owner | Channel | Within |", ["| a | c | 1 business day |"], ["14 P007"]),
      ("Routes", "| Hours | Owner | Channel | Within |", ["| office | a | c | 1 h |"], ["14 P007"]),
      (
        "Office hours", "| Name | Days | From | To |", ["| a | Noday | 08:00 | 18:00 |"],
        ["14 P011"]
      ),
      ("Office hours", "| Name | Days | From | To |", ["| a | daily | 8 | 18:00 |"], ["14 P011"]),
      (
        "Office hours", "| Name | Days | From | To |", ["| a | daily | 08:00 | 08:00 |"],
        ["14 P011"]
      ),
      ("Owners", "| Owner | Alias |", ["| a | b |", "| c | B |"], ["15 P018"]),
      ("Remedies", "| What | Up to |", ["| Taxi | 25 |"], ["14 P011"]),
      ("Remedies", "| What | Up to |", ["| Taxi | €25 |", "| Tea | no limit |"], []),
      (
        "Hotline", "| Service level | Within | Handling time |", ["| 101 % | 20 s | 3 min |"],
        ["14 P011"]
      ),
      (
        "Hotline", "| Service level | Within | Handling time |", ["| 80 % | 20 | 3 min |"],
        ["14 P011"]
      ),
      (
        "Notification clocks", "| Regime | Within | Whom | Source |", ["| GDPR | 72 h | DPA | |"],
        ["14 P017"]
      ),
      (
        "Notification clocks", "| Regime | Data | Within | Whom | Source |",
        ["| A | | 72 h | x | y |", "| B | z | 72 h | x | y |", "| A | z | 1 h | x | y |"],
        ["16 P012"]
      ),
      ("Competencies", "| Competency |", ["| triage |", "| Triage |"], ["15 P018"]),
      (
        "Curriculum", "| Audience | Drills | Due within | Attempts |", ["| a | b | 9 days | 0 |"],
        ["14 P011"]
      ),
    ])
  func tables(title: String, header: String, rows: [String], codes: [String]) throws {
    // The title stands in line 10, the header in line 12, the first row in line 14.
    let rule = String(header.map { $0 == "|" ? Character("|") : "-" })
    let body = (["## \(title)", "", header, rule] + rows).joined(separator: "\n")
    var lines = PolicyFixture.policy(body).split(
      separator: "\n", omittingEmptySubsequences: false)
    lines.remove(at: 9)
    let found = try PolicyFixture(files: ["t.md": lines.joined(separator: "\n")])
    #expect(found.codes == codes)
  }

  @Test("what does not fit between policies")
  func between() throws {
    let changed = PolicyFixture.escalation.replacing(
      "privacy | phone | 30", with: "prvacy | phone | 30"
    )
    .replacing("| | high | | security", with: "| | hihg | ofice | security")
    let fixture = try PolicyFixture(
      files: [
        "a.md": PolicyFixture.policy(changed, id: "a"),
        "b.md": PolicyFixture.policy("## Owners\n\n| Owner |\n|---|\n| x |", id: "a"),
      ], today: "2028-01-01")
    #expect(
      fixture.found.map { "\($0.place.file) \($0.rule.code)" } == [
        "a.md P006", "a.md P013", "a.md P015", "a.md P014", "b.md P001", "b.md P006", "b.md P002",
      ])
    let messages = fixture.found.map(\.message).joined(separator: "\n")
    for word in ["privacy", "office", "high"] {
      #expect(messages.contains("Did you mean “\(word)”?"))
    }
  }

  @Test("the review's day itself is not overdue")
  func reviewDay() throws {
    #expect(try PolicyFixture("## A\n\nB.", today: "2027-06-30").codes == [])
    #expect(try PolicyFixture("## A\n\nB.", today: "2027-07-01").codes == ["7 P006"])
  }

  @Test("a policy that is cut off after any line has the first rows of each table")
  func cutOff() throws {
    let lines = PolicyFixture.policy(PolicyFixture.escalation)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let whole = try PolicyFixture(files: ["a.md": lines.joined(separator: "\n")])
    #expect(whole.found.isEmpty)
    for count in 1..<lines.count {
      let cut = try PolicyFixture(files: ["a.md": lines[..<count].joined(separator: "\n")])
      #expect(count >= 8 || (cut.book.policies.isEmpty && !cut.found.isEmpty))
      for kind in TableKind.allCases {
        let rows = cut.book.table(kind)?.rows ?? []
        #expect(rows == Array(whole.book.table(kind)?.rows.prefix(rows.count) ?? []))
      }
    }
  }
}
