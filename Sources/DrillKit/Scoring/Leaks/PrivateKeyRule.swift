// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds private keys in the textual encoding of RFC 7468, with the end line or cut off.
struct PrivateKeyRule: LeakRule {
  private static let dashes: [LeakUnit] = ["-", "-", "-", "-", "-"]
  private static let begin: [LeakUnit] = dashes + ["B", "E", "G", "I", "N", " "]
  private static let finish: [LeakUnit] = dashes + ["E", "N", "D", " "]

  func candidates(in text: inout LeakText) -> [LeakCandidate] {
    var found: [LeakCandidate] = []
    var index = 0
    while index < text.count {
      guard text[index] == "-", text.has(Self.begin, at: index),
        let header = labelEnd(index + Self.begin.count, in: &text)
      else {
        index += 1
        continue
      }
      let end = bodyEnd(header, in: &text)
      let reason = "A private key: its first line says so."
      found.append(LeakCandidate(range: index..<end, kind: .secret, reason: reason))
      index = end
    }
    return found
  }

  /// The index after the line's last dashes, where the label names a private key.
  private func labelEnd(_ start: Int, in text: inout LeakText) -> Int? {
    var end = start
    while end - start < 48, text[end].isUpper || text[end].isDigit || text[end] == " " { end += 1 }
    guard text.has(Self.dashes, at: end), text.word(start..<end).contains("private key") else {
      return nil
    }
    return end + Self.dashes.count
  }

  /// The index after the body: lines of base64, and the end line where there is one.
  private func bodyEnd(_ header: Int, in text: inout LeakText) -> Int {
    var end = header
    var cursor = header
    while cursor < text.count {
      while text[cursor].isWhitespace || isEscapedLine(cursor, in: &text) {
        cursor += text[cursor].isWhitespace ? 1 : 2
      }
      if text.has(Self.finish, at: cursor) { return lineEnd(cursor + 5, in: &text) }
      let line = cursor
      while Self.isBase64(text[cursor]) { cursor += 1 }
      // A short line may be the last one; otherwise it is prose.
      if cursor == line { break }
      if cursor - line < 16, !isLastLine(cursor, in: &text) { break }
      end = cursor
    }
    return end
  }

  private static func isBase64(_ unit: LeakUnit) -> Bool {
    unit.isASCIIAlphanumeric || unit == "+" || unit == "/" || unit == "="
  }

  private func isEscapedLine(_ index: Int, in text: inout LeakText) -> Bool {
    text[index] == "\\" && (text[index + 1] == "n" || text[index + 1] == "r")
  }

  private func isLastLine(_ end: Int, in text: inout LeakText) -> Bool {
    let next = isEscapedLine(end, in: &text) ? end + 2 : end + (text[end].isWhitespace ? 1 : 0)
    return text.has(Self.finish, at: next) || text.has(Self.finish, at: next + 1)
  }

  private func lineEnd(_ start: Int, in text: inout LeakText) -> Int {
    var cursor = start
    while cursor - start < 48, text[cursor].isUpper || text[cursor].isDigit || text[cursor] == " " {
      cursor += 1
    }
    return text.has(Self.dashes, at: cursor) ? cursor + Self.dashes.count : cursor
  }
}
