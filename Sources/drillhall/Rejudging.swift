// SPDX-License-Identifier: GPL-3.0-or-later

import Console
import DrillKit
import Ledger
import Library

/// Judges the answers of every attempt once more while a ledger is verified, from the bytes that
/// the attempt was bound to, and says where the record differs. Only what this program's own
/// revision of the judge decided is judged: another revision may rightly decide otherwise.
struct Rejudging {
  private let log: AttemptLog
  private var stream = ""
  private var state = AttemptState()
  private var script: Script?
  private var library: [[String]: DrillLibrary.Playable] = [:]

  /// Judges what stands in a store.
  init(_ store: Store) { log = AttemptLog(store) }

  /// Takes the next body, stream by stream in order; returns what is wrong with it.
  mutating func take(_ body: Body) -> [String] {
    if body.stream != stream {
      stream = body.stream
      state = AttemptState()
      script = nil
    }
    // What can't be read is the audit's to tell.
    guard let record = try? RecordCoding.record(from: body) else { return [] }
    let before = state
    state.apply(record)
    switch record.event {
    case .started(let started):
      script = script(of: started)
      return []
    case .answered(let answered) where answered.judge == Attempt.judgeRevision:
      guard let script else { return [] }
      return Self.problems(with: answered, before: before, script: script)
    default: return []
    }
  }

  private static func problems(
    with answered: AttemptEvent.Answered, before: AttemptState, script: Script
  ) -> [String] {
    let given: Response? = answered.response == .none ? nil : answered.response
    let input: AttemptInput =
      answered.timedOut ? .timeOut(given) : .answer(answered.response, answered.confidence)
    let events: [AttemptEvent]
    do throws(AttemptProblem) {
      events = try Attempt.decide(before, input, script: script)
    } catch {
      return ["Its answer to “\(answered.item)” can't be judged again (\(error))."]
    }
    guard case .answered(let again) = events.first else {
      return ["Its answer to “\(answered.item)” is none when it is judged again."]
    }
    var found: [String] = []
    func compare(_ what: String, _ recorded: String, _ judged: String) {
      guard recorded != judged else { return }
      found.append(
        "It records \(what) \(recorded) for “\(answered.item)”, and the same judge now says "
          + "\(judged).")
    }
    compare("a credit of", "\(answered.credit.percent) %", "\(again.credit.percent) %")
    compare("points", "\(answered.points)", "\(again.points)")
    compare("critical failures", Self.words(answered.critical), Self.words(again.critical))
    compare(
      "the outcome", answered.passed ? "passed" : "failed", again.passed ? "passed" : "failed")
    compare("the try as", Self.end(answered), Self.end(again))
    compare("scenario minutes", "\(answered.minutes)", "\(again.minutes)")
    compare("the next step", Self.words(answered.next), Self.words(again.next))
    return found
  }

  private static func end(_ answered: AttemptEvent.Answered) -> String {
    answered.isFinal ? "the last" : "not the last"
  }

  private static func words(_ failures: [CriticalFailure]) -> String {
    failures.isEmpty ? "none" : failures.map(\.kind.rawValue).joined(separator: ", ")
  }

  private static func words(_ step: AttemptEvent.Step?) -> String {
    guard let step else { return "the same question" }
    return (step.scenes + [step.item ?? "the end"]).joined(separator: " → ")
  }

  /// What an attempt was played from; nil, which the audit tells, where that is not in the store.
  private mutating func script(of started: AttemptEvent.Started) -> Script? {
    let digests = [started.drillDigest] + started.policyDigests.values.sorted()
    if library[digests] == nil, let bound = (try? log.content(of: started)) ?? nil {
      var policies: [String: DrillLibrary.SourceFile] = [:]
      for policy in bound.policies {
        policies[policy.name] = .init(path: policy.name, bytes: policy.bytes)
      }
      let source = DrillLibrary.SourceFile(path: bound.drill.name, bytes: bound.drill.bytes)
      if case .success(let playable) = DrillLibrary.playable(source, policies: policies) {
        library[digests] = playable
      }
    }
    guard let playable = library[digests], playable.variants.indices.contains(started.variant)
    else { return nil }
    return Script(drill: playable.variants[started.variant], policies: playable.policies)
  }
}
