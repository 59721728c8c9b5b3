// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit

/// Generates valid values of every kind, as people write them.
struct LeakValues {
  /// Where the randomness comes from.
  var numbers: SeededNumbers

  /// One of some choices.
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[Int.random(in: choices.indices, using: &numbers)]
  }

  /// Random digits.
  mutating func digits(_ count: Int) -> String {
    String((0..<count).map { _ in Character(String(Int.random(in: 0...9, using: &numbers))) })
  }

  /// Random characters of an alphabet.
  mutating func characters(_ count: Int, of alphabet: String) -> String {
    let alphabet = Array(alphabet)
    return String((0..<count).map { _ in pick(alphabet) })
  }

  /// A value, and the words that must stand in front of it.
  mutating func next(_ kind: LeakKind) -> (lead: String, text: String) {
    switch kind {
    case .planted: ("", "")
    case .card: (pick(["", "card ", "Visa: ", "number="]), grouped(card(), by: 4))
    case .iban: (pick(["", "IBAN ", "IBAN: ", "account "]), grouped(iban(), by: 4))
    case .ssn: ssn()
    case .email: (pick(["", "mailto:", "write to ", "<"]), email())
    case .phone: phone()
    case .ipv4: (pick(["", "from ", "http://", "ip=", "root@"]), ipv4())
    case .ipv6: (pick(["", "from ", "ip=", "host "]), ipv6())
    case .birthDate: birthDate()
    case .nhsNumber: nhs()
    case .secret: secret()
    }
  }

  /// A card number of a network with its check digit.
  mutating func card() -> String {
    let (prefix, length) = pick([
      ("4", 16), ("4", 13), ("51", 16), ("55", 16), ("2221", 16), ("2720", 16), ("34", 15),
      ("37", 15), ("6011", 16), ("65", 16), ("36", 14), ("3528", 16), ("62", 16), ("6759", 16),
    ])
    let body = prefix + digits(length - prefix.count - 1)
    let check = (0...9).first { Self.luhn(body + String($0)) % 10 == 0 } ?? 0
    return body + String(check)
  }

  /// Luhn's sum, counted from the left.
  static func luhn(_ text: String) -> Int {
    let parity = text.count % 2
    return text.enumerated().reduce(0) { sum, digit in
      let value = digit.element.wholeNumberValue ?? 0
      if digit.offset % 2 != parity { return sum + value }
      return sum + value / 5 + value * 2 % 10
    }
  }

  /// An account number of one of some countries, with the check digits that ISO 13616 computes.
  mutating func iban() -> String {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    let (country, bban) = pick([
      ("DE", digits(18)), ("GB", characters(4, of: letters) + digits(14)),
      ("FR", digits(10) + characters(11, of: letters + "0123456789") + digits(2)),
      ("NL", characters(4, of: letters) + digits(10)), ("ES", digits(20)), ("BE", digits(12)),
      ("CH", digits(17)), ("NO", digits(11)), ("AT", digits(16)), ("PL", digits(24)),
      ("IT", characters(1, of: letters) + digits(22)), ("SE", digits(20)),
    ])
    let check = 98 - Self.remainder97(bban + country + "00")
    return country + (check < 10 ? "0" : "") + String(check) + bban
  }

  /// The remainder of the number that letters and digits stand for, with A as 10.
  static func remainder97(_ text: String) -> Int {
    let figures = text.map { String(Int(String($0), radix: 36) ?? 0) }.joined()
    return figures.reduce(0) { ($0 * 10 + ($1.wholeNumberValue ?? 0)) % 97 }
  }

  private mutating func grouped(_ text: String, by size: Int) -> String {
    let separator = pick(["", "", " ", "-", "\u{A0}"])
    var result = ""
    for (position, character) in text.enumerated() {
      if position > 0, position % size == 0 { result += separator }
      result.append(character)
    }
    return result
  }

  private mutating func ssn() -> (String, String) {
    let area = pick([Int.random(in: 1...665, using: &numbers), 667, 899])
    let padded = String(String(1000 + area).dropFirst())
    let group = String(String(100 + Int.random(in: 1...99, using: &numbers)).dropFirst())
    let serial = String(String(10_000 + Int.random(in: 1...9999, using: &numbers)).dropFirst())
    let separator = pick(["-", "-", " ", ".", ""])
    let lead =
      separator.isEmpty ? pick(["SSN ", "social security number is "]) : pick(["", "SSN: "])
    return (lead, padded + separator + group + separator + serial)
  }

  private mutating func email() -> String {
    let local = pick([
      "jane.doe", "j.o'brien", "info+news", "jürgen", "a", "sales_team", "x-ray", "m.2024", "Anna",
    ])
    let domain = pick([
      "example.com", "mail.example.org", "a-b.example.co.uk", "müller.example", "EXAMPLE.NET",
      "sub.sub.example.museum", "7days.example.io", "xn--mller-kva.example",
    ])
    return local + String(Int.random(in: 1...99, using: &numbers)) + "@" + domain
  }

  private mutating func phone() -> (String, String) {
    let four = "01" + digits(2)
    let text = pick([
      "+44 20 7946 0" + digits(3), "+442079460" + digits(3), "020 7946 0" + digits(3),
      "(020) 7946 0" + digits(3), "07700 900" + digits(3), "07700900" + digits(3),
      "0044 20 7946 0" + digits(3), "(212) 555-" + four, "212-555-" + four, "+1 212-555-" + four,
      "1-212-555-" + four, "+49 30 23125 " + digits(3), "030 2312" + digits(4),
      "(030) 23125" + digits(3),
      "+33 1 99 00 " + digits(2) + " 34", "01 99 00 12 " + digits(2), "+61 491 570 " + digits(3),
      "+44 (0)161 496 0" + digits(3),
    ])
    return (pick(["", "call me on ", "Tel. ", "phone: "]), text)
  }

  private mutating func ipv4() -> String {
    let host = Int.random(in: 1...254, using: &numbers)
    let net = pick(["192.0.2.", "198.51.100.", "203.0.113.", "10.1.20.", "172.16.0."])
    return net + String(host) + pick(["", "", "/24", "/32"])
  }

  private mutating func ipv6() -> String {
    func group(_ values: inout LeakValues) -> String {
      String(Int.random(in: 1...0xFFFF, using: &values.numbers), radix: 16)
    }
    let first = group(&self)
    let full = (0..<6).map { _ in group(&self) }.joined(separator: ":")
    return pick([
      "2001:db8::" + first, "2001:db8:" + full, "2001:DB8::" + first.uppercased() + ":1",
      "fe80::" + first + "%eth0", "2001:db8:" + first + "::/48", "::ffff:192.0.2.33",
      "64:ff9b::192.0.2." + String(Int.random(in: 1...254, using: &numbers)),
    ])
  }

  private mutating func birthDate() -> (String, String) {
    let (day, month) = (Int.random(in: 10...28, using: &numbers), pick(["01", "09", "12"]))
    let year = String(Int.random(in: 1930...2005, using: &numbers))
    let text = pick([
      "\(day)/\(month)/\(year)", "\(day).\(month).\(year)", "\(year)-\(month)-\(day)",
      "\(day) March \(year)", "March \(day), \(year)", "\(day)-\(month)-\(year.suffix(2))",
      "\(day)th of May \(year)", "\(day). Oktober \(year)",
    ])
    return (pick(["born ", "DOB: ", "date of birth is ", "geboren am ", "D.O.B. "]), text)
  }

  private mutating func nhs() -> (String, String) {
    while true {
      let body = pick(["4", "6", "7", "943"])
      let nine = body + digits(9 - body.count)
      let sum = nine.enumerated().reduce(0) {
        $0 + ($1.element.wholeNumberValue ?? 0) * (10 - $1.offset)
      }
      let check = (11 - sum % 11) % 11
      if check == 10 { continue }
      let ten = nine + String(check)
      let spaced = "\(ten.prefix(3)) \(ten.dropFirst(3).prefix(3)) \(ten.suffix(4))"
      return pick([("", spaced), ("NHS number ", spaced), ("NHS no: ", ten), ("patient ", ten)])
    }
  }

  private mutating func secret() -> (String, String) {
    let mixed = "ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789"
    let word = pick(["Winter", "hunter", "Zebra", "kiwi"]) + digits(3)
    return pick([
      ("", "AKIA" + characters(16, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")),
      ("", "ghp" + "_" + characters(36, of: mixed)),
      ("", "sk" + "_live_" + characters(24, of: mixed)),
      ("key=", "AIza" + characters(35, of: mixed)), ("", "xoxb" + "-" + characters(20, of: mixed)),
      ("password: ", word), ("my password is ", word + "#x"), ("pwd=", word),
      ("token = ", characters(24, of: mixed)), ("API key: ", characters(32, of: mixed)),
      ("passcode is ", digits(6)), ("PIN: ", digits(4)), ("Passwort lautet ", word),
      ("the password for the server is ", word), ("reset the password to ", word),
    ])
  }
}
