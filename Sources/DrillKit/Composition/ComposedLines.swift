// SPDX-License-Identifier: GPL-3.0-or-later

/// The lines of a text that is put together from several, and where each is from.
struct ComposedLines {
  /// Where a line is from.
  struct Origin {
    /// The text that it stands in.
    let file: String
    /// Its number there, 1-based.
    let line: Int
    /// Whether that is the text whose author is told what is wrong.
    let isOwn: Bool
    /// Whether it stands there letter for letter, so that columns and fixes hold.
    let isExact: Bool

    /// Whether another line stands so many lines below in the same file.
    func continues(to other: Origin, after lines: Int) -> Bool {
      file == other.file && isOwn == other.isOwn && isExact == other.isExact
        && line + lines == other.line
    }
  }

  /// The lines.
  private(set) var lines: [String] = []
  /// Where they are from.
  private(set) var origins: [Origin] = []

  /// Adds a line.
  mutating func append(_ line: String, from origin: Origin) {
    lines.append(line)
    origins.append(origin)
  }

  /// Adds an empty line between blocks.
  mutating func space() {
    guard let last = origins.last, lines.last?.isEmpty == false else { return }
    append("", from: last)
  }

  /// The lines that are the original's, and their numbers there.
  var foreign: [(text: String, file: String, line: Int)] {
    zip(lines, origins).filter { !$0.1.isOwn }.map { ($0.0, $0.1.file, $0.1.line) }
  }

  /// Puts another line in the place of one.
  mutating func replace(_ index: Int, with line: String) { lines[index] = line }
}
