// SPDX-License-Identifier: GPL-3.0-or-later

/// The link targets of headings: lower case, a hyphen for each space. A heading of letters, digits
/// and single spaces has the same target on every forge.
public enum Slug {
  /// The target of a heading.
  public static func of(_ heading: some StringProtocol) -> String {
    let heading = heading.trimmed()
    guard heading.isSimple else {
      return String(heading.lowercased().map { $0.isWhitespace ? "-" : $0 })
    }
    return heading.withBytes { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { buffer in
        for (offset, byte) in bytes.enumerated() {
          buffer[offset] =
            byte.isBlank ? UInt8(ascii: "-") : byte &- 0x41 < 26 ? byte | 0x20 : byte
        }
        return bytes.count
      }
    }
  }

  /// What is wrong with a heading as a link target, as the end of a sentence; nil where nothing is.
  public static func flaw(of heading: some StringProtocol) -> String? {
    if heading.withBytes(isPlain) { return nil }
    var previous: Character = " "
    for character in heading {
      if character == " " {
        if previous == " " { return "has two spaces in a row, or one at its start" }
      } else if let scalar = character.unicodeScalars.first {
        if character.unicodeScalars.count > 1, composed.contains(character) {
          return "holds “\(character)” as a letter and a separate accent; type it as one character"
        }
        let isSound = character.unicodeScalars.allSatisfy { isLetterOrDigit($0) || isMark($0) }
        guard isSound, !isMark(scalar) else { return "holds “\(character)”" }
      }
      previous = character
    }
    return heading.isEmpty || previous == " " ? "is empty or ends in a space" : nil
  }

  /// Whether these are letters and digits of ASCII and single spaces between them.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0x20
    for byte in bytes {
      let isLetter = (byte | 0x20) &- 0x61 < 26
      guard isLetter || isDigit(byte) || (byte == 0x20 && previous != 0x20) else { return false }
      previous = byte
    }
    return previous != 0x20
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber:
      true
    default: false
    }
  }

  /// Scripts such as Devanagari write vowels as marks that no single character replaces.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark: true
    default: false
    }
  }

  /// Characters that exist as one scalar: a sequence that equals one of them is not composed (NFC).
  /// Indic scripts stay out: some of their single scalars are the ones that NFC takes apart.
  private static let composed: Set<Character> = Set(
    [0xC0...0x58F, 0x1E00...0x1FFF, 0x3040...0x30FF, 0xAC00...0xD7A3].flatMap {
      (range: ClosedRange<UInt32>) in
      range.compactMap(Unicode.Scalar.init).map(Character.init)
    })
}
