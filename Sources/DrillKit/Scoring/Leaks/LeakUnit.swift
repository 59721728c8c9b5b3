// SPDX-License-Identifier: GPL-3.0-or-later

/// One visible character of a text under search, reduced to what the rules tell apart.
///
/// ASCII keeps its code. Digits, dashes and spaces of every script arrive as the ASCII ones.
/// Letters beyond ASCII are one and the same unit, unless a planted value contains them.
struct LeakUnit: Hashable, Sendable, ExpressibleByUnicodeScalarLiteral {
  /// The ASCII code, or a number from 128 on for what lies beyond.
  let code: UInt32

  /// What stands before the beginning and after the end of a text.
  static let outside = LeakUnit(code: 0)
  /// A letter beyond ASCII that no planted value contains.
  static let otherLetter = LeakUnit(code: 0x80)
  /// Anything beyond ASCII that is neither letter, digit, dash nor space.
  static let otherSymbol = LeakUnit(code: 0x81)
  /// The sign of a currency, "$" excepted.
  static let currency = LeakUnit(code: 0x82)
  /// The lowest code of the letters beyond ASCII that planted values contain.
  static let firstKnownLetter: UInt32 = 0x100

  /// A unit with a code of its own.
  init(code: UInt32) {
    self.code = code
  }

  /// The unit of an ASCII character; other characters count as symbols.
  init(unicodeScalarLiteral value: Unicode.Scalar) {
    code = value.isASCII ? value.value : LeakUnit.otherSymbol.code
  }

  /// Whether it is one of 0…9.
  var isDigit: Bool { code &- 0x30 < 10 }
  /// Whether it is one of A…Z.
  var isUpper: Bool { code &- 0x41 < 26 }
  /// Whether it is one of a…z.
  var isLower: Bool { code &- 0x61 < 26 }
  /// Whether it is an ASCII letter.
  var isASCIILetter: Bool { (code | 0x20) &- 0x61 < 26 && code < 0x80 }
  /// Whether it is a letter of any script.
  var isLetter: Bool {
    isASCIILetter || code == LeakUnit.otherLetter.code || code >= LeakUnit.firstKnownLetter
  }
  /// Whether it is a letter or a digit.
  var isAlphanumeric: Bool { isDigit || isLetter }
  /// Whether it is an ASCII letter or a digit.
  var isASCIIAlphanumeric: Bool { isDigit || isASCIILetter }
  /// Whether it is a hexadecimal digit.
  var isHexDigit: Bool { isDigit || (code | 0x20) &- 0x61 < 6 && code < 0x80 }
  /// Whether it is a space or the end of a line.
  var isWhitespace: Bool { self == " " || self == "\n" }
  /// The value of a digit, 0…9; only for digits.
  var digit: Int { Int(code) - 0x30 }
  /// The unit without regard to case.
  var lowercased: LeakUnit { isUpper ? LeakUnit(code: code | 0x20) : self }
}
