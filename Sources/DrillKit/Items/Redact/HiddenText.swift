// SPDX-License-Identifier: GPL-3.0-or-later

/// A text of which some letters are hidden; white space and punctuation decide nothing.
struct HiddenText {
  private let scalars: [Unicode.Scalar]
  private let isHidden: [Bool]

  /// A text with ranges of Unicode scalars hidden; what lies outside the text is left out.
  init(_ text: String, hidden: [Range<Int>]) {
    let scalars = Array(text.unicodeScalars)
    self.scalars = scalars
    var flags = [Bool](repeating: false, count: scalars.count)
    for range in Spans.joined(hidden.map { $0.clamped(to: 0..<scalars.count) }) {
      for index in range { flags[index] = true }
    }
    isHidden = flags
  }

  /// The letters and digits of a range; all its signs where it has none.
  private func telling(_ range: Range<Int>) -> [Int] {
    let letters = range.filter { LetterFolding.isWordPart(scalars[$0]) }
    return letters.isEmpty ? range.filter { !scalars[$0].isSpace } : letters
  }

  /// Whether nothing of a range can be read.
  func hides(_ range: Range<Int>) -> Bool { telling(range).allSatisfy { isHidden[$0] } }

  /// Whether something of a range can't be read.
  func touches(_ range: Range<Int>) -> Bool { telling(range).contains { isHidden[$0] } }

  /// What can be read of a range.
  func inSight(_ range: Range<Int>) -> String {
    stretches(range.filter { !isHidden[$0] }).joined(separator: " … ")
  }

  /// Stretches that are hidden and lie in none of some ranges.
  func hiddenOutside(_ ranges: [Range<Int>]) -> [String] {
    var isOutside = isHidden
    for range in ranges { for index in range { isOutside[index] = false } }
    return stretches(isOutside.indices.filter { isOutside[$0] })
  }

  /// Runs of indices as text, those without a letter or digit left out.
  private func stretches(_ indices: [Int]) -> [String] {
    var found: [String] = []
    var run: [Unicode.Scalar] = []
    var last: Int?
    func end() {
      if run.contains(where: LetterFolding.isWordPart) {
        found.append(String(scalars: run).trimmed())
      }
      run = []
    }
    for index in indices {
      if let last, index != last + 1 { end() }
      run.append(scalars[index] == "\n" ? " " : scalars[index])
      last = index
    }
    end()
    return found
  }
}
