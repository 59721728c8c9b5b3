// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds payment card numbers: a network's prefix and length, and Luhn's check digit.
struct CardRule: LeakRule {
  /// The longest card number, in digits (ISO/IEC 7812-1).
  private static let longest = 19

  func candidates(in text: inout LeakText) -> [LeakCandidate] {
    let runs = text.digitRuns
    var found: [LeakCandidate] = []
    var index = 0
    while index < runs.count {
      if let match = match(from: index, runs: runs, in: &text) {
        found.append(match.candidate)
        index = match.next
      } else {
        index += 1
      }
    }
    return found
  }

  /// The longest card number that begins with a run of digits.
  private func match(
    from first: Int, runs: [DigitRun], in text: inout LeakText
  ) -> (candidate: LeakCandidate, next: Int)? {
    let start = runs[first].start
    var best: (candidate: LeakCandidate, next: Int)?
    var digits: [Int] = []
    var groups: [Int] = []
    var next = first
    while next < runs.count, digits.count + runs[next].count <= Self.longest {
      let run = runs[next]
      for position in run.start..<run.end { digits.append(text[position].digit) }
      groups.append(run.count)
      next += 1
      if digits.count >= 12, Self.isCardGrouping(groups), Self.passesLuhn(digits),
        let network = CardNetwork.network(of: digits), text.standsAlone(start..<run.end)
      {
        let reason =
          "A payment card number: \(digits.count) digits, the prefix of \(network), "
          + "and a check digit that is right."
        best = (LeakCandidate(range: start..<run.end, kind: .card, reason: reason), next)
      }
      if run.joint == .outside { break }
    }
    return best
  }

  /// Whether people write card numbers in such groups: whole, by fours, as American Express and
  /// Diners Club print them, or in equal parts.
  static func isCardGrouping(_ groups: [Int]) -> Bool {
    if groups.count == 1 || groups == [4, 6, 5] || groups == [4, 6, 4] { return true }
    let first = groups[0]
    let last = groups[groups.count - 1]
    if groups.dropLast().contains(where: { $0 != first }) { return false }
    return first == last || first == 4 && last < 4
  }

  /// Luhn's check (ISO/IEC 7812-1, annex B).
  static func passesLuhn(_ digits: [Int]) -> Bool {
    var sum = 0
    for (position, digit) in digits.reversed().enumerated() {
      let doubled = digit * 2
      sum += position % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }
}
