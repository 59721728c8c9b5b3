// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// What can be seen in a text line by line, whether or not it can be read: headings, links, the front
/// matter. It is made anew for every text, so that an answer never waits for the check.
struct DraftOutline: Sendable {
  /// A heading.
  struct Heading: Hashable, Sendable {
    /// How many `#` there are.
    let level: Int
    /// Its words, as they are written.
    let text: String
    /// Where the words stand.
    let words: Range<Int>
    /// The line, from 0.
    let line: Int
  }

  /// A link.
  struct Link: Hashable, Sendable {
    /// Where its words stand.
    let words: Range<Int>
    /// Where it leads.
    let destination: String
    /// Where that stands.
    let target: Range<Int>
  }

  /// The lines between the two fences of the front matter; nil without.
  private(set) var matter: Range<Int>?
  /// The headings.
  private(set) var headings: [Heading] = []
  /// The links.
  private(set) var links: [Link] = []
  /// Lines of fenced code and of comments.
  private(set) var literalLines: Set<Int> = []

  /// So many headings and links at most are kept; a drill has 200 scenes and 500 items.
  static let maximumHeadings = 5_000, maximumLinks = 20_000
  /// A code span is looked for so many bytes ahead: texts of signs alone would take for ever.
  private static let longestCode = 32 << 10

  /// The outline of a text; nothing of one that is too large to be read.
  init(_ document: OpenDocument) {
    guard document.bytes.count <= SourceText.maximumBytes else { return }
    var first = 0
    if let end = Self.matterEnd(document) {
      matter = 1..<end
      first = end + 1
    }
    let bytes = document.bytes
    bytes.withUnsafeBufferPointer { bytes in
      let feeds = document.feeds
      var fence: UInt8?
      var isComment = false
      var paragraph = first < feeds.count ? feeds[first] : bytes.count
      for line in first..<max(first, feeds.count) {
        let range = feeds[line]..<(line + 1 < feeds.count ? feeds[line + 1] - 1 : bytes.count)
        let start = Self.skipIndent(bytes, range)
        if isComment {
          literalLines.insert(line)
          isComment = !Self.has("-->", bytes, start..<range.upperBound)
          paragraph = range.upperBound
        } else if let mark = Self.fence(bytes, start..<range.upperBound),
          fence == nil || fence == mark
        {
          if fence == nil { scan(bytes, paragraph..<range.lowerBound) }
          literalLines.insert(line)
          fence = fence == nil ? mark : nil
          paragraph = range.upperBound
        } else if fence != nil {
          literalLines.insert(line)
        } else if Self.has("<!--", bytes, start..<min(start + 4, range.upperBound)) {
          scan(bytes, paragraph..<range.lowerBound)
          literalLines.insert(line)
          isComment = !Self.has("-->", bytes, start..<range.upperBound)
          paragraph = range.upperBound
        } else if let heading = Self.heading(bytes, range, line) {
          scan(bytes, paragraph..<range.lowerBound)
          if headings.count < Self.maximumHeadings { headings.append(heading) }
          paragraph = range.lowerBound
          scan(bytes, range)
          paragraph = range.upperBound
        } else if start == range.upperBound || bytes[start] == 0x0D {
          scan(bytes, paragraph..<range.lowerBound)
          paragraph = range.upperBound
        }
      }
      if fence == nil, !isComment { scan(bytes, paragraph..<bytes.count) }
    }
  }

  /// The line of the fence that ends the front matter.
  private static func matterEnd(_ document: OpenDocument) -> Int? {
    guard isFence(document, 0) else { return nil }
    return (1..<max(1, document.feeds.count)).first { isFence(document, $0) }
  }

  private static func isFence(_ document: OpenDocument, _ line: Int) -> Bool {
    let range = document.feedRange(line)
    guard range.count >= 3 else { return false }
    var bytes = document.bytes[range]
    // A byte order mark is a finding of its own.
    if line == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    return bytes.starts(with: "---".utf8)
      && bytes.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }

  // MARK: Lines

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  /// Behind white space and the signs of quotes.
  private static func skipIndent(_ bytes: Bytes, _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      guard byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">") else { break }
      index += 1
    }
    return index
  }

  private static func has(_ text: StaticString, _ bytes: Bytes, _ range: Range<Int>) -> Bool {
    let count = text.utf8CodeUnitCount
    guard range.count >= count else { return false }
    return (range.lowerBound...(range.upperBound - count)).contains { start in
      (0..<count).allSatisfy { bytes[start + $0] == text.utf8Start[$0] }
    }
  }

  private static func fence(_ bytes: Bytes, _ range: Range<Int>) -> UInt8? {
    guard range.count >= 3, let mark = range.first.map({ bytes[$0] }),
      mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"),
      bytes[range.lowerBound + 1] == mark, bytes[range.lowerBound + 2] == mark
    else { return nil }
    return mark
  }

  private static func heading(_ bytes: Bytes, _ range: Range<Int>, _ line: Int) -> Heading? {
    var index = range.lowerBound
    while index < range.upperBound, bytes[index] == 0x20 { index += 1 }
    guard index - range.lowerBound <= 3 else { return nil }
    var level = 0
    while index < range.upperBound, bytes[index] == UInt8(ascii: "#") {
      level += 1
      index += 1
    }
    guard (1...6).contains(level) else { return nil }
    guard index == range.upperBound || bytes[index] == 0x20 || bytes[index] == 0x09 else {
      return nil
    }
    var end = range.upperBound
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    while index < end, isBlank(bytes[index]) { index += 1 }
    while end > index, isBlank(bytes[end - 1]) { end -= 1 }
    var text = end
    while text > index, bytes[text - 1] == UInt8(ascii: "#") { text -= 1 }
    // Signs behind the words close the heading where a space stands before them.
    if text < end, text == index || isBlank(bytes[text - 1]) {
      end = text
      while end > index, isBlank(bytes[end - 1]) { end -= 1 }
    }
    return Heading(
      level: level, text: String(decoding: bytes[index..<end], as: UTF8.self), words: index..<end,
      line: line)
  }

  // MARK: Links

  /// Finds the links of a paragraph; what stands in a code span is none.
  private mutating func scan(_ bytes: Bytes, _ range: Range<Int>) {
    var open: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "`"):
        index = Self.behindCode(bytes, index, range.upperBound)
        continue
      case UInt8(ascii: "["): open.append(index + 1)
      case UInt8(ascii: "]"):
        guard let start = open.popLast(), index + 1 < range.upperBound,
          bytes[index + 1] == UInt8(ascii: "("),
          let target = Self.target(bytes, index + 2, range.upperBound)
        else { break }
        guard links.count < Self.maximumLinks else { return }
        links.append(
          Link(
            words: start..<index, destination: String(decoding: bytes[target], as: UTF8.self),
            target: target))
        index = target.upperBound
      default: break
      }
      index += 1
    }
  }

  /// Behind a code span that begins at an offset; behind its signs where it does not end.
  private static func behindCode(_ bytes: Bytes, _ start: Int, _ end: Int) -> Int {
    let limit = min(end, start + longestCode)
    var index = start
    while index < limit, bytes[index] == UInt8(ascii: "`") { index += 1 }
    let width = index - start
    var search = index
    while search < limit {
      guard bytes[search] == UInt8(ascii: "`") else {
        search += 1
        continue
      }
      var stop = search
      while stop < limit, bytes[stop] == UInt8(ascii: "`") { stop += 1 }
      if stop - search == width { return stop }
      search = stop
    }
    return index
  }

  private static func target(_ bytes: Bytes, _ start: Int, _ limit: Int) -> Range<Int>? {
    var index = start
    while index < limit {
      let byte = bytes[index]
      if byte == UInt8(ascii: ")") { return start..<index }
      guard byte > 0x20, byte != UInt8(ascii: "(") else { return nil }
      index += 1
    }
    return nil
  }
}
