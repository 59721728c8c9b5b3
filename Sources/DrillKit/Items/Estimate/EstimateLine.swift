// SPDX-License-Identifier: GPL-3.0-or-later

/// What stands after `Answer:` of an estimate: `14 ± 1`, `22 -0 +2 people`, `lines ± 1`,
/// `left of "GDPR authority" ± 0.5 h`.
struct EstimateLine: Hashable, Sendable {
  /// What is estimated.
  enum Subject: Hashable, Sendable {
    /// The author's number.
    case number(DecimalNumber)
    /// The fewest lines that reach the Hotline table's service level.
    case lines
    /// The people to roster for those lines.
    case rostered
    /// The time left until a regime's deadline, in units of so many minutes.
    case left(regime: String, minutesPerUnit: Int)
  }

  /// What is estimated.
  let subject: Subject
  /// How far off counts in full.
  let tolerance: Estimate.Tolerance
  /// The unit that the employee reads; empty for a bare number.
  let unit: String

  /// What can stand there, for messages.
  static let forms =
    "“Answer: 14 ± 1”, “Answer: 22 -0 +2 people”, “Answer: 80 ± 5 %”, “Answer: lines ± 1”, "
    + "“Answer: rostered -0 +2” or “Answer: left of \"GDPR authority\" ± 0.5 h”"

  /// Reads the line; throws a sentence where it can't be read.
  init(parsing text: String) throws(SettingProblem) {
    var scanner = Scanner(text)
    let regime = try scanner.takeRegime()
    var subject: Subject?
    if regime == nil {
      if scanner.take("lines") {
        subject = .lines
      } else if scanner.take("rostered") {
        subject = .rostered
      } else if let number = scanner.takeNumber(signed: true) {
        subject = .number(number)
      } else {
        throw SettingProblem(
          message: "“\(text.shortened)” begins with no number. Write \(Self.forms).")
      }
    }
    var unit = scanner.takeWords()
    tolerance = try scanner.takeTolerance()
    let after = scanner.takeWords()
    guard scanner.isAtEnd, unit.isEmpty || after.isEmpty || unit == after else {
      throw SettingProblem(
        message: "“\(text.shortened)” has more in it than an answer, a tolerance and a unit. Write "
          + "\(Self.forms).")
    }
    if unit.isEmpty { unit = after }
    guard unit.count <= 24, unit.allSatisfy({ !$0.isNumber }) else {
      throw SettingProblem(message: "“\(unit.shortened)” is no unit: use a word or two.")
    }
    if let regime {
      self.unit = unit.isEmpty ? "h" : unit
      guard let minutes = Self.minutes(of: self.unit) else {
        throw SettingProblem(
          message: "Time is left in h, min or days, not in “\(unit)”. Write “± 0.5 h”.")
      }
      self.subject = .left(regime: regime, minutesPerUnit: minutes)
      return
    }
    self.unit = unit
    self.subject = subject ?? .lines
  }

  private static func minutes(of unit: String) -> Int? {
    switch Within("1 \(unit)") {
    case .period(_, .minute): 1
    case .period(_, .hour): 60
    case .period(_, .day): ScenarioTime.minutesPerDay
    default: nil
    }
  }
}

/// Takes words, numbers and signs off the front of an answer line.
private struct Scanner {
  private var rest: Substring

  init(_ text: String) {
    // One way to write a sign, and room around it: “14±1” and “+/- 1” are read as well.
    rest =
      text.split(separator: "+/-", omittingEmptySubsequences: false).joined(separator: "±")
      .map { "±%".contains($0) ? " \($0) " : $0 == "−" ? "-" : String($0) }.joined()[...]
    skipSpace()
  }

  var isAtEnd: Bool { rest.isEmpty }

  private mutating func skipSpace() { rest = rest.drop(while: \.isWhitespace) }

  /// Takes a word in any case, if it stands here.
  mutating func take(_ word: String) -> Bool {
    let found = rest.prefix { !$0.isWhitespace }
    guard found.lowercased() == word else { return false }
    rest = rest.dropFirst(found.count)
    skipSpace()
    return true
  }

  /// `left of "GDPR authority"`
  mutating func takeRegime() throws(SettingProblem) -> String? {
    guard take("left") else { return nil }
    let isOpen = take("of")
    let quotes: [Character: Character] = ["\"": "\"", "“": "”"]
    guard isOpen, let first = rest.first, let last = quotes[first],
      let end = rest.dropFirst().firstIndex(of: last)
    else {
      throw SettingProblem(
        message: "Write the clock's name in quotes: “left of \"GDPR authority\" ± 0.5 h”.")
    }
    let name = rest[rest.index(after: rest.startIndex)..<end].trimmed()
    rest = rest[rest.index(after: end)...]
    skipSpace()
    return name
  }

  /// A number, with its groups of thousands; with a sign only where one may stand.
  mutating func takeNumber(signed: Bool) -> DecimalNumber? {
    let words = rest.split(whereSeparator: \.isWhitespace)
    let isSigned = rest.first == "-" || rest.first == "+"
    guard signed || !isSigned else { return nil }
    for count in stride(from: min(words.count, 5), through: 1, by: -1) {
      let text = words.prefix(count).joined(separator: " ")
      guard let number = DecimalNumber(text), let last = words.prefix(count).last else { continue }
      rest = rest[last.endIndex...]
      skipSpace()
      return number
    }
    return nil
  }

  /// Words up to a sign or the end.
  mutating func takeWords() -> String {
    var words: [Substring] = []
    while let first = rest.first, first != "±", first != "-", first != "+" {
      let word = rest.prefix { !$0.isWhitespace }
      words.append(word)
      rest = rest.dropFirst(word.count)
      skipSpace()
    }
    return words.joined(separator: " ")
  }

  /// `± 1`, `± 5 %`, `-0 +2`; exactly the answer where nothing stands.
  mutating func takeTolerance() throws(SettingProblem) -> Estimate.Tolerance {
    if take("±") {
      guard let size = takeNumber(signed: false) else { throw Self.noTolerance }
      guard take("%") else { return .range(below: size, above: size) }
      guard size <= DecimalNumber(1000) else { throw Self.noTolerance }
      return .percent(size)
    }
    var sides: [Character: DecimalNumber] = [:]
    while let sign = rest.first, sign == "-" || sign == "+" {
      rest = rest.dropFirst()
      skipSpace()
      guard sides[sign] == nil, let size = takeNumber(signed: false) else {
        throw Self.noTolerance
      }
      sides[sign] = size
    }
    return .range(below: sides["-"] ?? .zero, above: sides["+"] ?? .zero)
  }

  private static let noTolerance = SettingProblem(
    message: "The tolerance can't be read. Write “± 1”, “± 5 %” or “-0 +2”, with numbers that are "
      + "not negative.")
}
