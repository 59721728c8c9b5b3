// SPDX-License-Identifier: GPL-3.0-or-later

/// What stands left of a paragraph: before its first line and before each further one.
public struct Margin: Sendable, Hashable {
  /// Before the first line.
  public var first: StyledText
  /// Before every further line.
  public var rest: StyledText

  /// A margin out of its two parts.
  public init(first: StyledText, rest: StyledText) {
    self.first = first
    self.rest = rest
  }

  /// No margin.
  public static let none = Margin(first: "", rest: "")

  /// A number of blank columns.
  public static func indent(_ columns: Int) -> Margin {
    let blank = Self.blank(columns)
    return Margin(first: blank, rest: blank)
  }

  /// A label such as "a) ", under which further lines hang.
  public static func label(_ label: StyledText) -> Margin {
    Margin(first: label, rest: blank(label.columns))
  }

  /// A mark before every line, as quoted text has it.
  public static func bar(_ bar: StyledText) -> Margin {
    Margin(first: bar, rest: bar)
  }

  static func blank(_ columns: Int) -> StyledText {
    StyledText(String(repeating: " ", count: max(0, columns)))
  }
}
