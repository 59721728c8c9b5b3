// SPDX-License-Identifier: GPL-3.0-or-later

/// What a line is asked for with, and how it is edited.
public struct Prompt: Sendable, Hashable {
  /// What becomes of newlines in a pasted text.
  public enum Newlines: Sendable, Hashable {
    /// They become spaces: the answer is one line.
    case flattened
    /// They stay: the pasted text arrives as one string.
    case kept
  }

  /// Stands before the line; one line, best short.
  public var text: StyledText
  /// What Tab offers.
  public var completion: Completion
  /// Whether the line is a command: it is remembered, and earlier commands can be recalled.
  /// Answers are never remembered.
  public var isCommand: Bool
  /// What becomes of newlines in a pasted text.
  public var newlines: Newlines

  /// A prompt; for an answer in one line unless told otherwise.
  public init(
    _ text: StyledText, completion: Completion = .none, isCommand: Bool = false,
    newlines: Newlines = .flattened
  ) {
    self.text = text
    self.completion = completion
    self.isCommand = isCommand
    self.newlines = newlines
  }
}
