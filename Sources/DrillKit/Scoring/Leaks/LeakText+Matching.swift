// SPDX-License-Identifier: GPL-3.0-or-later

extension LeakText {
  /// Whether some units stand at an index.
  mutating func has(_ wanted: [LeakUnit], at index: Int) -> Bool {
    for (offset, unit) in wanted.enumerated() where self[index + offset] != unit { return false }
    return true
  }

  /// Whether a range has at least so many bits of collision entropy a character: the order-2
  /// entropy of Rényi, −log2 Σ p², in whole numbers Σ count² · 2^bits ≤ length².
  mutating func isVaried(_ range: Range<Int>, bits: Int) -> Bool {
    steps(range.count)
    var counts: [LeakUnit: Int] = [:]
    for unit in units[range] { counts[unit, default: 0] += 1 }
    let squares = counts.values.reduce(0) { $0 + $1 * $1 }
    return squares << bits <= range.count * range.count
  }
}
