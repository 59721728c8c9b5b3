// SPDX-License-Identifier: GPL-3.0-or-later

/// What an employee answered, as the record keeps it.
public enum Response: Hashable, Codable, Sendable {
  /// Letters of the options picked.
  case choices([String])
  /// Letters in the order given.
  case order([String])
  /// A row of values a row.
  case pairs([[String]])
  /// Lines flagged, and the line that was shown last when each was.
  case flags([Flag])
  /// Words picked in a text: ranges of Unicode scalars.
  case spans([Range<Int>])
  /// A typed reply.
  case text(String)
  /// A value a field, by the field's name; several where several lines may be given.
  case fields([[String: String]])
  /// A number as typed.
  case number(String)
  /// Nothing, because the time was up.
  case none
}

/// A line that was flagged while a conversation went by.
public struct Flag: Hashable, Codable, Sendable {
  /// The flagged line, 1-based.
  public var line: Int
  /// The line that was shown last, 1-based; not below `line`.
  public var at: Int

  /// A flag.
  public init(line: Int, at: Int) {
    self.line = line
    self.at = at
  }
}
