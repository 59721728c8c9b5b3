// SPDX-License-Identifier: GPL-3.0-or-later

/// The prefixes and lengths of the payment card networks.
enum CardNetwork {
  private struct Issue: Sendable {
    let name: String
    let prefixes: ClosedRange<Int>
    /// How many digits the prefix has.
    let width: Int
    let lengths: [Int]
  }

  /// The networks' published ranges, the narrow ones before those that contain them.
  private static let issues: [Issue] = [
    Issue(name: "Visa", prefixes: 4...4, width: 1, lengths: [13, 16, 19]),
    Issue(name: "Mastercard", prefixes: 51...55, width: 2, lengths: [16]),
    Issue(name: "Mastercard", prefixes: 2221...2720, width: 4, lengths: [16]),
    Issue(name: "American Express", prefixes: 34...34, width: 2, lengths: [15]),
    Issue(name: "American Express", prefixes: 37...37, width: 2, lengths: [15]),
    Issue(name: "Diners Club", prefixes: 300...305, width: 3, lengths: [14, 16, 17, 18, 19]),
    Issue(name: "Diners Club", prefixes: 3095...3095, width: 4, lengths: [14, 16, 17, 18, 19]),
    Issue(name: "Diners Club", prefixes: 36...36, width: 2, lengths: [14, 15, 16, 17, 18, 19]),
    Issue(name: "Diners Club", prefixes: 38...39, width: 2, lengths: [14, 16, 17, 18, 19]),
    Issue(name: "JCB", prefixes: 3528...3589, width: 4, lengths: [16, 17, 18, 19]),
    Issue(name: "Discover", prefixes: 6011...6011, width: 4, lengths: [16, 17, 18, 19]),
    Issue(name: "Discover", prefixes: 644...649, width: 3, lengths: [16, 17, 18, 19]),
    Issue(name: "Discover", prefixes: 65...65, width: 2, lengths: [16, 17, 18, 19]),
    Issue(name: "UnionPay", prefixes: 62...62, width: 2, lengths: [16, 17, 18, 19]),
    Issue(name: "UnionPay", prefixes: 81...81, width: 2, lengths: [16, 17, 18, 19]),
    Issue(name: "RuPay", prefixes: 508...508, width: 3, lengths: [16]),
    Issue(name: "RuPay", prefixes: 60...60, width: 2, lengths: [16]),
    Issue(name: "RuPay", prefixes: 82...82, width: 2, lengths: [16]),
    Issue(name: "Mir", prefixes: 2200...2204, width: 4, lengths: [16, 17, 18, 19]),
    Issue(name: "Troy", prefixes: 9792...9792, width: 4, lengths: [16]),
    Issue(name: "Dankort", prefixes: 5019...5019, width: 4, lengths: [16]),
    Issue(name: "Verve", prefixes: 506_099...506_198, width: 6, lengths: [16, 18, 19]),
    Issue(name: "InterPayment", prefixes: 636...636, width: 3, lengths: [16, 17, 18, 19]),
    Issue(name: "Maestro", prefixes: 5018...5018, width: 4, lengths: Array(12...19)),
    Issue(name: "Maestro", prefixes: 5020...5020, width: 4, lengths: Array(12...19)),
    Issue(name: "Maestro", prefixes: 5038...5038, width: 4, lengths: Array(12...19)),
    Issue(name: "Maestro", prefixes: 5893...5893, width: 4, lengths: Array(12...19)),
    Issue(name: "Maestro", prefixes: 6304...6304, width: 4, lengths: Array(12...19)),
    Issue(name: "Maestro", prefixes: 6759...6759, width: 4, lengths: Array(12...19)),
    Issue(name: "Maestro", prefixes: 6761...6763, width: 4, lengths: Array(12...19)),
  ]

  /// The network that issues numbers of such a prefix and length; `digits` has six or more.
  static func network(of digits: [Int]) -> String? {
    let prefix = digits.prefix(6).reduce(0) { $0 * 10 + $1 }
    let scales = [1, 10, 100, 1000, 10_000, 100_000]
    return issues.first { issue in
      issue.prefixes.contains(prefix / scales[6 - issue.width])
        && issue.lengths.contains(digits.count)
    }?.name
  }
}
