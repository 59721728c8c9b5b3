// SPDX-License-Identifier: GPL-3.0-or-later

/// The keys and values between the two `---` lines at a file's start.
public struct FrontMatter: Hashable, Sendable {
  /// A value and the place where it starts.
  public struct Value: Hashable, Sendable {
    /// What the value is made of.
    public indirect enum Kind: Hashable, Sendable {
      /// One text, quotes and escapes undone.
      case scalar(String)
      case list([Value])
      case mapping([Entry])
    }

    /// The value itself.
    public let kind: Kind
    /// Where it starts.
    public let place: Place

    /// The text of a scalar, or nil of any other value.
    public var text: String? {
      if case .scalar(let text) = kind { return text }
      return nil
    }
  }

  /// A key with its value.
  public struct Entry: Hashable, Sendable {
    /// The key as it is written.
    public let key: String
    /// Where the key stands.
    public let place: Place
    /// Its value.
    public let value: Value
  }

  /// The entries in the file's order; a key stands here once.
  public let entries: [Entry]
  /// Where the front matter starts: missing keys are reported here.
  public let place: Place
  /// The 1-based line at which the Markdown starts.
  public let markdownLine: Int
  /// Whether all of it could be read; otherwise a key that is not here may only be unread.
  public let isComplete: Bool

  /// Reads the front matter of a file; what is wrong with it is reported. Always gives the line at
  /// which Markdown starts, so that the rest can be checked as well.
  public static func read(_ source: SourceText, diagnostics: Diagnostics) -> FrontMatter {
    let top = source.place(1)
    func nothing(markdownLine: Int) -> FrontMatter {
      FrontMatter(entries: [], place: top, markdownLine: markdownLine, isComplete: false)
    }
    guard isFence(source.line(1)) else {
      diagnostics.report(
        .noFrontMatter, at: top,
        "The file has no front matter. Begin it with a line “---”, the keys, and “---” again.")
      return nothing(markdownLine: 1)
    }
    let rest = source.lines.dropFirst()
    guard let end = rest.firstIndex(where: isFence) else {
      diagnostics.report(
        .openFrontMatter, at: top,
        "The front matter does not end. Write a line “---” after its last key.")
      return nothing(markdownLine: source.lines.count + 1)
    }
    let yaml = source.lines[1..<end].joined(separator: "\n") + "\n"
    let entries = YAMLReader.mapping(
      of: yaml, file: source.file, lineOffset: 1, diagnostics: diagnostics)
    return FrontMatter(
      entries: entries ?? [], place: top, markdownLine: end + 2, isComplete: entries != nil)
  }

  /// The bytes up to the end of the front matter's last line; all of them where it does not end.
  static func lines(of bytes: [UInt8]) -> [UInt8] {
    var start = 0
    var isFirst = true
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      let line = bytes[start..<end]
      let isFence =
        line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
      if isFence, !isFirst { return Array(bytes[...end]) }
      isFirst = false
      start = end + 1
    }
    return bytes
  }

  private static func isFence(_ line: Substring) -> Bool {
    line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
  }
}
