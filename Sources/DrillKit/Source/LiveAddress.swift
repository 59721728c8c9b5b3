// SPDX-License-Identifier: GPL-3.0-or-later

/// Addresses that stand in a text as they are, and that forges make links of.
public enum LiveAddress {
  private static let openings = ["https://", "http://", "ftp://", "www."]

  /// Where they stand, without the signs that end a sentence.
  public static func ranges(in text: String) -> [Range<String.Index>] {
    guard text.hasBytes(of: "://") || text.hasBytes(of: "www.") else { return [] }
    return text.split { $0.isWhitespace || "<>“”„«»\"`".contains($0) }.compactMap { word in
      let starts = openings.compactMap { opening in
        word.firstRange(of: opening).map { (start: $0.lowerBound, after: $0.upperBound) }
      }
      guard let (start, after) = starts.min(by: { $0.start < $1.start }),
        word[..<start].last?.isLetter != true
      else { return nil }
      // A bracket at the end belongs to the address where it closes one of its own.
      var surplus = word[start...].reduce(0) { $0 + ($1 == ")" ? 1 : $1 == "(" ? -1 : 0) }
      var end = word.endIndex
      while end > after, case let last = word[word.index(before: end)],
        ".,;:!?)]}'*_…’".contains(last), last != ")" || surplus > 0
      {
        if last == ")" { surplus -= 1 }
        end = word.index(before: end)
      }
      let first = word[after..<end].first
      return first?.isLetter == true || first?.isNumber == true ? start..<end : nil
    }
  }
}
