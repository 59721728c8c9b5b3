// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds numbers of the United Kingdom's National Health Service: ten digits with a check digit
/// modulo 11 (NHS Data Dictionary, "NHS NUMBER").
///
/// Written 3-3-4 with spaces, as the service prints it, a number of the ranges in use counts by
/// itself, unless the text calls it a telephone number. Other forms need a word such as "NHS".
struct NHSNumberRule: LeakRule {
  private static let words: Set<String> = ["nhs", "patient", "patients", "chi"]

  func candidates(in text: inout LeakText) -> [LeakCandidate] {
    let runs = text.digitRuns
    var found: [LeakCandidate] = []
    var index = 0
    while index < runs.count {
      if runs[index].count == 10, counts([runs[index]], in: &text) {
        found.append(candidate(runs[index].start..<runs[index].end))
      } else if index + 2 < runs.count {
        let groups = Array(runs[index...index + 2])
        if groups.map(\.count) == [3, 3, 4], groups[0].joint != .outside,
          groups[0].joint == groups[1].joint, counts(groups, in: &text)
        {
          found.append(candidate(groups[0].start..<groups[2].end))
          index += 2
        }
      }
      index += 1
    }
    return found
  }

  private func candidate(_ range: Range<Int>) -> LeakCandidate {
    LeakCandidate(
      range: range, kind: .nhsNumber,
      reason: "An NHS number: ten digits, and the check digit is right.")
  }

  private func counts(_ groups: [DigitRun], in text: inout LeakText) -> Bool {
    let range = groups[0].start..<groups[groups.count - 1].end
    guard Self.passesCheck(text.digits(of: groups)), text.standsAlone(range) else { return false }
    let words = text.words(before: range.lowerBound)
    if words.contains(where: Self.words.contains) { return true }
    guard groups.count == 3, groups[0].joint == " ", groups[2].joint != " " else { return false }
    // 4, 6 and 7 are England's and Wales's, 32 to 39 Northern Ireland's, 9 is for examples.
    let first = text[range.lowerBound].digit
    guard [3, 4, 6, 7, 9].contains(first) else { return false }
    return PhoneContext.mentions(words) != .phone
  }

  /// The digits times 10 to 2, and 11 minus the sum's remainder is the last one.
  static func passesCheck(_ digits: [Int]) -> Bool {
    guard digits.count == 10, Set(digits).count > 1 else { return false }
    var sum = 0
    for position in 0..<9 { sum += digits[position] * (10 - position) }
    return (11 - sum % 11) % 11 == digits[9]
  }
}
