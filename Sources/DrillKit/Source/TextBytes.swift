// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc  // memchr and memcmp, which look at many bytes at once

// Nearly all that authors write is ASCII, whose characters are its bytes: looking at bytes answers
// most questions about a text without walking it character by character.

extension UInt8 {
  /// Whether it is white space in ASCII.
  var isBlank: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
}

extension StringProtocol {
  /// Calls a function with the text's bytes.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    return ContiguousArray(utf8).withUnsafeBufferPointer(body)
  }

  /// Whether a byte stands in the text.
  func hasByte(_ wanted: UInt8) -> Bool {
    withBytes { $0.firstOffset(of: wanted) != nil }
  }

  /// Whether all characters are ASCII.
  var isASCII: Bool {
    withBytes { bytes in
      var union: UInt8 = 0
      for byte in bytes { union |= byte }
      return union < 0x80
    }
  }

  /// Whether the bytes of a fragment stand in the text.
  func hasBytes(of fragment: some StringProtocol) -> Bool { byteOffset(of: fragment) != nil }

  /// Where a sign of ASCII stands first as a character of its own.
  func firstIndex(ofSign sign: UInt8) -> Index? {
    let offset: Int? = withBytes { bytes in
      guard let offset = bytes.firstOffset(of: sign) else { return nil }
      // Beside a byte that is not ASCII the sign may be a part of a character: “#” with a mark.
      let isAlone =
        (offset == 0 || bytes[offset - 1] < 0x80)
        && (offset + 1 == bytes.count || bytes[offset + 1] < 0x80)
      return isAlone ? offset : -1
    }
    guard let offset else { return nil }
    if offset < 0 { return firstIndex(of: Character(Unicode.Scalar(sign))) }
    return utf8.index(startIndex, offsetBy: offset)
  }

  /// Whether each byte is a character: all are ASCII, and no two of them a line's end.
  var isSimple: Bool { isASCII && !hasByte(0x0D) }

  /// The text without so many characters at its start.
  func droppingCharacters(_ count: Int) -> String {
    guard count > 0 else { return String(self) }
    guard isSimple else { return String(dropFirst(count)) }
    let start = utf8.index(startIndex, offsetBy: count, limitedBy: endIndex) ?? endIndex
    return String(self[start...])
  }

  /// How many characters it has.
  var characterCount: Int { isSimple ? utf8.count : count }

  /// The text without white space at its start.
  func trimmedAtStart() -> String {
    // An ASCII byte that another follows is a character.
    let start: Int? = withBytes { bytes in
      let start = bytes.firstIndex { !$0.isBlank } ?? bytes.count
      return start == bytes.count || bytes[start] < 0x80 ? start : nil
    }
    guard let start else { return String(drop(while: \.isWhitespace)) }
    return start == 0 ? String(self) : String(self[utf8.index(startIndex, offsetBy: start)...])
  }

  /// The offset in Unicode scalars at which a fragment begins for the first time.
  func firstOffset(of fragment: String) -> Int? {
    guard let start = byteOffset(of: fragment) else { return nil }
    // Bytes that continue a scalar begin with the bits 10.
    return withBytes { bytes in bytes[..<start].count { $0 & 0xC0 != 0x80 } }
  }

  /// Where the bytes of a fragment begin for the first time; nil for none, and for no bytes.
  private func byteOffset(of fragment: some StringProtocol) -> Int? {
    withBytes { own in fragment.withBytes { own.firstOffset(of: $0) } }
  }

  /// The text without white space at its ends.
  public func trimmed() -> String {
    // Where ASCII stands at both ends, bytes tell: a text of many kilobytes is trimmed often.
    let ends: Range<Int>? = withBytes { bytes in
      var start = 0
      var end = bytes.count
      while start < end, bytes[start].isBlank { start += 1 }
      while end > start, bytes[end - 1].isBlank { end -= 1 }
      guard start < end else { return start..<start }
      return bytes[start] < 0x80 && bytes[end - 1] < 0x80 ? start..<end : nil
    }
    if let ends {
      if ends.count == utf8.count { return String(self) }
      let start = utf8.index(startIndex, offsetBy: ends.lowerBound)
      return String(self[start..<utf8.index(start, offsetBy: ends.count)])
    }
    let isBlank: (Character) -> Bool = { $0.isWhitespace }
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }

  /// The text without such characters at its end.
  func trimmingEnd(where isDropped: (Character) -> Bool) -> Substring {
    var text = Substring(self)
    while let last = text.last, isDropped(last) { text.removeLast() }
    return text
  }

  /// The text without such characters at its ends.
  func trimming(where isDropped: (Character) -> Bool) -> Substring {
    Substring(drop(while: isDropped)).trimmingEnd(where: isDropped)
  }

  /// Whether nothing but white space stands in the text.
  var isBlank: Bool {
    let isBlank: Bool? = withBytes { bytes in
      for byte in bytes where !byte.isBlank { return byte < 0x80 ? false : nil }
      return true
    }
    return isBlank ?? allSatisfy(\.isWhitespace)
  }

  /// The parts between line feeds, empty ones too.
  var lines: [SubSequence] { pieces(at: 0x0A) }

  /// The parts between semicolons without white space at their ends, empty ones too.
  var listed: [String] { pieces(at: UInt8(ascii: ";")).map { $0.trimmed() } }

  /// Whether the text ends in the bytes of another.
  func ends(in ending: StaticString) -> Bool {
    withBytes { bytes in
      let count = ending.utf8CodeUnitCount
      guard bytes.count >= count else { return false }
      for offset in 0..<count where bytes[bytes.count - count + offset] != ending.utf8Start[offset]
      {
        return false
      }
      return true
    }
  }

  /// The words between white space, and between bytes of ASCII that separate them as well.
  func words(separatedBy separator: UInt8 = 0x20) -> [SubSequence] {
    guard isASCII else {
      let also = Character(Unicode.Scalar(separator))
      return split { $0.isWhitespace || $0 == also }
    }
    return parts(omittingEmpty: true) { $0.isBlank || $0 == separator }
  }

  /// The parts between bytes of one kind, empty ones too.
  func pieces(at separator: UInt8) -> [SubSequence] {
    parts(omittingEmpty: false) { $0 == separator }
  }

  /// The parts between bytes of ASCII.
  private func parts(omittingEmpty: Bool, _ separates: (UInt8) -> Bool) -> [SubSequence] {
    withBytes { bytes in
      var parts: [SubSequence] = []
      var (start, index) = (0, startIndex)
      func take(through end: Int) {
        let next = utf8.index(index, offsetBy: end - start)
        if end > start || !omittingEmpty { parts.append(self[index..<next]) }
        guard end < bytes.count else { return }
        (start, index) = (end + 1, utf8.index(after: next))
      }
      for (offset, byte) in bytes.enumerated() where separates(byte) { take(through: offset) }
      take(through: bytes.count)
      return parts
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is white space.
  var isSpace: Bool {
    isASCII ? UInt8(truncatingIfNeeded: value).isBlank : properties.isWhitespace
  }
}

extension String {
  /// Text of scalars.
  init(scalars: some Collection<Unicode.Scalar>) {
    guard scalars.allSatisfy(\.isASCII) else {
      var view = UnicodeScalarView()
      view.append(contentsOf: scalars)
      self.init(view)
      return
    }
    self.init(unsafeUninitializedCapacity: scalars.count) { buffer in
      var count = 0
      for scalar in scalars {
        buffer[count] = UInt8(truncatingIfNeeded: scalar.value)
        count += 1
      }
      return count
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a byte stands for the first time, from an offset on.
  func firstOffset(of wanted: UInt8, from start: Int = 0) -> Int? {
    guard let base = baseAddress, start < count,
      let found = memchr(base + start, Int32(wanted), count - start)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: found)
  }

  /// Where other bytes begin for the first time; nil for none, and for no bytes.
  func firstOffset(of wanted: Self) -> Int? {
    guard let base = baseAddress, let sought = wanted.baseAddress, let first = wanted.first else {
      return nil
    }
    var start = 0
    while start + wanted.count <= count, let found = firstOffset(of: first, from: start),
      found + wanted.count <= count
    {
      if memcmp(base + found, sought, wanted.count) == 0 { return found }
      start = found + 1
    }
    return nil
  }
}

/// Whether a byte is one of 0 to 9.
func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// A text as tables compare it: without white space, in lower case.
func folded(_ text: some StringProtocol) -> String {
  guard text.isASCII else { return String(text.lowercased().filter { !$0.isWhitespace }) }
  return text.withBytes { bytes in
    String(unsafeUninitializedCapacity: bytes.count) { buffer in
      var count = 0
      for byte in bytes where !byte.isBlank {
        buffer[count] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        count += 1
      }
      return count
    }
  }
}
