// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds passwords, codes and keys behind a word that announces them.
struct SecretContextRule: LeakRule {
  func candidates(in text: inout LeakText) -> [LeakCandidate] {
    var found: [LeakCandidate] = []
    var previous: String?
    var index = 0
    while index < text.count {
      guard text[index].isLetter else {
        // Only a space or a sign inside a name ties a word to the one before it.
        if !Self.tiesWords(text[index]) { previous = nil }
        index += 1
        continue
      }
      let start = index
      while text[index].isLetter { index += 1 }
      // No keyword has more letters; a longer run would only cost time.
      guard index - start <= 40 else {
        previous = nil
        continue
      }
      let word = text.word(start..<index)
      if let keyword = SecretKeyword(word, after: previous, end: index),
        let value = value(behind: keyword, in: &text)
      {
        found.append(
          LeakCandidate(range: value, kind: .secret, reason: Self.reason(keyword.family)))
        index = value.upperBound
      }
      previous = word
    }
    return found
  }

  private static func tiesWords(_ unit: LeakUnit) -> Bool {
    unit == " " || unit == "_" || unit == "-"
  }

  private static func reason(_ family: SecretKeyword.Family) -> String {
    switch family {
    case .password: "A password in plain text: the words before it say so."
    case .code: "A secret code in plain text: the words before it say so."
    case .token: "A key or token in plain text: the words before it say so."
    }
  }

  private func value(behind keyword: SecretKeyword, in text: inout LeakText) -> Range<Int>? {
    var cursor = keyword.end
    while cursor - keyword.end < 2, text[cursor].isDigit { cursor += 1 }
    if text[cursor] == "\"" || text[cursor] == "'" || text[cursor] == ")" { cursor += 1 }
    skipSpaces(&cursor, in: &text)
    if let lead = assignment(&cursor, in: &text) {
      return counting(at: cursor, keyword.family, lead, in: &text)
    }
    guard cursor > keyword.end, !keyword.needsSign else { return nil }
    if !text[cursor].isLetter || isCode(at: cursor, in: &text) {
      return counting(at: cursor, keyword.family, .bare, in: &text)
    }
    return saidValue(from: cursor, keyword.family, in: &text)
      ?? counting(at: cursor, keyword.family, .bare, in: &text)
  }

  /// Reads `:`, `=`, `:=`, `=>` and the spaces and line end behind them.
  private func assignment(_ cursor: inout Int, in text: inout LeakText) -> SecretValue.Lead? {
    var lead: SecretValue.Lead?
    let start = cursor
    while cursor - start < 3 {
      if text[cursor] == "=" {
        lead = .equals
      } else if text[cursor] == ":" {
        lead = lead ?? .colon
      } else if text[cursor] != ">" || lead == nil {
        break
      }
      cursor += 1
    }
    guard lead != nil else { return nil }
    skipSpaces(&cursor, in: &text)
    if text[cursor] == "\n" { cursor += 1 }
    return lead
  }

  /// Follows "is …", "for the server is …", "to …" within six words.
  private func saidValue(
    from start: Int, _ family: SecretKeyword.Family, in text: inout LeakText
  ) -> Range<Int>? {
    var cursor = start
    for position in 0..<6 {
      guard let word = plainWord(&cursor, in: &text) else { return nil }
      if position == 0, SecretKeyword.otherSubjects.contains(word) { return nil }
      // "Pin the version to 1.2.3" is no code.
      if family != .password, position > 0 && word != "is" || family == .code && word == "to" {
        if SecretKeyword.links.contains(word) { return nil }
      }
      guard SecretKeyword.links.contains(word) else { continue }
      var next = cursor
      while let filler = plainWord(&next, in: &text), SecretKeyword.fillers.contains(filler) {
        cursor = next
      }
      if let lead = assignment(&cursor, in: &text) {
        return counting(at: cursor, family, lead, in: &text)
      }
      let lead = position == 0 && word != "to" ? SecretValue.Lead.said : .saidLater
      return counting(at: cursor, family, lead, in: &text)
    }
    return nil
  }

  /// The word at an index, in lower case, where only spaces or a colon follow it.
  private func plainWord(_ cursor: inout Int, in text: inout LeakText) -> String? {
    var end = cursor
    while end - cursor <= 20, text[end].isLetter { end += 1 }
    guard end > cursor, text[end] == " " || text[end] == ":" else { return nil }
    let word = text.word(cursor..<end)
    cursor = end
    skipSpaces(&cursor, in: &text)
    return word
  }

  private func counting(
    at start: Int, _ family: SecretKeyword.Family, _ lead: SecretValue.Lead,
    in text: inout LeakText
  ) -> Range<Int>? {
    guard let value = SecretValue(at: start, for: family, in: &text),
      value.counts(for: family, lead: lead, in: &text)
    else { return nil }
    return value.range
  }

  /// Whether the characters up to the next space contain a digit or a sign.
  private func isCode(at start: Int, in text: inout LeakText) -> Bool {
    var cursor = start
    while cursor - start < 24, text[cursor].isLetter { cursor += 1 }
    return !text[cursor].isWhitespace && text[cursor] != ":" && text[cursor] != "."
      && text[cursor] != ","
  }

  private func skipSpaces(_ cursor: inout Int, in text: inout LeakText) {
    let start = cursor
    while cursor - start < 4, text[cursor] == " " { cursor += 1 }
  }
}
