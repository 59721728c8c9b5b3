// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// A part of a file (3.30): lines and columns from 1, or bytes from 0. The end column is the first
/// that does not belong to it.
struct SARIFRegion: Encodable, Hashable {
  var startLine: Int?
  var startColumn: Int?
  var endLine: Int?
  var endColumn: Int?
  var byteOffset: Int?
  var byteLength: Int?

  /// From one line and column up to another; where the end column is not known, to the line's end.
  static func text(_ start: (line: Int, column: Int), _ end: (line: Int, column: Int?)) -> Self {
    Self(
      startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column)
  }

  /// Bytes, where columns don't reach: a byte order mark is before the first of them.
  static func bytes(_ offset: Int, count: Int) -> Self {
    Self(byteOffset: offset, byteLength: count)
  }
}

/// A change that mends a finding (3.55, 3.56, 3.57).
struct SARIFFix: Encodable {
  struct Change: Encodable {
    let artifactLocation: SARIFLocation.Artifact
    let replacements: [Replacement]
  }

  struct Replacement: Encodable {
    let deletedRegion: SARIFRegion
    /// Nothing where it only takes away.
    var insertedContent: Content?
  }

  /// What a file holds (3.3): the bytes as they are, and no message.
  struct Content: Encodable {
    let text: String
  }

  let description: SARIFText
  let artifactChanges: [Change]

  init(_ fix: Fix, of rule: Rule, in artifact: SARIFLocation.Artifact, _ lines: SARIFLines) {
    description = SARIFText("\(fix.title.prefix(1).uppercased())\(fix.title.dropFirst()).")
    let replacement =
      rule == .byteOrderMark
      ? Replacement(deletedRegion: .bytes(0, count: 3)) : lines.replacement(fix)
    artifactChanges = [Change(artifactLocation: artifact, replacements: [replacement])]
  }
}

/// The lines of a file as regions see them; none where it can't be read.
struct SARIFLines {
  private let lines: [Substring]

  init(_ lines: [Substring]) {
    self.lines = lines
  }

  /// From a finding's place to the end of its line.
  func region(at place: Place) -> SARIFRegion {
    .text(
      (place.line, place.column),
      (place.line, max(place.column, end(of: place.line) ?? place.column)))
  }

  /// A fix in regions: whole lines without the last one's end, or a place between two lines.
  func replacement(_ fix: Fix) -> SARIFFix.Replacement {
    let text = fix.lines.joined(separator: "\n")
    let (first, last) = (fix.firstLine, fix.firstLine + fix.lineCount - 1)
    if fix.lineCount > 0, !fix.lines.isEmpty || lines.isEmpty {
      return SARIFFix.Replacement(
        deletedRegion: .text((first, 1), (last, end(of: last))), insertedContent: .init(text: text))
    }
    if fix.lineCount > 0 {
      // Lines that go take a line's end with them: the last one's own or, where it has none, that
      // of the line before.
      let isLast = last >= lines.count && first > 1
      return SARIFFix.Replacement(
        deletedRegion: isLast
          ? .text((first - 1, end(of: first - 1) ?? 1), (last, end(of: last)))
          : .text((first, 1), (last + 1, 1)))
    }
    // After the last line's end there is no line (3.30.2): the place is on the line before.
    let isEnded = lines.count > 1 && lines.last?.isEmpty == true
    let count = lines.count - (isEnded ? 1 : 0)
    guard !lines.isEmpty, first > count else {
      return SARIFFix.Replacement(
        deletedRegion: .text((first, 1), (first, 1)), insertedContent: .init(text: text + "\n"))
    }
    let column = (end(of: count) ?? 1) + (isEnded ? 1 : 0)
    return SARIFFix.Replacement(
      deletedRegion: .text((count, column), (count, column)),
      insertedContent: .init(text: isEnded ? text + "\n" : "\n" + text))
  }

  /// The first column after a line; nil where there is no such line.
  private func end(of line: Int) -> Int? {
    guard lines.indices.contains(line - 1) else { return nil }
    let scalars = lines[line - 1].unicodeScalars
    // 3.30.2: a byte order mark is no character of the first line.
    let hasMark = line == 1 && scalars.first == "\u{FEFF}"
    return scalars.count + 1 - (hasMark ? 1 : 0)
  }
}
