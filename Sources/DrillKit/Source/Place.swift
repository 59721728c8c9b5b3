// SPDX-License-Identifier: GPL-3.0-or-later

/// A place in a source file, as editors and compilers name it.
public struct Place: Hashable, Codable, Sendable, Comparable {
  /// The file as the caller named it, relative where the caller's path was.
  public var file: String
  /// 1-based line.
  public var line: Int
  /// 1-based column in Unicode scalars.
  public var column: Int

  /// A place; line and column start at 1.
  public init(file: String, line: Int, column: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The same line, another column.
  public func at(column: Int) -> Place { Place(file: file, line: line, column: column) }

  /// The same file, a line further down (or up), column 1.
  public func down(_ lines: Int) -> Place { Place(file: file, line: line + lines) }

  /// File, then line, then column.
  public static func < (a: Place, b: Place) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}

extension Place: CustomStringConvertible {
  /// `file:line:column`.
  public var description: String { "\(file):\(line):\(column)" }
}
