// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds whole phrases in a text, in one walk whatever their number: they are looked up by their
/// first character.
struct PhraseIndex {
  private struct Phrase {
    let number: Int
    let from: [UInt8]
    let to: String
  }

  /// The phrases by their first byte, the longest of each first.
  private var byFirst: [[Phrase]] = []
  /// Whether a phrase begins with each byte.
  private var isFirst: [Bool] = []

  /// Phrases and what stands for them; the longest that fits at a place is taken.
  init(_ pairs: [(from: String, to: String)]) {
    let phrases = pairs.enumerated().filter { !$1.from.isEmpty && $1.from != $1.to }.map {
      Phrase(number: $0, from: Array($1.from.utf8), to: $1.to)
    }
    guard !phrases.isEmpty else { return }
    byFirst = Array(repeating: [], count: 256)
    isFirst = Array(repeating: false, count: 256)
    for phrase in phrases.sorted(by: { $0.from.count > $1.from.count }) {
      byFirst[Int(phrase.from[0])].append(phrase)
      isFirst[Int(phrase.from[0])] = true
    }
  }

  /// Whether it holds no phrase.
  var isEmpty: Bool { byFirst.isEmpty }

  /// The text with each whole phrase replaced once; replacements are not looked at again.
  func replace(in text: String) -> String { replaced(in: text) ?? text }

  /// The text with its phrases replaced; nil where none stands in it.
  func replaced(in text: String) -> String? {
    text.withBytes { bytes in
      var result = ""
      var copied = 0
      walk(bytes) { phrase, start in
        result += String(decoding: bytes[copied..<start], as: UTF8.self) + phrase.to
        copied = start + phrase.from.count
      }
      guard copied > 0 else { return nil }
      return result + String(decoding: bytes[copied...], as: UTF8.self)
    }
  }

  /// Adds the numbers of the phrases that stand in a text.
  func find(in text: String, _ found: inout Set<Int>) {
    text.withBytes { bytes in walk(bytes) { phrase, _ in found.insert(phrase.number) } }
  }

  private func walk(_ text: UnsafeBufferPointer<UInt8>, _ take: (Phrase, Int) -> Void) {
    guard !isEmpty else { return }
    var index = 0
    while index < text.count {
      guard isFirst[Int(text[index])] else {
        index += 1
        continue
      }
      if let found = byFirst[Int(text[index])].first(where: {
        Self.stands($0.from, at: index, in: text)
      }) {
        take(found, index)
        index += found.from.count
      } else {
        index += 1
      }
    }
  }

  /// Whether a phrase stands here with no letter or digit joined to either end.
  private static func stands(
    _ phrase: [UInt8], at start: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let end = start + phrase.count
    guard end <= text.count else { return false }
    for offset in phrase.indices {
      let there = text[start + offset]
      // A soft line break is a space to a reader.
      guard there == phrase[offset] || (there == 0x0A && phrase[offset] == 0x20) else {
        return false
      }
    }
    let stretch = text[start..<end]
    return !(isWord(first(of: stretch)) && isWord(last(of: text[..<start])))
      && !(isWord(last(of: stretch)) && isWord(first(of: text[end...])))
  }

  /// The first scalar of valid UTF-8.
  private static func first(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    // A scalar has at most four bytes.
    String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first
  }

  /// The last scalar of valid UTF-8.
  private static func last(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    String(decoding: bytes.suffix(4), as: UTF8.self).unicodeScalars.last
  }

  private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    if scalar.isASCII { return LetterFolding.isWordStart(scalar) }
    let properties = scalar.properties
    return properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark
  }
}
