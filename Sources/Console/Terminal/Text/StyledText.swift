// SPDX-License-Identifier: GPL-3.0-or-later

/// Text with styles: runs of characters, each shown in one style. It holds no escapes; what was
/// written by others is made harmless when it is printed.
public struct StyledText: Sendable, Hashable {
  /// A stretch of text in one style.
  public struct Run: Sendable, Hashable {
    /// The text as it was written.
    public var text: String
    /// How it is shown.
    public var style: Style

    /// A stretch of text in one style.
    public init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  /// The runs in reading order.
  public private(set) var runs: [Run]

  /// Text in one style.
  public init(_ text: String, _ style: Style = .plain) {
    runs = text.isEmpty ? [] : [Run(text, style)]
  }

  /// Text out of runs.
  public init(runs: [Run]) {
    self.runs = runs.filter { !$0.text.isEmpty }
  }

  /// The text without its styles.
  public var string: String { runs.map(\.text).joined() }

  /// Whether there is nothing to show.
  public var isEmpty: Bool { runs.isEmpty }

  /// Columns that the text takes on a terminal, were it printed in one line.
  public var columns: Int { runs.reduce(0) { $0 + TextWidth.columns(of: $1.text) } }

  /// Adds a stretch of text in one style.
  public mutating func append(_ text: String, _ style: Style = .plain) {
    if !text.isEmpty { runs.append(Run(text, style)) }
  }

  /// The same text with every run made harmless for a terminal.
  var harmless: StyledText {
    StyledText(runs: runs.map { Run(ForeignText.harmless($0.text), $0.style) })
  }

  /// One text after the other.
  public static func + (left: StyledText, right: StyledText) -> StyledText {
    StyledText(runs: left.runs + right.runs)
  }

  /// Adds a text at the end.
  public static func += (left: inout StyledText, right: StyledText) {
    left.runs += right.runs
  }
}

extension StyledText: ExpressibleByStringInterpolation {
  /// A literal is plain text.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}
