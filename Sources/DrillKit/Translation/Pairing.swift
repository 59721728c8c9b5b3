// SPDX-License-Identifier: GPL-3.0-or-later

/// Pairs two lists whose order is the same, though parts of either may be missing in the other.
enum Pairing {
  /// Beyond so many comparisons two lists are paired from their beginnings.
  private static let most = 62_500
  /// What a pair counts for, whatever it is alike in: as many as possible are paired.
  private static let pair = 1_000_000

  /// Indices of pairs, and of what stands alone, in order: as many pairs of equal keys as there can be,
  /// and of all such ways to pair the one whose pairs are most alike.
  ///
  /// - Parameter traits: What the parts of either list are alike in; none where keys say it all.
  static func of<Key: Equatable>(
    _ a: [Key], _ b: [Key], traits: (a: [TranslationTraits], b: [TranslationTraits])? = nil
  ) -> [(Int?, Int?)] {
    guard a != b, a.count * b.count <= most else { return inOrder(a.count, b.count) }
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
  private let signs: Set<String>
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

  /// How alike two texts are, from 0 to 130: in their signs most of all, then in their lengths, then in
  /// who speaks.
  func likeness(to other: TranslationTraits) -> Int {
    let fewest = min(signs.count, other.signs.count)
    let shared = fewest == 0 ? 0 : 60 * signs.intersection(other.signs).count / fewest
    let longest = max(length, other.length)
    let long = longest == 0 ? 40 : 40 * min(length, other.length) / longest
    return shared + long + (voices == other.voices ? 30 : 0)
  }
}

extension [MarkdownBlock] {
  /// Whether a quote of these blocks is what somebody says.
  var isSpeech: Bool {
    if case .speech = Passage(quote: self).voice { return true }
    return false
  }
}
