// SPDX-License-Identifier: GPL-3.0-or-later

/// How the cells of answer columns are read; one place for the check and for the lookup.
extension ColumnSchema.Form {
  /// Whether a filled cell can be read.
  func accepts(_ text: String) -> Bool {
    switch self {
    case .pattern: CellPattern(text) != nil
    case .words:
      text.split(separator: ";", omittingEmptySubsequences: false).allSatisfy {
        !$0.trimmed().isEmpty
      }
    case .owners: CellForm.owners(text) != nil
    case .text: true
    case .within: Within(text) != nil
    case .time: WrittenMoment.minuteOfDay(text) != nil
    case .days: Weekday.set(parsing: text) != nil
    case .date: CalendarDate(text) != nil
    case .money: RemedyLimit(text) != nil
    case .percent: CellForm.percent(text) != nil
    case .seconds: CellForm.seconds(text) != nil
    case .count: Int(text).map { $0 > 0 } ?? false
    }
  }

  /// What a cell may hold, as the end of a sentence.
  var forms: String {
    switch self {
    case .pattern: "words with “;” between them, “>= 1000”, “<= 5”, “10 to 99”, or nothing for any"
    case .words: "words with “;” between them"
    case .owners: "an owner, “+” between owners who must all be told, “;” between alternatives"
    case .text: "text"
    case .within: Within.forms
    case .time: "a time of day, such as “08:00” or “18:30”"
    case .days: "days, such as “Monday to Friday”, “Saturday; Sunday” or “daily”"
    case .date: "a date that exists, such as “2027-03-31”"
    case .money: "an amount with its currency, such as “25 EUR”, or “no limit”"
    case .percent: "a percentage from 0 to 100, such as “80 %”"
    case .seconds: "seconds or minutes, such as “20 s” or “4 min”"
    case .count: "a whole number from 1 on"
    }
  }
}

/// Cells that are neither words nor one of the values that have a type of their own.
enum CellForm {
  /// `security + privacy; DPO`: alternatives, each of owners who must all be told.
  static func owners(_ text: String) -> [[String]]? {
    var alternatives: [[String]] = []
    for part in text.pieces(at: UInt8(ascii: ";")) {
      let names = part.pieces(at: UInt8(ascii: "+")).map { $0.trimmed() }
      guard !names.contains("") else { return nil }
      alternatives.append(names)
    }
    return alternatives
  }

  /// `80 %`, `82.5%`, in basis points from 0 to 10,000.
  static func percent(_ text: String) -> Int? {
    var digits = text.trimmed()
    if digits.hasSuffix("%") { digits.removeLast() }
    guard let number = Quantity(digits)?.thousandths, (0...100_000).contains(number),
      number % 10 == 0
    else { return nil }
    return number / 10
  }

  /// `20 s`, `4 min`, `4 min 30 s`, in seconds, more than 0 and at most a day.
  static func seconds(_ text: String) -> Int? {
    var total = 0
    var rest = text.lowercased()[...].drop(while: \.isWhitespace)
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count).drop(while: \.isWhitespace)
      let unit = rest.prefix(while: \.isLetter)
      rest = rest.dropFirst(unit.count).drop(while: \.isWhitespace)
      guard let number = Int(digits), number <= 86_400, let factor = factor(of: unit) else {
        return nil
      }
      total += number * factor
    }
    return (1...86_400).contains(total) ? total : nil
  }

  private static func factor(of unit: Substring) -> Int? {
    switch unit {
    case "s", "sec", "second", "seconds": 1
    case "min", "mins", "minute", "minutes": 60
    case "h", "hour", "hours": 3600
    default: nil
    }
  }
}
