// SPDX-License-Identifier: GPL-3.0-or-later

internal import CReadline

/// How many columns text takes on a terminal. The C library's table decides, so that wrapping
/// agrees with readline; what a reader sees as one emoji counts as one.
/// The locale must be UTF-8 (see ``TerminalEnvironment/prepare()``).
public enum TextWidth {
  /// Columns of a text in one line; newlines and tabs count nothing.
  public static func columns(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + columns(of: $1) }
  }

  /// Columns of one character as a reader sees it: 0, 1, 2, or more where a script stacks letters.
  public static func columns(of character: Character) -> Int {
    if let ascii = character.asciiValue {
      return ascii >= 0x20 && ascii < 0x7F ? 1 : 0
    }
    let scalars = character.unicodeScalars
    if isEmojiSequence(scalars) { return 2 }
    return scalars.reduce(0) { $0 + columns(of: $1) }
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    let width = drillhall_column_width(scalar.value)
    // Newer than the C library's table: most such characters are letters of one column.
    return width < 0 ? (ForeignText.misleads(scalar) ? 0 : 1) : Int(width)
  }

  /// Flags, keycaps, skin tones, families: several code points, one picture of two columns.
  private static func isEmojiSequence(_ scalars: Character.UnicodeScalarView) -> Bool {
    guard let first = scalars.first, scalars.count > 1, first.properties.isEmoji else {
      return false
    }
    return scalars.dropFirst().contains { scalar in
      switch scalar.value {
      case 0x200D, 0xFE0F, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: true
      default: false
      }
    }
  }
}
