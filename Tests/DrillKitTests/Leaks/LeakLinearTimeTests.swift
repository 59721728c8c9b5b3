// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

@Suite("Leaks: linear time")
struct LeakLinearTimeTests {
  private static let detector = LeakDetector(planted: [
    PlantedValue(text: "1111111111111111", label: "payment card"),
    PlantedValue(text: "aaaa aaaa", label: "name"),
    PlantedValue(text: "Jané", label: "name"),
  ])

  /// Texts that make careless patterns start over again and again, each a unit to repeat.
  static let adversaries = [
    "1", "1-", "1 ", "1.", "1/", "12 ", "123-45-", "1111 ", "0 ", "01 ", "(1", "+1", "+ ", "+ + 1 ",
    "4111 ", "a", "a@", "a@a", "a@a.", "aaaa@aaaa.", "@", "a.", "a-", "a_", "ab@cd.ef@", ":", "::",
    "1:", "f:", "a::", "1.1.1.1-", "255.", "ffff:", "fe80::1%", "%", "GB", "GB29", "GB29 ",
    "NL91ABNA",
    "MT84MALT0", "AKIA", "ghp_", "sk-", "sk_live_", "xoxb-", "eyJ", "eyJ.", "eyJaaaaaaaa.", "eyJ-",
    "SG.",
    "-", "-----BEGIN ", "-----BEGIN PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----\n",
    "-----BEGIN PRIVATE KEY-----aaaaaaaaaaaaaaaaaaaa\n", "password", "password ", "password:",
    "password=",
    "pin=", "pin is ", "token=", "token=\"", "password is \"", "password for ", "is ", "to ", "://",
    "://a:",
    "://a:b", "born ", "born 1 ", "12/03/1985 ", "12 March ", "d.o.b. ", "call ", "call 1 ",
    "order 123 ",
    "é", "e\u{301}", "\u{301}", "\u{200B}", "a\u{301}\u{302}", "aaaa ", "a a ", "Jane", "j", "J-",
    "\n", " ", "'",
    "\"", "pass'", "943 ", "943 476 ", "5919 ", "١", "１",
  ]

  /// How often one character may be looked at; the worst of these texts takes 168 looks.
  private static let mostLooks = 250

  @Test("ten times the text takes about ten times the looks", arguments: adversaries)
  func linear(unit: String) {
    let small = Self.looks(at: unit, scalars: 800)
    let large = Self.looks(at: unit, scalars: 8_000)
    // Windows that the end of a short text cuts off account for the fifth above ten.
    #expect(large <= 12 * small, "\(unit): \(small) looks, then \(large)")
    #expect(large <= Self.mostLooks * 8_000, "\(unit): \(large / 8_000) looks a character")
  }

  @Test(
    "64 KiB of the worst take no more looks a character",
    arguments: ["1", "1-", "12 ", "a@a", "aaaa@aaaa.", ":", "+ ", "pass'", "eyJ.", "-----BEGIN "])
  func long(unit: String) {
    #expect(Self.looks(at: unit, scalars: 65_536) <= Self.mostLooks * 65_536)
  }

  private static func looks(at unit: String, scalars: Int) -> Int {
    let count = scalars / unit.unicodeScalars.count
    return detector.scanCountingSteps(String(repeating: unit, count: count)).steps
  }
}
