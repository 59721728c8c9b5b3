// SPDX-License-Identifier: GPL-3.0-or-later

/// How each country builds its account numbers, by the IBAN registry of SWIFT.
enum IBANCountry {
  /// A stretch of an account number.
  struct Part: Sendable {
    /// "n" digits, "a" letters, "c" letters or digits.
    let kind: Character
    /// How many of them.
    let count: Int

    /// Whether a unit may stand in it.
    func accepts(_ unit: LeakUnit) -> Bool {
      switch kind {
      case "n": unit.isDigit
      case "a": unit.isASCIILetter
      default: unit.isASCIIAlphanumeric
      }
    }
  }

  /// The parts behind the check digits, by the country's two letters: the first one times 256
  /// plus the second.
  static let structures: [UInt32: [Part]] = {
    var structures: [UInt32: [Part]] = [:]
    for entry in registry.split(whereSeparator: \.isWhitespace) {
      let letters = entry.utf8.prefix(2).map(UInt32.init)
      structures[letters[0] << 8 | letters[1]] = parts(entry.dropFirst(3))
    }
    return structures
  }()

  /// Country, colon, parts: `GB:a4n14` is four letters and fourteen digits, 22 with `GB` and the
  /// check digits.
  private static let registry = """
    AD:n8c12 AE:n19 AL:n8c16 AT:n16 AZ:a4c20 BA:n16 BE:n12 BG:a4n6c8 BH:a4c14 BI:n23
    BR:n23a1c1 BY:c4n4c16 CH:n5c12 CR:n18 CY:n8c16 CZ:n20 DE:n18 DJ:n23 DK:n14 DO:c4n20
    EE:n16 EG:n25 ES:n20 FI:n14 FK:a2n12 FO:n14 FR:n10c11n2 GB:a4n14 GE:a2n16 GI:a4c15
    GL:n14 GR:n7c16 GT:c24 HN:a4n20 HR:n17 HU:n24 IE:a4n14 IL:n19 IQ:a4n15 IS:n22
    IT:a1n10c12 JO:a4n4c18 KW:a4c22 KZ:n3c13 LB:n4c20 LC:a4c24 LI:n5c12 LT:n16 LU:n3c13
    LV:a4c13 LY:n21 MC:n10c11n2 MD:c20 ME:n18 MK:n3c10n2 MN:n16 MR:n23 MT:a4n5c18
    MU:a4n19a3 NI:a4n20 NL:a4n10 NO:n11 OM:n3c16 PK:a4c16 PL:n24 PS:a4c21 PT:n21 QA:a4c21
    RO:a4c16 RS:n18 RU:n14c15 SA:n2c18 SC:a4n20a3 SD:n14 SE:n20 SI:n15 SK:n20 SM:a1n10c12
    SO:n19 ST:n21 SV:a4n20 TL:n19 TN:n20 TR:n6c16 UA:n6c19 VA:n18 VG:a4n16 XK:n16 YE:a4n4c18
    """

  private static func parts(_ text: Substring) -> [Part] {
    var parts: [Part] = []
    var rest = text
    while let kind = rest.popFirst() {
      let digits = rest.prefix(while: \.isNumber)
      parts.append(Part(kind: kind, count: Int(digits) ?? 0))
      rest = rest.dropFirst(digits.count)
    }
    return parts
  }
}
