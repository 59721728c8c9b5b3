// SPDX-License-Identifier: GPL-3.0-or-later

/// The groups of digits that may make up one telephone number.
struct PhoneGroups {
  /// The longest number with its country (ITU-T E.164) and the prefix "00" in front of it.
  static let mostDigits = 17

  /// The index of the first unit, "+" or "(" included.
  let start: Int
  /// Whether "+" stands in front.
  let hasPlus: Bool
  /// Whether the first group stands in brackets of its own.
  let isBracketed: Bool
  /// The groups in order.
  let runs: ArraySlice<DigitRun>
  /// The sign between each group and the next; "(" where brackets do it.
  let signs: [LeakUnit]

  /// The groups that follow each other from a run on, or nil where no number may begin.
  init?(from index: Int, runs all: [DigitRun], in text: inout LeakText) {
    var start = all[index].start
    hasPlus = text[start - 1] == "+" || text[start - 1] == " " && text[start - 2] == "+"
    if hasPlus { start -= text[start - 1] == "+" ? 1 : 2 }
    isBracketed = text[start - 1] == "(" && text[all[index].end] == ")"
    if isBracketed { start -= 1 }
    self.start = start
    let opens = hasPlus ? Self.mayPrecedePlus(text[start - 1]) : text.opensWord(start)
    let before = text[start - 1] == " " ? text[start - 2] : text[start - 1]
    // ":01 2006" is the end of a time.
    if text[start - 1] == ":", text[start - 2].isDigit { return nil }
    guard opens, before != "$", before != .currency, text[start - 1] != "#" else { return nil }

    var signs: [LeakUnit] = []
    var end = index + 1
    var digits = all[index].count
    while end < all.count, digits + all[end].count <= Self.mostDigits, end - index < 8,
      let sign = Self.sign(all[end - 1].end..<all[end].start, in: &text)
    {
      signs.append(sign)
      digits += all[end].count
      end += 1
    }
    runs = all[index..<end]
    self.signs = signs
  }

  private static func mayPrecedePlus(_ unit: LeakUnit) -> Bool {
    !unit.isAlphanumeric && unit != "+" && unit != "_"
  }

  /// The sign between two groups: up to three of space, bracket, dash, dot and slash, with one
  /// dash, dot or slash among them at most.
  private static func sign(_ gap: Range<Int>, in text: inout LeakText) -> LeakUnit? {
    guard 1...3 ~= gap.count else { return nil }
    var sign: LeakUnit = " "
    var marks = 0
    for index in gap {
      let unit = text[index]
      switch unit {
      case " ": continue
      case "(", ")": if marks == 0 { sign = "(" }
      case "/" where gap.count > 1: return nil
      case "-" where gap.count == 2 && text[gap.lowerBound] == " ": return nil
      case "-", ".", "/":
        marks += 1
        sign = unit
      default: return nil
      }
    }
    return marks <= 1 ? sign : nil
  }
}
