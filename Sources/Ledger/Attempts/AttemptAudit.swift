// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Folds every attempt of a ledger while it is verified, and compares what it comes to with what
/// was recorded. Bodies come stream by stream, in order.
///
/// The proofs of the bytes show that nothing was changed after it was written. This shows what
/// they can't: that what was written makes sense, and stands under the right name. Subject, actor
/// and stream are not covered by a body's commitment.
public struct AttemptAudit {
  private let store: Store?
  private var stream = ""
  private var state = AttemptState()
  private var presentContent: [String: Bool] = [:]

  /// An audit that has seen nothing yet. With a store it also judges that the drills and policies
  /// which attempts name are kept in it.
  public init(contentIn store: Store? = nil) { self.store = store }

  /// Takes the next body; returns what is wrong with it, in plain sentences.
  public mutating func take(_ body: Body) -> [String] {
    guard body.kind.hasPrefix(AttemptLog.kindPrefix) else {
      return body.stream.hasPrefix(AttemptLog.streamPrefix)
        ? ["It stands among the events of an attempt, and is a “\(body.kind)”."] : []
    }
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
    var found = Self.problems(record, body: body, before: before)
    switch record.event {
    case .started(let started):
      found += missingContent(
        of: started.drill, started.drillDigest, started.policyDigests, "played from")
    case .corrected(let corrected):
      found += Self.problems(with: corrected, body: body, before: before)
      found += missingContent(
        of: before.started?.drill ?? "", corrected.drillDigest, corrected.policyDigests,
        "corrected with")
    default: break
    }
    return found
  }

  private mutating func missingContent(
    of name: String, _ drill: String, _ policies: [String: String], _ use: String
  ) -> [String] {
    var found: [String] = []
    if !isKept(drill) {
      found.append("The drill “\(name)” that it was \(use) (\(drill)) is not in the store.")
    }
    for (policy, digest) in policies.sorted(by: { $0.key < $1.key })
    where !isKept(digest) {
      found.append(
        "The policy “\(policy)” that it was judged by (\(digest)) is not in the store.")
    }
    return found
  }

  private mutating func isKept(_ hex: String) -> Bool {
    guard let store else { return true }
    if let known = presentContent[hex] { return known }
    // What can't be read is missing as far as anybody can tell, and the file's own check says why.
    let isPresent = Digest(hex: hex).map { ((try? store.content($0)) ?? nil) != nil } ?? false
    presentContent[hex] = isPresent
    return isPresent
  }

  private static func problems(
    _ record: AttemptRecord, body: Body, before: AttemptState
  ) -> [String] {
    var found: [String] = []
    if let last = before.lastAt, record.at < last {
      found.append("It happened at \(record.at), before the event that it follows (\(last)).")
    }
    let isCorrection = if case .corrected = record.event { true } else { false }
    if !isCorrection, body.actor != body.subject {
      found.append("It was recorded by “\(body.actor)”, and is about “\(body.subject)”.")
    }
    if case .started(let started) = record.event {
      return found + problems(started, body: body, before: before)
    }
    if before.started == nil { found.append("The attempt goes on without having started.") }
    if before.finished != nil, !isCorrection { found.append("The attempt goes on after its end.") }
    if let employee = before.started?.employee, employee != body.subject {
      found.append("It is filed under “\(body.subject)”, and the attempt is “\(employee)”'s.")
    }
    if case .answered(let answered) = record.event {
      found += problems(answered, before)
    } else if let item = item(of: record.event), let position = before.position,
      position.item != item
    {
      found.append("It is about “\(item)” while “\(position.item)” was asked.")
    }
    if case .finished(let finished) = record.event { found += problems(finished, before) }
    return found
  }

  private static func problems(
    _ started: AttemptEvent.Started, body: Body, before: AttemptState
  ) -> [String] {
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
  }

  private static func item(of event: AttemptEvent) -> String? {
    switch event {
    case .shown(let shown): shown.item
    case .hinted(let hinted): hinted.item
    case .injected(let injected): injected.item
    case .flagged(let flagged): flagged.item
    case .started, .entered, .answered, .paused, .resumed, .finished, .corrected: nil
    }
  }

  private static func problems(
    _ answered: AttemptEvent.Answered, _ before: AttemptState
  ) -> [String] {
    guard let position = before.position else {
      return before.started == nil || before.finished != nil
        ? [] : ["It answers “\(answered.item)” while nothing was asked."]
    }
    guard position.scene == answered.scene, position.item == answered.item else {
      return ["It answers “\(answered.item)” while “\(position.item)” was asked."]
    }
    guard answered.attempt == before.earlierTries + 1 else {
      return ["It is try \(answered.attempt), and try \(before.earlierTries + 1) was due."]
    }
    return []
  }

  private static func problems(
    _ finished: AttemptEvent.Finished, _ before: AttemptState
  ) -> [String] {
    let score = before.score
    var found: [String] = []
    if before.started != nil, before.finished == nil, !before.isAtEnd {
      found.append("The attempt ends while “\(before.position?.item ?? "nothing")” was asked.")
    }
    if finished.earned != score.earned || finished.points != score.points
      || finished.score != score.share ?? .full
    {
      found.append(
        "It records a score of \(finished.score.percent) %, but its answers add up to "
          + "\((score.share ?? .full).percent) %.")
    }
    if finished.critical != score.critical {
      found.append("It records other critical failures than its answers.")
    }
    if let pass = before.started?.pass, finished.passed != score.passes(pass) {
      found.append(
        "It records “\(finished.passed ? "passed" : "not passed")”, which its answers don't bear "
          + "out.")
    }
    return found
  }
}
