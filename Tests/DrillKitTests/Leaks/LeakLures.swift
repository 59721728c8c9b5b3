// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit

/// Generates what looks like personal data or a secret, and is not.
struct LeakLures {
  private var values: LeakValues

  /// Lures that depend on the numbers alone.
  init(numbers: SeededNumbers) {
    values = LeakValues(numbers: numbers)
  }

  /// One of some choices.
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    values.pick(choices)
  }

  /// The next lure.
  mutating func next() -> String {
    let kinds: [(inout LeakLures) -> String] = [
      { $0.wrongNumber() }, { $0.reference() }, { $0.moment() }, { $0.version() },
      { $0.amount() }, { $0.fingerprint() }, { $0.almostAddress() }, { $0.talk() },
    ]
    return pick(kinds)(&self)
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &values.numbers)
  }

  /// The text with its last digit one up, which breaks every check digit.
  private func bent(_ text: String) -> String {
    let last = text.last?.wholeNumberValue ?? 0
    return text.dropLast() + String((last + 1) % 10)
  }

  /// The text in groups of four.
  private func fours(_ text: String) -> String {
    var result = ""
    for (position, character) in text.enumerated() {
      if position > 0, position % 4 == 0 { result += " " }
      result.append(character)
    }
    return result
  }

  private mutating func wrongNumber() -> String {
    let card = bent(values.card())
    let account = values.iban()
    let check = (Int(account.dropFirst(2).prefix(2)) ?? 0) % 97 + 1
    let wrong = account.prefix(2) + (check < 10 ? "0" : "") + String(check) + account.dropFirst(4)
    return pick([
      card, fours(card), String(wrong), fours(String(wrong)), "000-\(number(10...99))-1234",
      "666-\(number(10...99))-\(number(1000...9999))", "9\(number(10...99))-12-3456",
      "123-00-\(number(1000...9999))", "943 476 5918", values.digits(9),
      "\(number(256...999)).1.2.3", values.digits(10).replacing(#/^0/#, with: "7"),
    ])
  }

  private mutating func reference() -> String {
    pick([
      "order \(values.digits(10))", "Order #\(values.digits(8))", "ORD-2024-\(values.digits(6))",
      "ticket \(values.digits(7))", "invoice no. 0\(values.digits(9))",
      "SKU-\(values.digits(3))-\(values.digits(4))",
      "case \(values.digits(3))-\(values.digits(3))-\(values.digits(4))",
      "tracking 1Z999AA1\(values.digits(10))",
      "ISBN 978-0-306-40615-7", "17\(values.digits(11))", "IMEI 35\(values.digits(13))",
      "room \(values.digits(3))",
      "policy AB\(values.digits(8))", "1\(values.digits(15))", "account 00\(values.digits(8))",
    ])
  }

  private mutating func moment() -> String {
    let (day, month, year) = (number(10...28), number(10...12), number(1990...2030))
    return pick([
      "\(day)/\(month)/\(year)", "\(year)-\(month)-\(day)", "\(day).\(month).\(year) \(day):45",
      "10:\(day):\(day)", "\(year)-\(month)-\(day)T10:\(day):00+0100", "\(day) March \(year)",
      "on \(month)/\(day)/\(year)", "from \(year) - \(year + 1)", "\(day):30",
      "\(day)-\(month)-\(year)",
      "\(day) \(month) \(year)", "due \(day).\(month).\(year % 100)", "1h \(day)m", "\(day)h00",
    ])
  }

  private mutating func version() -> String {
    let (major, minor, patch) = (number(0...20), number(0...30), number(0...99))
    return pick([
      "\(major).\(minor).\(patch)", "v\(major).\(minor).\(patch).\(minor)",
      "version \(major).\(minor).\(patch).1",
      "Chrome/\(100 + major).0.\(1000 + patch).0", "Firefox/\(100 + major).0.0.0",
      "lib@\(major).\(minor).\(patch)",
      "section \(major).\(minor).1.2", "\(major).\(minor).\(patch)-rc.1",
      "1.3.6.1.4.1.\(1000 + patch)",
      "release \(major).0.0.\(patch)", "swift-\(major).\(minor)",
    ])
  }

  private mutating func amount() -> String {
    let (small, large) = (number(10...99), number(100...999))
    return pick([
      "€\(small).\(large),00", "$\(small),\(large),\(large).50", "\(small) \(large) \(large) euros",
      "£\(large)",
      "\(small).\(small)%", "-\(small).\(large)", "+\(small)%", "\(small) x \(large)",
      "51.\(large)\(large), -0.\(large)\(large)",
      "0.\(large)\(large)\(large)\(large)", "\(small)/\(large)", "\(large)-\(small)",
      "3.14159265\(large)", "USD \(large) \(large)",
    ])
  }

  private mutating func fingerprint() -> String {
    let hex = "0123456789abcdef"
    let parts = [8, 4, 4, 4, 12].map { values.characters($0, of: hex) }
    let pairs = (0..<20).map { _ in values.characters(2, of: hex) }
    return pick([
      parts.joined(separator: "-"), parts.joined(separator: "-").uppercased(),
      values.characters(64, of: hex),
      values.characters(40, of: hex), "commit \(values.characters(12, of: hex))",
      pairs.prefix(6).joined(separator: ":"), pairs.joined(separator: ":"),
      pairs.prefix(8).joined(separator: ":"),
      "sha256:\(values.characters(64, of: hex))", "0x\(values.characters(16, of: hex))",
      "#\(values.characters(6, of: hex))",
    ])
  }

  private mutating func almostAddress() -> String {
    pick([
      "logo@2x.png", "@angular/core", "git@github.com:a/b.git", "jane at example", "@jane_doe",
      "meet @ noon",
      "std::vector", "a::b", "10::", "127.0.0.1", "255.255.255.0", "::1", "user@localhost", "2:1",
      "1:2:3",
      "https://example.com/a?b=1", "file.tar.gz", "e.g. this", "x@y", "::",
    ])
  }

  private mutating func talk() -> String {
    pick([
      "the password reset page", "password: ********", "your password has expired",
      "the token expires in 3600 s",
      "the password you chose", "a 12-character password", "never share your PIN",
      "the passcode is on the card",
      "password=<secret>", "token: none", "password policy is ISO27001", "born to be wild",
      "call us in \(number(10...99)) days",
      "the secret is patience", "text me by 10:30", "date of birth to follow",
      "your NHS number, please", "password manager 2.0",
    ])
  }
}
