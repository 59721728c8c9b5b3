// SPDX-License-Identifier: GPL-3.0-or-later

/// What an estimated number is measured by: the answer and how far off still counts.
public struct Estimate: Hashable, Sendable {
  /// How far from the answer full credit reaches.
  public enum Tolerance: Hashable, Sendable {
    /// So much below and so much above, neither below nought: `± 1`, `-0 +2`.
    case range(below: DecimalNumber, above: DecimalNumber)
    /// A part of the answer's size, 0…1,000 per cent: `± 5 %`.
    case percent(DecimalNumber)
  }

  /// The right number.
  public let answer: DecimalNumber
  /// How far off still counts in full.
  public let tolerance: Tolerance

  /// An answer with its tolerance.
  public init(answer: DecimalNumber, tolerance: Tolerance) {
    self.answer = answer
    self.tolerance = tolerance
  }

  /// All inside the tolerance t, then linear down to nothing at three times it:
  /// (3t − d) / 2t for a distance d, in exact arithmetic.
  public func share(of response: DecimalNumber) -> Share {
    let isAbove = response > answer
    let scale = max(answer.scale, response.scale)
    // Eight decimals more hold any percentage of the answer: six of its own, and per hundred.
    let (distance, allowed) = (
      (response.digits(at: scale) - answer.digits(at: scale)).magnitude,
      self.allowed(above: isAbove, at: scale + 8)
    )
    let far = Int128(distance) * 100_000_000
    if far <= allowed { return .full }
    return Share(3 * allowed - far, of: 2 * allowed)
  }

  /// The tolerance on one side as a whole number with so many decimals.
  private func allowed(above isAbove: Bool, at scale: Int) -> Int128 {
    switch tolerance {
    case .range(let below, let above):
      return max((isAbove ? above : below).digits(at: scale), 0)
    case .percent(let percent):
      // answer · percent / 100, both as whole numbers with their own decimals.
      let percent = min(max(percent, .zero), DecimalNumber(1000))
      return answer.size.digits(at: scale - percent.scale - 2) * Int128(percent.mantissa)
    }
  }
}
