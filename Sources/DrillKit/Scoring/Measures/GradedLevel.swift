// SPDX-License-Identifier: GPL-3.0-or-later

/// A rating on ordered levels, such as a severity, against the right one.
public struct GradedLevel: Hashable, Sendable {
  /// Which side of the right level a rating lies on.
  public enum Direction: String, Hashable, Codable, Sendable {
    /// The right level.
    case right
    /// A higher level than right.
    case tooHigh
    /// A lower level than right.
    case tooLow
  }

  /// Which side the rating lies on.
  public let direction: Direction
  /// How many levels it is off.
  public let steps: Int
  /// What it earns: too high 1 − d/(k − 1); too low max(0, 1 − 2d/(k − 1)), for the one costs
  /// time and the other costs customers.
  public let share: Share
  /// Whether the top level was rated lower, which is a critical failure.
  public let isCritical: Bool

  /// Compares two of `levels` levels, numbered from 0 for the highest; nil outside them.
  public init?(rating: Int, right: Int, of levels: Int) {
    guard levels > 0, (0..<levels).contains(rating), (0..<levels).contains(right) else {
      return nil
    }
    steps = abs(rating - right)
    direction = rating == right ? .right : rating < right ? .tooHigh : .tooLow
    share =
      switch direction {
      case .right: .full
      case .tooHigh: Share(levels - 1 - steps, of: levels - 1)
      case .tooLow: Share(levels - 1 - 2 * steps, of: levels - 1)
      }
    isCritical = right == 0 && direction == .tooLow
  }
}
