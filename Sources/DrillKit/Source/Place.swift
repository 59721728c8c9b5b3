// SPDX-License-Identifier: GPL-3.0-or-later

/// A place in a source file, as editors and compilers name it.
public struct Place: Hashable, Sendable, Comparable {
  private var name: FileName
  /// 1-based line.
  public var line: Int
  /// 1-based column in Unicode scalars.
  public var column: Int

  /// A place; line and column start at 1.
  public init(file: String, line: Int, column: Int = 1) {
    self.init(FileName(file), line: line, column: column)
  }

  /// A place in a file whose name is known.
  init(_ name: FileName, line: Int, column: Int = 1) {
    self.name = name
    self.line = line
    self.column = column
  }

  /// The file as the caller named it, relative where the caller's path was.
  public var file: String { name.text }

  /// The same line, another column.
  public func at(column: Int) -> Place { Place(name, line: line, column: column) }

  /// The same file, a line further down (or up), column 1.
  public func down(_ lines: Int) -> Place { Place(name, line: line + lines) }

  /// File, then line, then column.
  public static func < (a: Place, b: Place) -> Bool {
    a.name == b.name
      ? (a.line, a.column) < (b.line, b.column) : a.file < b.file
  }
}

extension Place: CustomStringConvertible {
  /// `file:line:column`.
  public var description: String { "\(file):\(line):\(column)" }
}
