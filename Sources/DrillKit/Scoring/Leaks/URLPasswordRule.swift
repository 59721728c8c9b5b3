// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the password in a web address, `scheme://user:password@host` (RFC 3986, section 3.2.1).
struct URLPasswordRule: LeakRule {
  private static let longestUser = 64
  private static let longestPassword = 128

  func candidates(in text: inout LeakText) -> [LeakCandidate] {
    var found: [LeakCandidate] = []
    for index in text.units.indices where text.units[index] == ":" {
      guard text[index + 1] == "/", text[index + 2] == "/",
        let colon = end(from: index + 3, longest: Self.longestUser, in: &text),
        text[colon] == ":",
        let at = end(from: colon + 1, longest: Self.longestPassword, in: &text),
        text[at] == "@", at > colon + 1,
        !SecretValue.isPlaceholder(colon + 1..<at, in: &text)
      else { continue }
      let reason = "A password in a web address, between the user and the host."
      found.append(LeakCandidate(range: colon + 1..<at, kind: .secret, reason: reason))
    }
    return found
  }

  /// The index of the sign that ends a part of the address.
  private func end(from start: Int, longest: Int, in text: inout LeakText) -> Int? {
    var cursor = start
    while cursor - start <= longest {
      switch text[cursor] {
      case .outside, " ", "\n", "\"", "<", ">": return nil
      case ":", "/", "@": return cursor
      default: cursor += 1
      }
    }
    return nil
  }
}
