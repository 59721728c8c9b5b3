// SPDX-License-Identifier: GPL-3.0-or-later

/// A running conversation in which failures are to be flagged while they happen.
///
/// Every judged line is a trial, as in signal detection: credit is max(0, H − window·F), so that
/// flagging everything, nothing or at random earns next to nothing.
public struct Spotting: Hashable, Sendable {
  /// What a line is; lines are numbered from 1, all speakers counted.
  public enum Line: Hashable, Sendable {
    /// Service fails here; it may have begun at an earlier line.
    case failure(from: Int? = nil)
    /// A judged line on which service does not fail.
    case fine
    /// A line on which both views can be held: it counts nowhere.
    case either
    /// A line that is not judged.
    case unjudged
  }

  /// A flag that was raised.
  public struct Flag: Hashable, Sendable {
    /// The newest line shown when it was raised.
    public let shown: Int
    /// The line that it names; nil when it was raised without one.
    public let line: Int?

    /// A flag raised while `shown` was the newest line.
    public init(shown: Int, line: Int? = nil) {
      self.shown = shown
      self.line = line
    }
  }

  /// The lines in order.
  public let lines: [Line]
  /// How many lines, from the failure's own on, a flag is in time; as many again it is late.
  public let window: Int
  /// What a late flag earns, in per cent.
  public let latePercent: Int

  /// A conversation with its window (1…100 lines) and what a late flag earns (0…100 %).
  public init(_ lines: [Line], window: Int = 2, latePercent: Int = 50) {
    self.lines = lines
    self.window = min(max(window, 1), 100)
    self.latePercent = min(max(latePercent, 0), 100)
  }

  /// Gives each flag, in the order of raising, to the failure that it names if that is open, else
  /// to the oldest open failure that had begun by the line it names. One that finds none is a
  /// false alarm.
  public func judge(_ flags: [Flag]) -> SpottingJudgement {
    var failures = openings
    var inWindow = [Bool](repeating: false, count: lines.count)
    for failure in failures {
      for line in failure.from...failure.end(window: window) where line <= lines.count {
        inWindow[line - 1] = true
      }
    }
    let others = lines.indices.filter { lines[$0] == .fine && !inWindow[$0] }.map { $0 + 1 }
    var alarms: Set<Int> = []
    var inVain: [Flag] = []
    let inOrder = flags.enumerated().sorted {
      ($0.element.shown, $0.offset) < ($1.element.shown, $1.offset)
    }
    for flag in inOrder.map(\.element) {
      let named = flag.line ?? flag.shown
      let open = failures.indices.filter { place in
        failures[place].flagged == nil && failures[place].from <= named
          && (failures[place].from...failures[place].end(window: window)).contains(flag.shown)
      }
      if let place = open.first(where: { failures[$0].line == flag.line }) ?? open.first {
        failures[place].flagged = flag.shown
        failures[place].isLate = flag.shown >= failures[place].line + window
      } else {
        if let line = judgedLine(upTo: named) { alarms.insert(line) }
        inVain.append(flag)
      }
    }
    return SpottingJudgement(
      failures: failures, falseAlarms: others.filter(alarms.contains), inVain: inVain,
      otherLines: others.count, window: window, latePercent: latePercent)
  }

  /// The last line up to this one that is judged. A flag raised on the other speaker's line means
  /// it: who flags all that the caller says must not go free.
  public func judgedLine(upTo line: Int) -> Int? {
    lines.prefix(max(line, 0)).lastIndex { $0 != .unjudged }.map { $0 + 1 }
  }

  private var openings: [SpottingJudgement.Failure] {
    var failures: [SpottingJudgement.Failure] = []
    for (place, line) in lines.enumerated() {
      guard case .failure(let from) = line else { continue }
      let number = place + 1
      failures.append(
        SpottingJudgement.Failure(line: number, from: min(max(from ?? number, 1), number)))
    }
    return failures
  }
}

/// What was spotted of a conversation.
public struct SpottingJudgement: Hashable, Sendable {
  /// A failure and the flag that it got.
  public struct Failure: Hashable, Sendable {
    /// The line that fails.
    public let line: Int
    /// The line from which a flag counts.
    public let from: Int
    /// The newest line when it was flagged; nil where it was missed.
    public internal(set) var flagged: Int?
    /// Whether the flag came in the late window.
    public internal(set) var isLate = false

    func end(window: Int) -> Int { line + 2 * window - 1 }
  }

  /// The failures in order.
  public let failures: [Failure]
  /// Judged lines, outside every window, that were flagged although nothing failed.
  public let falseAlarms: [Int]
  /// Flags that found no open failure, in the order of raising; not all of them cost anything.
  public let inVain: [Spotting.Flag]
  /// How many judged lines lie outside every window.
  public let otherLines: Int

  let window: Int
  let latePercent: Int

  /// Failures flagged in time.
  public var inTime: Int { failures.count { $0.flagged != nil && !$0.isLate } }
  /// Failures flagged late.
  public var late: Int { failures.count { $0.flagged != nil && $0.isLate } }
  /// Failures not flagged.
  public var missed: Int { failures.count { $0.flagged == nil } }

  /// max(0, H − window·F): H the failures flagged, late ones by their part, F the false alarms
  /// among the other lines. Without failures H is all; without other lines F is nothing.
  public var share: Share {
    let hits = failures.isEmpty ? 100 : 100 * inTime + latePercent * late
    let trials = 100 * max(failures.count, 1)
    let others = max(otherLines, 1)
    return Share(
      hits * others - trials * window * falseAlarms.count, of: trials * others)
  }
}
