// SPDX-License-Identifier: GPL-3.0-or-later

extension WordScanner {
  /// What an apostrophe and these letters stand for in English. `'d` is "had" as well, which no
  /// rubric tells apart.
  private static let endings: [String: String] = [
    "ll": "will", "re": "are", "ve": "have", "m": "am", "d": "would",
  ]
  /// Words after which `'s` is "is"; after any other it is a possessive and is dropped.
  private static let beforeIs: Set<String> = [
    "it", "that", "what", "who", "where", "there", "here", "he", "she", "how", "when", "this",
  ]
  /// Negated verbs that do not simply lose their `n't`.
  private static let irregular: [String: String] = ["ca": "can", "wo": "will", "sha": "shall"]

  /// Contractions typed without their apostrophe, as far as they are no other word.
  private static let bare: [String: [String]] = {
    var bare = [
      "cannot": ["can", "not"], "cant": ["can", "not"], "wont": ["will", "not"],
      "im": ["i", "am"], "ive": ["i", "have"], "youre": ["you", "are"],
      "youve": ["you", "have"], "theyre": ["they", "are"], "thats": ["that", "is"],
    ]
    for verb in [
      "do", "does", "did", "is", "are", "was", "were", "have", "has", "had", "could", "would",
      "should", "need", "must",
    ] {
      bare[verb + "nt"] = [verb, "not"]
    }
    return bare
  }()

  /// Adds the word of a range, or the words that it is a contraction of.
  mutating func appendWord(_ range: Range<Int>) {
    guard range.contains(where: { Self.isApostrophe(scalars[$0]) }) else {
      appendWhole(range)
      return
    }
    let pieces = pieces(of: range)
    switch language.apostrophe {
    case .contraction:
      let letters = pieces.map { LetterFolding.lowered(scalars[$0]) }
      for word in Self.expanded(letters) { append(range, lowered: word, isNumber: false) }
    case .elision where !Self.isOneWord(scalars[range]):
      for (index, piece) in pieces.enumerated() {
        // The apostrophe belongs to the word that it shortens.
        let end = index + 1 < pieces.count ? pieces[index + 1].lowerBound : piece.upperBound
        append(piece.lowerBound..<end)
      }
    case .elision, .letter:
      append(range)
    }
  }

  /// Adds a word without an apostrophe, or the words that it is a contraction of all the same.
  private mutating func appendWhole(_ range: Range<Int>) {
    let letters = LetterFolding.lowered(scalars[range])
    if language.apostrophe == .contraction, Self.mayBeBare(letters),
      let words = Self.bare[letters]
    {
      for word in words { append(range, lowered: word, isNumber: false) }
    } else {
      append(range, lowered: letters, isNumber: false)
    }
  }

  /// Whether a word ends like one of those that are contractions without their apostrophe.
  private static func mayBeBare(_ letters: String) -> Bool {
    switch letters.utf8.last {
    case UInt8(ascii: "t"), UInt8(ascii: "m"), UInt8(ascii: "e"), UInt8(ascii: "s"): true
    default: false
    }
  }

  private func pieces(of range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for place in range where Self.isApostrophe(scalars[place]) {
      pieces.append(start..<place)
      start = place + 1
    }
    return pieces + [start..<range.upperBound]
  }

  /// The words of `wouldn't've`, read from its end.
  private static func expanded(_ letters: [String]) -> [String] {
    var letters = letters
    var words: [String] = []
    while letters.count > 1, let last = letters.last {
      let before = letters[letters.count - 2]
      if let word = endings[last] {
        words.append(word)
      } else if last == "t", before.hasSuffix("n") {
        words.append("not")
        let verb = String(before.dropLast())
        letters[letters.count - 2] = irregular[verb] ?? verb
      } else if last == "s" {
        if beforeIs.contains(before) { words.append("is") }
        if before == "let" { words.append("us") }
      } else {
        break
      }
      letters.removeLast()
    }
    return [letters.joined()] + words.reversed()
  }

  private static func isOneWord(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    LetterFolding.lowered(scalars) == "aujourdhui"
  }
}
