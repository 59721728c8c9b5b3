// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Leaks: order, overlaps and offsets")
struct LeakDetectorTests {
  @Test(
    "finds nothing in texts without personal data", arguments: ["", " ", "👩‍👩‍👧 ok", "\u{301}", "\r\n"])
  func nothing(text: String) {
    #expect(LeakDetector().scan(text).isEmpty)
  }

  @Test("the stronger class keeps what two classes claim")
  func overlaps() {
    // The middle of the first account is a card's number; with wrong check digits only that is left.
    let account = LeakDetector().scan("ES18 4111 1111 1111 1111 1234")
    #expect(account.map(\.kind) == [.iban])
    let noAccount = LeakDetector().scan("ES00 4111 1111 1111 1111 1234")
    #expect(noAccount.map(\.kind) == [.card])
    #expect(noAccount.map(\.range) == [5..<24])
    let mapped = LeakDetector().scan("::ffff:192.0.2.128")
    #expect(mapped.map(\.kind) == [.ipv6])
    let planted = LeakDetector(planted: [PlantedValue(text: "192.0.2.1", label: "address")])
    #expect(planted.scan("from 192.0.2.1").map(\.kind) == [.planted])
  }

  @Test("reports leaks of all kinds in order")
  func order() {
    let text = """
      Jane Doe, born 12/03/1985, NHS 943 476 5919, SSN 219-09-9999, card 4111 1111 1111 1111, \
      account GB29 NWBK 6016 1331 9268 19, jane@example.com, +44 20 7946 0018, from 192.0.2.1 \
      and 2001:db8::1. Password: Hunter2
      """
    let found = LeakDetector(planted: [PlantedValue(text: "Jane Doe", label: "name")]).scan(text)
    #expect(
      found.map(\.kind) == [
        .planted, .birthDate, .nhsNumber, .ssn, .card, .iban, .email, .phone, .ipv4, .ipv6, .secret,
      ])
    #expect(Set(found.map(\.kind)) == Set(LeakKind.allCases))
    for (leak, next) in zip(found, found.dropFirst()) {
      #expect(leak.range.upperBound <= next.range.lowerBound)
    }
  }

  @Test(
    "counts offsets in Unicode scalars",
    arguments: [
      ("👩‍👩‍👧 a@b.co", 6), ("e\u{301} a@b.co", 3), ("é a@b.co", 2), ("\r\na@b.co", 2),
      ("\u{FEFF}a@b.co", 1), ("🇬🇧 a@b.co", 3),
    ])
  func offsets(text: String, start: Int) {
    #expect(LeakDetector().scan(text).map(\.range) == [start..<start + 6])
  }

  @Test("kinds keep the names under which they are stored")
  func kinds() {
    #expect(
      LeakKind.allCases.map(\.rawValue) == [
        "planted", "card", "iban", "ssn", "email", "phone", "ipv4", "ipv6", "birth-date",
        "nhs-number", "secret",
      ])
  }

  @Test(
    "stays in order, apart and inside the text whatever is typed", arguments: [7, 8] as [UInt64])
  func anything(seed: UInt64) {
    let parts =
      LeakLinearTimeTests.adversaries + [
        "4111111111111111", "GB29NWBK60161331926819", "219-09-9999", "(020) 7946 0018",
        "::ffff:1.2.3.4",
        "12 March 1985", "born", "-----END ", "=", "(", ")", "/", "+44", "{", "\\n", "NHS ", "ſ",
        "ß", "🇬🇧", "\u{0}",
      ]
    var numbers = SeededNumbers(seed: seed)
    let detector = LeakDetector(planted: [PlantedValue(text: "a a1", label: "code")])
    for _ in 0..<1_500 {
      let count = Int.random(in: 0...12, using: &numbers)
      let text = (0..<count).map { _ in parts.randomElement(using: &numbers) ?? "" }.joined()
      var end = 0
      for leak in detector.scan(text) {
        #expect(leak.range.lowerBound >= end && !leak.range.isEmpty, "\(text.debugDescription)")
        end = leak.range.upperBound
      }
      #expect(end <= text.unicodeScalars.count, "\(text.debugDescription)")
    }
  }
}
