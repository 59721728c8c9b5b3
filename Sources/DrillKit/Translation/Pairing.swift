// SPDX-License-Identifier: GPL-3.0-or-later

/// Pairs two lists whose order is the same, though parts of either may be missing in the other.
enum Pairing {
  /// Beyond so many comparisons two lists are paired from their beginnings.
  private static let most = 62_500
  /// What a pair counts for, whatever it is alike in: as many as possible are paired.
  private static let pair = 1_000_000

  /// Indices of pairs, and of what stands alone, in order: as many pairs of equal keys as there can be,
  /// and of all such ways to pair the one whose pairs are most alike in their traits.
  static func of<Key: Equatable>(
    _ a: [Key], _ b: [Key], traits: (a: [TranslationTraits], b: [TranslationTraits])? = nil
  ) -> [(Int?, Int?)] {
    guard a != b, a.count * b.count <= most else { return inOrder(a.count, b.count) }
    let traits = traits.map { TranslationTraits.comparable($0.a, $0.b) }
    let width = b.count + 1
    // What pairing the rest of both comes to, from each place on.
    var sums = Array(repeating: 0, count: (a.count + 1) * width)
    let worth = { (i: Int, j: Int) -> Int? in
      guard a[i] == b[j] else { return nil }
      return pair + (traits.map { $0.a[i].likeness(to: $0.b[j]) } ?? 0)
    }
    for i in a.indices.reversed() {
      for j in b.indices.reversed() {
        let apart = max(sums[(i + 1) * width + j], sums[i * width + j + 1])
        let together = worth(i, j).map { $0 + sums[(i + 1) * width + j + 1] } ?? 0
        sums[i * width + j] = max(apart, together)
      }
    }
    var pairs: [(Int?, Int?)] = []
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      if i < a.count, j < b.count, let worth = worth(i, j),
        sums[i * width + j] == worth + sums[(i + 1) * width + j + 1]
      {
        pairs.append((i, j))
        (i, j) = (i + 1, j + 1)
      } else if j == b.count
        || (i < a.count && sums[(i + 1) * width + j] >= sums[i * width + j + 1])
      {
        pairs.append((i, nil))
        i += 1
      } else {
        pairs.append((nil, j))
        j += 1
      }
    }
    return pairs
  }

  /// The first of the second list that is like another of the first list than the one at its place, by
  /// so much that it was moved, and that other one; nil where all stand where they belong.
  static func crossed(
    _ a: [TranslationTraits], _ b: [TranslationTraits]
  ) -> (index: Int, other: Int)? {
    let (a, b) = TranslationTraits.comparable(a, b)
    let likeness = b.map { own in a.map { own.likeness(to: $0) } }
    for index in b.indices {
      guard let other = a.indices.max(by: { likeness[index][$0] < likeness[index][$1] }),
        other != index,
        likeness[index][other] >= likeness[index][index] + moved,
        // The other one is like no line more than like this one, and not like the one at its place.
        likeness.allSatisfy({ $0[other] <= likeness[index][other] }),
        likeness[index][other] >= likeness[other][other] + moved
      else { continue }
      return (index, other)
    }
    return nil
  }

  /// By so much a line is more like another than like its own: numbers and names tell, lengths do not.
  private static let moved = 45

  /// Pairs one for one from the beginning; what is left over stands alone.
  static func inOrder(_ a: Int, _ b: Int) -> [(Int?, Int?)] {
    let shared = min(a, b)
    return (0..<shared).map { ($0, $0) } + (shared..<a).map { ($0, nil) }
      + (shared..<b).map { (nil, $0) }
  }
}

/// What of a text stays as it is in another language: by it a translation's parts are known again.
///
/// Lengths are compared as in Gale and Church, “A Program for Aligning Sentences in Bilingual Corpora”
/// (Computational Linguistics 19, 1993): what is long in one language is long in another.
struct TranslationTraits {
  /// How many letters and digits it has.
  private let length: Int
  /// Its numbers, names, code and where its links lead.
  private var signs: Set<String>
  /// Of each quote, whether somebody says it.
  private let voices: [Bool]

  /// What stays of some blocks, and other signs.
  init(_ blocks: some Sequence<MarkdownBlock>, signs others: [String] = []) {
    var length = 0
    var signs = Set(others)
    var voices: [Bool] = []
    for block in blocks {
      if case .quote(let inner) = block.kind { voices.append(inner.isSpeech) }
      block.forEachText { text in
        for run in text.runs {
          if let link = run.link { signs.insert(link) }
          for word in run.text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            length += word.utf8.count
            let isSign =
              run.style.contains(.code) || word.contains(where: { $0.isNumber || $0.isUppercase })
            if isSign { signs.insert(String(word)) }
          }
        }
      }
    }
    self.length = length
    self.signs = signs
    self.voices = voices
  }

  /// The same texts with the signs alone that both sides have: the others, such as the nouns of a
  /// language that writes them with capitals, tell nothing.
  static func comparable(
    _ a: [TranslationTraits], _ b: [TranslationTraits]
  ) -> (a: [TranslationTraits], b: [TranslationTraits]) {
    let all = { (texts: [TranslationTraits]) in
      texts.reduce(into: Set<String>()) { $0.formUnion($1.signs) }
    }
    let shared = all(a).intersection(all(b))
    let kept = { (text: TranslationTraits) in
      var text = text
      text.signs.formIntersection(shared)
      return text
    }
    return (a.map(kept), b.map(kept))
  }

  /// How alike two texts are, from 0 to 130: in their signs most of all, then in their lengths, then in
  /// who speaks.
  func likeness(to other: TranslationTraits) -> Int {
    let shared = Double(signs.intersection(other.signs).count)
    // The cosine of the two sets.
    let equal =
      shared == 0 ? 0 : shared / (Double(signs.count) * Double(other.signs.count)).squareRoot()
    let longest = max(length, other.length)
    let long = longest == 0 ? 40 : 40 * min(length, other.length) / longest
    return Int(60 * equal) + long + (voices == other.voices ? 30 : 0)
  }
}

extension [MarkdownBlock] {
  /// Whether a quote of these blocks is what somebody says.
  var isSpeech: Bool {
    if case .speech = Passage(quote: self).voice { return true }
    return false
  }
}
