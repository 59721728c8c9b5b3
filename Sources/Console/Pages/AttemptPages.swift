// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit
public import Ledger
internal import Library

/// Pages about attempts that are on record: scores, explanations, transcripts.
public struct AttemptPages {
  private let printer: Printer
  private let log: AttemptLog
  private let isPlain: Bool

  /// Pages on a printer, from a store.
  public init(_ printer: Printer, store: Store, isPlain: Bool) {
    self.printer = printer
    log = AttemptLog(store)
    self.isPlain = isPlain
  }

  // MARK: Finding

  /// The attempt that a person means: the beginning of its id, a drill's id for the latest attempt
  /// at it, or “last”.
  public func find(_ words: String, employee: String?) throws(ConsoleError) -> AttemptSummary {
    let text = words.trimmed().lowercased()
    let byID = try storing { () throws(StoreError) in
      try log.attempts(beginning: text).filter { employee == nil || $0.employee == employee }
    }
    if byID.count == 1, text.count >= 4 { return byID[0] }
    let own = try storing { () throws(StoreError) in try log.attempts(of: employee) }
    let fitting = text == "last" ? own : own.filter { $0.drill == text }
    if let latest = fitting.max(by: { $0.startedAt < $1.startedAt }) { return latest }
    throw .unknown(words)
  }

  // MARK: Scores

  /// One line an attempt: drill, number, state, score, when.
  public func printScores(of employee: String?) throws(ConsoleError) {
    let attempts = try storing { () throws(StoreError) in try log.attempts(of: employee) }
    guard !attempts.isEmpty else {
      let whose = employee.map { " of “\($0)”" } ?? ""
      return try print(StyledText("No attempt\(whose) is on record in this store."))
    }
    for attempt in attempts {
      var line = StyledText("\(attempt.title)", .strong)
      if employee == nil { line.append(" · \(attempt.employee)") }
      line.append(" · attempt \(attempt.number) · ")
      line += Self.state(of: attempt)
      if let correction = attempt.correction {
        line.append(" · corrected\(Self.before(correction, of: attempt))", .warning)
      }
      line.append(
        " · \(attempt.startedAt.description.prefix(16))Z · \(attempt.attempt.prefix(8))", .dim)
      try print(line)
    }
    try print(
      StyledText("“explain” and the eight letters at a line's end tell why.", .dim))
  }

  /// What a correction changed: the score, or else whether it was passed.
  private static func before(
    _ correction: AttemptSummary.Correction, of attempt: AttemptSummary
  ) -> String {
    if correction.score != attempt.score { return ", was \(correction.score.percent) %" }
    guard correction.status != attempt.status else { return "" }
    return correction.status == .passed ? ", was passed" : ", was not passed"
  }

  private static func count(_ attempt: AttemptSummary) -> String {
    "\(attempt.answered) \(attempt.answered == 1 ? "answer" : "answers")"
  }

  /// `passed, 93.75 %`, with critical failures named.
  public static func state(of attempt: AttemptSummary) -> StyledText {
    let score = attempt.score.map { ", \($0.percent) %" } ?? ""
    switch attempt.status {
    case .passed: return StyledText("passed\(score)", .good)
    case .failed:
      let critical =
        attempt.critical.isEmpty
        ? "" : ", critical: " + attempt.critical.map(\.rawValue).joined(separator: ", ")
      return StyledText("not passed\(score)\(critical)", .bad)
    case .paused: return StyledText("paused after \(Self.count(attempt))", .warning)
    case .underWay: return StyledText("under way, \(Self.count(attempt))", .warning)
    }
  }

  // MARK: One attempt

  /// The attempt as it was: everything that was shown and answered.
  public func printTranscript(_ attempt: AttemptSummary) throws(ConsoleError) {
    let (script, records) = try load(attempt)
    let narrator = Narrator(script, isTranscript: true)
    let stage = Stage(printer, isPlain: isPlain)
    var state = AttemptState()
    for record in records {
      let tellings = narrator.tell(record.event, before: state)
      try showing { () throws(OutputError) in try stage.show(tellings) }
      state.apply(record)
      if case .corrected(let corrected) = record.event {
        try print(StyledText(""))
        try print(StyledText(corrected.words(at: record.at), .warning))
      }
    }
  }

  /// What each answer earned, and why.
  public func printExplanation(_ attempt: AttemptSummary) throws(ConsoleError) {
    let (script, records) = try load(attempt)
    let state = AttemptState(folding: records)
    let stage = Stage(printer, isPlain: isPlain)
    try print(
      StyledText(attempt.title, .heading)
        + StyledText(" · attempt \(attempt.number) of \(attempt.employee)", .dim))
    try print(Self.state(of: attempt))
    let tellings = Narrator(script).explain(records)
    try showing { () throws(OutputError) in try stage.show(tellings) }
    if let finished = state.finished, let started = state.started {
      try print(StyledText(""))
      try print(
        StyledText(
          "\(finished.score.percent) % of \(finished.points) points; "
            + "\(started.pass.percent) % needed."))
    }
    try printCorrections(records, stage)
  }

  /// Who corrected an attempt, why, and the answers that are judged otherwise since.
  private func printCorrections(
    _ records: [AttemptRecord], _ stage: Stage
  ) throws(ConsoleError) {
    guard let first = records.first else { return }
    var state = AttemptState()
    var counted: [AttemptEvent.Answered] = []
    for record in records {
      state.apply(record)
      if case .answered(let answered) = record.event { counted.append(answered) }
      guard case .corrected(let corrected) = record.event else { continue }
      try print(StyledText(""))
      try print(StyledText(corrected.words(at: record.at), .warning))
      let former = Dictionary(grouping: counted) { "\($0.item) \($0.attempt)" }
      let isChanged = { (answer: AttemptEvent.Answered) in
        former["\(answer.item) \(answer.attempt)"]?.contains {
          $0.credit == answer.credit && $0.points == answer.points
            && $0.critical == answer.critical
        } != true
      }
      let count = corrected.answers.count(where: isChanged)
      counted = corrected.answers
      let bound = try storing { () throws(StoreError) in try log.content(of: corrected) }
      guard count > 0, case .success(let playable)? = bound?.playable(),
        let script = playable.script(variant: corrected.variant)
      else { continue }
      try print(
        StyledText(
          count == 1
            ? "This answer is judged otherwise:" : "These answers are judged otherwise:"))
      let answers = corrected.answers.map { AttemptRecord(at: record.at, event: .answered($0)) }
      let tellings = Narrator(script).explain([first] + answers, where: isChanged)
      try showing { () throws(OutputError) in try stage.show(tellings) }
    }
  }

  private func load(
    _ attempt: AttemptSummary
  ) throws(ConsoleError) -> (Script, [AttemptRecord]) {
    try AttemptPlayer.load(attempt.attempt, ledger: attempt.ledger, log: log)
  }

  // MARK: Errors

  private func storing<Value>(_ work: () throws(StoreError) -> Value) throws(ConsoleError) -> Value
  {
    try AttemptPlayer.storing(work)
  }

  private func showing(_ work: () throws(OutputError) -> Void) throws(ConsoleError) {
    do throws(OutputError) {
      try work()
    } catch {
      throw .output(error)
    }
  }

  private func print(_ text: StyledText) throws(ConsoleError) {
    try showing { () throws(OutputError) in try printer.print(text) }
  }
}
