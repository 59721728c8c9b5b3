// SPDX-License-Identifier: GPL-3.0-or-later

/// The score interval of a rate (E. B. Wilson 1927), which stays honest for small teams and at 0
/// and 1: (p + z²/2n ± z√(p(1 − p)/n + z²/4n²)) / (1 + z²/n).
public struct WilsonInterval: Hashable, Sendable {
  /// The normal quantile of a 95 % interval.
  public static let z95 = 1.959_963_984_540_054

  /// The lower end, 0…1.
  public let lower: Double
  /// The upper end, 0…1.
  public let upper: Double

  /// The interval for so many successes in so many trials at a normal quantile; nil without
  /// trials, or with more successes than those.
  public init?(successes: Int, of trials: Int, z: Double = WilsonInterval.z95) {
    guard trials > 0, (0...trials).contains(successes) else { return nil }
    let n = Double(trials)
    let rate = Double(successes) / n
    let centre = rate + z * z / (2 * n)
    let spread = z * (rate * (1 - rate) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    // The ends are exact where nothing or everything succeeded.
    lower = successes == 0 ? 0 : max((centre - spread) / scale, 0)
    upper = successes == trials ? 1 : min((centre + spread) / scale, 1)
  }
}
