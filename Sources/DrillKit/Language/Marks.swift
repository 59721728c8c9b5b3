// SPDX-License-Identifier: GPL-3.0-or-later

/// What stands in parentheses before an answer: `(50%; +10 min)`.
public struct Marks: Hashable, Sendable {
  /// The share that it earns, in per cent.
  public var share: Int?
  /// What it costs, in per cent.
  public var deduction: Int?
  /// Whether it is a critical failure.
  public var isCritical = false
  /// Of which class, where the mark names one.
  public var criticalClass: CriticalClass?
  /// Passed, and the supervisor sees it.
  public var coach = false
  /// Scenario time that passes, in minutes.
  public var minutes = 0
  /// What happens when the timer ends the item.
  public var isTimedOut = false
  /// What is said to any answer that no other line foresees.
  public var isOtherwise = false
  /// Marks that only the item's kind knows, as written.
  public var own: [String] = []
  /// Whether there were any.
  public var isEmpty: Bool { self == Marks() }

  /// No marks.
  public init() {}

  /// The class of the critical failure, if it is one.
  public func critical(in duty: Duty) -> CriticalClass? {
    isCritical ? criticalClass ?? duty.criticalClass : nil
  }

  /// The marks that nearly every kind takes.
  static let ofFailures =
    ["fail"] + CriticalClass.allCases.map { "fail: \($0.rawValue)" } + ["coach"]

  /// Takes one mark; whatever is not a common mark is kept for the kind.
  mutating func apply(_ text: String) throws(SettingProblem) {
    switch text.lowercased() {
    case "fail": isCritical = true
    case "coach": coach = true
    case "timed out": isTimedOut = true
    case "otherwise": isOtherwise = true
    default:
      if let percent = Marks.percent(text) {
        guard share == nil, deduction == nil else {
          throw SettingProblem(
            message: "An answer has one share. Delete “\(text)” or the other one.")
        }
        if percent < 0 || text.hasPrefix("-") { deduction = -percent } else { share = percent }
      } else if text.lowercased().hasPrefix("fail:") {
        let name = text.dropFirst(5).trimmed().lowercased()
        guard let value = CriticalClass(rawValue: name) else {
          throw SettingProblem(
            message: "“\(name)” is no class of critical failure; there are customer, business and "
              + "compliance.\(suggestion(for: name, in: CriticalClass.allCases.map(\.rawValue)))")
        }
        isCritical = true
        criticalClass = value
      } else if let passing = Marks.passingMinutes(text) {
        minutes = passing
      } else {
        own.append(text)
      }
    }
  }

  private static func percent(_ text: String) -> Int? {
    guard text.hasSuffix("%"), let value = Int(text.dropLast().trimmed()),
      (-100...100).contains(value)
    else { return nil }
    return value
  }

  private static func passingMinutes(_ text: String) -> Int? {
    guard text.hasPrefix("+"), text.hasSuffix("min"),
      let value = Int(text.dropFirst().dropLast(3).trimmed()), (0...10_080).contains(value)
    else { return nil }
    return value
  }

  /// Takes the leading parenthesis off a text; nil where it is not closed.
  ///
  /// The parenthesis is known to stand unescaped in the source.
  static func split(_ text: RichText) -> (marks: [String], rest: RichText)? {
    let source = text.source
    let closing: Int? = source.withBytes { bytes in
      var depth = 0
      for (offset, byte) in bytes.enumerated() {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        if depth == 0 { return offset }
      }
      return nil
    }
    guard let closing else { return nil }
    let inside = source[..<source.utf8.index(source.startIndex, offsetBy: closing)].dropFirst()
    return (inside.listed, text.dropping(inside.characterCount + 2))
  }
}
