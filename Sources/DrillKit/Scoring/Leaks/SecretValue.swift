// SPDX-License-Identifier: GPL-3.0-or-later

/// What stands behind a word such as "password", and whether it can be one.
struct SecretValue {
  /// How the text leads to a value.
  enum Lead {
    /// `password=…`
    case equals
    /// `password: …`
    case colon
    /// "the password is …"
    case said
    /// "the password for the server is …", "the password was set to …"
    case saidLater
    /// "password …"
    case bare
  }

  /// The longest value that is looked at.
  static let longest = 128

  /// Where it stands, without quotation marks.
  let range: Range<Int>
  /// Whether it stands in quotation marks.
  let isQuoted: Bool

  private var lower = 0
  private var upper = 0
  private var digits = 0
  private var signs = 0
  /// Signs that words, figures and code do not contain.
  private var strongSigns = 0
  private var brackets = 0

  /// The value that begins at an index, or nil where none does.
  ///
  /// Only a password keeps the exclamation mark at its end: it may belong to it.
  init?(at start: Int, for family: SecretKeyword.Family, in text: inout LeakText) {
    let quote = text[start]
    if quote == "\"" || quote == "'" || quote == "`" {
      var end = start + 1
      while end - start <= Self.longest, text[end] != quote, text[end] != "\n",
        text[end] != .outside
      {
        end += 1
      }
      guard text[end] == quote, end > start + 1 else { return nil }
      range = start + 1..<end
      isQuoted = true
    } else {
      var end = start
      while end - start <= Self.longest, !text[end].isWhitespace, text[end] != .outside { end += 1 }
      while end > start,
        Self.endsSentence(text[end - 1]) || family != .password && text[end - 1] == "!"
      {
        end -= 1
      }
      guard end > start else { return nil }
      if family == .code { end = Self.endOfTwoTriples(start..<end, in: &text) }
      range = start..<end
      isQuoted = false
    }
    for index in range {
      let unit = text[index]
      if unit.isDigit {
        digits += 1
      } else if unit.isUpper {
        upper += 1
      } else if unit.isLetter {
        lower += 1
      } else {
        signs += 1
        if Self.isStrong(unit) { strongSigns += 1 }
        if unit == "(" { brackets += 1 }
      }
    }
  }

  /// The end of a code read out as "834 112".
  private static func endOfTwoTriples(_ range: Range<Int>, in text: inout LeakText) -> Int {
    let end = range.upperBound
    guard range.count == 3, text[end] == " ", !text[end + 4].isAlphanumeric else { return end }
    for index in [range.lowerBound, range.lowerBound + 1, end - 1, end + 1, end + 2, end + 3]
    where !text[index].isDigit {
      return end
    }
    return end + 4
  }

  private static func isStrong(_ unit: LeakUnit) -> Bool {
    switch unit {
    case "!", "#", "$", "%", "&", "*", "+", "=", "?", "@", "^", "~", "|", ";", .otherSymbol,
      .currency:
      true
    default: false
    }
  }

  private static func endsSentence(_ unit: LeakUnit) -> Bool {
    switch unit {
    case ".", ",", ";", ":", ")", "]", ">", "'", "\"", "?", "`", "}": true
    default: false
    }
  }

  /// Whether it can be what a keyword announces.
  func counts(for family: SecretKeyword.Family, lead: Lead, in text: inout LeakText) -> Bool {
    if Self.isPlaceholder(range, in: &text) && !(family == .code && digits == range.count) {
      return false
    }
    // "PWD=/home/jane/notes" is a folder.
    if text[range.lowerBound] == "/", text.units[range].dropFirst().contains("/") { return false }
    // A call in a program, "getPassword()".
    if brackets > 0 && digits == 0 { return false }
    if isMeasure(in: &text) || EmailRule.isAddress(range, in: &text) { return false }
    switch family {
    case .code: return countsAsCode(lead) || lead != .bare && countsAsPassword(lead, in: &text)
    case .password: return countsAsPassword(lead, in: &text)
    case .token: return countsAsToken(lead, in: &text)
    }
  }

  private func countsAsCode(_ lead: Lead) -> Bool {
    digits + signs == range.count && strongSigns == 0 && signs <= 1 && 4...10 ~= digits
  }

  private func countsAsPassword(_ lead: Lead, in text: inout LeakText) -> Bool {
    let count = range.count
    let letters = lower + upper
    let isMixed = digits > 0 && (letters > 0 || strongSigns > 0) || strongSigns > 0 && letters > 0
    switch lead {
    case .equals, .colon:
      if isQuoted { return count >= 4 }
      if count >= 4, isMixed || digits == count { return true }
      if lead == .equals { return letters == count && count >= 6 }
      return letters == count && upper >= 2 && lower > upper && count >= 10
    case .saidLater:
      return digits > 0 && isMixed && count >= 5 || digits == count && count >= 6
    case .said:
      if isQuoted { return count >= 4 }
      return isMixed && count >= 5 || digits == count && count >= 6
    case .bare:
      return !isQuoted && count >= 6 && digits > 0 && lower > 0 && (upper > 0 || strongSigns > 0)
        && text.isVaried(range, bits: 2)
    }
  }

  private func countsAsToken(_ lead: Lead, in text: inout LeakText) -> Bool {
    let count = range.count
    if lower + upper == 0 { return false }
    if lead == .bare { return count >= 16 && digits > 0 && text.isVaried(range, bits: 3) }
    if digits > 0 || strongSigns > 0 && (lead == .equals || lead == .colon) {
      return count >= 8 && text.isVaried(range, bits: 2)
    }
    return lead == .equals && signs == 0 && count >= 16 && text.isVaried(range, bits: 3)
  }

  /// "12-character", "90-day", "2FA": a measure or a method, not a value.
  private func isMeasure(in text: inout LeakText) -> Bool {
    var cursor = range.lowerBound
    while cursor < range.upperBound, text[cursor].isDigit { cursor += 1 }
    guard 1...3 ~= cursor - range.lowerBound else { return false }
    if text[cursor] == "F", text[cursor + 1] == "A" { return true }
    guard text[cursor] == "-" else { return false }
    for index in cursor + 1..<max(cursor + 1, range.upperBound) where !text[index].isLower {
      return false
    }
    return true
  }

  /// Whether it stands for a value without being one: `<password>`, `${PASSWORD}`, `****`.
  static func isPlaceholder(_ range: Range<Int>, in text: inout LeakText) -> Bool {
    let first = text[range.lowerBound]
    if first == "<" || first == "{" || first == "[" { return true }
    if first == "$", text[range.lowerBound + 1] == "{" || text[range.lowerBound + 1] == "(" {
      return true
    }
    if first == "$" || first == "%" {
      var names = true
      for index in range.dropFirst() {
        let unit = text[index]
        names = names && (unit.isUpper || unit == "_" || unit == first)
      }
      if names { return true }
    }
    return range.count >= 3 && !text.isVaried(range, bits: 1)
      || words.contains(text.word(range))
  }

  /// Words that say something about a password instead of giving it.
  private static let words: Set<String> = [
    "required", "expired", "invalid", "incorrect", "missing", "unknown", "changed", "hidden",
    "redacted", "removed", "withheld", "confidential", "private", "password", "passwort",
    "undefined", "optional", "disabled", "enabled", "accepted", "rejected", "correct", "wrong",
    "pending", "protected", "forgotten", "changeme", "string", "default", "pass", "nothing",
    "example",
  ]
}
