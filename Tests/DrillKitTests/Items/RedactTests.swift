// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Redact")
struct RedactTests {
  private static let facts = "- To: courier partner"

  /// 41 letters are to be hidden: the card 16, its second mention 16, the hip 13.
  private static let mail = """
    ### Redact: Hide it.

    > **Subject:** Your list
    >
    > First stop: ~~Leonie Praet~~ (contact), at **ten o'clock** (keep), door **two**. She
    > has had ~~a hip operation~~ (health; coach) and paid with
    > ~~5555 5555 5555 4444~~ (payment card).
    >
    > - Ring **twice** (keep).
    > - Card again: ~~5555 5555 5555 4444~~ (payment card; fail: customer)
    """

  private static let text = """
    Subject: Your list

    First stop: Leonie Praet, at ten o'clock, door two. She
    has had a hip operation and paid with
    5555 5555 5555 4444.

    - Ring twice.
    - Card again: 5555 5555 5555 4444
    """

  /// The mail, sound but for the article within its strikes, which is warned of and judged.
  private func sample(
    _ facts: String = facts, policies: [String] = [SamplePolicies.data, SamplePolicies.routes]
  ) throws -> SampleItem {
    let sample = ItemSample(Self.mail, facts: facts, policies: policies)
    #expect(sample.findings.allSatisfy { $0.rule == .smallWord }, "\(sample.findings)")
    return try sample.unchecked()
  }

  @Test("shows neither strikes nor parentheses, nor which bold words must stay")
  func shows() throws {
    let item = try sample()
    #expect(item.shape == .spans(.characters(text: Self.text)))
    let exhibit = item.content.exhibit(in: item.situation)
    guard case .quote(let blocks)? = exhibit.first?.kind, exhibit.count == 1 else {
      Issue.record("no quote")
      return
    }
    let runs = blocks.flatMap { block -> [RichText.Run] in
      switch block.kind {
      case .paragraph(let text): text.runs
      case .list(let list): list.items.flatMap(\.text.runs)
      default: []
      }
    }
    #expect(!runs.contains { $0.style.contains(.strike) })
    #expect(runs.filter { $0.style.contains(.strong) }.map(\.text) == ["Subject:", "two"])
    #expect(!exhibit.plainText.contains("("))
    #expect(
      item.content.plantedValues == [
        PlantedValue(text: "Leonie Praet", label: "contact"),
        PlantedValue(text: "a hip operation", label: "health"),
        PlantedValue(text: "5555 5555 5555 4444", label: "payment card"),
        PlantedValue(text: "5555 5555 5555 4444", label: "payment card"),
      ])
    try item.expectSolution()
  }

  /// To be hidden are 13 + 16 + 16 = 45 letters. F1 = 2·both / (hidden + wanted).
  @Test(
    "earns F1 over characters",
    arguments: [
      ("none", 0),
      ("a hip operation; 5555 5555 5555 4444", 10_000),
      ("A HIP\u{A0}operation;5555555555554444", 10_000),
      ("5555-5555-5555-4444; a hip operation.", 10_000),
      // The name's 11 letters may stay: 90 / (56 + 45).
      ("a hip operation; 5555 5555 5555 4444; Leonie Praet", 8911),
      // The 10 letters of a decoy: 90 / (55 + 45).
      ("a hip operation; 5555 5555 5555 4444; ten o’clock", 9000),
      // 64 / (32 + 45).
      ("5555 5555 5555 4444", 8312),
      // 4 of the 13: 72 / (36 + 45).
      ("a hip; 5555 5555 5555 4444", 8889),
      // “and paid with” between the two has 11 letters: 90 / (56 + 45).
      ("a hip ... 4444; 5555 5555 5555 4444", 8911),
    ])
  func shares(typed: String, credit: Int) throws {
    #expect(try sample().judge(typed).credit == credit)
  }

  @Test("tells what was missed, with the clause and the class that failed")
  func misses() throws {
    let judgement = try sample().judge("a hip; Leonie Praet; ten; She has had")
    let clause = "data-handling#data-classes"
    #expect(
      judgement.remarks == [
        Remark(
          .lost, "“Leonie Praet” is hidden, and may stay: contact may go to courier partner.",
          clause: clause),
        Remark(
          .lost, "“ten o'clock” is hidden, and must stay: the reader needs it."),
        Remark(
          .lost,
          "Of “a hip operation”, “operation” stayed in sight: health may go to care file, and not "
            + "to courier partner.", clause: clause),
        Remark(
          .critical,
          "“5555 5555 5555 4444” stayed in sight: payment card must never go to courier partner.",
          clause: clause),
        Remark(
          .critical,
          "“5555 5555 5555 4444” stayed in sight: payment card must never go to courier partner.",
          clause: clause),
        Remark(.lost, "Hidden without need: “She has had”."),
      ])
    #expect(
      judgement.critical == [
        CriticalFailure(.compliance, "payment card left in sight of courier partner"),
        CriticalFailure(.customer, "payment card left in sight of courier partner"),
      ])
    #expect(judgement.coach == ["health left in sight of courier partner"])
    #expect(judgement.chosen == ["a"])
  }

  @Test(
    "takes the policy's word for every recipient",
    arguments: [
      ("- To: payment page", "Leonie Praet; a hip operation"),
      ("- To: care file", "Leonie Praet; 5555 5555 5555 4444"),
      ("- To: booking notes", "a hip operation; 5555 5555 5555 4444"),
      ("- To: booking notes; public post", "Leonie Praet; a hip operation; 5555 5555 5555 4444"),
      ("- To: team chat", "Leonie Praet; a hip operation; 5555 5555 5555 4444"),
    ])
  func recipients(facts: String, right: String) throws {
    let item = try sample(facts)
    #expect(try item.judge(right).credit == 10_000)
    try item.expectSolution()
  }

  @Test("follows the policy when a row of it changes")
  func followsThePolicy() throws {
    let changed = SamplePolicies.data.replacing(
      "| care file | team chat", with: "| care file; courier partner | team chat")
    let item = try sample(policies: [changed])
    #expect(try item.judge("5555 5555 5555 4444").credit == 10_000)
    let never = SamplePolicies.data.replacing("| team chat", with: "| courier partner")
    let other = try sample(policies: [never])
    #expect(
      try other.judge("5555 5555 5555 4444").critical == [
        CriticalFailure(.compliance, "health left in sight of courier partner")
      ])
  }

  @Test("replaces words in a variant, struck ones too")
  func variants() throws {
    let sample = ItemSample(
      Self.mail, facts: Self.facts,
      variants: """
        | First | Second |
        |---|---|
        | a hip operation | a bad back |
        | Leonie Praet | Ngozi |
        """)
    let item = try sample.item(variant: 1)
    #expect(try item.judge("a bad back; 5555 5555 5555 4444").credit == 10_000)
    #expect(item.content.plantedValues.map(\.text).prefix(2) == ["Ngozi", "a bad back"])
  }

  @Test("earns the guessing little")
  func guesses() throws {
    // Who hides nothing, or everything: 90 / (n + 45) of the n letters of a text so short.
    let item = try sample()
    let letters = Self.text.count { !$0.isWhitespace }
    #expect(
      item.guesses == [
        0, Credit(90, of: letters + 45).rawValue, Credit(90, of: 71 + 45).rawValue, 8312,
      ])
    // Where the health may not be seen either, who hides numbers alone fails.
    #expect(try sample("- To: courier partner; team chat").guesses.last == 0)
  }

  @Test("judges ranges beyond the text and other shapes without harm")
  func misfits() throws {
    let item = try sample()
    #expect(item.credit(.spans([0..<100_000])) == item.credit(.spans([0..<10_000])))
    #expect(item.credit(.spans([9_000..<9_001])) == 0)
    #expect(item.credit(.text("a hip operation")) == 0)
  }

  @Test(
    "reports what an author gets wrong, at its line",
    arguments: [
      ("> Nothing is struck.", "D303 ### Redact: Hide it."),
      ("> A ~~card~~.", "D303 > A ~~card~~."),
      ("> A ~~card~~ ().", "D303 > A ~~card~~ ()."),
      ("> A ~~card~~ (payment card.", "D115 > A ~~card~~ (payment car"),
      ("> A ~~card~~ (fail).", "D303 > A ~~card~~ (fail)."),
      ("> A ~~card~~ (keep).", "D303 > A ~~card~~ (keep)."),
      ("> A ~~card~~ (payment card; 50%).", "D114 > A ~~card~~ (payment car"),
      ("> A ~~card~~ (payment card; fial).", "D114 > A ~~card~~ (payment car"),
      ("> A ~~card~~ (payment card; fail: x).", "D114 > A ~~card~~ (payment car"),
      ("> A ~~car~~d (payment card).", "D303 > A ~~car~~d (payment ca"),
      ("> A s~~card~~ (payment card).", "D303 > A s~~card~~ (payment c"),
      ("> A ~~card~~ (payment card)s.", "D303 > A ~~card~~ (payment car"),
      ("> A ~~card~~ (payment crad).", "P021 > A ~~card~~ (payment cra"),
      ("> A ~~card~~ (contact), **x** (kep).", "D114 > A ~~card~~ (contact), "),
      ("> A ~~card~~ (contact), **x** (keep; coach).", "D114 > A ~~card~~ (contact), "),
      ("> A ~~card~~ (contact), **x** (health).", "D303 > A ~~card~~ (contact), "),
      ("> ~~4111~~ (payment card) is 4111.", "D307 > ~~4111~~ (payment card)"),
      ("> ~~a~~ (health)\n\n> ~~b~~ (health)", "D303 > ~~a~~ (health)"),
      ("A ~~b~~ c.\n\n> ~~d~~ (health)", "D303 A ~~b~~ c."),
      (
        "> ~~a~~ (health)\n>\n> | A | B |\n> |---|---|\n> | 1 | 2 |",
        "D303 > | A | B |"
      ),
      ("Read.\n\n_when failed_\n\n> ~~a~~ (health)", "D110 _when failed_"),
    ])
  func errors(body: String, finding: String) {
    let sample = ItemSample("### Redact: Hide it.\n\n\(body)", facts: Self.facts)
    #expect(sample.found(finding), "\(sample.findings)")
  }

  @Test("points to the strike, offers the class, and misses the fact")
  func places() throws {
    let body = "### Redact: Hide it.\n\n> card ~~card~~ (payment crad)"
    let sample = ItemSample(body, facts: Self.facts)
    let finding = try sample.finding("P021")
    #expect(sample.source(at: finding).hasPrefix("~~card~~"))
    #expect(finding.message.contains("Did you mean “payment card”?"))
    #expect(try ItemSample(body).finding("P020").message.contains("“To”"))
    #expect(
      try ItemSample(body, facts: Self.facts, policies: [SamplePolicies.routes]).finding("P007")
        .message.contains("Data classes"))
  }

  @Test(
    "warns of small words within the strikes, where leaving them in sight would be critical",
    arguments: [
      ("> ~~the card 4111~~ (payment card)", "“the” in “the card 4111” gives nothing away"),
      ("> ~~4111 of~~ (payment card)", "“of” in “4111 of” gives nothing away"),
      ("> ~~Mr. Praet~~ (contact; fail)", nil),
      ("> ~~his hip~~ (health; fail)", "who hides “hip” and leaves it in sight fails critically"),
      // Nothing critical happens, or the word is all there is.
      ("> ~~his hip~~ (health)", nil), ("> ~~the~~ (payment card)", nil),
      // Words beside the strikes are not judged.
      ("> the ~~4111~~ (payment card) of", nil),
    ])
  func smallWords(body: String, message: String?) {
    let sample = ItemSample("### Redact: Hide it.\n\n\(body)", facts: Self.facts)
    let found = sample.findings.filter { $0.rule == .smallWord }
    #expect(found.count == (message == nil ? 0 : 1))
    #expect(message.map { found.first?.message.contains($0) == true } ?? true, "\(found)")
  }

  @Test("leaves bold words with other parentheses as they are")
  func otherParentheses() throws {
    let item = try ItemSample(
      "### Redact: Hide it.\n\n> **Van** (three) for ~~a hip~~ (health).", facts: Self.facts
    ).item()
    #expect(item.shape == .spans(.characters(text: "Van (three) for a hip.")))
  }

  @Test("reads no more than 200 parts, and says so, soon", arguments: ["a", "alike"])
  func tooMany(form: String) throws {
    let parts = (1...4000).map { number in
      "~~\(form == "a" ? "\(number)" : "hip")~~ (\(number % 2 == 0 ? "health" : "contact"))"
    }
    let start = ContinuousClock.now
    let sample = ItemSample(
      "### Redact: Hide it.\n\n> \(parts.joined(separator: ",\n> "))", facts: Self.facts)
    #expect(ContinuousClock.now - start < .seconds(1))
    #expect(try sample.finding("D128").message.contains("at most 200 struck or bold parts"))
    #expect(sample.findings.filter { $0.rule == .tooManyParts }.count == 1)
  }
}
