// SPDX-License-Identifier: GPL-3.0-or-later

/// What text that others wrote may do to a terminal, and how it is kept from doing it.
public enum ForeignText {
  /// Stands where a character was that a terminal would have obeyed: U+241B, SYMBOL FOR ESCAPE.
  public static let replacement: Unicode.Scalar = "\u{241B}"

  /// Whether a terminal, or a reader's eye, can be misled by this character: controls but newline
  /// and tab, DEL, C1, the bidirectional controls (Unicode Annex 9), and the line and paragraph
  /// separators.
  public static func misleads(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x2028, 0x2029: true
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// The text with every misleading character shown as `␛`. A carriage return right before a
  /// newline is only a line end from another system and is dropped.
  public static func harmless(_ text: String) -> String {
    guard !isHarmless(text) else { return text }
    var result = String.UnicodeScalarView()
    var scalars = text.unicodeScalars.makeIterator()
    var current = scalars.next()
    while let scalar = current {
      current = scalars.next()
      if scalar == "\r", current == "\n" { continue }
      result.append(misleads(scalar) ? replacement : scalar)
    }
    return String(result)
  }

  /// The text without its misleading characters, and whether there were any.
  static func stripped(_ text: String) -> (text: String, changed: Bool) {
    guard !isHarmless(text) else { return (text, false) }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: text.unicodeScalars.lazy.filter { !misleads($0) })
    return (String(result), true)
  }

  /// Whether nothing in the text misleads.
  static func isHarmless(_ text: String) -> Bool {
    // Nearly all text is plain ASCII: look at bytes first.
    if text.utf8.allSatisfy({ ($0 >= 0x20 && $0 < 0x7F) || $0 == 0x0A || $0 == 0x09 }) {
      return true
    }
    return !text.unicodeScalars.contains(where: misleads)
  }
}
