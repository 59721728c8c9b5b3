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
  /// The attempt's events so far: a correction judges all of its answers.
  private var records: [AttemptRecord] = []
  private var library: [[String]: DrillLibrary.Playable] = [:]

  /// Judges what stands in a store.
  init(_ store: Store) { log = AttemptLog(store) }

  /// Takes the next body, stream by stream in order; returns what is wrong with it.
  mutating func take(_ body: Body) -> [String] {
    if body.stream != stream {
      stream = body.stream
      state = AttemptState()
      script = nil
      records = []
    }
    // What can't be read is the audit's to tell.
    guard let record = try? RecordCoding.record(from: body) else { return [] }
    let before = state
    let earlier = records
    state.apply(record)
    records.append(record)
    switch record.event {
    case .started(let started):
      script = script(of: started)
      return []
    case .shown(let shown):
      guard let script else { return [] }
      return Self.problems(with: shown, before: before, script: script)
    case .hinted(let hinted):
      guard let script else { return [] }
      return Self.problems(with: hinted, before: before, script: script)
    case .answered(let answered) where answered.judge == Attempt.judgeRevision:
      guard let script else { return [] }
      return Self.problems(with: answered, before: before, script: script)
    case .corrected(let corrected) where corrected.judge == Attempt.judgeRevision:
      return problems(with: corrected, of: earlier)
    case .corrected: return []
    case .entered, .injected, .flagged, .answered, .paused, .resumed, .finished: return []
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
    var comparison = Comparison(item: answered.item)
    comparison.compare(
      "a credit of", "\(answered.credit.percent) %", "\(again.credit.percent) %")
    comparison.compare("points", "\(answered.points)", "\(again.points)")
    comparison.compare("the competency", answered.competency, again.competency)
    comparison.compare(
      "critical failures", Self.words(answered.critical), Self.words(again.critical))
    comparison.compare("coaching", Self.words(answered.coach), Self.words(again.coach))
    comparison.compare("the choice", Self.words(answered.chosen), Self.words(again.chosen))
    comparison.compare(
      "the outcome", answered.passed ? "passed" : "failed", again.passed ? "passed" : "failed")
    comparison.compare("the try as", Self.end(answered), Self.end(again))
    comparison.compare("scenario minutes", "\(answered.minutes)", "\(again.minutes)")
    comparison.compare("injects", Self.words(answered.injects), Self.words(again.injects))
    comparison.compare("the next step", Self.words(answered.next), Self.words(again.next))
    comparison.compare("the verb", answered.verb, again.verb)
    comparison.compare("the shape", answered.shape, again.shape)
    comparison.compare("try", "\(answered.attempt)", "\(again.attempt)")
    comparison.compareWhole("remarks", answered.remarks, again.remarks)
    comparison.compareWhole("details", answered, again)
    return comparison.found
  }

  /// Judges an attempt anew from the bytes that its correction names.
  private mutating func problems(
    with corrected: AttemptEvent.Corrected, of earlier: [AttemptRecord]
  ) -> [String] {
    // What is not in the store is the audit's to tell.
    let log = log
    guard let script,
      let playable = playable(
        [corrected.drillDigest] + corrected.policyDigests.values.sorted(),
        { try log.content(of: corrected) })
    else { return [] }
    let again: Rescoring
    do throws(RescoringObstacle) {
      again = try Rescoring(earlier, asked: script, anew: playable.scripts)
    } catch {
      return ["Its correction can't be judged again. \(error)"]
    }
    var comparison = Comparison(item: "the correction")
    comparison.compare("the outcome", "\(corrected.after)", "\(again.outcome)")
    comparison.compareWhole("answers", corrected.answers, again.answers)
    comparison.compareWhole("points", corrected.after, again.outcome)
    return comparison.found
  }

  private static func problems(
    with shown: AttemptEvent.Shown, before: AttemptState, script: Script
  ) -> [String] {
    // Where it is not due, the audit tells that another item was asked.
    guard before.position?.item == shown.item else { return [] }
    guard case .shown(let again) = (try? Attempt.decide(before, .show, script: script))?.first
    else { return ["It shows “\(shown.item)”, which could not be shown then."] }
    var comparison = Comparison(item: shown.item)
    comparison.compare("the order", words(shown.order), words(again.order))
    comparison.compare("try", "\(shown.attempt)", "\(again.attempt)")
    return comparison.found
  }

  private static func problems(
    with hinted: AttemptEvent.Hinted, before: AttemptState, script: Script
  ) -> [String] {
    guard before.position?.item == hinted.item else { return [] }
    guard case .hinted(let again) = (try? Attempt.decide(before, .hint, script: script))?.first
    else { return ["It gives a hint to “\(hinted.item)”, which had none left."] }
    var comparison = Comparison(item: hinted.item)
    comparison.compare("hint", "\(hinted.hint + 1)", "\(again.hint + 1)")
    comparison.compare("a hint's price of", "\(hinted.price) %", "\(again.price) %")
    return comparison.found
  }

  private static func end(_ answered: AttemptEvent.Answered) -> String {
    answered.isFinal ? "the last" : "not the last"
  }

  private static func words(_ failures: [CriticalFailure]) -> String {
    failures.isEmpty
      ? "none" : failures.map { "\($0.kind.rawValue) (\($0.what))" }.joined(separator: ", ")
  }

  private static func words(_ list: [some CustomStringConvertible]) -> String {
    list.isEmpty ? "none" : list.map(\.description).joined(separator: ", ")
  }

  private static func words(_ step: AttemptEvent.Step?) -> String {
    guard let step else { return "the same question" }
    return (step.scenes + [step.item ?? "the end"]).joined(separator: " → ")
  }

  /// What an attempt was played from; nil, which the audit tells, where that is not in the store.
  private mutating func script(of started: AttemptEvent.Started) -> Script? {
    let log = log
    return playable([started.drillDigest] + started.policyDigests.values.sorted()) {
      try log.content(of: started)
    }?.script(variant: started.variant)
  }

  private mutating func playable(
    _ digests: [String], _ content: () throws -> AttemptLog.BoundContent?
  ) -> DrillLibrary.Playable? {
    if library[digests] == nil, let bound = (try? content()) ?? nil,
      case .success(let playable) = bound.playable()
    {
      library[digests] = playable
    }
    return library[digests]
  }
}
