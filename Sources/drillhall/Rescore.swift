// SPDX-License-Identifier: GPL-3.0-or-later

import Console
import DrillKit
import Ledger
import Library
import Reports

/// Judges the finished attempts at a drill with another text of it, and corrects those that come to
/// something else.
struct Rescore {
  /// A text of the drill that answers in its language are judged with.
  private struct Measure {
    let playable: DrillLibrary.Playable
    let scripts: [Script]
    let digests: (drill: String, policies: [String: String])

    init(_ playable: DrillLibrary.Playable) {
      self.playable = playable
      scripts = playable.scripts
      digests = (
        Digest(of: playable.source.bytes).hex,
        playable.policySources.mapValues { Digest(of: $0.bytes).hex }
      )
    }

    var header: DrillHeader { playable.variants[0].header }
  }

  private let log: AttemptLog
  private let drill: String
  /// The texts to judge with, by the language of the answers; nil where there is none.
  private var measures: [LanguageTag?: Measure?]
  private let translation: (String) -> DrillLibrary.Playable?
  /// What attempts were played from, by its digests: most were played from the same bytes.
  private var former: [[String]: DrillLibrary.Playable] = [:]

  /// Judges what stands in a store with a drill as it is now.
  ///
  /// - Parameters:
  ///   - playable: The drill.
  ///   - store: The store.
  ///   - translation: The same drill in another language; nil where it is not up to date.
  init(
    _ playable: DrillLibrary.Playable, store: Store,
    translation: @escaping (String) -> DrillLibrary.Playable?
  ) {
    log = AttemptLog(store)
    let measure = Measure(playable)
    drill = measure.header.id
    measures = [LanguageTag(measure.header.language): measure]
    self.translation = translation
  }

  /// An attempt that comes to something else.
  private struct Changed {
    let row: RescoreReport.Row
    let rescoring: Rescoring
    let measure: Measure
    let events: Int
    let lastAt: Instant?
  }

  private enum Verdict {
    case changed(Changed)
    case unchanged
    case unjudged(String)
  }

  /// What it would change. Nothing is written.
  mutating func preview() throws -> RescoreReport {
    var report = RescoreReport(drill: drill)
    for attempt in try log.attempts(drill: drill) {
      guard attempt.score != nil else {
        report.unfinished += 1
        continue
      }
      switch try judge(attempt) {
      case .changed(let changed): report.rows.append(changed.row)
      case .unchanged: report.unchanged += 1
      case .unjudged(let reason): report.note(attempt.named, reason: reason)
      }
    }
    return report
  }

  /// Writes a correction for each of the attempts: each whole or not at all, so that what was
  /// interrupted is completed by running it once more. Gives how many were written.
  mutating func correct(
    _ rows: [RescoreReport.Row], by: String, reason: String, clock: Clock = .system
  ) throws -> Int {
    var written = 0
    for row in rows {
      // Another program may have corrected it meanwhile: then it is judged once more.
      retries: for _ in 0..<Self.tries {
        guard let attempt = try log.attempts(beginning: row.attempt.id, limit: 1).first,
          case .changed(let changed) = try judge(attempt)
        else { break retries }
        let now = clock.now()
        let corrected = AttemptEvent.Corrected(
          by: by, reason: reason, version: changed.measure.header.version,
          drillDigest: changed.measure.digests.drill,
          policyDigests: changed.measure.digests.policies,
          variant: changed.rescoring.variant, before: changed.row.before,
          after: changed.row.after, answers: changed.rescoring.answers)
        do throws(StoreError) {
          try log.correct(
            corrected, at: max(now, changed.lastAt ?? now), of: attempt.attempt,
            employee: attempt.employee, expecting: changed.events,
            content: changed.measure.playable.content)
        } catch {
          guard case .conflict = error else { throw error }
          continue retries
        }
        written += 1
        break retries
      }
    }
    return written
  }

  private static let tries = 10

  private mutating func judge(_ attempt: AttemptSummary) throws -> Verdict {
    guard attempt.ledger == log.store.ledger else {
      return .unjudged("It stands in another ledger, \(attempt.ledger). Correct it there.")
    }
    let records = try log.records(of: attempt.attempt)
    let state = AttemptState(folding: records)
    guard let started = state.started, let before = state.outcome else {
      return .unjudged("\(RescoringObstacle.notFinished)")
    }
    guard let script = try script(of: started) else {
      return .unjudged("What it was played from is not in the store, or can't be read.")
    }
    let language = script.drill.header.language
    guard let measure = measure(in: language) else {
      return .unjudged(
        "It was played in “\(language)”, and no text of the drill in that language can be played: "
          + "“drillhall check” on its translation says why.")
    }
    let rescoring: Rescoring
    do throws(RescoringObstacle) {
      rescoring = try Rescoring(records, asked: script, anew: measure.scripts)
    } catch {
      return .unjudged("\(error)")
    }
    let counting =
      state.corrections.last?.answers
      ?? records.compactMap { record in
        if case .answered(let answered) = record.event { return answered }
        return nil
      }
    guard
      let row = RescoreReport.Row(
        attempt.named, before: before, after: rescoring.outcome,
        moves: RescoreReport.Move.between(counting, rescoring.answers))
    else { return .unchanged }
    return .changed(
      Changed(
        row: row, rescoring: rescoring, measure: measure, events: records.count,
        lastAt: state.lastAt))
  }

  /// What answers in a language are judged with: a German reply by the German rubric.
  private mutating func measure(in language: String) -> Measure? {
    let tag = LanguageTag(language)
    if let known = measures[tag] { return known }
    let found = translation(language).map(Measure.init)
    measures[tag] = .some(found)
    return found
  }

  private mutating func script(of started: AttemptEvent.Started) throws -> Script? {
    let key = [started.drillDigest] + started.policyDigests.values.sorted()
    if former[key] == nil, let bound = try log.content(of: started),
      case .success(let playable) = bound.playable()
    {
      former[key] = playable
    }
    return former[key]?.script(variant: started.variant)
  }
}

extension AttemptSummary {
  /// The attempt as a report names it.
  fileprivate var named: RescoreReport.Attempt {
    .init(id: attempt, employee: employee, number: number)
  }
}
