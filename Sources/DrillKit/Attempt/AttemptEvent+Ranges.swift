// SPDX-License-Identifier: GPL-3.0-or-later

/// Ranges of the numbers that events hold. A record from outside them was not written by this
/// program; refusing it at the door keeps every sum over records far from overflow.
extension AttemptEvent {
  /// Which attempt at a drill it can be.
  public static let numbers = 1...1_000_000
  /// Versions of a drill.
  public static let versions = 1...100_000
  /// Points that an attempt can meet: a hundred thousand items of a hundred points.
  public static let pointSums = 0...10_000_000
  /// Basis points times points that an attempt can earn.
  public static let earnedSums = 0...100_000_000_000

  /// Bytes of a person's id.
  private static let names = 1...128
  private static let points = 0...100
  private static let prices = 0...100
  private static let tries = 1...1_000
  private static let indices = 0...10_000
  private static let lines = 1...100_000
  private static let revisions = 0...1_000_000
  private static let scalars = 0...100_000_000
  /// A hundred answers' worth of the longest delay that a drill can name, a week.
  private static let minutes = 0...(10_080 * 100)

  /// A number of an event, by its field, and where it has to lie.
  struct Bounded {
    let field: String
    let value: Int
    let range: ClosedRange<Int>

    init(_ field: String, _ value: Int, in range: ClosedRange<Int>) {
      self.field = field
      self.value = value
      self.range = range
    }
  }

  /// The first number outside its range; nil where all are sound.
  var outlier: Bounded? { bounded.first { !$0.range.contains($0.value) } }

  private var bounded: [Bounded] {
    switch self {
    case .started(let value):
      [
        Bounded("version", value.version, in: Self.versions),
        Bounded("variant", value.variant, in: Self.indices),
        Bounded("number", value.number, in: Self.numbers),
      ]
    case .shown(let value): [Bounded("attempt", value.attempt, in: Self.tries)]
    case .hinted(let value):
      [
        Bounded("hint", value.hint, in: Self.indices),
        Bounded("price", value.price, in: Self.prices),
      ]
    case .injected(let value): [Bounded("inject", value.inject, in: Self.indices)]
    case .flagged(let value): Self.bounded([value.flag], field: "flag")
    case .answered(let value): Self.bounded(value)
    case .finished(let value):
      [
        Bounded("earned", value.earned, in: Self.earnedSums),
        Bounded("points", value.points, in: Self.pointSums),
      ]
    case .corrected(let value):
      [
        Bounded("by", value.by.utf8.count, in: Self.names),
        Bounded("reason", value.reason.utf8.count, in: 1...Corrected.longestReason),
        Bounded("version", value.version, in: Self.versions),
        Bounded("variant", value.variant, in: Self.indices),
        Bounded("judge", value.judge, in: Self.revisions),
      ] + Self.bounded(value.before, "before") + Self.bounded(value.after, "after")
        + value.answers.flatMap(Self.bounded)
    case .entered, .paused, .resumed: []
    }
  }

  private static func bounded(_ value: Answered) -> [Bounded] {
    [
      Bounded("points", value.points, in: points),
      Bounded("attempt", value.attempt, in: tries),
      Bounded("minutes", value.minutes, in: minutes),
      Bounded("judge", value.judge, in: revisions),
    ] + value.injects.map { Bounded("injects", $0, in: indices) } + bounded(value.response)
  }

  private static func bounded(_ value: Outcome, _ field: String) -> [Bounded] {
    [
      Bounded("\(field).earned", value.earned, in: earnedSums),
      Bounded("\(field).points", value.points, in: pointSums),
    ]
  }

  private static func bounded(_ response: Response) -> [Bounded] {
    switch response {
    case .flags(let flags): bounded(flags, field: "response")
    case .spans(let spans):
      spans.flatMap { [$0.lowerBound, $0.upperBound] }
        .map { Bounded("response", $0, in: scalars) }
    case .choices, .order, .pairs, .text, .fields, .number, .none: []
    }
  }

  private static func bounded(_ flags: [Flag], field: String) -> [Bounded] {
    flags.flatMap {
      [
        Bounded("\(field).line", $0.line, in: lines), Bounded("\(field).at", $0.at, in: lines),
      ]
    }
  }
}
