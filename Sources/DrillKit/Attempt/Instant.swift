// SPDX-License-Identifier: GPL-3.0-or-later

/// A moment in UTC, to the millisecond; written as ISO 8601: `2026-11-22T12:03:51.123Z`.
public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since the start of 1970.
  public let milliseconds: Int64

  /// The moments that can be written, with years of four digits: 0001 to 9999, in milliseconds.
  public static let range: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999

  /// A moment by its milliseconds since the start of 1970; moments outside the years 1 to 9999 are
  /// moved to the nearest inside.
  public init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, Self.range.lowerBound), Self.range.upperBound)
  }

  /// Reads the form that `description` writes; nil for any other text or a date that is none.
  public init?(_ text: String) {
    let scalars = Array(text.utf8)
    guard scalars.count == 24, scalars[10] == UInt8(ascii: "T"), scalars[23] == UInt8(ascii: "Z"),
      let date = CalendarDate(String(text.prefix(10)))
    else { return nil }
    let clock = text.dropFirst(11).dropLast()
    let parts = clock.split(whereSeparator: { $0 == ":" || $0 == "." })
    guard parts.count == 4, let hour = Int(parts[0]), let minute = Int(parts[1]),
      let second = Int(parts[2]), let rest = Int(parts[3]), hour < 24, minute < 60, second < 60
    else { return nil }
    let seconds = Int64(date.daysSinceEpoch) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    milliseconds = seconds * 1000 + Int64(rest)
    guard description == text else { return nil }
  }

  /// Earlier moments are less.
  public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

  /// Whole seconds from another moment to this one, at least 0.
  public func seconds(since earlier: Instant) -> Int {
    Int(max(0, milliseconds - earlier.milliseconds) / 1000)
  }

  /// The day, in UTC.
  public var date: CalendarDate {
    let day = milliseconds / 86_400_000 - (milliseconds % 86_400_000 < 0 ? 1 : 0)
    return CalendarDate(daysSinceEpoch: Int(day))
  }
}

extension Instant: CustomStringConvertible {
  /// ISO 8601 with milliseconds and `Z`.
  public var description: String {
    let day = Int64(date.daysSinceEpoch) * 86_400_000
    let rest = Int(milliseconds - day)
    let pad: (Int, Int) -> String = { value, width in
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(date)T\(pad(rest / 3_600_000, 2)):\(pad(rest / 60_000 % 60, 2)):"
      + "\(pad(rest / 1000 % 60, 2)).\(pad(rest % 1000, 3))Z"
  }
}

extension Instant: CodedAsText {
  /// ISO 8601.
  public static let textForm = "moment in UTC"
}
