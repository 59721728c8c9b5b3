// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds IPv6 addresses (RFC 4291) with zone and prefix length.
struct IPv6Rule: LeakRule {
  /// The longest address in characters, with an IPv4 address at its end.
  private static let longest = 45

  func candidates(in text: inout LeakText) -> [LeakCandidate] {
    var found: [LeakCandidate] = []
    var index = 0
    while index < text.count {
      guard Self.belongs(text[index]) else {
        index += 1
        continue
      }
      let start = index
      var colons = 0
      while Self.belongs(text[index]) {
        if text[index] == ":" { colons += 1 }
        index += 1
      }
      guard colons >= 2, index - start <= Self.longest + 1 else { continue }
      let before = text[start - 1]
      guard !before.isAlphanumeric, before != "_", before != "-", before != "@",
        let end = addressEnd(start..<index, in: &text)
      else { continue }
      let full = prefixEnd(zoneEnd(end, in: &text), in: &text)
      let reason = "An IPv6 address: it names a computer or a network."
      found.append(LeakCandidate(range: start..<full, kind: .ipv6, reason: reason))
      index = max(index, full)
    }
    return found
  }

  private static func belongs(_ unit: LeakUnit) -> Bool {
    unit.isHexDigit || unit == ":" || unit == "."
  }

  /// The index after the address, without the dot or colon of the sentence.
  private func addressEnd(_ token: Range<Int>, in text: inout LeakText) -> Int? {
    for end in [token.upperBound, token.upperBound - 1] {
      if end < token.upperBound, text[end] != ".", text[end] != ":" { return nil }
      let address = token.lowerBound..<end
      let after = text[end]
      if !after.isAlphanumeric, after != "_", IPv6Address.isAddress(address, in: &text) {
        return IPv6Address.saysSomething(address, in: &text) ? end : nil
      }
    }
    return nil
  }

  private func zoneEnd(_ end: Int, in text: inout LeakText) -> Int {
    guard text[end] == "%", text[end + 1].isASCIIAlphanumeric else { return end }
    var cursor = end + 1
    while cursor - end <= 32, text[cursor].isASCIIAlphanumeric || isInnerSign(cursor, in: &text) {
      cursor += 1
    }
    return cursor
  }

  /// Whether a sign that zones may contain stands between letters or digits.
  private func isInnerSign(_ index: Int, in text: inout LeakText) -> Bool {
    let unit = text[index]
    guard unit == "." || unit == "_" || unit == "-" || unit == "~" else { return false }
    return text[index + 1].isASCIIAlphanumeric
  }

  private func prefixEnd(_ end: Int, in text: inout LeakText) -> Int {
    guard text[end] == "/" else { return end }
    var cursor = end + 1
    while cursor - end <= 3, text[cursor].isDigit { cursor += 1 }
    let width = cursor - end - 1
    guard width > 0, text.number(end + 1, width) <= 128, text.closesWord(cursor) else {
      return end
    }
    return cursor
  }
}
