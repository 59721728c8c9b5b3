// SPDX-License-Identifier: GPL-3.0-or-later

/// How output looks: colours and line breaks, decided once, before anything is printed.
public struct Appearance: Sendable, Hashable {
  /// How long lines may be.
  public enum LineLength: Sendable, Hashable {
    /// Lines are left whole, for a pipe, a script or a screen reader.
    case unlimited
    /// As wide as the terminal is at that moment, but never wider than is good to read.
    case terminal
    /// A fixed number of columns.
    case columns(Int)
  }

  /// Styles on standard output become escapes.
  public var coloursOutput: Bool
  /// Styles on standard error become escapes.
  public var coloursErrors: Bool
  /// How long lines on standard output may be.
  public var lineLength: LineLength

  /// The widest line that text is set in, in columns, on however wide a terminal.
  public static let comfortableColumns = 100

  /// An appearance with everything named.
  public init(coloursOutput: Bool, coloursErrors: Bool, lineLength: LineLength) {
    self.coloursOutput = coloursOutput
    self.coloursErrors = coloursErrors
    self.lineLength = lineLength
  }

  /// No colours, no line breaks of our own.
  public static let plain = Appearance(
    coloursOutput: false, coloursErrors: false, lineLength: .unlimited)

  /// Whether a stream is coloured: only a terminal that can, and only where nobody said no.
  /// `noColour` is the variable NO_COLOR, which counts when it is set and not empty
  /// (no-color.org).
  public static func isColoured(
    isTerminal: Bool, term: String?, noColour: String?, refused: Bool
  ) -> Bool {
    guard isTerminal, !refused, noColour?.isEmpty ?? true else { return false }
    guard let term, !term.isEmpty else { return false }
    return term != "dumb"
  }
}
