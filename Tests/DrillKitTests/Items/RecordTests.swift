// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Record")
struct RecordTests {
  private static let facts = """
    - Since: Friday 22:40
    - Now: Friday 22:50
    - Incident: lost device
    - Records: 340
    """

  private static let log = """
    ### Record: Write the entry.

    | Field | Accept | Why |
    |---|---|---|
    | Told at | 22:40 ± 3 min | All [clocks](../../Policies/policy1.md#routes) begin here. |
    | Asset | AL-4471; AL4471 | Its number. |
    | Severity | = severity | From the table. |
    | Owner | = owner | |
    | Channel | = channel | |
    | Told by | = deadline | |
    | Cards | no; none; (fail: compliance) yes | Jonas said no. |
    | Mood | optional | |
    """

  private static let right = [
    "22:41", "the al-4471.", "High", "security desk", "the pager", "23:40", "No", "",
  ]

  private func log() throws -> SampleItem { try ItemSample(Self.log, facts: Self.facts).item() }

  /// A record of one field, and what typing a value earns: all, nothing, or nil when refused.
  private func earns(_ accept: String, _ typed: String, facts: String = facts) throws -> Int? {
    let item = try ItemSample(
      "### Record: Write.\n\n| Field | Accept | Why |\n|---|---|---|\n| Value | \(accept) | W. |",
      facts: facts
    ).item()
    do {
      return item.credit(try item.entry([typed]))
    } catch is Unread {
      return nil
    }
  }

  @Test("asks field by field and offers policy words, none that gives the answer away")
  func shape() throws {
    guard case .fields(let fields) = try log().shape else {
      Issue.record("no fields")
      return
    }
    #expect(fields.form == .form)
    #expect(fields.fields.map(\.name).first == "Told at")
    #expect(
      fields.fields.map(\.candidates) == [
        [], [], ["critical", "high", "low"],
        [
          "security", "security desk", "Ines Verhoeven", "privacy", "DPO", "service desk",
          "help desk",
        ],
        ["phone", "pager", "ticket"], [], [], [],
      ])
    #expect(
      fields.fields.map(\.isOptional) == [false, false, false, false, false, false, false, true])
    #expect(
      fields.fields.map(\.isMoment) == [true, false, false, false, false, true, false, false])
    try log().expectSolution()
  }

  @Test("earns the share of fields; optional ones count nowhere")
  func shares() throws {
    let item = try log()
    #expect(item.credit(try item.entry(Self.right)) == 10_000)
    #expect(item.credit(try item.entry([Self.right.joined(separator: "; ")])) == 10_000)
    var six = Self.right
    six[1] = "Jonas's laptop"
    six[7] = "cheerful"
    // Six of seven.
    #expect(item.credit(try item.entry(six)) == 8571)
    #expect(item.credit(.fields([["Told at": "22:40"]])) == 1429)
    #expect(item.credit(.fields([])) == 0)
    #expect(item.credit(.fields([["Elsewhere": "22:40"]])) == 0)
  }

  @Test("explains each field, with the clause and the author's Why")
  func explains() throws {
    let judgement = try log().judge(
      "21:00", "AL4471", "low", "privacy", "phone", "23:41", "yes", "calm")
    let routes = "escalation#routes"
    #expect(
      judgement.remarks == [
        Remark(
          .lost, "Told at: “21:00” is wrong; right is “22:40 ± 3 min”.", clause: "policy1#routes"),
        Remark(.feedback, "All clocks begin here.", clause: "policy1#routes"),
        Remark(.earned, "Asset: “AL4471” is right."),
        Remark(.lost, "Severity: “low” is wrong; right is “high”.", clause: "escalation#severity"),
        Remark(.feedback, "From the table."),
        Remark(.earned, "Owner: “privacy” is right.", clause: routes),
        Remark(.lost, "Channel: “phone” is wrong; right is “pager”.", clause: routes),
        Remark(
          .lost, "Told by: “23:41” is wrong; right is “Friday 23:40” or earlier.", clause: routes),
        Remark(.critical, "Cards: “yes” is a critical failure; right is “no”."),
        Remark(.feedback, "Jonas said no."),
      ])
    #expect(judgement.critical == [CriticalFailure(.compliance, "Cards: yes")])
    #expect(judgement.chosen == ["Told at", "Severity", "Channel", "Told by", "Cards"])
    #expect(judgement.credit == 2857)
  }

  @Test("follows the policies when rows change, and the clock")
  func followsThePolicy() throws {
    let changed = SamplePolicies.routes
      .replacing("| lost device | 10 to 999 |", with: "| lost device | 400 to 999 |")
    let item = try ItemSample(
      Self.log, facts: Self.facts, policies: [SamplePolicies.data, changed]
    ).item()
    var answer = Self.right
    answer[2...5] = ["low", "help desk", "ticket", "Monday 18:00"]
    #expect(item.credit(try item.entry(answer)) == 10_000)

    let day = try ItemSample(
      Self.log,
      facts: Self.facts.replacing("22:50", with: "12:00").replacing("22:40", with: "11:50")
    ).item()
    answer = Self.right
    answer[3...5] = ["Ines Verhoeven", "phone", "12:50"]
    #expect(day.credit(try day.entry(answer)) == 10_000)
  }

  @Test("takes other values in a variant")
  func variants() throws {
    let sample = ItemSample(
      Self.log, facts: Self.facts,
      variants: "| Night | List |\n|---|---|\n| 340 | 4200 |\n| 22:40 | 22:30 |\n| AL-4471 | BX-2 |"
    )
    let item = try sample.item(variant: 1)
    let answer = ["22:33", "bx-2", "critical", "privacy & security", "phone", "23:00", "none", ""]
    #expect(item.credit(try item.entry(answer)) == 10_000)
    try item.expectSolution()
  }

  @Test(
    "compares words without case, articles, spaces and punctuation at the ends",
    arguments: [
      ("the Lieve; hotel Lieve", "lieve", 10_000), ("the Lieve", "A LIEVE!", 10_000),
      ("hotel Lieve", "Hotel  the Lieve.", 10_000), ("room 214", "Room214", 10_000),
      ("hotel Lieve", "Lieve", 0), ("the", "the", 10_000), ("the", "a", 0),
      ("Jonas’s bag", "\"Jonas's bag\"", 10_000), ("20 min", "20 minutes", 10_000),
      ("20 min", "20 hours", 0), ("any", "whatever", 10_000), ("any; (fail) yes", "yes", 0),
      ("\\(none)", "(None)", 10_000), ("Paulo Brandt; Paulo", "paulo", 10_000),
    ])
  func words(accept: String, typed: String, credit: Int?) throws {
    #expect(try earns(accept, typed) == credit)
  }

  @Test(
    "reads times",
    arguments: [
      ("22:40 ± 3 min", "22:37", 10_000), ("22:40 ± 3 min", "22:43", 10_000),
      ("22:40 ± 3 min", "22:44", 0), ("22:40 ± 3 min", "10:40 pm", 10_000),
      ("22:40 ± 3 min", "22.40", 10_000), ("22:40 ± 3 min", "Friday 22:40", 10_000),
      ("22:40 ± 3 min", "Monday 22:40", 0), ("22:40 ± 3 min", "today, 22:41.", 10_000),
      ("22:40 ± 3 min", "a while ago", nil), ("22:40 ± 3 min", "unknown", 0),
      ("09:50", "9:50", 10_000), ("9:50", "Saturday 09:50", 10_000), ("9:50", "09:51", 0),
      ("09:50 to 10:00", "10:00", 10_000), ("09:50 to 10:00", "10:01", 0),
      ("23:50 to 00:10", "0:05", 10_000), ("00:05 ± 10 min", "23:56", 10_000),
      ("00:05 ± 10 min", "Friday 23:56", 10_000), ("00:05 ± 10 min", "Saturday 00:10", 10_000),
      ("Friday 22:40", "22:40", 0), ("Friday 22:40", "fri 22:40", 10_000),
      ("Friday 22:40", "today 22:40", 10_000), ("Friday 22:40", "yesterday 22:40", 0),
      ("Saturday 00:05 ± 10 min", "Friday 23:58", 10_000),
      ("Friday 23:50 to Saturday 00:10", "tomorrow 00:10", 10_000),
      ("Friday 23:50 to 00:10", "Saturday 00:11", 0),
      ("08:30; Saturday 08:30", "8.30", 10_000),
      ("08:30; Saturday 08:30", "tomorrow 08:30", 10_000),
      ("08:30; Saturday 08:30", "Friday 08:30", 0), ("19:42 +/- 1 h", "20:42", 10_000),
      ("22:40; at night", "At night.", 10_000), ("22:40", "2026-05-08 22:40", 0),
    ])
  func times(accept: String, typed: String, credit: Int?) throws {
    #expect(try earns(accept, typed) == credit)
  }

  @Test(
    "reads times where the story has no clock, or has a date",
    arguments: [
      ("Friday 22:40", "Friday 22:40", "", 10_000), ("Friday 22:40", "Monday 22:40", "", 0),
      ("22:40", "Monday 22:40", "", 10_000), ("22:40", "today 22:40", "", 10_000),
      ("2026-05-08 22:40", "Friday 22:40", "- Now: 2026-05-08 22:50", 10_000),
      ("Friday 22:40", "2026-05-08 22:40", "- Now: 2026-05-08 22:50", 10_000),
      ("22:40", "2026-05-01 22:40", "- Now: 2026-05-08 22:50", 0),
    ])
  func otherClocks(accept: String, typed: String, facts: String, credit: Int?) throws {
    #expect(try earns(accept, typed, facts: facts) == credit)
  }

  @Test(
    "reads numbers",
    arguments: [
      ("340", "340", 10_000), ("1000", "1,000", 10_000), ("1,000", "1 000", 10_000),
      ("340", "340.0", 10_000), ("340", "341", 0), ("340", "340 guests", 0),
      ("14 ± 1", "15", 10_000), ("14 ± 1", "15.5", 0), ("14 ± 1", "fourteen", 0),
      ("340 ± 10 guests", "350 guests", 10_000), ("340 guests ± 10", "330", 10_000),
      ("340 ± 10 guests", "350 rooms", 0), ("200 ± 5 %", "210", 10_000), ("200 ± 5 %", "211", 0),
      ("80 ± 5 %", "84 %", 0), ("80 % ± 5", "84 %", 10_000), ("80 % ± 5", "84", 10_000),
      ("10 to 20", "12.5", 10_000), ("10 to 20 EUR", "EUR 20", 10_000), ("10 to 20", "21", 0),
      ("van 3 to Ghent", "van 3 to Ghent", 10_000), ("AL4471", "4471", 0),
      ("-5 ± 1", "−4", 10_000),
    ])
  func numbers(accept: String, typed: String, credit: Int?) throws {
    #expect(try earns(accept, typed) == credit)
  }

  @Test(
    "takes owners by alias, and all or one of them as the route says",
    arguments: [
      ("= owner", "the Security Desk", "340", 10_000), ("= owner", "dpo", "340", 10_000),
      ("= owner", "security + privacy", "340", 0), ("= owner", "security", "4000", 0),
      ("= owner", "DPO + security", "4000", 10_000),
      ("= owner", "security and the DPO", "4000", 10_000),
      ("= owner", "security, privacy and service desk", "4000", 0),
      ("= owner; nobody", "Nobody", "340", 10_000), ("= severity", "the HIGH", "340", 10_000),
      ("= deadline", "Friday 23:40", "340", 10_000), ("= deadline", "11:40 pm", "340", 10_000),
      ("= deadline", "Saturday 00:00", "340", 0), ("= deadline", "23:00", "340", 10_000),
      ("= deadline", "at once", "340", 10_000), ("= deadline", "soon", "340", nil),
      ("= channel", "by pager", "340", 0), ("= channel", "Pager.", "340", 10_000),
    ])
  func policyWords(accept: String, typed: String, records: String, credit: Int?) throws {
    let facts = Self.facts.replacing("340", with: records)
    #expect(try earns(accept, typed, facts: facts) == credit)
  }

  @Test("earns the guessing little")
  func guesses() throws {
    // “none” is right once in seven; “yes” fails; a level, an owner or a time may be hit.
    #expect(try log().guesses[0] == 1429)
    #expect(try log().guesses[1] == 0)
    #expect(try log().guesses[2] <= 5000)
  }

  @Test(
    "values typed all at once: too few or too many are counted, and one that can't be read is named",
    arguments: [
      (
        "22:41; al-4471; High; security; pager; 23:40; No",
        "“22:41; al-4471; High; security; pager;…” is 7 values with “;” between, and 8 fields are left, "
          + "from “Told at” to “Mood”. “Mood” may stay empty, but its “;” may not be left out. Type 8 "
          + "values, or one after the other."
      ),
      (
        "22:41; al-4471; High; a; b; 23:40; No; fine; more",
        "is 9 values with “;” between, and 8 fields"
      ),
      (
        "22:41; al-4471; High; security; pager; soon; No;",
        "In “Told by”, 6 of 8 fields: “soon” is no time."
      ),
      (
        "22:41; ; High; security; pager; 23:40; No;",
        "In “Asset”, 2 of 8 fields: “Asset” can't stay"
      ),
    ])
  func atOnce(line: String, message: String) throws {
    let refusal = try log().refusal(line)
    #expect(refusal.contains(message), "\(refusal)")
  }

  @Test("a value that holds “;” is taken for its field, and that is said")
  func semicolons() throws {
    var entry = ResponseEntry(try log().shape, order: [])
    #expect(entry.take("22:41") == .more && entry.notice == nil)
    #expect(entry.take("AL-4471; a bag") == .more)
    #expect(
      entry.notice?.hasPrefix("All of it was taken for “Asset”. “AL-4471; a bag” is 2") == true)
    #expect(entry.label == "3 of 8: Severity")
    // All that is left, at once.
    guard case .done = entry.take("High; security; pager; 23:40; No;") else {
      Issue.record("the rest was not taken at once")
      return
    }
  }

  @Test("refuses an empty field, and lets optional ones be empty")
  func refuses() throws {
    let item = try log()
    #expect(try item.refusal(" ").contains("can't stay empty"))
    #expect(try item.refusal("early").contains("no time"))
    #expect(item.content.instruction(in: item.situation).contains("“Mood” may stay empty"))
    var entry = ResponseEntry(item.shape, order: [])
    for value in Self.right.dropLast() { #expect(entry.take(value) == .more) }
    #expect(entry.label == "8 of 8: Mood (may stay empty)")
    guard case .done = entry.take("") else {
      Issue.record("an optional field could not stay empty")
      return
    }
  }

  @Test(
    "reports what an author gets wrong, at its line",
    arguments: [
      ("Text only.", "D303 ### Record: Write."),
      ("| Field | Right |\n|---|---|\n| A | b |", "D316 | Field | Right |"),
      ("| Field | Why |\n|---|---|\n| A | b |", "D316 | Field | Why |"),
      ("| Field | Accept | Accept |\n|---|---|---|\n| A | b | c |", "D316 | Field | Accept"),
      ("| Field | Accept |\n|---|---|\n| | b |", "D316 | | b |"),
      ("| Field | Accept |\n|---|---|\n| A | |", "D316 | A | |"),
      ("| Field | Accept | Why |\n|---|---|---|\n| A | b | |", "D305 | A | b | |"),
      ("| Field | Accept |\n|---|---|\n| A | b |", "D305 | Field | Accept |"),
      ("| Field | Accept |\n|---|---|\n| A | b |\n| a | c |", "D307 | a | c |"),
      ("| Field | Accept |\n|---|---|\n| A | optional |", "D316 | Field | Accept |"),
      ("| Field | Accept |\n|---|---|\n| A | b; |", "D316 | A | b; |"),
      ("| Field | Accept |\n|---|---|\n| A | b; optional |", "D316 | A | b; optional |"),
      ("| Field | Accept |\n|---|---|\n| A | = ownr |", "D316 | A | = ownr |"),
      ("| Field | Accept |\n|---|---|\n| A | (fail) yes |", "D316 | A | (fail) yes |"),
      ("| Field | Accept |\n|---|---|\n| A | no; (fail) |", "D316 | A | no; (fail) |"),
      ("| Field | Accept |\n|---|---|\n| A | no; (fail) NO |", "D316 | A | no; (fail) NO |"),
      ("| Field | Accept |\n|---|---|\n| A | no; (fail) any |", "D316 | A | no; (fail) any |"),
      ("| Field | Accept |\n|---|---|\n| A | no; (fail: x) y |", "D316 | A | no; (fail: x) y |"),
      ("| Field | Accept |\n|---|---|\n| A | no; (fial) yes |", "D316 | A | no; (fial) yes |"),
      ("| Field | Accept |\n|---|---|\n| A | (50%) yes |", "D316 | A | (50%) yes |"),
      ("| Field | Accept |\n|---|---|\n| A | no; (fail) = owner |", "D316 | A | no; (fail) ="),
      ("| Field | Accept |\n|---|---|\n| A | 22:40 ± 3 |", "D316 | A | 22:40 ± 3 |"),
      ("| Field | Accept |\n|---|---|\n| A | noon ± 3 |", "D316 | A | noon ± 3 |"),
      ("| Field | Accept |\n|---|---|\n| A | 22:40 ± 13 h |", "D316 | A | 22:40 ± 13 h |"),
      ("| Field | Accept |\n|---|---|\n| A | = owner |", "P020 | A | = owner |"),
      ("_derive: A_\n\n| Field | Accept |\n|---|---|\n| A | b |", "D112 _derive: A_"),
    ])
  func errors(body: String, finding: String) {
    let sample = ItemSample("### Record: Write.\n\n\(body)")
    #expect(sample.found(finding), "\(sample.findings)")
  }

  @Test("points to the cell and offers the word that was meant")
  func places() throws {
    let sample = ItemSample(
      "### Record: Write.\n\n| Field | Accept |\n|---|---|\n| A | = ownr |")
    let finding = try sample.finding("D316")
    #expect(sample.source(at: finding) == "= ownr |")
    #expect(finding.message.contains("Did you mean “owner”?"))
    let far = SamplePolicies.routes.replacing("| pager | 1 h |", with: "| pager | 9 days |")
    let unnamed = ItemSample(
      Self.log, facts: Self.facts, policies: [SamplePolicies.data, far])
    #expect(try unnamed.finding("D309").message.contains("Give “Now” a date"))
  }
}
