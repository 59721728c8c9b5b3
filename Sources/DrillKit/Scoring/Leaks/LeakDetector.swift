// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds personal data and secrets in what an employee typed.
public struct LeakDetector: Sendable {
  private let alphabet: LeakAlphabet
  /// The strongest first: the earlier rule keeps what two rules find.
  private let rules: [any LeakRule]

  /// A detector that also knows the values that a scenario planted.
  public init(planted: [PlantedValue] = []) {
    let alphabet = LeakAlphabet(of: planted.map(\.text))
    self.alphabet = alphabet
    rules = [
      PlantedRule(planted, alphabet: alphabet),
      IBANRule(),
      CardRule(),
      SSNRule(),
      NHSNumberRule(),
      PrivateKeyRule(),
      SecretPrefixRule(),
      URLPasswordRule(),
      SecretContextRule(),
      EmailRule(),
      IPv6Rule(),
      IPv4Rule(),
      BirthDateRule(),
      PhoneRule(),
    ]
  }

  /// The leaks in a text, in order and without overlaps; offsets count Unicode scalars.
  ///
  /// Where two rules claim the same characters, the stronger one keeps them. What a planted value
  /// leaves of a longer leak (the rest of an address with a planted name in it) is still a leak.
  public func scan(_ text: String) -> [Leak] {
    scanCountingSteps(text).leaks
  }

  /// The leaks in a text, and how many looks at characters the search took.
  func scanCountingSteps(_ text: String) -> (leaks: [Leak], steps: Int) {
    var text = LeakText(text, alphabet: alphabet)
    var taken = TakenUnits(count: text.count)
    var leaks: [Leak] = []
    for rule in rules {
      for candidate in rule.candidates(in: &text) {
        for range in taken.free(candidate.range) {
          let range = range == candidate.range ? range : text.trimmed(range)
          if range.isEmpty { continue }
          leaks.append(
            Leak(
              range: text.scalars(range), kind: candidate.kind, reason: candidate.reason,
              label: candidate.label))
          taken.take(range, splits: candidate.kind == .planted)
        }
      }
    }
    leaks.sort { $0.range.lowerBound < $1.range.lowerBound }
    return (leaks, text.steps)
  }
}

/// Which units of a text belong to a leak already.
private struct TakenUnits {
  private enum Claim { case none, splitting, whole }

  private var claims: [Claim]

  init(count: Int) {
    claims = Array(repeating: .none, count: count)
  }

  /// The parts of a range that are free; nothing where a leak that does not split touches it.
  func free(_ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start: Int?
    for index in range {
      switch claims[index] {
      case .whole:
        return []
      case .splitting:
        if let begun = start { parts.append(begun..<index) }
        start = nil
      case .none:
        if start == nil { start = index }
      }
    }
    if let begun = start { parts.append(begun..<range.upperBound) }
    return parts
  }

  /// Claims a range; what is claimed already stays as it is.
  mutating func take(_ range: Range<Int>, splits: Bool) {
    for index in range where claims[index] == .none {
      claims[index] = splits ? .splitting : .whole
    }
  }
}
