// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Facts and cells")
struct FactsTests {
  private func read(_ text: String) throws -> (facts: Facts, found: Diagnostics) {
    let found = Diagnostics()
    let source = try #require(
      SourceText(file: "d.md", bytes: Array(text.utf8), diagnostics: found))
    let blocks = MarkdownParser.parse(source, fromLine: 1, diagnostics: found)
    guard case .list(let list) = blocks.first?.kind else {
      Issue.record("no list")
      return (Facts(), found)
    }
    return (Facts.read(list, in: source, diagnostics: found), found)
  }

  @Test("keys, values and places")
  func reads() throws {
    let (facts, found) = try read("- Now: Friday 18:40\n- Data: payment card; contact\n")
    #expect(found.sorted.isEmpty)
    #expect(facts["data"]?.texts == ["payment card", "contact"])
    #expect(facts["Data"]?.values.last?.place == Place(file: "d.md", line: 2, column: 23))
    #expect(facts[.now]?.text == "Friday 18:40")
    #expect(facts.clock(minutesPassed: 20)?.now.clockText == "19:00")
  }

  @Test(
    "what is no fact",
    arguments: [
      ("- Data\n", ["1 P022"]), ("- : x\n", ["1 P022"]), ("- Data:\n", ["1 P022"]),
      ("- Data: a\n- data: b\n", ["2 P023"]), ("- Data: a; ; b\n", ["1 P022"]),
      ("1. Data: a\n2. Role: b\n", ["1 P022", "2 P022"]), ("- [x] Data: a\n", ["1 P022"]),
    ])
  func refuses(text: String, codes: [String]) throws {
    let (_, found) = try read(text)
    #expect(found.sorted.map { "\($0.place.line) \($0.rule.code)" } == codes)
  }

  @Test("lists and values have bounds")
  func bounds() throws {
    let list = (1...70).map { "- K\($0): a" }.joined(separator: "\n")
    let values = "- Data: " + (1...70).map(String.init).joined(separator: ";")
    #expect(try read(list).facts.all.count == Facts.maximumCount)
    #expect(try read(list).found.sorted.map(\.place.line) == [65])
    #expect(try read(values).facts["Data"]?.values.count == Facts.maximumCount)
    #expect(try read(values).found.sorted.map(\.rule.code) == ["P027"])
  }

  @Test("the nearest fact wins, key by key")
  func merging() {
    let outer = Facts(["Data": "contact", "Role": "agent"])
    let inner = Facts(["data": "health", "To": "ticket"])
    let merged = outer.merging(nearer: inner)
    #expect(merged.all.map(\.text) == ["health", "agent", "ticket"])
  }

  @Test("keys and values are checked against the tables")
  func checks() throws {
    let book = try PolicyFixture(PolicyFixture.escalation).book
    let (facts, found) = try read(
      """
      - Now: Friday 18:40
      - Incidnet: intrusion
      - Incident: intrusoin
      - Weather: rain
      - Hours: office
      - Records: 12
      - Data: something else; or other
      - Aware: on Friday
      - Severity: high; whatever
      """)
    book.check(facts, diagnostics: found)
    #expect(
      found.sorted.map { "\($0.place.line) \($0.rule.code)" } == [
        "2 P019", "3 P028", "4 P019", "5 P025", "7 P024", "7 P024", "8 P022",
      ])
    #expect(found.sorted.first?.message.contains("Did you mean “Incident”?") == true)
    #expect(book.vocabulary(of: "Incident") == ["intrusion", "lost device"])
    #expect(book.vocabulary(of: "Records") == [])
  }

  @Test(
    "values that say something else than was meant are told, and read as meant",
    arguments: [
      ("Incident: intrusion, lost device", "intrusion; lost device"),
      ("Incident: Intrusion and lost device", "Intrusion; lost device"),
      ("Data: payment card + health", "payment card; health"),
      ("Data: payment card / health; other", "payment card; health"),
      ("Records: 1.204", "1204"), ("Calls: 1.204", "1204"), ("Records: 2.500", "2500"),
      ("Records: 1.204.000", "1204000"),
    ])
  func meant(line: String, right: String) throws {
    let book = try PolicyFixture(PolicyFixture.escalation).book
    let (facts, found) = try read("- \(line)")
    book.check(facts, diagnostics: found)
    let messages = found.sorted.filter { $0.rule.severity == .error }.map(\.message)
    #expect(messages.count == 1 && messages[0].contains("“\(right)”"), "\(found.sorted)")
    #expect(book.meant(facts).all[0].text.hasPrefix(right))
  }

  @Test(
    "values that only look like it",
    arguments: [
      "Incident: intrusion; lost device", "Records: 3,120", "Records: 1 204", "Records: 1.5",
      "Records: 0.500", "Records: 1204", "Records: 12.50", "Data: payment card; health",
    ])
  func asWritten(line: String) throws {
    let book = try PolicyFixture(PolicyFixture.escalation).book
    let (facts, found) = try read("- \(line)")
    book.check(facts, diagnostics: found)
    #expect(found.sorted.isEmpty, "\(found.sorted)")
    #expect(book.meant(facts) == facts)
  }

  @Test("a point is one where the policy's own cells have decimals, and a comma part of a word")
  func ownDecimals() throws {
    let book = try PolicyFixture(
      """
      ## Severity

      | Incident | Records | Level |
      |---|---|---|
      | fire and smoke | >= 1.5 | critical |
      | lock, broken; fire; smoke | | high |
      | | | low |
      """
    ).book
    let (facts, found) = try read("- Records: 1.204\n- Incident: fire and smoke; lock, broken\n")
    book.check(facts, diagnostics: found)
    #expect(found.sorted.isEmpty, "\(found.sorted)")
    #expect(book.meant(facts) == facts)
  }

  @Test(
    "cells and the values that fit them",
    arguments: [
      ("", "anything", true), ("payment card", "Payment  Card", true), ("a; b", "B", true),
      ("a; b", "c", false), (">= 1000", "1000", true), (">= 1000", "999.999", false),
      ("> 3", "3", false), ("> 3", "3.001", true), ("<= 5", "-7", true), ("< 5", "5", false),
      ("10 to 99", "10", true), ("10 to 99", "99", true), ("10 to 99", "100", false),
      ("10–99", "50", true), ("1,000", "1000", true), ("7", "7.0", true), ("7", "seven", false),
      ("none; >= 10", "none", true), ("= 4", "4", true),
    ])
  func fits(cell: String, value: String, isFitting: Bool) throws {
    #expect(
      try #require(CellPattern(cell)).fits([FactValue(value, at: Place(file: "", line: 1))])
        == isFitting)
  }

  @Test("cells that can't be read", arguments: [";", "a;", ">= many", "9 to 3", "> "])
  func unreadable(cell: String) {
    #expect(CellPattern(cell) == nil)
  }

  @Test(
    "a cell covers another",
    arguments: [
      ("", "x", true), ("x", "", false), ("", "", true), ("a; b", "b", true), ("a", "a; b", false),
      (">= 10", "10 to 20", true), ("1 to 5; 5.001 to 9", "2 to 8", true),
      ("1 to 5; 6 to 9", "2 to 8", false), ("<= 3; > 3", ">= -5", true), ("x", "1", false),
    ])
  func covers(cell: String, other: String, isCovered: Bool) throws {
    let pattern = try #require(CellPattern(cell))
    #expect(pattern.covers(try #require(CellPattern(other))) == isCovered)
  }

  @Test(
    "numbers and money",
    arguments: [
      ("12.5 EUR", "12.50 EUR"), ("€1,200", "1200 EUR"), ("usd 3", "3 USD"), ("£0.99", "0.99 GBP"),
    ])
  func money(text: String, expected: String) {
    #expect(Money(text)?.description == expected)
  }

  @Test(
    "no numbers",
    arguments: ["", "1,00", "1.2345", "1..2", "12,34,567", "1e3", "١", "9999999999999"])
  func noNumber(text: String) {
    #expect(Quantity(text) == nil)
  }
}
