// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds keys that their issuer's prefix and form give away, and JSON web tokens.
struct SecretPrefixRule: LeakRule {
  func candidates(in text: inout LeakText) -> [LeakCandidate] {
    var found: [LeakCandidate] = []
    var index = 0
    while index < text.count {
      let begins =
        text[index].isASCIILetter && !SecretShape.Alphabet.base64URL.contains(text[index - 1])
      guard begins, let match = key(at: index, in: &text) ?? webToken(at: index, in: &text) else {
        index += 1
        continue
      }
      found.append(LeakCandidate(range: index..<match.end, kind: .secret, reason: match.reason))
      index = match.end
    }
    return found
  }

  private func key(at start: Int, in text: inout LeakText) -> (end: Int, reason: String)? {
    guard let shapes = SecretShape.byFirst[text[start]] else { return nil }
    for shape in shapes {
      guard text.has(shape.prefix, at: start) else { continue }
      let body = start + shape.prefix.count
      var end = body
      while end - body <= shape.length.upperBound, shape.alphabet.contains(text[end]) { end += 1 }
      // Rows of one character stand for a key without being one.
      guard shape.length.contains(end - body), !text[end].isASCIIAlphanumeric,
        text.isVaried(body..<end, bits: 2)
      else { continue }
      while text[end - 1] == "." || text[end - 1] == "-" { end -= 1 }
      return (end, "It has the prefix and the form of \(shape.name).")
    }
    return nil
  }

  /// Three parts of base64url between dots; the first two are JSON objects, which begin with
  /// "eyJ" (RFC 7519).
  private func webToken(at start: Int, in text: inout LeakText) -> (end: Int, reason: String)? {
    var cursor = start
    for part in 0..<3 {
      if part < 2, !text.has(["e", "y", "J"], at: cursor) { return nil }
      let begun = cursor
      while SecretShape.Alphabet.base64URL.contains(text[cursor]) { cursor += 1 }
      guard cursor - begun >= 8 else { return nil }
      if part == 2 { break }
      guard text[cursor] == "." else { return nil }
      cursor += 1
    }
    return (cursor, "A JSON web token: three parts, the first two of them JSON.")
  }
}
