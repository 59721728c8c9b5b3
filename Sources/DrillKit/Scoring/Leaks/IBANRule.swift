// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds international bank account numbers (ISO 13616): the country's length and structure, and
/// two check digits that are right modulo 97.
struct IBANRule: LeakRule {
  func candidates(in text: inout LeakText) -> [LeakCandidate] {
    var found: [LeakCandidate] = []
    for run in text.digitRuns where run.count >= 2 {
      let start = self.start(ofCountryBefore: run.start, in: &text)
      guard let start, start >= found.last?.range.upperBound ?? 0, text.opensWord(start) else {
        continue
      }
      let country = [text[start], text[start + 1]].map { $0.isLower ? $0.code - 32 : $0.code }
      guard let structure = IBANCountry.structures[country[0] << 8 | country[1]] else { continue }
      if let end = end(of: structure, country: country, from: run.start, in: &text) {
        let name = String(String.UnicodeScalarView(country.compactMap(Unicode.Scalar.init)))
        let reason =
          "A bank account number (IBAN): the length that \(name) prescribes, "
          + "and check digits that are right."
        found.append(LeakCandidate(range: start..<end, kind: .iban, reason: reason))
      }
    }
    return found
  }

  /// Where two letters stand in front of the check digits, with one space between them or none.
  private func start(ofCountryBefore checkDigits: Int, in text: inout LeakText) -> Int? {
    let end = text[checkDigits - 1] == " " ? checkDigits - 1 : checkDigits
    let start = end - 2
    return text[start].isASCIILetter && text[start + 1].isASCIILetter ? start : nil
  }

  /// The index after an account number whose check digits begin at an index.
  private func end(
    of structure: [IBANCountry.Part], country: [UInt32], from checkDigits: Int,
    in text: inout LeakText
  ) -> Int? {
    guard text[checkDigits + 1].isDigit else { return nil }
    let check = text[checkDigits].digit * 10 + text[checkDigits + 1].digit
    var cursor = checkDigits + 2
    var remainder = 0
    for part in structure {
      for _ in 0..<part.count {
        if Self.isGap(text[cursor]) { cursor += 1 }
        let unit = text[cursor]
        guard part.accepts(unit) else { return nil }
        remainder = Self.remainder(remainder, appending: unit.lowercased.code)
        cursor += 1
      }
    }
    // The country and the check digits move behind the account (ISO 13616, clause 6).
    for letter in country { remainder = Self.remainder(remainder, appending: letter | 0x20) }
    guard (remainder * 100 + check) % 97 == 1, text.closesWord(cursor) else { return nil }
    return cursor
  }

  /// Appends a digit, or a letter as its two digits: a is 10, z is 35.
  private static func remainder(_ remainder: Int, appending code: UInt32) -> Int {
    code < 0x3A
      ? (remainder * 10 + Int(code) - 0x30) % 97 : (remainder * 100 + Int(code) - 0x57) % 97
  }

  private static func isGap(_ unit: LeakUnit) -> Bool {
    unit == " " || unit == "-" || unit == "."
  }
}
