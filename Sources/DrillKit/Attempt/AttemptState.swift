// SPDX-License-Identifier: GPL-3.0-or-later

/// Where an attempt stands: the fold of its events. It needs no drill, no clock and no judge, so
/// that resuming, replaying and verifying give the same.
public struct AttemptState: Hashable, Sendable {
  /// An item that is done.
  public typealias Result = AttemptEvent.Answered

  /// How it began; nil before the first event.
  public private(set) var started: AttemptEvent.Started?
  /// The employee's accommodation, as it holds now.
  public private(set) var timers = Timers.asWritten
  /// When it began.
  public private(set) var startedAt: Instant?
  /// When the last event happened.
  public private(set) var lastAt: Instant?
  /// Whether the first step was taken; it may lead straight to the end.
  public private(set) var hasEntered = false
  /// Slugs of the scenes entered so far, in order.
  public private(set) var entered: [String] = []
  /// The item that is asked, with its scene; nil before the start and at the end.
  public private(set) var position: Position?
  /// Items that are done, in order.
  public private(set) var results: [Result] = []
  /// Scenario minutes that passed through answers.
  public private(set) var passedMinutes = 0
  /// How the current item was shown; nil where it was not yet, in this try.
  public private(set) var shown: AttemptEvent.Shown?
  /// Tries at the current item that did not settle it.
  public private(set) var earlierTries = 0
  /// Hints taken at the current item.
  public private(set) var hints: [AttemptEvent.Hinted] = []
  /// Injects that came at the current item.
  public private(set) var injected: Set<Int> = []
  /// Lines flagged at the current item.
  public private(set) var flags: [Flag] = []
  /// Whether it was left and not taken up again.
  public private(set) var isPaused = false
  /// How often it was taken up again.
  public private(set) var resumptions = 0
  /// How it ended.
  public private(set) var finished: AttemptEvent.Finished?
  /// What was corrected since, in order; the last one counts.
  public private(set) var corrections: [AttemptEvent.Corrected] = []

  /// A place in the story.
  public struct Position: Hashable, Sendable {
    /// The scene's slug.
    public var scene: String
    /// The item's id.
    public var item: String

    /// A place from its parts.
    public init(scene: String, item: String) {
      self.scene = scene
      self.item = item
    }
  }

  /// Nothing happened yet.
  public init() {}

  /// The state after these records.
  public init(folding records: some Sequence<AttemptRecord>) {
    for record in records { apply(record) }
  }

  /// Whether the last item is done and only the end is missing.
  public var isAtEnd: Bool { started != nil && hasEntered && position == nil }

  /// Takes one record.
  public mutating func apply(_ record: AttemptRecord) {
    lastAt = record.at
    switch record.event {
    case .started(let value):
      started = value
      timers = value.timers
      startedAt = record.at
    case .entered(let step): go(step)
    case .shown(let value): shown = value
    case .hinted(let value): hints.append(value)
    case .injected(let value): injected.insert(value.inject)
    case .flagged(let value): flags.append(value.flag)
    case .answered(let value): take(value)
    case .paused: isPaused = true
    case .resumed(let value):
      if let changed = value.timers { timers = changed }
      isPaused = false
      resumptions += 1
    case .finished(let value): finished = value
    case .corrected(let value): corrections.append(value)
    }
  }

  private mutating func take(_ answer: AttemptEvent.Answered) {
    passedMinutes = passedMinutes.saturatingSum(answer.minutes)
    shown = nil
    guard answer.isFinal else {
      earlierTries += 1
      flags = []
      return
    }
    results.append(answer)
    if let next = answer.next { go(next) }
  }

  private mutating func go(_ step: AttemptEvent.Step) {
    hasEntered = true
    entered += step.scenes
    if let scene = step.scene, let item = step.item {
      position = Position(scene: scene, item: item)
    } else {
      position = nil
    }
    shown = nil
    earlierTries = 0
    hints = []
    injected = []
    flags = []
  }
}
