// SPDX-License-Identifier: GPL-3.0-or-later

/// A reply's words, indexed so that each phrase is looked up and not searched for.
struct ReplyIndex {
  /// The words in order.
  let words: [WordToken]
  /// The number of each word's form: equal words have equal numbers.
  private let forms: [Int]
  /// Where each form stands, ascending.
  private let places: [[Int]]
  /// The forms that answer to a name.
  private let formsByKey: [String: [Int]]
  /// The folded forms in order, for those that start alike.
  private let sorted: [(folded: String, form: Int)]
  /// What each word of a phrase was found to fit; most phrases share words.
  private var found: [PhraseWord: Set<Int>] = [:]

  /// Indexes the words of a reply; each different word is stemmed once.
  init(words: [WordToken], language: RubricLanguage, stemmer: borrowing Stemmer) {
    var forms: [Int] = []
    var places: [[Int]] = []
    var numbers: [String: Int] = [:]
    var formsByKey: [String: [Int]] = [:]
    var sorted: [(folded: String, form: Int)] = []
    for (place, word) in words.enumerated() {
      let form = numbers[word.lowered] ?? places.count
      if form == places.count {
        numbers[word.lowered] = form
        places.append([])
        sorted.append((word.folded, form))
        for key in word.keys(language: language, stemmer: stemmer) {
          formsByKey[key, default: []].append(form)
        }
      }
      places[form].append(place)
      forms.append(form)
    }
    self.words = words
    self.forms = forms
    self.places = places
    self.formsByKey = formsByKey
    self.sorted = sorted.sorted { ($0.folded, $0.form) < ($1.folded, $1.form) }
  }

  /// The ranges of words that fit a row of phrase words side by side in one sentence, ascending.
  mutating func occurrences(of row: [PhraseWord]) -> [Range<Int>] {
    var fits: [Set<Int>] = []
    for word in row {
      let forms = forms(fitting: word)
      guard !forms.isEmpty else { return [] }
      fits.append(forms)
    }
    guard let first = fits.first else { return [] }
    return first.flatMap { places[$0] }.sorted().compactMap { start in
      let end = start + row.count
      guard end <= words.count, words[end - 1].sentence == words[start].sentence,
        (start..<end).allSatisfy({ fits[$0 - start].contains(forms[$0]) })
      else { return nil }
      return start..<end
    }
  }

  private mutating func forms(fitting word: PhraseWord) -> Set<Int> {
    if let known = found[word] { return known }
    let forms: Set<Int> =
      switch word {
      case .word(let keys): Set(keys.flatMap { formsByKey[$0] ?? [] })
      case .start(let letters): Set(formsStarting(with: letters))
      }
    found[word] = forms
    return forms
  }

  private func formsStarting(with letters: String) -> [Int] {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].folded < letters { low = middle + 1 } else { high = middle }
    }
    return sorted[low...].prefix { $0.folded.hasPrefix(letters) }.map(\.form)
  }
}
