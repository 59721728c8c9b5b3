// SPDX-License-Identifier: GPL-3.0-or-later

/// Marks of what an author still has to fill in.
public enum DraftMarks {
  /// What such a place begins with.
  public static let mark = "TODO:"

  /// Warns of every line that holds a mark: a drill that is not finished must not look finished.
  static func report(in source: SourceText, to diagnostics: Diagnostics) {
    // Nearly every drill has none, and then one look is enough.
    guard source.text.hasBytes(of: mark) else { return }
    for (index, line) in source.lines.enumerated() {
      guard let found = line.firstRange(of: mark) else { continue }
      let before = line[..<found.lowerBound].last
      guard before?.isLetter != true else { continue }
      let what = String(line[found.upperBound...]).trimmed()
      diagnostics.report(
        .unfinished,
        at: source.place(
          index + 1,
          line.unicodeScalars.distance(from: line.startIndex, to: found.lowerBound) + 1),
        (what.isEmpty ? "Something" : "“\(what.shortened)”")
          + " is left to be filled in here. Write it, and take the mark away.")
    }
  }
}
