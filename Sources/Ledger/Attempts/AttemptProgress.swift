// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// How far an attempt has come: what lists show of it, folded from its events.
struct AttemptProgress {
  /// The place of its latest event in the ledger.
  private(set) var seq = 0
  /// How many questions are answered.
  private(set) var answered = 0
  /// When its latest event happened.
  private(set) var lastAt = Instant(milliseconds: Instant.range.lowerBound)
  /// The time at work.
  private(set) var activeMilliseconds = 0
  private var isBegun = false

  /// The progress that an attempt's events make, in order; what can't be read is left out.
  init(of bodies: [Body]) {
    for body in bodies where body.kind.hasPrefix(AttemptLog.kindPrefix) {
      if let record = try? RecordCoding.record(from: body) { take(record, seq: body.seq) }
    }
  }

  /// Takes the next event.
  ///
  /// Time at work is the time between events; what passes before taking up again is a pause.
  mutating func take(_ record: AttemptRecord, seq: Int) {
    self.seq = seq
    // A correction is nobody's time at work.
    if case .corrected = record.event { return }
    var isActive = isBegun
    if !isBegun { lastAt = record.at }
    isBegun = true
    switch record.event {
    case .answered(let answer) where answer.isFinal: answered += 1
    case .resumed: isActive = false
    default: break
    }
    if record.at > lastAt {
      if isActive { activeMilliseconds += Int(record.at.milliseconds - lastAt.milliseconds) }
      lastAt = record.at
    }
  }
}
