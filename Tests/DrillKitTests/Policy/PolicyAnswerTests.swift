// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("A policy's answers")
struct PolicyAnswerTests {
  @Test(
    "the first row that fits gives the severity",
    arguments: [
      (["Incident": "intrusion"], "critical", 1),
      (["Incident": "Lost  Device", "Records": "1,000"], "critical", 2),
      (["Incident": "lost device", "Records": "999"], "high", 3),
      (["Incident": "lost device", "Records": "9", "Data": "contact; Health"], "high", 4),
      (["Incident": "lost device", "Records": "9", "Data": "contact"], "low", 5),
      (["Incident": "noise"], "low", 5),
    ] as [(KeyValuePairs<String, String>, String, Int)])
  func severity(facts: KeyValuePairs<String, String>, level: String, row: Int) throws {
    let book = try PolicyFixture(PolicyFixture.escalation).book
    let ruling = try book.severity(Facts(facts)).get()
    #expect(ruling.value.name == level)
    #expect(ruling.citation.row == row)
    #expect(ruling.citation.slug == "severity")
    #expect(ruling.citation.policy == "test")
  }

  @Test("levels are ranked, highest first, and a row's Why is cited")
  func levels() throws {
    let book = try PolicyFixture(PolicyFixture.escalation).book
    #expect(book.severityLevels.map(\.name) == ["critical", "high", "low"])
    #expect(book.severityLevel(named: "LOW")?.rank == 2)
    let ruling = try book.severity(Facts(["Incident": "intrusion"])).get()
    #expect(ruling.citation.why?.plain == "Every minute counts.")
    #expect(ruling.citation.description == "A test: Severity, row 1")
  }

  @Test("what keeps a table from answering")
  func failures() throws {
    let book = try PolicyFixture(PolicyFixture.escalation).book
    func failure(_ facts: KeyValuePairs<String, String>) -> String? {
      guard case .failure(let failure) = book.settledSeverity(Facts(facts)) else { return nil }
      return failure.rule.code
    }
    #expect(failure([:]) == "P020")
    #expect(failure(["Incident": "lost device"]) == "P020")
    #expect(failure(["Incident": "lost device", "Records": "many"]) == "P022")
    #expect(failure(["Incident": "intrusion", "Severity": "low"]) == "P025")
    #expect(failure(["Incident": "intrusion", "Severity": "Critical"]) == nil)
    #expect(failure(["Severity": "hihg"]) == "P022")
    #expect(failure(["Severity": "high"]) == nil)
    #expect(
      book.severity(Facts(["Incident": "lost device"]))
        == .failure(
          .missingFact(key: "Records", table: .severity)))
    let empty = PolicyBook()
    #expect(empty.severity(Facts()) == .failure(.noTable(.severity)))
    #expect(empty.hotline(Facts()) == .failure(.noTable(.hotline)))
    let narrow = try PolicyFixture("## Severity\n\n| A | Level |\n|---|---|\n| x | a |").book
    #expect(narrow.severity(Facts(["A": "y"])) == .failure(.noRow(.severity)))
    let found = Diagnostics()
    PolicyFailure.noRow(.severity).report(at: Place(file: "d.md", line: 4), to: found)
    #expect(found.sorted.map(\.rule.code) == ["P021"])
  }

  @Test(
    "routes follow severity, hours and the moment from which they count",
    arguments: [
      (
        ["Incident": "intrusion", "Now": "Friday 17:59"], ["security + privacy"], ["phone"],
        "Friday 18:29"
      ),
      (
        ["Incident": "intrusion", "Now": "Friday 18:00"], ["security"], ["pager", "phone"],
        "Friday 18:30"
      ),
      (
        ["Incident": "intrusion", "Now": "Monday 07:59"], ["security"], ["pager", "phone"],
        "Monday 08:29"
      ),
      (
        ["Incident": "intrusion", "Now": "Monday 08:00"], ["security + privacy"], ["phone"],
        "Monday 08:30"
      ),
      (
        ["Incident": "intrusion", "Now": "Monday 08:10", "Since": "Monday 07:50"],
        ["security + privacy"], ["phone"], "Monday 08:20"
      ),
      (
        ["Incident": "lost device", "Records": "50", "Now": "Friday 23:00"],
        ["security", "privacy"], ["phone"], "Saturday 03:00"
      ),
      (["Incident": "noise", "Now": "Friday 18:40"], ["service desk"], ["ticket"], "Monday 18:00"),
    ] as [(KeyValuePairs<String, String>, [String], [String], String)])
  func routes(
    facts: KeyValuePairs<String, String>, owners: [String], channels: [String], deadline: String
  ) throws {
    let book = try PolicyFixture(PolicyFixture.escalation).book
    let facts = Facts(facts)
    let clock = try #require(facts.clock())
    let route = try book.escalation(facts, clock: clock).get().route.value
    #expect(route.ownerTexts == owners)
    #expect(route.channels == channels)
    #expect(clock.text(route.deadline) == deadline)
  }

  @Test("owners by alias, in any order")
  func owners() throws {
    let book = try PolicyFixture(PolicyFixture.escalation).book
    let facts = Facts(["Incident": "intrusion", "Now": "Monday 10:00"])
    let clock = try #require(facts.clock())
    let route = try book.route(facts, severity: "critical", clock: clock).get().value
    #expect(route.isTold(["the DPO", "ines verhoeven"]))
    #expect(!route.isTold(["security"]))
    #expect(!route.isTold(["security", "privacy", "service desk"]))
    #expect(book.owner(named: "Security Desk")?.name == "security")
    #expect(book.ownerNames.contains("Ines Verhoeven"))
    #expect(book.channels == ["phone", "pager", "ticket"])
  }

  @Test("a changed row changes the answer, without a change to the facts")
  func follows() throws {
    let facts = Facts(["Incident": "intrusion", "Now": "Saturday 02:10"])
    let clock = try #require(facts.clock())
    let before = try PolicyFixture(PolicyFixture.escalation).book
    let text = PolicyFixture.escalation.replacing(
      "| security | pager; phone | 30 min |", with: "| privacy | phone | 2 h |")
    #expect(text != PolicyFixture.escalation)
    let after = try PolicyFixture(text).book
    let first = try before.escalation(facts, clock: clock).get().route
    let second = try after.escalation(facts, clock: clock).get().route
    #expect(first.value.ownerTexts == ["security"])
    #expect(clock.text(first.value.deadline) == "Saturday 02:40")
    #expect(first.citation.why?.plain == "Page once.")
    #expect(second.value.ownerTexts == ["privacy"])
    #expect(second.value.channels == ["phone"])
    #expect(clock.text(second.value.deadline) == "Saturday 04:10")
    // A new opening hour turns the same night into office time.
    let hours = PolicyFixture.escalation.replacing(
      "Monday to Friday | 08:00 | 18:00", with: "daily | 00:00 | 24:00")
    let open = try PolicyFixture(hours).book
    let third = try open.escalation(facts, clock: clock).get().route
    #expect(third.value.ownerTexts == ["security + privacy"])
  }

  private static let clocks = """
    ## Notification clocks

    | Regime | Data | Affected | Starts at | Within | Whom | Source | Review-by |
    |---|---|---|---|---|---|---|---|
    | GDPR authority | | EU residents | aware | 72 hours | the authority | Article 33(1) | 2027-03-31 |
    | GDPR people | health | EU residents | aware | without undue delay | everyone | Article 34 | |
    | Bank | payment card | | Confirmed | 1 day | the bank | the contract | |
    | California | | California residents | aware | 30 days | residents | 1798.82 | |
    """

  @Test(
    "the clocks that run, and when they end",
    arguments: [
      (
        ["Data": "contact", "Affected": "EU residents", "Aware": "Friday 09:15"],
        ["GDPR authority: Monday 09:15"]
      ),
      (
        ["Data": "health", "Affected": "EU residents; guests", "Aware": "Sunday 23:00"],
        ["GDPR authority: Wednesday 23:00, 2 days earlier", "GDPR people: without undue delay"]
      ),
      (
        ["Data": "payment card", "Affected": "guests", "Confirmed": "12:00"],
        ["Bank: Saturday 12:00"]
      ),
      (
        ["Data": "contact", "Affected": "California residents", "Aware": "Friday 12:00"],
        ["California: Sunday 12:00, 30 days later"]
      ),
      (["Data": "contact", "Affected": "nobody"], []),
    ] as [(KeyValuePairs<String, String>, [String])])
  func notifications(facts: KeyValuePairs<String, String>, due: [String]) throws {
    let fixture = try PolicyFixture(Self.clocks)
    #expect(fixture.codes == [])
    let clock = try #require(ScenarioClock(parsing: "Friday 18:40"))
    let duties = try fixture.book.notifications(Facts(facts), clock: clock).get().map(\.value)
    let texts = duties.map { "\($0.regime): \(clock.text($0.deadline))" }
    // Within seven days either way the weekday says enough.
    #expect(texts == due.map { $0.replacing(", 2 days earlier", with: "") })
  }

  @Test("a clock needs its start")
  func clockStart() throws {
    let book = try PolicyFixture(Self.clocks).book
    let clock = try #require(ScenarioClock(parsing: "Friday 18:40"))
    func failure(_ facts: KeyValuePairs<String, String>) -> PolicyFailure? {
      guard case .failure(let failure) = book.notifications(Facts(facts), clock: clock) else {
        return nil
      }
      return failure
    }
    let table = TableKind.notificationClocks
    #expect(failure(["Data": "x"]) == .missingFact(key: "Affected", table: table))
    #expect(failure(["Affected": "EU residents"]) == .missingFact(key: "Aware", table: table))
    let dated = Facts(["Data": "x", "Affected": "EU residents", "Aware": "2026-05-08 10:00"])
    #expect(
      failure(["Data": "x", "Affected": "EU residents", "Aware": "soon"])?.rule.code == "P022")
    guard case .failure(.badFact) = book.notifications(dated, clock: clock) else {
      Issue.record("a date means nothing in a story without dates")
      return
    }
  }

  private static let remedies = """
    ## Remedies

    | Role | Case | What | Up to | Else hands up to |
    |---|---|---|---|---|
    | agent | late parcel | Goodwill credit | 25 EUR | shift lead |
    | agent | late parcel | Tea | no limit | shift lead |
    | shift lead | | Goodwill credit | 100.50 EUR | duty manager |
    """

  @Test(
    "what a role may give, and to whom it hands up",
    arguments: [
      ("agent", "late parcel", "goodwill credit", "25 EUR", true, "shift lead"),
      ("agent", "late parcel", "Goodwill credit", "25.01 EUR", false, "shift lead"),
      ("agent", "late parcel", "Goodwill credit", "5 USD", false, "shift lead"),
      ("agent", "wrong charge", "Goodwill credit", "1 EUR", false, "shift lead"),
      ("agent", "late parcel", "New laptop", "1 EUR", false, "shift lead"),
      ("agent", "late parcel", "Tea", "900 EUR", true, "shift lead"),
      ("Shift Lead", "wrong charge", "Goodwill credit", "€100.50", true, "duty manager"),
      ("guest", "late parcel", "Goodwill credit", "1 EUR", false, nil),
    ])
  func remedies(
    role: String, trouble: String, what: String, amount: String, isGiven: Bool, above: String?
  ) throws {
    let book = try PolicyFixture(Self.remedies).book
    let facts = Facts(["Role": role, "Case": trouble])
    let answer = try book.remedy(facts, what: what).get()
    #expect(answer.remedy.allows(try #require(Money(amount))) == isGiven)
    #expect(answer.remedy.handsUpTo == above)
  }

  @Test("data classes, hotline, curriculum")
  func others() throws {
    let fixture = try PolicyFixture(
      """
      ## Data classes

      | Class | May go to | Never to |
      |---|---|---|
      | payment card; card number | payment page | ticket; team chat |
      | contact | ticket | |

      ## Hotline

      | Period | Service level | Within | Handling time | Shrinkage |
      |---|---|---|---|---|
      | first day | 80 % | 20 s | 3 min 20 s | 32.5 % |

      ## Competencies

      | Competency | Meaning |
      |---|---|
      | triage | Finds the severity |

      ## Audiences

      | Audience | Who |
      |---|---|
      | front-desk | Reception |
      | it-team | Operations |

      ## Curriculum

      | Audience | Drills | Due within | Refresh every | Pass mark | Attempts |
      |---|---|---|---|---|---|
      | front-desk; it-team | cold-room; courier-list | 14 days | 12 months | 80 % | 3 |
      | | basics | 7 days | | | |
      """)
    #expect(fixture.codes == [])
    let book = fixture.book
    let card = try book.dataClass("Card Number").get().value
    #expect(card.verdict(on: "Team chat") == .never)
    #expect(card.verdict(on: "payment page") == .may)
    #expect(card.verdict(on: "moon") == .notNamed)
    #expect(card.verdict(onAll: ["payment page", "ticket"]) == .never)
    #expect(card.verdict(onAll: ["payment page", "moon"]) == .notNamed)
    #expect(book.dataClass("shoe size") == .failure(.noRow(.dataClasses)))
    let target = try book.hotline(Facts(["Period": "First day"])).get().value
    #expect(target.serviceLevel == 8000)
    #expect(target.withinSeconds == 20)
    #expect(target.handlingSeconds == 200)
    #expect(target.shrinkage == 3250)
    #expect(book.competencies.map(\.name) == ["triage"])
    #expect(book.audiences.map(\.meaning) == ["Reception", "Operations"])
    let entries = book.curriculum(for: "IT-team")
    #expect(entries.map(\.drills) == [["cold-room", "courier-list"], ["basics"]])
    #expect(entries[0].refreshEvery == .period(12, .month))
    #expect(entries[0].passMark == 80)
    #expect(entries[1].attempts == nil)
    #expect(entries[1].refreshEvery == nil)
  }
}
