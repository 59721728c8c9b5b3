// SPDX-License-Identifier: GPL-3.0-or-later

/// Letters made equal where a reader takes them for the same: case, diacritics, width, ligatures.
///
/// The base of a Latin letter is read off its Unicode name ("LATIN SMALL LETTER E WITH ACUTE"),
/// so that no table of accents has to be kept.
enum LetterFolding {
  /// Whether a word can start with the scalar: a letter or a decimal digit of any script.
  static func isWordStart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return isASCIILetter(scalar) || isASCIIDigit(scalar) }
    return scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
  }

  /// Whether a word can go on with the scalar: a letter, a digit, a combining mark, or one that
  /// is not seen, such as a soft hyphen.
  static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    if isWordStart(scalar) { return true }
    return !scalar.isASCII && (isMark(scalar) || scalar.properties.isDefaultIgnorableCodePoint)
  }

  /// Whether the scalar is a decimal digit of any script.
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? isASCIIDigit(scalar) : scalar.properties.numericType == .decimal
  }

  /// Whether each character is a word of its own: ideographs and kana, written without spaces.
  static func isWholeWord(_ scalar: Unicode.Scalar) -> Bool {
    (0x3040...0x30FF).contains(scalar.value)
      || (scalar.value >= 0x2E80 && scalar.properties.isIdeographic)
  }

  /// The digit 0…9 of any script as an ASCII one.
  static func digit(_ scalar: Unicode.Scalar) -> Character? {
    if isASCIIDigit(scalar) { return Character(scalar) }
    guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue,
      let digit = Unicode.Scalar(UInt32(48 + Int(value)))
    else { return nil }
    return Character(digit)
  }

  /// Lower case with its accents in composed form, which is what the stemmers know.
  static func lowered(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    if scalars.allSatisfy(\.isASCII) {
      return String(unsafeUninitializedCapacity: scalars.count) { buffer in
        var count = 0
        for scalar in scalars where isWordStart(scalar) {
          buffer[count] = UInt8(truncatingIfNeeded: asciiLowered(scalar).value)
          count += 1
        }
        return count
      }
    }
    var lowered = ""
    var hasMarks = false
    for scalar in scalars
    where scalar.isASCII || !scalar.properties.isDefaultIgnorableCodePoint {
      if scalar.isASCII {
        if isWordStart(scalar) { lowered.unicodeScalars.append(asciiLowered(scalar)) }
      } else if isWordPart(scalar) {
        if let digit = digit(scalar) {
          lowered.append(digit)
        } else {
          hasMarks = hasMarks || isMark(scalar)
          lowered += narrowed(scalar).properties.lowercaseMapping
        }
      }
    }
    guard hasMarks else { return lowered }
    return String(lowered.map { composed[$0] ?? $0 })
  }

  /// Letters without case and diacritics: `Café` is `cafe`, `Straße` is `strasse`.
  static func folded(_ lowered: String) -> String {
    if lowered.isASCII { return lowered }
    var folded = ""
    for scalar in lowered.unicodeScalars where !isDiacritic(scalar) {
      if scalar.isASCII {
        folded.unicodeScalars.append(scalar)
      } else if let letters = letters[scalar] {
        folded += letters
      } else {
        folded.unicodeScalars.append(latinBase(of: scalar) ?? scalar)
      }
    }
    return folded
  }

  private static func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool {
    (0x61...0x7A).contains(scalar.value | 0x20) && scalar.isASCII
  }

  private static func isASCIIDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  private static func asciiLowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (0x41...0x5A).contains(scalar.value)
      ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar
  }

  /// A full-width Latin letter as the usual one.
  private static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF21...0xFF5A).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// Accents and vowel points: marks that a hurried writer leaves out. Marks that spell a sound,
  /// as in Devanagari, stay.
  private static func isDiacritic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F:
      true  // combining accents
    case 0x591...0x5C7, 0x64B...0x65F, 0x670: isMark(scalar)  // Hebrew and Arabic points
    default: false
    }
  }

  private static func latinBase(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let prefix = "LATIN SMALL LETTER "
    guard let name = scalar.properties.name, name.hasPrefix(prefix) else { return nil }
    let rest = name.unicodeScalars.dropFirst(prefix.unicodeScalars.count)
    guard let letter = rest.first, isASCIILetter(letter),
      String(rest.dropFirst()).hasPrefix(" WITH ")
    else { return nil }
    return Unicode.Scalar(UInt8(letter.value | 0x20))
  }

  /// Letters whose name does not tell their base.
  private static let letters: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i", "ſ": "s", "ς": "σ",
    "ё": "е", "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ό": "ο", "ύ": "υ", "ώ": "ω", "ϊ": "ι",
    "ϋ": "υ", "ΐ": "ι", "ΰ": "υ", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl",
    "ﬅ": "st", "ﬆ": "st",
  ]

  /// Letters in composed form, found by their decomposed one as well: equal characters are equal
  /// keys, however they are encoded.
  private static let composed: [Character: Character] = {
    var table: [Character: Character] = [:]
    for value in UInt32(0xDF)...0x17F {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isLowercase else { continue }
      table[Character(scalar)] = Character(scalar)
    }
    return table
  }()
}

extension StringProtocol {
  /// The text in small letters without accents: `Café` is `cafe`, `Straße` is `strasse`.
  package var unaccented: String { LetterFolding.folded(lowercased()) }
}
