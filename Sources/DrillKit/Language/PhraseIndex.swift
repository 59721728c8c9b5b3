// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds whole phrases in a text, in one walk whatever their number: they are looked up by their
/// first byte.
final class PhraseIndex: Sendable {
  private struct Phrase {
    let number: Int
    /// Where its bytes lie among those of all.
    let bytes: Range<Int>
  }

  /// Phrases by their first byte, the longest of each first.
  private let phrases: [Phrase]
  /// What stands for each of them.
  private let replacements: [String]
  /// The bytes of all phrases, one after the other.
  private let bytes: [UInt8]
  /// Where the phrases of each first byte begin, and at last how many there are.
  private let starts: [Int]

  /// Phrases and what stands for them; the longest that fits at a place is taken.
  init(_ pairs: [(from: String, to: String)]) {
    let pairs = pairs.enumerated().filter { !$1.from.isEmpty && $1.from != $1.to }
      .map { (number: $0, from: Array($1.from.utf8), to: $1.to) }
      .sorted { ($0.from[0], $1.from.count) < ($1.from[0], $0.from.count) }
    var (phrases, bytes, starts): ([Phrase], [UInt8], [Int]) = ([], [], [])
    for pair in pairs {
      while starts.count <= Int(pair.from[0]) { starts.append(phrases.count) }
      phrases.append(
        Phrase(number: pair.number, bytes: bytes.count..<(bytes.count + pair.from.count)))
      bytes += pair.from
    }
    while starts.count <= 256 { starts.append(phrases.count) }
    replacements = pairs.map(\.to)
    self.phrases = phrases
    self.bytes = bytes
    self.starts = starts
  }

  /// Whether it holds no phrase.
  var isEmpty: Bool { phrases.isEmpty }

  /// The text with each whole phrase replaced once; replacements are not looked at again.
  func replace(in text: String) -> String { replaced(in: text) ?? text }

  /// The text with its phrases replaced; nil where none stands in it.
  func replaced(in text: String) -> String? {
    text.withBytes { bytes in
      var result = ""
      var copied = 0
      walk(bytes) { index, start in
        result += String(decoding: bytes[copied..<start], as: UTF8.self) + replacements[index]
        copied = start + phrases[index].bytes.count
      }
      guard copied > 0 else { return nil }
      return result + String(decoding: bytes[copied...], as: UTF8.self)
    }
  }

  /// Adds the numbers of the phrases that stand in a text.
  func find(in text: String, _ found: inout Set<Int>) {
    text.withBytes { bytes in walk(bytes) { index, _ in found.insert(phrases[index].number) } }
  }

  /// Calls a function with the index of each phrase that stands in a text, and where it does.
  private func walk(_ text: UnsafeBufferPointer<UInt8>, _ take: (Int, Int) -> Void) {
    guard !isEmpty else { return }
    // Looked at in place: nothing is copied at each byte of a text.
    starts.withUnsafeBufferPointer { starts in
      phrases.withUnsafeBufferPointer { phrases in
        bytes.withUnsafeBufferPointer { bytes in
          var place = 0
          while place < text.count {
            let first = Int(text[place])
            let found = (starts[first]..<starts[first + 1]).first { index in
              let phrase = UnsafeBufferPointer(rebasing: bytes[phrases[index].bytes])
              return Self.stands(phrase, at: place, in: text)
            }
            if let found { take(found, place) }
            place += found.map { phrases[$0].bytes.count } ?? 1
          }
        }
      }
    }
  }

  /// Whether a phrase stands here with no letter or digit joined to either end.
  private static func stands(
    _ phrase: UnsafeBufferPointer<UInt8>, at start: Int, in text: UnsafeBufferPointer<UInt8>
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
    guard let byte = bytes.first, byte >= 0x80 else {
      return bytes.first.map { Unicode.Scalar($0) }
    }
    // A scalar has at most four bytes.
    return String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first
  }

  /// The last scalar of valid UTF-8.
  private static func last(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    guard let byte = bytes.last, byte >= 0x80 else { return bytes.last.map { Unicode.Scalar($0) } }
    return String(decoding: bytes.suffix(4), as: UTF8.self).unicodeScalars.last
  }

  private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    if scalar.isASCII { return LetterFolding.isWordStart(scalar) }
    let properties = scalar.properties
    return properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark
  }
}
