// SPDX-License-Identifier: GPL-3.0-or-later

/// What of a question has no place in a drill and is needed for the way back: a comment under the
/// heading, which `<!-- gift` begins. Drills are read as if it were not there.
struct Keepsake: Hashable {
  /// A line of it.
  struct Line: Hashable {
    /// What it is about.
    let key: String
    /// What it says.
    let value: String
  }

  /// The lines in order.
  private(set) var lines: [Line] = []

  /// Nothing is kept.
  init() {}

  /// Adds a line, where there is something to keep.
  mutating func keep(_ key: String, _ value: String?) {
    if let value { lines.append(Line(key: key, value: value)) }
  }

  /// The first value of a key.
  subscript(key: String) -> String? { lines.first { $0.key == key }?.value }

  /// Every value of a key.
  func all(_ key: String) -> [String] { lines.filter { $0.key == key }.map(\.value) }

  // MARK: As a comment

  private static let opening = "<!-- gift"

  /// The comment's lines.
  var comment: [String] {
    [Self.opening] + lines.map { "\($0.key): \(Self.escaped($0.value))" } + ["-->"]
  }

  /// Reads a comment; nil where it is another one.
  init?(comment: String) {
    let written = comment.split(separator: "\n", omittingEmptySubsequences: false)
    guard written.first.map({ Self.trimmed($0) }) == Self.opening else { return nil }
    for line in written.dropFirst() {
      guard let colon = line.firstRange(of: ": ") else { continue }
      let key = Self.trimmed(line[..<colon.lowerBound])
      lines.append(Line(key: key, value: Self.plain(line[colon.upperBound...])))
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A value on one line: without the sign that ends a comment, and without bars, of which a line
  /// holds so many only.
  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
      case "\\": escaped.append(contentsOf: "\\\\".unicodeScalars)
      case ">": escaped.append(contentsOf: "\\g".unicodeScalars)
      case "|": escaped.append(contentsOf: "\\i".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  private static func plain(_ text: Substring) -> String {
    var plain = String.UnicodeScalarView()
    var isOpen = false
    for scalar in text.unicodeScalars {
      if isOpen {
        isOpen = false
        switch scalar {
        case "n": plain.append("\n")
        case "g": plain.append(">")
        case "i": plain.append("|")
        default: plain.append(scalar)
        }
      } else if scalar == "\\" {
        isOpen = true
      } else {
        plain.append(scalar)
      }
    }
    return String(plain)
  }
}
