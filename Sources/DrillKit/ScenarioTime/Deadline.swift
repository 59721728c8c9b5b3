// SPDX-License-Identifier: GPL-3.0-or-later

/// By when something must be done.
public enum Deadline: Hashable, Codable, Sendable {
  /// A moment; that moment itself is in time.
  case at(ScenarioTime)
  case atOnce
  case withoutUndueDelay

  /// The moment, where it is one.
  public var time: ScenarioTime? {
    if case .at(let time) = self { return time }
    return nil
  }

  /// Whether who acts by `named` keeps this deadline. A moment is kept by any moment up to it and
  /// by "at once"; a word is kept by itself, "without undue delay" also by "at once", and both by a
  /// moment that is no later than `now`.
  public func isKept(by named: Deadline, now: ScenarioTime) -> Bool {
    switch (self, named) {
    case (.at(let limit), .at(let time)): time <= limit
    case (.at, .atOnce): true
    case (.at, .withoutUndueDelay): false
    case (.atOnce, .withoutUndueDelay): false
    case (_, .at(let time)): time <= now
    default: true
    }
  }
}
