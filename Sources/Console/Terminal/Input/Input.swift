// SPDX-License-Identifier: GPL-3.0-or-later

/// Where lines come from: a person at a terminal, or a script on a pipe.
///
/// A line stays open between two reads when the first ended in ``InputEvent/deadline`` or
/// ``InputEvent/interrupted``: the next read goes on with what was typed so far.
public protocol Input: AnyObject {
  /// Waits for a line, or for whatever comes first. A deadline that has passed is reported at
  /// once. With nil the wait has no end.
  func read(_ prompt: Prompt, until deadline: BootInstant?) throws(InputError) -> InputEvent

  /// Runs a body that prints whole lines, above the line that is being typed, which then stands
  /// below them as it was.
  func printAbove(_ body: (Printer) throws(OutputError) -> Void) throws(OutputError)

  /// Closes an open line without an answer, and returns what was typed so far (empty where that
  /// cannot be known). What is typed next belongs to the next read.
  @discardableResult
  func abandonLine() -> String

  /// Takes an open line off the screen, where that can be done, and throws away what was typed.
  func discardLine()

  /// Gives the terminal back as it was and saves the history. Nothing is read afterwards.
  func close()
}

extension Input {
  /// Prints a paragraph above the line that is being typed.
  public func printAbove(_ text: StyledText, margin: Margin = .none) throws(OutputError) {
    try printAbove { (printer) throws(OutputError) in try printer.print(text, margin: margin) }
  }
}

/// What a read ended with.
public enum InputEvent: Sendable, Hashable {
  /// A line was entered.
  case line(InputLine)
  /// No more lines will come: ^D on an empty line, or the end of a file or a pipe.
  case endOfInput
  /// ^C: what was typed is thrown away, the line is open and empty.
  case interrupted
  /// The deadline came. The line stays open.
  case deadline
  /// The process is asked to end (TERM, HUP, QUIT). The terminal is as it was before: save, then
  /// exit with 128 + the signal.
  case terminated(signal: Int32)
}

/// A line that was entered.
public struct InputLine: Sendable, Hashable {
  /// The text without its line end. It holds no misleading characters (``ForeignText``); newlines
  /// only where the prompt takes them from a paste.
  public var text: String
  /// When it was entered.
  public var at: BootInstant
  /// What had to be done to it.
  public var changes: Changes

  /// A line with everything named.
  public init(text: String, at: BootInstant, changes: Changes = []) {
    self.text = text
    self.at = at
    self.changes = changes
  }

  /// What was done to a line that could not be taken as it came.
  public struct Changes: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8

    /// Changes by their bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// It was longer than ``InputLine/longest`` bytes; the rest is gone.
    public static let cut = Changes(rawValue: 1)
    /// Control characters were taken out.
    public static let controlsRemoved = Changes(rawValue: 2)
    /// It was not UTF-8, or held a zero byte: it should be refused.
    public static let malformed = Changes(rawValue: 4)
  }

  /// The longest line in bytes of UTF-8.
  public static let longest = 8192
}

/// Why no line could be read.
public enum InputError: Error, Sendable, Hashable {
  /// Standard input refused, with the system's error number.
  case unreadable(code: Int32)
  /// The prompt could not be printed.
  case output(OutputError)
}
