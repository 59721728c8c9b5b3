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
  /// The folded forms in order, for those that start alike; few rubrics ask.
  private var sorted: [(folded: String, form: Int)]?
  /// The words of the phrases by their numbers.
  private let phraseWords: [PhraseWord]
  /// The forms that each of them was found to fit, ascending.
  private var found: [[Int]?]

  /// Indexes the words of a reply; each different word is stemmed once.
  init(
    words: [WordToken], for phraseWords: [PhraseWord], language: RubricLanguage,
    stemmer: borrowing Stemmer
  ) {
    var forms: [Int] = []
    forms.reserveCapacity(words.count)
    var places: [[Int]] = []
    var numbers: [String: Int] = [:]
    var formsByKey: [String: [Int]] = [:]
    for (place, word) in words.enumerated() {
      let form = numbers[word.lowered] ?? places.count
      if form == places.count {
        numbers[word.lowered] = form
        places.append([])
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
    self.phraseWords = phraseWords
    found = Array(repeating: nil, count: phraseWords.count)
  }

  /// The ranges of words that fit a row of phrase words side by side in one sentence, ascending.
  mutating func occurrences(of row: [Int]) -> [Range<Int>] {
    var fits: [[Int]] = []
    for word in row {
      let forms = forms(fitting: word)
      guard !forms.isEmpty else { return [] }
      fits.append(forms)
    }
    guard let first = fits.first else { return [] }
    return first.flatMap { places[$0] }.sorted().compactMap { start in
      let end = start + row.count
      guard end <= words.count, words[end - 1].sentence == words[start].sentence,
        (start..<end).dropFirst().allSatisfy({ Self.holds(fits[$0 - start], forms[$0]) })
      else { return nil }
      return start..<end
    }
  }

  /// The forms that a word of a phrase fits, ascending.
  private mutating func forms(fitting word: Int) -> [Int] {
    if let known = found[word] { return known }
    var forms: [Int] = []
    switch phraseWords[word] {
    case .word(let keys):
      for key in keys {
        guard let more = formsByKey[key] else { continue }
        forms = forms.isEmpty ? more : Set(forms).union(more).sorted()
      }
    case .start(let letters): forms = formsStarting(with: letters).sorted()
    }
    found[word] = forms
    return forms
  }

  /// Whether a form is among others, ascending ones.
  private static func holds(_ forms: [Int], _ form: Int) -> Bool {
    var (low, high) = (0, forms.count)
    while low < high {
      let middle = (low + high) / 2
      if forms[middle] < form { low = middle + 1 } else { high = middle }
    }
    return low < forms.count && forms[low] == form
  }

  private mutating func formsStarting(with letters: String) -> [Int] {
    let sorted = sorted ?? sortedForms()
    self.sorted = sorted
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].folded < letters { low = middle + 1 } else { high = middle }
    }
    return sorted[low...].prefix { $0.folded.hasPrefix(letters) }.map(\.form)
  }

  private func sortedForms() -> [(folded: String, form: Int)] {
    places.enumerated().map { (words[$1[0]].folded, $0) }
      .sorted { ($0.folded, $0.form) < ($1.folded, $1.form) }
  }
}
