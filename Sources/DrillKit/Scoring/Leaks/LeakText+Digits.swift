// SPDX-License-Identifier: GPL-3.0-or-later

extension LeakText {
  /// The value of some digits from an index on.
  mutating func number(_ start: Int, _ count: Int) -> Int {
    var value = 0
    for index in start..<start + count { value = value * 10 + self[index].digit }
    return value
  }

  /// The digits of some runs in order.
  mutating func digits(of runs: [DigitRun]) -> [Int] {
    var digits: [Int] = []
    for run in runs {
      for index in run.start..<run.end { digits.append(self[index].digit) }
    }
    return digits
  }
}
