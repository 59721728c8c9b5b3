// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// The line of a file that a finding is about, and how far its place is from the line's start.
public struct SourceExcerpt: Hashable, Sendable {
  /// The line as it stands in the file, without its end.
  public let line: String
  /// Its 1-based number.
  public let number: Int
  /// What stands before the place, so that a mark can be set under it however wide it is.
  public let before: String

  /// The line of a place among a file's lines; nil where the file has no such line.
  public init?(of place: Place, in lines: [Substring]) {
    guard lines.indices.contains(place.line - 1) else { return nil }
    line = String(lines[place.line - 1])
    number = place.line
    before = String(String.UnicodeScalarView(line.unicodeScalars.prefix(max(0, place.column - 1))))
  }
}
