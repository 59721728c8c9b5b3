// SPDX-License-Identifier: GPL-3.0-or-later

/// Text in runs of one style each: what a paragraph, a heading or a table cell holds.
public struct RichText: Hashable, Sendable {
  /// How a run is set.
  public struct Style: OptionSet, Hashable, Sendable {
    /// One bit a style.
    public let rawValue: UInt8
    /// A style from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Emphasis, usually italics.
    public static let emphasis = Style(rawValue: 1)
    /// Strong emphasis, usually bold.
    public static let strong = Style(rawValue: 2)
    /// Struck out: in Redact, a classed part.
    public static let strike = Style(rawValue: 4)
    /// A code span: bait, commands, literal values.
    public static let code = Style(rawValue: 8)
  }

  /// A stretch of text of one style, within at most one link.
  public struct Run: Hashable, Sendable {
    /// The text; a soft line break is "\n".
    public var text: String
    /// Its style.
    public var style: Style
    /// The destination of the link that it belongs to.
    public var link: String?

    /// A run.
    public init(_ text: String, style: Style = [], link: String? = nil) {
      self.text = text
      self.style = style
      self.link = link
    }
  }

  /// The runs in order; neighbours differ in style or link.
  public private(set) var runs: [Run]

  /// Text from runs; neighbours of one style become one run.
  public init(_ runs: [Run] = []) {
    self.runs = []
    for run in runs { append(run) }
  }

  /// Plain text.
  public init(_ text: String) {
    runs = text.isEmpty ? [] : [Run(text)]
  }

  /// Adds a run, joined to the last one where both are set alike.
  public mutating func append(_ run: Run) {
    guard !run.text.isEmpty else { return }
    if let last = runs.indices.last, runs[last].style == run.style, runs[last].link == run.link {
      runs[last].text += run.text
    } else {
      runs.append(run)
    }
  }

  /// The words alone, soft line breaks kept as "\n".
  public var source: String { runs.count == 1 ? runs[0].text : runs.map(\.text).joined() }

  /// The words alone on one line, as a person reads them.
  public var plain: String {
    let source = source
    guard source.hasByte(0x0A) else { return source.trimmed() }
    // A line feed is a character of its own unless a carriage return stands before it.
    if source.hasByte(0x0D) { return String(source.map { $0 == "\n" ? " " : $0 }).trimmed() }
    return source.withBytes { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { buffer in
        for (offset, byte) in bytes.enumerated() { buffer[offset] = byte == 0x0A ? 0x20 : byte }
        return bytes.count
      }
    }.trimmed()
  }

  /// Whether the words are those of a label: nearly every text is told from it by its first letter.
  func says(_ label: String) -> Bool {
    guard let first = runs.first?.text.utf8.first,
      first == label.utf8.first || first >= 0x80 || first.isBlank
    else { return false }
    return plain == label
  }

  /// The text line by line, without the breaks between.
  var lines: [RichText] {
    var lines = [RichText()]
    for run in runs {
      let pieces = run.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 { lines.append(RichText()) }
        lines[lines.count - 1].append(
          Run(String(Substring(piece)), style: run.style, link: run.link))
      }
    }
    return lines
  }

  /// Whether nothing but white space stands here.
  public var isBlank: Bool { runs.allSatisfy(\.text.isBlank) }

  /// The links in order, with the words that carry them.
  public var links: [(text: String, destination: String)] {
    var found: [(text: String, destination: String)] = []
    for run in runs {
      guard let link = run.link else { continue }
      found.append((run.text, link))
    }
    return found
  }

  /// The same text without its first `count` characters.
  public func dropping(_ count: Int) -> RichText {
    var left = count
    var result = RichText()
    for run in runs {
      let length = run.text.characterCount
      if left >= length {
        left -= length
        continue
      }
      result.append(Run(run.text.droppingCharacters(left), style: run.style, link: run.link))
      left = 0
    }
    return result.trimmingStart()
  }

  /// The same text without white space at its start.
  public func trimmingStart() -> RichText {
    guard let first = runs.first else { return self }
    // Most texts begin with a letter.
    if let byte = first.text.utf8.first, byte < 0x80, !byte.isBlank { return self }
    var result = RichText()
    let text = first.text.trimmedAtStart()
    result.append(Run(text, style: first.style, link: first.link))
    for run in runs.dropFirst() { result.append(run) }
    return text.isEmpty && runs.count > 1 ? result.trimmingStart() : result
  }

  /// The same text without white space at its end.
  public func trimmingEnd() -> RichText {
    guard let last = runs.last else { return self }
    if let byte = last.text.utf8.last, byte < 0x80, !byte.isBlank { return self }
    var kept = Array(runs.dropLast())
    var text = last.text
    while text.last?.isWhitespace == true { text.removeLast() }
    if text.isEmpty { return RichText(kept).trimmingEnd() }
    kept.append(Run(text, style: last.style, link: last.link))
    return RichText(kept)
  }
}
