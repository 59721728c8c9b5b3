// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// A file of questions as lines, after its bytes were found harmless. Unlike a drill it comes from
/// other programs: a byte order mark and the line ends of other systems are taken.
struct ExchangeSource {
  /// The lines without their ends.
  let lines: [Substring]

  /// Reads bytes; nil, with what is wrong, where they are no text that may be read.
  init?(_ bytes: [UInt8], notes: inout ExchangeNotes) {
    guard bytes.count <= SourceText.maximumBytes else {
      notes.fail(1, "The file is larger than 1 MiB and is not read. Split it.")
      return nil
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let plain = Self.unixLines(body)
    guard let text = String(validating: plain, as: UTF8.self) else {
      var line = 1
      for piece in plain.split(separator: 0x0A, omittingEmptySubsequences: false) {
        if String(validating: piece, as: UTF8.self) == nil { break }
        line += 1
      }
      notes.fail(
        line, "This line is not UTF-8 text. Export the questions anew with the encoding UTF-8.")
      return nil
    }
    lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Substring.init)
    var isSound = true
    for (index, line) in lines.enumerated() {
      if line.utf8.count > SourceText.maximumLineBytes {
        notes.fail(
          index + 1,
          "The line has \(line.utf8.count) bytes; at most \(SourceText.maximumLineBytes) are read. "
            + "Break it in two.")
        isSound = false
      } else if let (kind, _) = ForbiddenScalar.first(in: String(line)) {
        notes.fail(
          index + 1,
          "The invisible character \(kind.name) stands here, which could drive a terminal or turn "
            + "text around. Delete it.")
        isSound = false
      }
    }
    guard isSound else { return nil }
    guard lines.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else {
      notes.fail(1, "The file is empty: there is no question in it.")
      return nil
    }
  }

  /// The bytes with a line feed for each line's end, whatever system they come from.
  private static func unixLines(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(0x0D) else { return Array(bytes) }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var wasReturn = false
    for byte in bytes {
      if byte == 0x0D {
        plain.append(0x0A)
      } else if byte != 0x0A || !wasReturn {
        plain.append(byte)
      }
      wasReturn = byte == 0x0D
    }
    return plain
  }
}

extension String {
  /// The text with one space for each run of white space within a line, none at a line's ends, and
  /// at most so many line feeds one after the other.
  func settled(lineFeeds: Int) -> String {
    var settled = ""
    var feeds = 0
    for line in utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let words = Substring(line).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !words.isEmpty {
        if !settled.isEmpty { settled += String(repeating: "\n", count: min(feeds, lineFeeds)) }
        settled += words
        feeds = 0
      }
      feeds += 1
    }
    return settled
  }
}
