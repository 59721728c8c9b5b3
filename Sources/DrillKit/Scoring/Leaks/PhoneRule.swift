// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds telephone numbers: international ones (ITU-T E.164), North American ones, national ones
/// that begin with 0, and any number that the text calls a telephone's.
struct PhoneRule: LeakRule {
  func candidates(in text: inout LeakText) -> [LeakCandidate] {
    let runs = text.digitRuns
    var found: [LeakCandidate] = []
    var index = 0
    while index < runs.count {
      guard let groups = PhoneGroups(from: index, runs: runs, in: &text),
        groups.start >= found.last?.range.upperBound ?? 0,
        let match = match(groups, first: index, all: runs, in: &text)
      else {
        index += 1
        continue
      }
      let end = runs[index + match.count - 1].end
      found.append(
        LeakCandidate(range: groups.start..<end, kind: .phone, reason: match.reason))
      index += match.count
    }
    return found
  }

  private func match(
    _ groups: PhoneGroups, first: Int, all: [DigitRun], in text: inout LeakText
  ) -> (count: Int, reason: String)? {
    if !groups.hasPlus {
      if LeakDate.numericEnd(from: first, runs: all, in: &text) != nil { return nil }
      // A group in front of it makes it the rest of a longer number.
      if first > 0, all[first - 1].joint != .outside, all[first - 1].count >= 3,
        !groups.isBracketed
      {
        return nil
      }
      if followsCode(groups.start, in: &text) { return nil }
    }
    var context: PhoneContext?
    for count in stride(from: groups.runs.count, through: 1, by: -1) {
      let part = Array(groups.runs.prefix(count))
      guard text.closesWord(part[count - 1].end),
        count == 1 || part[count - 1].count >= 2
      else { continue }
      let number = PhoneNumber(
        digits: text.digits(of: part), groups: part.map(\.count),
        signs: Array(groups.signs.prefix(count - 1)),
        isBracketed: groups.isBracketed, followsByte: followsByte(groups.start, in: &text),
        goesOn: goesOn(part[count - 1], first + count, all))
      if groups.hasPlus {
        if number.isInternational {
          return (count, "A telephone number with the prefix of a country.")
        }
        continue
      }
      guard number.mayBeOne else { continue }
      let said = context ?? PhoneContext.mentions(text.words(before: groups.start))
      context = said
      if let reason = number.reason(in: said) { return (count, reason) }
    }
    return nil
  }

  /// Whether capitals and, before them, digits stand in front, as in "NL91 ABNA 0417 1643 00".
  private func followsCode(_ start: Int, in text: inout LeakText) -> Bool {
    var cursor = start - 1
    while start - cursor < 8, text[cursor].isUpper || text[cursor] == " " { cursor -= 1 }
    return start - cursor > 3 && text[cursor].isDigit
  }

  /// Whether a byte of a dump, "a0 ", stands in front.
  private func followsByte(_ start: Int, in text: inout LeakText) -> Bool {
    text[start - 1] == " " && text[start - 2].isHexDigit && text[start - 3].isHexDigit
      && !text[start - 4].isAlphanumeric
  }

  /// Whether a space and two digits or more follow a group.
  private func goesOn(_ last: DigitRun, _ next: Int, _ all: [DigitRun]) -> Bool {
    last.joint == " " && next < all.count && all[next].count >= 2
  }
}
