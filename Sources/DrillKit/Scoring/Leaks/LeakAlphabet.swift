// SPDX-License-Identifier: GPL-3.0-or-later

/// The letters beyond ASCII that planted values contain, each with a unit of its own.
///
/// Characters are compared as Swift compares them, so an accent typed as a mark of its own equals
/// the letter that carries it.
struct LeakAlphabet: Sendable {
  private var codes: [String: UInt32] = [:]

  /// The alphabet of some planted values.
  init(of texts: [String]) {
    for text in texts {
      for character in text where character.unicodeScalars.contains(where: { !$0.isASCII }) {
        let key = character.lowercased()
        if codes[key] == nil {
          codes[key] = LeakUnit.firstKnownLetter + UInt32(codes.count)
        }
      }
    }
  }

  /// The unit of a letter beyond ASCII, marks included.
  func unit(forLetter letter: String) -> LeakUnit {
    if codes.isEmpty { return .otherLetter }
    return codes[letter.lowercased()].map(LeakUnit.init(code:)) ?? .otherLetter
  }
}
