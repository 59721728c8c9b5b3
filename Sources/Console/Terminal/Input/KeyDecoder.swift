// SPDX-License-Identifier: GPL-3.0-or-later

/// Cuts the bytes that a terminal sends into text, keys and pastes. Only whole ones leave it, so
/// that the editor behind never waits in the middle of one and no timer stands still.
struct KeyDecoder {
  /// What a terminal sent.
  enum Token: Hashable {
    /// Characters to be inserted: whole, valid UTF-8, none of them misleading.
    case text([UInt8])
    /// A control byte, or an escape sequence from its ESC to its last byte.
    case key([UInt8])
    /// A pasted text, as it came, and whether its end was cut off.
    case paste([UInt8], cut: Bool)
  }

  /// Escape sequences longer than this are noise.
  private static let longestSequence = 32
  private static let pasteStart = Array("\u{1B}[200~".utf8)
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  private var position = 0
  private var paste: [UInt8]?
  private var pasteIsCut = false

  /// Adds what was read.
  mutating func append(_ new: [UInt8]) {
    bytes.removeFirst(position)
    position = 0
    bytes += new
  }

  /// Forgets what has begun and not ended, such as a paste whose end never came.
  mutating func reset() {
    self = KeyDecoder()
  }

  /// The next whole token, or nil until more bytes come.
  mutating func next() -> Token? {
    while position < bytes.count {
      if paste != nil { return nextOfPaste() }
      let byte = bytes[position]
      if byte == 0x1B {
        guard let sequence = takeSequence() else { return nil }
        if sequence == Self.pasteStart {
          paste = []
          pasteIsCut = false
        } else if !sequence.isEmpty {
          return .key(sequence)
        }
      } else if byte < 0x20 || byte == 0x7F {
        position += 1
        return .key([byte])
      } else {
        let start = position
        let text = takeText()
        if !text.isEmpty { return .text(text) }
        // A character of which the rest has not come yet; otherwise bytes that are none.
        if position == start { return nil }
      }
    }
    return nil
  }

  // MARK: - Pastes

  private mutating func nextOfPaste() -> Token? {
    while position < bytes.count {
      let rest = bytes[position...]
      if rest.starts(with: Self.pasteEnd) {
        position += Self.pasteEnd.count
        defer { paste = nil }
        return .paste(paste ?? [], cut: pasteIsCut)
      }
      // The end mark may have come in part.
      if Self.pasteEnd.starts(with: rest) { return nil }
      if let count = paste?.count, count < InputLine.longest + 4 {
        paste?.append(bytes[position])
      } else {
        pasteIsCut = true
      }
      position += 1
    }
    return nil
  }

  // MARK: - Keys

  /// Takes an escape sequence: nil when its end has not come, empty when it was noise.
  private mutating func takeSequence() -> [UInt8]? {
    let rest = bytes[position...]
    guard rest.count > 1 else { return nil }
    let second = rest[rest.startIndex + 1]
    var length = 2
    switch second {
    case 0x1B:
      // Some terminals send ESC ESC [ A for Alt and an arrow: the first one is dropped.
      position += 1
      return []
    case UInt8(ascii: "["):
      // Parameters and intermediates, then one final byte (ECMA-48, 5.4).
      while length < rest.count, (0x20...0x3F).contains(rest[rest.startIndex + length]) {
        length += 1
      }
      if length > Self.longestSequence {
        position += length
        return []
      }
      guard length < rest.count else { return nil }
      guard (0x40...0x7E).contains(rest[rest.startIndex + length]) else {
        position += length
        return []
      }
      length += 1
    case UInt8(ascii: "O"):
      guard rest.count > 2 else { return nil }
      length = 3
    case 0x80...:
      // Alt and a letter beyond ASCII: the letter counts.
      position += 1
      return []
    default: break
    }
    position += length
    return Array(rest.prefix(length))
  }

  // MARK: - Text

  private mutating func takeText() -> [UInt8] {
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 0x20 || byte == 0x7F { break }
      let length = Self.length(ofCharacterFrom: byte)
      guard length > 0 else {
        position += 1
        continue
      }
      let character = Array(bytes[position...].prefix(length))
      let continuation = character.dropFirst()
      guard continuation.allSatisfy({ $0 & 0xC0 == 0x80 }) else {
        position += 1
        continue
      }
      if character.count < length { break }
      position += length
      guard let decoded = String(validating: character, as: UTF8.self),
        ForeignText.isHarmless(decoded)
      else { continue }
      text += character
    }
    return text
  }

  /// Bytes of the character that this byte begins, or 0 when it begins none.
  private static func length(ofCharacterFrom byte: UInt8) -> Int {
    switch byte {
    case 0x20..<0x7F: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }
}
