// SPDX-License-Identifier: GPL-3.0-or-later

/// The letters in which words are written; a word of others than its text's may be a name, whether or
/// not its script has capitals.
enum Alphabet: Hashable {
  case latin, greek, cyrillic, other

  /// The script of most letters of a text.
  init(of text: String) {
    var counts: [Self: Int] = [:]
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
      counts[Self(of: scalar), default: 0] += 1
    }
    let latin = counts[.latin, default: 0]
    self = counts.max { $0.value < $1.value }.flatMap { $0.value > latin ? $0.key : nil } ?? .latin
  }

  private init(of scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0..<0x300, 0x1E00..<0x1F00, 0x2C60..<0x2C80, 0xA720..<0xA800, 0xFB00..<0xFB07:
      self = .latin
    case 0x370..<0x400, 0x1F00..<0x2000: self = .greek
    case 0x400..<0x530: self = .cyrillic
    default: self = .other
    }
  }

  /// Whether a word has two letters, or one of a script of syllables or words, that are not of this
  /// script: “µ” and “Ω” are signs of units.
  func isForeign(_ word: String) -> Bool {
    let others = word.unicodeScalars.filter { scalar in
      scalar.properties.isAlphabetic && Self(of: scalar) != self
    }
    return others.count > 1 || others.contains { Self(of: $0) == .other }
  }
}
