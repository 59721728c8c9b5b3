// SPDX-License-Identifier: GPL-3.0-or-later

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
    let (few, many) = signs.count < other.signs.count ? (signs, other.signs) : (other.signs, signs)
    let shared = Double(few.count(where: many.contains))
    // The cosine of the two sets.
    let equal =
      few.isEmpty && many.isEmpty
      // To have no sign is little of one.
      ? 0.5
      : shared == 0
        ? 0 : shared / (Double(signs.count) * Double(other.signs.count)).squareRoot()
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
