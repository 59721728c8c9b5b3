// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Match")
struct MatchTests {
  private static let derived = """
    ### Match: Where may it go?

    _derive: May go to_

    | Class | May go to | Why |
    |---|---|---|
    | payment card | | It has [one home](../../Policies/policy0.md#card-data). |
    | health | | It stays in the file. |
    | contact | | Without it nobody finds the door. |
    | | public post | Said in public is said to all. |
    """

  private static let written = """
    ### Match: Who is told, and how?

    | Incident | Owner | Channel | Why |
    |---|---|---|---|
    | Ransomware | security + IT operations | phone; pager | Both must act. |
    | Lost key | service desk | ticket | |
    | | press office | | |
    """

  @Test("offers the policy's values and the decoys, in alphabetical order")
  func shape() throws {
    let item = try ItemSample(Self.derived).item()
    guard case .pairs(let pairs) = item.shape else {
      Issue.record("no pairs")
      return
    }
    #expect(pairs.subject == "Class")
    #expect(pairs.rows.map(\.text.plain) == ["payment card", "health", "contact"])
    #expect(pairs.rows.map(\.id) == ["a", "b", "c"])
    #expect(
      pairs.columns == [
        .init(
          name: "May go to",
          candidates: [
            "booking notes", "care file", "courier partner", "payment page", "public post",
          ])
      ])
    #expect(item.content.exhibit(in: item.situation).plainText.contains("4. payment page"))
    try item.expectSolution()
  }

  @Test(
    "earns right cells / cells asked, whatever alternative of the policy is named",
    arguments: [
      ("payment page; care file; courier partner", 10_000),
      ("payment page; care file; booking notes", 10_000),
      ("4; 2; 1", 10_000),
      ("PAYMENT; care; cour", 10_000),
      ("payment page; care file; public post", 6667),
      ("payment page; payment page; payment page", 3333),
      ("public post; public post; public post", 0),
      ("payment page + care file; care file; courier partner", 6667),
    ])
  func shares(typed: String, credit: Int) throws {
    #expect(try ItemSample(Self.derived).item().judge(typed).credit == credit)
  }

  @Test("explains with the clause, the author's Why and the decoy's, once each")
  func explains() throws {
    let item = try ItemSample(Self.derived).item()
    let judgement = try item.judge("public post", "public post", "courier partner")
    #expect(
      judgement.remarks == [
        Remark(
          .lost, "payment card: “public post” is wrong; right is “payment page”.",
          clause: "data-handling#data-classes"),
        Remark(.feedback, "It has one home.", clause: "policy0#card-data"),
        Remark(
          .lost, "health: “public post” is wrong; right is “care file”.",
          clause: "data-handling#data-classes"),
        Remark(.feedback, "It stays in the file."),
        Remark(
          .earned, "contact: “courier partner” is right.", clause: "data-handling#data-classes"),
        Remark(.feedback, "Said in public is said to all."),
      ])
    #expect(judgement.chosen == ["a", "b"])
    #expect(judgement.critical.isEmpty)
  }

  @Test("follows the policy when a row of it changes")
  func followsThePolicy() throws {
    let moved = SamplePolicies.data.replacing(
      "| care file | team chat", with: "| vault | team chat")
    let sample = ItemSample(Self.derived, policies: [moved])
    let item = try sample.item()
    #expect(try item.judge("payment page; vault; booking notes").credit == 10_000)
    #expect(try item.refusal("care file").contains("no value of “May go to”"))
  }

  @Test(
    "takes other tables: by an owner's name, under the facts, with the severity and the hours",
    arguments: [
      (
        "Owner", "Reach", ["security", "DPO"], "- Now: Friday 22:50",
        "pager 71; extension 7010"
      ),
      ("Severity", "Within", ["critical", "high"], "- Now: Friday 22:50", "30 min; 1 h"),
      ("Severity", "Channel", ["critical", "high"], "- Now: Friday 22:50", "phone; pager"),
      ("Severity", "Channel", ["critical", "low"], "- Now: Friday 10:00", "phone; ticket"),
      ("Records", "Level", ["20", "2000"], "- Incident: lost device", "high; critical"),
      (
        "Incident", "Owner", ["lost device", "broken lamp"],
        "- Now: Friday 10:00\n- Records: 4000", "privacy + security; service desk"
      ),
      (
        "Severity", "Owner", ["critical", "high"], "- Now: Friday 22:50",
        "privacy+security; privacy"
      ),
    ])
  func otherTables(
    key: String, column: String, rows: [String], facts: String, right: String
  ) throws {
    let table = rows.map { "| \($0) | |" }.joined(separator: "\n")
    let item = try ItemSample(
      """
      ### Match: What belongs together?

      _derive: \(column)_

      | \(key) | \(column) |
      |---|---|
      \(table)
      | | nowhere |
      """, facts: facts
    ).item()
    #expect(try item.judge(right).credit == 10_000)
    try item.expectSolution()
  }

  @Test("reads either and both, in any order, and asks cell by cell")
  func written() throws {
    let item = try ItemSample(Self.written).item()
    #expect(
      try item.judge("IT operations + security", "pager", "service desk", "ticket").credit == 10_000
    )
    let judgement = try item.judge("security; phone; press office; ticket")
    #expect(judgement.credit == 5000)
    #expect(
      judgement.remarks.map(\.text) == [
        "Ransomware, Owner: “security” is wrong; right is “security + IT operations”.",
        "Ransomware, Channel: “phone” is right.", "Both must act.",
        "Lost key, Owner: “press office” is wrong; right is “service desk”.",
        "Lost key, Channel: “ticket” is right.",
      ])
    #expect(item.content.instruction(in: item.situation).contains("“+”"))
    try item.expectSolution()
  }

  @Test(
    "refuses what is no value, and says what there is",
    arguments: [
      ("nowhere", "There are booking notes, care file"),
      ("pubic post", "Did you mean “public post”?"), ("c", "begins 2 of them"),
      ("care file; contact", "all 3 at once"), ("9", "no value"), ("+", "Type a value"),
    ])
  func refuses(typed: String, part: String) throws {
    let message = try ItemSample(Self.derived).item().refusal(typed)
    #expect(message.contains(part))
  }

  @Test("takes rows by name in any order, so that a shuffled table can be answered by a script")
  func namedRows() throws {
    let item = try ItemSample(Self.written).item()
    let typed = "lost key: service desk, ticket; Ransomware: security + it operations, pager;"
    var entry = ResponseEntry(item.shape, order: ["b", "a"])
    #expect(entry.label == "1 of 4: Lost key — Owner")
    #expect(
      entry.take(typed)
        == .done(.pairs([["security + IT operations", "pager"], ["service desk", "ticket"]])))
    for (wrong, part) in [
      ("Lost key: service desk, ticket", "nothing yet for “Ransomware”"),
      ("Lost key: service desk; Ransomware: security, pager", "“Lost key” needs Owner, Channel"),
      ("Lost key: press office, ticket; Lost key: press office, ticket", "stands twice"),
      ("Lost key: press office, ticket; Found key: press office, ticket", "names no row"),
      ("Lost key: nobody, ticket; Ransomware: security, pager", "no value of “Owner”"),
    ] {
      #expect(try item.refusal(wrong).contains(part))
    }
  }

  @Test("asks cell by cell in the order on the screen")
  func shuffled() throws {
    let item = try ItemSample(Self.derived).item()
    var entry = ResponseEntry(item.shape, order: ["c", "a", "b"])
    #expect(entry.label == "1 of 3: contact — May go to")
    #expect(entry.candidates.count == 5)
    #expect(entry.take("nobody") != .more)
    #expect(entry.take("courier partner") == .more)
    #expect(entry.label == "2 of 3: payment card — May go to")
    #expect(entry.take("payment page") == .more)
    #expect(
      entry.take("care file")
        == .done(.pairs([["payment page"], ["care file"], ["courier partner"]])))
  }

  @Test("judges what does not fit as nothing")
  func misfits() throws {
    let item = try ItemSample(Self.derived).item()
    for response: Response in [
      .none, .pairs([]), .pairs([["a"], ["b"]]), .pairs([[], [], []]), .text("x"),
      .pairs([["a", "b"], ["a", "b"], ["a", "b"]]),
    ] {
      #expect(item.credit(response) == 0)
    }
  }

  @Test("earns the guessing little")
  func guesses() throws {
    // Two rows of so short a table happen to stand in the order of their answers.
    #expect(try ItemSample(Self.derived).item().guesses == [3333, 6667])
    #expect(try ItemSample(Self.written).item().guesses == [5000, 2500])
  }

  @Test(
    "reports what an author gets wrong, at its line",
    arguments: [
      ("Text only.", "D303 ### Match: What?"),
      ("| A |\n|---|\n| x |\n| y |", "D316 | A |"),
      ("| A | Why |\n|---|---|\n| x | y |", "D316 | A | Why |"),
      ("| A | Why | B |\n|---|---|---|\n| x | y | z |", "D316 | A | Why | B |"),
      ("| A | A |\n|---|---|\n| x | 1 |\n| y | 2 |", "D316 | A | A |"),
      ("| A | |\n|---|---|\n| x | 1 |\n| y | 2 |", "D316 | A | |"),
      ("| A | B |\n|---|---|\n| x | 1 |", "D316 | A | B |"),
      ("| A | B |\n|---|---|\n| x | 1 |\n| y | |", "D316 | y | |"),
      ("| A | B |\n|---|---|\n| x | 1 |\n| y | 2; |", "D316 | y | 2; |"),
      ("| A | B |\n|---|---|\n| x | 1 |\n| X | 2 |", "D307 | X | 2 |"),
      ("| A | B |\n|---|---|\n| x | 1 |\n| y | 1 |", "D316 | A | B |"),
      ("| A | B |\n|---|---|\n| x | 1 |\n| y | 2 |\n| | 1 |", "D308 | | 1 |"),
      ("| A | B | Why |\n|---|---|---|\n| x | 1 | |\n| y | 2 | |\n| | | w |", "D316 | | | w |"),
      ("_derive: Bb_\n\n| A | B |\n|---|---|\n| x | |\n| y | |", "D316 | A | B |"),
      ("_derive: B_\n\n| A | B |\n|---|---|\n| x | 1 |\n| y | |", "D316 | x | 1 |"),
      ("_derive: B_\n\n| A | B |\n|---|---|\n| x | |\n| y | |", "D316 ### Match: What?"),
      (
        "_derive: May go to_\n\n| Class | May go to |\n|---|---|\n| contct | |\n| health | |",
        "P021 | contct | |"
      ),
      (
        "_derive: Channel_\n\n| Severity | Channel |\n|---|---|\n| high | |\n| low | |",
        "P020 | high | |"
      ),
      ("_pace: 3 s_\n\n| A | B |\n|---|---|\n| x | 1 |\n| y | 2 |", "D112 _pace: 3 s_"),
      (
        "Read.\n\n_when failed_\n\n| A | B |\n|---|---|\n| x | 1 |\n| y | 2 |",
        "D110 _when failed_"
      ),
      (
        "| A | B |\n|---|---|\n| x | 1 |\n| y | 2 |\n\nAnswers:\n\n- z",
        "D303 - z"
      ),
    ])
  func errors(body: String, finding: String) {
    let sample = ItemSample("### Match: What?\n\n\(body)")
    #expect(sample.found(finding), "\(sample.findings)")
  }

  @Test("points to the cell, and offers the word that was meant")
  func places() throws {
    let sample = ItemSample(
      """
      ### Match: What?

      _derive: May go to_

      | Class | May go to |
      |---|---|
      | contct | |
      | payment card | a place |
      """)
    let cell = try sample.finding("D316")
    #expect(sample.source(at: cell) == "a place |")
    let unknown = ItemSample(
      """
      ### Match: What?

      _derive: May go to_

      | Class | May go to |
      |---|---|
      | contct | |
      | payment card | |
      """)
    #expect(try unknown.finding("P021").message.contains("Did you mean “contact”?"))
  }

  private static func reasons(_ head: String, _ rows: [String]) -> String {
    "### Match: Who does what?\n\n| Who | Does | \(head) |\n|---|---|---|\n"
      + rows.map { "| \($0) |" }.joined(separator: "\n")
  }

  @Test(
    "reads reasons under another name as “Why”, and says so",
    arguments: ["Reason", "Because", "Explanation", "Note", "Begründung", "Pourquoi"])
  func otherWhy(head: String) throws {
    let text = Self.reasons(
      head, ["a | looks | It holds the logs.", "b | waits | Nothing is lost yet."])
    let sample = ItemSample(text)
    let finding = try sample.finding("D316")
    #expect(sample.findings.count == 1, "\(sample.findings)")
    #expect(finding.fix?.lines == ["| Who | Does | Why |"])
  }

  @Test("a reason may be missing")
  func someReasons() throws {
    let sample = ItemSample(Self.reasons("Reason", ["a | looks | logs", "b | waits | "]))
    #expect(try sample.finding("D316").message.contains("called “Why”"))
    #expect(sample.findings.count == 1, "\(sample.findings)")
  }

  @Test(
    "columns that are asked under such a name stay so",
    arguments: [
      reasons("Reason", ["a | yes | late", "b | no | damage"]),
      reasons(
        "Note", ["a | yes | to the guest file", "b | no | to the guest file", "c | no | none"]),
      reasons("Why", ["a | looks | It holds the logs.", "b | waits | Nothing is lost yet."]),
      "### Match: Why?\n\n| Rule | Reason |\n|---|---|\n| a | It is so loud. |\n| b | It is late. |",
    ])
  func askedReasons(text: String) {
    let sample = ItemSample(text)
    #expect(sample.findings.isEmpty, "\(sample.findings)")
  }

  @Test("tells a policy's empty cell")
  func emptyCell() throws {
    let empty = SamplePolicies.data.replacing("| care file | team chat", with: "| | team chat")
    let sample = ItemSample(Self.derived, policies: [empty])
    #expect(
      try sample.finding("D309").message.contains("The policy says nothing under “May go to”"))
  }
}
