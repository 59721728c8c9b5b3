// SPDX-License-Identifier: GPL-3.0-or-later

/// A run of digits in a text under search.
struct DigitRun {
  /// The index of the first digit.
  let start: Int
  /// The index after the last digit.
  let end: Int
  /// What ties it to the next run (a space, "-", "." or "/"), or `.outside` where nothing does.
  var joint = LeakUnit.outside

  /// How many digits it has.
  var count: Int { end - start }
}

/// A text made ready for the leak rules: its units, its runs of digits, and a count of the work.
///
/// Every look at a unit is counted, so that a test can hold the rules to linear time.
struct LeakText {
  /// The units of the text in order.
  let units: [LeakUnit]
  /// The runs of digits in order.
  let digitRuns: [DigitRun]
  /// How many units have been looked at so far.
  private(set) var steps: Int

  private let starts: [Int]
  private let ends: [Int]

  /// Reads a text once, and gives letters of planted values the units of `alphabet`.
  init(_ text: String, alphabet: LeakAlphabet) {
    var folding = LeakFolding(alphabet: alphabet)
    for scalar in text.unicodeScalars {
      folding.append(scalar)
    }
    folding.finish()
    units = folding.units
    starts = folding.starts
    ends = folding.ends
    steps = folding.offset
    digitRuns = Self.digitRuns(of: folding.units)
    steps += units.count
  }

  /// How many units there are.
  var count: Int { units.count }

  /// The unit at an index, or `.outside` before the beginning and after the end.
  subscript(index: Int) -> LeakUnit {
    mutating get {
      steps += 1
      return index >= 0 && index < units.count ? units[index] : .outside
    }
  }

  /// Counts work done on `units` directly.
  mutating func steps(_ count: Int) {
    steps += count
  }

  /// The Unicode scalars that a range of units covers; the range must not be empty.
  func scalars(_ range: Range<Int>) -> Range<Int> {
    starts[range.lowerBound]..<ends[range.upperBound - 1]
  }

  /// A range without the white space at its ends; empty if it has no letter and no digit.
  mutating func trimmed(_ range: Range<Int>) -> Range<Int> {
    steps += range.count
    let part = units[range]
    guard part.contains(where: \.isAlphanumeric),
      let first = part.firstIndex(where: { !$0.isWhitespace }),
      let last = part.lastIndex(where: { !$0.isWhitespace })
    else { return range.lowerBound..<range.lowerBound }
    return first..<last + 1
  }

  private static func digitRuns(of units: [LeakUnit]) -> [DigitRun] {
    var runs: [DigitRun] = []
    var index = 0
    while index < units.count {
      guard units[index].isDigit else {
        index += 1
        continue
      }
      let start = index
      while index < units.count, units[index].isDigit { index += 1 }
      if let last = runs.indices.last, start - runs[last].end <= 3 {
        runs[last].joint = joint(units[runs[last].end..<start])
      }
      runs.append(DigitRun(start: start, end: index))
    }
    return runs
  }

  /// One space or two, one dash, dot or slash, or a dash between spaces.
  private static func joint(_ gap: ArraySlice<LeakUnit>) -> LeakUnit {
    guard let first = gap.first else { return .outside }
    switch gap.count {
    case 1:
      return first == " " || first == "-" || first == "." || first == "/" ? first : .outside
    case 2:
      return gap.allSatisfy { $0 == " " } ? " " : .outside
    default:
      let middle = gap[gap.startIndex + 1]
      let spaced = first == " " && gap.last == " " && (middle == "-" || middle == " ")
      return spaced ? middle : .outside
    }
  }
}
