// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// A document that an editor holds: its text in bytes, and the places in it as an editor counts and
/// as the project counts them.
struct OpenDocument: Sendable {
  /// What an editor calls it.
  let uri: String
  /// The file, or the URI where it is none.
  let path: String
  /// The editor's number of this text.
  private(set) var version: Int?
  /// A number of the text that no other text of this server has.
  private(set) var edition: Int
  /// The text, UTF-8.
  private(set) var bytes: [UInt8]
  /// Where lines begin as editors count them: after LF, CR LF, and CR alone.
  private(set) var lines: [Int]
  /// Where lines begin as the project counts them: after LF.
  private(set) var feeds: [Int]

  /// A text is kept up to so many bytes; beyond, its editor's changes can't be followed.
  static let maximumBytes = 4 * SourceText.maximumBytes

  /// A document that was opened.
  init(uri: String, path: String, version: Int?, edition: Int, text: String) {
    self.uri = uri
    self.path = path
    self.version = version
    self.edition = edition
    bytes = Array(text.utf8.prefix(Self.maximumBytes + 1))
    (lines, feeds) = Self.starts(of: bytes)
  }

  /// Whether the text is larger than what is kept of it: only a whole new text helps then.
  var isTooLarge: Bool { bytes.count > Self.maximumBytes }

  /// Puts a whole text in the place of this one.
  mutating func replaceAll(with text: String) {
    bytes = Array(text.utf8.prefix(Self.maximumBytes + 1))
    (lines, feeds) = Self.starts(of: bytes)
  }

  /// Puts a text in the place of a stretch.
  mutating func replace(_ range: LSPRange, with text: String, _ encoding: PositionEncoding) {
    guard !isTooLarge else { return }
    let start = offset(of: range.start, encoding)
    let end = max(start, offset(of: range.end, encoding))
    bytes.replaceSubrange(start..<end, with: text.utf8.prefix(Self.maximumBytes + 1))
    (lines, feeds) = Self.starts(of: bytes)
  }

  /// Takes the numbers of a new text.
  mutating func setVersion(_ version: Int?, edition: Int) {
    self.version = version
    self.edition = edition
  }

  private static func starts(of bytes: [UInt8]) -> (lines: [Int], feeds: [Int]) {
    var lines = [0]
    var feeds = [0]
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices {
        let byte = bytes[index]
        if byte == 0x0A {
          lines.append(index + 1)
          feeds.append(index + 1)
        } else if byte == 0x0D, index + 1 == bytes.count || bytes[index + 1] != 0x0A {
          lines.append(index + 1)
        }
      }
    }
    return (lines, feeds)
  }

  // MARK: Places

  /// The offset of an editor's place; the nearest one where there is none.
  func offset(of position: LSPPosition, _ encoding: PositionEncoding) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < lines.count else { return bytes.count }
    var index = lines[position.line]
    let end = contentEnd(ofLine: position.line)
    var left = position.character
    while index < end, left > 0 {
      let units = encoding.units(ofScalarBeginning: bytes[index])
      // Within a scalar, the place is before it.
      guard units <= left else { break }
      left -= units
      index += 1
      while index < end, bytes[index] & 0xC0 == 0x80 { index += 1 }
    }
    return index
  }

  /// The place of an offset, as an editor counts.
  func position(of offset: Int, _ encoding: PositionEncoding) -> LSPPosition {
    let offset = min(max(0, offset), bytes.count)
    let line = Self.index(of: offset, in: lines)
    var character = 0
    for index in lines[line]..<offset where bytes[index] & 0xC0 != 0x80 {
      character += encoding.units(ofScalarBeginning: bytes[index])
    }
    return LSPPosition(line: line, character: character)
  }

  /// The stretch of two offsets, as an editor counts.
  func range(_ offsets: Range<Int>, _ encoding: PositionEncoding) -> LSPRange {
    LSPRange(
      start: position(of: offsets.lowerBound, encoding),
      end: position(of: offsets.upperBound, encoding))
  }

  /// The offset of a place as the project counts: lines after LF from 1, columns in scalars from 1.
  func offset(of place: Place) -> Int {
    guard place.line >= 1 else { return 0 }
    guard place.line <= feeds.count else { return bytes.count }
    var index = feeds[place.line - 1]
    let end = end(ofFeed: place.line - 1)
    var left = place.column - 1
    while index < end, left > 0 {
      left -= 1
      index += 1
      while index < end, bytes[index] & 0xC0 == 0x80 { index += 1 }
    }
    return index
  }

  /// The line of an offset as the project counts, from 0.
  func feed(of offset: Int) -> Int { Self.index(of: offset, in: feeds) }

  /// The offset of the end of a line as the project counts, from 0: of its line feed, or of the text.
  func end(ofFeed line: Int) -> Int {
    line + 1 < feeds.count ? feeds[line + 1] - 1 : bytes.count
  }

  /// The line of an offset as the project counts, without its end.
  func feedRange(_ line: Int) -> Range<Int> {
    guard feeds.indices.contains(line) else { return bytes.count..<bytes.count }
    return feeds[line]..<end(ofFeed: line)
  }

  /// A stretch of the text.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  private func contentEnd(ofLine line: Int) -> Int {
    var end = line + 1 < lines.count ? lines[line + 1] : bytes.count
    while end > lines[line], bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// The last start that is not behind an offset.
  private static func index(of offset: Int, in starts: [Int]) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
