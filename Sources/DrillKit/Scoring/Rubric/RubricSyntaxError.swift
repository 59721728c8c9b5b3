// SPDX-License-Identifier: GPL-3.0-or-later

/// A rubric line that cannot be read: where, and what the author should do.
public struct RubricSyntaxError: Error, Hashable, Sendable {
  /// Where in the line's text, in Unicode scalars from its start.
  public let offset: Int
  /// A plain sentence that says what is wrong and what to write instead.
  public let message: String

  /// An error at a scalar offset.
  public init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }
}
