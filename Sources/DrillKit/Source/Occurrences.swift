// SPDX-License-Identifier: GPL-3.0-or-later

/// Where fragments stand in a text, each behind the one before: the same mistake made twice in a
/// paragraph is in two places, and told for both.
final class Occurrences {
  /// The text.
  let source: SourceText
  private var latest: [String: Place] = [:]

  /// None looked for yet.
  init(in source: SourceText) {
    self.source = source
  }

  /// The next place of a fragment between two lines; where there is no further one the latest, or the
  /// first line's start. It must be the place by what stands before it in its line.
  func place(
    of fragment: String, from first: Int, through last: Int,
    where isMeant: (Substring) -> Bool = { _ in true }
  ) -> Place {
    let before = latest[fragment].flatMap {
      (first...max(first, last)).contains($0.line) ? $0 : nil
    }
    let found = source.place(
      of: fragment, from: first, through: last, after: before, where: isMeant)
    let place = found ?? before ?? source.place(first)
    latest[fragment] = place
    return place
  }
}
