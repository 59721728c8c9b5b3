// SPDX-License-Identifier: GPL-3.0-or-later

/// How well hidden stretches of a text cover those that were to be hidden, character by
/// character: F1 = 2·both / (hidden + wanted) (C. J. van Rijsbergen 1979), white space left out.
public struct CharacterCover: Hashable, Sendable {
  /// Characters rightly hidden, as Unicode scalars.
  public let both: Int
  /// Characters to hide that stayed in sight.
  public let missed: Int
  /// Characters hidden that had to stay.
  public let extra: Int

  /// Compares ranges of Unicode scalars of a text; parts of them outside it are left out, and
  /// what several cover counts once.
  public init(hidden: [Range<Int>], wanted: [Range<Int>], in text: String) {
    let scalars = Array(text.unicodeScalars)
    let isHidden = Self.flags(hidden, count: scalars.count)
    let isWanted = Self.flags(wanted, count: scalars.count)
    var (both, missed, extra) = (0, 0, 0)
    for place in scalars.indices where !scalars[place].isSpace {
      switch (isHidden[place], isWanted[place]) {
      case (true, true): both += 1
      case (false, true): missed += 1
      case (true, false): extra += 1
      case (false, false): break
      }
    }
    (self.both, self.missed, self.extra) = (both, missed, extra)
  }

  /// F1; all of it where nothing was to be hidden and nothing was.
  public var share: Share {
    both + missed + extra == 0 ? .full : Share(2 * both, of: 2 * both + missed + extra)
  }

  /// Marks by counting how many ranges are open, so that many overlapping ones cost no more.
  private static func flags(_ ranges: [Range<Int>], count: Int) -> [Bool] {
    var changes = [Int](repeating: 0, count: count + 1)
    for range in ranges.map({ $0.clamped(to: 0..<count) }) where !range.isEmpty {
      changes[range.lowerBound] += 1
      changes[range.upperBound] -= 1
    }
    var open = 0
    return changes.dropLast().map { change in
      open += change
      return open > 0
    }
  }
}
