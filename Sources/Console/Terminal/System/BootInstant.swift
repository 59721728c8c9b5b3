// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// A point in time on the clock that counts from boot and goes on while the machine sleeps, so
/// that a closed lid is no way to win time and a changed wall clock does no harm.
public struct BootInstant: Sendable, Hashable, Comparable {
  /// Nanoseconds since boot.
  public let nanoseconds: Int64

  /// An instant by its distance from boot in nanoseconds.
  public init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// This moment.
  public static var now: BootInstant {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return BootInstant(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
  }

  /// The instant this many milliseconds later.
  public func advanced(byMilliseconds milliseconds: Int64) -> BootInstant {
    BootInstant(nanoseconds: nanoseconds + milliseconds * 1_000_000)
  }

  /// Milliseconds from an earlier instant to this one, rounded up, so that waiting for them ends
  /// at this instant or after it.
  public func milliseconds(since earlier: BootInstant) -> Int64 {
    let difference = nanoseconds - earlier.nanoseconds
    return difference > 0 ? (difference + 999_999) / 1_000_000 : difference / 1_000_000
  }

  /// The earlier of two instants.
  public static func < (left: BootInstant, right: BootInstant) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}
