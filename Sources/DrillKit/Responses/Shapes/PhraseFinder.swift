// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds phrases in a text as a person types them: whole words, line breaks as spaces, straight
/// quotes and hyphens for printed ones. Ranges are of Unicode scalars.
struct PhraseFinder {
  /// What is made equal.
  private enum Likeness: CaseIterable {
    /// Letters as they stand.
    case exact
    /// Whatever the case.
    case anyCase
    /// Without spaces and hyphens too, as numbers are typed.
    case closedUp
  }

  private struct Sign {
    let scalar: Unicode.Scalar
    let index: Int
  }

  private let scalars: [Unicode.Scalar]
  private let signs: [[Sign]]

  /// A finder for a text.
  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    self.scalars = scalars
    signs = Likeness.allCases.map { Self.signs(of: scalars, $0) }
  }

  /// Everywhere a phrase stands as whole words: as typed, else in any case, else closed up, else
  /// without the punctuation around it.
  func find(_ phrase: String) -> [Range<Int>] {
    let bare = String(phrase.trimmedEnds)
    for typed in bare == phrase || bare.isEmpty ? [phrase] : [phrase, bare] {
      for (likeness, own) in zip(Likeness.allCases, signs) {
        let found = occurrences(of: typed, likeness, in: own).filter(isWhole)
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  /// Whether a phrase stands in the text as a part of words only.
  func standsWithinWord(_ phrase: String) -> Bool {
    find(phrase).isEmpty && !occurrences(of: phrase, .anyCase, in: signs[1]).isEmpty
  }

  /// Words that hold a digit, without the punctuation around them.
  var wordsWithDigits: [Range<Int>] {
    words.filter { $0.contains { LetterFolding.isDigit(scalars[$0]) } }
  }

  /// As many words of the text in a row as the phrase has, that are most like it.
  func nearestWords(to phrase: String) -> String? {
    let count = phrase.split(whereSeparator: \.isWhitespace).count
    let words = self.words.prefix(2000)
    guard count > 0, words.count >= count else { return nil }
    let stretches = (0...(words.count - count)).map { start in
      let range = words[start].lowerBound..<words[start + count - 1].upperBound
      return String(scalars: scalars[range].map { $0 == "\n" ? " " : $0 })
    }
    return nearest(to: phrase, in: stretches)
  }

  /// The words, without the punctuation around them.
  private var words: [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < scalars.count {
      guard !scalars[index].isSpace else {
        index += 1
        continue
      }
      var end = index
      while end < scalars.count, !scalars[end].isSpace { end += 1 }
      let spoken = (index..<end).filter { LetterFolding.isWordPart(scalars[$0]) }
      if let first = spoken.first, let last = spoken.last { found.append(first..<(last + 1)) }
      index = end
    }
    return found
  }

  // MARK: Matching

  private static func signs(of scalars: [Unicode.Scalar], _ likeness: Likeness) -> [Sign] {
    var signs: [Sign] = []
    for (index, scalar) in scalars.enumerated() {
      let plain = plain(scalar)
      if plain == " " {
        if likeness != .closedUp, signs.last?.scalar != " " {
          signs.append(Sign(scalar: plain, index: index))
        }
      } else if plain == "-", likeness == .closedUp {
        continue
      } else {
        signs.append(
          Sign(scalar: likeness == .exact ? plain : lowered(plain), index: index))
      }
    }
    return signs
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "‘", "’", "ʼ", "‚": "'"
    case "“", "”", "„", "«", "»": "\""
    case "‐", "‑", "‒", "–", "—", "−": "-"
    default: scalar.isSpace ? " " : scalar
    }
  }

  private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII {
      return scalar.value &- 0x41 < 26
        ? Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value | 0x20)) : scalar
    }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first ?? scalar : scalar
  }

  private func occurrences(
    of phrase: String, _ likeness: Likeness, in own: [Sign]
  ) -> [Range<Int>] {
    let wanted = Self.signs(of: Array(phrase.unicodeScalars), likeness).map(\.scalar)
    guard let first = wanted.first, own.count >= wanted.count else { return [] }
    var found: [Range<Int>] = []
    var start = 0
    while start + wanted.count <= own.count {
      let end = start + wanted.count
      guard own[start].scalar == first,
        zip(own[start..<end], wanted).allSatisfy({ $0.scalar == $1 })
      else {
        start += 1
        continue
      }
      let range = own[start].index..<(own[end - 1].index + 1)
      found.append(range)
      start = isWhole(range) ? end : start + 1
    }
    return found
  }

  /// Whether no letter or digit joins an end of a range.
  private func isWhole(_ range: Range<Int>) -> Bool {
    let joins: (Int) -> Bool = { index in
      index > 0 && index < scalars.count
        && LetterFolding.areOneWord(scalars[index - 1], scalars[index])
    }
    return !joins(range.lowerBound) && !joins(range.upperBound)
  }
}

extension LetterFolding {
  /// Whether two neighbours belong to one word; ideographs and kana are words of their own.
  static func areOneWord(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    isWordPart(left) && isWordPart(right) && !isWholeWord(left) && !isWholeWord(right)
  }
}

extension StringProtocol {
  /// The text without white space and punctuation at its ends.
  var trimmedEnds: SubSequence {
    if isSimple {
      let kept = withBytes { bytes in
        var kept = 0..<bytes.count
        while let first = kept.first, isEdgeByte(bytes[first]) { kept.removeFirst() }
        while let last = kept.last, isEdgeByte(bytes[last]) { kept.removeLast() }
        return kept
      }
      let start = utf8.index(startIndex, offsetBy: kept.isEmpty ? 0 : kept.lowerBound)
      return self[start..<utf8.index(start, offsetBy: kept.count)]
    }
    let isEdge: (Character) -> Bool = { $0.isWhitespace || ".,:;!?'\"()[]…’“”".contains($0) }
    guard let first = firstIndex(where: { !isEdge($0) }),
      let last = lastIndex(where: { !isEdge($0) })
    else { return self[startIndex..<startIndex] }
    return self[first...last]
  }
}

/// Whether a byte of ASCII is white space or punctuation that stands at the ends of words.
private func isEdgeByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x21, 0x22, 0x27, 0x28, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5B, 0x5D: true
  default: byte.isBlank
  }
}
