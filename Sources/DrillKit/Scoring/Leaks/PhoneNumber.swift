// SPDX-License-Identifier: GPL-3.0-or-later

/// The digits of a possible telephone number, and how they are grouped.
struct PhoneNumber {
  /// All digits in order, without "+".
  let digits: [Int]
  /// How many digits each group has.
  let groups: [Int]
  /// The sign between each group and the next; "(" for brackets.
  let signs: [LeakUnit]
  /// Whether the first group stands in brackets.
  let isBracketed: Bool
  /// Whether two hexadecimal digits and a space stand in front.
  let followsByte: Bool
  /// Whether more groups follow behind a space.
  let goesOn: Bool

  /// The country codes of one and of two digits (ITU-T E.164, list of assigned codes); the codes
  /// of three digits begin with the other numbers.
  private static let shortCodes: Set<Int> = [
    1, 7, 20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54,
    55, 56, 57, 58, 60, 61, 62, 63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98,
  ]
  /// The first two digits of codes with three.
  private static let longCodeStarts: Set<Int> = [
    21, 22, 23, 24, 25, 26, 29, 35, 37, 38, 42, 50, 59, 67, 68, 69, 80, 85, 87, 88, 96, 97, 99,
  ]

  /// Whether the digits, with "+" in front, are a number with a country's code.
  var isInternational: Bool {
    // "+44 (0)20": the zero is dialled at home only.
    var digits = digits
    if let zero = groups.firstIndex(where: { $0 == 1 }), zero > 0, signs[zero - 1] == "(" {
      let position = groups[..<zero].reduce(0, +)
      if digits[position] == 0 { digits.remove(at: position) }
    }
    return Self.isInternational(digits[...])
  }

  private static func isInternational(_ digits: ArraySlice<Int>) -> Bool {
    let digits = Array(digits)
    guard 9...15 ~= digits.count, digits[0] != 0 else { return false }
    switch digits[0] * 10 + digits[1] {
    case 10...19: return digits.count == 11 && digits[1] >= 2
    case 70...79: return digits.count == 11
    case 44: return 11...12 ~= digits.count && digits[2] != 0
    case let code: return shortCodes.contains(code) || longCodeStarts.contains(code)
    }
  }

  /// Whether the count of digits is a telephone number's; spares reading the words around others.
  var mayBeOne: Bool { 7...PhoneGroups.mostDigits ~= digits.count }

  /// Why it is a telephone number where the words before say `context`; nil if it is none.
  func reason(in context: PhoneContext) -> String? {
    if context == .other { return nil }
    if isDialledAbroad(context) { return "A telephone number with the prefix of a country." }
    if isNorthAmerican(context) { return "A telephone number in the form of North America." }
    if isNational(context) { return "A telephone number with the 0 of a national call." }
    if context == .phone, isPlausible { return "A number that the text says to call." }
    return nil
  }

  /// "00" and a country's code; North America's code is too short to tell without a context.
  private func isDialledAbroad(_ context: PhoneContext) -> Bool {
    guard digits[0] == 0, digits[1] == 0, digits.count >= 12, !goesOn, groups[0] >= 2,
      !areAllPairs || context == .phone,
      Self.isInternational(digits.dropFirst(2))
    else { return false }
    return context == .phone || groups.count > 1 || digits[2] != 1 && digits[2] != 7
  }

  /// Three, three and four digits, with 1 in front or not (NANP: an area begins with 2 to 9, and
  /// its second digit is not 9).
  private func isNorthAmerican(_ context: PhoneContext) -> Bool {
    let withCode = groups.first == 1 && digits[0] == 1
    let local = withCode ? Array(groups.dropFirst()) : groups
    guard local == [3, 3, 4], !goesOn else { return false }
    let area = withCode ? 1 : 0
    guard digits[area] >= 2, digits[area + 1] != 9 else { return false }
    let last = signs[signs.count - 1]
    if signs[signs.count - 2] == "(" || isBracketed { return true }
    if last == "-" || last == "." { return signs[signs.count - 2] == last }
    return withCode || context == .phone || context == .number
  }

  /// A single 0 and an area, in groups or as ten or eleven digits in a row.
  private func isNational(_ context: PhoneContext) -> Bool {
    guard digits[0] == 0, digits[1] != 0, !goesOn else { return false }
    let shortest = context == .phone || isBracketed ? 8 : 10
    // Pairs are France's way; more of them, or "00" after bytes in letters, are a dump of memory.
    if areAllPairs, groups.count != 5 || followsByte { return false }
    if groups.count == 1 { return max(shortest, 10)...11 ~= digits.count }
    guard shortest...12 ~= digits.count, groups.allSatisfy({ $0 >= 2 }), groups.count <= 6 else {
      return false
    }
    // Dots mean a telephone in France, by pairs; elsewhere they are versions and amounts.
    if signs.contains(".") { return groups == [2, 2, 2, 2, 2] && !signs.contains { $0 != "." } }
    return !signs.dropFirst().contains("/")
  }

  private var areAllPairs: Bool { groups.allSatisfy { $0 == 2 } }

  /// Groups as people dial them; not a span of years, nor a round number by thousands.
  private var isPlausible: Bool {
    guard 7...15 ~= digits.count, !goesOn, groups.count <= 5, groups.allSatisfy({ $0 >= 2 }) else {
      return false
    }
    let areYears =
      groups == [4, 4] && (digits[0] == 1 && digits[1] == 9 || digits[0] == 2 && digits[1] == 0)
    return !areYears && digits.suffix(3) != [0, 0, 0]
  }
}
