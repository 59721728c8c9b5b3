// SPDX-License-Identifier: GPL-3.0-or-later

/// What happened in an attempt, once and for all: everything else is folded from these.
public enum AttemptEvent: Hashable, Sendable {
  case started(Started)
  case entered(Step)
  case shown(Shown)
  case hinted(Hinted)
  case injected(Injected)
  case flagged(Flagged)
  case answered(Answered)
  case paused
  case resumed(Resumed)
  case finished(Finished)
  case corrected(Corrected)

  /// The attempt began: who, which drill, bound to which bytes.
  public struct Started: Hashable, Codable, Sendable {
    /// The attempt's id, a canonical lower-case UUID.
    public var attempt: String
    /// The employee's id.
    public var employee: String
    /// The drill's id.
    public var drill: String
    /// The drill's version.
    public var version: Int
    /// The drill's title at that time.
    public var title: String
    /// SHA-256 of the drill's bytes, hexadecimal.
    public var drillDigest: String
    /// SHA-256 of each policy's bytes, by policy id.
    public var policyDigests: [String: String]
    /// The index of the variant.
    public var variant: Int
    /// Which attempt of this employee at this drill it is, from 1.
    public var number: Int
    /// Where draws begin.
    public var seed: UInt64
    /// The share that passes, in basis points.
    public var pass: Credit
    /// The employee's accommodation.
    public var timers: Timers
    /// The program's version.
    public var program: String

    /// The start of an attempt.
    public init(
      attempt: String, employee: String, drill: String, version: Int, title: String,
      drillDigest: String, policyDigests: [String: String], variant: Int, number: Int,
      seed: UInt64, pass: Credit, timers: Timers, program: String
    ) {
      self.attempt = attempt
      self.employee = employee
      self.drill = drill
      self.version = version
      self.title = title
      self.drillDigest = drillDigest
      self.policyDigests = policyDigests
      self.variant = variant
      self.number = number
      self.seed = seed
      self.pass = pass
      self.timers = timers
      self.program = program
    }
  }

  /// Where the story goes: the scenes entered on the way, and the item at which it stops.
  public struct Step: Hashable, Codable, Sendable {
    /// Slugs of the scenes entered, in order.
    public var scenes: [String]
    /// The scene of the item that is asked now.
    public var scene: String?
    /// The item that is asked now; nil at the end.
    public var item: String?
  }

  /// An item was put before the employee.
  public struct Shown: Hashable, Codable, Sendable {
    /// The item's id.
    public var item: String
    /// Which try it is, from 1.
    public var attempt: Int
    /// Letters of the options, in the order on the screen.
    public var order: [String]
  }

  /// A hint was asked for.
  public struct Hinted: Hashable, Codable, Sendable {
    /// The item's id.
    public var item: String
    /// Which hint, from 0.
    public var hint: Int
    /// Its price in per cent.
    public var price: Int
  }

  /// Something broke in.
  public struct Injected: Hashable, Codable, Sendable {
    /// The item's id.
    public var item: String
    /// Which inject, from 0.
    public var inject: Int
  }

  /// A line was flagged while the conversation went by.
  public struct Flagged: Hashable, Codable, Sendable {
    /// The item's id.
    public var item: String
    /// The line and when.
    public var flag: Flag
    /// What was said at once, if anything.
    public var remark: Remark?
  }

  /// An answer was given and judged.
  public struct Answered: Hashable, Codable, Sendable {
    /// The item's id.
    public var item: String
    /// The scene's slug.
    public var scene: String
    /// The item's verb.
    public var verb: String
    /// The response shape.
    public var shape: String
    /// The competency that it counts for.
    public var competency: String?
    /// The item's points; 0 where nothing is scored.
    public var points: Int
    /// Which try it was, from 1.
    public var attempt: Int
    /// What was answered.
    public var response: Response
    /// Whether the timer ended it.
    public var timedOut: Bool
    /// How sure the employee was.
    public var confidence: Confidence?
    /// The credit after tries and hints.
    public var credit: Credit
    /// Critical failures.
    public var critical: [CriticalFailure]
    /// What the supervisor should see.
    public var coach: [String]
    /// Letters picked.
    public var chosen: [String]
    /// Reactions, feedback and the explanation.
    public var remarks: [Remark]
    /// Whether the item was passed.
    public var passed: Bool
    /// Whether the item is done; otherwise it is asked again.
    public var isFinal: Bool
    /// Scenario minutes that passed.
    public var minutes: Int
    /// Injects told after the answer, because it came sooner.
    public var injects: [Int]
    /// Where the story goes; nil where the item is asked again.
    public var next: Step?
    /// The revision of the judge.
    public var judge: Int
  }

  /// The attempt was taken up again.
  public struct Resumed: Hashable, Codable, Sendable {
    /// The employee's accommodation from here on; nil where it is as before.
    public var timers: Timers?

    /// Taking up again, perhaps with another accommodation.
    public init(timers: Timers? = nil) { self.timers = timers }
  }

  /// The attempt is over.
  public struct Finished: Hashable, Codable, Sendable {
    /// The share of the points met on the path, uncapped by critical failures.
    public var score: Credit
    /// Points earned, in basis points times points.
    public var earned: Int
    /// Points met.
    public var points: Int
    /// Whether it was passed.
    public var passed: Bool
    /// Critical failures on the path.
    public var critical: [CriticalFailure]
  }
}

/// An employee's accommodation: the answer timer as written, stretched, or off (WCAG 2.2.1).
public enum Timers: Hashable, Sendable {
  case asWritten
  /// Times as long, 2…20.
  case stretched(Int)
  case off

  /// Seconds that an item's timer runs for this employee; nil for none.
  public func seconds(_ written: Int?) -> Int? {
    switch self {
    case .asWritten: written
    case .stretched(let factor): written.map { $0 * factor }
    case .off: nil
    }
  }
}

extension Timers: CodedAsText {
  /// `as written`, `10x` or `off`.
  public static let textForm = "accommodation"

  /// `as written`, `10x`, `off`.
  public var description: String {
    switch self {
    case .asWritten: "as written"
    case .stretched(let factor): "\(factor)x"
    case .off: "off"
    }
  }

  /// Reads what `description` writes.
  public init?(_ text: String) {
    switch text {
    case "as written": self = .asWritten
    case "off": self = .off
    default:
      guard text.hasSuffix("x"), let factor = Int(text.dropLast()), (2...20).contains(factor) else {
        return nil
      }
      self = .stretched(factor)
    }
  }
}
