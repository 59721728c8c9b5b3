// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads the text form of IPv6 addresses (RFC 4291, section 2.2).
enum IPv6Address {
  /// Whether a range is eight groups, or fewer around one "::"; an IPv4 address may take the place
  /// of the last two.
  static func isAddress(_ range: Range<Int>, in text: inout LeakText) -> Bool {
    guard range.count >= 2 else { return false }
    var groups = 0
    var gaps = 0
    var cursor = range.lowerBound
    if text[cursor] == ":", text[cursor + 1] != ":" { return false }
    while cursor < range.upperBound {
      if text[cursor] == ":" {
        if cursor + 1 < range.upperBound, text[cursor + 1] == ":" {
          gaps += 1
          cursor += 2
          if cursor < range.upperBound, text[cursor] == ":" { return false }
        } else {
          cursor += 1
          if cursor == range.upperBound { return false }
        }
        continue
      }
      let start = cursor
      while cursor < range.upperBound, text[cursor].isHexDigit { cursor += 1 }
      if cursor < range.upperBound, text[cursor] == "." {
        guard IPv4Rule.isAddress(start..<range.upperBound, in: &text) else { return false }
        groups += 2
        break
      }
      guard 1...4 ~= cursor - start else { return false }
      groups += 1
    }
    return gaps == 0 ? groups == 8 : gaps == 1 && groups <= 7
  }

  /// Whether an address tells anything: "::", a single group and loopback do
  /// not, nor does a mask; words such as
  /// "dead::beef" have no digit, and eight pairs are a hardware address (EUI-64).
  static func saysSomething(_ range: Range<Int>, in text: inout LeakText) -> Bool {
    var digits = 0
    var groups: [Int] = []
    var length = 0
    var isLoopback = true
    var isMask = true
    for index in range {
      let unit = text[index]
      if unit == ":" {
        if length > 0 { groups.append(length) }
        length = 0
        continue
      }
      length += 1
      if unit.isDigit { digits += 1 }
      if unit != "0", unit.lowercased != "f" { isMask = false }
      if unit != "0", index < range.upperBound - 1 || unit != "1" { isLoopback = false }
    }
    if length > 0 { groups.append(length) }
    if isLoopback || isMask || groups.count < 2 || groups.count < 3 && digits == 0 { return false }
    return !(groups.count == 8 && groups.allSatisfy { $0 == 2 })
  }
}
