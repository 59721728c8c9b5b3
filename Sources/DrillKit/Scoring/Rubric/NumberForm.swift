// SPDX-License-Identifier: GPL-3.0-or-later

/// The one form of a number that was typed with separators.
///
/// A separator before exactly three digits groups thousands, where one to three digits without
/// a leading zero stand before it: `1,000`, `1.000`, `1 000` and `1'000` are 1000. Of two kinds of
/// separators the last is the decimal one: `1.000,50` is 1000.5. Any other comma or point is the
/// decimal one: `14,5` and `0.125`. Both writings are read in every language, since people mix
/// them.
enum NumberForm {
  /// The number of digit groups and the separators between them, with a point and without
  /// needless zeros after it; nil where they make no number, as in a date.
  static func number(groups: [String], separators: [Character]) -> String? {
    guard let head = groups.first, groups.count == separators.count + 1,
      groups.allSatisfy({ !$0.isEmpty })
    else { return nil }
    guard let last = separators.last, let tail = groups.last else { return head }
    if separators.allSatisfy({ $0 == last }), areThousands(groups) {
      return groups.joined()
    }
    guard last == "." || last == "," else { return nil }
    let whole = groups.dropLast()
    let grouping = separators.dropLast()
    guard grouping.allSatisfy({ $0 == grouping.first && $0 != last }),
      whole.count == 1 || areThousands(Array(whole))
    else { return nil }
    let decimals = String(tail.reversed().drop { $0 == "0" }.reversed())
    return decimals.isEmpty ? whole.joined() : whole.joined() + "." + decimals
  }

  private static func areThousands(_ groups: [String]) -> Bool {
    guard let head = groups.first, (1...3).contains(head.count), !head.hasPrefix("0") else {
      return false
    }
    return groups.dropFirst().allSatisfy { $0.count == 3 }
  }
}
