// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds e-mail addresses, of any script (RFC 5321, RFC 6531).
struct EmailRule: LeakRule {
  /// The longest local part and the longest domain, in characters (RFC 5321, 4.5.3.1).
  private static let longestLocal = 64
  private static let longestDomain = 253

  /// Endings of file names such as `logo@2x.png`; none is a top-level domain.
  private static let fileEndings: Set<String> = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "pdf", "css", "js", "ts", "json", "html", "txt",
  ]

  func candidates(in text: inout LeakText) -> [LeakCandidate] {
    var found: [LeakCandidate] = []
    for at in text.units.indices where text.units[at] == "@" {
      guard let start = start(ofLocalBefore: at, in: &text),
        start >= found.last?.range.upperBound ?? 0,
        let end = end(ofDomainAt: at + 1, in: &text),
        !isAddressOfAProgram(start, at, end, in: &text)
      else { continue }
      let reason = "An e-mail address: it names a mailbox and its domain."
      found.append(LeakCandidate(range: start..<end, kind: .email, reason: reason))
    }
    return found
  }

  /// Whether a range is an address from end to end.
  static func isAddress(_ range: Range<Int>, in text: inout LeakText) -> Bool {
    text.steps(range.count)
    guard let at = text.units[range].firstIndex(of: "@") else { return false }
    let rule = EmailRule()
    return rule.start(ofLocalBefore: at, in: &text) == range.lowerBound
      && rule.end(ofDomainAt: at + 1, in: &text) == range.upperBound
  }

  private func start(ofLocalBefore at: Int, in text: inout LeakText) -> Int? {
    var start = at
    while at - start <= Self.longestLocal, Self.isLocal(text[start - 1], text[start - 2]) {
      start -= 1
    }
    // A quotation mark or a dot in front belongs to the sentence.
    while start < at, !text[start].isAlphanumeric, text[start] != "_" { start += 1 }
    guard start < at, at - start <= Self.longestLocal, text[at - 1] != "." else { return nil }
    return text[start - 1] == "@" ? nil : start
  }

  /// Letters, digits and the signs that mailboxes use; two dots in a row end a local part.
  private static func isLocal(_ unit: LeakUnit, _ before: LeakUnit) -> Bool {
    if unit.isAlphanumeric { return true }
    switch unit {
    case ".": return before != "."
    case "_", "-", "+", "%", "'", "&": return true
    default: return false
    }
  }

  /// The index after the domain: two labels or more, the last one of letters, or an address in
  /// brackets.
  private func end(ofDomainAt start: Int, in text: inout LeakText) -> Int? {
    if text[start] == "[" { return end(ofLiteralAt: start, in: &text) }
    var cursor = start
    var end: Int?
    var labels = 0
    while cursor - start <= Self.longestDomain {
      let label = cursor
      while text[cursor].isAlphanumeric || text[cursor] == "-" && cursor > label {
        cursor += 1
        if cursor - label > 63 { return nil }
      }
      var last = cursor
      while last > label, text[last - 1] == "-" { last -= 1 }
      if last == label { break }
      labels += 1
      // What is no top-level domain may still be a label: the address ends at the last one that is.
      if labels > 1 { end = topLevelEnd(label..<last, in: &text) ?? end }
      guard last == cursor, text[cursor] == "." else { break }
      cursor += 1
    }
    guard let end, text[end] != "@", text[end] != "_" else { return nil }
    return end
  }

  /// The end of a label that is a top-level domain, or of one with a dash and more behind it.
  private func topLevelEnd(_ label: Range<Int>, in text: inout LeakText) -> Int? {
    if isTopLevel(label, in: &text) { return label.upperBound }
    var dash = label.lowerBound
    while dash < label.upperBound, text[dash] != "-" { dash += 1 }
    return isTopLevel(label.lowerBound..<dash, in: &text) ? dash : nil
  }

  private func isTopLevel(_ label: Range<Int>, in text: inout LeakText) -> Bool {
    guard label.count >= 2 else { return false }
    let word = text.word(label)
    if word.hasPrefix("xn--") { return true }
    for index in label where !text[index].isLetter { return false }
    return !Self.fileEndings.contains(word)
  }

  private func end(ofLiteralAt bracket: Int, in text: inout LeakText) -> Int? {
    var cursor = bracket + 1
    while cursor - bracket < 48,
      text[cursor].isHexDigit || text[cursor] == ":" || text[cursor] == "."
    {
      cursor += 1
    }
    guard text[cursor] == "]" else { return nil }
    let address = bracket + 1..<cursor
    let isAddress =
      IPv4Rule.isAddress(address, in: &text) || IPv6Address.isAddress(address, in: &text)
    return isAddress ? cursor + 1 : nil
  }

  /// Whether it is the user of a web address (`//user@host.net`) or of a copy over SSH
  /// (`git@host.net:path`).
  private func isAddressOfAProgram(
    _ start: Int, _ at: Int, _ end: Int, in text: inout LeakText
  ) -> Bool {
    if text[start - 1] == "/", text[start - 2] == "/" { return true }
    let path = text[end + 1]
    if text[end] == ":", path.isAlphanumeric || path == "/" || path == "~" { return true }
    // `//user:password@host`: the rule for secrets looks at that.
    guard text[start - 1] == ":" else { return false }
    var cursor = start - 2
    while start - cursor < 40, text[cursor].isAlphanumeric { cursor -= 1 }
    return text[cursor] == "/" && text[cursor - 1] == "/"
  }
}
