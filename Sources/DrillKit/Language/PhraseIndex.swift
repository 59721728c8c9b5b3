// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds whole phrases in a text, in one walk whatever their number: they are looked up by their
/// first character.
struct PhraseIndex {
  private struct Phrase {
    let number: Int
    let from: [Unicode.Scalar]
    let to: String
  }

  private var byFirst: [Unicode.Scalar: [Phrase]] = [:]
  /// A bit for each first character, by its number modulo 128.
  private var firstBits: [UInt64] = [0, 0]

  /// Phrases and what stands for them; the longest that fits at a place is taken.
  init(_ pairs: [(from: String, to: String)]) {
    for (number, pair) in pairs.enumerated() {
      let scalars = Array(pair.from.unicodeScalars)
      guard let first = scalars.first, pair.from != pair.to else { continue }
      byFirst[first, default: []].append(Phrase(number: number, from: scalars, to: pair.to))
    }
    for first in byFirst.keys {
      firstBits[Int(first.value & 1)] |= 1 << UInt64(first.value >> 1 & 63)
    }
    byFirst = byFirst.mapValues { $0.sorted { $0.from.count > $1.from.count } }
  }

  /// Whether a phrase may begin so: few letters of a text do, and a bit is sooner looked at.
  private func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
    firstBits[Int(scalar.value & 1)] & 1 << UInt64(scalar.value >> 1 & 63) != 0
  }

  /// Whether it holds no phrase.
  var isEmpty: Bool { byFirst.isEmpty }

  /// The text with each whole phrase replaced once; replacements are not looked at again.
  func replace(in text: String) -> String {
    guard !isEmpty else { return text }
    let source = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var copied = 0
    walk(source) { phrase, start in
      result.append(contentsOf: source[copied..<start])
      result.append(contentsOf: phrase.to.unicodeScalars)
      copied = start + phrase.from.count
    }
    guard copied > 0 else { return text }
    result.append(contentsOf: source[copied...])
    return String(result)
  }

  /// Adds the numbers of the phrases that stand in a text.
  func find(in text: String, _ found: inout Set<Int>) {
    walk(Array(text.unicodeScalars)) { phrase, _ in found.insert(phrase.number) }
  }

  private func walk(_ text: [Unicode.Scalar], _ take: (Phrase, Int) -> Void) {
    var index = 0
    while index < text.count {
      if mayBegin(text[index]), let phrases = byFirst[text[index]],
        let found = phrases.first(where: { Self.stands($0.from, at: index, in: text) })
      {
        take(found, index)
        index += found.from.count
      } else {
        index += 1
      }
    }
  }

  /// Whether a phrase stands here with no letter or digit joined to either end.
  private static func stands(
    _ phrase: [Unicode.Scalar], at start: Int, in text: [Unicode.Scalar]
  ) -> Bool {
    let end = start + phrase.count
    guard end <= text.count, let first = phrase.first, let last = phrase.last else { return false }
    for offset in phrase.indices {
      let there = text[start + offset]
      // A soft line break is a space to a reader.
      guard there == phrase[offset] || (there == "\n" && phrase[offset] == " ") else {
        return false
      }
    }
    if start > 0, isWord(first), isWord(text[start - 1]) { return false }
    return end == text.count || !isWord(last) || !isWord(text[end])
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark
  }
}
