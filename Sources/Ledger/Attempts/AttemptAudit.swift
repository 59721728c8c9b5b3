// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// Folds every attempt of a ledger while it is verified, and compares what it comes to with what
/// was recorded. Bodies come stream by stream, in order.
public struct AttemptAudit {
  private var stream = ""
  private var state = AttemptState()

  /// An audit that has seen nothing yet.
  public init() {}

  /// Takes the next body; returns what is wrong with it, in plain sentences.
  public mutating func take(_ body: Body) -> [String] {
    guard body.kind.hasPrefix(AttemptLog.kindPrefix) else { return [] }
    if body.stream != stream {
      stream = body.stream
      state = AttemptState()
    }
    let record: AttemptRecord
    do throws(UnreadableRecord) {
      record = try RecordCoding.record(from: body)
    } catch {
      return ["Its body is no event of an attempt: \(error.detail)."]
    }
    let before = state
    state.apply(record)
    return problems(record, body: body, before: before)
  }

  private func problems(
    _ record: AttemptRecord, body: Body, before: AttemptState
  ) -> [String] {
    switch record.event {
    case .started(let started):
      var found: [String] = []
      if before.started != nil { found.append("The attempt starts a second time.") }
      if AttemptLog.streamPrefix + started.attempt != body.stream {
        found.append("It belongs to attempt \(started.attempt), not to \(body.stream).")
      }
      if started.employee != body.subject {
        found.append(
          "It says employee “\(started.employee)”, and is filed under “\(body.subject)”.")
      }
      return found
    default:
      var found: [String] = []
      if before.started == nil { found.append("The attempt goes on without having started.") }
      if before.finished != nil { found.append("The attempt goes on after its end.") }
      if let employee = before.started?.employee, employee != body.subject {
        found.append("It is filed under “\(body.subject)”, and the attempt is “\(employee)”'s.")
      }
      if case .answered(let answered) = record.event { found += Self.problems(answered, before) }
      if case .finished(let finished) = record.event { found += Self.problems(finished, before) }
      return found
    }
  }

  private static func problems(
    _ answered: AttemptEvent.Answered, _ before: AttemptState
  ) -> [String] {
    guard let position = before.position,
      position.scene != answered.scene || position.item != answered.item
    else { return [] }
    return [
      "It answers “\(answered.item)” while “\(position.item)” was asked."
    ]
  }

  private static func problems(
    _ finished: AttemptEvent.Finished, _ before: AttemptState
  ) -> [String] {
    let score = before.score
    var found: [String] = []
    if finished.earned != score.earned || finished.points != score.points
      || finished.score != score.share ?? .full
    {
      found.append(
        "It records a score of \(finished.score.percent) %, but its answers add up to "
          + "\((score.share ?? .full).percent) %.")
    }
    if let pass = before.started?.pass, finished.passed != score.passes(pass) {
      found.append(
        "It records “\(finished.passed ? "passed" : "not passed")”, which its answers don't bear out."
      )
    }
    return found
  }
}
