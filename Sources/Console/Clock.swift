// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit
internal import Glibc

/// The time of day, for the record. Deadlines never use it: see `BootInstant`.
public struct Clock: Sendable {
  /// Now, in UTC.
  public let now: @Sendable () -> Instant

  /// A clock from a function, for tests.
  public init(now: @escaping @Sendable () -> Instant) { self.now = now }

  /// The machine's clock.
  public static let system = Clock {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(
      milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}

/// Random values that an attempt begins with; recorded, and never drawn again.
public enum Fresh {
  /// A canonical lower-case UUID of version 4 (RFC 9562, 5.4).
  public static func uuid() -> String {
    var generator = SystemRandomNumberGenerator()
    var bytes = (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    let hex = bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
    var parts: [Substring] = []
    var rest = hex[...]
    for length in [8, 4, 4, 4, 12] {
      parts.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return parts.joined(separator: "-")
  }

  /// A seed for draws.
  public static func seed() -> UInt64 {
    var generator = SystemRandomNumberGenerator()
    return generator.next()
  }
}
