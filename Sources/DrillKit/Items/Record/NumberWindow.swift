// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers that a record may name: `340 ± 10 guests`, `± 5 %`, `10 to 20`, `214`.
struct NumberWindow: Hashable, Sendable {
  /// The least.
  let low: DecimalNumber
  /// The greatest.
  let high: DecimalNumber
  /// A number in it.
  let center: DecimalNumber
  /// The unit, which may be left out; empty where there is none.
  let unit: String

  /// A single number with or without a unit.
  init?(_ text: String) {
    guard let (number, unit) = Self.split(text) else { return nil }
    low = number
    high = number
    center = number
    self.unit = unit
  }

  /// A number and a tolerance in its unit, or in per cent of it.
  init?(_ text: String, tolerance: String) {
    guard let (number, unit) = Self.split(text), let (size, ownUnit) = Self.split(tolerance),
      size.mantissa >= 0
    else { return nil }
    var reach = size
    if ownUnit == "%" && unit != "%" {
      guard let share = DecimalNumber(mantissa: size.mantissa, scale: size.scale + 2),
        let part = number.size.multiplied(by: share)
      else { return nil }
      reach = part
    } else if !ownUnit.isEmpty, !unit.isEmpty, folded(ownUnit) != folded(unit) {
      return nil
    }
    guard let low = number.subtracting(reach), let high = number.adding(reach) else { return nil }
    self.low = low
    self.high = high
    center = number
    self.unit = unit.isEmpty && ownUnit != "%" ? ownUnit : unit
  }

  /// From one number to another that is not less; the unit may stand at either.
  init?(from first: String, to last: String) {
    guard let (low, lowUnit) = Self.split(first), let (high, highUnit) = Self.split(last),
      low <= high, lowUnit.isEmpty || highUnit.isEmpty || folded(lowUnit) == folded(highUnit)
    else { return nil }
    self.low = low
    self.high = high
    center = low
    unit = highUnit.isEmpty ? lowUnit : highUnit
  }

  /// Whether a typed number lies in it: with its unit or without one.
  func holds(_ typed: String) -> Bool {
    guard let (number, own) = Self.split(typed), own.isEmpty || folded(own) == folded(unit) else {
      return false
    }
    return low <= number && number <= high
  }

  /// A number and what stands after it, or before it.
  private static func split(_ text: String) -> (DecimalNumber, unit: String)? {
    // Words without a digit are no number: no part of them need be read as one.
    guard text.unicodeScalars.contains(where: LetterFolding.isDigit) else { return nil }
    let trimmed = text.trimmed()
    guard trimmed.count <= 64 else { return nil }
    for count in stride(from: trimmed.count, through: 1, by: -1) {
      let ends = [
        (trimmed.prefix(count), trimmed.dropFirst(count)),
        (trimmed.suffix(count), trimmed.dropLast(count)),
      ]
      for (digits, unit) in ends {
        guard let number = DecimalNumber(String(digits)) else { continue }
        // A figure within a word, as in “AL4471”, is no number with a unit.
        guard !(unit.contains { $0.isNumber || $0 == "-" }) else { return nil }
        return (number, unit.trimmed())
      }
    }
    return nil
  }
}
