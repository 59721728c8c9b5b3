// SPDX-License-Identifier: GPL-3.0-or-later

/// Columns of a code point on the emulated screen: a table of its own, taken from the ranges of
/// Unicode's East Asian Width, so that a test does not check a program against itself.
enum CharacterWidth {
  static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x0300...0x036F, 0x200B...0x200F, 0x20D0...0x20FF, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3: 2
    case 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6: 2
    case 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD: 2
    default: 1
    }
  }
}
